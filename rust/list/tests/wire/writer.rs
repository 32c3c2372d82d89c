//! What a writer refuses, so that a damaged database cannot give a text that looks like one.

use cleardown_core::{CallsOut, E164, Kind};
use cleardown_list::{Class, Counts, Line, NumberRow, Problem, TextWriter, WireError, write_text};

use crate::lists::{code, first, read};

const COUNTS: Counts = Counts {
    lines: 2,
    codes: 1,
    numbers: 2,
};

fn line(line: &str) -> Line<'_> {
    Line {
        organisation: "Test",
        kind: Kind::Bank,
        line,
    }
}

fn number(number: u64, line: u32) -> NumberRow {
    NumberRow {
        number: E164::from_u64(number).expect("a number"),
        line,
        class: Class::new(CallsOut::Known, cleardown_core::Confidence::Low, false)
            .expect("a class"),
    }
}

fn problem(written: Result<(), WireError>) -> Problem {
    written.expect_err("refused").problem
}

#[test]
fn a_text_read_row_by_row_is_written_again_byte_for_byte() {
    let text = write_text(&first());
    let read = read(&text);
    let counts = Counts {
        lines: read.lines().len() as u64,
        codes: read.codes().len() as u64,
        numbers: read.rows(),
    };
    let mut again = Vec::new();
    let mut writer = TextWriter::new(|bytes: &[u8]| again.extend_from_slice(bytes), counts);
    for line in read.lines() {
        writer.line(&line).expect("in order");
    }
    for code in read.codes() {
        writer.code(code).expect("in order");
    }
    for number in read.numbers() {
        writer.number(number).expect("in order");
    }
    writer.finish().expect("complete");
    assert_eq!(again, text);
}

#[test]
fn rows_out_of_order_are_refused() {
    let mut writer = TextWriter::new(|_: &[u8]| (), COUNTS);
    writer.line(&line("b")).expect("the first");
    assert_eq!(problem(writer.line(&line("b"))), Problem::Order);
    assert_eq!(problem(writer.line(&line("a"))), Problem::Order);
    let code = code("159", "Test", None, CallsOut::Never);
    assert_eq!(problem(writer.code(&code)), Problem::Unexpected);
    writer.line(&line("c")).expect("the second");
    assert_eq!(problem(writer.line(&line("d"))), Problem::Unexpected);
    assert_eq!(
        problem(writer.number(number(441_632_960_123, 0))),
        Problem::Unexpected
    );
    writer.code(&code).expect("the only one");
    writer
        .number(number(441_632_960_123, 1))
        .expect("the first");
    assert_eq!(
        problem(writer.number(number(441_632_960_123, 1))),
        Problem::Order
    );
    assert_eq!(
        problem(writer.number(number(441_632_960_122, 1))),
        Problem::Order
    );
    assert_eq!(
        problem(writer.number(number(441_632_960_124, 2))),
        Problem::Value
    );
    assert_eq!(problem(writer.finish()), Problem::Ends);
}

#[test]
fn a_row_too_many_is_refused() {
    let counts = Counts {
        lines: 1,
        codes: 0,
        numbers: 1,
    };
    let mut writer = TextWriter::new(|_: &[u8]| (), counts);
    writer.line(&line("")).expect("the only one");
    writer
        .number(number(441_632_960_123, 0))
        .expect("the only one");
    assert_eq!(
        problem(writer.number(number(441_632_960_124, 0))),
        Problem::Unexpected
    );
    assert!(writer.finish().is_ok());
}
