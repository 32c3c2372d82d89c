//! The setting `lists`: whose lists are fetched beside those that the app knows.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_core::{KeyError, MOST_LIST_BYTES, Policy, PolicyValue};
use cleardown_list::tuf::{Keys, Trust};
use serde::Deserialize;

use crate::api::PublisherConfig;
use crate::sync::may_fetch;

/// The key.
const LISTS: &str = "lists";

/// Most of them.
const MOST: usize = 8;

/// Most characters of a title.
const LONGEST_TITLE: usize = 80;

/// Most letters of an id: `rust/list/FORMAT.md`.
const LONGEST_ID: usize = 32;

/// As it is written: what is missing gets an error of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Written {
    id: String,
    title: String,
    url: String,
    root: String,
}

/// Reads the lists of a setting that was taken.
pub(crate) fn publishers(policy: &Policy) -> Vec<PublisherConfig> {
    let written: Vec<Written> = serde_json::from_str(&policy.lists).unwrap_or_default();
    written.into_iter().map(PublisherConfig::from).collect()
}

/// The keys that cannot be taken because of what is inside of them, each with what would be.
/// `known`: the short names of publishers that the app knows without.
pub(crate) fn refused(
    requested: &BTreeMap<String, PolicyValue>,
    known: &[String],
) -> BTreeMap<String, String> {
    let checked = match requested.get(LISTS) {
        // Anything but a text, and one that is too long, is refused by its kind.
        Some(PolicyValue::Text(text)) if text.len() <= MOST_LIST_BYTES => check(text, known),
        _ => Ok(()),
    };
    let refused = checked.err().map(|expected| (LISTS.to_owned(), expected));
    refused.into_iter().collect()
}

/// The keys that may be taken, and the errors of those that [`refused`] names.
pub(crate) fn sort(
    requested: &BTreeMap<String, PolicyValue>,
    refused: &BTreeMap<String, String>,
    current: &Policy,
) -> (BTreeMap<String, PolicyValue>, Vec<KeyError>) {
    let mut taken = requested.clone();
    let error = |(key, expected): (&String, &String)| {
        let found = taken.remove(key)?;
        Some(KeyError::new(key, &found, expected.clone(), current))
    };
    let errors = refused.iter().filter_map(error).collect();
    (taken, errors)
}

/// `Err` says what is expected, and of which list.
fn check(text: &str, known: &[String]) -> Result<(), String> {
    if text.is_empty() {
        return Ok(());
    }
    let written: Vec<Written> = serde_json::from_str(text).map_err(|error| {
        format!("a JSON array of lists, each with id, title, url and root ({error})")
    })?;
    if written.len() > MOST {
        return Err(format!("at most {MOST} lists"));
    }
    let mut ids: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    for (at, list) in written.iter().enumerate() {
        let of = |what: &str| Err(format!("of list {}: {what}", at + 1));
        let is_letter = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if !(1..=LONGEST_ID).contains(&list.id.len()) || !list.id.bytes().all(is_letter) {
            return of("an id of small letters, digits and hyphens, at most 32");
        }
        if !ids.insert(&list.id) {
            return of("an id that no other list has");
        }
        if list.title.trim().is_empty() || list.title.chars().count() > LONGEST_TITLE {
            return of("a title of at most 80 characters");
        }
        if !may_fetch(&list.url) {
            return of("a url that begins with https://");
        }
        if list.root.is_empty() {
            return of("a root: the text of the publisher's file 1.root.json");
        }
        if Trust::pinned(list.root.as_bytes(), Keys::Phone).is_err() {
            return of("a root that can be read: the text of 1.root.json, byte for byte");
        }
    }
    Ok(())
}

impl From<Written> for PublisherConfig {
    fn from(list: Written) -> Self {
        Self {
            id: list.id,
            title: list.title,
            url: list.url,
            root: list.root,
        }
    }
}
