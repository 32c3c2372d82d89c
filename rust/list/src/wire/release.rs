//! Which list it is.

use super::{MOST_TEXT_BYTES, Problem, WireError};
use crate::text::problem;
use crate::{MOST_CODES, MOST_ROWS, Meta};

/// Most characters of a publisher's short name.
const LONGEST_PUBLISHER: usize = 32;

/// Most characters of a list's title.
const LONGEST_TITLE: usize = 120;

/// What a publisher signed about one version of its list, and by which keys it is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// SHA-256 of the root file that the phone was given for this publisher. Versions compare only
    /// under the same one.
    pub anchor: [u8; 32],
    /// The publisher's short name: `a` to `z`, digits, `-`; at most 32.
    pub publisher: String,
    /// The list's name for people.
    pub title: String,
    /// The version of the root file with which the keys of the list last changed. A higher one goes
    /// before any version: after a theft of keys versions may begin anew.
    pub epoch: u64,
    /// Rises with each change of the list.
    pub version: u64,
    /// When it was issued, in milliseconds since 1970.
    pub issued_ms: i64,
    /// How many numbers it has.
    pub rows: u64,
    /// How many short codes.
    pub codes: u64,
    /// SHA-256 of the full text.
    pub sha256: [u8; 32],
    /// How many bytes the full text has.
    pub bytes: u64,
    /// The newest version with which many numbers that are never shown came at once, as its
    /// publisher meant it; 0 = none.
    pub bulk: u64,
}

impl Release {
    /// What a list in memory says of itself.
    pub fn meta(&self) -> Meta {
        Meta {
            publisher: self.publisher.clone(),
            title: self.title.clone(),
            version: self.version,
            issued_ms: self.issued_ms,
        }
    }

    /// Whether a phone takes such a list, whoever signed it.
    ///
    /// # Errors
    /// [`Problem::NotAsSigned`] with the name of a field that has no possible value,
    /// [`Problem::TooMany`], [`Problem::TooLarge`], [`Problem::Text`].
    pub fn check(&self) -> Result<(), WireError> {
        let refuse = |problem| Err(WireError::new(0, problem));
        if !is_publisher(&self.publisher) {
            return refuse(Problem::NotAsSigned("publisher"));
        }
        if let Some(problem) = problem(&self.title, LONGEST_TITLE) {
            return refuse(Problem::Text(problem));
        }
        if !is_count(self.version) || !is_count(self.epoch) {
            return refuse(Problem::NotAsSigned("list"));
        }
        if self.bulk > self.version {
            return refuse(Problem::NotAsSigned("bulk"));
        }
        if self.rows > MOST_ROWS as u64 || self.codes > MOST_CODES as u64 {
            return refuse(Problem::TooMany);
        }
        if self.bytes > MOST_TEXT_BYTES {
            return refuse(Problem::TooLarge);
        }
        Ok(())
    }
}

fn is_publisher(name: &str) -> bool {
    let allowed = |sign| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-');
    (1..=LONGEST_PUBLISHER).contains(&name.len()) && name.bytes().all(allowed)
}

/// From 1 to what a database holds.
fn is_count(value: u64) -> bool {
    (1..=i64::MAX.unsigned_abs()).contains(&value)
}
