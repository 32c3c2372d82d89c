//! What can go wrong, with a stable code and what to do about it.

use cleardown_store::StoreError;

/// A failure of the engine. On the call path every one of them means: let it ring, place it. No
/// message holds a telephone number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// The request is not one that this version understands.
    #[error("the request could not be read: {what}")]
    Request {
        /// What was wrong with it.
        what: String,
    },
    /// Another request took too long.
    #[error("the engine is busy with another request")]
    Busy,
    /// A file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No list could be read, so it is not known which numbers are listed.
    #[error("no list can be read: {0}")]
    NoList(StoreError),
    /// There is no call to keep the note with.
    #[error("there is no such call")]
    NoSuchCall,
    /// A PIN could not be hashed.
    #[error("there is not enough memory to look at the PIN")]
    NoMemory,
    /// A new recent state could not be written as JSON, or an old one not be read.
    #[error("the recent state could not be understood")]
    State,
}

/// How callers should take an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorClass {
    /// The caller's fault.
    InvalidRequest,
    /// The phone's storage, or a busy engine.
    Storage,
}

impl EngineError {
    /// The stable code, snake case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Request { .. } => "invalid_request",
            Self::Busy => "engine_busy",
            Self::Store(error) => error.code(),
            Self::NoList(_) => "list_unreadable",
            Self::NoSuchCall => "no_such_call",
            Self::NoMemory => "no_memory",
            Self::State => "state_unreadable",
        }
    }

    /// What to do about it, one sentence.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Request { .. } => "Send a request as described in rust/engine/src/api.",
            Self::Busy => "Let the call go through and try again.",
            Self::Store(error) | Self::NoList(error) => error.remedy(),
            Self::NoSuchCall => "Choose a call of the history.",
            Self::NoMemory => "Close other apps and try again.",
            Self::State => "It is set aside and made anew at the next maintenance.",
        }
    }

    /// How callers should take it.
    pub fn class(&self) -> ErrorClass {
        match self {
            Self::Request { .. } | Self::NoSuchCall => ErrorClass::InvalidRequest,
            Self::Busy | Self::Store(_) | Self::NoList(_) | Self::NoMemory | Self::State => {
                ErrorClass::Storage
            }
        }
    }
}
