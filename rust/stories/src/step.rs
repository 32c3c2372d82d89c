//! The steps of a story: one thing that happens to the phone, or only time passing.

use serde_json::{Map, Value};

use crate::action::{self, Action};
use crate::error::{Place, StoryError};
use crate::expect::Expect;
use crate::fields::Fields;
use crate::time;

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When, as written: `m:ss` or `h:mm:ss`.
    pub at: String,
    /// When, in seconds from the start of the story; never falling.
    pub seconds: u32,
    /// What happens; `None` = only time passes.
    pub action: Option<Action>,
    /// The action as written in the file, for reports.
    pub written: Value,
    /// What the app must do.
    pub expect: Expect,
}

/// Reads every step, in order.
pub(crate) fn read_all(file: &str, values: &[Value]) -> Result<Vec<Step>, StoryError> {
    let mut steps = Vec::<Step>::new();
    for (index, value) in values.iter().enumerate() {
        let earliest = steps.last().map_or(0, |step| step.seconds);
        steps.push(read(file, index + 1, value, earliest)?);
    }
    Ok(steps)
}

fn read(file: &str, number: usize, value: &Value, earliest: u32) -> Result<Step, StoryError> {
    let at = value.get("at").and_then(Value::as_str).map(Into::into);
    let place = Place::Step { number, at };
    let fields = Fields::new(file, &place, "", value)?;
    let at = fields.needed_text("at")?;
    let seconds = time::parse(at).ok_or_else(|| {
        fields.wrong(
            "at",
            "m:ss or h:mm:ss",
            "Write seconds, and minutes after hours, with two digits.",
        )
    })?;
    if seconds < earliest {
        let expected = format!("a time not before {earliest} s, when the step above it happens");
        return Err(fields.wrong("at", &expected, "Put the steps in order of time."));
    }
    Ok(Step {
        at: at.into(),
        seconds,
        action: action::read(file, &place, &fields)?,
        written: written(fields.map()),
        expect: Expect::read(file, &place, &fields)?,
    })
}

/// The step without its time and expectations.
fn written(map: &Map<String, Value>) -> Value {
    let kept = map
        .iter()
        .filter(|(key, _)| !matches!(key.as_str(), "at" | "expect"))
        .map(|(key, value)| (key.clone(), value.clone()));
    Value::Object(kept.collect())
}
