//! `cleardown list lint`

use std::fs;
use std::path::{Path, PathBuf};

use cleardown_list::{Day, ListFiles, lint};
use serde_json::json;

use super::{Place, findings};
use crate::args::LintArgs;

/// The tables of the list that comes with the app.
const BUNDLED: &str = "rust/list/data/gb";

/// Checks a list and prints what was found. True where there is no error.
pub fn run(place: &Place, args: &LintArgs) -> Result<bool, String> {
    let today = match args.today.as_deref() {
        Some(day) => day
            .parse()
            .map_err(|_| format!("{day} is no day: write YYYY-MM-DD"))?,
        None => Day::from_unix_ms(place.now_s * 1_000),
    };
    let folder = args.folder.clone().unwrap_or_else(|| tables(place));
    let numbers = fs::read(folder.join("numbers.csv")).map_err(|error| {
        let folder = folder.display();
        format!("{folder}/numbers.csv: {error}. Name the folder that holds the list's tables.")
    })?;
    let (codes, offers, about) = (
        optional(&folder, "codes.csv")?,
        optional(&folder, "ring.csv")?,
        optional(&folder, "list.csv")?,
    );
    let files = ListFiles {
        numbers: &numbers,
        codes: codes.as_deref(),
        offers: offers.as_deref(),
        about: about.as_deref(),
    };
    let found = lint(&files, today);
    let errors = findings::errors(&found);
    if args.json {
        println!(
            "{:#}",
            json!({ "errors": errors, "findings": findings::json(&found) })
        );
    } else {
        findings::print(&found);
        let warnings = found.len() - errors;
        eprintln!(
            "{} numbers: {errors} errors, {warnings} warnings",
            rows(&numbers)
        );
    }
    Ok(errors == 0)
}

fn tables(place: &Place) -> PathBuf {
    if place.dir.join("publisher.json").exists() {
        place.folder.tables()
    } else {
        PathBuf::from(BUNDLED)
    }
}

fn rows(bytes: &[u8]) -> usize {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    lines.saturating_sub(1)
}

fn optional(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, String> {
    let path = folder.join(name);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}
