//! Who depends on whom (design §3).

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::tree;

type Arrow = (
    &'static str,
    &'static [&'static str],
    Option<&'static [&'static str]>,
);

/// A part, what it may use of the project, and what of the rest. Where the second list is missing
/// the part may use what it needs.
const ARROWS: &[Arrow] = &[
    ("cleardown-core", &[], Some(&["serde"])),
    (
        "cleardown-list",
        &["cleardown-core"],
        Some(&[
            "base64ct",
            "csv",
            "ed25519-dalek",
            "flate2",
            "p256",
            "phonenumber",
            "rsa",
            "serde",
            "serde_json",
            "sha2",
            "sigstore-crypto",
            "sigstore-tuf",
            "sigstore-types",
            "thiserror",
        ]),
    ),
    (
        "cleardown-publish",
        &["cleardown-core", "cleardown-list"],
        None,
    ),
    (
        "cleardown-store",
        &["cleardown-core", "cleardown-list"],
        Some(&["rusqlite", "serde", "serde_json", "thiserror"]),
    ),
    (
        "cleardown-engine",
        &["cleardown-core", "cleardown-list", "cleardown-store"],
        Some(&["argon2", "serde", "serde_json", "subtle", "thiserror"]),
    ),
    (
        "cleardown-jni",
        &["cleardown-engine"],
        Some(&[
            "android_logger",
            "jni",
            "libc",
            "log",
            "serde",
            "serde_json",
            "thiserror",
            "unwinding",
        ]),
    ),
    ("cleardown-stories", &["cleardown-engine"], None),
    (
        "cleardown",
        &[
            "cleardown-core",
            "cleardown-engine",
            "cleardown-list",
            "cleardown-publish",
            "cleardown-stories",
        ],
        None,
    ),
    ("cleardown-apk", &[], None),
    ("xtask", &[], Some(&[])),
];

/// Parts that only test or measure: they may look at anything.
const LOOKERS: &[&str] = &[
    "cleardown-tests",
    "cleardown-bench",
    "cleardown-crash",
    "cleardown-fault-vfs",
];

/// Who alone may name these, tests included. The benchmark compares with bare SQLite; the tests of
/// crashes put a file system below it and show how it must not be used.
const ALONE: &[(&str, &[&str])] = &[
    (
        "rusqlite",
        &[
            "cleardown-store",
            "cleardown-bench",
            "cleardown-crash",
            "cleardown-fault-vfs",
        ],
    ),
    ("jni", &["cleardown-jni"]),
    ("android_logger", &["cleardown-jni"]),
    ("unwinding", &["cleardown-jni"]),
];

#[test]
fn parts_use_only_what_the_drawing_allows() {
    let wrong = wrong_arrows(&packages());
    assert!(
        wrong.is_empty(),
        "against the drawing in design §3:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn only_the_store_uses_sqlite_and_only_the_boundary_uses_jni() {
    let wrong = wrong_users(&packages());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_arrow_is_found() {
    let core = [dependency("rusqlite", false), dependency("serde", false)];
    let jni = [
        dependency("cleardown-store", false),
        dependency("tempfile", true),
    ];
    let packages: Packages = BTreeMap::from([
        ("cleardown-core".to_owned(), core.into()),
        ("cleardown-jni".to_owned(), jni.into()),
        ("cleardown-new".to_owned(), BTreeSet::new()),
    ]);
    assert_eq!(
        wrong_arrows(&packages),
        [
            "cleardown-core must not use rusqlite",
            "cleardown-jni must not use cleardown-store",
            "cleardown-new is not in the drawing: add it in tests/arch/crates.rs",
        ]
    );
    assert_eq!(
        wrong_users(&packages),
        [
            "only cleardown-store, cleardown-bench, cleardown-crash, cleardown-fault-vfs may name \
             rusqlite, not cleardown-core"
        ]
    );
}

type Packages = BTreeMap<String, BTreeSet<Dependency>>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Dependency {
    name: String,
    only_for_tests: bool,
}

fn wrong_arrows(packages: &Packages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, dependencies) in packages {
        if LOOKERS.contains(&name.as_str()) {
            continue;
        }
        let Some((_, ours, others)) = ARROWS.iter().find(|(part, ..)| part == name) else {
            wrong.push(format!(
                "{name} is not in the drawing: add it in tests/arch/crates.rs"
            ));
            continue;
        };
        for used in dependencies.iter().filter(|used| !used.only_for_tests) {
            let is_ours = used.name.starts_with("cleardown");
            let allowed = if is_ours { Some(*ours) } else { *others };
            if allowed.is_some_and(|allowed| !allowed.contains(&used.name.as_str())) {
                wrong.push(format!("{name} must not use {}", used.name));
            }
        }
    }
    wrong
}

fn wrong_users(packages: &Packages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, dependencies) in packages {
        for (alone, users) in ALONE {
            let uses = dependencies.iter().any(|used| used.name == *alone);
            if uses && !users.contains(&name.as_str()) {
                wrong.push(format!(
                    "only {} may name {alone}, not {name}",
                    users.join(", ")
                ));
            }
        }
    }
    wrong
}

fn packages() -> Packages {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args([
        "metadata",
        "--offline",
        "--no-deps",
        "--format-version",
        "1",
    ]);
    let output = command
        .current_dir(tree::root())
        .output()
        .expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    packages
        .iter()
        .map(|package| (text(&package["name"]), dependencies(package)))
        .collect()
}

fn dependencies(package: &Value) -> BTreeSet<Dependency> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    let own = text(&package["name"]);
    all.map(|one| dependency(&text(&one["name"]), one["kind"] == "dev"))
        .filter(|one| one.name != own)
        .collect()
}

fn dependency(name: &str, only_for_tests: bool) -> Dependency {
    Dependency {
        name: name.to_owned(),
        only_for_tests,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
