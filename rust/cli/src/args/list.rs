//! `cleardown list …`: the arguments, and the help that teaches them.

use std::path::PathBuf;

use clap::Subcommand;
use cleardown_publish::Role;

/// Work on a list of authority numbers: edit, check, sign and publish it.
///
/// A publisher's folder (`cleardown list init`) holds the tables that people edit, the keys and what
/// is published. A new version takes four steps: build, sign, sign (by the others), publish. The
/// published folder is given out by any web server as it is.
#[derive(clap::Args)]
#[command(after_help = "A first day:\n  \
    cleardown list init my-list --id my-list --title 'Numbers of my bank'\n  \
    cd my-list\n  \
    cleardown list add +443001232040 --organisation 'Report Fraud' --kind police \\\n    \
      --source https://www.reportfraud.police.uk/\n  \
    cleardown list build\n  \
    cleardown list sign\n  \
    cleardown list publish /var/www/my-list\n\
    Every day, by cron:\n  \
    cleardown list refresh-timestamp --to /var/www/my-list --passphrase-file online.pass\n\
    Every month:\n  \
    cleardown list status\n  \
    cleardown list verify https://lists.example.org/my-list\n\n\
    rust/publish/README.md tells it at length, with a stolen key and a wrong number.")]
pub struct ListArgs {
    /// The publisher's folder.
    #[arg(long, global = true, default_value = ".", value_name = "FOLDER")]
    pub dir: PathBuf,
    /// The time to work by, as 2026-11-21T10:00:00Z. Default: this computer's clock. Useful to ask
    /// what will be due: `status --now …`.
    #[arg(long, global = true, value_name = "TIME")]
    pub now: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub command: ListCommand,
}

/// What to do with a list.
#[derive(Subcommand)]
pub enum ListCommand {
    /// Make a publisher's folder, its keys, and the root that names them.
    Init(InitArgs),
    /// Make a key pair for one person, on that person's own machine.
    Key(KeyArgs),
    /// Add a number or short code to the tables.
    Add(AddArgs),
    /// Remove a number or short code from the tables.
    Remove(RemoveArgs),
    /// Bring in rows from a CSV file.
    Import(ImportArgs),
    /// Check a list: every number, date, source and class.
    Lint(LintArgs),
    /// Say in words what changed between two versions.
    Diff(DiffArgs),
    /// Check the tables and stage the next version.
    Build(BuildArgs),
    /// Sign what is staged, each role by its own people.
    Sign(SignArgs),
    /// Publish what is signed, files of the list first, the timestamp last.
    Publish(PublishArgs),
    /// Sign "this is still the newest": what a cron job runs every day.
    RefreshTimestamp(RefreshArgs),
    /// Change keys: stage the next root.
    Rotate(RotateArgs),
    /// Say who signed, what expires when, and what is to be done.
    Status(StatusArgs),
    /// Fetch a published list as a new phone does, and say what it makes of it.
    Verify(VerifyArgs),
    /// Print what an app needs to be told of a publisher, after checking it.
    App(AppArgs),
    /// Make the list that comes with the app.
    Seed(SeedArgs),
}

/// Make a publisher's folder, its keys, and the root that names them.
///
/// Four roles sign: `root` says whose keys count (several people, offline), `targets` what the list
/// is (offline), `snapshot` and `timestamp` that it is the newest (online, by machine). KEY is a
/// name, and a key pair is made for it; or NAME=FILE with the public key of somebody who made the
/// pair elsewhere, on a token or in a key service: PEM or hexadecimal, ed25519 or P-256.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list init gb --id gb --title 'Authority numbers, Great Britain'\n  \
    cleardown list init gb --id gb --title 'Authority numbers' --root alice=alice.pub \\\n    \
      --root bob=bob.pub --root carol=token.pem --root-threshold 2 --targets alice=alice.pub\n\n\
    Exit status: 0 done, 2 not done, and the folder counts as no publisher's.")]
pub struct InitArgs {
    /// The folder to make.
    pub folder: PathBuf,
    /// The publisher's short name, as phones know it: small letters, digits, hyphen.
    #[arg(long)]
    pub id: String,
    /// The list's name for people.
    #[arg(long)]
    pub title: String,
    /// Keys of the root.
    #[arg(long, value_name = "KEY", default_values = ["root-1", "root-2", "root-3"])]
    pub root: Vec<String>,
    /// How many of them must sign.
    #[arg(long, default_value_t = 2, value_name = "N")]
    pub root_threshold: usize,
    /// Keys of the list.
    #[arg(long, value_name = "KEY", default_values = ["list-1"])]
    pub targets: Vec<String>,
    /// How many of them must sign.
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub targets_threshold: usize,
    /// Keys of snapshot and timestamp; one of them signs.
    #[arg(long, value_name = "KEY", default_values = ["online-1"])]
    pub online: Vec<String>,
    /// For how many days a role's file is good: root 365, targets 90, snapshot 30, timestamp 7.
    #[arg(long, value_name = "ROLE=DAYS")]
    pub days: Vec<String>,
    /// How long phones wait between two looks, in seconds: 3600 to 604800.
    #[arg(long, default_value_t = 86_400, value_name = "SECONDS")]
    pub wait: u64,
    /// Where passphrases come from.
    #[command(flatten)]
    pub passphrases: PassphraseArgs,
}

/// Where passphrases come from.
#[derive(clap::Args)]
pub struct PassphraseArgs {
    /// File whose first line is the passphrase, for every key or for the one named; without it the
    /// passphrase is asked for.
    #[arg(long, value_name = "[KEY=]FILE")]
    pub passphrase_file: Vec<String>,
}

/// Make a key pair for one person, on that person's own machine.
///
/// Writes the secret key, encrypted with a passphrase and readable by its owner only, and prints the
/// public key, which goes to whoever runs `init` or `rotate`. Openssl reads both.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    cleardown list key alice.pem > alice.pub\n\n\
    Exit status: 0 done, 2 not done.")]
pub struct KeyArgs {
    /// The file to make; its name without .pem is the key's name.
    pub file: PathBuf,
    /// Where passphrases come from.
    #[command(flatten)]
    pub passphrases: PassphraseArgs,
}

/// Add a number or short code to the tables.
///
/// The row is checked like the whole list, and not written if it breaks a rule. Up to six digits
/// without a plus are a short code.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list add +443001232040 --organisation 'Report Fraud' --kind police \\\n    \
      --source https://www.reportfraud.police.uk/\n  \
    cleardown list add +442079460000 --organisation 'My Bank' --line 'card fraud' --kind bank \\\n    \
      --calls-out never --confidence high --source https://www.mybank.example/fraud \\\n    \
      --note 'Own page: \"we never ring you from this number\"' --replace\n  \
    cleardown list add 159 --organisation 'Stop Scams UK' --kind bank --code-use 'dial out' \\\n    \
      --source https://stopscamsuk.org.uk/159\n\n\
    Exit status: 0 done, 1 the row breaks a rule, 2 not done.")]
pub struct AddArgs {
    /// The number: + and country code, or a short code.
    pub number: String,
    /// Whose number it is, without the line's name.
    #[arg(long)]
    pub organisation: String,
    /// Which of its lines.
    #[arg(long, default_value = "")]
    pub line: String,
    /// bank, energy, government, health, helpline, police, post, tax or telecom.
    #[arg(long, default_value = "")]
    pub kind: String,
    /// Whether genuine calls show it: never, unlikely, unknown or known.
    #[arg(long, default_value = "unknown")]
    pub calls_out: String,
    /// How sure the number is: high, medium or low.
    #[arg(long, default_value = "low")]
    pub confidence: String,
    /// The public page that gives it.
    #[arg(long)]
    pub source: String,
    /// What the page says; caveats.
    #[arg(long, default_value = "")]
    pub note: String,
    /// The date that the source carries: YYYY, YYYY-MM or YYYY-MM-DD.
    #[arg(long, default_value = "")]
    pub checked_on: String,
    /// The app may offer it for ringing.
    #[arg(long)]
    pub ring: bool,
    /// What people do with a short code.
    #[arg(long, default_value = "dial out", value_parser = ["dial out", "text out"])]
    pub code_use: String,
    /// Change the row that is there.
    #[arg(long)]
    pub replace: bool,
}

/// Remove a number or short code from the tables.
#[derive(clap::Args)]
#[command(
    after_help = "Example: a number that was listed wrongly, withdrawn at once:\n  \
    cleardown list remove +442079460000\n  \
    cleardown list build && cleardown list sign && cleardown list publish /var/www/my-list\n\n\
    Exit status: 0 done, 2 there is no such row."
)]
pub struct RemoveArgs {
    /// The number or short code, as the table writes it.
    pub number: String,
}

/// Bring in rows from a CSV file.
///
/// The columns are those of numbers.csv (or codes.csv). New rows are added, rows of numbers that are
/// there are replaced. Nothing is written if the list would break a rule.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    cleardown list import colleagues.csv && cleardown list diff\n\n\
    Exit status: 0 done, 1 rows break rules, 2 not done.")]
pub struct ImportArgs {
    /// The file.
    pub file: PathBuf,
    /// Its rows are short codes.
    #[arg(long)]
    pub codes: bool,
    /// Remove rows that the file does not have.
    #[arg(long)]
    pub mirror: bool,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Check a list: every number, date, source and class.
///
/// Looks for numbers that are none, duplicates, wildcards, "never rings out" without evidence, dates
/// that cannot be, and life-saving numbers, which no list may hold.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list lint\n  \
    cleardown list lint rust/list/data/gb --today 2026-11-21\n\n\
    Exit status: 0 no error (warnings are allowed), 1 errors, 2 the folder could not be read.")]
pub struct LintArgs {
    /// Folder with numbers.csv, and codes.csv, ring.csv and list.csv where there are any. Default:
    /// the tables of the publisher's folder; outside of one those of the bundled list.
    pub folder: Option<PathBuf>,
    /// The day from which dates are judged, YYYY-MM-DD. Default: the day by this computer's clock.
    #[arg(long)]
    pub today: Option<String>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Say in words what changed between two versions.
///
/// Each side is a published version (3), a folder with tables, or `tables`: what is being edited.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list diff            what the next version will change\n  \
    cleardown list diff 3 4        what version 4 changed\n  \
    cleardown list diff old/ new/  two folders with tables\n\n\
    Exit status: 0 nothing differs, 1 something does, 2 a side cannot be read.")]
pub struct DiffArgs {
    /// The older side. Default: the newest published version.
    pub before: Option<String>,
    /// The newer side.
    #[arg(default_value = "tables")]
    pub after: String,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Check the tables and stage the next version.
///
/// Makes the full text, the differences from the last versions where they are smaller than half of
/// it, and the targets that name them. Signatures on an earlier staged version are void.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 built, 1 the tables break rules, 2 not built.")]
pub struct BuildArgs {
    /// Many numbers newly called fakes are meant.
    #[arg(long)]
    pub bulk: bool,
    /// Sign the same list for longer.
    #[arg(long)]
    pub renew: bool,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Sign what is staged, each role by its own people.
///
/// Signs with every key of the folder that counts and has not signed yet; what follows from signed
/// files (snapshot, timestamp) is made on the way. People who sign elsewhere take the folder along,
/// or only the bytes: --payload-out writes them, --signature takes the signature in.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list sign\n  \
    cleardown list sign --role root --key /media/stick/alice.pem\n  \
    cleardown list sign --role targets --payload-out list.bin\n  \
    openssl pkeyutl -sign -rawin -in list.bin -inkey carol.pem -out list.sig\n  \
    cleardown list sign --role targets --signature list.sig --key-id carol\n\n\
    Exit status: 0 enough keys signed these roles, 1 signatures of others are missing still, \
    2 not signed.")]
pub struct SignArgs {
    /// Only these roles: root, targets, snapshot, timestamp.
    #[arg(long, value_name = "ROLE")]
    pub role: Vec<Role>,
    /// Only these keys: a name in the folder, or a file.
    #[arg(long, value_name = "KEY")]
    pub key: Vec<String>,
    /// Write the bytes to sign, and sign nothing.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["signature", "key"])]
    pub payload_out: Option<PathBuf>,
    /// Take in a signature made elsewhere: bytes or hexadecimal.
    #[arg(long, value_name = "FILE", requires = "key_id", conflicts_with = "key")]
    pub signature: Option<PathBuf>,
    /// Whose signature it is: the key's name or id.
    #[arg(long, value_name = "KEY")]
    pub key_id: Option<String>,
    /// Where passphrases come from.
    #[command(flatten)]
    pub passphrases: PassphraseArgs,
}

/// Publish what is signed, files of the list first, the timestamp last.
///
/// Brings the folder `published`, and DIR if it is given, to the new state: each file is written
/// beside its place and moved there. Refuses what phones would not take: too few signatures, too
/// little time, versions that are not higher. Prints the order in which to upload the files to a
/// host elsewhere.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list publish /var/www/my-list\n  \
    cleardown list publish    then upload the folder `published` in the order printed\n\n\
    Exit status: 0 published, 2 refused, and nothing has changed.")]
pub struct PublishArgs {
    /// The web server's folder.
    pub to: Option<PathBuf>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Sign "this is still the newest": what a cron job runs every day.
///
/// Needs the online key only. Renews the snapshot, too, when half its time is over.
#[derive(clap::Args)]
#[command(after_help = "Example, in a crontab:\n  \
    17 4 * * * cleardown list refresh-timestamp --dir /srv/my-list --to /var/www/my-list \
    --passphrase-file /srv/online.pass\n\n\
    Exit status: 0 done, 1 done, but something falls due soon, 2 not done.")]
pub struct RefreshArgs {
    /// The web server's folder, to be brought up to date as by `publish`.
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
    /// Only these keys: a name in the folder, or a file.
    #[arg(long, value_name = "KEY")]
    pub key: Vec<String>,
    /// Where passphrases come from.
    #[command(flatten)]
    pub passphrases: PassphraseArgs,
}

/// Change keys: stage the next root.
///
/// Without a role the root only gets more time. Several changes may be made before it is signed. It
/// must be signed by the keys of the root before and by its own; then it is published like a list.
/// After a change of the targets' keys the list has to be built and signed again.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list rotate\n  \
    cleardown list rotate --role targets --drop list-1 --add list-2\n  \
    cleardown list rotate --role root --drop bob --add dave=dave.pub --threshold 2\n\n\
    Exit status: 0 done, 2 not done.")]
pub struct RotateArgs {
    /// Whose keys: root, targets, snapshot, timestamp, or `online` for the last two.
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// A key that counts from now: NAME, or NAME=FILE with its public half.
    #[arg(long, value_name = "KEY", requires = "role")]
    pub add: Vec<String>,
    /// A key that counts no more.
    #[arg(long, value_name = "NAME", requires = "role")]
    pub drop: Vec<String>,
    /// How many must sign from now.
    #[arg(long, value_name = "N", requires = "role")]
    pub threshold: Option<usize>,
    /// Where passphrases come from.
    #[command(flatten)]
    pub passphrases: PassphraseArgs,
}

/// Say who signed, what expires when, and what is to be done.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list status\n  \
    cleardown list status --now 2027-02-01T00:00:00Z    what will be due by then\n\n\
    Exit status: 0 nothing is to be done, 1 something is, 2 the folder could not be read.")]
pub struct StatusArgs {
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Fetch a published list as a new phone does, and say what it makes of it.
///
/// The very steps and checks of the phone, beginning with the first root; then every other file that
/// the list names is fetched and compared with its hash.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list verify https://lists.example.org/gb --root root-we-know.json\n  \
    cleardown list verify published\n  \
    cleardown list verify published --now 2027-03-01T00:00:00Z    what phones will say then\n\n\
    Exit status: 0 a phone takes it, 1 a phone refuses it or a file is wrong, 2 it cannot be read.")]
pub struct VerifyArgs {
    /// Address or folder that holds `metadata` and `targets`. http only on this computer.
    #[arg(value_name = "URL|DIR")]
    pub place: String,
    /// The root by which phones know the publisher. Default: the first one found there.
    #[arg(long, value_name = "FILE")]
    pub root: Option<PathBuf>,
    /// JSON instead of text.
    #[arg(long)]
    pub json: bool,
}

/// Make the list that comes with the app.
///
/// A whole signed set out of a folder with tables and list.csv. Its keys are made for it and
/// forgotten: nobody can sign another list under them.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 done, 1 the tables break rules, 2 not done.")]
pub struct SeedArgs {
    /// Folder with numbers.csv, codes.csv and list.csv.
    #[arg(long, default_value = "rust/list/data/gb")]
    pub tables: PathBuf,
    /// Folder to write to.
    #[arg(long, default_value = "rust/list/data/seed")]
    pub out: PathBuf,
}

/// Print what an app needs to be told of a publisher, after checking it.
///
/// `cargo xtask apk --list-root …` builds it in.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    cleardown list app --root root.json --url https://lists.example.org/gb --id gb --title 'Numbers'\n\n\
    Exit status: 0 a phone would believe it, 2 it would not.")]
pub struct AppArgs {
    /// The root by which phones know the publisher.
    #[arg(long, value_name = "FILE")]
    pub root: PathBuf,
    /// Address of the folder that holds `metadata` and `targets`; https.
    #[arg(long)]
    pub url: String,
    /// The publisher's short name, as its list says it.
    #[arg(long)]
    pub id: String,
    /// The list's name for people. Default: the short name.
    #[arg(long)]
    pub title: Option<String>,
}
