//! The one place where tests reach in: to refuse writes, to watch an installation, to put another
//! file system below.

use rusqlite::{Connection, OpenFlags};
use std::path::Path;

use crate::error::{StoreError, StoreFile};

#[cfg(feature = "doors")]
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// How far a write has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It has the write lock.
    Begun,
    /// Everything is written, and about to hold.
    Written,
    /// It holds.
    Committed,
    /// What the log held is in the file.
    Moved,
}

/// Asked before every write and told of every step. Without the feature `doors` it lets everything
/// through and does nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Door {
    #[cfg(feature = "doors")]
    full: Arc<AtomicBool>,
    #[cfg(feature = "doors")]
    watch: Option<fn(Step)>,
    #[cfg(feature = "doors")]
    vfs: Option<&'static str>,
}

#[cfg(feature = "doors")]
impl Door {
    /// With this file system of SQLite's below, by its name, and with someone told of every step of
    /// a write to a list.
    pub(crate) fn onto(vfs: Option<&'static str>, watch: Option<fn(Step)>) -> Self {
        Self {
            full: Arc::default(),
            watch,
            vfs,
        }
    }

    pub(crate) fn set_full(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    pub(crate) fn check(&self, file: &StoreFile) -> Result<(), StoreError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::DiskFull(file.clone()));
        }
        Ok(())
    }

    pub(crate) fn step(&self, file: &StoreFile, step: Step) {
        if let (StoreFile::List(_), Some(watch)) = (file, self.watch) {
            watch(step);
        }
    }

    pub(crate) fn connect(&self, path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
        match self.vfs {
            Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs),
            None => Connection::open_with_flags(path, flags),
        }
    }
}

#[cfg(not(feature = "doors"))]
impl Door {
    pub(crate) fn check(&self, _file: &StoreFile) -> Result<(), StoreError> {
        Ok(())
    }

    pub(crate) fn step(&self, _file: &StoreFile, _step: Step) {}

    pub(crate) fn connect(&self, path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
        Connection::open_with_flags(path, flags)
    }
}
