//! How it must not be done: to show that the tests would find it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use crate::Facts;

/// Records the version in one transaction and writes the rows in a second one. `from`: a file that
/// holds the version already. `vfs`: the file system of SQLite's to use. Calls `step` with `b` when
/// the first has begun, with `c` when the second is done.
///
/// # Errors
/// As of SQLite.
pub fn install_in_two(
    to: &Path,
    from: &Path,
    facts: &Facts,
    vfs: Option<&str>,
    step: impl Fn(u8),
) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let mut db = match vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(to, flags, vfs)?,
        None => Connection::open_with_flags(to, flags)?,
    };
    db.pragma_update(None, "synchronous", "FULL")?;
    let from = from.to_string_lossy();
    db.execute("ATTACH ?1 AS new", [&from])?;

    let version = db.transaction()?;
    step(b'b');
    version.execute(
        "UPDATE main.installed SET version = ?1, sha256 = ?2, numbers = ?3",
        params![
            facts.version.cast_signed(),
            facts.sha256,
            facts.rows.cast_signed()
        ],
    )?;
    version.commit()?;

    let rows = db.transaction()?;
    for table in ["numbers", "lines", "codes"] {
        rows.execute_batch(&format!(
            "DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM new.{table}"
        ))?;
    }
    rows.commit()?;
    step(b'c');
    Ok(())
}
