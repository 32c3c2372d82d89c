//! The calls of the last weeks and the notes on them, in storage that opens with the first unlock.

mod rows;
mod waiting;

use std::fmt;

use crate::ladder::Ladder;

pub(crate) use rows::{
    Table, add, delete, delete_all, highest_id, list, prune, set_answered, set_note, set_verdict,
};
pub(crate) use waiting::move_waiting;

pub(crate) const LADDER: Ladder = Ladder(&["
    CREATE TABLE calls (
        id INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        number TEXT,
        alert TEXT NOT NULL,
        reasons TEXT NOT NULL,
        organisation TEXT,
        answered INTEGER,
        note_name TEXT, note_number TEXT, note_station TEXT, note_wanted TEXT) STRICT;
    CREATE INDEX calls_by_time ON calls (at_ms);
"]);

/// One call, or a note that belongs to none.
#[derive(Clone, PartialEq, Eq)]
pub struct CallRecord {
    /// Given by the caller of the store, different for every call.
    pub id: u64,
    /// When, milliseconds since 1970 by the phone's clock.
    pub at_ms: i64,
    /// The number or code shown; `None` where none was.
    pub number: Option<String>,
    /// The alert's code.
    pub alert: String,
    /// The reasons' codes, a JSON array.
    pub reasons_json: String,
    /// Whose number a list says it is.
    pub organisation: Option<String>,
    /// Whether the person answered; `None` = not known.
    pub answered: Option<bool>,
    /// What the person wrote down.
    pub note: Option<Note>,
}

/// What the caller said of themselves, as the person wrote it down.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Their name.
    pub name: String,
    /// Their number: collar number, staff number or telephone.
    pub number: String,
    /// Their police station or branch.
    pub station: String,
    /// What they want.
    pub wanted: String,
}

// By hand, so that no number and no name ever gets into a log.
impl fmt::Debug for CallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallRecord")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Note").finish_non_exhaustive()
    }
}
