//! How new a list must be at least, kept apart from the lists' own files.

use std::fmt;

use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;
use crate::db::Db;
use crate::list::Anchor;

/// How new a list is: ordered by epoch, then by version. The default is older than every list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Floor {
    /// The version of the root at which the list keys last changed: after such a change the
    /// versions may begin anew.
    pub epoch: u64,
    /// The list's version.
    pub version: u64,
}

/// As people see it: the epoch, a full stop, the version.
impl fmt::Display for Floor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.epoch, self.version)
    }
}

/// The newest that was ever installed under this anchor. Another anchor is another configuration,
/// and begins anew.
pub(crate) fn floor(db: &Connection, publisher: &str, anchor: &Anchor) -> rusqlite::Result<Floor> {
    let mut find = db.prepare_cached(
        "SELECT epoch, version FROM list_floors WHERE publisher = ?1 AND anchor = ?2",
    )?;
    let found = find.query_row(params![publisher, anchor], |row| {
        Ok(Floor {
            epoch: row.get::<_, i64>(0)?.cast_unsigned(),
            version: row.get::<_, i64>(1)?.cast_unsigned(),
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// Whether a list of this publisher was ever installed, under whatever anchor.
pub(crate) fn had_list(db: &Connection, publisher: &str) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM list_floors WHERE publisher = ?1")?
        .exists([publisher])
}

/// Remembers that this was installed. Never lowers a floor.
pub(crate) fn raise_floor(
    db: &mut Db,
    publisher: &str,
    anchor: &Anchor,
    to: Floor,
) -> Result<(), StoreError> {
    if db.read(|db| floor(db, publisher, anchor))? >= to {
        return Ok(());
    }
    db.write(|tx| {
        if floor(tx, publisher, anchor)? < to {
            let sql = "INSERT OR REPLACE INTO list_floors VALUES (?1, ?2, ?3, ?4)";
            let (epoch, version) = (to.epoch.cast_signed(), to.version.cast_signed());
            tx.execute(sql, params![publisher, anchor, epoch, version])?;
        }
        Ok(())
    })
}
