//! Which call fails, and what was written since the last sync.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::ffi;

/// What SQLite asks of a file system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// Opening a file.
    Open,
    /// Reading a part of one.
    Read,
    /// Writing a part of one.
    Write,
    /// Cutting one.
    Truncate,
    /// Making what was written outlive a power cut.
    Sync,
    /// Deleting one.
    Delete,
    /// Mapping a part of the memory that connections share.
    Map,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// One call fails.
    Io,
    /// From one call on, nothing that needs room has any.
    NoRoom,
    /// One write writes half of its bytes and fails. Another call fails as with [`Fault::Io`].
    ShortWrite,
    /// From one call on nothing works. What was not synced may be lost: see [`lose`].
    PowerCut,
}

/// What a call is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Go,
    /// To fail with this code.
    Fail(i32),
    /// To write half and fail.
    Half,
}

#[derive(Debug)]
struct State {
    armed: Option<(Fault, u64)>,
    calls: BTreeMap<Call, u64>,
    unsynced: BTreeMap<PathBuf, Unsynced>,
}

/// A file as it was when it was last synced, and what was done to it since.
#[derive(Debug)]
struct Unsynced {
    synced: Vec<u8>,
    since: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

static STATE: Mutex<State> = Mutex::new(State {
    armed: None,
    calls: BTreeMap::new(),
    unsynced: BTreeMap::new(),
});

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on calls are counted, and the one of this number, counted from 1, goes wrong. All that
/// was written before counts as synced.
pub fn arm(fault: Fault, at: u64) {
    let mut state = state();
    state.armed = Some((fault, at));
    state.calls.clear();
    state.unsynced.clear();
}

/// From now on everything works. Gives how many calls were counted.
pub fn disarm() -> u64 {
    let mut state = state();
    state.armed = None;
    state.calls.values().sum()
}

/// How many calls of each sort were counted since [`arm`].
pub fn calls() -> BTreeMap<Call, u64> {
    state().calls.clone()
}

/// What a power cut leaves: of the changes since the last sync of a file those that `stays` says,
/// asked in their order. Memory that connections shared is lost. No connection may be open.
///
/// # Errors
/// A file could not be written.
pub fn lose(mut stays: impl FnMut() -> bool) -> std::io::Result<()> {
    for (path, file) in std::mem::take(&mut state().unsynced) {
        let mut bytes = file.synced;
        for change in file.since.iter().filter(|_| stays()) {
            change.apply(&mut bytes);
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Counts a call and says what is to become of it. `needs_room`: it may make a file larger.
pub(crate) fn count(call: Call, needs_room: bool) -> Verdict {
    let mut state = state();
    let Some((fault, at)) = state.armed else {
        return Verdict::Go;
    };
    *state.calls.entry(call).or_default() += 1;
    let now: u64 = state.calls.values().sum();
    let fails = match fault {
        Fault::Io | Fault::ShortWrite => now == at,
        Fault::NoRoom => now >= at && needs_room,
        Fault::PowerCut => now >= at,
    };
    match (fails, fault) {
        (false, _) => Verdict::Go,
        (true, Fault::NoRoom) => Verdict::Fail(no_room(call)),
        (true, Fault::ShortWrite) if call == Call::Write => Verdict::Half,
        // The write that the power cut hit may have come half through.
        (true, Fault::PowerCut) if call == Call::Write && now == at => Verdict::Half,
        (true, _) => Verdict::Fail(io_error(call)),
    }
}

/// To be called before the file is changed.
pub(crate) fn will_write(path: &Path, offset: i64, bytes: &[u8]) {
    let offset = usize::try_from(offset).unwrap_or_default();
    note(path, Change::Write(offset, bytes.to_vec()));
}

/// To be called before the file is cut.
pub(crate) fn will_truncate(path: &Path, length: i64) {
    note(
        path,
        Change::Truncate(usize::try_from(length).unwrap_or_default()),
    );
}

/// What was written to the file outlives a power cut.
pub(crate) fn synced(path: &Path) {
    state().unsynced.remove(path);
}

fn note(path: &Path, change: Change) {
    let mut state = state();
    if !matches!(state.armed, Some((Fault::PowerCut, _))) {
        return;
    }
    let file = state.unsynced.entry(path.to_owned());
    let file = file.or_insert_with(|| Unsynced {
        synced: fs::read(path).unwrap_or_default(),
        since: Vec::new(),
    });
    file.since.push(change);
}

impl Change {
    fn apply(&self, file: &mut Vec<u8>) {
        match self {
            Self::Write(offset, bytes) => {
                let end = offset + bytes.len();
                file.resize(file.len().max(end), 0);
                file[*offset..end].copy_from_slice(bytes);
            }
            Self::Truncate(length) => file.resize(*length, 0),
        }
    }
}

fn io_error(call: Call) -> i32 {
    match call {
        Call::Open => ffi::SQLITE_CANTOPEN,
        Call::Read => ffi::SQLITE_IOERR_READ,
        Call::Write => ffi::SQLITE_IOERR_WRITE,
        Call::Truncate => ffi::SQLITE_IOERR_TRUNCATE,
        Call::Sync => ffi::SQLITE_IOERR_FSYNC,
        Call::Delete => ffi::SQLITE_IOERR_DELETE,
        Call::Map => ffi::SQLITE_IOERR_SHMMAP,
    }
}

fn no_room(call: Call) -> i32 {
    match call {
        Call::Open => ffi::SQLITE_CANTOPEN,
        Call::Map => ffi::SQLITE_IOERR_SHMSIZE,
        _ => ffi::SQLITE_FULL,
    }
}
