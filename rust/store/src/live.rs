//! The running state: one small file, read at every decision.

mod decisions;
mod floor;
mod kept;
mod sync;

use std::fmt;

use rusqlite::{Connection, Transaction, params};

use crate::StoreError;
use crate::db::Db;
use crate::error::Fault;
use crate::ladder::Ladder;

pub(crate) use decisions::{decisions, note_decision};
pub use floor::Floor;
pub(crate) use floor::{floor, had_list, raise_floor};
pub(crate) use kept::{keep, kept};
pub(crate) use sync::{forget_sync_record, set_sync_record, sync_record};

pub(crate) const LADDER: Ladder = Ladder(&[
    "
    CREATE TABLE state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), json TEXT NOT NULL)
        STRICT;
    CREATE TABLE settings (
        key TEXT NOT NULL, origin TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, origin))
        STRICT, WITHOUT ROWID;
    CREATE TABLE floors (publisher TEXT PRIMARY KEY, version INTEGER NOT NULL)
        STRICT, WITHOUT ROWID;
    CREATE TABLE health (code TEXT PRIMARY KEY, count INTEGER NOT NULL, last_ms INTEGER NOT NULL)
        STRICT, WITHOUT ROWID;
    CREATE TABLE waiting_calls (
        id INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        number TEXT,
        alert TEXT NOT NULL,
        reasons TEXT NOT NULL,
        organisation TEXT,
        answered INTEGER,
        note_name TEXT, note_number TEXT, note_station TEXT, note_wanted TEXT) STRICT;
",
    "
    CREATE TABLE list_floors (
        publisher TEXT NOT NULL,
        anchor BLOB NOT NULL,
        epoch INTEGER NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (publisher, anchor)) STRICT, WITHOUT ROWID;
    INSERT INTO list_floors SELECT publisher, zeroblob(32), 0, version FROM floors;
    DROP TABLE floors;
    CREATE TABLE sync (publisher TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
",
    "
    CREATE TABLE decisions (id INTEGER PRIMARY KEY, what TEXT NOT NULL, us INTEGER NOT NULL) STRICT;
    CREATE INDEX decisions_by_kind ON decisions (what, id);
",
    "
    CREATE TABLE kept (what TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
",
]);

/// What outlives a call: the state as the core writes it, and the settings of each origin.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct LiveRecord {
    /// The state as JSON; empty where none was ever written. The store does not look into it.
    pub state_json: String,
    /// Ordered by key, then origin.
    pub settings: Vec<Setting>,
}

/// One setting of one origin. Each pair of key and origin is there once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting {
    /// The configuration key.
    pub key: String,
    /// Who set it.
    pub origin: String,
    /// Its value as JSON.
    pub value_json: String,
}

// By hand, so that no number and no name ever gets into a log.
impl fmt::Debug for LiveRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LiveRecord")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} by {}", self.key, self.origin)
    }
}

/// How often something happened, and when last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HealthEvent {
    /// The stable code.
    pub code: String,
    /// How often since the file was made.
    pub count: u64,
    /// The last time, milliseconds since 1970 by the phone's clock.
    pub last_ms: i64,
}

/// One statement, so that it is one look at one state of the file and costs one lock.
const READ: &str = "
    SELECT json, NULL, NULL FROM state UNION ALL SELECT value, key, origin FROM settings";

pub(crate) fn read(db: &Connection) -> rusqlite::Result<LiveRecord> {
    let mut record = LiveRecord::default();
    let mut find = db.prepare_cached(READ)?;
    let mut rows = find.query([])?;
    while let Some(row) = rows.next()? {
        match row.get(1)? {
            None => record.state_json = row.get(0)?,
            Some(key) => {
                let (origin, value_json) = (row.get(2)?, row.get(0)?);
                record.settings.push(Setting {
                    key,
                    origin,
                    value_json,
                });
            }
        }
    }
    record.settings.sort_unstable();
    Ok(record)
}

/// Reads the record, lets `change` change it and writes what changed, in one transaction. Takes
/// `change` only once the record is read.
pub(crate) fn update<R, F>(db: &mut Db, change: &mut Option<F>) -> Result<R, StoreError>
where
    F: FnOnce(&mut LiveRecord) -> R,
{
    db.write(|tx| {
        let before = read(tx)?;
        let mut after = before.clone();
        let change = change.take().ok_or(rusqlite::Error::InvalidQuery)?;
        let answer = change(&mut after);
        if after.state_json != before.state_json {
            let sql = "INSERT OR REPLACE INTO state VALUES (1, ?1)";
            tx.prepare_cached(sql)?.execute([&after.state_json])?;
        }
        if after.settings != before.settings {
            write_settings(tx, &after.settings)?;
        }
        Ok(answer)
    })
}

pub(crate) fn note_health(db: &mut Db, code: &str, now_ms: i64) -> Result<(), StoreError> {
    db.write(|tx| {
        tx.execute(
            "INSERT INTO health VALUES (?1, 1, ?2)
             ON CONFLICT DO UPDATE SET count = count + 1, last_ms = excluded.last_ms",
            params![code, now_ms],
        )?;
        Ok(())
    })
}

pub(crate) fn health(db: &Connection) -> rusqlite::Result<Vec<HealthEvent>> {
    let mut find = db.prepare("SELECT code, count, last_ms FROM health ORDER BY code")?;
    let events = find.query_map([], |row| {
        let count: i64 = row.get(1)?;
        Ok(HealthEvent {
            code: row.get(0)?,
            count: count.cast_unsigned(),
            last_ms: row.get(2)?,
        })
    })?;
    events.collect()
}

fn write_settings(tx: &Transaction<'_>, settings: &[Setting]) -> Result<(), Fault> {
    tx.execute("DELETE FROM settings", [])?;
    let mut insert = tx.prepare_cached("INSERT OR REPLACE INTO settings VALUES (?1, ?2, ?3)")?;
    for Setting {
        key,
        origin,
        value_json,
    } in settings
    {
        insert.execute([key, origin, value_json])?;
    }
    Ok(())
}
