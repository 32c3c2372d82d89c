//! `cleardown list status` and `cleardown list diff`

use std::path::Path;

use cleardown_list::{Finding, List, Meta};
use cleardown_publish::{
    Difference, Need, Problem, Tables, What, differences, history, status as look, time,
};

use super::{Place, print_json};
use crate::args::{DiffArgs, StatusArgs};

/// Says how a publisher stands. True where nothing is to be done.
pub fn status(place: &Place, args: &StatusArgs) -> Result<bool, String> {
    let status = look(&place.folder, place.now_s).map_err(text)?;
    if args.json {
        print_json(&status)?;
        return Ok(status.duties.is_empty());
    }
    match status.list {
        Some(list) => println!("{}: list {list} is published", status.publisher),
        None => println!("{}: nothing is published", status.publisher),
    }
    for file in &status.files {
        let staged = if file.staged { "staged" } else { "published" };
        let when = time::until(place.now_s + file.left_s, place.now_s);
        let expiry = if file.left_s < 0 {
            "expired"
        } else {
            "expires"
        };
        println!(
            "  {:<10}{:>4} {staged:<10}{expiry} {when}, {}",
            file.role, file.version, file.expires
        );
        for need in &file.needs {
            print_need(need);
        }
    }
    for duty in &status.duties {
        println!("To do: {}", duty.text);
    }
    if status.duties.is_empty() {
        println!("Nothing is to be done.");
    }
    Ok(status.duties.is_empty())
}

fn print_need(need: &Need) {
    let signed = if need.signed.is_empty() {
        "nobody".to_owned()
    } else {
        need.signed.join(", ")
    };
    print!(
        "{:>25} {} of {} by {}: {signed}",
        "signed",
        need.signed.len(),
        need.threshold,
        need.by
    );
    if need.missing.is_empty() {
        println!();
    } else {
        println!("; not by {}", need.missing.join(", "));
    }
}

/// Says what changed between two lists. True where nothing did.
pub fn diff(place: &Place, args: &DiffArgs) -> Result<bool, String> {
    let before = match &args.before {
        Some(side) => Some(list_of(place, side)?),
        None => newest(place)?,
    };
    let before = before.ok_or("Nothing is published yet: name two sides to compare.")?;
    let all = differences(&before, &list_of(place, &args.after)?);
    if args.json {
        print_json(&all)?;
    } else {
        all.iter().for_each(print);
        let fakes = all.iter().filter(|one| one.newly_never).count();
        eprintln!(
            "{} rows differ, {fakes} of them newly called fakes",
            all.len()
        );
    }
    Ok(all.is_empty())
}

fn print(one: &Difference) {
    let (before, after) = (one.before.as_deref(), one.after.as_deref());
    let said = match one.what {
        What::Added => format!("added: {}", after.unwrap_or_default()),
        What::Removed => format!("removed: {}", before.unwrap_or_default()),
        What::Changed => {
            format!(
                "was {}; is {}",
                before.unwrap_or_default(),
                after.unwrap_or_default()
            )
        }
    };
    println!("{} {said}", one.number);
}

fn newest(place: &Place) -> Result<Option<List>, String> {
    let all = history(&place.folder).map_err(text)?;
    let newest = all.last_key_value();
    newest
        .map(|(_, version)| version.list(&place.folder).map_err(text))
        .transpose()
}

/// A published version, a folder with tables, or the tables that are being edited.
fn list_of(place: &Place, side: &str) -> Result<List, String> {
    if let Ok(version) = side.parse::<u64>() {
        let all = history(&place.folder).map_err(text)?;
        let found = all.get(&version);
        let found =
            found.ok_or_else(|| format!("List version {version} was not published here."))?;
        return found.list(&place.folder).map_err(text);
    }
    let folder = if side == "tables" {
        place.folder.tables()
    } else {
        Path::new(side).to_owned()
    };
    let tables = Tables::read(&folder).map_err(text)?;
    let meta = Meta {
        publisher: "compared".to_owned(),
        title: "compared".to_owned(),
        version: 1,
        issued_ms: place.now_s * 1_000,
    };
    let list = List::from_csv(&tables.numbers, tables.codes.as_deref(), meta);
    list.map_err(|findings: Vec<Finding>| {
        let folder = folder.display();
        format!(
            "{folder}: {} errors. Look at `cleardown list lint {folder}`.",
            findings.len()
        )
    })
}

fn text(problem: Problem) -> String {
    problem.to_string()
}
