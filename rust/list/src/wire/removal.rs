//! Numbers that go: each by the range it is in and its place there.
//!
//! Whoever applies a delta has the list that it starts from, so a number need not be written out:
//! its leading digits, and how many listed numbers with the same ones stay before it, find it. That
//! halves what removals take.

use super::columns::Values;
use super::source::{Section, Source};
use super::{BLOCK, Problem, WireError};
use crate::MOST_ROWS;

/// Numbers have fewer digits than this.
const BEYOND_NUMBERS: u64 = 1_000_000_000_000_000;

/// Most listed numbers that are skipped for one removal: finding it stays cheap.
pub(super) const MOST_SKIPPED: u64 = 999;

/// One number that goes: the one behind the first `skip` listed numbers of `from..below`, after the
/// removals before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The lowest number of the range.
    pub from: u64,
    /// The first one behind the range.
    pub below: u64,
    /// How many listed numbers of the range stay before it.
    pub skip: u32,
}

/// The removals of a delta, ascending.
#[derive(Clone, Debug)]
pub struct Removals<'a> {
    source: Source<'a>,
    unit: u64,
    left: usize,
    in_block: usize,
    values: Values<'a>,
    /// Range, counted in units, and skip of the one before.
    previous: Option<(u64, u32)>,
}

/// Reads the heading of the removals: how many, and how many numbers a range has.
pub(super) fn heading(source: &mut Source<'_>) -> Result<(usize, u64), WireError> {
    let mut values = Values::new(source.heading("removed")?);
    let read = values.next().and_then(|count| {
        let unit = values.next()?;
        values.end().map(|()| (count, unit))
    });
    let (count, unit) = read.map_err(|_| source.error(Problem::Heading))?;
    let count = source.at_most(count, MOST_ROWS)?;
    let is_power_of_ten = unit
        .checked_ilog10()
        .is_some_and(|log| 10_u64.pow(log) == unit);
    let is_unit = is_power_of_ten && unit <= BEYOND_NUMBERS && (count > 0 || unit == 1);
    if is_unit {
        Ok((count, unit))
    } else {
        Err(source.error(Problem::Heading))
    }
}

impl<'a> Removals<'a> {
    pub(super) fn new(text: &'a str, section: Section, unit: u64) -> Self {
        Self::reading(Source::of(text, section), section.rows, unit)
    }

    pub(super) fn reading(source: Source<'a>, rows: usize, unit: u64) -> Self {
        Self {
            source,
            unit,
            left: rows,
            in_block: 0,
            values: Values::default(),
            previous: None,
        }
    }

    /// The next removal, checked for its form.
    pub(super) fn read(&mut self) -> Result<Option<Removal>, WireError> {
        if self.in_block == 0 {
            if self.left == 0 {
                return Ok(None);
            }
            self.in_block = self.left.min(BLOCK);
            self.values = Values::new(self.source.line()?);
        }
        let removal = self.value().map_err(|problem| self.source.error(problem))?;
        self.in_block -= 1;
        self.left -= 1;
        if self.in_block == 0 {
            let end = self.values.end();
            end.map_err(|problem| self.source.error(problem))?;
        }
        Ok(Some(removal))
    }

    pub(super) fn into_source(self) -> Source<'a> {
        self.source
    }

    fn value(&mut self) -> Result<Removal, Problem> {
        let gap = self.values.next()?;
        let skip = match self.values.plus()? {
            None => 0,
            // Nothing is skipped by writing nothing; in a range of one there is nothing to skip.
            Some(skip @ 1..=MOST_SKIPPED) if skip < self.unit => skip as u32,
            Some(_) => return Err(Problem::Decimal),
        };
        let (range_before, skip_before) = self.previous.unwrap_or_default();
        let range = range_before.checked_add(gap).ok_or(Problem::NotANumber)?;
        let is_same_range = self.previous.is_some() && gap == 0;
        if is_same_range && (self.unit == 1 || skip < skip_before) {
            return Err(Problem::Order);
        }
        self.previous = Some((range, skip));
        let from = range.checked_mul(self.unit).ok_or(Problem::NotANumber)?;
        if from >= BEYOND_NUMBERS {
            return Err(Problem::NotANumber);
        }
        Ok(Removal {
            from,
            below: from + self.unit,
            skip,
        })
    }
}

impl Iterator for Removals<'_> {
    type Item = Removal;

    fn next(&mut self) -> Option<Removal> {
        // The text was read once before it could be asked for its removals.
        self.read().ok().flatten()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Removals<'_> {}
