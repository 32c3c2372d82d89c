//! `cleardown config`

use std::path::PathBuf;

use clap::Subcommand;

use super::PassphraseArgs;

/// Make settings for somebody else's phone.
#[derive(clap::Args)]
pub struct ConfigArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What to do with settings.
#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Sign settings for somebody else's phone.
    Make(ConfigMakeArgs),
}

/// Sign settings for somebody else's phone.
///
/// The phone shows whose they are and what they change, and asks its owner. From the first ones on
/// it takes newer ones of the same key, and nobody else's. No PIN is ever in them: it is set on the
/// phone.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    cleardown list key anna.pem > anna.pub\n  \
    echo '{\"cool_down_seconds\": 600, \"hold\": \"all\", \"other_phone\": \"the hall\"}' > dad.json\n  \
    cleardown config make --from Anna --key anna.pem --out dad.cleardown --link dad.json\n\n\
    Exit status: 0 made, 1 a setting is none that a phone takes, 2 not done.")]
pub struct ConfigMakeArgs {
    /// The settings: a JSON object by key.
    pub settings: PathBuf,
    /// Your name, as the owner of the phone knows you.
    #[arg(long)]
    pub from: String,
    /// Your secret key, as `cleardown list key` makes it.
    #[arg(long)]
    pub key: PathBuf,
    /// The file to make.
    #[arg(long)]
    pub out: PathBuf,
    /// Print the link too, for a message or a QR code.
    #[arg(long)]
    pub link: bool,
    /// Version; it must be higher than that of all before. Seconds since 1970 unless told.
    #[arg(long)]
    pub version: Option<u64>,
    /// Where the passphrase comes from.
    #[command(flatten)]
    pub passphrases: PassphraseArgs,
}
