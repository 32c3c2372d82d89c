//! `cargo xtask demo`.

use std::process::Command;

use crate::steps::Steps;
use crate::{Failure, cargo, maven, places, setup};

/// Plays the seed stories, first in the terminal, then through the Android classes.
pub fn command() -> Result<(), Failure> {
    let mut steps = Steps::new(4 + setup::STEPS);
    let mut step = steps.begin("build what plays stories");
    cargo::player(&mut step)?;
    step.end("built");
    let step =
        steps.begin("play the five seed stories: cleardown play tests/scenarios/seed-*.json");
    play()?;
    step.end("played");

    let java = setup::ready(&mut steps, false)?;
    let mut step = steps.begin("build the native library with test doors");
    cargo::library(&mut step)?;
    step.end("built");
    let mut step =
        steps.begin("play them through the Android classes, and draw every screen in every look");
    maven::demo(&java, &mut step)?;
    step.end("played");
    for name in ["index.html", "screens.html"] {
        let page = places::demo().join(name);
        if !page.exists() {
            return Err(format!("The demonstration wrote no {}.", page.display()));
        }
        println!("\nOpen in a browser: {}", page.display());
    }
    Ok(())
}

fn play() -> Result<(), Failure> {
    let dir = places::scenarios();
    let mut stories: Vec<_> = std::fs::read_dir(&dir)
        .map_err(|e| format!("{}: {e}", dir.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name()
                .is_some_and(|n| n.to_string_lossy().starts_with("seed-"))
        })
        .collect();
    stories.sort();
    let status = Command::new(places::cleardown())
        .arg("play")
        .args(stories)
        .status()
        .map_err(|e| format!("cleardown does not start: {e}"))?;
    status
        .success()
        .then_some(())
        .ok_or("A story did not play as it should.".into())
}
