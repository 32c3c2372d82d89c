//! What a delta does, told plainly and in the order of `FORMAT.md`.

use std::collections::{BTreeMap, HashSet};

use cleardown_core::Listing;
use cleardown_list::{DeltaText, Line, List, ListRow, NumberRow};

use crate::golden::meta;

/// The list that a delta makes of `base`, whatever hashes it names; `None` where it does not fit.
pub fn apply(delta: &DeltaText, base: &List) -> Option<List> {
    let rows = base.rows().iter();
    let mut numbers: BTreeMap<u64, ListRow> =
        rows.map(|row| (row.number.as_u64(), row.clone())).collect();
    for removal in delta.removed() {
        let mut range = numbers.range(removal.from..removal.below);
        let number = *range.nth(removal.skip as usize)?.0;
        numbers.remove(&number);
    }

    let mut table = table(base.rows());
    for line in delta.new_lines() {
        let is_there = table.insert(text(&line), line).is_some();
        (!is_there).then_some(())?;
    }
    for line in delta.old_lines() {
        table.remove(&text(&line))?;
    }
    let table: Vec<Line<'_>> = table.into_values().collect();
    for row in delta.set() {
        let line = table.get(row.line as usize)?;
        numbers.insert(row.number.as_u64(), row_of(line, row));
    }
    let rows: Vec<ListRow> = numbers.into_values().collect();
    // Lines without numbers, or numbers of lines that went, would give another text.
    (self::table(&rows).into_values().collect::<Vec<_>>() == table).then_some(())?;

    let codes = base.codes().iter();
    let mut codes: BTreeMap<_, _> = codes.map(|row| (row.code.as_str(), row)).collect();
    for code in delta.old_codes() {
        codes.remove(code.as_str())?;
    }
    codes.extend(delta.new_codes().iter().map(|row| (row.code.as_str(), row)));
    let codes = codes.into_values().cloned().collect();
    List::new(meta(delta.version()), rows, codes).ok()
}

/// Lines in the order of their bytes in a text.
fn table(rows: &[ListRow]) -> BTreeMap<String, Line<'_>> {
    let lines: HashSet<Line<'_>> = rows.iter().map(Line::of).collect();
    lines.into_iter().map(|line| (text(&line), line)).collect()
}

fn text(line: &Line<'_>) -> String {
    let kind = format!("{:?}", line.kind).to_lowercase();
    format!("{}\t{kind}\t{}", line.organisation, line.line)
}

fn row_of(line: &Line<'_>, row: NumberRow) -> ListRow {
    ListRow {
        number: row.number,
        listing: Listing {
            organisation: line.organisation.to_owned(),
            line: line.line.to_owned(),
            kind: line.kind,
            calls_out: row.class.calls_out(),
            confidence: row.class.confidence(),
            ring: row.class.ring(),
        },
    }
}
