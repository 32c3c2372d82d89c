//! What the built library asks the system for. What it offers is tested in `rust/jni/tests`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tree::root;

/// A library built elsewhere, without the test doors; otherwise it is built here.
const GIVEN: &str = "CLEARDOWN_LIBRARY";

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
fn the_library_has_no_network_and_no_doors() {
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
    let offered = names(&library, "--defined-only");
    let wrong = doors(&offered);
    assert!(wrong.is_empty(), "test doors in the library: {wrong:?}");
}

#[test]
fn bad_symbols_are_found() {
    let said = "                 U socket@GLIBC_2.2.5\n                 w __gmon_start__\n\
                0000000000012345 T Java_org_cleardown_engine_NativeDoors_door\n";
    let names = read(said);
    assert_eq!(names.len(), 3);
    assert_eq!(network(&names), ["socket"]);
    assert_eq!(
        doors(&names),
        ["Java_org_cleardown_engine_NativeDoors_door"]
    );
}

fn library() -> PathBuf {
    match std::env::var_os(GIVEN) {
        Some(path) => root().join(path),
        None => build(),
    }
}

/// Builds it with the doors shut, for this machine: in the folder and with the settings of the
/// boundary's own test, so that the second of the two finds it built.
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

fn doors(names: &[String]) -> Vec<&String> {
    names.iter().filter(|name| name.contains("Doors")).collect()
}
