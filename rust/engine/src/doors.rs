//! Doors for tests: lists of stories and faults. The shipped library does not have them.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing};
use cleardown_list::{Content, List, ListRow, Update, Verified, bundled};
use serde::{Deserialize, Serialize};

use crate::{Engine, EngineError};

/// What to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Door {
    /// Lays rows over the bundled list and installs the result by the ordinary path.
    InstallList {
        /// The rows; one for a number of the bundled list replaces it.
        rows: Vec<StoryRow>,
    },
    /// Every later request panics.
    Panic,
    /// Every later request blocks for half a minute, or until another door is opened.
    Slow,
    /// Every later write finds the disk full.
    DiskFull,
    /// No fault any more.
    None,
}

/// A row of a story's list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StoryRow {
    /// The number.
    pub number: E164,
    /// Whose.
    pub organisation: String,
    /// Which line.
    #[serde(default)]
    pub line: String,
    /// What sort of organisation.
    pub kind: Kind,
    /// Whether it rings out.
    pub calls_out: CallsOut,
    /// How sure; high unless told.
    #[serde(default = "high")]
    pub confidence: Confidence,
    /// Whether it may be offered for ringing.
    #[serde(default)]
    pub ring: bool,
}

/// The faults that hold.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    fault: Mutex<Fault>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fault {
    #[default]
    None,
    Panic,
    Slow,
}

const SLOW: Duration = Duration::from_secs(30);

impl Engine {
    /// Opens a door.
    ///
    /// # Errors
    /// As of the ordinary path that it leads to.
    pub fn door(&self, door: &Door) -> Result<(), EngineError> {
        self.faults.set(match door {
            Door::Panic => Fault::Panic,
            Door::Slow => Fault::Slow,
            Door::InstallList { .. } | Door::DiskFull | Door::None => Fault::None,
        });
        match door {
            Door::InstallList { rows } => {
                let list = laid_over_bundled(rows)?;
                self.lock()?.files.store().install(&list, false)?;
            }
            Door::DiskFull => self.lock()?.files.store().set_disk_full(true),
            Door::None => self.lock()?.files.store().set_disk_full(false),
            Door::Panic | Door::Slow => {}
        }
        Ok(())
    }
}

impl Faults {
    /// Where every request passes before it has the lock.
    pub(crate) fn block(&self) {
        let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        let slow = |fault: &mut Fault| *fault == Fault::Slow;
        drop(self.changed.wait_timeout_while(fault, SLOW, slow));
    }

    /// Where every request passes when it has the lock: so that it dies with it.
    pub(crate) fn panic(&self) {
        let fault = *self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(fault != Fault::Panic, "a fault was asked for by a test");
    }

    fn set(&self, fault: Fault) {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
        self.changed.notify_all();
    }
}

fn laid_over_bundled(rows: &[StoryRow]) -> Result<Verified<Update>, EngineError> {
    let Update { release, content } = bundled().into_inner();
    let Content::Full(text) = content else {
        unreachable!("the bundled list is a whole one");
    };
    let bundled = text.to_list(release.meta());
    let mut meta = release.meta();
    // Higher than what is installed: a list never goes back.
    meta.version += 1;
    let is_replaced = |row: &&ListRow| rows.iter().all(|new| new.number != row.number);
    let mut all: Vec<ListRow> = bundled.rows().iter().filter(is_replaced).cloned().collect();
    all.extend(rows.iter().map(StoryRow::row));
    all.sort_by_key(|row| row.number);
    let list =
        List::new(meta, all, bundled.codes().to_vec()).map_err(|error| EngineError::Request {
            what: error.to_string(),
        })?;
    let mut update = Verified::for_tests(&list).into_inner();
    (update.release.anchor, update.release.epoch) = (release.anchor, release.epoch);
    Ok(Verified::update_for_tests(update))
}

impl StoryRow {
    fn row(&self) -> ListRow {
        ListRow {
            number: self.number,
            listing: Listing {
                organisation: self.organisation.clone(),
                line: self.line.clone(),
                kind: self.kind,
                calls_out: self.calls_out,
                confidence: self.confidence,
                ring: self.ring,
            },
        }
    }
}

fn high() -> Confidence {
    Confidence::High
}
