//! How a file is opened: three ways, from the usual one to the last resort.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::db::Place;
use crate::error::{Fault, is_there};

/// How long a statement waits for another connection's lock. A ringing phone does not wait longer.
pub(crate) const CALL_WAITS: Duration = Duration::from_millis(50);

/// The way a file was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// WAL with an index in shared memory: several connections, in several processes.
    Shared,
    /// WAL with its index in the heap: one connection only. Needs no room on the disk.
    Alone,
    /// As a picture that nobody changes: nothing is written, locked or created. For a folder that
    /// may only be read.
    Frozen,
}

/// A connection and how it came about.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) db: Connection,
    pub(crate) way: Way,
    /// The file was there but without content: cut to nothing, or its making was interrupted.
    pub(crate) was_emptied: bool,
}

/// Opens an existing file, or with `create` a new one, by the first way that works.
///
/// WAL is why a reader never fails after a killed writer; opening it for reading only would (both
/// measured, as is that a full disk refuses the shared index but not the one in the heap).
pub(crate) fn connect(place: &Place) -> Result<Opened, Fault> {
    let first = match try_way(place, Way::Shared, place.create) {
        Err(fault) if is_about_the_disk(&fault) => fault,
        other => return other,
    };
    for way in [Way::Alone, Way::Frozen] {
        if way == Way::Frozen && has_unmerged(&place.path) {
            break;
        }
        if let Ok(opened) = try_way(place, way, false) {
            return Ok(opened);
        }
    }
    Err(first)
}

/// Whether another way of opening may help.
fn is_about_the_disk(fault: &Fault) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, DiskFull, ReadOnly, SystemIoFailure};
    let Fault::Sql(error) = fault else {
        return false;
    };
    matches!(
        error.sqlite_error_code(),
        Some(SystemIoFailure | DiskFull | CannotOpen | ReadOnly)
    )
}

fn try_way(place: &Place, way: Way, create: bool) -> Result<Opened, Fault> {
    let Place { path, door, .. } = place;
    let was_there = !create || is_there(path);
    let mut db = match way {
        Way::Frozen => door.connect(
            Path::new(&as_frozen_uri(path)),
            OpenFlags::SQLITE_OPEN_READ_ONLY
                | OpenFlags::SQLITE_OPEN_URI
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?,
        Way::Shared | Way::Alone => {
            let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
            door.connect(path, flags)?
        }
    };
    db.busy_timeout(CALL_WAITS)?;
    // Otherwise a join is planned anew for each number it is asked about: 8 µs instead of 0.5.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    if way == Way::Alone {
        db.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    }
    // The first statement that touches the file; it finds out whether this way works.
    db.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL",
    )?;
    let was_empty = place.ladder.climb(&mut db, &place.file)?;
    Ok(Opened {
        db,
        way,
        was_emptied: was_empty && was_there,
    })
}

/// Whether the log beside the file holds commits that are not in the file yet.
pub(crate) fn has_unmerged(path: &Path) -> bool {
    let log = beside(path, "-wal");
    is_there(&log) && log.metadata().map_or(true, |m| m.len() > 0)
}

/// The path with this ending added to its file name.
pub(crate) fn beside(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn as_frozen_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for character in path.to_string_lossy().chars() {
        match character {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            other => uri.push(other),
        }
    }
    uri + "?immutable=1"
}
