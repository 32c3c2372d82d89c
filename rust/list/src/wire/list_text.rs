//! The full text of a list.

use cleardown_core::is_life_saving_number;

use super::source::{Section, Source};
use super::tables::{check_lines, codes};
use super::{Lines, MOST_TEXT_BYTES, Numbers, Problem, WireError};
use crate::{CodeRow, MOST_CODES, MOST_ROWS, Sha256};

/// The first line of a full text, without the format.
pub(super) const NAME: &str = "cleardown list";

/// The full text of a list, checked: a phone takes it, whoever wrote it. Read row by row out of the
/// text; nothing is kept for a row.
#[derive(Clone, Debug)]
pub struct ListText {
    text: String,
    sha256: [u8; 32],
    lines: Section,
    codes: Vec<CodeRow>,
    numbers: Section,
}

impl ListText {
    /// Reads a text from its first to its last byte.
    ///
    /// # Errors
    /// The first thing that is not as `FORMAT.md` has it, or that no phone takes: too many rows, a
    /// life-saving number, a text that cannot be shown.
    pub fn parse(text: Vec<u8>) -> Result<Self, WireError> {
        if text.len() as u64 > MOST_TEXT_BYTES {
            return Err(WireError::new(0, Problem::TooLarge));
        }
        let sha256 = Sha256::of(&text);
        let text = String::from_utf8(text).map_err(|_| WireError::new(0, Problem::NotUtf8))?;

        let mut source = Source::new(&text);
        source.first_line(NAME)?;
        let rows = source.count("lines", MOST_ROWS)?;
        let lines = source.section(&text, rows);
        check_lines(&mut source, rows)?;
        let rows = source.count("codes", MOST_CODES)?;
        let codes = codes(&mut source, rows)?;
        let rows = source.count("numbers", MOST_ROWS)?;
        let numbers = source.section(&text, rows);
        check_numbers(Numbers::new(source, rows), lines)?.end()?;
        Ok(Self {
            sha256,
            lines,
            codes,
            numbers,
            text,
        })
    }

    /// SHA-256 of the text.
    pub fn sha256(&self) -> [u8; 32] {
        self.sha256
    }

    /// How long the text is.
    pub fn bytes(&self) -> u64 {
        self.text.len() as u64
    }

    /// How many numbers it has.
    pub fn rows(&self) -> u64 {
        self.numbers.rows as u64
    }

    /// Its lines, in the order in which numbers refer to them.
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(&self.text, self.lines)
    }

    /// Its short codes, ascending as text.
    pub fn codes(&self) -> &[CodeRow] {
        &self.codes
    }

    /// Its numbers, ascending.
    pub fn numbers(&self) -> Numbers<'_> {
        let source = Source::of(&self.text, self.numbers);
        Numbers::new(source, self.numbers.rows)
    }
}

/// Gives what follows the numbers.
fn check_numbers<'a>(mut numbers: Numbers<'a>, lines: Section) -> Result<Source<'a>, WireError> {
    let mut is_used = vec![false; lines.rows];
    while let Some(row) = numbers.read()? {
        if is_life_saving_number(row.number) {
            return Err(numbers.in_gaps(Problem::LifeSaving));
        }
        let used = is_used.get_mut(row.line as usize);
        *used.ok_or_else(|| numbers.in_lines(Problem::Value))? = true;
    }
    match is_used.iter().position(|used| !used) {
        Some(unused) => Err(lines.error(unused, Problem::Unused)),
        None => Ok(numbers.into_source()),
    }
}
