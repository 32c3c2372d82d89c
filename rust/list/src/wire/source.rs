//! A text, line by line.

use super::{FORMAT, Problem, WireError};

/// What is still to be read, and the line read last.
#[derive(Clone, Debug)]
pub(super) struct Source<'a> {
    rest: &'a str,
    line: u64,
}

/// Where rows of one sort stand in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    at: usize,
    line: u64,
    /// How many rows.
    pub(super) rows: usize,
}

impl Section {
    /// Something is wrong with a row of it, counted from 0.
    pub(super) fn error(self, row: usize, problem: Problem) -> WireError {
        WireError::new(self.line + 1 + row as u64, problem)
    }
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            line: 0,
        }
    }

    /// A section of a text from its beginning on.
    pub(super) fn of(text: &'a str, section: Section) -> Self {
        Self {
            rest: &text[section.at..],
            line: section.line,
        }
    }

    /// A section of `text` that begins here, of so many rows.
    pub(super) fn section(&self, text: &str, rows: usize) -> Section {
        Section {
            at: text.len() - self.rest.len(),
            line: self.line,
            rows,
        }
    }

    /// The next line, without its end.
    pub(super) fn line(&mut self) -> Result<&'a str, WireError> {
        self.line += 1;
        let (line, rest) = self
            .rest
            .split_once('\n')
            .ok_or_else(|| self.error(Problem::Ends))?;
        self.rest = rest;
        Ok(line)
    }

    /// Reads the first line: `name` and a format that is known.
    pub(super) fn first_line(&mut self, name: &str) -> Result<(), WireError> {
        let line = self.line()?;
        let format = line
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(' '));
        let format = format.and_then(|digits| decimal(digits.as_bytes()));
        match format {
            Some(format) if format == u64::from(FORMAT) => Ok(()),
            Some(_) => Err(self.error(Problem::UnknownFormat)),
            None => Err(self.error(Problem::NotThisText)),
        }
    }

    /// What stands behind the word of a heading.
    pub(super) fn heading(&mut self, word: &str) -> Result<&'a str, WireError> {
        let line = self.line()?;
        let values = line
            .strip_prefix(word)
            .and_then(|rest| rest.strip_prefix(' '));
        values.ok_or_else(|| self.error(Problem::Heading))
    }

    /// The number of rows that a heading announces.
    pub(super) fn count(&mut self, word: &str, most: usize) -> Result<usize, WireError> {
        let count = decimal(self.heading(word)?.as_bytes());
        let count = count.ok_or_else(|| self.error(Problem::Heading))?;
        self.at_most(count, most)
    }

    pub(super) fn at_most(&self, count: u64, most: usize) -> Result<usize, WireError> {
        match usize::try_from(count) {
            Ok(count) if count <= most => Ok(count),
            _ => Err(self.error(Problem::TooMany)),
        }
    }

    /// Nothing may stand behind the last row.
    pub(super) fn end(&self) -> Result<(), WireError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(WireError::new(self.line + 1, Problem::Unexpected))
        }
    }

    /// Something is wrong on the line read last.
    pub(super) fn error(&self, problem: Problem) -> WireError {
        self.error_before(0, problem)
    }

    /// Something is wrong so many lines before the one read last.
    pub(super) fn error_before(&self, lines: u64, problem: Problem) -> WireError {
        WireError::new(self.line.saturating_sub(lines), problem)
    }
}

/// The number of these digits, all of them, in their one form: no sign, no zero in front.
pub(super) fn decimal(digits: &[u8]) -> Option<u64> {
    match leading_decimal(digits)? {
        (value, []) => Some(value),
        _ => None,
    }
}

/// The number that stands first, and what follows it. At most 18 digits.
pub(super) fn leading_decimal(text: &[u8]) -> Option<(u64, &[u8])> {
    const MOST_DIGITS: usize = 18;

    let mut value = 0;
    let mut length = 0;
    for digit in text.iter().map(|sign| sign.wrapping_sub(b'0')) {
        if digit > 9 {
            break;
        }
        length += 1;
        if length > MOST_DIGITS {
            return None;
        }
        value = value * 10 + u64::from(digit);
    }
    let (digits, rest) = text.split_at(length);
    match digits {
        [] | [b'0', _, ..] => None,
        _ => Some((value, rest)),
    }
}
