//! Looking at settings before a phone gets them.

use std::collections::BTreeMap;

use cleardown_core::{KeyError, Origin, Policy, PolicyValue, Region, Settings};
use cleardown_list::bundled;

use crate::lists;

/// What would hold on a phone where nobody else has set anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The settings that would hold.
    pub policy: Policy,
    /// The keys that were taken.
    pub taken: Vec<String>,
    /// One error per key that was not.
    pub errors: Vec<KeyError>,
}

/// Reads settings as a phone does that is given all settings of this origin.
pub fn check_settings(
    requested: &BTreeMap<String, PolicyValue>,
    origin: Origin,
    region: Region,
) -> Checked {
    let ours = bundled().get().release.publisher.clone();
    let refused = lists::refused(requested, &[ours]);
    let read = Settings::default().replaced(origin, requested, &refused, region);
    Checked {
        policy: read.settings.policy(region),
        taken: read.settings.of(origin).into_keys().collect(),
        errors: read.errors,
    }
}
