//! How long the last decisions took on this phone.

use rusqlite::{Connection, params};

use crate::StoreError;
use crate::db::Db;

/// So many of a kind are kept.
const KEPT: i64 = 200;

pub(crate) fn note_decision(db: &mut Db, what: &str, us: u64) -> Result<(), StoreError> {
    db.write(|tx| {
        let us = i64::try_from(us).unwrap_or(i64::MAX);
        let sql = "INSERT INTO decisions (what, us) VALUES (?1, ?2)";
        tx.prepare_cached(sql)?.execute(params![what, us])?;
        let sql = "
            DELETE FROM decisions WHERE what = ?1 AND id <= (
                SELECT id FROM decisions WHERE what = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)";
        tx.prepare_cached(sql)?.execute(params![what, KEPT])?;
        Ok(())
    })
}

pub(crate) fn decisions(db: &Connection, what: &str) -> rusqlite::Result<Vec<u64>> {
    let mut find = db.prepare_cached("SELECT us FROM decisions WHERE what = ?1 ORDER BY us")?;
    let all = find.query_map([what], |row| Ok(row.get::<_, i64>(0)?.cast_unsigned()))?;
    all.collect()
}
