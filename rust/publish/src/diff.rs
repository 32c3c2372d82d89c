//! What changed between two lists, in words.

use std::collections::BTreeMap;

use cleardown_core::{CallsOut, Listing};
use cleardown_list::{CodeListing, List};
use serde::Serialize;

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
}

/// One row that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What happened.
    pub what: What,
    /// The number in E.164 form, or the short code.
    pub number: String,
    /// What the list said, in words.
    pub before: Option<String>,
    /// What it says now.
    pub after: Option<String>,
    /// Whether a call that shows the number is a fake from now on.
    pub newly_never: bool,
}

/// Everything that differs, numbers first, ascending.
pub fn differences(before: &List, after: &List) -> Vec<Difference> {
    let numbers = |list: &List| -> BTreeMap<u64, Said> {
        let rows = list.rows().iter();
        rows.map(|row| (row.number.as_u64(), Said::number(&row.listing)))
            .collect()
    };
    let codes = |list: &List| -> BTreeMap<String, Said> {
        let rows = list.codes().iter();
        rows.map(|row| (row.code.as_str().to_owned(), Said::code(&row.listing)))
            .collect()
    };
    let mut all = compare(&numbers(before), &numbers(after), |number| {
        format!("+{number}")
    });
    all.extend(compare(&codes(before), &codes(after), |code| code.clone()));
    all
}

#[derive(Clone, PartialEq)]
struct Said {
    words: String,
    never: bool,
}

impl Said {
    fn number(listing: &Listing) -> Self {
        let mut words = listing.organisation.clone();
        if !listing.line.is_empty() {
            words += &format!(", {}", listing.line);
        }
        let kind = word(&listing.kind);
        words += &format!(
            " ({kind}; calls out: {}; confidence: {}{})",
            word(&listing.calls_out),
            word(&listing.confidence),
            if listing.ring { "; may be rung" } else { "" }
        );
        Self {
            words,
            never: listing.calls_out == CallsOut::Never,
        }
    }

    fn code(listing: &CodeListing) -> Self {
        let kind = listing
            .kind
            .map_or_else(|| "no kind".to_owned(), |kind| word(&kind));
        let words = format!(
            "{} ({kind}; calls out: {}; confidence: {})",
            listing.organisation,
            word(&listing.calls_out),
            word(&listing.confidence)
        );
        Self {
            words,
            never: listing.calls_out == CallsOut::Never,
        }
    }
}

fn word(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn compare<K: Ord>(
    before: &BTreeMap<K, Said>,
    after: &BTreeMap<K, Said>,
    name: impl Fn(&K) -> String,
) -> Vec<Difference> {
    let mut all: BTreeMap<&K, Difference> = BTreeMap::new();
    for (key, new) in after {
        let old = before.get(key);
        if old == Some(new) {
            continue;
        }
        let what = if old.is_some() {
            What::Changed
        } else {
            What::Added
        };
        let difference = Difference {
            what,
            number: name(key),
            before: old.map(|old| old.words.clone()),
            after: Some(new.words.clone()),
            newly_never: new.never && !old.is_some_and(|old| old.never),
        };
        all.insert(key, difference);
    }
    for (key, old) in before.iter().filter(|(key, _)| !after.contains_key(key)) {
        let difference = Difference {
            what: What::Removed,
            number: name(key),
            before: Some(old.words.clone()),
            after: None,
            newly_never: false,
        };
        all.insert(key, difference);
    }
    all.into_values().collect()
}
