//! What a step expects of the app.

use serde::Serialize;

use crate::codes::{ALERTS, PLACEMENTS, REFUSALS, RESPONSES, SCREENS, reasons};
use crate::error::{Place, StoryError};
use crate::fields::Fields;

/// Expectations of one step; only what is named is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Expect {
    /// How loud the warning is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<String>,
    /// What the phone is told to do with the call: `allow`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
    /// Reasons that must be among the given ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Vec<String>>,
    /// Reasons that must not be among the given ones (an addition to the format).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without: Option<Vec<String>>,
    /// Whose number it is, without the line; inner `None` = nobody's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Option<String>>,
    /// Placed or held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement: Option<String>,
    /// Seconds left as the dialled number sees it, ± 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining: Option<u32>,
    /// Seconds left of the cool-down after the step, ± 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cool_down: Option<u32>,
    /// May the person use "Call anyway" here?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passable: Option<bool>,
    /// The screen that shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    /// Was a change of settings taken?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// Why a change of settings was not taken (an addition to the format).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

impl Expect {
    /// The expectations of a step; all empty if it has none.
    pub(crate) fn read(file: &str, place: &Place, step: &Fields<'_>) -> Result<Expect, StoryError> {
        let Some(value) = step.raw("expect") else {
            return Ok(Expect::default());
        };
        let fields = Fields::new(file, place, "expect.", value)?;
        let word = |key, words| Ok(fields.word(key, words)?.map(Into::into));
        let reasons = reasons();
        Ok(Expect {
            alert: word("alert", ALERTS)?,
            response: word("response", RESPONSES)?,
            reasons: fields.words("reasons", &reasons)?,
            without: fields.words("without", &reasons)?,
            organisation: fields
                .nullable_text("organisation")?
                .map(|name| name.map(Into::into)),
            placement: word("placement", PLACEMENTS)?,
            remaining: fields.seconds("remaining")?,
            cool_down: fields.seconds("cool_down")?,
            passable: fields.flag("passable")?,
            screen: word("screen", SCREENS)?,
            accepted: fields.flag("accepted")?,
            refused: word("refused", REFUSALS)?,
        })
    }
}
