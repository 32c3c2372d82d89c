//! Lines and short codes in a text: one row each, a tab between columns, rows in the order of
//! their bytes.

use cleardown_core::{Kind, ShortCode};

use super::source::{Section, Source};
use super::words::Word;
use super::{Problem, WireError};
use crate::text::{problem, problem_if_any};
use crate::{CodeListing, CodeRow, LONGEST_LINE, LONGEST_ORGANISATION, ListRow, TextProblem};

/// A line of an organisation. Their order is that of a text's table: tabs go before every letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<'a> {
    /// Whose line it is.
    pub organisation: &'a str,
    /// What sort of organisation.
    pub kind: Kind,
    /// Its name; may be empty.
    pub line: &'a str,
}

impl<'a> Line<'a> {
    /// The line of a row.
    pub fn of(row: &'a ListRow) -> Self {
        let listing = &row.listing;
        Self {
            organisation: &listing.organisation,
            kind: listing.kind,
            line: &listing.line,
        }
    }
}

/// Lines of a text, in order.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    source: Source<'a>,
    left: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, section: Section) -> Self {
        Self {
            source: Source::of(text, section),
            left: section.rows,
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        self.left = self.left.checked_sub(1)?;
        // The text was read once before it could be asked for its lines.
        line(self.source.line().ok()?).ok()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Lines<'_> {}

/// Checks the table of lines that begins here; goes behind it.
pub(super) fn check_lines(source: &mut Source<'_>, rows: usize) -> Result<(), WireError> {
    in_order(source, rows, line, |_| ())
}

/// Reads rows of short codes.
pub(super) fn codes(source: &mut Source<'_>, rows: usize) -> Result<Vec<CodeRow>, WireError> {
    let mut codes: Vec<CodeRow> = Vec::new();
    in_order(source, rows, code, |row| codes.push(row))?;
    // Rows that differ may be of one code.
    if codes.windows(2).any(|pair| pair[0].code == pair[1].code) {
        return Err(source.error(Problem::Order));
    }
    Ok(codes)
}

/// Reads short codes alone.
pub(super) fn bare_codes(
    source: &mut Source<'_>,
    rows: usize,
) -> Result<Vec<ShortCode>, WireError> {
    let read = |row: &str| ShortCode::new(row).ok_or(Problem::Value);
    let mut codes = Vec::new();
    in_order(source, rows, read, |code| codes.push(code))?;
    Ok(codes)
}

/// Writes a row of the table of lines.
pub(super) fn put_line(out: &mut Vec<u8>, line: &Line<'_>) {
    let cells = [line.organisation, line.kind.word(), line.line];
    out.extend_from_slice(cells.join("\t").as_bytes());
}

/// Writes a row of a short code.
pub(super) fn put_code(out: &mut Vec<u8>, row: &CodeRow) {
    let listing = &row.listing;
    let cells = [
        row.code.as_str(),
        &listing.organisation,
        listing.kind.map_or("", Word::word),
        listing.calls_out.word(),
        listing.confidence.word(),
    ];
    out.extend_from_slice(cells.join("\t").as_bytes());
}

fn in_order<'a, T>(
    source: &mut Source<'a>,
    rows: usize,
    read: impl Fn(&'a str) -> Result<T, Problem>,
    mut take: impl FnMut(T),
) -> Result<(), WireError> {
    let mut previous = "";
    for _ in 0..rows {
        let row = source.line()?;
        let value = read(row).map_err(|problem| source.error(problem))?;
        // No row that can be read is empty.
        if row <= previous {
            return Err(source.error(Problem::Order));
        }
        previous = row;
        take(value);
    }
    Ok(())
}

fn line(row: &str) -> Result<Line<'_>, Problem> {
    let [organisation, kind, line] = cells(row)?;
    shown(problem(organisation, LONGEST_ORGANISATION))?;
    shown(problem_if_any(line, LONGEST_LINE))?;
    Ok(Line {
        organisation,
        kind: Kind::of_word(kind).ok_or(Problem::Value)?,
        line,
    })
}

fn code(row: &str) -> Result<CodeRow, Problem> {
    let [code, organisation, kind, calls_out, confidence] = cells(row)?;
    shown(problem(organisation, LONGEST_ORGANISATION))?;
    let kind = match kind {
        "" => None,
        kind => Some(Kind::of_word(kind).ok_or(Problem::Value)?),
    };
    Ok(CodeRow {
        code: ShortCode::new(code).ok_or(Problem::Value)?,
        listing: CodeListing {
            organisation: organisation.to_owned(),
            kind,
            calls_out: Word::of_word(calls_out).ok_or(Problem::Value)?,
            confidence: Word::of_word(confidence).ok_or(Problem::Value)?,
        },
    })
}

fn cells<const N: usize>(row: &str) -> Result<[&str; N], Problem> {
    let mut cells = row.split('\t');
    let mut found = [""; N];
    for cell in &mut found {
        *cell = cells.next().ok_or(Problem::Columns)?;
    }
    match cells.next() {
        None => Ok(found),
        Some(_) => Err(Problem::Columns),
    }
}

fn shown(problem: Option<TextProblem>) -> Result<(), Problem> {
    problem.map_or(Ok(()), |problem| Err(Problem::Text(problem)))
}
