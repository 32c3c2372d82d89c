//! `cleardown list add`, `remove` and `import`

use cleardown_core::{E164, ShortCode};
use cleardown_list::Day;
use cleardown_publish::{Edit, Refused, Table, Tables, national_form};

use super::{Place, findings, print_json};
use crate::args::{AddArgs, ImportArgs, RemoveArgs};

/// Adds a row.
pub fn add(place: &Place, args: &AddArgs) -> Result<bool, String> {
    let (table, row) = row(args)?;
    let mut tables = tables(place)?;
    let done = tables.add(table, row, args.replace, today(place));
    finish(done, table)
}

/// Removes a row.
pub fn remove(place: &Place, args: &RemoveArgs) -> Result<bool, String> {
    let table = table_of(&args.number)?;
    let done = tables(place)?.remove(table, &args.number, today(place));
    finish(done, table)
}

/// Brings rows in.
pub fn import(place: &Place, args: &ImportArgs) -> Result<bool, String> {
    let bytes = std::fs::read(&args.file)
        .map_err(|error| format!("{}: {error}. Name a CSV file.", args.file.display()))?;
    let table = if args.codes {
        Table::Codes
    } else {
        Table::Numbers
    };
    match tables(place)?.import(table, &bytes, args.mirror, today(place)) {
        Ok(edit) if args.json => print_json(&edit).map(|()| true),
        done => finish(done, table),
    }
}

fn finish(done: Result<Edit, Refused>, table: Table) -> Result<bool, String> {
    let edit = match done {
        Ok(edit) => edit,
        Err(refused) => return findings::refused(refused),
    };
    let Edit {
        added,
        changed,
        same,
        removed,
    } = edit;
    println!(
        "{}: {added} added, {changed} changed, {same} as before, {removed} removed",
        table.file()
    );
    Ok(true)
}

fn tables(place: &Place) -> Result<Tables, String> {
    let problem = |problem: cleardown_publish::Problem| problem.to_string();
    place.folder.config().map_err(problem)?;
    Tables::read(&place.folder.tables()).map_err(problem)
}

fn today(place: &Place) -> Day {
    Day::from_unix_ms(place.now_s * 1_000)
}

fn table_of(number: &str) -> Result<Table, String> {
    if ShortCode::new(number).is_some() {
        return Ok(Table::Codes);
    }
    let is_number = number.parse::<E164>().is_ok();
    is_number.then_some(Table::Numbers).ok_or_else(|| {
        format!("{number} is no number: write + and the country code, no spaces, or a short code.")
    })
}

fn row(args: &AddArgs) -> Result<(Table, Vec<String>), String> {
    let table = table_of(&args.number)?;
    let national = args
        .number
        .parse::<E164>()
        .map(national_form)
        .unwrap_or_default();
    let cells: Vec<&str> = match table {
        Table::Numbers => vec![
            &args.number,
            &national,
            &args.organisation,
            &args.line,
            &args.kind,
            &args.calls_out,
            if args.ring { "yes" } else { "no" },
            &args.confidence,
            &args.checked_on,
            &args.source,
            &args.note,
        ],
        Table::Codes => vec![
            &args.number,
            &args.organisation,
            &args.code_use,
            &args.kind,
            &args.calls_out,
            &args.confidence,
            &args.source,
            &args.note,
        ],
    };
    Ok((table, cells.into_iter().map(str::to_owned).collect()))
}
