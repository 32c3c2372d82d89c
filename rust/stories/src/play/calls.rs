//! Incoming calls, their ends, and what happens to the phone.

use cleardown_engine::api::{
    AfterEnd, Alert, ClockEvent, ClockRequest, EndedRequest, ScreenAnswer, ScreenRequest,
};

use super::desk::Desk;
use super::error::PlayError;
use super::phone::OpenCall;
use super::{Answer, Outcome, code, codes};
use crate::StepActual;
use crate::codes::{Presentation, Verification};

impl Desk {
    /// The phone is about to ring: decide, warn, record, let it ring.
    pub(super) fn incoming(
        &mut self,
        number: Option<&str>,
        presentation: Presentation,
        verification: Verification,
    ) -> Outcome {
        // The framework hands no number over that the caller does not present.
        let handle = number
            .filter(|_| presentation == Presentation::Allowed)
            .map(Into::into);
        let request = ScreenRequest {
            now: self.phone.now(),
            number: number.map(Into::into),
            presentation: presented(presentation),
            verification: verified(verification),
            contact: self.phone.knows_number(number),
        };
        let ask = request.clone();
        let verdict = self.ask(move |engine| engine.screen(&ask)).ok();
        if verdict.is_some() {
            // A failed record changes no answer: the phone rings.
            let _ = self.ask(move |engine| engine.record_screen(&request));
        }
        self.phone.calls.push(OpenCall { number: handle });
        let mut actual = match &verdict {
            Some(verdict) => screened(verdict),
            None => StepActual {
                alert: Some(code(Alert::None)),
                ..StepActual::default()
            },
        };
        actual.response = Some("allow".into());
        actual.screen = Some("none".into());
        Outcome {
            actual,
            answer: verdict.map(Answer::Screened),
        }
    }

    /// The newest incoming call ends, and the phone tells us or not.
    ///
    /// An end that is seen while no call is running belongs to a call whose end was not seen.
    pub(super) fn ended(&mut self, answered: Option<bool>, seen: bool) -> Outcome {
        let call = self.phone.calls.pop();
        if !seen {
            self.phone.unseen.extend(call);
            return shown(None);
        }
        let call = call.or_else(|| self.phone.unseen.pop());
        let number = call.and_then(|call| call.number);
        self.end(EndedRequest {
            now: self.phone.now(),
            number,
            identified: true,
            answered,
            in_call: self.phone.in_call(),
        })
    }

    /// The phone shows that no call is running.
    pub(super) fn idle(&mut self) -> Outcome {
        self.phone.calls.clear();
        self.phone.unseen.clear();
        self.end(EndedRequest {
            now: self.phone.now(),
            number: None,
            identified: false,
            answered: None,
            in_call: false,
        })
    }

    /// The wall clock jumps, and the app is told.
    pub(super) fn clock(&mut self, seconds: i64) -> Outcome {
        self.phone.jump(seconds);
        self.tell(ClockEvent::ClockChanged);
        Outcome::default()
    }

    /// The phone restarts, and the app with it.
    pub(super) fn reboot(&mut self) -> Result<Outcome, PlayError> {
        self.close();
        self.phone.reboot();
        self.reopen()?;
        self.tell(ClockEvent::Booted);
        Ok(shown(None))
    }

    fn tell(&mut self, event: ClockEvent) {
        let request = ClockRequest {
            now: self.phone.now(),
            event,
        };
        // Without an answer the next request sees the clocks itself.
        let _ = self.ask(move |engine| engine.clock(&request));
    }

    fn end(&mut self, request: EndedRequest) -> Outcome {
        shown(self.ask(move |engine| engine.ended(&request)).ok())
    }
}

/// Nothing shows where the engine did not answer, or was not asked.
fn shown(after: Option<AfterEnd>) -> Outcome {
    let screen = after.map_or_else(|| "none".into(), |after| code(after.screen));
    let actual = StepActual {
        screen: Some(screen),
        ..StepActual::default()
    };
    Outcome {
        actual,
        answer: after.map(Answer::Ended),
    }
}

fn screened(verdict: &ScreenAnswer) -> StepActual {
    StepActual {
        alert: Some(code(verdict.alert)),
        reasons: Some(codes(&verdict.reasons)),
        organisation: verdict.organisation.clone(),
        ..StepActual::default()
    }
}

fn presented(presentation: Presentation) -> cleardown_engine::api::Presentation {
    use cleardown_engine::api::Presentation as Engine;
    match presentation {
        Presentation::Allowed => Engine::Allowed,
        Presentation::Restricted => Engine::Restricted,
        Presentation::Unknown => Engine::Unknown,
        Presentation::Payphone => Engine::Payphone,
    }
}

fn verified(verification: Verification) -> cleardown_engine::api::Verification {
    use cleardown_engine::api::Verification as Engine;
    match verification {
        Verification::NotVerified => Engine::NotVerified,
        Verification::Passed => Engine::Passed,
        Verification::Failed => Engine::Failed,
    }
}
