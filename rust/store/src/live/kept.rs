//! Records of the engine's that belong to no call and are no settings, each by its name.

use rusqlite::{Connection, OptionalExtension};

use crate::StoreError;
use crate::db::Db;

pub(crate) fn kept(db: &Connection, what: &str) -> rusqlite::Result<Option<String>> {
    let mut find = db.prepare_cached("SELECT json FROM kept WHERE what = ?1")?;
    find.query_row([what], |row| row.get(0)).optional()
}

/// Puts the record there, or takes it away. When this is done, it is done for good: also if the
/// power is cut in the same moment.
pub(crate) fn keep(db: &mut Db, what: &str, json: Option<&str>) -> Result<(), StoreError> {
    db.write_for_good(|tx| {
        match json {
            Some(json) => tx
                .prepare_cached("INSERT OR REPLACE INTO kept VALUES (?1, ?2)")?
                .execute([what, json])?,
            None => tx
                .prepare_cached("DELETE FROM kept WHERE what = ?1")?
                .execute([what])?,
        };
        Ok(())
    })
}
