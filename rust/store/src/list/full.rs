//! Writing a whole list.

use rusqlite::{Connection, params};

use cleardown_list::{CodeRow, ListText};

use super::kind::KindText;
use super::packed::Packed;

/// Replaces every row. Lines get their place in the text as id: those of the first thousand fit
/// two bytes beside a number. The numbers come sorted, so each page is filled once and left full.
pub(super) fn write(db: &Connection, text: &ListText) -> rusqlite::Result<()> {
    db.execute_batch("DELETE FROM numbers; DELETE FROM lines")?;
    let mut insert = db.prepare("INSERT INTO lines VALUES (?1, ?2, ?3, ?4)")?;
    for (id, line) in (0_i64..).zip(text.lines()) {
        insert.execute(params![
            id,
            line.organisation,
            KindText(line.kind),
            line.line
        ])?;
    }
    let mut insert = db.prepare("INSERT INTO numbers VALUES (?1, ?2)")?;
    for row in text.numbers() {
        let packed = Packed::new(i64::from(row.line), row.class);
        insert.execute([row.number.as_u64().cast_signed(), packed.to_i64()])?;
    }
    write_codes(db, text.codes())
}

/// Replaces every short code.
pub(super) fn write_codes(db: &Connection, codes: &[CodeRow]) -> rusqlite::Result<()> {
    db.execute("DELETE FROM codes", [])?;
    let mut insert = db.prepare("INSERT INTO codes VALUES (?1, ?2, ?3, ?4)")?;
    for CodeRow { code, listing } in codes {
        let packed = Packed {
            line: 0,
            calls_out: listing.calls_out,
            confidence: listing.confidence,
            ring: false,
        };
        let kind = listing.kind.map(KindText);
        insert.execute(params![
            code.as_str(),
            packed.to_i64(),
            listing.organisation,
            kind
        ])?;
    }
    Ok(())
}
