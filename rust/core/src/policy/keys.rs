//! The keys: name, accepted values, and how each is read and written.

use serde::{Deserialize, Serialize};

use super::{CallAnyway, Hold, Lock, Policy};
use crate::{Dialled, E164, Region};

/// A value as it comes from a settings screen, a file or a device policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PolicyValue {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
    /// Anything else: always an error.
    Other(AnyValue),
}

/// A value of no use: a fraction, null, something nested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnyValue;

/// Every key, in the order of the reference page.
pub const POLICY_KEYS: &[&str] = &[
    "cool_down_seconds",
    "hold",
    "call_anyway",
    "second_call_hours",
    "ask_after_unknown",
    "emergency_grace_minutes",
    "trusted_contacts_pass",
    "history_days",
    "other_phone",
    "bank_number",
    "lock",
    "trusted_contacts",
];

/// Most trusted people.
const MOST_TRUSTED: usize = 50;
/// Most characters of a text.
const MOST_CHARACTERS: usize = 80;

/// Sets one key. `Err` says what would have been accepted.
pub(super) fn set(
    policy: &mut Policy,
    key: &str,
    value: &PolicyValue,
    region: Region,
) -> Result<(), &'static str> {
    match key {
        "cool_down_seconds" => {
            policy.cool_down_seconds = int(value, 60, 1800, "a whole number from 60 to 1800")?;
        }
        "hold" => {
            policy.hold = match text(value) {
                Some("callbacks") => Hold::Callbacks,
                Some("all") => Hold::All,
                Some("advise") => Hold::Advise,
                _ => return Err("callbacks, all or advise"),
            };
        }
        "call_anyway" => {
            policy.call_anyway = match text(value) {
                Some("two_taps") => CallAnyway::TwoTaps,
                Some("locked") => CallAnyway::Locked,
                _ => return Err("two_taps or locked"),
            };
        }
        "second_call_hours" => {
            policy.second_call_hours = int(value, 0, 72, "a whole number from 0 to 72")?;
        }
        "ask_after_unknown" => policy.ask_after_unknown = yes_or_no(value)?,
        "emergency_grace_minutes" => {
            policy.emergency_grace_minutes = int(value, 0, 120, "a whole number from 0 to 120")?;
        }
        "trusted_contacts_pass" => policy.trusted_contacts_pass = yes_or_no(value)?,
        "history_days" => policy.history_days = int(value, 0, 365, "a whole number from 0 to 365")?,
        "other_phone" => {
            let name = text(value).filter(|name| name.chars().count() <= MOST_CHARACTERS);
            policy.other_phone = name.ok_or("a text of at most 80 characters")?.to_owned();
        }
        "bank_number" => {
            const EXPECTED: &str = "a telephone number, or nothing";
            policy.bank_number = match text(value).ok_or(EXPECTED)? {
                "" => None,
                number => Some(telephone_number(number, region).ok_or(EXPECTED)?),
            };
        }
        "lock" => {
            policy.lock = match text(value) {
                Some("open") => Lock::Open,
                Some("pin") => Lock::Pin,
                _ => return Err("open or pin"),
            };
        }
        "trusted_contacts" => {
            const EXPECTED: &str = "a list of at most 50 telephone numbers";
            let PolicyValue::List(numbers) = value else {
                return Err(EXPECTED);
            };
            let read: Option<Vec<E164>> = numbers
                .iter()
                .map(|number| telephone_number(number, region))
                .collect();
            let trusted = read.filter(|all| all.len() <= MOST_TRUSTED);
            policy.trusted_contacts = trusted.ok_or(EXPECTED)?;
        }
        _ => return Err("a key that this version knows"),
    }
    Ok(())
}

/// Whether the value of this key in `new` protects less than in `old`.
pub(super) fn is_weaker(key: &str, old: &Policy, new: &Policy) -> bool {
    match key {
        "cool_down_seconds" => new.cool_down_seconds < old.cool_down_seconds,
        "hold" => new.hold < old.hold,
        "call_anyway" => new.call_anyway < old.call_anyway,
        "second_call_hours" => new.second_call_hours < old.second_call_hours,
        "ask_after_unknown" => old.ask_after_unknown && !new.ask_after_unknown,
        "emergency_grace_minutes" => new.emergency_grace_minutes > old.emergency_grace_minutes,
        "trusted_contacts_pass" => new.trusted_contacts_pass && !old.trusted_contacts_pass,
        // A fraudster has people wipe out the traces.
        "history_days" => new.history_days < old.history_days,
        // After "I gave them details" this number is not held: a fraudster would put his own here.
        "bank_number" => new.bank_number.is_some() && new.bank_number != old.bank_number,
        "lock" => new.lock < old.lock,
        "trusted_contacts" => new
            .trusted_contacts
            .iter()
            .any(|number| !old.trusted_contacts.contains(number)),
        _ => false,
    }
}

/// The value as it stands, for error messages and screens.
pub(super) fn get(policy: &Policy, key: &str) -> PolicyValue {
    let text = |text: &str| PolicyValue::Text(text.to_owned());
    match key {
        "cool_down_seconds" => PolicyValue::Int(policy.cool_down_seconds.into()),
        "hold" => text(match policy.hold {
            Hold::Advise => "advise",
            Hold::Callbacks => "callbacks",
            Hold::All => "all",
        }),
        "call_anyway" => text(match policy.call_anyway {
            CallAnyway::TwoTaps => "two_taps",
            CallAnyway::Locked => "locked",
        }),
        "second_call_hours" => PolicyValue::Int(policy.second_call_hours.into()),
        "ask_after_unknown" => PolicyValue::Bool(policy.ask_after_unknown),
        "emergency_grace_minutes" => PolicyValue::Int(policy.emergency_grace_minutes.into()),
        "trusted_contacts_pass" => PolicyValue::Bool(policy.trusted_contacts_pass),
        "history_days" => PolicyValue::Int(policy.history_days.into()),
        "other_phone" => text(&policy.other_phone),
        "bank_number" => text(
            &policy
                .bank_number
                .map(|number| number.to_string())
                .unwrap_or_default(),
        ),
        "lock" => text(match policy.lock {
            Lock::Open => "open",
            Lock::Pin => "pin",
        }),
        "trusted_contacts" => PolicyValue::List(
            policy
                .trusted_contacts
                .iter()
                .map(E164::to_string)
                .collect(),
        ),
        _ => PolicyValue::Other(AnyValue),
    }
}

fn int(
    value: &PolicyValue,
    least: i64,
    most: i64,
    expected: &'static str,
) -> Result<u32, &'static str> {
    match value {
        PolicyValue::Int(number) if (least..=most).contains(number) => {
            u32::try_from(*number).map_err(|_| expected)
        }
        _ => Err(expected),
    }
}

fn yes_or_no(value: &PolicyValue) -> Result<bool, &'static str> {
    match value {
        PolicyValue::Bool(yes) => Ok(*yes),
        _ => Err("true or false"),
    }
}

fn text(value: &PolicyValue) -> Option<&str> {
    match value {
        PolicyValue::Text(text) => Some(text),
        _ => None,
    }
}

fn telephone_number(text: &str, region: Region) -> Option<E164> {
    match Dialled::read(text, region) {
        Dialled::Number(number) => Some(number),
        _ => None,
    }
}

impl Serialize for AnyValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for AnyValue {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_useless_value_is_read_to_its_end() {
        let read: Vec<AnyValue> = serde_json::from_str("[{\"a\": [1, null]}, 1.5]").expect("two");
        assert_eq!(read, [AnyValue, AnyValue]);
    }
}
