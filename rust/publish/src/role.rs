//! The four roles of a repository.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Who says what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Whose keys count: signed by a threshold of people, offline.
    Root,
    /// What the list is: signed offline.
    Targets,
    /// Which files belong together: signed online.
    Snapshot,
    /// What is newest: signed online, every day.
    Timestamp,
}

impl Role {
    /// All, in the order in which they are signed.
    pub const ALL: [Self; 4] = [Self::Root, Self::Targets, Self::Snapshot, Self::Timestamp];

    /// The name in metadata and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Targets => "targets",
            Self::Snapshot => "snapshot",
            Self::Timestamp => "timestamp",
        }
    }

    /// The file of a version; the timestamp has one name for all.
    pub fn file(self, version: u64) -> String {
        match self {
            Self::Timestamp => "timestamp.json".to_owned(),
            _ => format!("{version}.{}.json", self.name()),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|role| role.name() == text);
        found.ok_or_else(|| format!("{text} is no role: root, targets, snapshot or timestamp"))
    }
}
