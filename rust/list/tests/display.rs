//! Numbers as people write them.

use cleardown_core::{E164, Region};
use cleardown_list::{display, display_quick, warm};
use phonenumber::Mode;

fn number(text: &str) -> E164 {
    text.parse().expect("a number")
}

fn region(iso: &str) -> Region {
    Region::from_iso(iso).expect("a country")
}

#[test]
fn numbers_are_grouped_as_people_write_them() {
    for (written, expected) in [
        ("+443001232040", "0300 123 2040"),
        ("+442072301212", "020 7230 1212"),
        ("+441622604100", "01622 604100"),
        ("+441132345678", "0113 234 5678"),
        ("+441316264000", "0131 626 4000"),
        ("+44800555111", "0800 555111"),
        ("+448001218899", "0800 121 8899"),
        ("+447700900123", "07700 900123"),
        ("+447624123456", "07624 123456"),
        ("+441534123456", "01534 123456"),
        ("+33123456789", "+33 1 23 45 67 89"),
        ("+12025550143", "+1 202-555-0143"),
    ] {
        assert_eq!(display(number(written), Region::gb()), expected);
    }
}

#[test]
fn home_numbers_are_national_and_others_international() {
    assert_eq!(
        display(number("+443001232040"), region("FR")),
        "+44 300 123 2040"
    );
    assert_eq!(
        display(number("+33123456789"), region("FR")),
        "01 23 45 67 89"
    );
    assert_eq!(
        display(number("+441534123456"), region("JE")),
        "01534 123456"
    );
}

#[test]
fn while_the_phone_rings_british_numbers_look_the_same() {
    for written in [
        "+443001232040",
        "+442072301212",
        "+441622604100",
        "+44800555111",
    ] {
        for home in ["GB", "FR"] {
            let home = region(home);
            assert_eq!(
                display_quick(number(written), home),
                display(number(written), home)
            );
        }
    }
    assert_eq!(
        display_quick(number("+33123456789"), Region::gb()),
        "+33 123456789"
    );
    assert_eq!(
        display_quick(number("+12025550143"), Region::gb()),
        "+1 2025550143"
    );
    assert_eq!(
        display_quick(number("+35312345678"), Region::gb()),
        "+353 12345678"
    );
    assert_eq!(
        display_quick(number("+9991234567"), Region::gb()),
        "+9991234567"
    );
}

#[test]
fn listed_numbers_are_written_as_their_editors_wrote_them() {
    let tables: &[u8] = include_bytes!("../data/gb/numbers.csv");
    for row in csv::Reader::from_reader(tables).into_records() {
        let row = row.expect("a row");
        assert_eq!(display_quick(number(&row[0]), Region::gb()), row[1]);
    }
}

/// The grouping by hand, against the crate that carries the numbering plan: every beginning of four
/// digits, in every length there is.
#[test]
fn the_grouping_agrees_with_the_numbering_plan() {
    warm();
    let mut grouped = 0;
    for beginning in 1000..10_000 {
        for rest in ["111", "46412", "23456", "412345", "987654"] {
            let national = format!("{beginning}{rest}");
            let text = format!("+44{national}");
            let Ok(parsed) = phonenumber::parse(None, &text) else {
                continue;
            };
            let expected = parsed.format().mode(Mode::National).to_string();
            // Where no rule fits, the crate leaves the 0 out.
            if !expected.contains(' ') {
                continue;
            }
            grouped += 1;
            assert_eq!(display_quick(number(&text), Region::gb()), expected);
        }
    }
    assert!(grouped > 15_000, "only {grouped} numbers were compared");
}
