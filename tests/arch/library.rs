//! What goes into the library on the phone.

use std::process::Command;

use crate::tree::{root, text};

/// For which processors it is built, and what is expected in it there.
const TARGETS: &[(&str, &str)] = &[
    (
        "aarch64-linux-android",
        "tests/arch/expected/library-arm64.txt",
    ),
    (
        "x86_64-linux-android",
        "tests/arch/expected/library-x86_64.txt",
    ),
];

/// Crates that would mean a network, a second runtime, or keys that sign.
const NEVER: &[&str] = &[
    "cleardown-publish",
    "pkcs8",
    "rsa",
    "tokio",
    "reqwest",
    "hyper",
    "ureq",
    "rustls",
    "openssl",
    "openssl-sys",
    "socket2",
    "mio",
];

#[test]
fn the_library_is_made_of_the_expected_crates() {
    for (target, file) in TARGETS {
        let found = crates(target);
        let expected = text(file);
        let expected: Vec<&str> = expected.lines().collect();
        let (new, gone) = differences(&found, &expected);
        assert!(
            new.is_empty() && gone.is_empty(),
            "crates or features of the library changed.\n  new: {new:#?}\n  gone: {gone:#?}\n\
             Each makes the library larger and is one more to trust. If it is meant, write this \
             into {file}:\n\n{}\n",
            found.join("\n")
        );
    }
}

#[test]
fn the_library_has_no_network_no_keys_and_no_doors() {
    for (target, _) in TARGETS {
        let wrong = forbidden(&crates(target));
        assert!(wrong.is_empty(), "{target}: {wrong:?}");
    }
}

#[test]
fn a_new_crate_or_feature_is_found() {
    let found = ["a default".to_owned(), "b default,extra".to_owned()];
    let expected = ["a default", "b default", "c"];
    assert_eq!(
        differences(&found, &expected),
        (
            vec!["b default,extra".to_owned()],
            vec!["b default".to_owned(), "c".to_owned()]
        )
    );
    let bad = [
        "cleardown-store doors".to_owned(),
        "tokio".to_owned(),
        "jni".to_owned(),
    ];
    assert_eq!(forbidden(&bad), ["cleardown-store doors", "tokio"]);
}

/// A line for each crate that is linked in: its name and its features. Versions are in Cargo.lock.
fn crates(target: &str) -> Vec<String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args([
        "tree",
        "--offline",
        "-p",
        "cleardown-jni",
        "-e",
        "normal,no-proc-macro",
    ]);
    command.args(["--target", target, "--prefix", "none", "-f", "{p}|{f}"]);
    let output = command.current_dir(root()).output().expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut lines: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(line)
        .collect();
    lines.sort();
    lines.dedup();
    lines
}

fn line(said: &str) -> Option<String> {
    let (package, features) = said.split_once('|')?;
    let name = package.split(' ').next()?;
    let features = features.trim_end_matches(" (*)").trim();
    Some(format!("{name} {features}").trim().to_owned())
}

fn differences(found: &[String], expected: &[&str]) -> (Vec<String>, Vec<String>) {
    let new = found
        .iter()
        .filter(|line| !expected.contains(&line.as_str()))
        .cloned();
    let gone = expected
        .iter()
        .filter(|line| found.iter().all(|one| one != *line));
    (new.collect(), gone.map(|line| (*line).to_owned()).collect())
}

fn forbidden(lines: &[String]) -> Vec<String> {
    let is_wrong = |line: &&String| {
        let mut words = line.split([' ', ',']);
        let name = words.next().unwrap_or_default();
        NEVER.contains(&name) || words.any(|feature| feature == "doors")
    };
    lines.iter().filter(is_wrong).cloned().collect()
}
