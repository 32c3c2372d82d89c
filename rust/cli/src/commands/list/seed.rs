//! `cleardown list seed`

use std::collections::HashMap;

use cleardown_list::{Day, List, Meta};
use cleardown_publish::{Refused, Tables, seed};

use super::{Place, findings};
use crate::args::SeedArgs;

/// Makes the list that comes with the app.
pub fn run(_: &Place, args: &SeedArgs) -> Result<bool, String> {
    let tables = Tables::read(&args.tables).map_err(|problem| problem.to_string())?;
    let about = about(&args.tables.join("list.csv"))?;
    let cell = |name: &str| about.get(name).cloned().unwrap_or_default();
    let issued: Day = cell("issued")
        .parse()
        .map_err(|_| "list.csv: `issued` is no day.")?;
    let meta = Meta {
        publisher: cell("publisher"),
        title: cell("title"),
        version: cell("version")
            .parse()
            .map_err(|_| "list.csv: `version` is no number.")?,
        issued_ms: issued.unix_ms(),
    };
    let list = match List::from_csv(&tables.numbers, tables.codes.as_deref(), meta) {
        Ok(list) => list,
        Err(found) => return findings::refused(Refused::Findings(found)),
    };
    seed(&list, &args.out).map_err(|problem| problem.to_string())?;
    println!(
        "list {}: {} numbers, {} codes",
        list.meta().version,
        list.rows().len(),
        list.codes().len()
    );
    eprintln!("Written to {}. The keys are forgotten.", args.out.display());
    Ok(true)
}

fn about(file: &std::path::Path) -> Result<HashMap<String, String>, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}.", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error))?;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let row = reader.deserialize().next();
    row.ok_or_else(|| wrong(&"there is no row"))?
        .map_err(|error| wrong(&error))
}
