//! Where each row of the bundled list comes from. Not for the call path: it is kept packed.

use cleardown_core::E164;

use crate::bundled::{bundled_count, place_of_code, place_of_number};
use crate::unpack;

/// A line a row: date, source, note. Made by `build.rs`.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/provenance.txt.gz"));

/// More than all of it, bytes.
const MOST_BYTES: u64 = 1 << 20;

/// Where a row comes from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Provenance {
    /// The date that the source carries: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or empty if undated. Not
    /// the date of a check by this project.
    pub checked_on: String,
    /// The public page that gives the number.
    pub source: String,
    /// Caveats and evidence; may be empty.
    pub note: String,
}

/// Where the bundled row of this number comes from.
pub fn provenance(number: E164) -> Option<Provenance> {
    line(place_of_number(number)?)
}

/// Where the bundled row of this short code comes from; the note is the evidence on whether genuine
/// calls show it.
pub fn code_provenance(code: &str) -> Option<Provenance> {
    line(bundled_count() + place_of_code(code)?)
}

fn line(at: usize) -> Option<Provenance> {
    let text = String::from_utf8(unpack(PACKED, MOST_BYTES).ok()?).ok()?;
    let mut cells = text.lines().nth(at)?.split('\t').map(str::to_owned);
    Some(Provenance {
        checked_on: cells.next()?,
        source: cells.next()?,
        note: cells.next()?,
    })
}
