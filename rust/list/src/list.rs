//! A whole list, and what a phone accepts as one.

use cleardown_core::{Confidence, E164, is_life_saving};
use thiserror::Error;

use crate::text::{problem, problem_if_any};
use crate::{CodeRow, LONGEST_LINE, LONGEST_ORGANISATION, ListRow, TextProblem};

/// Most numbers a phone accepts in one list: twice what storage and speed were measured for. More
/// is an attack or a blunder (facts: sync §2, row 19).
pub const MOST_ROWS: usize = 2_000_000;

/// Most short codes.
pub const MOST_CODES: usize = 1_000;

/// Which list it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The publisher's short name: "gb".
    pub publisher: String,
    /// The list's name for people.
    pub title: String,
    /// Rises with every publication.
    pub version: u64,
    /// When it was issued, in milliseconds since 1970.
    pub issued_ms: i64,
}

/// One publisher's numbers and short codes: sorted, each once, none of them life-saving.
///
/// Holding one says nothing about who wrote it: that is [`crate::Verified`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    meta: Meta,
    rows: Vec<ListRow>,
    codes: Vec<CodeRow>,
}

/// Why a phone does not take a list, whoever signed it. Rows are counted from 0 in the order they
/// were given; no error repeats a number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ListError {
    /// More than [`MOST_ROWS`] or [`MOST_CODES`].
    #[error("the list has too many rows ({rows})")]
    TooManyRows {
        /// How many.
        rows: usize,
    },
    /// A life-saving number: no list may warn about one.
    #[error("row {row} is a life-saving number")]
    LifeSaving {
        /// Which.
        row: usize,
    },
    /// A number or code that is there twice.
    #[error("row {row} is there twice")]
    Duplicate {
        /// One of the two.
        row: usize,
    },
    /// A text that cannot be shown.
    #[error("the {column} of row {row} {problem}")]
    Text {
        /// Which row.
        row: usize,
        /// Which text: `organisation` or `line`.
        column: &'static str,
        /// What is wrong with it.
        problem: TextProblem,
    },
    /// A number of less than high confidence that is offered for ringing (design §2).
    #[error("row {row} is offered for ringing without high confidence")]
    Ring {
        /// Which.
        row: usize,
    },
}

impl ListError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyRows { .. } => "list_too_many_rows",
            Self::LifeSaving { .. } => "list_life_saving",
            Self::Duplicate { .. } => "list_duplicate",
            Self::Text { .. } => "list_text",
            Self::Ring { .. } => "list_ring",
        }
    }
}

impl List {
    /// A list of these rows, sorted, if a phone would take it: the client's own rules, cheap enough
    /// for a million rows, and kept whoever signed the list (facts: sync §2, row 19).
    ///
    /// # Errors
    /// The first [`ListError`] found.
    pub fn new(
        meta: Meta,
        mut rows: Vec<ListRow>,
        mut codes: Vec<CodeRow>,
    ) -> Result<Self, ListError> {
        if rows.len() > MOST_ROWS || codes.len() > MOST_CODES {
            return Err(ListError::TooManyRows {
                rows: rows.len().max(codes.len()),
            });
        }
        for (at, row) in rows.iter().enumerate() {
            check_row(at, row)?;
        }
        for (at, row) in codes.iter().enumerate() {
            check_text(
                at,
                "organisation",
                problem(&row.listing.organisation, LONGEST_ORGANISATION),
            )?;
        }
        check_once(&rows, |row| row.number)?;
        check_once(&codes, |row| row.code.as_str())?;
        rows.sort_by_key(|row| row.number);
        codes.sort_by(|one, other| one.code.as_str().cmp(other.code.as_str()));
        Ok(Self { meta, rows, codes })
    }

    /// Which list it is.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Its numbers, ascending.
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// Its short codes, ascending as text.
    pub fn codes(&self) -> &[CodeRow] {
        &self.codes
    }

    /// The row of a number.
    pub fn row(&self, number: E164) -> Option<&ListRow> {
        let found = self
            .rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()?;
        self.rows.get(found)
    }
}

fn check_row(at: usize, row: &ListRow) -> Result<(), ListError> {
    let listing = &row.listing;
    if is_life_saving(&row.number.to_string()) {
        return Err(ListError::LifeSaving { row: at });
    }
    check_text(
        at,
        "organisation",
        problem(&listing.organisation, LONGEST_ORGANISATION),
    )?;
    check_text(at, "line", problem_if_any(&listing.line, LONGEST_LINE))?;
    if listing.ring && listing.confidence != Confidence::High {
        return Err(ListError::Ring { row: at });
    }
    Ok(())
}

fn check_text(
    row: usize,
    column: &'static str,
    problem: Option<TextProblem>,
) -> Result<(), ListError> {
    match problem {
        Some(problem) => Err(ListError::Text {
            row,
            column,
            problem,
        }),
        None => Ok(()),
    }
}

fn check_once<'a, T, K: Ord>(rows: &'a [T], key: impl Fn(&'a T) -> K) -> Result<(), ListError> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&at| key(&rows[at]));
    match order
        .windows(2)
        .find(|pair| key(&rows[pair[0]]) == key(&rows[pair[1]]))
    {
        Some(pair) => Err(ListError::Duplicate { row: pair[1] }),
        None => Ok(()),
    }
}
