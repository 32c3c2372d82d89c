//! `cleardown list lint`

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use cleardown_list::{Day, ListFiles, Severity, lint};
use serde_json::json;

use crate::args::LintArgs;

/// Checks a list and prints what was found. True where there is no error.
pub fn run(args: &LintArgs) -> Result<bool, String> {
    let today = today(args.today.as_deref())?;
    let numbers = fs::read(args.folder.join("numbers.csv")).map_err(|error| {
        let folder = args.folder.display();
        format!("{folder}/numbers.csv: {error}. Name the folder that holds the list's tables.")
    })?;
    let (codes, offers, about) = (
        optional(&args.folder, "codes.csv")?,
        optional(&args.folder, "ring.csv")?,
        optional(&args.folder, "list.csv")?,
    );
    let files = ListFiles {
        numbers: &numbers,
        codes: codes.as_deref(),
        offers: offers.as_deref(),
        about: about.as_deref(),
    };
    let findings = lint(&files, today);
    let errors = findings
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .count();
    if args.json {
        let rows = findings.iter().map(|one| {
            json!({
                "severity": severity(one.severity),
                "file": one.file.name(),
                "row": one.row,
                "column": one.column,
                "code": one.code.code(),
                "message": one.message,
                "remedy": one.remedy,
            })
        });
        println!(
            "{:#}",
            json!({ "errors": errors, "findings": rows.collect::<Vec<_>>() })
        );
    } else {
        for one in &findings {
            let row = one.row.map(|row| format!(":{row}")).unwrap_or_default();
            let column = one
                .column
                .map(|column| format!(" {column}:"))
                .unwrap_or_default();
            let severity = severity(one.severity);
            println!(
                "{}{row}:{column} {severity}: {} {}",
                one.file.name(),
                one.message,
                one.remedy
            );
        }
        let rows = numbers
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            .saturating_sub(1);
        let warnings = findings.len() - errors;
        eprintln!("{rows} numbers: {errors} errors, {warnings} warnings");
    }
    Ok(errors == 0)
}

fn optional(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, String> {
    let path = folder.join(name);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

fn today(given: Option<&str>) -> Result<Day, String> {
    if let Some(day) = given {
        return day
            .parse()
            .map_err(|_| format!("{day} is no day: write YYYY-MM-DD"));
    }
    let since_1970 = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since_1970.as_millis())
        .map(Day::from_unix_ms)
        .map_err(|_| "this computer's clock is wrong: use --today YYYY-MM-DD".to_owned())
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
