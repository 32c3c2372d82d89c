//! What the person says or does, with what belongs to it.

use serde_json::{Map, Value};

use super::{Action, one_of};
use crate::codes::Person;
use crate::error::{Place, StoryError};
use crate::fields::Fields;
use crate::policy;

/// Who makes settings for the phone, where a story does not say.
const RELATIVE: &str = "Anna";

/// `"person": "call_anyway", "number": "…"` or `"person": { "call_anyway": { "number": "…" } }`.
pub(super) fn read(
    file: &str,
    place: &Place,
    step: &Fields<'_>,
    value: &Value,
) -> Result<Action, StoryError> {
    let Value::Object(map) = value else {
        let what = one_of(step, "person", Person::ALL, Person::code)?;
        return read_with(file, place, what, step, "");
    };
    let codes: Vec<&str> = Person::ALL.iter().map(|what| what.code()).collect();
    let mut entries = map.iter();
    let (Some((code, inner)), None) = (entries.next(), entries.next()) else {
        return Err(step.not_one_of("person", &codes));
    };
    let what = Person::from_code(code).ok_or_else(|| step.not_one_of("person", &codes))?;
    let prefix = format!("person.{code}.");
    let fields = Fields::new(file, place, &prefix, inner)?;
    read_with(file, place, what, &fields, &prefix)
}

fn read_with(
    file: &str,
    place: &Place,
    what: Person,
    fields: &Fields<'_>,
    prefix: &str,
) -> Result<Action, StoryError> {
    let number = fields.nullable_text("number")?.flatten().map(Into::into);
    if what == Person::CallAnyway && number.is_none() {
        return Err(fields.wrong("number", "text", "Name the number that was held."));
    }
    let has_policy = matches!(
        what,
        Person::Weaken | Person::Strengthen | Person::Schedule | Person::Import
    );
    if has_policy && fields.raw("policy").is_none() {
        let remedy = match what {
            Person::Import => "Name the keys that the relative sets.",
            _ => "Name the keys that change.",
        };
        return Err(fields.wrong("policy", "an object", remedy));
    }
    let policy = if has_policy {
        policy::read(fields, "policy", &format!("{prefix}policy."), file, place)?
    } else {
        Map::new()
    };
    let is_import = what == Person::Import;
    Ok(Action::Person {
        what,
        number,
        policy,
        from: if is_import {
            from(fields)?
        } else {
            String::new()
        },
        version: if is_import { version(fields)? } else { None },
    })
}

/// A name that a phone takes: `rust/list/BUNDLE.md`.
fn from(fields: &Fields<'_>) -> Result<String, StoryError> {
    let name = fields.text("from")?.unwrap_or(RELATIVE);
    if name.trim().is_empty() || name.chars().count() > 40 {
        return Err(fields.wrong("from", "1 to 40 characters", "Write a first name."));
    }
    Ok(name.into())
}

fn version(fields: &Fields<'_>) -> Result<Option<u64>, StoryError> {
    let Some(value) = fields.raw("version") else {
        return Ok(None);
    };
    let wrong = || fields.wrong("version", "a whole number from 0", "Write plain digits.");
    value.as_u64().map(Some).ok_or_else(wrong)
}
