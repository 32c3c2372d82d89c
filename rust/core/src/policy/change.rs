//! Changing settings: strengthening at once, weakening never while somebody may be pressing the
//! person to do it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::value::shorten;
use super::{Key, Policy, PolicyValue};
use crate::{Now, Region, State};

/// Who sets something, from weak to strong: the value of the strongest holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
        match set(&mut policy, key, value, origin, region) {
            Ok(key) => weaker |= key.is_weaker(current, &policy),
            Err(expected) => errors.push(KeyError::new(key, value, expected, current)),
        }
    }
    if weaker && let Err(not_now) = may_weaken(origin, state, in_call, now) {
        return Change {
            accepted: false,
            policy: current.clone(),
            allowed_in_s: not_now.allowed_in_s,
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

/// Why settings are not weakened now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotNow {
    /// Seconds until they may be; `None`: a call is running, and nobody knows for how long.
    pub allowed_in_s: Option<i64>,
}

/// Whether this origin may weaken settings now. An IT team always may.
///
/// # Errors
/// A call, a wait or the hour after it: somebody may be pressing the person to do it.
pub fn may_weaken(origin: Origin, state: &State, in_call: bool, now: Now) -> Result<(), NotNow> {
    let call_running = in_call || state.is_call_running(now);
    let lock_s = state.weakening_lock_s(now);
    if origin == Origin::Managed || (!call_running && lock_s == 0) {
        return Ok(());
    }
    let allowed_in_s = (!call_running).then_some(lock_s);
    Err(NotNow { allowed_in_s })
}

/// The keys of a change that weaken nothing, and those that do, with their values in the form in
/// which they are kept. What cannot be read is among the first, so that [`change`] says so.
pub fn by_strength(
    current: &Policy,
    requested: &BTreeMap<String, PolicyValue>,
    origin: Origin,
    region: Region,
) -> (BTreeMap<String, PolicyValue>, BTreeMap<String, PolicyValue>) {
    let (mut harmless, mut weaker) = (BTreeMap::new(), BTreeMap::new());
    for (name, value) in requested {
        let mut with_it = current.clone();
        match set(&mut with_it, name, value, origin, region) {
            Ok(key) if key.is_weaker(current, &with_it) => {
                weaker.insert(name.clone(), key.get(&with_it));
            }
            _ => {
                harmless.insert(name.clone(), value.clone());
            }
        }
    }
    (harmless, weaker)
}

/// Sets one key for this origin. `Err` says what would have been accepted.
pub(super) fn set(
    policy: &mut Policy,
    name: &str,
    value: &PolicyValue,
    origin: Origin,
    region: Region,
) -> Result<&'static Key, String> {
    let key = Key::named(name).ok_or("a key that this version knows")?;
    if !key.set_by.contains(&origin) {
        return Err("a key that the person may set".to_owned());
    }
    key.set(policy, value, region)?;
    Ok(key)
}

impl KeyError {
    /// `current` has the value that is used instead.
    pub fn new(name: &str, found: &PolicyValue, expected: String, current: &Policy) -> Self {
        let used = Key::named(name).map(|key| key.get(current).plain());
        Self {
            key: shorten(name),
            found: found.found(),
            expected,
            used: shorten(&used.unwrap_or_default()),
        }
    }
}

impl Origin {
    /// All of them, from weak to strong.
    pub const ALL: [Self; 3] = [Self::Person, Self::Family, Self::Managed];

    /// The name that is kept and shown to programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Family => "family",
            Self::Managed => "managed",
        }
    }
}

impl Policy {
    /// Whether any key protects less than it does in `old`.
    pub fn is_weaker_than(&self, old: &Self) -> bool {
        super::KEYS.iter().any(|key| key.is_weaker(old, self))
    }

    /// Whether this key protects less than it does in `old`.
    pub fn is_weaker_in(&self, key: &str, old: &Self) -> bool {
        Key::named(key).is_some_and(|key| key.is_weaker(old, self))
    }

    /// Every key with its value, in the order of [`super::KEYS`].
    pub fn values(&self) -> Vec<(&'static str, PolicyValue)> {
        let keys = super::KEYS.iter();
        keys.map(|key| (key.name, key.get(self))).collect()
    }
}
