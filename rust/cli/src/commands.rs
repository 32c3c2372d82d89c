//! One file a command.

#[cfg(feature = "publish")]
pub mod config;
pub mod explain;
#[cfg(feature = "publish")]
pub mod list;
pub mod play;
pub mod report;
