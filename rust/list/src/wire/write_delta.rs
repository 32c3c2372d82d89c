//! Writing what changes between two lists. For the publisher.

use cleardown_core::E164;

use super::blocks::BlockWriter;
use super::columns::{put_decimal, put_value};
use super::removal::MOST_SKIPPED;
use super::tables::{put_code, put_line};
use super::write::{Table, write_with};
use super::{BLOCK, FORMAT, delta_text, pack};
use crate::{CodeRow, List, ListRow, Sha256, hex};

/// Ranges of removals have at most this many digits' worth of numbers.
const LARGEST_UNIT_DIGITS: u32 = 9;

/// What changes from one version of a list to the next: the text of a delta.
pub fn write_delta(old: &List, new: &List) -> Vec<u8> {
    let (old_table, new_table) = (Table::of(old), Table::of(new));
    let mut text = format!("{} {FORMAT}\n", delta_text::NAME).into_bytes();
    put_state(&mut text, "from", old, &old_table);
    put_state(&mut text, "to", new, &new_table);

    let lines = |text: &mut Vec<u8>, word, these: &Table<'_>, not_those: &Table<'_>| {
        let rows = these.lines.iter().filter(|line| !not_those.has(line));
        put_rows(text, word, rows, |text, line| put_line(text, line));
    };
    lines(&mut text, "old lines", &old_table, &new_table);
    lines(&mut text, "new lines", &new_table, &old_table);
    put_codes(&mut text, old.codes(), new.codes());

    let changes = Changes::between(old, new);
    text.extend(smallest_removals(&changes.removed));
    text.extend_from_slice(format!("set {}\n", changes.set.len()).as_bytes());
    let mut blocks = BlockWriter::default();
    let mut sink = |bytes: &[u8]| text.extend_from_slice(bytes);
    for row in changes.set {
        blocks.push(new_table.number(row), &mut sink);
    }
    blocks.flush(&mut sink);
    text
}

fn put_state(text: &mut Vec<u8>, word: &str, list: &List, table: &Table<'_>) {
    let hash = hex(&Sha256::of(&write_with(list, table)));
    text.extend_from_slice(format!("{word} {} {hash}\n", list.meta().version).as_bytes());
}

fn put_codes(text: &mut Vec<u8>, old: &[CodeRow], new: &[CodeRow]) {
    let is_gone = |row: &&CodeRow| !new.iter().any(|other| other.code == row.code);
    put_rows(
        text,
        "old codes",
        old.iter().filter(is_gone),
        |text, row| {
            text.extend_from_slice(row.code.as_str().as_bytes());
        },
    );
    let is_new = |row: &&CodeRow| !old.contains(row);
    put_rows(text, "new codes", new.iter().filter(is_new), put_code);
}

fn put_rows<T>(
    text: &mut Vec<u8>,
    word: &str,
    rows: impl Iterator<Item = T> + Clone,
    put: impl Fn(&mut Vec<u8>, T),
) {
    text.extend_from_slice(format!("{word} {}\n", rows.clone().count()).as_bytes());
    for row in rows {
        put(text, row);
        text.push(b'\n');
    }
}

struct Changes<'a> {
    /// The numbers of the old list, ascending, and whether each goes.
    removed: Vec<(E164, bool)>,
    /// The rows of the new list that are not in the old one.
    set: Vec<&'a ListRow>,
}

impl<'a> Changes<'a> {
    fn between(old: &List, new: &'a List) -> Self {
        let is_removed = |row: &ListRow| new.row(row.number).is_none();
        let removed = old.rows().iter().map(|row| (row.number, is_removed(row)));
        let is_set = |row: &&ListRow| old.row(row.number) != Some(row);
        Self {
            removed: removed.collect(),
            set: new.rows().iter().filter(is_set).collect(),
        }
    }
}

/// The removals in ranges of the size that packs best.
fn smallest_removals(numbers: &[(E164, bool)]) -> Vec<u8> {
    let units = (0..=LARGEST_UNIT_DIGITS).map(|digits| 10_u64.pow(digits));
    let texts = units.filter_map(|unit| removals(numbers, unit));
    let smallest = texts.min_by_key(|text| pack(text).len());
    smallest.expect("in ranges of one number there is nothing to skip")
}

/// `None` where too many numbers would have to be skipped.
fn removals(numbers: &[(E164, bool)], unit: u64) -> Option<Vec<u8>> {
    let mut rows = Vec::new();
    let mut line = Vec::new();
    let (mut count, mut previous) = (0, 0);
    let (mut range, mut stay) = (0, 0);
    for (number, is_removed) in numbers {
        if number.as_u64() / unit != range {
            (range, stay) = (number.as_u64() / unit, 0);
        }
        if !is_removed {
            stay += 1;
            continue;
        }
        put_value(&mut line, range - previous);
        if stay > MOST_SKIPPED {
            return None;
        }
        if stay > 0 {
            line.push(b'+');
            put_decimal(&mut line, stay);
        }
        previous = range;
        count += 1;
        if count % BLOCK == 0 {
            line.push(b'\n');
            rows.append(&mut line);
        }
    }
    if !line.is_empty() {
        line.push(b'\n');
        rows.append(&mut line);
    }
    let unit = if count == 0 { 1 } else { unit };
    let mut text = format!("removed {count} {unit}\n").into_bytes();
    text.append(&mut rows);
    Some(text)
}
