//! What the library asks Android for, and what it offers.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_tests::{NETWORK, text};

use crate::elf::{defined, parse, shipped, undefined};

const ENTRIES: &str = "rust/jni/exports.txt";
const EXPECTED: &str = "tests/native/expected/undefined.txt";

/// The oldest Android that the app runs on.
const API: u32 = 29;

/// Beside the network it asks for none of these: it loads no code and starts no program.
const NEVER: &[&str] = &[
    "dlopen",
    "dlsym",
    "system",
    "fork",
    "execv",
    "execve",
    "execvp",
    "posix_spawn",
];

/// Beside the entries, the functions of its own unwinder: the crate has them under these names for
/// the standard library, and what is exported once cannot be hidden later.
#[test]
fn it_offers_the_entries_and_its_unwinder_and_nothing_else() {
    let expected: BTreeSet<String> = text(ENTRIES).lines().map(str::to_owned).collect();
    for (abi, library) in shipped() {
        let offered = defined(&parse(&library));
        let (unwinder, entries): (BTreeSet<String>, BTreeSet<String>) = offered
            .into_iter()
            .partition(|name| name.starts_with("_Unwind_"));
        assert_eq!(entries, expected, "{abi}");
        assert!(unwinder.contains("_Unwind_RaiseException"), "{abi}");
    }
}

#[test]
fn it_asks_for_what_is_expected() {
    let expected: BTreeSet<String> = text(EXPECTED).lines().map(str::to_owned).collect();
    for (abi, library) in shipped() {
        let found = undefined(&parse(&library));
        let lines: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(
            found,
            expected,
            "{abi} now asks for:\n{}\n",
            lines.join("\n")
        );
    }
}

#[test]
fn it_opens_no_connection_loads_no_code_and_starts_no_program() {
    for (abi, library) in shipped() {
        let asked = undefined(&parse(&library));
        let wrong = forbidden(&asked);
        assert!(wrong.is_empty(), "{abi}: {wrong:?}");
    }
}

#[test]
fn android_10_has_all_it_asks_for() {
    let listed = listed();
    for (abi, library) in shipped() {
        let asked = undefined(&parse(&library));
        let wrong = missing(&asked, &listed);
        assert!(wrong.is_empty(), "{abi}: {wrong:?}");
    }
}

#[test]
fn the_lists_hold_nothing_that_nobody_asks_for() {
    let asked: BTreeSet<String> = text(EXPECTED).lines().map(str::to_owned).collect();
    let idle: Vec<_> = listed()
        .into_keys()
        .filter(|name| !asked.contains(name))
        .collect();
    assert_eq!(idle, [""; 0], "in rust/jni/android/symbols");
}

#[test]
fn a_bad_symbol_is_found() {
    let asked = BTreeSet::from(["connect", "open", "new_call", "unknown"].map(str::to_owned));
    let listed = read("open\nnew_call 30\nconnect\n");
    assert_eq!(forbidden(&asked), ["connect"]);
    assert_eq!(missing(&asked, &listed), ["new_call", "unknown"]);
}

/// The symbols that link stubs are made of, and the API level that brought each.
fn listed() -> BTreeMap<String, u32> {
    let lists = ["libc", "libdl", "liblog", "libm"];
    let lists = lists.map(|list| text(&format!("rust/jni/android/symbols/{list}.txt")));
    lists.iter().flat_map(|list| read(list)).collect()
}

fn read(list: &str) -> BTreeMap<String, u32> {
    let line = |line: &str| match line.split_once(' ') {
        Some((name, api)) => (name.to_owned(), api.parse().expect("an API level")),
        None => (line.to_owned(), 1),
    };
    list.lines().map(line).collect()
}

fn forbidden(asked: &BTreeSet<String>) -> Vec<&str> {
    asked
        .iter()
        .map(String::as_str)
        .filter(|name| NETWORK.contains(name) || NEVER.contains(name))
        .collect()
}

/// What is in no list, or came after the oldest Android.
fn missing<'a>(asked: &'a BTreeSet<String>, listed: &BTreeMap<String, u32>) -> Vec<&'a str> {
    let is_there = |name: &&str| listed.get(*name).is_some_and(|api| *api <= API);
    asked
        .iter()
        .map(String::as_str)
        .filter(|name| !is_there(name))
        .collect()
}
