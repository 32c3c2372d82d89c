//! Signs, by the program in `android/packer`, and looks at the signature as a phone does.

use std::path::Path;

use super::classes::Classes;
use super::debug_key;
use super::options::Key;
use crate::Failure;
use crate::java::Java;
use crate::run::{self, Show};
use crate::steps::Steps;

const PASSWORD: &str = "CLEARDOWN_KEYSTORE_PASSWORD";

/// Signs with `key`, or with the debug key. Answers what the signature says: names and values.
pub fn sign(
    key: Option<&Key>,
    classes: &Classes,
    java: &Java,
    unsigned: &Path,
    signed: &Path,
    steps: &mut Steps,
) -> Result<Vec<(String, String)>, Failure> {
    let mut step = steps.begin("sign");
    // A signed APK of before must not be taken for this one.
    let _ = std::fs::remove_file(signed);
    let mut command = classes.packer(java)?;
    command.arg("sign").args([unsigned, signed]);
    match key {
        Some(key) => command.arg(&key.keystore).args(&key.alias),
        None => {
            let file = debug_key::ready(java, &mut step)?;
            command.env(PASSWORD, debug_key::PASSWORD);
            command.arg(file).arg(debug_key::ALIAS)
        }
    };
    // On the terminal as it is: it may ask for a password.
    let status = command
        .status()
        .map_err(|e| format!("Java does not start: {e}"))?;
    if !status.success() {
        return Err("The APK was not signed; the unsigned one is there.".into());
    }
    let mut verify = classes.packer(java)?;
    verify.arg("verify").arg(signed);
    let said = run::logged(&mut verify, "verify", &mut step, |_| Show::Nothing)?;
    if !said.ok {
        return Err(said.failure("Checking the signature"));
    }
    let pairs = said.lines.iter().filter_map(|line| line.split_once('='));
    let found: Vec<_> = pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    step.end("signed by the schemes v2 and v3");
    Ok(found)
}
