//! The library gives away the entries that the Kotlin side knows, and nothing else.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const EXPECTED: &str = include_str!("../exports.txt");
/// What the test doors add.
const DOORS: &[&str] = &[
    "Java_org_cleardown_engine_NativeDoors_door",
    "Java_org_cleardown_engine_NativeDoors_panic",
];
const KOTLIN: &str = "android/engine/src/main/kotlin/org/cleardown/engine/Native.kt";

#[test]
fn the_library_exports_what_is_listed_and_nothing_else() {
    let mut expected: BTreeSet<&str> = EXPECTED.lines().collect();
    if cfg!(feature = "doors") {
        expected.extend(DOORS);
    }
    let nm = Command::new("nm")
        .args(["-D", "--defined-only", "--format=just-symbols"])
        .arg(library())
        .output()
        .expect("nm of the binutils, which linking needs anyway");
    assert!(
        nm.status.success(),
        "{}",
        String::from_utf8_lossy(&nm.stderr)
    );
    let symbols = String::from_utf8(nm.stdout).expect("symbols are ASCII");
    let exported: BTreeSet<&str> = symbols.lines().collect();
    assert_eq!(exported, expected);
}

#[test]
fn every_listed_entry_is_declared_in_kotlin_and_the_other_way_round() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let kotlin = std::fs::read_to_string(root.join(KOTLIN)).expect("Native.kt");
    let declared: BTreeSet<String> = kotlin
        .split("external fun ")
        .skip(1)
        .filter_map(|after| after.split_once('('))
        .map(|(name, _)| format!("Java_org_cleardown_engine_Native_{name}"))
        .collect();
    let entries = EXPECTED.lines().filter(|symbol| *symbol != "JNI_OnLoad");
    assert_eq!(declared, entries.map(str::to_owned).collect());
}

/// The library that was built for this very test run, with the same features.
fn library() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let deps = test.parent().expect("the folder of this test");
    deps.join("libcleardown.so")
}
