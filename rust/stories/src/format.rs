//! One story: what the phone holds before it begins, and the steps that follow.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use crate::codes::{CALLS_OUT, CONFIDENCES, KINDS};
use crate::error::{Place, StoryError};
use crate::fields::Fields;
use crate::policy;
use crate::step::{self, Step};

/// The version of the format that this crate plays.
pub const FORMAT: u64 = 1;

/// A story as read from its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// One line for people.
    pub title: String,
    /// Where the story comes from, if it says so.
    pub source: Option<String>,
    /// The country of the numbering plan.
    pub region: String,
    /// Configuration keys that hold from the start.
    pub policy: Map<String, Value>,
    /// The address book; `None` = it cannot be read.
    pub contacts: Option<Vec<Contact>>,
    /// Rows laid over the bundled list.
    pub list: Vec<ListRow>,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// An entry of the address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The number as saved, in any spelling.
    pub number: String,
    /// The name, which nothing depends on.
    pub name: String,
    /// Is this one of the person's trusted contacts?
    pub trusted: bool,
}

/// A row of a story's own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// E.164.
    pub number: String,
    /// Whose number it is, without the line.
    pub organisation: String,
    /// Which of its lines.
    pub line: Option<String>,
    /// Kind of organisation; `government` if not given.
    pub kind: String,
    /// Class of the number; `unknown` if not given.
    pub calls_out: String,
    /// How sure the row is; `high` if not given.
    pub confidence: String,
    /// May the number be offered for ringing?
    pub ring: bool,
}

impl Story {
    /// Reads the story in the file at `path`.
    ///
    /// # Errors
    /// The file cannot be read, is not JSON, or is not a story.
    pub fn read(path: &Path) -> Result<Story, StoryError> {
        let file = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(text) => Story::parse(&file, &text),
            Err(source) => Err(StoryError::Unreadable { file, source }),
        }
    }

    /// Reads a story from `text`; `file` is its name in errors.
    ///
    /// # Errors
    /// The text is not JSON, or not a story.
    pub fn parse(file: &str, text: &str) -> Result<Story, StoryError> {
        let value: Value =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
                StoryError::NotJson {
                    file: file.into(),
                    line: error.line(),
                    column: error.column(),
                    what: error.to_string(),
                }
            })?;
        let top = Fields::new(file, &Place::Top, "", &value)?;
        check_format(&top)?;
        if top.raw("steps").is_none() {
            return Err(top.wrong("steps", "a list", "Add the steps; an empty list will do."));
        }
        Ok(Story {
            title: top.needed_text("title")?.into(),
            source: top.text("source")?.map(Into::into),
            region: top.text("region")?.unwrap_or("GB").into(),
            policy: policy::read(&top, "policy", "policy.", file, &Place::Top)?,
            contacts: read_contacts(&top, file)?,
            list: read_list(&top, file)?,
            steps: step::read_all(file, top.list("steps")?)?,
        })
    }
}

fn check_format(top: &Fields<'_>) -> Result<(), StoryError> {
    match top.raw("format").and_then(Value::as_u64) {
        Some(FORMAT) => Ok(()),
        _ => Err(top.wrong("format", "1", "Only format 1 is played.")),
    }
}

fn read_contacts(top: &Fields<'_>, file: &str) -> Result<Option<Vec<Contact>>, StoryError> {
    if top.raw("contacts").is_some_and(Value::is_null) {
        return Ok(None);
    }
    let mut contacts = Vec::new();
    for (index, value) in top.list("contacts")?.iter().enumerate() {
        let prefix = format!("contacts[{index}].");
        let fields = Fields::new(file, &Place::Top, &prefix, value)?;
        contacts.push(Contact {
            number: fields.needed_text("number")?.into(),
            name: fields.text("name")?.unwrap_or_default().into(),
            trusted: fields.flag("trusted")?.unwrap_or(false),
        });
    }
    Ok(Some(contacts))
}

fn read_list(top: &Fields<'_>, file: &str) -> Result<Vec<ListRow>, StoryError> {
    let mut rows = Vec::new();
    for (index, value) in top.list("list")?.iter().enumerate() {
        let prefix = format!("list[{index}].");
        let fields = Fields::new(file, &Place::Top, &prefix, value)?;
        let word = |key, words, default| Ok(fields.word(key, words)?.unwrap_or(default).to_owned());
        rows.push(ListRow {
            number: fields.needed_text("number")?.into(),
            organisation: fields.needed_text("organisation")?.into(),
            line: fields.text("line")?.map(Into::into),
            kind: word("kind", KINDS, "government")?,
            calls_out: word("calls_out", CALLS_OUT, "unknown")?,
            confidence: word("confidence", CONFIDENCES, "high")?,
            ring: fields.flag("ring")?.unwrap_or(false),
        });
    }
    Ok(rows)
}
