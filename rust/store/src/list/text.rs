//! The text of the list installed, written again from the tables.

use rusqlite::{Connection, Row};

use cleardown_core::{E164, Kind, ShortCode};
use cleardown_list::{CodeRow, Counts, Line, NumberRow, TextWriter};

use super::decode;
use super::kind::KindText;
use super::packed::Packed;

/// A row of the table of lines.
pub(super) struct StoredLine {
    pub(super) id: i64,
    organisation: String,
    kind: Kind,
    name: String,
}

impl StoredLine {
    pub(super) fn as_line(&self) -> Line<'_> {
        Line {
            organisation: &self.organisation,
            kind: self.kind,
            line: &self.name,
        }
    }
}

/// All lines, in the order of a text.
pub(super) fn lines(db: &Connection) -> rusqlite::Result<Vec<StoredLine>> {
    let mut find = db.prepare("SELECT * FROM lines ORDER BY organisation, kind, name")?;
    let lines = find.query_map([], |row| {
        let KindText(kind) = row.get(2)?;
        Ok(StoredLine {
            id: row.get(0)?,
            organisation: row.get(1)?,
            kind,
            name: row.get(3)?,
        })
    })?;
    lines.collect()
}

/// All short codes, in the order of a text.
pub(super) fn read_codes(db: &Connection) -> rusqlite::Result<Vec<CodeRow>> {
    let mut find =
        db.prepare("SELECT packed, organisation, kind, code FROM codes ORDER BY code")?;
    let codes = find.query_map([], |row| {
        let code: String = row.get(3)?;
        Ok(CodeRow {
            code: ShortCode::new(&code).ok_or_else(unreadable)?,
            listing: decode::code_listing(row)?,
        })
    })?;
    codes.collect()
}

/// Writes the text of a list of so many numbers. False where the tables hold no such list.
pub(crate) fn write_text(
    db: &Connection,
    numbers: u64,
    out: &mut dyn FnMut(&[u8]),
) -> rusqlite::Result<bool> {
    let (lines, codes) = (lines(db)?, read_codes(db)?);
    let counts = Counts {
        lines: lines.len() as u64,
        codes: codes.len() as u64,
        numbers,
    };
    let places = places(&lines);
    let mut writer = TextWriter::new(out, counts);
    for line in &lines {
        if writer.line(&line.as_line()).is_err() {
            return Ok(false);
        }
    }
    for code in &codes {
        if writer.code(code).is_err() {
            return Ok(false);
        }
    }
    let mut find = db.prepare("SELECT number, packed FROM numbers ORDER BY number")?;
    let mut rows = find.query([])?;
    while let Some(row) = rows.next()? {
        let Some(row) = number(row, &places)? else {
            return Ok(false);
        };
        if writer.number(row).is_err() {
            return Ok(false);
        }
    }
    Ok(writer.finish().is_ok())
}

fn number(row: &Row<'_>, places: &[u32]) -> rusqlite::Result<Option<NumberRow>> {
    let packed: Packed = row.get(1)?;
    let place = usize::try_from(packed.line).ok();
    let line = place
        .and_then(|at| places.get(at))
        .filter(|at| **at != NOWHERE);
    let number = E164::from_u64(row.get::<_, i64>(0)?.cast_unsigned());
    Ok(match (number, line, packed.class()) {
        (Some(number), Some(&line), Some(class)) => Some(NumberRow {
            number,
            line,
            class,
        }),
        _ => None,
    })
}

/// By id: the place of the line in the text. Ids are given anew as lines go, so that they stay
/// about as low as there are lines; one far beyond is none that was given.
fn places(lines: &[StoredLine]) -> Vec<u32> {
    let mut places = Vec::new();
    for (place, line) in (0..).zip(lines) {
        let Some(at) = usize::try_from(line.id).ok().filter(|at| *at < HIGHEST_ID) else {
            continue;
        };
        if places.len() <= at {
            places.resize(at + 1, NOWHERE);
        }
        places[at] = place;
    }
    places
}

const NOWHERE: u32 = u32::MAX;

/// No list has more numbers, and so lines.
const HIGHEST_ID: usize = cleardown_list::MOST_ROWS;

fn unreadable() -> rusqlite::Error {
    rusqlite::Error::InvalidQuery
}
