//! `cleardown report …`

use std::path::PathBuf;

/// Make a table of health reports, a line for each phone.
///
/// A report is what the app saves under "What works". No number and no name is in it; the name of
/// the file tells phones apart.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown report reports/*.json\n  \
    cleardown report --json reports/*.json | jq '.[] | select(.lost != [])'\n\n\
    Exit status: 0 every phone is well, 1 one is not, 2 a file is no report.")]
pub struct ReportArgs {
    /// Report files.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// JSON instead of a table.
    #[arg(long)]
    pub json: bool,
}
