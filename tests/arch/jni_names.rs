//! The two ends of the boundary: every external of Kotlin has its symbol, and the reverse.

use std::collections::BTreeSet;

use crate::scan::code;
use crate::tree::{files, text};

const EXPORTS: &str = "rust/jni/exports.txt";

#[test]
fn every_external_has_its_symbol() {
    let symbols = symbols(&text(EXPORTS));
    let kotlin = files("android/engine/src/main", ".kt");
    let externals: BTreeSet<String> = kotlin
        .iter()
        .flat_map(|(_, text)| externals(text))
        .collect();
    let unused: Vec<_> = symbols.difference(&externals).collect();
    let missing: Vec<_> = externals.difference(&symbols).collect();
    assert!(
        missing.is_empty(),
        "no symbol in {EXPORTS} for: {missing:?}"
    );
    assert!(
        unused.is_empty(),
        "no external in android/engine for: {unused:?}"
    );
}

#[test]
fn a_missing_name_is_found() {
    let kotlin =
        "internal object Native {\n  @JvmStatic\n  external fun open(r: ByteArray): Int\n}";
    assert_eq!(externals(kotlin).collect::<Vec<_>>(), ["open"]);
    assert_eq!(
        symbols("JNI_OnLoad\nJava_org_cleardown_engine_Native_open\n"),
        BTreeSet::from(["open".to_owned()])
    );
}

fn symbols(exports: &str) -> BTreeSet<String> {
    let names = exports.lines().filter_map(|line| {
        line.trim()
            .strip_prefix("Java_org_cleardown_engine_Native_")
    });
    names.map(str::to_owned).collect()
}

fn externals(text: &str) -> impl Iterator<Item = String> {
    let code = code(text);
    let names: Vec<String> = code
        .match_indices("external fun ")
        .filter_map(|(at, head)| code[at + head.len()..].split('(').next())
        .map(|name| name.trim().to_owned())
        .collect();
    names.into_iter()
}
