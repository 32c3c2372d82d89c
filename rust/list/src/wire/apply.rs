//! Applying a delta to a list in memory. For the publisher, who proves each delta before it goes
//! out; a phone does the same in its database.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_core::{E164, Listing};

use super::write::Table;
use super::{Class, DeltaText, Line, ListText, Problem, WireError, write_text};
use crate::{CodeRow, List, ListRow, Meta, Sha256};

impl ListText {
    /// The list that the text holds, with its texts in every row.
    pub fn to_list(&self, meta: Meta) -> List {
        let lines: Vec<Line<'_>> = self.lines().collect();
        let rows = self.numbers().map(|row| ListRow {
            number: row.number,
            listing: listing(&lines[row.line as usize], row.class),
        });
        List::new(meta, rows.collect(), self.codes().to_vec())
            .expect("tested: a text keeps the rules of a list")
    }
}

impl DeltaText {
    /// The list that it makes of the one that it starts from. The title and the time of the result
    /// are those of `meta`.
    ///
    /// # Errors
    /// [`Problem::WrongBase`] where it is no delta of this list, or gives another result than it
    /// says.
    pub fn apply(&self, base: &List, meta: Meta) -> Result<List, WireError> {
        require(Sha256::of(&write_text(base)) == self.base_sha256())?;
        require(base.meta().version == self.base() && meta.version == self.version())?;
        let mut rows = self.staying(base)?;
        let table = self.table(base)?;
        for row in self.set() {
            let line = table.get(row.line as usize).ok_or(WRONG_BASE)?;
            rows.insert(row.number, listing(line, row.class));
        }
        let mut codes: BTreeMap<&str, &CodeRow> = BTreeMap::new();
        codes.extend(base.codes().iter().map(|row| (row.code.as_str(), row)));
        for code in self.old_codes() {
            codes.remove(code.as_str()).ok_or(WRONG_BASE)?;
        }
        codes.extend(self.new_codes().iter().map(|row| (row.code.as_str(), row)));

        let row = |(number, listing)| ListRow { number, listing };
        let rows = rows.into_iter().map(row).collect();
        let new = list(meta, rows, codes.into_values().cloned().collect())?;
        // A line without numbers would be in a phone's table still.
        require(Table::of(&new).lines == table)?;
        require(Sha256::of(&write_text(&new)) == self.sha256())?;
        Ok(new)
    }

    /// The rows that are not removed.
    fn staying(&self, base: &List) -> Result<BTreeMap<E164, Listing>, WireError> {
        let rows = base.rows();
        let mut is_removed = vec![false; rows.len()];
        for removal in self.removed() {
            let start = rows.partition_point(|row| row.number.as_u64() < removal.from);
            let end = rows.partition_point(|row| row.number.as_u64() < removal.below);
            let mut left = (start..end).filter(|&at| !is_removed[at]);
            let at = left.nth(removal.skip as usize).ok_or(WRONG_BASE)?;
            is_removed[at] = true;
        }
        let staying = rows.iter().zip(is_removed).filter(|(_, removed)| !removed);
        let staying = staying.map(|(row, _)| (row.number, row.listing.clone()));
        Ok(staying.collect())
    }

    /// The lines of the list that it leads to.
    fn table<'a>(&'a self, base: &'a List) -> Result<Vec<Line<'a>>, WireError> {
        let mut lines: BTreeSet<Line<'_>> = Table::of(base).lines.into_iter().collect();
        for line in self.old_lines() {
            require(lines.remove(&line))?;
        }
        for line in self.new_lines() {
            require(lines.insert(line))?;
        }
        Ok(lines.into_iter().collect())
    }
}

const WRONG_BASE: WireError = WireError {
    line: 0,
    problem: Problem::WrongBase,
};

fn require(condition: bool) -> Result<(), WireError> {
    if condition { Ok(()) } else { Err(WRONG_BASE) }
}

fn listing(line: &Line<'_>, class: Class) -> Listing {
    Listing {
        organisation: line.organisation.to_owned(),
        line: line.line.to_owned(),
        kind: line.kind,
        calls_out: class.calls_out(),
        confidence: class.confidence(),
        ring: class.ring(),
    }
}

fn list(meta: Meta, rows: Vec<ListRow>, codes: Vec<CodeRow>) -> Result<List, WireError> {
    List::new(meta, rows, codes).map_err(|_| WRONG_BASE)
}
