//! Running our scripts with python-tuf.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A command that runs Python with python-tuf.
pub(crate) fn python() -> Command {
    let library = project().join("target/tools/python-tuf");
    assert!(
        library.join("tuf").is_dir(),
        "python-tuf is not there. With network: cargo xtask setup --install"
    );
    let mut command = Command::new("python3");
    command
        .env("PYTHONPATH", library)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// Runs one of our scripts.
pub(crate) fn script(name: &str, arguments: &[&str]) -> Output {
    let mut command = python();
    command
        .arg(project().join("tests/interop").join(name))
        .args(arguments);
    command.output().expect("Python can be started")
}

/// Runs one of our scripts, which must succeed; what it printed.
pub(crate) fn run(name: &str, arguments: &[&str]) -> String {
    let output = script(name, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?}:\n{said}");
    String::from_utf8(output.stdout).expect("UTF-8")
}
