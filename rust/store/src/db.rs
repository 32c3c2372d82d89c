//! One file: reading, writing, and what becomes of it when it fails.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::aside;
use crate::connect::{self, Opened, Way};
use crate::door::{Door, Step};
use crate::error::{Fault, StoreError, StoreFile};
use crate::ladder::Ladder;

/// What a file is, before it is opened.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    pub(crate) file: StoreFile,
    pub(crate) ladder: Ladder,
    pub(crate) door: Door,
    /// Make the file where there is none.
    pub(crate) create: bool,
}

/// A file that is open, or that says why it is not.
#[derive(Debug)]
pub(crate) struct Db {
    place: Place,
    open: Result<Opened, StoreError>,
    broken: bool,
}

impl Db {
    /// Opens the file; where that fails, every later use says why or tries again.
    pub(crate) fn open(place: Place) -> Self {
        let open = place.connect();
        let broken = matches!(&open, Err(error) if error.is_broken());
        Self {
            place,
            open,
            broken,
        }
    }

    /// Why the file could not be opened, or that it was found damaged since.
    pub(crate) fn fault(&self) -> Option<StoreError> {
        match &self.open {
            Err(error) => Some(error.clone()),
            Ok(_) => self
                .broken
                .then(|| StoreError::Broken(self.place.file.clone())),
        }
    }

    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// From now on the file counts as damaged.
    pub(crate) fn mark_broken(&mut self) -> StoreError {
        self.broken = true;
        StoreError::Broken(self.place.file.clone())
    }

    /// The file was there when it was opened, but without any content.
    pub(crate) fn was_emptied(&self) -> bool {
        self.open.as_ref().is_ok_and(|opened| opened.was_emptied)
    }

    /// Runs statements that only read. A damaged file is asked all the same: what can still be
    /// read is still true.
    pub(crate) fn read<T>(
        &mut self,
        op: impl Fn(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let answer = op(&self.opened()?.db).map_err(Fault::Sql);
        self.noting(answer)
    }

    /// Runs statements that only read, all of them on one state of the file.
    pub(crate) fn view<T>(
        &mut self,
        op: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let db = &self.opened()?.db;
        let answer = Transaction::new_unchecked(db, TransactionBehavior::Deferred)
            .map_err(Fault::Sql)
            .and_then(|tx| op(&tx));
        self.noting(answer)
    }

    /// Runs `op` in one transaction that holds the file's only write lock from its beginning.
    /// Where anything fails nothing is changed.
    pub(crate) fn write<T>(
        &mut self,
        op: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        self.place.door.check(&self.place.file)?;
        if self.broken {
            return Err(StoreError::Broken(self.place.file.clone()));
        }
        let (door, file) = (self.place.door.clone(), self.place.file.clone());
        let step = |step| door.step(&file, step);
        let answer = commit(&self.opened()?.db, op, step);
        self.noting(answer)
    }

    /// As [`Self::write`]; the commit survives a power cut. Milliseconds more.
    pub(crate) fn write_for_good<T>(
        &mut self,
        op: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        self.read(|db| db.execute_batch("PRAGMA synchronous = FULL"))?;
        let written = self.write(op);
        // Where this fails, later commits are slower and nothing else.
        let _ = self.read(|db| db.execute_batch("PRAGMA synchronous = NORMAL"));
        written
    }

    /// Makes later commits survive a power cut, and lets them wait longer than a call may.
    pub(crate) fn be_thorough(&mut self, wait: Duration) -> Result<(), StoreError> {
        self.read(|db| {
            db.busy_timeout(wait)?;
            db.execute_batch("PRAGMA synchronous = FULL")
        })
    }

    /// Moves what the log holds into the file and empties the log, as far as readers let it.
    pub(crate) fn checkpoint(&self) {
        if let Ok(opened) = &self.open
            && opened.way != Way::Frozen
        {
            // Nothing is lost where it fails: the log is read until it can be moved.
            let _ = opened.db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
            self.place.door.step(&self.place.file, Step::Moved);
        }
    }

    /// Looks at every page. Milliseconds per megabyte.
    pub(crate) fn check_pages(&mut self) -> Result<(), StoreError> {
        let verdict: String =
            self.read(|db| db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        if verdict == "ok" {
            Ok(())
        } else {
            Err(self.mark_broken())
        }
    }

    /// Opens the file again in the usual way, if it is not open in that way now.
    pub(crate) fn refresh(&mut self) {
        if !self.is_shared() && !self.broken {
            self.reopen();
        }
    }

    /// Sets the file aside and makes a new, empty one in its place. Where that fails the old one
    /// stays in use.
    pub(crate) fn renew(&mut self) -> Result<(), StoreError> {
        self.renew_with(|_| Ok(())).map(drop)
    }

    /// As [`Self::renew`], with a file that is at `from`; no other copy stays.
    pub(crate) fn renew_from(&mut self, from: &Path) -> Result<(), StoreError> {
        let kept = self.renew_with(|path| fs::rename(from, path))?;
        // It costs room only; the next time tries again.
        let _ = aside::keep_only(&kept, &self.place.path);
        Ok(())
    }

    /// Gives the old file's new name.
    fn renew_with(
        &mut self,
        put: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<PathBuf, StoreError> {
        self.abandon();
        let place = &mut self.place;
        let moved = aside::set_aside(&place.path);
        let moved = moved.and_then(|kept| put(&place.path).map(|()| kept));
        place.create |= moved.is_ok();
        self.broken = moved.is_err();
        self.reopen();
        moved.map_err(|error| StoreError::from_io(self.place.file.clone(), &error))
    }

    /// Closes the file; the next use opens it again.
    pub(crate) fn close(&mut self) {
        self.open = Err(StoreError::Busy(self.place.file.clone()));
    }

    /// Whether other connections can be opened beside this one.
    pub(crate) fn is_shared(&self) -> bool {
        matches!(&self.open, Ok(opened) if opened.way == Way::Shared)
    }

    /// Closes the file without moving its log into it, as a damaged file must be.
    fn abandon(&mut self) {
        if let Ok(opened) = &self.open {
            let _ = opened
                .db
                .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        }
        self.close();
    }

    fn opened(&mut self) -> Result<&Opened, StoreError> {
        if matches!(&self.open, Err(error) if error.may_pass()) {
            self.reopen();
        }
        self.open.as_ref().map_err(Clone::clone)
    }

    fn reopen(&mut self) {
        // The old connection has to go first: a connection alone bears no other beside it.
        self.close();
        self.open = self.place.connect();
        self.broken |= matches!(&self.open, Err(error) if error.is_broken());
    }

    fn noting<T>(&mut self, answer: Result<T, Fault>) -> Result<T, StoreError> {
        let answer = answer.map_err(|fault| fault.into_error(&self.place.file));
        self.broken |= answer.as_ref().is_err_and(StoreError::is_broken);
        answer
    }
}

impl Place {
    fn connect(&self) -> Result<Opened, StoreError> {
        connect::connect(self).map_err(|fault| fault.into_error(&self.file))
    }
}

fn commit<T>(
    db: &Connection,
    op: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    step: impl Fn(Step),
) -> Result<T, Fault> {
    let tx = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    step(Step::Begun);
    let done = op(&tx)?;
    step(Step::Written);
    tx.commit()?;
    step(Step::Committed);
    Ok(done)
}
