//! The command line, and the help that teaches it.

#[cfg(feature = "publish")]
mod config;
#[cfg(feature = "publish")]
mod list;
mod report;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[cfg(feature = "publish")]
pub use config::*;
#[cfg(feature = "publish")]
pub use list::*;
pub use report::*;

#[cfg(feature = "client")]
use crate::client::ClientArgs;

/// Caller ID can be faked. Cleardown warns while the phone rings, and holds calls back for five
/// minutes. This is its decision, at a desk.
#[derive(Parser)]
#[command(
    version,
    after_help = "Start here:\n  \
        cleardown play tests/scenarios/seed-*.json   what the phone does in five real frauds\n  \
        cleardown explain 0300 200 3300              what is known of a number\n\n\
        Exit status: 0 all is well, 1 something is wrong with what was looked at, \
        2 the command could not do its work."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Play stories, and show what the phone would do and say.
    Play(PlayArgs),
    /// Say everything that is known of a number.
    Explain(ExplainArgs),
    /// Make a table of health reports, a line for each phone.
    Report(ReportArgs),
    /// Work on a list of authority numbers: edit, check, sign and publish it.
    #[cfg(feature = "publish")]
    List(ListArgs),
    /// Make settings for somebody else's phone, and look at settings before phones get them.
    #[cfg(feature = "publish")]
    Config(ConfigArgs),
    /// Fetch files of any TUF repository, checked as the phone checks its lists.
    #[cfg(feature = "client")]
    Client(ClientArgs),
}

/// Play stories, and show what the phone would do and say.
///
/// A story is a JSON file that tells what happens to a phone, step by step: calls come and end, the
/// person dials, presses a button, changes settings or takes those of a relative, the clock jumps.
/// Each step may say what must follow. The format is in rust/stories/FORMAT.md. The stories in
/// tests/scenarios are played on the phone's own classes, too.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown play tests/scenarios/seed-001-*.json\n  \
    cleardown play --json my-story.json | jq '.stories[].passed'\n\n\
    Exit status: 0 every expectation holds, 1 one does not, 2 a file is not a story.")]
pub struct PlayArgs {
    /// Story files.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// One JSON document instead of a timeline: per story its title, whether it passed, and the
    /// actual values of every step.
    #[arg(long)]
    pub json: bool,
}

/// Say everything that is known of a number.
///
/// Which list has it and from where, what the phone would say if it were shown by a caller, and
/// whether a call to it would be held during the five minutes. A number that is on no list is not
/// therefore a good one.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown explain 0300 200 3300\n  \
    cleardown explain +441622690690\n  \
    cleardown explain 159\n  \
    cleardown explain '**21*07700900123#'\n\n\
    Exit status: 0 done, 2 no such country.")]
pub struct ExplainArgs {
    /// The number, as you would write it. Spaces are fine.
    #[arg(required = true, allow_hyphen_values = true)]
    pub number: Vec<String>,
    /// Country of the SIM: how national numbers are read.
    #[arg(long, default_value = "GB")]
    pub region: String,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}
