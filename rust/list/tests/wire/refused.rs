//! Every way in which a text is refused, with the line and the reason.

use cleardown_list::{
    DeltaText, ListText, MOST_DELTA_BYTES, MOST_TEXT_BYTES, Problem, TextProblem, WireError,
    write_delta, write_text,
};

use crate::lists::{first, second};

fn list(text: &str) -> WireError {
    ListText::parse(text.as_bytes().to_vec()).expect_err("refused")
}

fn delta(text: &str) -> WireError {
    DeltaText::parse(text.as_bytes().to_vec()).expect_err("refused")
}

/// What to exchange, for what, the line of the error, the error.
type Case = (&'static str, &'static str, u64, Problem);

#[track_caller]
fn check(good: &str, cases: &[Case], read: impl Fn(&str) -> WireError) {
    for (from, to, line, problem) in cases {
        assert!(good.contains(from), "{from:?} is not in the text");
        let error = read(&good.replacen(from, to, 1));
        let expected = WireError {
            line: *line,
            problem: *problem,
        };
        assert_eq!(error, expected, "{from:?} -> {to:?}");
    }
}

#[test]
fn a_full_text_has_one_form() {
    let good = String::from_utf8(write_text(&first())).expect("text");
    let cases: &[Case] = &[
        (
            "cleardown list 1",
            "cleardown delta 1",
            1,
            Problem::NotThisText,
        ),
        (
            "cleardown list 1",
            "\u{feff}cleardown list 1",
            1,
            Problem::NotThisText,
        ),
        (
            "cleardown list 1",
            "cleardown list 01",
            1,
            Problem::NotThisText,
        ),
        (
            "cleardown list 1",
            "cleardown list 2",
            1,
            Problem::UnknownFormat,
        ),
        (
            "cleardown list 1\n",
            "cleardown list 1\r\n",
            1,
            Problem::NotThisText,
        ),
        ("lines 5", "lines 05", 2, Problem::Heading),
        ("lines 5", "lines +5", 2, Problem::Heading),
        ("lines 5", "lines -1", 2, Problem::Heading),
        ("lines 5", "lines 5 ", 2, Problem::Heading),
        ("lines 5", "lines 2000001", 2, Problem::TooMany),
        ("lines 5", "lines 999999999999999999", 2, Problem::TooMany),
        ("lines 5", "lines 9999999999999999999", 2, Problem::Heading),
        ("lines 5", "lines 4", 7, Problem::Heading),
        ("lines 5", "lines 6", 8, Problem::Columns),
        (
            "Kent Police\tpolice\tswitch",
            "Kent Police\tpolice switch",
            4,
            Problem::Columns,
        ),
        (
            "Kent Police\tpolice\tswitch",
            "Kent Police\tpolice\t\tswitch",
            4,
            Problem::Columns,
        ),
        (
            "Kent Police\tpolice\tswitch",
            "Kent Police\tPolice\tswitch",
            4,
            Problem::Value,
        ),
        (
            "Kent Police\tpolice\tswitch",
            "Kent Police\t\tswitch",
            4,
            Problem::Value,
        ),
        (
            "Kent Police\tpolice\tswitch",
            "\tpolice\tswitch",
            4,
            Problem::Text(TextProblem::Empty),
        ),
        (
            "Kent Police\tpolice\tswitch",
            "Kent  Police\tpolice\tswitch",
            4,
            Problem::Text(TextProblem::Untrimmed),
        ),
        (
            "switchboard",
            "switchboard\u{202e}",
            4,
            Problem::Text(TextProblem::Invisible),
        ),
        (
            "Kent Police\tpolice\tswitch",
            "Kent Police\tpolice\taaa",
            4,
            Problem::Order,
        ),
        (
            "Test Bank\tbank\tfraud",
            "Test Bank\tbank\t",
            6,
            Problem::Order,
        ),
        ("codes 3", "codes 1001", 8, Problem::TooMany),
        ("codes 3", "code 3", 8, Problem::Heading),
        ("159\tStop", "1590000\tStop", 10, Problem::Value),
        ("159\tStop", "15x\tStop", 10, Problem::Value),
        ("159\tStop", "101\tStop", 11, Problem::Order),
        ("159\tStop", "1\tStop", 10, Problem::Order),
        ("\tnever\thigh", "\tnever\tsure", 10, Problem::Value),
        ("\tnever\thigh", "\talways\thigh", 10, Problem::Value),
        ("\tnever\thigh", "\tnever\thigh\t", 10, Problem::Columns),
        ("numbers 6", "numbers 2000001", 12, Problem::TooMany),
        ("numbers 6", "numbers 5", 13, Problem::Columns),
        ("numbers 6", "numbers 7", 13, Problem::Columns),
        ("numbers 6", "numbers 0", 3, Problem::Unused),
        ("numbers 6", "numbers 257", 13, Problem::Columns),
        ("33123456789 ", "033123456789 ", 13, Problem::Decimal),
        ("33123456789 ", "+33123456789 ", 13, Problem::Decimal),
        ("33123456789 ", "33123456789  ", 13, Problem::Decimal),
        ("33123456789 ", "33123456789,", 13, Problem::Columns),
        (
            "33123456789 ",
            "331234567890123456789 ",
            13,
            Problem::Decimal,
        ),
        ("33123456789 ", "999999 ", 13, Problem::NotANumber),
        ("33123456789 ", "999999999999999 ", 13, Problem::NotANumber),
        (" 86590 ", " 0 ", 13, Problem::Order),
        ("\n4 0 1", "\n5 0 1", 14, Problem::Value),
        ("\n4 0 1", "\n4294967300 0 1", 14, Problem::Value),
        ("\n4 0 1", "\n4 1 1", 3, Problem::Unused),
        ("\n4 0 1", "\n4 0 1 0", 14, Problem::Columns),
        ("cjjmjl", "cjjqjl", 15, Problem::Value),
        ("cjjmjl", "cjj jl", 15, Problem::Value),
        ("cjjmjl", "cjjmj", 15, Problem::Columns),
        ("cjjmjl", "cjjmjll", 15, Problem::Columns),
        ("cjjmjl\n", "cjjmjl", 15, Problem::Ends),
        ("cjjmjl\n", "cjjmjl\n\n", 16, Problem::Unexpected),
        ("cjjmjl\n", "cjjmjl\nend\n", 16, Problem::Unexpected),
    ];
    check(&good, cases, list);
}

#[test]
fn life_saving_numbers_are_in_no_text() {
    for number in [
        "448001111",
        "44800111999",
        "448000121700",
        "44116123",
        "4418000",
    ] {
        let text = format!(
            "cleardown list 1\nlines 1\nTest\tbank\t\ncodes 0\nnumbers 1\n{number}\n0\nb\n"
        );
        let error = list(&text);
        assert_eq!((error.line, error.problem), (6, Problem::LifeSaving));
        assert_eq!(error.code(), "list_life_saving");
        assert!(
            !error.to_string().contains(char::is_numeric) || !error.to_string().contains(number)
        );
    }
}

#[test]
fn a_delta_has_one_form() {
    let good = String::from_utf8(write_delta(&first(), &second())).expect("text");
    let cases: &[Case] = &[
        (
            "cleardown delta 1",
            "cleardown list 1",
            1,
            Problem::NotThisText,
        ),
        (
            "cleardown delta 1",
            "cleardown delta 2",
            1,
            Problem::UnknownFormat,
        ),
        ("from 1 ", "from 01 ", 2, Problem::Heading),
        ("from 1 ", "from 1 0", 2, Problem::Heading),
        ("to 2 ", "to 2", 3, Problem::Heading),
        ("to 2 ", "to 2 A", 3, Problem::Heading),
        ("old lines 2", "old lines 3", 7, Problem::Columns),
        ("new lines 2", "new lines 2000001", 7, Problem::TooMany),
        ("old codes 1\n999", "old codes 1\n99x", 11, Problem::Value),
        ("old codes 1\n999", "old codes 1\n", 11, Problem::Value),
        // What both goes and comes: two readers could do it in two orders.
        (
            "police\tMaidstone",
            "police\tswitchboard",
            8,
            Problem::Order,
        ),
        ("\n101\t", "\n999\t", 13, Problem::Order),
        ("new codes 1", "new codes 2", 14, Problem::Columns),
        ("removed 2 1", "removed 2 2", 14, Problem::Heading),
        ("removed 2 1", "removed 2 0", 14, Problem::Heading),
        ("removed 2 1", "removed 2", 14, Problem::Heading),
        ("removed 2 1", "removed 2000001 1", 14, Problem::TooMany),
        ("removed 2 1", "removed 3 1", 15, Problem::Columns),
        ("removed 2 1", "removed 1 1", 15, Problem::Columns),
        ("removed 2 1", "removed 0 10", 14, Problem::Heading),
        ("set 2", "set 1", 17, Problem::Columns),
        ("set 2", "set 2000001", 16, Problem::TooMany),
    ];
    check(&good, cases, delta);
}

#[test]
fn removals_have_one_form() {
    let text = |removed: &str| {
        let zeros = "0".repeat(64);
        format!(
            "cleardown delta 1\nfrom 1 {zeros}\nto 2 {zeros}\nold lines 0\nnew lines 0\n\
             old codes 0\nnew codes 0\nremoved {removed}\nset 0\n"
        )
    };
    for good in [
        "0 1",
        "2 10\n44163296 0",
        "2 10\n44163296+3 0+3",
        "1 1000000000000000\n0+5",
    ] {
        assert!(DeltaText::parse(text(good).into_bytes()).is_ok(), "{good}");
    }
    for (bad, problem) in [
        ("2 1\n441632960123 0", Problem::Order),
        ("1 1\n441632960123+1", Problem::Decimal),
        ("1 10\n44163296012+10", Problem::Decimal),
        ("1 10000\n44163296+1000", Problem::Decimal),
        ("1 10\n44163296012+0", Problem::Decimal),
        ("1 10\n44163296012+01", Problem::Decimal),
        ("1 10\n44163296012+", Problem::Decimal),
        ("1 10\n+1", Problem::Decimal),
        ("2 10\n44163296+3 0+2", Problem::Order),
        ("1 10\n100000000000000", Problem::NotANumber),
        ("1 1000000000000000\n1", Problem::NotANumber),
        (
            "2 1000\n999999999999999999 999999999999999999",
            Problem::NotANumber,
        ),
    ] {
        let error = delta(&text(bad));
        assert_eq!((error.line, error.problem), (9, problem), "{bad}");
    }
    assert_eq!(
        delta(&text("1 10000000000000000\n1")).problem,
        Problem::Heading
    );
}

#[test]
fn what_is_not_utf_8_is_refused_and_so_is_a_text_without_end() {
    let text = b"cleardown list 1\nlines 1\nKent \xff\tpolice\t\n".to_vec();
    assert_eq!(
        ListText::parse(text.clone()).expect_err("refused").problem,
        Problem::NotUtf8
    );
    assert_eq!(
        DeltaText::parse(text).expect_err("refused").problem,
        Problem::NotUtf8
    );
    let endless = |bytes: u64| vec![b'0'; bytes as usize + 1];
    let error = ListText::parse(endless(MOST_TEXT_BYTES)).expect_err("refused");
    assert_eq!(
        (error.problem, error.code()),
        (Problem::TooLarge, "list_too_large")
    );
    let error = DeltaText::parse(endless(MOST_DELTA_BYTES)).expect_err("refused");
    assert_eq!(error.problem, Problem::TooLarge);
}

#[test]
fn nothing_but_html_is_no_list() {
    let html = "<!doctype html>\n<title>Log in</title>\n";
    assert_eq!(list(html).problem, Problem::NotThisText);
    assert_eq!(delta(html).problem, Problem::NotThisText);
    assert_eq!(list("").problem, Problem::Ends);
    assert_eq!(list("").to_string(), "line 1 of the list ends too early");
}
