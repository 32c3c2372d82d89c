//! The profiles of what is shipped.

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
fn the_library_for_android_is_a_release_build_and_small() {
    let manifest = text("Cargo.toml");
    let wrong = changed(&manifest);
    assert!(wrong.is_empty(), "Cargo.toml [profile.android]: {wrong:?}");
}

#[test]
fn a_missing_line_is_found() {
    let elsewhere =
        "[profile.dev]\npanic = \"unwind\"\n[profile.release]\noverflow-checks = true\n";
    assert_eq!(missing(elsewhere), [NEEDED[0]]);
    let aborting = "[profile.android]\ninherits = \"release\"\npanic = \"abort\"\n";
    assert_eq!(changed(aborting), ["panic = \"abort\""]);
    assert_eq!(changed("[profile.dev]\n"), ["no inherits = \"release\""]);
}

fn missing(toml: &str) -> Vec<(&'static str, &'static str)> {
    let section = section(toml, "[profile.release]\n");
    let has = |line: &str| section.lines().any(|one| one.trim() == line);
    NEEDED
        .iter()
        .filter(|(line, _)| !has(line))
        .copied()
        .collect()
}

/// What the profile for Android says against the one for releases, apart from size.
fn changed(toml: &str) -> Vec<&str> {
    let section = section(toml, "[profile.android]\n");
    let inherits = "inherits = \"release\"";
    if section.lines().all(|line| line != inherits) {
        return vec!["no inherits = \"release\""];
    }
    let about_size = ["inherits", "opt-level", "lto", "codegen-units"];
    let lines = section.lines().filter(|line| line.contains('='));
    lines
        .filter(|line| !about_size.iter().any(|name| line.starts_with(name)))
        .collect()
}

fn section<'a>(toml: &'a str, title: &str) -> &'a str {
    let section = toml.split(title).nth(1).unwrap_or_default();
    section.split("\n[").next().unwrap_or_default()
}
