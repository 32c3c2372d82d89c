//! The APK as a file, by the program in `rust/apk`.

use std::path::Path;
use std::process::Command;

use super::classes;
use super::native::NativeLibrary;
use crate::run::{self, Show};
use crate::steps::{Step, Steps};
use crate::{Failure, cargo, places};

/// Where the app looks for publishers.
const PUBLISHERS: &str = "res/raw/publishers.json";

/// Packs the unsigned APK; answers what is in it, as JSON.
pub fn pack(
    libraries: &[NativeLibrary],
    publisher: Option<&Path>,
    out: &Path,
    steps: &mut Steps,
) -> Result<String, Failure> {
    let mut step = steps.begin("pack");
    cargo::packer(&mut step)?;
    let mut command = program();
    command
        .arg("pack")
        .arg("--resources")
        .arg(classes::resources());
    command.arg("--classes").arg(places::apk().join("dex"));
    for library in libraries {
        let (abi, file) = (library.abi.android_name(), library.file.display());
        command.arg(format!("--library={abi}={file}"));
    }
    if let Some(file) = publisher {
        command.arg(format!("--instead={PUBLISHERS}={}", file.display()));
    }
    command.arg("--out").arg(out);
    let entries = asked(&mut command, "pack", &mut step)?;
    let sizes = libraries.iter().map(|library| {
        let mb = library.bytes as f64 / 1_000_000.0;
        format!("{} {mb:.2} MB", library.abi.android_name())
    });
    let sizes: Vec<_> = sizes.collect();
    step.end(&format!("packed with libraries {}", sizes.join(", ")));
    Ok(entries)
}

/// The SHA-256 of a file.
pub fn hash(file: &Path) -> Result<String, Failure> {
    let said = run::answer(program().arg("hash").arg(file));
    let hash = said.map(|text| text.trim().to_owned());
    hash.ok_or(format!("{} cannot be read.", file.display()))
}

fn asked(command: &mut Command, name: &str, step: &mut Step) -> Result<String, Failure> {
    let said = run::logged(command, name, step, |_| Show::Nothing)?;
    let text = said.lines.join("\n");
    said.ok
        .then_some(text)
        .ok_or_else(|| said.failure("Packing"))
}

/// The program in `rust/apk`, without arguments.
pub fn program() -> Command {
    Command::new(places::target().join("debug/cleardown-apk"))
}
