//! What the person says, presses and sets.

use cleardown_engine::api::{self, ConfigureRequest, Origin, PersonRequest};
use serde_json::{Map, Value};

use super::desk::{Desk, settings};
use super::{Answer, Outcome, code, codes};
use crate::StepActual;
use crate::codes::Person;

impl Desk {
    /// The person says or does something in the app.
    pub(super) fn person(
        &mut self,
        what: Person,
        number: Option<&str>,
        policy: &Map<String, Value>,
    ) -> Outcome {
        match said(what) {
            Some(says) => self.says(says, number),
            None => self.sets(policy, what == Person::Schedule),
        }
    }

    fn says(&mut self, what: api::Person, number: Option<&str>) -> Outcome {
        let request = PersonRequest {
            now: self.phone.now(),
            what,
            number: number.map(Into::into),
            in_call: self.phone.in_call(),
        };
        let Ok(answer) = self.ask(move |engine| engine.person(&request)) else {
            return Outcome::default();
        };
        let is_about_a_call = what != api::Person::CallAnyway;
        let actual = StepActual {
            alert: is_about_a_call.then(|| code(answer.alert)),
            reasons: is_about_a_call.then(|| codes(&answer.reasons)),
            screen: Some(code(answer.screen)),
            accepted: answer.accepted,
            ..StepActual::default()
        };
        Outcome {
            actual,
            answer: Some(Answer::Said(answer)),
        }
    }

    /// Whether a change weakens is judged by what it does, not by what the story calls it. With
    /// `later`, the person presses "Make this change at …", if the screen offers that.
    fn sets(&mut self, policy: &Map<String, Value>, later: bool) -> Outcome {
        let now = self.phone.now();
        let request = ConfigureRequest {
            now,
            origin: Origin::Person,
            in_call: self.phone.in_call(),
            policy: settings(policy),
            at_ms: None,
            cancel_scheduled: false,
            replace: false,
            others: Vec::new(),
        };
        let ask = request.clone();
        let mut answer = self.ask(move |engine| engine.configure(&ask));
        let allowed_in = answer.as_ref().ok().and_then(|answer| answer.allowed_in);
        if let Some(seconds) = allowed_in.filter(|_| later) {
            let at_ms = Some(full_minute(now.wall_ms + seconds * 1000));
            let ask = ConfigureRequest { at_ms, ..request };
            answer = self.ask(move |engine| engine.configure(&ask));
        }
        let Ok(answer) = answer else {
            return Outcome::default();
        };
        let actual = StepActual {
            accepted: Some(answer.accepted),
            refused: answer.refused.map(code),
            ..StepActual::default()
        };
        Outcome {
            actual,
            answer: Some(Answer::Configured(answer)),
        }
    }
}

/// The first full minute from this time on, as the screen offers it.
fn full_minute(wall_ms: i64) -> i64 {
    const MINUTE_MS: i64 = 60_000;
    (wall_ms + MINUTE_MS - 1) / MINUTE_MS * MINUTE_MS
}

/// The word for the engine; `None` for a change of settings.
fn said(what: Person) -> Option<api::Person> {
    Some(match what {
        Person::SaidAuthority => api::Person::SaidAuthority,
        Person::SaidNothing => api::Person::SaidNothing,
        Person::GaveDetails => api::Person::GaveDetails,
        Person::SuspiciousCallHere => api::Person::SuspiciousCallHere,
        Person::SuspiciousCallElsewhere => api::Person::SuspiciousCallElsewhere,
        Person::CallAnyway => api::Person::CallAnyway,
        Person::Weaken
        | Person::Strengthen
        | Person::Schedule
        | Person::Import
        | Person::RemoveRelative => return None,
    })
}
