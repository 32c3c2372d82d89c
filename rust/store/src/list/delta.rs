//! Applying a change to the list that it starts from.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use cleardown_core::ShortCode;
use cleardown_list::{DeltaText, Line};

use super::full::write_codes;
use super::kind::KindText;
use super::packed::Packed;
use super::text::{lines, read_codes};
use crate::StoreError;
use crate::error::Fault;

/// Removes, adds and replaces what the delta says. Whether that gives the list that was signed,
/// only its hash tells.
///
/// # Errors
/// [`StoreError::WrongBase`] where the delta names what is not there.
pub(super) fn apply(db: &Connection, delta: &DeltaText, publisher: &str) -> Result<(), Fault> {
    let wrong_base = || Fault::from(StoreError::WrongBase(publisher.to_owned()));
    remove(db, delta)?.ok_or_else(wrong_base)?;
    let ids = change_lines(db, delta)?.ok_or_else(wrong_base)?;
    let mut set = db.prepare("INSERT OR REPLACE INTO numbers VALUES (?1, ?2)")?;
    for row in delta.set() {
        let line = usize::try_from(row.line).ok().and_then(|at| ids.get(at));
        let packed = Packed::new(*line.ok_or_else(wrong_base)?, row.class);
        set.execute([row.number.as_u64().cast_signed(), packed.to_i64()])?;
    }
    let mut codes = read_codes(db)?;
    let is_there = |code: &ShortCode| codes.iter().any(|row| row.code == *code);
    if !delta.old_codes().iter().all(is_there) {
        return Err(wrong_base());
    }
    let comes = |code: &ShortCode| delta.new_codes().iter().any(|row| row.code == *code);
    codes.retain(|row| !delta.old_codes().contains(&row.code) && !comes(&row.code));
    codes.extend(delta.new_codes().iter().cloned());
    Ok(write_codes(db, &codes)?)
}

/// `None` where a number is not there. Each range is read once, however much of it stays.
fn remove(db: &Connection, delta: &DeltaText) -> rusqlite::Result<Option<()>> {
    let mut find = db
        .prepare("SELECT number FROM numbers WHERE number >= ?1 AND number < ?2 ORDER BY number")?;
    let mut delete = db.prepare("DELETE FROM numbers WHERE number = ?1")?;
    let mut removed = delta.removed().peekable();
    while let Some(range) = removed.next() {
        let mut rows = find.query([range.from.cast_signed(), range.below.cast_signed()])?;
        let mut gone: Vec<i64> = Vec::new();
        let mut stay = 0;
        let mut next = Some(range);
        while let Some(removal) = next {
            while stay < removal.skip && rows.next()?.is_some() {
                stay += 1;
            }
            let Some(row) = rows.next()? else {
                return Ok(None);
            };
            gone.push(row.get(0)?);
            next = removed.next_if(|next| next.from == range.from);
        }
        drop(rows);
        for number in gone {
            delete.execute([number])?;
        }
    }
    Ok(Some(()))
}

/// Replaces the lines that go by those that come. Gives the ids of the new table of lines, in its
/// order; `None` where a line that goes is not there.
fn change_lines(db: &Connection, delta: &DeltaText) -> rusqlite::Result<Option<Vec<i64>>> {
    let table = lines(db)?;
    let mut taken: BTreeSet<i64> = table.iter().map(|line| line.id).collect();
    let mut delete = db.prepare("DELETE FROM lines WHERE id = ?1")?;
    for old in delta.old_lines() {
        let Ok(at) = table.binary_search_by(|line| line.as_line().cmp(&old)) else {
            return Ok(None);
        };
        delete.execute([table[at].id])?;
        taken.remove(&table[at].id);
    }
    let mut insert = db.prepare("INSERT INTO lines VALUES (?1, ?2, ?3, ?4)")?;
    let mut free = (0..).filter(|id| !taken.contains(id));
    for Line {
        organisation,
        kind,
        line,
    } in delta.new_lines()
    {
        let id = free.next();
        insert.execute(params![id, organisation, KindText(kind), line])?;
    }
    Ok(Some(lines(db)?.iter().map(|line| line.id).collect()))
}
