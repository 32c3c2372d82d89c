//! Every rule of a list finds what breaks it, and the real list breaks none.

mod tables;

use std::collections::BTreeSet;

use cleardown_list::lint::File;
use cleardown_list::{Day, Finding, List, ListFiles, Meta, Rule, Severity, lint};
use tables::{Broken, CASES, Place};

fn today() -> Day {
    "2026-11-21".parse().expect("a date")
}

fn find(broken: &Broken) -> Vec<Finding> {
    let [numbers, codes, offers, about] = broken.files();
    let files = ListFiles {
        numbers: &numbers,
        codes: Some(&codes),
        offers: Some(&offers),
        about: Some(&about),
    };
    lint(&files, today())
}

#[test]
fn the_bundled_tables_are_clean() {
    let files = ListFiles {
        numbers: include_bytes!("../data/gb/numbers.csv"),
        codes: Some(include_bytes!("../data/gb/codes.csv")),
        offers: Some(include_bytes!("../data/gb/ring.csv")),
        about: Some(include_bytes!("../data/gb/list.csv")),
    };
    let findings: Vec<String> = lint(&files, today())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn the_tables_that_the_cases_break_are_clean() {
    assert_eq!(find(&Broken::nothing()), []);
}

#[test]
fn every_broken_table_is_found_where_it_is_broken() {
    for case in CASES {
        let findings = find(case);
        let Place(file, row, column) = case.place;
        let found = findings
            .iter()
            .find(|found| (found.code, found.file, found.row) == (case.rule, file, row))
            .unwrap_or_else(|| panic!("{}: found only {findings:#?}", case.name));
        assert_eq!(found.column, column, "{}", case.name);
        assert_eq!(found.severity, case.rule.severity(), "{}", case.name);
        assert!(
            !found.message.is_empty() && !found.remedy.is_empty(),
            "{}",
            case.name
        );
        let others: Vec<_> = findings.iter().filter(|f| f.code != case.rule).collect();
        let may_have_others = case.brings_others;
        assert!(
            may_have_others || others.is_empty(),
            "{}: also {others:#?}",
            case.name
        );
    }
}

#[test]
fn every_rule_has_a_table_that_breaks_it() {
    let tried: BTreeSet<Rule> = CASES.iter().map(|case| case.rule).collect();
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    // Too long a list is tried below: it is made, not written.
    let untried: Vec<_> = all.difference(&tried).collect();
    assert_eq!(untried, [&Rule::Refused]);
}

#[test]
fn a_list_that_phones_refuse_is_not_published() {
    let broken = Broken::nothing();
    let [numbers, _, _, _] = broken.files();
    let mut codes = tables::CODES_HEADER.as_bytes().to_vec();
    for code in 0..=cleardown_list::MOST_CODES {
        let row = format!("{code:06},Someone,dial out,,unknown,low,https://example.org/,\r\n");
        codes.extend(row.into_bytes());
    }
    let files = ListFiles {
        numbers: &numbers,
        codes: Some(&codes),
        offers: None,
        about: None,
    };
    let findings = lint(&files, today());
    assert_eq!(
        findings.iter().map(|found| found.code).collect::<Vec<_>>(),
        [Rule::Refused]
    );
}

/// Bytes exchanged at random, always the same ones: whatever stands in a file, it is looked through.
#[test]
fn no_file_can_stop_the_check() {
    const SIGNS: &[u8] = b"\r\n\"\",,,+0\xc3\xff \0";
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for _ in 0..2_000 {
        let mut files = Broken::nothing().files();
        for file in &mut files {
            for _ in 0..random(6) {
                let at = random(file.len());
                file[at] = SIGNS[random(SIGNS.len())];
            }
            file.truncate(file.len() - random(20));
        }
        let [numbers, codes, offers, about] = files;
        let files = ListFiles {
            numbers: &numbers,
            codes: Some(&codes),
            offers: Some(&offers),
            about: Some(&about),
        };
        let lines = numbers.len() as u64;
        assert!(
            lint(&files, today())
                .iter()
                .all(|found| found.row.is_none_or(|row| row <= lines))
        );
    }
}

#[test]
fn codes_are_stable_and_each_once() {
    let codes: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    assert_eq!(codes.len(), Rule::ALL.len());
    assert!(codes.iter().all(|code| {
        code.bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'_' | b'0'..=b'9'))
    }));
}

#[test]
fn a_finding_says_its_place_in_one_line_and_in_json() {
    let case = CASES
        .iter()
        .find(|case| case.rule == Rule::LifeSaving)
        .expect("a case");
    let findings = find(case);
    let finding = findings
        .iter()
        .find(|found| found.code == Rule::LifeSaving)
        .expect("found");
    assert_eq!(finding.file, File::Numbers);
    let line = finding.to_string();
    assert_eq!(
        line,
        "numbers.csv:3: number: this number saves lives (life_saving)"
    );
    let json = serde_json::to_value(finding).expect("JSON");
    assert_eq!(json["severity"], "error");
    assert_eq!(json["code"], "life_saving");
    assert_eq!(json["file"], "numbers.csv");
    assert_eq!(json["row"], 3);
    assert_eq!(json["column"], "number");
}

#[test]
fn a_list_is_only_read_from_tables_without_errors() {
    let meta = |issued: &str| Meta {
        publisher: "test".to_owned(),
        title: "Test".to_owned(),
        version: 1,
        issued_ms: issued.parse::<Day>().expect("a date").unix_ms(),
    };
    for case in CASES.iter().filter(|case| case.place.0 == File::Numbers) {
        let [numbers, codes, _, _] = case.files();
        let list = List::from_csv(&numbers, Some(&codes), meta("2026-11-21"));
        let stops = case.rule.severity() == Severity::Error;
        assert_eq!(list.is_err(), stops, "{}", case.name);
    }
    let [numbers, codes, _, _] = Broken::nothing().files();
    let list = List::from_csv(&numbers, Some(&codes), meta("2026-11-21")).expect("clean tables");
    assert_eq!((list.rows().len(), list.codes().len()), (2, 2));
    let early = List::from_csv(&numbers, None, meta("2026-11-19")).expect_err("dates to come");
    assert_eq!(early[0].code, Rule::FutureDate);
}
