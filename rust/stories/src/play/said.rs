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
            None => self.sets(policy),
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

    /// Whether a change weakens is judged by what it does, not by what the story calls it.
    fn sets(&mut self, policy: &Map<String, Value>) -> Outcome {
        let request = ConfigureRequest {
            now: self.phone.now(),
            origin: Origin::Person,
            in_call: self.phone.in_call(),
            policy: settings(policy),
            at_ms: None,
            cancel_scheduled: false,
            replace: false,
            others: Vec::new(),
        };
        let Ok(answer) = self.ask(move |engine| engine.configure(&request)) else {
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

/// The word for the engine; `None` for a change of settings.
fn said(what: Person) -> Option<api::Person> {
    Some(match what {
        Person::SaidAuthority => api::Person::SaidAuthority,
        Person::SaidNothing => api::Person::SaidNothing,
        Person::GaveDetails => api::Person::GaveDetails,
        Person::SuspiciousCallHere => api::Person::SuspiciousCallHere,
        Person::SuspiciousCallElsewhere => api::Person::SuspiciousCallElsewhere,
        Person::CallAnyway => api::Person::CallAnyway,
        Person::Weaken | Person::Strengthen | Person::Import | Person::RemoveRelative => {
            return None;
        }
    })
}
