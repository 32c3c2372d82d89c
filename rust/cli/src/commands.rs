//! One file a command.

pub mod explain;
pub mod lint;
pub mod play;
