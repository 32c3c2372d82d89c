//! Shows that every attack in `tests/lists` would succeed without the check that it is about.
//!
//! The checks are taken out of a copy of the project, each behind a name, so that the project itself
//! has no such switch. The copy is built once; then each test runs with its check switched off, and
//! has to fail.

mod copy;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde_json::Value;

use copy::Copy;
use table::{MUTANTS, Mutant};

/// Rows of the table of attacks that a client can meet.
const ROWS: [&str; 20] = [
    "row_01", "row_02", "row_03", "row_04", "row_05", "row_06", "row_07", "row_08", "row_09",
    "row_10", "row_11", "row_13", "row_14", "row_15", "row_16", "row_18", "row_19", "row_20",
    "row_21", "row_23",
];

#[test]
fn every_row_has_a_check_that_can_be_taken_away() {
    let without: Vec<_> = ROWS
        .iter()
        .filter(|row| MUTANTS.iter().all(|one| !one.rows.contains(row)))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn every_attack_succeeds_where_its_check_is_missing() {
    let copy = Copy::make();
    for mutant in MUTANTS {
        copy.edit(mutant);
    }
    let tests = build(&copy);
    assert!(
        holds(&tests, None, "row_"),
        "the copy itself is as good as the project"
    );
    let runs: Vec<(&Mutant, &str)> = MUTANTS
        .iter()
        .flat_map(|one| one.rows.iter().map(move |row| (one, *row)))
        .collect();
    let mut survivors = Vec::new();
    for some in runs.chunks(3) {
        thread::scope(|scope| {
            let tests = tests.as_path();
            let begun: Vec<_> = some
                .iter()
                .map(|(mutant, row)| {
                    let run = scope.spawn(move || holds(tests, Some(mutant.name), row));
                    (mutant.name, row, run)
                })
                .collect();
            for (name, row, run) in begun {
                if run.join().expect("it ends") {
                    survivors.push(format!("{row} without {name}"));
                }
            }
        });
    }
    assert!(survivors.is_empty(), "these still pass: {survivors:?}");
}

/// Builds the tests of the copy. Gives the program.
fn build(copy: &Copy) -> PathBuf {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args([
        "test",
        "--offline",
        "--package",
        "cleardown-tests",
        "--test",
        "lists",
    ]);
    cargo.args(["--no-run", "--message-format", "json"]);
    cargo
        .current_dir(copy.folder())
        .env("CARGO_TARGET_DIR", copy.target());
    let output = cargo.output().expect("cargo starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let program = messages
        .filter(|message| message["target"]["name"] == "lists")
        .filter_map(|message| message["executable"].as_str().map(PathBuf::from))
        .next_back();
    program.unwrap_or_else(|| {
        panic!(
            "the copy does not build:\n{}",
            String::from_utf8_lossy(&output.stderr)
        )
    })
}

/// Whether the tests of this name pass without this check.
fn holds(tests: &Path, mutant: Option<&str>, row: &str) -> bool {
    let mut run = Command::new(tests);
    run.arg(row)
        .env("RUST_BACKTRACE", "0")
        .env("MUTANT", mutant.unwrap_or_default());
    let output = run.output().expect("the tests start");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.contains("running 0 tests"), "no test is called {row}");
    output.status.success()
}
