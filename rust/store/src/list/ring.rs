//! Which numbers of an organisation may be offered for ringing.

use rusqlite::{Connection, Row, params};

use cleardown_core::E164;

/// Bit 4 of `packed` is `ring`. An index would cost some ten bytes for each number that has it, and
/// is not worth that: this is asked once a flagged call, and reads a million numbers in the time
/// of a few frames.
const TO_RING: &str = "
    SELECT n.number, l.name FROM numbers n JOIN lines l ON l.id = n.packed >> 5
    WHERE n.packed & 16 AND n.packed >> 5 IN (SELECT id FROM lines WHERE organisation = ?1)
    ORDER BY n.number LIMIT ?2";

/// At most so many numbers of this organisation that may be offered, with their lines.
pub(crate) fn numbers_to_ring(
    db: &Connection,
    organisation: &str,
    most: u32,
) -> rusqlite::Result<Vec<(E164, String)>> {
    let mut find = db.prepare(TO_RING)?;
    let all = find.query_map(params![organisation, most], number_and_line)?;
    all.collect()
}

fn number_and_line(row: &Row<'_>) -> rusqlite::Result<(E164, String)> {
    let number: i64 = row.get(0)?;
    let number = E164::from_u64(number.cast_unsigned());
    Ok((number.ok_or(rusqlite::Error::InvalidQuery)?, row.get(1)?))
}
