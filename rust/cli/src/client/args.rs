//! The arguments of the plain client.

use std::path::PathBuf;

use clap::Subcommand;

/// Fetch files of any TUF repository, checked as the phone checks its lists.
///
/// A plain client of The Update Framework: the same steps and the same checks as on the phone, for
/// any repository. Delegations are followed, but for the hash bins of TAP 15. Trust begins with
/// `init`.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown client --metadata-dir trust init root.json\n  \
    cleardown client --metadata-dir trust --metadata-url https://example.org/metadata refresh\n  \
    cleardown client --metadata-dir trust --metadata-url https://example.org/metadata \\\n    \
      --target-name list.txt.gz --target-base-url https://example.org/targets \\\n    \
      --target-dir files download\n\n\
    Exit status: 0 everything was fetched and is trusted, 1 something was not.")]
pub struct ClientArgs {
    /// Folder that keeps what is trusted.
    #[arg(long, global = true, value_name = "DIR")]
    pub metadata_dir: Option<PathBuf>,
    /// Address of the folder with the metadata. http only on this computer.
    #[arg(long, global = true, value_name = "URL")]
    pub metadata_url: Option<String>,
    /// Path of a target, as the repository writes it. May be given several times.
    #[arg(long, global = true, value_name = "PATH")]
    pub target_name: Vec<String>,
    /// Address of the folder with the targets.
    #[arg(long, global = true, value_name = "URL")]
    pub target_base_url: Option<String>,
    /// Folder for the targets. Each gets a file named by its percent-encoded path.
    #[arg(long, global = true, value_name = "DIR")]
    pub target_dir: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: ClientCommand,
}

/// What the plain client does.
#[derive(Subcommand)]
pub enum ClientCommand {
    /// Trust a root: copies it to the folder. Nothing is asked and nothing checked.
    Init {
        /// The root, from a place that you trust.
        root: PathBuf,
    },
    /// Bring the metadata up to date.
    Refresh,
    /// Bring the metadata up to date and fetch the targets, in their order.
    Download,
}
