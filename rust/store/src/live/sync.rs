//! When each publisher was asked last, and how that went: text of the engine's.

use rusqlite::{Connection, OptionalExtension};

use crate::StoreError;
use crate::db::Db;

pub(crate) fn sync_record(db: &Connection, publisher: &str) -> rusqlite::Result<Option<String>> {
    let mut find = db.prepare_cached("SELECT json FROM sync WHERE publisher = ?1")?;
    find.query_row([publisher], |row| row.get(0)).optional()
}

pub(crate) fn set_sync_record(db: &mut Db, publisher: &str, json: &str) -> Result<(), StoreError> {
    db.write(|tx| {
        let sql = "INSERT OR REPLACE INTO sync VALUES (?1, ?2)";
        tx.prepare_cached(sql)?.execute([publisher, json])?;
        Ok(())
    })
}

pub(crate) fn forget_sync_record(db: &mut Db, publisher: &str) -> Result<(), StoreError> {
    db.write(|tx| {
        tx.execute("DELETE FROM sync WHERE publisher = ?1", [publisher])?;
        Ok(())
    })
}
