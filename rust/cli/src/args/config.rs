//! `cleardown config`

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::PassphraseArgs;

/// Make settings for somebody else's phone, and look at settings before phones get them.
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
    /// Check settings as a phone does, and show what would hold.
    Check(CheckArgs),
    /// Show every key: what it takes, its default, who may set it, what of it protects less.
    Keys(KeysArgs),
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

/// Check settings as a phone does, and show what would hold.
///
/// The file is a JSON object of keys and values: what a console hands to the app. A policy of the
/// Android Management API or an app configuration of Intune is taken as well; what is in it for
/// this app is looked at.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown config check settings.json\n  \
    cleardown config check android/admin/android-management.json\n  \
    cleardown config check --origin family settings.json --json | jq .errors\n\n\
    Exit status: 0 every key is taken, 1 one is not, 2 the file holds no settings.")]
pub struct CheckArgs {
    /// The file.
    pub file: PathBuf,
    /// Who would set it.
    #[arg(long, value_enum, default_value = "managed")]
    pub origin: By,
    /// Country of the SIM: how national numbers are read.
    #[arg(long, default_value = "GB")]
    pub region: String,
    /// JSON instead of a table.
    #[arg(long)]
    pub json: bool,
}

/// Who sets something.
#[derive(Clone, Copy, ValueEnum)]
pub enum By {
    /// An IT team.
    Managed,
    /// A relative.
    Family,
    /// The person who holds the phone.
    Person,
}

/// Show every key.
#[derive(clap::Args)]
pub struct KeysArgs {
    /// JSON instead of a table.
    #[arg(long)]
    pub json: bool,
}
