//! Checks that several tables share.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

use super::finding::Report;
use super::rule::Rule;
use super::table::Row;
use crate::TextProblem;
use crate::text::{problem, problem_if_any};

/// Most characters of an address.
const LONGEST_SOURCE: usize = 500;

/// Most characters of a note.
const LONGEST_NOTE: usize = 1_000;

/// Words that no list may say of a number: it would be read as said of the caller.
const VOUCHING: &[&str] = &["verified", "genuine", "legitimate"];

/// The value of a closed column.
pub(super) fn closed<'a, T: Deserialize<'a>>(
    row: &'a Row,
    column: &'static str,
    report: &mut Report,
) -> Option<T> {
    let value = row.cell(column);
    match T::deserialize(IntoDeserializer::<Error>::into_deserializer(value)) {
        Ok(value) => Some(value),
        Err(error) => {
            row.report(column, Rule::UnknownValue, error.to_string(), report);
            None
        }
    }
}

/// A text that people read in a warning.
pub(super) fn shown_text(
    row: &Row,
    column: &'static str,
    longest: usize,
    may_be_empty: bool,
    report: &mut Report,
) {
    let text = row.cell(column);
    let check = if may_be_empty {
        problem_if_any
    } else {
        problem
    };
    report_text(row, column, check(text, longest), report);
    let lower = text.to_lowercase();
    let vouches = lower
        .split(|sign: char| !sign.is_alphanumeric())
        .find(|w| VOUCHING.contains(w));
    if let Some(word) = vouches {
        let message = format!("says `{word}`");
        row.report(column, Rule::VouchesForCaller, message, report);
    }
}

/// A note of the editors; may be empty.
pub(super) fn note(row: &Row, column: &'static str, report: &mut Report) {
    report_text(
        row,
        column,
        problem_if_any(row.cell(column), LONGEST_NOTE),
        report,
    );
}

/// The page that gives the number.
pub(super) fn source(row: &Row, report: &mut Report) {
    let source = row.cell("source");
    if source.is_empty() {
        row.report(
            "source",
            Rule::MissingSource,
            "there is no source".to_owned(),
            report,
        );
        return;
    }
    let is_plain = source.bytes().all(|b| b.is_ascii_graphic()) && source.len() <= LONGEST_SOURCE;
    let has_host = host(source).is_some_and(|host| host.contains('.') && !host.starts_with('.'));
    if !is_plain || !has_host {
        row.report(
            "source",
            Rule::BadSource,
            "this is no web address".to_owned(),
            report,
        );
    }
}

/// The host of an http or https address.
pub(super) fn host(source: &str) -> Option<&str> {
    let rest = source
        .strip_prefix("https://")
        .or_else(|| source.strip_prefix("http://"))?;
    rest.split(['/', '?', '#', ':'])
        .next()
        .filter(|host| !host.is_empty())
}

/// The first column: ascending, each once.
#[derive(Default)]
pub(super) struct Order {
    lines: HashMap<String, u64>,
    last: String,
}

impl Order {
    /// Checks the next row.
    pub(super) fn check(&mut self, row: &Row, column: &'static str, report: &mut Report) {
        let key = row.cell(column);
        if let Some(line) = self.lines.insert(key.to_owned(), row.line()) {
            row.report(
                column,
                Rule::Duplicate,
                format!("is on line {line}, too"),
                report,
            );
        } else if self.last.as_str() > key {
            let message = "comes before the row above".to_owned();
            row.report(column, Rule::Order, message, report);
        }
        self.last = key.to_owned();
    }
}

fn report_text(row: &Row, column: &'static str, problem: Option<TextProblem>, report: &mut Report) {
    let Some(problem) = problem else { return };
    let rule = match problem {
        TextProblem::Empty => Rule::EmptyText,
        TextProblem::Untrimmed => Rule::Untrimmed,
        TextProblem::Invisible => Rule::InvisibleCharacter,
        TextProblem::TooLong(_) => Rule::TooLong,
    };
    row.report(column, rule, problem.to_string(), report);
}
