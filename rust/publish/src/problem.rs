//! What went wrong, and what to do about it.

use std::fmt;
use std::io;
use std::path::Path;

/// Why a step could not be taken. Shown as it is: the text says what was found, the remedy what to
/// do. Never holds a passphrase or a secret key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    code: &'static str,
    text: String,
    remedy: String,
}

impl Problem {
    /// A problem with its stable code (snake case), what was found, and what to do.
    pub fn new(code: &'static str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            code,
            text: text.into(),
            remedy: remedy.into(),
        }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// A file that could not be read or written.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "Check the name, and that the folder is a publisher's.",
            io::ErrorKind::PermissionDenied => "Check who may read and write there.",
            io::ErrorKind::StorageFull => "Make room on the disk, then do it again.",
            _ => "Nothing was half-written; do it again when that is mended.",
        };
        Self::new("file", format!("{}: {error}.", path.display()), remedy)
    }

    /// A file that is not what it should be.
    pub(crate) fn damaged(what: &str, error: impl fmt::Display) -> Self {
        Self::new(
            "damaged",
            format!("{what} cannot be read: {error}."),
            "Take it from a copy, or from where it is published.",
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.text, self.remedy)
    }
}

impl std::error::Error for Problem {}
