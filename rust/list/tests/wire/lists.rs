//! Lists to write and read.

use cleardown_core::{CallsOut, Confidence, Kind, Listing, ShortCode};
use cleardown_list::{CodeListing, CodeRow, List, ListRow, ListText, Meta};

pub fn meta(version: u64) -> Meta {
    Meta {
        publisher: "test".to_owned(),
        title: "Test".to_owned(),
        version,
        issued_ms: 0,
    }
}

pub fn row(number: &str, organisation: &str, kind: Kind, line: &str) -> ListRow {
    ListRow {
        number: number.parse().expect("a number"),
        listing: Listing {
            organisation: organisation.to_owned(),
            line: line.to_owned(),
            kind,
            calls_out: CallsOut::Unknown,
            confidence: Confidence::High,
            ring: false,
        },
    }
}

pub fn said(mut row: ListRow, calls_out: CallsOut, confidence: Confidence, ring: bool) -> ListRow {
    (
        row.listing.calls_out,
        row.listing.confidence,
        row.listing.ring,
    ) = (calls_out, confidence, ring);
    row
}

pub fn code(digits: &str, organisation: &str, kind: Option<Kind>, calls_out: CallsOut) -> CodeRow {
    CodeRow {
        code: ShortCode::new(digits).expect("a code"),
        listing: CodeListing {
            organisation: organisation.to_owned(),
            kind,
            calls_out,
            confidence: Confidence::High,
        },
    }
}

/// The example of `FORMAT.md`.
pub fn first() -> List {
    use CallsOut::{Known, Never, Unlikely};
    let kent = |number, line| row(number, "Kent Police", Kind::Police, line);
    let bank = |number, line| row(number, "Test Bank", Kind::Bank, line);
    let rows = vec![
        kent("+441622604100", "appeals line, West Kent"),
        kent("+441622690690", "switchboard"),
        said(
            bank("+448001218899", "fraud"),
            Never,
            Confidence::High,
            false,
        ),
        said(bank("+443457345345", ""), Known, Confidence::High, true),
        bank("+443457345346", ""),
        said(
            bank("+33123456789", "o dramor, Ffrainc"),
            Unlikely,
            Confidence::Low,
            false,
        ),
    ];
    let codes = vec![
        code("159", "Stop Scams UK", Some(Kind::Bank), Never),
        code("999", "Emergency services", None, Unlikely),
        code(
            "101",
            "Police non-emergency",
            Some(Kind::Police),
            CallsOut::Unknown,
        ),
    ];
    List::new(meta(1), rows, codes).expect("a list")
}

/// What became of it: two numbers went, one came, of one something else is said, a code went, of
/// one something else is said.
pub fn second() -> List {
    let first = first();
    let mut rows: Vec<ListRow> = first.rows().to_vec();
    rows.retain(|row| {
        !["+441622604100", "+443457345346"].contains(&row.number.to_string().as_str())
    });
    for row in &mut rows {
        if row.number.to_string() == "+441622690690" {
            row.listing.line = "Maidstone".to_owned();
        }
    }
    rows.push(row("+443001232040", "Report Fraud", Kind::Helpline, ""));
    let codes = vec![
        code(
            "101",
            "Police non-emergency",
            Some(Kind::Police),
            CallsOut::Known,
        ),
        code("159", "Stop Scams UK", Some(Kind::Bank), CallsOut::Never),
    ];
    List::new(meta(2), rows, codes).expect("a list")
}

/// More numbers than stand on one line.
pub fn long() -> List {
    let rows = (0..300_u64).map(|at| {
        let number = 441_632_960_000 + at * at;
        let organisation = if at % 7 == 0 {
            "Test Police"
        } else {
            "Heddlu Môn"
        };
        let confidence = if at % 50 == 0 {
            Confidence::Low
        } else {
            Confidence::High
        };
        let row = row(&format!("+{number}"), organisation, Kind::Police, "");
        said(row, CallsOut::Unknown, confidence, false)
    });
    List::new(meta(1), rows.collect(), vec![]).expect("a list")
}

pub fn read(text: &[u8]) -> ListText {
    ListText::parse(text.to_vec()).expect("a text")
}
