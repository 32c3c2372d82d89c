//! The command as a new user meets it: what it prints where, and how it exits.

mod app;
mod config;
mod explain;
mod lint;
mod play;
mod publisher_guide;
mod publishing;
mod settings;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a run of the command left behind.
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `cleardown` with these arguments in the project's folder.
pub(crate) fn cleardown(arguments: &[&str]) -> Ran {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_cleardown"))
        .args(arguments)
        .current_dir(project())
        .output()
        .expect("the command can be started");
    Ran {
        status: status.code(),
        out: String::from_utf8(stdout).expect("standard output is UTF-8"),
        err: String::from_utf8(stderr).expect("standard error is UTF-8"),
    }
}

pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn help_shows_where_to_start() {
    let ran = cleardown(&["--help"]);
    assert_eq!(ran.status, Some(0));
    for word in ["play", "explain", "list", "tests/scenarios", "Exit status"] {
        assert!(ran.out.contains(word), "help does not mention {word}");
    }
}

#[test]
fn a_wrong_argument_is_refused_with_help() {
    let ran = cleardown(&["plya"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.out.is_empty());
    assert!(ran.err.contains("play"), "{}", ran.err);
}
