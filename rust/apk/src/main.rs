//! What `cargo xtask apk` needs of an APK as a file: packs one, hashes files, compares two.

mod compare;
mod entry;
mod pack;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What went wrong, for the person who builds.
type Failure = String;

/// Packs, hashes and compares APKs.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Packs an unsigned APK; prints its entries as JSON
    Pack(pack::Parts),
    /// Prints the SHA-256 of each file
    Hash {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Says whether two APKs are the same bytes, and if not, which entry differs first
    Compare {
        /// One
        one: PathBuf,
        /// The other
        other: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<String, Failure> {
    match command {
        Command::Pack(parts) => {
            let entries = pack::pack(parts)?;
            serde_json::to_string(&entries).map_err(|e| e.to_string())
        }
        Command::Hash { files } => {
            let lines: Result<Vec<_>, _> = files.iter().map(|file| hash(file)).collect();
            Ok(lines?.join("\n"))
        }
        Command::Compare { one, other } => compare::compare(one, other),
    }
}

fn hash(file: &Path) -> Result<String, Failure> {
    Ok(entry::sha256(&entry::read(file)?))
}
