//! What a phone does not take, whoever signed it.

use cleardown_core::{CallsOut, Confidence, Kind, Listing, ShortCode};
use cleardown_list::{
    CodeListing, CodeRow, List, ListError, ListRow, MOST_CODES, Meta, TextProblem,
};

fn row(number: &str) -> ListRow {
    ListRow {
        number: number.parse().expect("a number"),
        listing: Listing {
            organisation: "Test Police".to_owned(),
            line: "switchboard".to_owned(),
            kind: Kind::Police,
            calls_out: CallsOut::Unknown,
            confidence: Confidence::Medium,
            ring: false,
        },
    }
}

fn code(digits: &str) -> CodeRow {
    CodeRow {
        code: ShortCode::new(digits).expect("a code"),
        listing: CodeListing {
            organisation: "Test Police".to_owned(),
            kind: Some(Kind::Police),
            calls_out: CallsOut::Unknown,
            confidence: Confidence::Low,
        },
    }
}

fn list(rows: Vec<ListRow>, codes: Vec<CodeRow>) -> Result<List, ListError> {
    let meta = Meta {
        publisher: "test".into(),
        title: "Test".into(),
        version: 1,
        issued_ms: 0,
    };
    List::new(meta, rows, codes)
}

fn with(change: impl Fn(&mut Listing)) -> Result<List, ListError> {
    let mut changed = row("+441632960124");
    change(&mut changed.listing);
    list(vec![row("+441632960123"), changed], vec![])
}

#[test]
fn rows_in_any_order_become_a_sorted_list() {
    let rows = vec![
        row("+441632960125"),
        row("+33123456789"),
        row("+441632960124"),
    ];
    let list = list(rows, vec![code("999"), code("101")]).expect("a list");
    let numbers: Vec<u64> = list.rows().iter().map(|row| row.number.as_u64()).collect();
    assert_eq!(numbers, [33123456789, 441632960124, 441632960125]);
    let codes: Vec<&str> = list.codes().iter().map(|row| row.code.as_str()).collect();
    assert_eq!(codes, ["101", "999"]);
}

#[test]
fn an_empty_list_is_a_list() {
    assert!(list(vec![], vec![]).is_ok());
}

#[test]
fn life_saving_numbers_are_never_listed() {
    for number in ["+448001111", "+44800111999", "+448000121700", "+44116123"] {
        let rows = vec![row("+441632960123"), row(number)];
        assert_eq!(
            list(rows, vec![]),
            Err(ListError::LifeSaving { row: 1 }),
            "{number}"
        );
    }
}

#[test]
fn the_same_number_twice_is_refused() {
    let twice = vec![
        row("+441632960123"),
        row("+441632960124"),
        row("+441632960123"),
    ];
    assert_eq!(list(twice, vec![]), Err(ListError::Duplicate { row: 2 }));
    let twice = list(vec![], vec![code("101"), code("101")]);
    assert_eq!(twice, Err(ListError::Duplicate { row: 1 }));
}

#[test]
fn texts_that_would_mislead_are_refused() {
    let organisation = |text: &str| with(|listing| listing.organisation = text.to_owned());
    for (text, problem) in [
        ("", TextProblem::Empty),
        (" Kent Police", TextProblem::Untrimmed),
        ("Kent\u{202e}Police", TextProblem::Invisible),
        (&"x".repeat(81), TextProblem::TooLong(80)),
    ] {
        let error = ListError::Text {
            row: 1,
            column: "organisation",
            problem,
        };
        assert_eq!(organisation(text), Err(error), "{text:?}");
    }
    let problem = TextProblem::TooLong(120);
    assert_eq!(
        with(|listing| listing.line = "x".repeat(121)),
        Err(ListError::Text {
            row: 1,
            column: "line",
            problem
        })
    );
    assert!(with(|listing| listing.line = String::new()).is_ok());
}

#[test]
fn only_sure_numbers_are_offered_for_ringing() {
    assert_eq!(
        with(|listing| listing.ring = true),
        Err(ListError::Ring { row: 1 })
    );
    let sure = |listing: &mut Listing| {
        listing.ring = true;
        listing.confidence = Confidence::High;
    };
    assert!(with(sure).is_ok());
}

#[test]
fn a_list_without_end_is_refused() {
    let codes = (0..=MOST_CODES)
        .map(|at| code(&format!("{at:06}")))
        .collect();
    let error = list(vec![], codes).expect_err("too many");
    assert_eq!(
        error,
        ListError::TooManyRows {
            rows: MOST_CODES + 1
        }
    );
    assert_eq!(error.code(), "list_too_many_rows");
}
