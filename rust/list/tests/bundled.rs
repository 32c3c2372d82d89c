//! The list that the app carries is the one that the editors wrote.

use cleardown_core::{Alert, CallsOut, Confidence, E164, Kind};
use cleardown_list::{
    Content, Day, List, Meta, Sha256, bundled, bundled_code, bundled_count, bundled_lookup,
    code_provenance, provenance, standing_offers,
};

const NUMBERS: &[u8] = include_bytes!("../data/gb/numbers.csv");
const CODES: &[u8] = include_bytes!("../data/gb/codes.csv");

fn bundled_list() -> List {
    let update = bundled().into_inner();
    match update.content {
        Content::Full(text) => text.to_list(update.release.meta()),
        other => panic!("the bundled list is a whole one: {other:?}"),
    }
}

fn number(text: &str) -> E164 {
    text.parse().expect("a number")
}

#[test]
fn the_signed_list_says_what_the_tables_say() {
    let issued: Day = "2026-11-21".parse().expect("a date");
    let meta = Meta {
        publisher: "gb".to_owned(),
        title: "Authority numbers, Great Britain".to_owned(),
        version: 1,
        issued_ms: issued.unix_ms(),
    };
    let written = List::from_csv(NUMBERS, Some(CODES), meta).expect("the tables are clean");
    // Where they differ: `cleardown list seed`.
    assert_eq!(bundled_list(), written);
    assert_eq!(written.rows().len(), 473);
    assert_eq!(bundled_count(), 473);
    assert_eq!(written.codes().len(), 10);
}

#[test]
fn the_signed_list_stands_under_its_own_root() {
    let release = bundled().into_inner().release;
    let root = include_bytes!("../data/seed/root.json");
    assert_eq!(release.anchor, Sha256::of(root));
    assert_eq!((release.epoch, release.bulk), (1, 0));
    assert_eq!((release.rows, release.codes), (473, 10));
}

/// What answers calls with a broken file must be what is in the file otherwise.
#[test]
fn every_listed_number_and_code_is_found_without_loading_the_list() {
    let list = bundled_list();
    for row in list.rows() {
        assert_eq!(bundled_lookup(row.number).as_ref(), Some(&row.listing));
        assert_eq!(list.row(row.number), Some(row));
    }
    for row in list.codes() {
        assert_eq!(bundled_code(row.code.as_str()).as_ref(), Some(&row.listing));
    }
}

#[test]
fn numbers_beside_a_listed_one_are_not_listed() {
    let list = bundled_list();
    for row in list.rows() {
        for beside in [row.number.as_u64() - 1, row.number.as_u64() + 1] {
            let beside = E164::from_u64(beside).expect("a number");
            assert_eq!(
                bundled_lookup(beside),
                list.row(beside).map(|row| row.listing.clone())
            );
        }
    }
    assert_eq!(bundled_lookup(number("+441632960123")), None);
    assert_eq!(bundled_lookup(number("+999999999999999")), None);
    assert_eq!(bundled_code("158"), None);
    assert_eq!(bundled_code(""), None);
}

#[test]
fn one_row_of_each_class_is_as_the_tables_have_it() {
    let kent = bundled_lookup(number("+441622604100")).expect("listed");
    assert_eq!(kent.organisation, "Kent Police");
    assert_eq!(kent.line, "appeals line, West Kent");
    assert_eq!(
        (kent.kind, kent.calls_out),
        (Kind::Police, CallsOut::Unknown)
    );
    assert_eq!(kent.confidence, Confidence::High);

    let coventry = bundled_lookup(number("+448001218899")).expect("listed");
    assert_eq!(
        (coventry.kind, coventry.calls_out),
        (Kind::Bank, CallsOut::Never)
    );
    let tax = bundled_lookup(number("+443002003300")).expect("listed");
    assert_eq!((tax.kind, tax.calls_out), (Kind::Tax, CallsOut::Unlikely));
    let bt = bundled_lookup(number("+448003289393")).expect("listed");
    assert_eq!((bt.kind, bt.calls_out), (Kind::Telecom, CallsOut::Known));
}

#[test]
fn few_numbers_are_called_a_certain_fake_and_no_code_but_159() {
    let list = bundled_list();
    let alerts = |alert| {
        list.rows()
            .iter()
            .filter(|r| r.listing.calls_out.alert() == alert)
            .count()
    };
    assert_eq!(alerts(Alert::CertainFake), 2);
    assert_eq!(alerts(Alert::Caution), 7);
    let never: Vec<&str> = list
        .codes()
        .iter()
        .filter(|row| row.listing.calls_out == CallsOut::Never)
        .map(|row| row.code.as_str())
        .collect();
    assert_eq!(never, ["159"]);
    let emergency = bundled_code("999").expect("listed");
    assert_eq!(
        (emergency.calls_out, emergency.kind),
        (CallsOut::Unlikely, None)
    );
    assert_eq!(
        bundled_code("101").map(|code| code.calls_out),
        Some(CallsOut::Unknown)
    );
}

#[test]
fn nobody_is_sent_to_a_listed_number_that_was_not_checked() {
    assert!(bundled_list().rows().iter().all(|row| !row.listing.ring));
    let offered: Vec<&str> = standing_offers().iter().map(|offer| offer.number).collect();
    assert_eq!(
        offered,
        ["999", "101", "159", "+443001232040", "+44800555111"]
    );
    assert_eq!(standing_offers()[3].organisation, "Report Fraud");
}

#[test]
fn where_a_row_comes_from_is_what_the_tables_say_of_it() {
    for row in csv::Reader::from_reader(NUMBERS).into_records() {
        let row = row.expect("a row");
        let from = provenance(number(&row[0])).expect("every row has a source");
        assert!(from.source.starts_with("http"));
        let found = [from.checked_on, from.source, from.note];
        assert_eq!(found, [&row[8], &row[9], &row[10]], "{}", &row[0]);
    }
    for row in csv::Reader::from_reader(CODES).into_records() {
        let row = row.expect("a row");
        let from = code_provenance(&row[0]).expect("every row has a source");
        assert_eq!([from.source, from.note], [&row[6], &row[7]]);
    }
    let kent = provenance(number("+441622604100")).expect("listed");
    assert_eq!(kent.checked_on, "2021-03-01");
    assert!(kent.source.contains("kent.police.uk"), "{}", kent.source);
    assert_eq!(kent.note, "Number given in the Kent Police appeal itself.");
    assert_eq!(provenance(number("+441632960123")), None);

    let code = code_provenance("159").expect("listed");
    assert!(
        code.note.contains("159 will never call you"),
        "{}",
        code.note
    );
    assert_eq!(code_provenance("1590"), None);
}
