//! Compares two APKs that should be the same.

use std::path::Path;

use crate::Failure;
use crate::entry::{Entry, entries, read};

/// Says that both are the same bytes; the failure names the first entry that differs.
pub fn compare(one: &Path, other: &Path) -> Result<String, Failure> {
    let [a, b] = [read(one)?, read(other)?];
    if a == b {
        return Ok(format!("the same {} bytes", a.len()));
    }
    let files = [one, other].map(|apk| -> Result<Vec<(Entry, Vec<u8>)>, Failure> { entries(apk) });
    let [a, b] = files;
    Err(difference(&a?, &b?))
}

fn difference(a: &[(Entry, Vec<u8>)], b: &[(Entry, Vec<u8>)]) -> String {
    for ((x, in_x), (y, in_y)) in a.iter().zip(b) {
        if x.name != y.name {
            return format!("One goes on with {}, the other with {}.", x.name, y.name);
        }
        if in_x != in_y {
            let same = in_x.iter().zip(in_y).take_while(|(x, y)| x == y).count();
            return format!(
                "{} differs from byte {same} on: {} bytes and {} bytes.",
                x.name, x.bytes, y.bytes
            );
        }
    }
    let rest = |all: &[(Entry, Vec<u8>)], after: usize| Some(all.get(after)?.0.name.clone());
    match rest(a, b.len()).or_else(|| rest(b, a.len())) {
        Some(name) => format!("Only one has {name}."),
        None => "All entries are the same, but not how they are packed.".into(),
    }
}
