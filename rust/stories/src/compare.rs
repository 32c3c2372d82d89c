//! What a step really did, and where that differs from what it should have done.

use serde::Serialize;

use crate::expect::Expect;

/// What the app did in one step; `None` = does not apply to the step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StepActual {
    /// How loud the warning is: an incoming call, or what the person said.
    pub alert: Option<String>,
    /// What the phone was told to do with an incoming call.
    pub response: Option<String>,
    /// Reasons of the verdict or of the placement.
    pub reasons: Option<Vec<String>>,
    /// Whose number it is, without the line.
    pub organisation: Option<String>,
    /// What became of an outgoing call.
    pub placement: Option<String>,
    /// Seconds left when the call was dialled.
    pub remaining: Option<u32>,
    /// Seconds left of the cool-down after the step.
    pub cool_down: Option<u32>,
    /// May the person use "Call anyway"? Only for held calls and advice.
    pub passable: Option<bool>,
    /// The screen that shows after the step.
    pub screen: Option<String>,
    /// Was a change of settings, or "Call anyway", taken?
    pub accepted: Option<bool>,
    /// Why a change of settings was not taken.
    pub refused: Option<String>,
}

/// One line for every expectation that was not met; empty = all were.
pub fn failures(expect: &Expect, actual: &StepActual) -> Vec<String> {
    let mut lines = Vec::new();
    same(&mut lines, "alert", &expect.alert, &actual.alert);
    same(&mut lines, "response", &expect.response, &actual.response);
    same(
        &mut lines,
        "placement",
        &expect.placement,
        &actual.placement,
    );
    same(&mut lines, "screen", &expect.screen, &actual.screen);
    same(&mut lines, "passable", &expect.passable, &actual.passable);
    same(&mut lines, "accepted", &expect.accepted, &actual.accepted);
    same(&mut lines, "refused", &expect.refused, &actual.refused);
    near(&mut lines, "remaining", expect.remaining, actual.remaining);
    near(&mut lines, "cool_down", expect.cool_down, actual.cool_down);
    if let Some(wanted) = &expect.organisation
        && *wanted != actual.organisation
    {
        lines.push(difference("organisation", wanted, &actual.organisation));
    }
    reasons(
        &mut lines,
        expect,
        actual.reasons.as_deref().unwrap_or_default(),
    );
    lines
}

fn same<T: Serialize + PartialEq>(
    lines: &mut Vec<String>,
    key: &str,
    wanted: &Option<T>,
    actual: &Option<T>,
) {
    if wanted.is_some() && wanted != actual {
        lines.push(difference(key, wanted, actual));
    }
}

/// Seconds may differ by one.
fn near(lines: &mut Vec<String>, key: &str, wanted: Option<u32>, actual: Option<u32>) {
    if let Some(seconds) = wanted
        && actual.is_none_or(|actual| actual.abs_diff(seconds) > 1)
    {
        lines.push(difference(key, &wanted, &actual));
    }
}

fn reasons(lines: &mut Vec<String>, expect: &Expect, actual: &[String]) {
    for wanted in expect.reasons.iter().flatten() {
        if !actual.contains(wanted) {
            lines.push(format!(
                "reasons: expected {wanted} among [{}]",
                actual.join(", ")
            ));
        }
    }
    for unwanted in expect.without.iter().flatten() {
        if actual.contains(unwanted) {
            lines.push(format!(
                "reasons: {unwanted} must not be among [{}]",
                actual.join(", ")
            ));
        }
    }
}

fn difference(key: &str, wanted: &impl Serialize, actual: &impl Serialize) -> String {
    let shown = |value: &serde_json::Result<String>| match value {
        Ok(text) => text.trim_matches('"').to_owned(),
        Err(error) => error.to_string(),
    };
    let wanted = shown(&serde_json::to_string(wanted));
    let actual = shown(&serde_json::to_string(actual));
    format!("{key}: expected {wanted}, got {actual}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(json: &str) -> Expect {
        let text = format!(
            r#"{{ "format": 1, "title": "t", "steps": [{{ "at": "0:00", "expect": {json} }}] }}"#
        );
        let story = crate::Story::parse("test.json", &text).expect("a story");
        story.steps[0].expect.clone()
    }

    #[test]
    fn only_what_is_named_is_checked() {
        let actual = StepActual {
            alert: Some("warning".into()),
            cool_down: Some(17),
            ..StepActual::default()
        };
        assert!(failures(&expect("{}"), &actual).is_empty());
        assert!(failures(&expect(r#"{ "alert": "warning" }"#), &actual).is_empty());
        assert_eq!(
            failures(
                &expect(r#"{ "alert": "caution", "screen": "hold" }"#),
                &actual
            ),
            [
                "alert: expected caution, got warning",
                "screen: expected hold, got null"
            ]
        );
    }

    #[test]
    fn seconds_may_be_one_off() {
        for (actual, met) in [
            (298, false),
            (299, true),
            (300, true),
            (301, true),
            (302, false),
        ] {
            let actual = StepActual {
                remaining: Some(actual),
                cool_down: Some(actual),
                ..StepActual::default()
            };
            let wanted = expect(r#"{ "remaining": 300, "cool_down": 300 }"#);
            assert_eq!(failures(&wanted, &actual).is_empty(), met, "{actual:?}");
        }
        assert_eq!(
            failures(&expect(r#"{ "cool_down": 0 }"#), &StepActual::default()).len(),
            1
        );
    }

    #[test]
    fn reasons_are_contained_and_may_be_forbidden() {
        let actual = StepActual {
            reasons: Some(vec!["listed".into(), "call_running".into()]),
            ..StepActual::default()
        };
        assert!(failures(&expect(r#"{ "reasons": ["listed"] }"#), &actual).is_empty());
        assert_eq!(
            failures(
                &expect(r#"{ "reasons": ["code"], "without": ["listed"] }"#),
                &actual
            ),
            [
                "reasons: expected code among [listed, call_running]",
                "reasons: listed must not be among [listed, call_running]"
            ]
        );
    }

    #[test]
    fn nobody_s_number_can_be_expected() {
        let somebody = StepActual {
            organisation: Some("Test Police".into()),
            ..StepActual::default()
        };
        assert!(failures(&expect(r#"{ "organisation": "Test Police" }"#), &somebody).is_empty());
        assert_eq!(
            failures(&expect(r#"{ "organisation": null }"#), &somebody),
            ["organisation: expected null, got Test Police"]
        );
    }
}
