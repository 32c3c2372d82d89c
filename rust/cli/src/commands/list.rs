//! `cleardown list …`: one file a command, or a few that belong together.

mod app;
mod build;
mod edit;
mod findings;
mod init;
mod lint;
mod look;
pub(super) mod passphrases;
mod publish;
mod rotate;
mod seed;
mod sign;
mod source;
mod verify;

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use cleardown_publish::{Folder, KeyChoice, time};

use crate::args::{ListArgs, ListCommand};

/// What a command works on.
struct Place {
    folder: Folder,
    dir: PathBuf,
    now_s: i64,
}

/// Runs a command. True where nothing is wrong or left to do.
pub fn run(args: &ListArgs) -> Result<bool, String> {
    let place = Place {
        folder: Folder::at(&args.dir),
        dir: args.dir.clone(),
        now_s: now_s(args.now.as_deref())?,
    };
    match &args.command {
        ListCommand::Init(args) => init::init(&place, args),
        ListCommand::Key(args) => init::key(args),
        ListCommand::Add(args) => edit::add(&place, args),
        ListCommand::Remove(args) => edit::remove(&place, args),
        ListCommand::Import(args) => edit::import(&place, args),
        ListCommand::Lint(args) => lint::run(&place, args),
        ListCommand::Diff(args) => look::diff(&place, args),
        ListCommand::Build(args) => build::run(&place, args),
        ListCommand::Sign(args) => sign::run(&place, args),
        ListCommand::Publish(args) => publish::publish(&place, args),
        ListCommand::RefreshTimestamp(args) => publish::refresh(&place, args),
        ListCommand::Rotate(args) => rotate::run(&place, args),
        ListCommand::Status(args) => look::status(&place, args),
        ListCommand::Verify(args) => verify::run(&place, args),
        ListCommand::App(args) => app::run(args),
        ListCommand::Seed(args) => seed::run(&place, args),
    }
}

fn now_s(given: Option<&str>) -> Result<i64, String> {
    if let Some(text) = given {
        return time::of_text(text)
            .ok_or_else(|| format!("{text} is no time: write 2026-11-21T10:00:00Z."));
    }
    let wrong = || "This computer's clock is wrong: set it, or give --now.".to_owned();
    let since_1970 = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_err(|_| wrong())?;
    i64::try_from(since_1970.as_secs()).map_err(|_| wrong())
}

/// `NAME` or `NAME=FILE`, the file holding a public key.
fn key_choice(text: &str) -> Result<KeyChoice, String> {
    let Some((name, file)) = text.split_once('=') else {
        return Ok(KeyChoice {
            name: text.to_owned(),
            public: None,
        });
    };
    let public = std::fs::read_to_string(file)
        .map_err(|error| format!("{file}: {error}. Name the file with the public key."))?;
    Ok(KeyChoice {
        name: name.to_owned(),
        public: Some(public),
    })
}

fn key_choices(texts: &[String]) -> Result<Vec<KeyChoice>, String> {
    texts.iter().map(|text| key_choice(text)).collect()
}

/// Prints a value as JSON.
fn print_json(value: &impl serde::Serialize) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    println!("{text}");
    Ok(())
}
