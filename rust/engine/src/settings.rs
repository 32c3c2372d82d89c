//! All settings of an origin, looked at before they hold.

use std::collections::BTreeMap;

use cleardown_core::{KeyError, Origin, Policy, PolicyValue, Region, Settings};
use cleardown_list::bundled;

use crate::lists;

/// What would hold on a phone where nobody else has set anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The settings that would hold.
    pub policy: Policy,
    /// The keys that were taken, in the form in which they are kept.
    pub taken: BTreeMap<String, PolicyValue>,
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
    let new = Outlook::of(&Settings::default(), origin, requested, &[ours], region);
    Checked {
        policy: new.policy,
        taken: new.settings.of(origin),
        errors: new.errors,
    }
}

/// What would hold with all settings of an origin in the place of those it gave before.
#[derive(Clone, Debug)]
pub(crate) struct Outlook {
    /// Who would have set what.
    pub(crate) settings: Settings,
    /// The settings that would hold.
    pub(crate) policy: Policy,
    /// One error per key that cannot be taken: what that origin last set for it stays.
    pub(crate) errors: Vec<KeyError>,
}

impl Outlook {
    /// `known`: the short names of publishers that the app knows without any setting.
    pub(crate) fn of(
        before: &Settings,
        origin: Origin,
        requested: &BTreeMap<String, PolicyValue>,
        known: &[String],
        region: Region,
    ) -> Self {
        let refused = lists::refused(requested, known);
        let new = before.replaced(origin, requested, &refused, region);
        Self {
            policy: new.settings.policy(region),
            settings: new.settings,
            errors: new.errors,
        }
    }
}
