//! Writing a list that is in memory.

use std::collections::{BTreeMap, BTreeSet};

use super::{Class, Counts, Line, NumberRow, TextWriter, WireError};
use crate::{List, ListRow};

/// The full text of a list.
pub fn write_text(list: &List) -> Vec<u8> {
    let table = Table::of(list);
    let counts = Counts {
        lines: table.places.len() as u64,
        codes: list.codes().len() as u64,
        numbers: list.rows().len() as u64,
    };
    let mut text = Vec::new();
    let writer = TextWriter::new(|bytes: &[u8]| text.extend_from_slice(bytes), counts);
    fill(writer, list, &table).expect("a list is sorted, and its table was made of it");
    text
}

fn fill(
    mut writer: TextWriter<impl FnMut(&[u8])>,
    list: &List,
    table: &Table<'_>,
) -> Result<(), WireError> {
    for line in table.places.keys() {
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
    pub(super) places: BTreeMap<Line<'a>, u32>,
}

impl<'a> Table<'a> {
    pub(super) fn of(list: &'a List) -> Self {
        let lines: BTreeSet<Line<'_>> = list.rows().iter().map(Line::of).collect();
        let places = lines.into_iter().zip(0..).collect();
        Self { places }
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
