//! Numbers on one line of a text, with one space between them.

use super::Problem;
use super::source::leading_decimal;

/// The values of a line that are still to be read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Values<'a> {
    rest: &'a [u8],
    is_begun: bool,
}

impl<'a> Values<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        Self {
            rest: line.as_bytes(),
            is_begun: false,
        }
    }

    /// The next value.
    pub(super) fn next(&mut self) -> Result<u64, Problem> {
        if self.is_begun {
            self.rest = match self.rest {
                [b' ', rest @ ..] => rest,
                _ => return Err(Problem::Columns),
            };
        }
        self.is_begun = true;
        self.digits()
    }

    /// What stands behind a plus at the value read last, if there is one.
    pub(super) fn plus(&mut self) -> Result<Option<u64>, Problem> {
        match self.rest {
            [b'+', rest @ ..] => {
                self.rest = rest;
                self.digits().map(Some)
            }
            _ => Ok(None),
        }
    }

    /// No value may follow.
    pub(super) fn end(self) -> Result<(), Problem> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Problem::Columns)
        }
    }

    fn digits(&mut self) -> Result<u64, Problem> {
        let (value, rest) = leading_decimal(self.rest).ok_or(Problem::Decimal)?;
        self.rest = rest;
        Ok(value)
    }
}

/// Adds a number to a text.
pub(super) fn put_decimal(out: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// Adds a value to a line.
pub(super) fn put_value(line: &mut Vec<u8>, value: u64) {
    if !line.is_empty() {
        line.push(b' ');
    }
    put_decimal(line, value);
}
