//! The library gives away the entries that the Kotlin side knows, and nothing else.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const EXPECTED: &str = include_str!("../exports.txt");
const KOTLIN: &str = "android/engine/src/main/kotlin/org/cleardown/engine/Native.kt";

#[test]
fn the_shipped_library_exports_what_is_listed_and_nothing_else() {
    let nm = Command::new("nm")
        .args(["-D", "--defined-only", "--format=just-symbols"])
        .arg(shipped_library())
        .output()
        .expect("nm of the binutils, which linking needs anyway");
    assert!(
        nm.status.success(),
        "{}",
        String::from_utf8_lossy(&nm.stderr)
    );
    let symbols = String::from_utf8(nm.stdout).expect("symbols are ASCII");
    let exported: BTreeSet<&str> = symbols.lines().collect();
    assert_eq!(exported, EXPECTED.lines().collect());
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

/// Builds the library without test doors, in a folder of its own: cargo gives both builds the same
/// file name, and takes one for the other.
fn shipped_library() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let target = test
        .ancestors()
        .nth(3)
        .expect("the target folder of this test");
    let folder = target.join("shipped");
    let build = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--package",
            "cleardown-jni",
            "--target-dir",
        ])
        .arg(&folder)
        // The symbols are the same, and it is much faster.
        .args(["--config", "profile.dev.package.\"*\".opt-level=0"])
        .args(["--config", "profile.dev.debug=false"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo");
    assert!(
        build.status.success(),
        "{}",
        String::from_utf8_lossy(&build.stderr)
    );
    folder.join("debug/libcleardown.so")
}
