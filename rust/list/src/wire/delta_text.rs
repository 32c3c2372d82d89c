//! The text of a delta.

use cleardown_core::{ShortCode, is_life_saving_number};

use super::source::{Section, Source, decimal};
use super::tables::{bare_codes, check_lines, codes};
use super::{Lines, MOST_DELTA_BYTES, Numbers, Problem, Removals, WireError, removal};
use crate::{CodeRow, MOST_CODES, MOST_ROWS, Sha256};

/// The first line of a delta, without the format.
pub(super) const NAME: &str = "cleardown delta";

/// What changes from one version of a list to another, checked in itself. Whether it fits the list
/// that it starts from shows when it is applied.
#[derive(Clone, Debug)]
pub struct DeltaText {
    text: String,
    from: State,
    to: State,
    old_lines: Section,
    new_lines: Section,
    old_codes: Vec<ShortCode>,
    new_codes: Vec<CodeRow>,
    removed: Section,
    unit: u64,
    set: Section,
}

/// A version of a list.
#[derive(Clone, Copy, Debug)]
struct State {
    version: u64,
    sha256: [u8; 32],
}

impl DeltaText {
    /// Reads a text from its first to its last byte.
    ///
    /// # Errors
    /// The first thing that is not as `FORMAT.md` has it, or that no phone takes.
    pub fn parse(text: Vec<u8>) -> Result<Self, WireError> {
        if text.len() as u64 > MOST_DELTA_BYTES {
            return Err(WireError::new(0, Problem::TooLarge));
        }
        let text = String::from_utf8(text).map_err(|_| WireError::new(0, Problem::NotUtf8))?;

        let mut source = Source::new(&text);
        source.first_line(NAME)?;
        let from = state(&mut source, "from")?;
        let to = state(&mut source, "to")?;
        let mut lines = |heading| {
            let rows = source.count(heading, MOST_ROWS)?;
            let section = source.section(&text, rows);
            check_lines(&mut source, rows).map(|()| section)
        };
        let (old_lines, new_lines) = (lines("old lines")?, lines("new lines")?);
        if let Some(row) = in_both(Lines::new(&text, old_lines), Lines::new(&text, new_lines)) {
            return Err(new_lines.error(row, Problem::Order));
        }
        let rows = source.count("old codes", MOST_CODES)?;
        let old_codes = bare_codes(&mut source, rows)?;
        let rows = source.count("new codes", MOST_CODES)?;
        let new_codes = codes(&mut source, rows)?;
        if new_codes.iter().any(|row| old_codes.contains(&row.code)) {
            return Err(source.error(Problem::Order));
        }

        let (rows, unit) = removal::heading(&mut source)?;
        let removed = source.section(&text, rows);
        let mut removals = Removals::reading(source, rows, unit);
        while removals.read()?.is_some() {}

        let mut source = removals.into_source();
        let rows = source.count("set", MOST_ROWS)?;
        let set = source.section(&text, rows);
        let mut numbers = Numbers::new(source, rows);
        while let Some(row) = numbers.read()? {
            if is_life_saving_number(row.number) {
                return Err(numbers.in_gaps(Problem::LifeSaving));
            }
        }
        numbers.into_source().end()?;
        Ok(Self {
            from,
            to,
            old_lines,
            new_lines,
            old_codes,
            new_codes,
            removed,
            unit,
            set,
            text,
        })
    }

    /// The version that it starts from.
    pub fn base(&self) -> u64 {
        self.from.version
    }

    /// SHA-256 of the full text that it starts from.
    pub fn base_sha256(&self) -> [u8; 32] {
        self.from.sha256
    }

    /// The version that it leads to.
    pub fn version(&self) -> u64 {
        self.to.version
    }

    /// SHA-256 of the full text that it leads to.
    pub fn sha256(&self) -> [u8; 32] {
        self.to.sha256
    }

    /// The lines that go: no number is left to them.
    pub fn old_lines(&self) -> Lines<'_> {
        Lines::new(&self.text, self.old_lines)
    }

    /// The lines that come.
    pub fn new_lines(&self) -> Lines<'_> {
        Lines::new(&self.text, self.new_lines)
    }

    /// The short codes that go.
    pub fn old_codes(&self) -> &[ShortCode] {
        &self.old_codes
    }

    /// The short codes that come, or of which something else is said now.
    pub fn new_codes(&self) -> &[CodeRow] {
        &self.new_codes
    }

    /// The numbers that go, to be applied one after the other, before anything is set.
    pub fn removed(&self) -> Removals<'_> {
        Removals::new(&self.text, self.removed, self.unit)
    }

    /// The numbers that come, or of which something else is said now. They refer to the table of
    /// lines of the list that it leads to.
    pub fn set(&self) -> Numbers<'_> {
        Numbers::new(Source::of(&self.text, self.set), self.set.rows)
    }
}

/// The place in `new` of a line that is in `old` too. Both ascend. What such a delta means would
/// depend on what is done first.
fn in_both(old: Lines<'_>, new: Lines<'_>) -> Option<usize> {
    let mut old = old.peekable();
    new.enumerate().find_map(|(place, line)| {
        while old.next_if(|one| *one < line).is_some() {}
        (old.peek() == Some(&line)).then_some(place)
    })
}

fn state(source: &mut Source<'_>, word: &str) -> Result<State, WireError> {
    let values = source.heading(word)?.split_once(' ');
    let state = values.and_then(|(version, sha256)| {
        Some(State {
            version: decimal(version.as_bytes())?,
            sha256: Sha256::of_hex(sha256)?,
        })
    });
    state.ok_or_else(|| source.error(Problem::Heading))
}
