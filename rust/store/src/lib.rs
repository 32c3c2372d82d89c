//! The SQLite files: the published lists, the running state, the call history (design §6).
//!
//! Everything is meant for a phone that rings: a look-up waits 50 ms at most for a lock, no damaged
//! file keeps the store from opening, a full disk loses neither the lists nor the state, and a
//! write that fails has changed nothing. Only verified lists are taken. No telephone number and no
//! name from a row gets into an error or a log.
//!
//! The files are opened by this crate only: a second copy of SQLite in one process breaks the
//! locks of the first (facts: sync §5.1).

#![forbid(unsafe_code)]

mod aside;
mod calls;
mod connect;
mod db;
mod dirs;
mod door;
mod error;
mod forget;
mod history;
mod install;
mod ladder;
mod list;
mod live;
mod look_up;
mod marker;
mod repair;
mod state;
mod store;
mod text;
mod trouble;
mod trust;

pub use dirs::Dirs;
#[cfg(feature = "doors")]
pub use door::Step;
pub use error::{StoreError, StoreFile};
pub use history::{CallRecord, Note};
pub use install::Installed;
pub use list::ListInfo;
pub use live::{Floor, HealthEvent, LiveRecord, Setting};
pub use look_up::Found;
pub use store::{Opened, Store};
pub use trouble::Trouble;
