//! Why a text is refused.

use std::fmt;

use thiserror::Error;

use crate::TextProblem;

/// Why a text, or a packed text, is refused. Holds no number and no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireError {
    /// The line of the text, counted from 1; 0 where it is none in particular.
    pub line: u64,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// No gzip file, a damaged one, or something behind its end.
    #[error("is no sound gzip file")]
    Gzip,
    /// More bytes than allowed for.
    #[error("has more bytes than are allowed")]
    TooLarge,
    /// Not UTF-8.
    #[error("is not UTF-8")]
    NotUtf8,
    /// Not the first line of such a text.
    #[error("is no such text")]
    NotThisText,
    /// A format that this program does not know.
    #[error("is of a format that this version does not know")]
    UnknownFormat,
    /// The text stops in the middle.
    #[error("ends too early")]
    Ends,
    /// Something else was to stand here.
    #[error("is not what has to stand here")]
    Unexpected,
    /// Not the heading that belongs here, or a count in another than its one form.
    #[error("is not the heading that belongs here")]
    Heading,
    /// More rows than allowed for.
    #[error("announces too many rows")]
    TooMany,
    /// More or fewer columns or values than belong here.
    #[error("has a value too many or too few")]
    Columns,
    /// A value that is none of those allowed.
    #[error("has a value that is not known")]
    Value,
    /// Digits in another than their one form, or too large.
    #[error("has a number in a form that is not allowed")]
    Decimal,
    /// Not in ascending order, or there twice.
    #[error("is not in order, or there twice")]
    Order,
    /// Not a telephone number.
    #[error("has what is no telephone number")]
    NotANumber,
    /// A life-saving number: no list may warn about one.
    #[error("has a life-saving number")]
    LifeSaving,
    /// A text that cannot be shown.
    #[error("has a text that {0}")]
    Text(TextProblem),
    /// A line that no number belongs to.
    #[error("has a line that no number belongs to")]
    Unused,
    /// Not what was signed.
    #[error("is not what was signed: {0} differs")]
    NotAsSigned(&'static str),
    /// Not a delta of this list.
    #[error("does not fit the list that it is to change")]
    WrongBase,
}

impl WireError {
    pub(crate) fn new(line: u64, problem: Problem) -> Self {
        Self { line, problem }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::Gzip => "list_gzip",
            Problem::TooLarge => "list_too_large",
            Problem::NotUtf8
            | Problem::NotThisText
            | Problem::Ends
            | Problem::Unexpected
            | Problem::Heading
            | Problem::Columns
            | Problem::Value
            | Problem::Decimal
            | Problem::Order
            | Problem::NotANumber
            | Problem::Unused => "list_form",
            Problem::UnknownFormat => "list_format_unknown",
            Problem::TooMany => "list_too_many_rows",
            Problem::LifeSaving => "list_life_saving",
            Problem::Text(_) => "list_text",
            Problem::NotAsSigned(_) => "list_not_as_signed",
            Problem::WrongBase => "list_wrong_base",
        }
    }
}

impl std::error::Error for WireError {}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "the list {}", self.problem),
            line => write!(f, "line {line} of the list {}", self.problem),
        }
    }
}
