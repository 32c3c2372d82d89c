//! `publisher.json`: what a publisher decided once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Problem, Role};

/// A publisher's own settings. Which keys count is not here but in the newest root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Of this file.
    pub format: u64,
    /// The publisher's short name, as phones know it: small letters, digits, hyphen.
    pub publisher: String,
    /// The list's name for people.
    pub title: String,
    /// How long a phone waits between two looks, in seconds: 3,600 to 604,800.
    pub wait_s: u64,
    /// From how many earlier versions a phone gets along with a small file.
    pub deltas: usize,
    /// For how many days a file of each role is good.
    pub days: BTreeMap<Role, i64>,
    /// What people call each key, by its id.
    pub names: BTreeMap<String, String>,
}

/// Of the file `publisher.json`.
const FORMAT: u64 = 1;

/// Days that files are good for, unless the publisher decides otherwise: short where a machine
/// signs, a quarter of a year where people must meet the list, a year for the root.
const DAYS: [(Role, i64); 4] = [
    (Role::Root, 365),
    (Role::Targets, 90),
    (Role::Snapshot, 30),
    (Role::Timestamp, 7),
];

impl Config {
    /// A new publisher's settings.
    pub fn new(publisher: &str, title: &str) -> Self {
        Self {
            format: FORMAT,
            publisher: publisher.to_owned(),
            title: title.to_owned(),
            wait_s: 86_400,
            deltas: 10,
            days: DAYS.into(),
            names: BTreeMap::new(),
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// `damaged`, `config`
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let config: Self = serde_json::from_slice(bytes)
            .map_err(|error| Problem::damaged("publisher.json", error))?;
        config.check()?;
        Ok(config)
    }

    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// For how many days a file of this role is good.
    pub fn days(&self, role: Role) -> i64 {
        self.days.get(&role).copied().unwrap_or(1)
    }

    /// What people call a key.
    pub fn name_of<'a>(&'a self, key_id: &'a str) -> &'a str {
        let short = key_id.get(..8).unwrap_or(key_id);
        self.names.get(key_id).map_or(short, String::as_str)
    }

    /// The id of a key that people call so, or whose id begins so.
    pub fn key_of(&self, name: &str) -> Option<&str> {
        let by_name = self.names.iter().find(|(_, called)| *called == name);
        by_name.map(|(id, _)| id.as_str())
    }

    /// Whether phones and tools can work with these settings.
    ///
    /// # Errors
    /// `config`
    pub fn check(&self) -> Result<(), Problem> {
        let wrong = |text: &str, remedy: &str| Err(Problem::new("config", text, remedy));
        let is_name = |text: &str| {
            (1..=32).contains(&text.len())
                && text
                    .bytes()
                    .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        };
        if self.format != FORMAT {
            return wrong(
                "publisher.json is of another format.",
                "Use a newer program.",
            );
        }
        if !is_name(&self.publisher) {
            return wrong(
                "The publisher's short name cannot be used.",
                "Take 1 to 32 small letters, digits and hyphens: gb, acme-bank.",
            );
        }
        if self.title.trim().is_empty() || self.title.chars().count() > 80 {
            return wrong(
                "The title is empty or too long.",
                "Write at most 80 characters.",
            );
        }
        if !(3_600..=604_800).contains(&self.wait_s) {
            return wrong(
                "wait_s is out of range.",
                "Write 3600 (an hour) to 604800 (a week); 86400 is a day.",
            );
        }
        if Role::ALL
            .iter()
            .any(|role| !(1..=3_650).contains(&self.days(*role)))
        {
            return wrong(
                "A role is good for no time.",
                "Write 1 to 3650 days for every role.",
            );
        }
        Ok(())
    }
}
