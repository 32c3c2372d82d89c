//! What the built library offers and what it asks for.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::tree::{root, text};

/// A library built elsewhere, without the test doors; otherwise it is built here.
const GIVEN: &str = "CLEARDOWN_LIBRARY";
const EXPORTS: &str = "rust/jni/exports.txt";

/// A library without these opens no connection.
const NETWORK: &[&str] = &[
    "socket",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "recvfrom",
    "sendmsg",
    "recvmsg",
    "getaddrinfo",
    "gethostbyname",
    "res_query",
];

#[test]
fn the_library_offers_its_entries_and_asks_for_no_network() {
    let library = library();
    let offered = names(&library, "--defined-only");
    let expected = text(EXPORTS);
    let mut expected: Vec<&str> = expected.lines().collect();
    expected.sort_unstable();
    assert_eq!(
        offered, expected,
        "exported symbols of the library and {EXPORTS} differ"
    );
    let needed = names(&library, "--undefined-only");
    let wrong = network(&needed);
    assert!(
        wrong.is_empty(),
        "the library asks the system for: {wrong:?}"
    );
}

#[test]
fn bad_symbols_are_found() {
    let said = "                 U socket@GLIBC_2.2.5\n                 w __gmon_start__\n\
                0000000000012345 T Java_org_cleardown_engine_NativeDoors_door\n";
    let names = read(said);
    assert_eq!(
        names,
        [
            "Java_org_cleardown_engine_NativeDoors_door",
            "__gmon_start__",
            "socket"
        ]
    );
    assert_eq!(network(&names), ["socket"]);
}

fn library() -> PathBuf {
    match std::env::var_os(GIVEN) {
        Some(path) => root().join(path),
        None => build(),
    }
}

/// Builds it as it is shipped, doors shut, for this machine.
fn build() -> PathBuf {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args([
        "build",
        "--release",
        "-p",
        "cleardown-jni",
        "--message-format",
        "json",
    ]);
    let output = command.current_dir(root()).output().expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let said = String::from_utf8_lossy(&output.stdout);
    let messages = said
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let built = messages.filter(|message| message["target"]["name"] == "cleardown");
    let mut files = built.filter_map(|message| message["filenames"][0].as_str().map(PathBuf::from));
    files.next_back().expect("cargo names the library it built")
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
    let mut names: Vec<String> = names
        .filter_map(|name| name.split('@').next())
        .map(str::to_owned)
        .collect();
    names.sort();
    names
}

fn network(names: &[String]) -> Vec<&String> {
    names
        .iter()
        .filter(|name| NETWORK.contains(&name.as_str()))
        .collect()
}
