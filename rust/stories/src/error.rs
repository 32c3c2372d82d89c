//! What can be wrong with a story file, and what to do about it.

use std::fmt;
use std::io;

use thiserror::Error;

/// Why a file is not a story.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoryError {
    /// The file could not be read.
    #[error("{file}: cannot be read ({source}). {}", self.remedy())]
    Unreadable {
        /// The file as it was named.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not JSON.
    #[error("{file}, line {line}, column {column}: not JSON ({what}). {}", self.remedy())]
    NotJson {
        /// The file as it was named.
        file: String,
        /// Line of the first error, from 1.
        line: usize,
        /// Column of the first error, from 1.
        column: usize,
        /// What the JSON parser said.
        what: String,
    },
    /// A key is missing, has the wrong type or a value outside the format.
    #[error(transparent)]
    Wrong(Box<Mistake>),
}

impl StoryError {
    /// A stable name of the kind of error, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            StoryError::Unreadable { .. } => "story_unreadable",
            StoryError::NotJson { .. } => "story_not_json",
            StoryError::Wrong(_) => "story_wrong",
        }
    }

    /// One sentence on how to mend it.
    pub fn remedy(&self) -> &str {
        match self {
            StoryError::Unreadable { .. } => "Check the path, and that you may read the file.",
            StoryError::NotJson { .. } => {
                "Mend the JSON: look for a missing comma, quotation mark or bracket just before."
            }
            StoryError::Wrong(mistake) => &mistake.remedy,
        }
    }
}

/// A key of a story that is not as the format wants it.
#[derive(Debug, Error)]
#[error("{file}{place}: `{key}` is {found}, expected {expected}. {remedy}")]
pub struct Mistake {
    /// The file as it was named.
    pub file: String,
    /// Where in the story.
    pub place: Place,
    /// The key, with the keys around it: `incoming.number`.
    pub key: String,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// How to mend it.
    pub remedy: String,
}

/// Where in a story something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Outside the steps.
    Top,
    /// In a step; counted from 1, with its time if that could be read.
    Step {
        /// Which step, from 1.
        number: usize,
        /// Its `at`, as written.
        at: Option<String>,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Top => Ok(()),
            Place::Step { number, at: None } => write!(out, ", step {number}"),
            Place::Step {
                number,
                at: Some(at),
            } => write!(out, ", step {number} (at {at})"),
        }
    }
}
