//! What the built library asks the system for, and what it offers: the entries that the Kotlin side
//! declares, and nothing else.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use cleardown_tests::{NETWORK, root, text};

const EXPECTED: &str = include_str!("../../rust/jni/exports.txt");
const KOTLIN: &str = "android/engine/src/main/kotlin/org/cleardown/engine/Native.kt";

/// A library built elsewhere, without the test doors; otherwise it is built here.
const GIVEN: &str = "CLEARDOWN_LIBRARY";

#[test]
fn the_library_has_no_network() {
    let library = library();
    let needed = names(&library, "--undefined-only");
    assert!(
        needed.iter().any(|name| name == "memcpy"),
        "nm names nothing that is known"
    );
    let wrong = network(&needed);
    assert!(
        wrong.is_empty(),
        "the library asks the system for: {wrong:?}"
    );
}

#[test]
fn the_library_offers_what_is_listed_and_nothing_else() {
    let offered: BTreeSet<String> = names(&library(), "--defined-only").into_iter().collect();
    let listed: BTreeSet<String> = EXPECTED.lines().map(str::to_owned).collect();
    assert_eq!(offered, listed);
    assert!(
        !EXPECTED.contains("Doors"),
        "test doors in rust/jni/exports.txt"
    );
}

#[test]
fn every_listed_entry_is_declared_in_kotlin_and_the_other_way_round() {
    let kotlin = text(KOTLIN);
    let declared: BTreeSet<String> = kotlin
        .split("external fun ")
        .skip(1)
        .filter_map(|after| after.split_once('('))
        .map(|(name, _)| format!("Java_org_cleardown_engine_Native_{name}"))
        .collect();
    let entries = EXPECTED.lines().filter(|symbol| *symbol != "JNI_OnLoad");
    assert_eq!(declared, entries.map(str::to_owned).collect());
}

#[test]
fn bad_symbols_are_found() {
    let said = "                 U socket@GLIBC_2.2.5\n                 w __gmon_start__\n\
                0000000000012345 T Java_org_cleardown_engine_NativeDoors_door\n";
    let names = read(said);
    assert_eq!(names.len(), 3);
    assert_eq!(network(&names), ["socket"]);
    assert_eq!(names[2], "Java_org_cleardown_engine_NativeDoors_door");
}

fn library() -> PathBuf {
    match std::env::var_os(GIVEN) {
        Some(path) => root().join(path),
        None => build(),
    }
}

/// Builds it with the doors shut, in a folder of its own: cargo gives both builds the same file
/// name, and takes one for the other. Several tests ask: cargo lets the second find it built.
fn build() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let target = test
        .ancestors()
        .nth(3)
        .expect("the target folder of this test");
    let folder = target.join("shipped");
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command
        .args([
            "build",
            "--quiet",
            "--package",
            "cleardown-jni",
            "--target-dir",
        ])
        .arg(&folder);
    // The symbols are the same, and it is much faster.
    command.args(["--config", "profile.dev.package.\"*\".opt-level=0"]);
    command.args(["--config", "profile.dev.debug=false"]);
    let output = command.current_dir(root()).output().expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    folder.join("debug/libcleardown.so")
}

fn names(library: &Path, which: &str) -> Vec<String> {
    let mut command = Command::new("nm");
    command.args(["-D", which]).arg(library);
    let output = command
        .output()
        .expect("nm (binutils, comes with the C compiler) starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    read(&String::from_utf8_lossy(&output.stdout))
}

/// The names, without the version of the C library they belong to.
fn read(said: &str) -> Vec<String> {
    let names = said
        .lines()
        .filter_map(|line| line.split_whitespace().last());
    names
        .filter_map(|name| name.split('@').next())
        .map(str::to_owned)
        .collect()
}

fn network(names: &[String]) -> Vec<&String> {
    names
        .iter()
        .filter(|name| NETWORK.contains(&name.as_str()))
        .collect()
}
