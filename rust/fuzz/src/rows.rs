//! Changing full texts and deltas.
//!
//! A text whose headings announce other rows than follow, or whose rows are out of order, is refused
//! before anything in it is looked at: nearly all that blind changes give. So rows are changed, and
//! headings and order then put right, most of the time.

use libfuzzer_sys::Corpus;

use crate::Blind;
use crate::random::Random;

mod repair;

/// Changes an input.
pub fn change(data: &mut [u8], size: usize, max_size: usize, seed: u32, blind: Blind) -> usize {
    let mut random = Random::new(seed);
    let text = match std::str::from_utf8(&data[..size]) {
        Ok(text) if random.below(8) > 0 => text,
        _ => return blind(data, size, max_size),
    };
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    // libFuzzer puts some changes on top of each other itself.
    for _ in 0..=random.below(2) {
        change_rows(&mut rows, &mut random, blind);
    }
    if random.below(8) > 0 {
        rows = repair::repair(&rows);
    }
    let mut out = rows.join("\n");
    out.push('\n');
    match data[..max_size].get_mut(..out.len()) {
        Some(place) => place.copy_from_slice(out.as_bytes()),
        None => return blind(data, size, max_size),
    }
    out.len()
}

/// Only what is accepted is changed further: what is refused is one change away from it anyway, and
/// would be most of what is kept.
pub fn keep(is_accepted: bool) -> Corpus {
    if is_accepted {
        Corpus::Keep
    } else {
        Corpus::Reject
    }
}

/// Whether putting right leaves a text as it is; so with each that is accepted.
pub fn is_right(text: &str) -> bool {
    let rows: Vec<String> = text.lines().map(str::to_owned).collect();
    repair::repair(&rows) == rows
}

fn change_rows(rows: &mut Vec<String>, random: &mut Random, blind: Blind) {
    if rows.is_empty() {
        return;
    }
    let (place, other) = (random.below(rows.len()), random.below(rows.len()));
    match random.below(8) {
        0 => {
            let mut row = rows[other].clone();
            change_cell(&mut row, random, blind);
            rows.insert(*random.one_of(&[place, other]), row);
        }
        1 => drop(rows.remove(place)),
        2 => rows[place] = changed(&rows[place], blind),
        _ => change_cell(&mut rows[place], random, blind),
    }
}

/// The letters of a block's third row.
const CLASSES: &[u8] = b"abcdefghijklmnop";

/// Changes one of the words of a row: its bytes, or it is repeated, left out, another of the row, or
/// a number one higher or lower.
fn change_cell(row: &mut String, random: &mut Random, blind: Blind) {
    if row.bytes().all(|letter| CLASSES.contains(&letter)) && !row.is_empty() {
        let place = random.below(row.len());
        let class = char::from(*random.one_of(CLASSES));
        row.replace_range(place..=place, class.encode_utf8(&mut [0; 4]));
        return;
    }
    let is_tab = row.contains('\t');
    let between = if is_tab { "\t" } else { " " };
    let mut cells: Vec<String> = row.split(between).map(str::to_owned).collect();
    let (place, other) = (random.below(cells.len()), random.below(cells.len()));
    match (random.below(6), cells[place].parse::<u64>()) {
        (0, _) if !is_tab => cells.insert(place, cells[other].clone()),
        (1, _) if !is_tab => drop(cells.remove(place)),
        (2, _) => cells[place] = cells[other].clone(),
        (3, Ok(number)) => cells[place] = number.wrapping_add(1).to_string(),
        (4, Ok(number)) => cells[place] = number.wrapping_sub(1).to_string(),
        _ => cells[place] = changed(&cells[place], blind),
    }
    *row = cells.join(between);
}

fn changed(text: &str, blind: Blind) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let (size, most) = (bytes.len(), bytes.len() + 8);
    bytes.resize(most, 0);
    let size = blind(&mut bytes, size, most);
    String::from_utf8_lossy(&bytes[..size]).into_owned()
}
