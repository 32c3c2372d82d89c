//! Numbers in a text: ascending, in blocks of [`BLOCK`], each block three lines, one for each
//! column. Columns apart and differences instead of numbers are what makes them pack well.

use cleardown_core::E164;

use super::columns::{Values, put_value};
use super::source::Source;
use super::{BLOCK, Class, Problem, WireError};

/// One number of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// The number.
    pub number: E164,
    /// Which line it is: the position in the text's table of lines, from 0.
    pub line: u32,
    /// What the list says of it.
    pub class: Class,
}

/// The numbers of a text, ascending.
#[derive(Clone, Debug)]
pub struct Numbers<'a> {
    source: Source<'a>,
    left: usize,
    in_block: usize,
    gaps: Values<'a>,
    lines: Values<'a>,
    classes: &'a [u8],
    previous: u64,
}

impl<'a> Numbers<'a> {
    pub(super) fn new(source: Source<'a>, rows: usize) -> Self {
        Self {
            source,
            left: rows,
            in_block: 0,
            gaps: Values::default(),
            lines: Values::default(),
            classes: &[],
            previous: 0,
        }
    }

    /// The next number, checked for its form.
    pub(super) fn read(&mut self) -> Result<Option<NumberRow>, WireError> {
        if self.in_block == 0 {
            if self.left == 0 {
                return Ok(None);
            }
            self.open_block()?;
        }
        let gap = self.gaps.next().map_err(|problem| self.in_gaps(problem))?;
        let line = self
            .lines
            .next()
            .map_err(|problem| self.in_lines(problem))?;
        let (&letter, classes) = self
            .classes
            .split_first()
            .ok_or_else(|| self.source.error(Problem::Columns))?;
        self.classes = classes;
        if gap == 0 {
            return Err(self.in_gaps(Problem::Order));
        }
        let number = self.previous.checked_add(gap).and_then(E164::from_u64);
        let number = number.ok_or_else(|| self.in_gaps(Problem::NotANumber))?;
        self.previous = number.as_u64();
        let line = u32::try_from(line).map_err(|_| self.in_lines(Problem::Value))?;
        let class = Class::of_letter(letter).ok_or_else(|| self.source.error(Problem::Value))?;
        self.in_block -= 1;
        self.left -= 1;
        if self.in_block == 0 {
            self.close_block()?;
        }
        Ok(Some(NumberRow {
            number,
            line,
            class,
        }))
    }

    /// Something is wrong with the number read last.
    pub(super) fn in_gaps(&self, problem: Problem) -> WireError {
        self.source.error_before(2, problem)
    }

    /// Something is wrong with the line of the number read last.
    pub(super) fn in_lines(&self, problem: Problem) -> WireError {
        self.source.error_before(1, problem)
    }

    /// What follows the numbers.
    pub(super) fn into_source(self) -> Source<'a> {
        self.source
    }

    fn open_block(&mut self) -> Result<(), WireError> {
        self.in_block = self.left.min(BLOCK);
        self.gaps = Values::new(self.source.line()?);
        self.lines = Values::new(self.source.line()?);
        self.classes = self.source.line()?.as_bytes();
        Ok(())
    }

    fn close_block(&self) -> Result<(), WireError> {
        self.gaps.end().map_err(|problem| self.in_gaps(problem))?;
        self.lines.end().map_err(|problem| self.in_lines(problem))?;
        if self.classes.is_empty() {
            Ok(())
        } else {
            Err(self.source.error(Problem::Columns))
        }
    }
}

impl Iterator for Numbers<'_> {
    type Item = NumberRow;

    fn next(&mut self) -> Option<NumberRow> {
        // The text was read once before it could be asked for its numbers.
        self.read().ok().flatten()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Numbers<'_> {}

/// Writes numbers in the same form.
#[derive(Debug, Default)]
pub(super) struct BlockWriter {
    previous: u64,
    in_block: usize,
    gaps: Vec<u8>,
    lines: Vec<u8>,
    classes: Vec<u8>,
}

impl BlockWriter {
    /// Adds a number. Gives false, and adds nothing, where it is not above the one before.
    pub(super) fn push(&mut self, row: NumberRow, sink: &mut impl FnMut(&[u8])) -> bool {
        let number = row.number.as_u64();
        let Some(gap) = number.checked_sub(self.previous).filter(|gap| *gap > 0) else {
            return false;
        };
        self.previous = number;
        put_value(&mut self.gaps, gap);
        put_value(&mut self.lines, u64::from(row.line));
        self.classes.push(row.class.letter());
        self.in_block += 1;
        if self.in_block == BLOCK {
            self.flush(sink);
        }
        true
    }

    /// Writes what waits.
    pub(super) fn flush(&mut self, sink: &mut impl FnMut(&[u8])) {
        if self.in_block == 0 {
            return;
        }
        self.in_block = 0;
        for column in [&mut self.gaps, &mut self.lines, &mut self.classes] {
            column.push(b'\n');
            sink(column);
            column.clear();
        }
    }
}
