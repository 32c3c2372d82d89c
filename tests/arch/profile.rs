//! The release profile.

use crate::tree::text;

/// What has to be there, and why.
const NEEDED: &[(&str, &str)] = &[
    (
        "panic = \"unwind\"",
        "a panic must become an exception, or the phone's call dies with it",
    ),
    (
        "overflow-checks = true",
        "a wrong sum must fail and let the call through",
    ),
];

#[test]
fn release_builds_catch_panics_and_overflows() {
    let wrong = missing(&text("Cargo.toml"));
    assert!(wrong.is_empty(), "Cargo.toml [profile.release]: {wrong:?}");
}

#[test]
fn a_missing_line_is_found() {
    let elsewhere =
        "[profile.dev]\npanic = \"unwind\"\n[profile.release]\noverflow-checks = true\n";
    assert_eq!(missing(elsewhere), [NEEDED[0]]);
}

fn missing(toml: &str) -> Vec<(&'static str, &'static str)> {
    let section = toml.split("[profile.release]\n").nth(1).unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    let has = |line: &str| section.lines().any(|one| one.trim() == line);
    NEEDED
        .iter()
        .filter(|(line, _)| !has(line))
        .copied()
        .collect()
}
