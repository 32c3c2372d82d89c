//! `provenance.csv`: where each row comes from. A file of its own: phones do not fetch it.

use crate::tables::Table;
use crate::{Problem, Tables};

/// Its columns. For a code, the display is empty and the note is the evidence.
const COLUMNS: [&str; 5] = ["number", "display", "checked_on", "source", "note"];

/// The file's bytes, out of the tables.
pub(crate) fn write(tables: &Tables) -> Result<Vec<u8>, Problem> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let failed = |error: csv::Error| Problem::damaged("a table", error);
    writer.write_record(COLUMNS).map_err(failed)?;
    let numbers = Some(&tables.numbers);
    for (table, bytes) in [
        (Table::Numbers, numbers),
        (Table::Codes, tables.codes.as_ref()),
    ] {
        let Some(bytes) = bytes else { continue };
        let wanted = match table {
            Table::Numbers => COLUMNS.map(Some),
            Table::Codes => [Some("code"), None, None, Some("source"), Some("evidence")],
        };
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header = reader.headers().map_err(failed)?.clone();
        let places = wanted.map(|name| header.iter().position(|column| Some(column) == name));
        for record in reader.records() {
            let record = record.map_err(failed)?;
            let cells = places.map(|at| at.and_then(|at| record.get(at)).unwrap_or_default());
            writer.write_record(cells).map_err(failed)?;
        }
    }
    Ok(writer.into_inner().unwrap_or_default())
}
