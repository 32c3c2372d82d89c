//! What can happen in a step.

mod person;

use serde_json::{Map, Value};

use crate::codes::{Cause, Fault, Person, Presentation, Verification};
use crate::error::{Place, StoryError};
use crate::fields::Fields;
use crate::time;

/// Keys of which a step has one at most.
const ACTIONS: &[&str] = &["incoming", "ended", "outgoing", "person", "phone", "fault"];

/// What happens in a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The phone is about to ring.
    Incoming {
        /// As the network shows it; `None` = no number comes with the call.
        number: Option<String>,
        /// How the network presents it.
        presentation: Presentation,
        /// What the carrier says about it.
        verification: Verification,
    },
    /// The current incoming call ends.
    Ended {
        /// Who ended it, if the story says so.
        cause: Option<Cause>,
        /// Was it answered? `None` = not known.
        answered: Option<bool>,
        /// Did the phone tell us?
        seen: bool,
    },
    /// The person dials.
    Outgoing {
        /// As dialled; codes too.
        number: String,
        /// Can a screen be shown?
        interactive: bool,
        /// Does the phone itself call it an emergency number?
        emergency: bool,
        /// Dialled while another call is running?
        in_call: bool,
    },
    /// The person says or does something in the app.
    Person {
        /// What.
        what: Person,
        /// The number of "Call anyway".
        number: Option<String>,
        /// The changed keys of "weaken", "strengthen" and "schedule", or all those of "import".
        policy: Map<String, Value>,
        /// Whose settings "import" brings: everybody has a key of their own.
        from: String,
        /// Which of their settings "import" brings; `None` = the seconds of the story.
        version: Option<u64>,
    },
    /// Something happens to the phone.
    Phone(Phone),
    /// A fault begins, or all faults end.
    Fault(Fault),
}

/// What can happen to the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phone {
    /// It restarts.
    Reboot,
    /// Its wall clock jumps by so many seconds.
    Clock(i64),
    /// Evidence that no call is running.
    Idle,
}

/// The action of a step, if it has one.
pub(crate) fn read(
    file: &str,
    place: &Place,
    step: &Fields<'_>,
) -> Result<Option<Action>, StoryError> {
    let mut named = ACTIONS.iter().filter(|key| step.raw(key).is_some());
    let Some(key) = named.next() else {
        return Ok(None);
    };
    if let Some(second) = named.next() {
        let expected = format!("absent beside `{key}`");
        return Err(step.wrong(second, &expected, "Make two steps of it, at the same time."));
    }
    let prefix = format!("{key}.");
    let inner = |value| Fields::new(file, place, &prefix, value);
    let value = step.raw(key).unwrap_or(&Value::Null);
    let action = match *key {
        "incoming" => incoming(&inner(value)?)?,
        "ended" => ended(&inner(value)?)?,
        "outgoing" => outgoing(&inner(value)?)?,
        "person" => person::read(file, place, step, value)?,
        "phone" => Action::Phone(phone(step, value, inner)?),
        _ => Action::Fault(one_of(step, "fault", Fault::ALL, Fault::code)?),
    };
    Ok(Some(action))
}

fn incoming(fields: &Fields<'_>) -> Result<Action, StoryError> {
    let presentation = optional(
        fields,
        "presentation",
        Presentation::ALL,
        Presentation::code,
    )?
    .unwrap_or(Presentation::Allowed);
    let number = match fields.nullable_text("number")? {
        Some(number) => number.map(Into::into),
        None if presentation == Presentation::Allowed => {
            let remedy = "Write null for a call that comes without a number.";
            return Err(fields.wrong("number", "text or null", remedy));
        }
        None => None,
    };
    let verification = optional(
        fields,
        "verification",
        Verification::ALL,
        Verification::code,
    )?
    .unwrap_or(Verification::NotVerified);
    Ok(Action::Incoming {
        number,
        presentation,
        verification,
    })
}

fn ended(fields: &Fields<'_>) -> Result<Action, StoryError> {
    let cause = optional(fields, "cause", Cause::ALL, Cause::code)?;
    let by_cause = cause.map(|cause| matches!(cause, Cause::Local | Cause::Remote));
    Ok(Action::Ended {
        cause,
        answered: fields.flag("answered")?.or(by_cause),
        seen: fields.flag("seen")?.unwrap_or(true),
    })
}

fn outgoing(fields: &Fields<'_>) -> Result<Action, StoryError> {
    let Some(number) = fields.nullable_text("number")? else {
        return Err(fields.wrong("number", "text", "Write what the person dials."));
    };
    Ok(Action::Outgoing {
        number: number.unwrap_or_default().into(),
        interactive: fields.flag("interactive")?.unwrap_or(true),
        emergency: fields.flag("emergency")?.unwrap_or(false),
        in_call: fields.flag("in_call")?.unwrap_or(false),
    })
}

fn phone<'a>(
    step: &Fields<'a>,
    value: &'a Value,
    inner: impl Fn(&'a Value) -> Result<Fields<'a>, StoryError>,
) -> Result<Phone, StoryError> {
    let expected = "\"reboot\", { \"clock\": \"+2:00:00\" } or { \"idle\": true }";
    let wrong = || step.wrong("phone", expected, "Check the spelling.");
    match value {
        Value::String(word) if word == "reboot" => Ok(Phone::Reboot),
        Value::String(word) if word == "idle" => Ok(Phone::Idle),
        Value::Object(map) if map.len() == 1 => {
            let fields = inner(value)?;
            if let Some(jump) = fields.text("clock")? {
                let remedy = "Write a sign, then m:ss or h:mm:ss.";
                let seconds = time::parse_jump(jump);
                return seconds
                    .map(Phone::Clock)
                    .ok_or_else(|| fields.wrong("clock", "a jump such as +2:00:00", remedy));
            }
            match (fields.flag("idle")?, fields.flag("reboot")?) {
                (Some(true), _) => Ok(Phone::Idle),
                (_, Some(true)) => Ok(Phone::Reboot),
                _ => Err(wrong()),
            }
        }
        _ => Err(wrong()),
    }
}

/// The value at `key`, which must be there and be one of `all`.
fn one_of<T: Copy>(
    fields: &Fields<'_>,
    key: &str,
    all: &[T],
    code: fn(T) -> &'static str,
) -> Result<T, StoryError> {
    let codes: Vec<&str> = all.iter().map(|value| code(*value)).collect();
    optional(fields, key, all, code)?.ok_or_else(|| fields.not_one_of(key, &codes))
}

/// The value at `key`, which must be one of `all` if it is there.
fn optional<T: Copy>(
    fields: &Fields<'_>,
    key: &str,
    all: &[T],
    code: fn(T) -> &'static str,
) -> Result<Option<T>, StoryError> {
    let codes: Vec<&str> = all.iter().map(|value| code(*value)).collect();
    let word = fields.word(key, &codes)?;
    Ok(word.and_then(|word| all.iter().copied().find(|value| code(*value) == word)))
}
