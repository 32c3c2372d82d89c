//! Changing settings: strengthening at once, weakening never while somebody may be pressing the
//! person to do it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Policy;
use super::keys::{self, PolicyValue};
use crate::{Now, Region, State};

/// Who changes a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The person who holds the phone.
    Person,
    /// A relative, by a signed bundle.
    Family,
    /// An IT team, by device policy. Never locked out.
    Managed,
}

/// What became of a requested change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Whether it was taken. A change with any weaker value is refused as a whole while locked.
    pub accepted: bool,
    /// The settings that hold from now on.
    pub policy: Policy,
    /// Seconds until a refused change would be taken; `None` where that is not known (a call is
    /// running) or nothing was refused.
    pub allowed_in_s: Option<i64>,
    /// One error per key that could not be read; protection goes on with the value in `used`.
    pub errors: Vec<KeyError>,
}

/// Why one key was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyError {
    /// The key.
    pub key: String,
    /// What was found, shortened.
    pub found: String,
    /// What would have been accepted.
    pub expected: String,
    /// The value that is used instead.
    pub used: String,
}

/// Works out a change of settings (design §5, last paragraph, and §10).
///
/// `in_call` is whether a call is running by the audio mode.
pub fn change(
    current: &Policy,
    requested: &BTreeMap<String, PolicyValue>,
    origin: Origin,
    state: &State,
    in_call: bool,
    region: Region,
    now: Now,
) -> Change {
    let mut policy = current.clone();
    let mut errors = Vec::new();
    let mut weaker = false;
    for (key, value) in requested {
        match keys::set(&mut policy, key, value, region) {
            Ok(()) => weaker |= keys::is_weaker(key, current, &policy),
            Err(expected) => errors.push(KeyError {
                key: shorten(key),
                found: shorten(&show(value)),
                expected: expected.to_owned(),
                used: show(&keys::get(current, key)),
            }),
        }
    }
    let call_running = in_call || state.is_call_running(now);
    let lock_s = state.weakening_lock_s(now);
    let refused = weaker && origin != Origin::Managed && (call_running || lock_s > 0);
    if refused {
        let allowed_in_s = (!call_running).then_some(lock_s);
        return Change {
            accepted: false,
            policy: current.clone(),
            allowed_in_s,
            errors,
        };
    }
    let nothing_usable = !errors.is_empty() && errors.len() == requested.len();
    Change {
        accepted: !nothing_usable,
        policy,
        allowed_in_s: None,
        errors,
    }
}

/// The keys of a change that weaken nothing, and those that do, with their values in the form in
/// which they are kept. What cannot be read is among the first, so that [`change`] says so.
pub fn by_strength(
    current: &Policy,
    requested: &BTreeMap<String, PolicyValue>,
    region: Region,
) -> (BTreeMap<String, PolicyValue>, BTreeMap<String, PolicyValue>) {
    let (mut harmless, mut weaker) = (BTreeMap::new(), BTreeMap::new());
    for (key, value) in requested {
        let mut with_it = current.clone();
        let read = keys::set(&mut with_it, key, value, region);
        if read.is_ok() && keys::is_weaker(key, current, &with_it) {
            weaker.insert(key.clone(), keys::get(&with_it, key));
        } else {
            harmless.insert(key.clone(), value.clone());
        }
    }
    (harmless, weaker)
}

impl Policy {
    /// Every key with its value, in the order of [`super::POLICY_KEYS`].
    pub fn values(&self) -> Vec<(&'static str, PolicyValue)> {
        super::POLICY_KEYS
            .iter()
            .map(|key| (*key, keys::get(self, key)))
            .collect()
    }
}

fn show(value: &PolicyValue) -> String {
    match value {
        PolicyValue::Bool(yes) => yes.to_string(),
        PolicyValue::Int(number) => number.to_string(),
        PolicyValue::Text(text) => text.clone(),
        PolicyValue::List(texts) => texts.join(", "),
        PolicyValue::Other(_) => "something else".to_owned(),
    }
}

fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
