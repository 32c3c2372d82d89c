//! The other side: SQLite alone, opening the same files and doing the same look-ups.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

/// The two look-ups of a decision, with the files open.
pub struct Bare {
    list: Connection,
    live: Connection,
    _history: Connection,
}

const LOOK_UP: &str = "
    SELECT n.packed, l.name, o.name, o.kind FROM numbers n
    LEFT JOIN lines l ON l.id = n.packed >> 5 LEFT JOIN organisations o ON o.id = l.organisation
    WHERE n.number = ?1";
const LIVE: &str = "
    SELECT json, NULL, NULL FROM state UNION ALL SELECT value, key, origin FROM settings";

impl Bare {
    /// Opens the three files. SQLite reads none of them yet.
    pub fn open(device: &str, credential: &str) -> rusqlite::Result<Self> {
        let open = |path: String| -> rusqlite::Result<Connection> {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let db = Connection::open_with_flags(path, flags)?;
            // Without it this SQLite reads the SQL again for each number.
            db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            Ok(db)
        };
        Ok(Self {
            list: open(format!("{device}/lists/gb.db"))?,
            live: open(format!("{device}/live.db"))?,
            _history: open(format!("{credential}/history.db"))?,
        })
    }

    /// Looks the number up, and reads the state and the settings. Gives whether it is listed.
    pub fn look_up(&self, number: i64) -> rusqlite::Result<bool> {
        let found = self
            .list
            .prepare_cached(LOOK_UP)?
            .query_row([number], |row| {
                let _packed: i64 = row.get(0)?;
                let texts: (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok(std::hint::black_box(texts))
            })
            .optional()?;
        let mut find = self.live.prepare_cached(LIVE)?;
        let mut rows = find.query([])?;
        while let Some(row) = rows.next()? {
            let texts: (String, Option<String>, Option<String>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            std::hint::black_box(texts);
        }
        Ok(found.is_some())
    }
}
