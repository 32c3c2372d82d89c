//! The statements on a table of calls: the history, or those that wait for it.

use rusqlite::{Connection, ErrorCode, Row, Transaction, params};

use super::{CallRecord, Note};
use crate::StoreError;
use crate::error::Fault;

/// Which table of calls.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table {
    /// In the history's file.
    Calls,
    /// In the running state's file, until the phone is unlocked.
    Waiting,
}

const MS_A_DAY: i64 = 86_400_000;

/// What is deleted is overwritten in the file, not only forgotten.
const ERASING: &str = "PRAGMA secure_delete = ON";

impl Table {
    fn name(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Waiting => "waiting_calls",
        }
    }
}

pub(crate) fn add(tx: &Transaction<'_>, table: Table, call: &CallRecord) -> Result<(), Fault> {
    let note = call.note.as_ref();
    let sql = format!(
        "INSERT INTO {} VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        table.name()
    );
    let added = tx.prepare_cached(&sql)?.execute(params![
        call.id.cast_signed(),
        call.at_ms,
        call.number,
        call.alert,
        call.reasons_json,
        call.organisation,
        call.answered,
        note.map(|n| &n.name),
        note.map(|n| &n.number),
        note.map(|n| &n.station),
        note.map(|n| &n.wanted),
    ]);
    match added {
        Err(e) if e.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(StoreError::CallKnown.into())
        }
        other => Ok(other.map(|_| ())?),
    }
}

/// The newest first, at most `limit`.
pub(crate) fn list(db: &Connection, table: Table, limit: u32) -> rusqlite::Result<Vec<CallRecord>> {
    let sql = format!(
        "SELECT * FROM {} ORDER BY at_ms DESC, id DESC LIMIT ?1",
        table.name()
    );
    db.prepare_cached(&sql)?.query_map([limit], call)?.collect()
}

/// Gives whether there is such a call.
pub(crate) fn set_answered(
    tx: &Transaction<'_>,
    table: Table,
    id: u64,
    answered: bool,
) -> Result<bool, Fault> {
    let sql = format!("UPDATE {} SET answered = ?2 WHERE id = ?1", table.name());
    Ok(tx.execute(&sql, params![id.cast_signed(), answered])? == 1)
}

/// Gives whether there is such a call.
pub(crate) fn set_verdict(
    tx: &Transaction<'_>,
    table: Table,
    id: u64,
    alert: &str,
    reasons_json: &str,
) -> Result<bool, Fault> {
    let sql = format!(
        "UPDATE {} SET alert = ?2, reasons = ?3 WHERE id = ?1",
        table.name()
    );
    Ok(tx.execute(&sql, params![id.cast_signed(), alert, reasons_json])? == 1)
}

/// Gives whether there is such a call.
pub(crate) fn set_note(
    tx: &Transaction<'_>,
    table: Table,
    id: u64,
    note: &Note,
) -> Result<bool, Fault> {
    let sql = format!(
        "UPDATE {} SET note_name = ?2, note_number = ?3, note_station = ?4, note_wanted = ?5
         WHERE id = ?1",
        table.name()
    );
    let Note {
        name,
        number,
        station,
        wanted,
    } = note;
    Ok(tx.execute(
        &sql,
        params![id.cast_signed(), name, number, station, wanted],
    )? == 1)
}

/// Gives whether there was such a call.
pub(crate) fn delete(tx: &Transaction<'_>, table: Table, id: u64) -> Result<bool, Fault> {
    tx.execute_batch(ERASING)?;
    let sql = format!("DELETE FROM {} WHERE id = ?1", table.name());
    Ok(tx.execute(&sql, [id.cast_signed()])? == 1)
}

pub(crate) fn delete_all(tx: &Transaction<'_>, table: Table) -> Result<(), Fault> {
    tx.execute_batch(ERASING)?;
    tx.execute(&format!("DELETE FROM {}", table.name()), [])?;
    Ok(())
}

/// Deletes calls older than so many days. Gives how many.
pub(crate) fn prune(
    tx: &Transaction<'_>,
    table: Table,
    now_ms: i64,
    days: u32,
) -> Result<usize, Fault> {
    tx.execute_batch(ERASING)?;
    let oldest = now_ms.saturating_sub(i64::from(days) * MS_A_DAY);
    Ok(tx.execute(
        &format!("DELETE FROM {} WHERE at_ms < ?1", table.name()),
        [oldest],
    )?)
}

pub(crate) fn highest_id(db: &Connection, table: Table) -> rusqlite::Result<u64> {
    let sql = format!("SELECT coalesce(max(id), 0) FROM {}", table.name());
    let highest: i64 = db.query_row(&sql, [], |row| row.get(0))?;
    Ok(highest.cast_unsigned())
}

fn call(row: &Row<'_>) -> rusqlite::Result<CallRecord> {
    Ok(CallRecord {
        id: row.get::<_, i64>("id")?.cast_unsigned(),
        at_ms: row.get("at_ms")?,
        number: row.get("number")?,
        alert: row.get("alert")?,
        reasons_json: row.get("reasons")?,
        organisation: row.get("organisation")?,
        answered: row.get("answered")?,
        note: note(row)?,
    })
}

fn note(row: &Row<'_>) -> rusqlite::Result<Option<Note>> {
    let Some(name) = row.get("note_name")? else {
        return Ok(None);
    };
    Ok(Some(Note {
        name,
        number: row.get("note_number")?,
        station: row.get("note_station")?,
        wanted: row.get("note_wanted")?,
    }))
}
