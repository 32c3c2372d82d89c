//! Writing a list that is in memory.

use std::collections::HashMap;

use super::{Class, Counts, Line, NumberRow, TextWriter, WireError};
use crate::{List, ListRow};

/// The full text of a list.
pub fn write_text(list: &List) -> Vec<u8> {
    write_with(list, &Table::of(list))
}

/// The same with the table of the list's lines at hand.
pub(super) fn write_with(list: &List, table: &Table<'_>) -> Vec<u8> {
    let counts = Counts {
        lines: table.lines.len() as u64,
        codes: list.codes().len() as u64,
        numbers: list.rows().len() as u64,
    };
    let mut text = Vec::new();
    let writer = TextWriter::new(|bytes: &[u8]| text.extend_from_slice(bytes), counts);
    fill(writer, list, table).expect("a list is sorted, and its table was made of it");
    text
}

fn fill(
    mut writer: TextWriter<impl FnMut(&[u8])>,
    list: &List,
    table: &Table<'_>,
) -> Result<(), WireError> {
    for line in &table.lines {
        writer.line(line)?;
    }
    for code in list.codes() {
        writer.code(code)?;
    }
    for row in list.rows() {
        writer.number(table.number(row))?;
    }
    writer.finish()
}

/// The lines of a list, each with its place.
pub(super) struct Table<'a> {
    /// In order.
    pub(super) lines: Vec<Line<'a>>,
    /// A hash finds a line with one comparison of names, where a list has a million rows.
    places: HashMap<Line<'a>, u32>,
}

impl<'a> Table<'a> {
    pub(super) fn of(list: &'a List) -> Self {
        let mut places: HashMap<Line<'_>, u32> =
            list.rows().iter().map(|row| (Line::of(row), 0)).collect();
        let mut lines: Vec<Line<'_>> = places.keys().copied().collect();
        lines.sort_unstable();
        places.extend(lines.iter().copied().zip(0..));
        Self { lines, places }
    }

    pub(super) fn has(&self, line: &Line<'_>) -> bool {
        self.places.contains_key(line)
    }

    pub(super) fn number(&self, row: &'a ListRow) -> NumberRow {
        let listing = &row.listing;
        let class = Class::new(listing.calls_out, listing.confidence, listing.ring);
        NumberRow {
            number: row.number,
            line: self.places[&Line::of(row)],
            class: class.expect("a list offers only numbers of high confidence"),
        }
    }
}
