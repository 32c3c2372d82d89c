//! Something that went wrong and was dealt with, or waits to be.

use crate::StoreError;

/// What the health page tells: a stable code and a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The stable code, snake case.
    pub code: &'static str,
    /// What happened and what follows, in plain words, without numbers or names from rows.
    pub text: String,
}

impl Trouble {
    pub(crate) fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self {
            code,
            text: text.into(),
        }
    }
}

impl From<&StoreError> for Trouble {
    fn from(error: &StoreError) -> Self {
        Self::new(error.code(), format!("{error}. {}", error.remedy()))
    }
}
