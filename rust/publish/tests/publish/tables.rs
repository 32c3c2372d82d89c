//! Rows added, removed and brought in: checked before they are written.

use std::fs;

use cleardown_list::Day;
use cleardown_publish::{Edit, Refused, Table, Tables};

use crate::support::{Publisher, row, rows};

fn today() -> Day {
    "2026-11-21".parse().expect("a day")
}

fn cells(text: &str) -> Vec<String> {
    text.trim_end().split(',').map(str::to_owned).collect()
}

fn numbers(publisher: &Publisher) -> String {
    fs::read_to_string(publisher.folder.tables().join("numbers.csv")).expect("the table")
}

#[test]
fn a_row_is_put_where_the_order_wants_it() {
    let publisher = Publisher::new();
    publisher.write_rows(&(row(1, "unknown") + &row(9, "unknown")));
    let mut tables = Tables::read(&publisher.folder.tables()).expect("tables");
    let edit = tables.add(Table::Numbers, cells(&row(5, "unknown")), false, today());
    assert_eq!(edit.expect("it is added").added, 1);
    let text = numbers(&publisher);
    let at = |n: u32| text.find(&row(n, "unknown")).expect("the row");
    assert!(at(1) < at(5) && at(5) < at(9), "{text}");
}

#[test]
fn a_row_that_breaks_a_rule_is_not_written() {
    let publisher = Publisher::new();
    let before = numbers(&publisher);
    let mut tables = Tables::read(&publisher.folder.tables()).expect("tables");
    let wrong = cells(&row(201, "never").replace("Its own page says so.", ""));
    let refused = tables
        .add(Table::Numbers, wrong, false, today())
        .expect_err("no evidence");
    let Refused::Findings(findings) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(findings[0].code.code(), "never_without_evidence");
    assert_eq!(numbers(&publisher), before);
}

#[test]
fn a_row_that_is_there_changes_only_when_asked() {
    let publisher = Publisher::new();
    let mut tables = Tables::read(&publisher.folder.tables()).expect("tables");
    let mut add = |replace| tables.add(Table::Numbers, cells(&row(7, "never")), replace, today());
    assert!(matches!(add(false), Err(Refused::Problem(problem)) if problem.code() == "row_there"));
    assert_eq!(add(true).expect("it is changed").changed, 1);
}

#[test]
fn a_row_goes_and_the_last_one_too() {
    let publisher = Publisher::new();
    publisher.write_rows(&row(1, "unknown"));
    let mut tables = Tables::read(&publisher.folder.tables()).expect("tables");
    let mut remove = || tables.remove(Table::Numbers, "+442079460001", today());
    assert_eq!(remove().expect("it goes").removed, 1);
    assert!(matches!(remove(), Err(Refused::Problem(problem)) if problem.code() == "no_such_row"));
}

#[test]
fn an_import_adds_changes_and_mirrors() {
    let publisher = Publisher::new();
    let mut tables = Tables::read(&publisher.folder.tables()).expect("tables");
    let header = numbers(&publisher)
        .lines()
        .next()
        .expect("a header")
        .to_owned();
    // As a spreadsheet writes it: a mark at the beginning, line ends of another system.
    let changed = rows(0..1) + &row(1, "never") + &rows(500..502);
    let given = format!("\u{feff}{header}\n{}", changed.replace("\r\n", "\n"));
    let edit = tables.import(Table::Numbers, given.as_bytes(), false, today());
    let expected = Edit {
        added: 2,
        changed: 1,
        same: 1,
        removed: 0,
    };
    assert_eq!(edit.expect("it is brought in"), expected);
    let edit = tables.import(Table::Numbers, given.as_bytes(), true, today());
    assert_eq!(edit.expect("it is mirrored").removed, 198);
    assert_eq!(numbers(&publisher), format!("{header}\r\n{changed}"));

    let other = "number,name\r\n+442079460001,My Bank\r\n";
    let refused = tables.import(Table::Numbers, other.as_bytes(), false, today());
    assert!(matches!(refused, Err(Refused::Problem(problem)) if problem.code() == "columns"));
}

#[test]
fn the_table_of_codes_comes_and_goes_with_its_rows() {
    let publisher = Publisher::new();
    let folder = publisher.folder.tables();
    let mut tables = Tables::read(&folder).expect("tables");
    assert_eq!(tables.codes, None);
    let code = cells("159,Stop Scams UK,dial out,bank,unknown,low,https://www.mybank.example/159,");
    let edit = tables.add(Table::Codes, code, false, today());
    assert_eq!(edit.expect("it is added").added, 1);
    assert!(tables.findings(today()).is_empty());
    tables
        .remove(Table::Codes, "159", today())
        .expect("it goes");
    assert_eq!(Tables::read(&folder).expect("tables").codes, None);
    assert!(tables.findings(today()).is_empty());
}
