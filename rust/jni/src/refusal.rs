//! What can go wrong at the boundary, and which exception it becomes.

use cleardown_engine::{EngineError, ErrorClass};
use jni::jni_str;
use jni::strings::JNIStr;

use crate::door::{LONGEST_FILE, LONGEST_REQUEST};

/// A request that has no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error("no engine is open under this handle")]
    StaleHandle,
    #[error("the request is null")]
    NullRequest,
    #[error("the request is longer than {} KiB", LONGEST_REQUEST / 1024)]
    LongRequest,
    #[error("the file is longer than {} MiB", LONGEST_FILE / 1024 / 1024)]
    LongFile,
    #[error("this process has opened too many engines")]
    NoHandleLeft,
    #[error("the Java side failed: {0}")]
    Java(#[from] jni::errors::Error),
}

/// The exception classes, all below `org.cleardown.engine.CleardownException`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exception {
    InvalidRequest,
    StaleHandle,
    Storage,
    NativePanic,
}

impl Refusal {
    pub(crate) fn exception(&self) -> Exception {
        match self {
            Self::Engine(error) => match error.class() {
                ErrorClass::InvalidRequest => Exception::InvalidRequest,
                ErrorClass::Storage => Exception::Storage,
            },
            Self::StaleHandle => Exception::StaleHandle,
            Self::NullRequest | Self::LongRequest | Self::LongFile => Exception::InvalidRequest,
            Self::NoHandleLeft => Exception::Storage,
            Self::Java(_) => Exception::NativePanic,
        }
    }

    /// The stable code, snake case.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Engine(error) => error.code(),
            Self::StaleHandle => "stale_handle",
            Self::NullRequest => "null_request",
            Self::LongRequest => "long_request",
            Self::LongFile => "long_file",
            Self::NoHandleLeft => "no_handle_left",
            Self::Java(_) => "java_failed",
        }
    }

    /// What to do about it, one sentence.
    pub(crate) fn remedy(&self) -> &'static str {
        match self {
            Self::Engine(error) => error.remedy(),
            Self::StaleHandle => "Open the engine again.",
            Self::NullRequest => "Send a request as described in rust/engine/src/api.",
            Self::LongRequest | Self::LongFile => "Send less at once.",
            Self::NoHandleLeft => "Start the app again.",
            Self::Java(_) => "Let the call go through and report this.",
        }
    }
}

impl Exception {
    pub(crate) fn class(self) -> &'static JNIStr {
        match self {
            Self::InvalidRequest => jni_str!("org/cleardown/engine/InvalidRequestException"),
            Self::StaleHandle => jni_str!("org/cleardown/engine/StaleHandleException"),
            Self::Storage => jni_str!("org/cleardown/engine/StorageException"),
            Self::NativePanic => jni_str!("org/cleardown/engine/NativePanicException"),
        }
    }
}
