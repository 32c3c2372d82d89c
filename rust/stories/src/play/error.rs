//! Why a story could not be played at all.

use std::io;

use cleardown_engine::EngineError;
use thiserror::Error;

/// A story that is well-formed but cannot be set up.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PlayError {
    /// No numbers are known for its region.
    #[error("region {region}: no numbering plan is known for it. Use GB.")]
    Region {
        /// As written.
        region: String,
    },
    /// A row of its list cannot be installed.
    #[error("list: the row of {organisation} cannot be used ({what}). Write the number as E.164.")]
    ListRow {
        /// Whose row it is.
        organisation: String,
        /// What is wrong with it.
        what: String,
    },
    /// The engine cannot be opened, or refuses the list or the policy.
    #[error("the engine cannot be set up: {0}")]
    Engine(String),
    /// The story's own folder cannot be made or changed.
    #[error("the story's folder cannot be used: {0}. Look for a full disk.")]
    Folder(#[from] io::Error),
}

impl From<EngineError> for PlayError {
    fn from(error: EngineError) -> Self {
        PlayError::Engine(error.to_string())
    }
}
