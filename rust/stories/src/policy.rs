//! Configuration keys in a story: types are checked here, ranges by the engine.

use serde_json::{Map, Value};

use crate::error::{Place, StoryError};
use crate::fields::Fields;

/// Keys that hold whole numbers.
const WHOLE_NUMBERS: &[&str] = &[
    "cool_down_seconds",
    "second_call_hours",
    "emergency_grace_minutes",
    "history_days",
    "stale_list_days",
];
/// Keys that hold true or false.
const FLAGS: &[&str] = &["ask_after_unknown", "trusted_contacts_pass"];
/// Keys that hold text.
const TEXTS: &[&str] = &[
    "hold",
    "call_anyway",
    "other_phone",
    "bank_number",
    "lock",
    "lists",
    "help_name",
    "help_number",
    "help_text",
    "language",
    "report_contents",
];

/// The configuration keys at `key` of `parent`; empty if absent.
pub(crate) fn read(
    parent: &Fields<'_>,
    key: &str,
    prefix: &str,
    file: &str,
    place: &Place,
) -> Result<Map<String, Value>, StoryError> {
    match parent.raw(key) {
        None => Ok(Map::new()),
        Some(value) => check(&Fields::new(file, place, prefix, value)?),
    }
}

/// The keys of `fields`, each of the right type; keys unknown here are the engine's business.
pub(crate) fn check(fields: &Fields<'_>) -> Result<Map<String, Value>, StoryError> {
    for (key, value) in fields.map() {
        let key = key.as_str();
        if WHOLE_NUMBERS.contains(&key) && !value.is_i64() && !value.is_u64() {
            return Err(fields.wrong(key, "a whole number", "Write plain digits."));
        }
        if FLAGS.contains(&key) {
            fields.flag(key)?;
        }
        if TEXTS.contains(&key) {
            fields.text(key)?;
        }
        if key == "trusted_contacts" && !fields.list(key)?.iter().all(Value::is_string) {
            return Err(fields.wrong(key, "a list of numbers as text", "Put each in quotes."));
        }
    }
    Ok(fields.map().clone())
}
