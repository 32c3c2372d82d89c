//! Builds a publisher in: whose list the app fetches and believes.

use std::path::PathBuf;
use std::process::Command;

use super::options::Publisher;
use crate::steps::Steps;
use crate::{Failure, cargo, places};

/// Writes the file that stands in the APK in place of the empty list of publishers. The command line
/// reads the root as a phone does, and refuses what a phone would refuse.
pub fn bake(publisher: &Publisher, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let mut step = steps.begin("check whom the app shall believe");
    cargo::command_line(&mut step)?;
    let mut command = Command::new(places::cleardown());
    command.args([
        "list",
        "app",
        "--id",
        &publisher.name,
        "--url",
        &publisher.url,
        "--root",
    ]);
    command.arg(&publisher.root);
    if let Some(title) = &publisher.title {
        command.args(["--title", title]);
    }
    let output = command
        .output()
        .map_err(|e| format!("cleardown does not start: {e}"))?;
    let talk = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if !output.status.success() {
        return Err(talk);
    }
    let file = places::apk().join("publishers.json");
    std::fs::write(&file, output.stdout).map_err(|e| format!("{}: {e}", file.display()))?;
    step.end(&talk);
    Ok(file)
}
