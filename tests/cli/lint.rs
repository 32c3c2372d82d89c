//! `cleardown list lint`

use std::fs;

use super::{cleardown, project};

const DATA: &str = "rust/list/data/gb";

#[test]
fn the_bundled_list_has_no_errors() {
    let ran = cleardown(&["list", "lint", "--today", "2026-11-21"]);
    assert_eq!(ran.status, Some(0), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("473 numbers: 0 errors"), "{}", ran.err);
}

#[test]
fn an_error_is_named_with_row_and_remedy_and_exits_with_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let numbers = fs::read_to_string(project().join(DATA).join("numbers.csv")).expect("the data");
    let second_row = numbers.lines().nth(1).expect("a row").to_owned();
    fs::write(
        folder.path().join("numbers.csv"),
        format!("{numbers}{second_row}\r\n"),
    )
    .expect("the broken list can be written");
    let ran = cleardown(&["list", "lint", &folder.path().display().to_string()]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.out.contains("numbers.csv:475"), "{}", ran.out);
    assert!(ran.out.contains("error"), "{}", ran.out);
}

#[test]
fn a_folder_without_a_list_exits_with_2() {
    let ran = cleardown(&["list", "lint", "no-such-folder"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("Name the folder"), "{}", ran.err);
}
