//! What Rust sources may and may not say.

use crate::scan::{code, has_word, lines_with_word, without_tests};
use crate::tree::{files, text};

/// Files longer than this have more than one job.
const MOST_LINES: usize = 500;

/// The crates that every call goes through: an error there is an answer, never an abort.
const CALL_PATH: &[&str] = &[
    "rust/core/src",
    "rust/engine/src",
    "rust/jni/src",
    "rust/store/src",
];

/// The boundary to Java, and one to SQLite that only tests use.
const MAY_BE_UNSAFE: &[&str] = &["rust/jni/src/", "tests/crash/fault-vfs/src/"];

#[test]
fn unsafe_code_is_in_the_boundary_only() {
    let wrong = unsafe_places(&rust_files());
    assert!(
        wrong.is_empty(),
        "unsafe outside the boundaries:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_crate_refuses_unsafe_code() {
    assert!(text("Cargo.toml").contains("unsafe_code = \"deny\""));
    for (path, toml) in files("", "Cargo.toml") {
        let has_lints = toml.contains("[lints]\nworkspace = true");
        // What fuzzes is a workspace of its own, whose programs are made by macros.
        let is_workspace = toml.contains("[workspace]\n");
        assert!(
            has_lints || is_workspace,
            "{path} does not take the workspace's lints"
        );
    }
    for part in [
        "core", "list", "store", "engine", "stories", "publish", "fuzz",
    ] {
        let source = text(&format!("rust/{part}/src/lib.rs"));
        assert!(
            source.contains("#![forbid(unsafe_code)]"),
            "rust/{part}/src/lib.rs"
        );
    }
}

#[test]
fn nothing_on_the_call_path_unwraps() {
    for folder in CALL_PATH {
        let wrong = unwraps(&files(folder, ".rs"));
        assert!(
            wrong.is_empty(),
            "unwrap() outside tests:\n{}",
            wrong.join("\n")
        );
    }
}

#[test]
fn nothing_is_left_to_do() {
    let mut sources = rust_files();
    sources.extend(files("android", ".kt"));
    sources.extend(files("android", ".xml"));
    sources.extend(files("tests", ".kt"));
    let wrong = left_to_do(&sources);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_have_one_job() {
    let mut sources = rust_files();
    sources.extend(files("android", ".kt"));
    sources.extend(files("tests", ".kt"));
    let wrong = long_files(&sources);
    assert!(
        wrong.is_empty(),
        "more than {MOST_LINES} lines:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn bad_sources_are_found() {
    let file = |path: &str, text: &str| vec![(path.to_owned(), text.to_owned())];
    let unsafe_code = "fn a() {\n    unsafe { b() }\n}\n#[allow(unsafe_code)]\nfn c() {}";
    assert_eq!(
        unsafe_places(&file("rust/store/src/a.rs", unsafe_code)),
        ["rust/store/src/a.rs:2", "rust/store/src/a.rs:4"]
    );
    assert!(unsafe_places(&file("rust/jni/src/a.rs", unsafe_code)).is_empty());
    assert_eq!(
        unwraps(&file("a.rs", "// .unwrap()\na.unwrap();")),
        ["a.rs:2"]
    );
    assert!(unwraps(&file("a_tests.rs", "a.unwrap();")).is_empty());
    let todo = ["TO", "DO"].concat();
    assert_eq!(
        left_to_do(&file("a.kt", &format!("// {todo}: later"))),
        ["a.kt:1"]
    );
    assert_eq!(long_files(&file("a.rs", &"\n".repeat(501))), ["a.rs: 501"]);
}

type Sources = Vec<(String, String)>;

fn rust_files() -> Sources {
    let mut sources = files("rust", ".rs");
    sources.extend(files("tests", ".rs"));
    sources
}

fn unsafe_places(sources: &Sources) -> Vec<String> {
    let mut wrong = Vec::new();
    let may = |path: &str| MAY_BE_UNSAFE.iter().any(|folder| path.starts_with(folder));
    for (path, text) in sources.iter().filter(|(path, _)| !may(path)) {
        let code = code(text);
        let allows = code.lines().zip(1..).filter(|(line, _)| {
            let gives_leave = has_word(line, "allow") || has_word(line, "expect");
            gives_leave && has_word(line, "unsafe_code")
        });
        let mut lines: Vec<usize> = allows.map(|(_, at)| at).collect();
        lines.extend(lines_with_word(&code, "unsafe"));
        lines.sort_unstable();
        wrong.extend(lines.iter().map(|at| format!("{path}:{at}")));
    }
    wrong
}

fn unwraps(sources: &Sources) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in sources
        .iter()
        .filter(|(path, _)| !path.ends_with("tests.rs"))
    {
        let code = code(without_tests(text));
        let lines = code
            .lines()
            .zip(1..)
            .filter(|(line, _)| line.contains(".unwrap()"));
        wrong.extend(lines.map(|(_, at)| format!("{path}:{at}")));
    }
    wrong
}

fn left_to_do(sources: &Sources) -> Vec<String> {
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["XX", "X"].concat(),
    ];
    let mut wrong = Vec::new();
    for (path, text) in sources {
        for mark in &marks {
            wrong.extend(
                lines_with_word(text, mark)
                    .iter()
                    .map(|at| format!("{path}:{at}")),
            );
        }
    }
    wrong
}

fn long_files(sources: &Sources) -> Vec<String> {
    let lengths = sources
        .iter()
        .map(|(path, text)| (path, text.lines().count()));
    let long = lengths.filter(|(_, lines)| *lines > MOST_LINES);
    long.map(|(path, lines)| format!("{path}: {lines}"))
        .collect()
}
