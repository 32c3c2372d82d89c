//! What must not be found anywhere in the bytes.

use cleardown_tests::root;
use object::{Object, ObjectSymbol};

use crate::elf::{parse, shipped, unstripped};

/// Parts of names of code that makes signatures, opens doors for tests or publishes.
const NEVER: &[&str] = &[
    "SigningKey",
    "cleardown_publish",
    "doors",
    "NativeDoors",
    "OsRng",
];

#[test]
fn no_path_of_the_machine_that_built_it_is_inside() {
    for (abi, library) in shipped() {
        let wrong: Vec<String> = paths()
            .into_iter()
            .filter(|path| holds(&library, path))
            .collect();
        assert!(wrong.is_empty(), "{abi}: {wrong:?}");
        assert!(
            holds(&library, "/crates/"),
            "{abi}: no place of a panic is inside"
        );
    }
}

#[test]
fn nothing_in_it_signs_publishes_or_opens_a_door() {
    for (abi, library) in unstripped() {
        let elf = parse(&library);
        let names: Vec<&str> = elf
            .symbols()
            .filter_map(|symbol| symbol.name().ok())
            .collect();
        assert!(
            names.iter().any(|name| name.contains("cleardown_store")),
            "{abi}: no names"
        );
        let wrong = forbidden(&names);
        assert!(wrong.is_empty(), "{abi}: {wrong:#?}");
    }
}

#[test]
fn bad_names_and_paths_are_found() {
    assert!(holds(b"panicked at /home/me/x.rs", "/home/me/"));
    assert!(!holds(b"/hom", "/home"));
    let bad = "_RNvMs_NtC5ecdsa7signingINtB4_10SigningKeyNtC4p2568NistP256E4sign";
    assert_eq!(forbidden(&["sqlite3_open", bad]), [bad]);
}

/// Folders of this machine, and those of machines in general.
fn paths() -> Vec<String> {
    let here = root().display().to_string();
    let home = std::env::var("HOME").unwrap_or_else(|_| here.clone());
    let general = [
        "/home/",
        "/root/",
        "/tmp/",
        "/usr/lib/",
        "/usr/src/",
        "/.cargo/",
        "/rustlib/",
        "/target/apk/",
    ];
    let mut paths: Vec<String> = general.map(str::to_owned).into();
    paths.extend([here, home]);
    // The home of a service may be the root folder: that is in every path.
    paths.retain(|path| path.len() > 1);
    paths
}

fn forbidden<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let is_bad = |name: &&str| NEVER.iter().any(|part| name.contains(part));
    names.iter().copied().filter(is_bad).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}
