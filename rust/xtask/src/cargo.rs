//! Runs cargo and reads what its test runner says.

use std::ffi::OsStr;
use std::process::Command;

use crate::Failure;
use crate::run::{self, Said, Show};
use crate::steps::Step;
use crate::test::Counts;

/// Builds the native library with the test doors; it is never shipped like that.
pub fn library(step: &mut Step) -> Result<(), Failure> {
    build(
        &["-p", "cleardown-jni", "--features", "doors"],
        "library",
        step,
    )
}

/// Builds the native library as it is shipped, doors shut.
pub fn shipped_library(step: &mut Step) -> Result<(), Failure> {
    build(&["--release", "-p", "cleardown-jni"], "library", step)
}

/// Builds of the command line tool what plays stories: sooner than the whole.
pub fn player(step: &mut Step) -> Result<(), Failure> {
    build(
        &["-p", "cleardown", "--no-default-features"],
        "player",
        step,
    )
}

/// Builds the command line tool.
pub fn command_line(step: &mut Step) -> Result<(), Failure> {
    build(&["-p", "cleardown"], "command-line", step)
}

/// Builds the program that packs an APK.
pub fn packer(step: &mut Step) -> Result<(), Failure> {
    build(&["-p", "cleardown-apk"], "packer", step)
}

/// Tests one package.
pub fn test(
    suite: &str,
    package: &str,
    more: &[&str],
    step: &mut Step,
) -> Result<(Counts, Said), Failure> {
    let mut command = cargo();
    command.args(["test", "-p", package]).args(more);
    let said = run::logged(&mut command, &format!("test-{suite}"), step, show)?;
    let mut counts = said
        .lines
        .iter()
        .filter_map(|line| read(line))
        .sum::<Counts>();
    // A test program that did not even build or that died says no result.
    if !said.ok && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok((counts, said))
}

/// Runs cargo with its output on the terminal.
pub fn on_terminal(arguments: &[&str]) -> Result<(), Failure> {
    let status = cargo()
        .args(arguments)
        .current_dir(crate::places::root())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!(
            "cargo {} ended with {status}.",
            arguments.join(" ")
        )),
        Err(error) => Err(format!("cargo does not start: {error}")),
    }
}

fn build(arguments: &[&str], name: &str, step: &mut Step) -> Result<(), Failure> {
    let mut command = cargo();
    command.arg("build").args(arguments);
    let said = run::logged(&mut command, name, step, show)?;
    said.ok
        .then_some(())
        .ok_or_else(|| said.failure("The build"))
}

/// Cargo itself, free of what it sets for this tool.
pub fn cargo() -> Command {
    // `cargo run` says which cargo it is.
    without_own_settings(std::env::var_os("CARGO").unwrap_or("cargo".into()))
}

/// A program that will run cargo: the settings that cargo adds for this tool's own package must not
/// reach the build scripts of others.
pub fn without_own_settings(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST") {
            command.env_remove(&name);
        }
    }
    command
}

/// Errors are shown, the rest is a sign of life.
pub fn show(line: &str) -> Show {
    if line.starts_with("error") || line.ends_with("FAILED") {
        Show::Line(format!("      {line}"))
    } else if line.is_empty() {
        Show::Nothing
    } else {
        Show::News(line.trim().into())
    }
}

fn read(line: &str) -> Option<Counts> {
    let rest = line.strip_prefix("test result: ")?;
    let count = |what: &str| -> Option<u32> {
        let before = rest.split(&format!(" {what}")).next()?;
        before.rsplit([' ', ';']).next()?.parse().ok()
    };
    Some(Counts {
        passed: count("passed")?,
        failed: count("failed")?,
        skipped: count("ignored")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_a_result_line() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; \
                    0 filtered out; finished in 0.05s";
        assert_eq!(
            read(line),
            Some(Counts {
                passed: 12,
                failed: 3,
                skipped: 1
            })
        );
    }

    #[test]
    fn other_lines_are_no_results() {
        assert_eq!(read("test decides ... ok"), None);
        assert_eq!(read("test result: nonsense"), None);
    }
}
