//! `cargo xtask`: sets the machine up, shows Cleardown, builds, tests and measures it.
//!
//! It drives cargo and Maven, never the reverse, and uses nothing but the standard library, so that
//! it starts within seconds on a fresh machine.

mod apk;
mod bench;
mod cargo;
mod demo;
mod fuzz;
mod help;
mod install;
mod java;
mod maven;
mod pictures;
mod places;
mod run;
mod setup;
mod steps;
mod suites;
mod surefire;
mod test;
mod tools;

use std::process::ExitCode;

/// What a failed command has to say.
type Failure = String;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Failure> {
    if words.is_empty() || words.iter().any(|w| matches!(*w, "-h" | "--help" | "help")) {
        println!("{}", help::about(words));
        return Ok(());
    }
    match words {
        ["setup"] => setup::command(false),
        ["setup", "--install"] => setup::command(true),
        ["demo"] => demo::command(),
        ["store-pictures"] => pictures::command(),
        ["apk", rest @ ..] => apk::command(rest),
        ["test"] => test::command(&[]),
        ["test", "--only", suites @ ..] if !suites.is_empty() => test::command(suites),
        ["bench", rest @ ..] => bench::command(rest),
        ["fuzz"] => fuzz::command(None, false),
        ["fuzz", "--planted"] => fuzz::command(None, true),
        ["fuzz", "--seconds", number] => fuzz::command(Some(seconds(number)?), false),
        ["lint-kotlin"] => maven::lint(false),
        ["lint-kotlin", "--format"] => maven::lint(true),
        _ => Err(format!(
            "Not understood: cargo xtask {}\n`cargo xtask --help` says what there is.",
            words.join(" ")
        )),
    }
}

fn seconds(number: &str) -> Result<u64, Failure> {
    let read = number.parse();
    read.map_err(|_| format!("{number} is no number of seconds."))
}
