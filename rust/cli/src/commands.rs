//! One file a command.

pub mod explain;
#[cfg(feature = "publish")]
pub mod list;
pub mod play;
