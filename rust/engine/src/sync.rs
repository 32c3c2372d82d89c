//! Bringing lists up to date, without any I/O of its own: which file to fetch next, how many bytes
//! of it at most and by when; what came is checked, kept and installed.
//!
//! The phone and the plain client of the command line drive the same [`Refresh`]; they differ in
//! where they [`Keep`] what they trust.

mod clock;
mod entry;
mod failure;
mod fetch;
mod keep;
mod record;
mod refresh;
mod removed;
mod run;
mod schedule;
mod session;
mod store;

pub use cleardown_list::tuf;
pub use clock::Clock;
pub(crate) use entry::{is_stale, record_of, status};
pub use failure::{Failure, KeepError};
pub use fetch::{Answer, LEAST_RATE, Want, What, Why, may_fetch, within_s};
pub use keep::Keep;
pub use refresh::{Find, Refresh};
pub(crate) use session::Session;
