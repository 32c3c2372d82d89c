//! `cargo xtask bench`.

use crate::{Failure, cargo};

/// Builds and runs the benchmark, with its output on the terminal.
pub fn command(arguments: &[&str]) -> Result<(), Failure> {
    let fixed = ["run", "--release", "-p", "cleardown-bench", "--"];
    cargo::on_terminal(&[&fixed, arguments].concat())
}
