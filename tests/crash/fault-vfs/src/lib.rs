//! A file system for SQLite that fails on demand: the k-th call fails, finds no room, writes half,
//! or is the last one before the power goes. For tests only.
//!
//! It stands before SQLite's own one and is known by the name that [`name`] gives. It is one for
//! the whole process: tests that use it take turns ([`turn`]).

#![allow(unsafe_code)]

mod file;
mod state;
mod vfs;

use std::sync::{Mutex, MutexGuard, Once, PoisonError};

pub use state::{Call, Fault, arm, calls, disarm, lose};

/// Waits until no other test of this process uses the file system.
pub fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file system's name, to open a database with.
pub fn name() -> &'static str {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(vfs::register);
    "cleardown-faults"
}
