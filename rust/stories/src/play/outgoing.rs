//! Outgoing calls, in the order of the app: floor, marker file, engine, screen, record.

use cleardown_engine::api::{
    self, Outcome as Became, PlaceAnswer, PlaceRequest, RecordPlaceRequest,
};
use cleardown_engine::is_life_saving;

use super::desk::Desk;
use super::{Answer, Outcome, code, codes, seconds};
use crate::StepActual;

impl Desk {
    /// The person dials.
    pub(super) fn outgoing(
        &mut self,
        number: &str,
        interactive: bool,
        emergency: bool,
        in_call: bool,
    ) -> Outcome {
        let floor = self.floor(number, emergency);
        if !floor.is_empty() {
            return self.place_without_asking(number, in_call, &floor);
        }
        if !self.device_dir().join("armed").exists() {
            return self.place_without_asking(number, in_call, &["no_cool_down"]);
        }
        let request = PlaceRequest {
            now: self.phone.now(),
            number: number.into(),
            interactive,
            emergency,
            in_call,
            contact: self.phone.knows_number(Some(number)),
        };
        match self.ask(move |engine| engine.place(&request)) {
            Ok(answer) if answer.placement == api::Placement::Hold => {
                self.hold(number, in_call, answer)
            }
            Ok(answer) => {
                self.record(number, in_call, Became::Placed);
                placed(answer)
            }
            Err(_) => self.place_without_asking(number, in_call, &["failed_open"]),
        }
    }

    /// The floor decides without the engine.
    fn floor(&self, number: &str, emergency: bool) -> Vec<&'static str> {
        let code = self.phone.key(Some(number)).unwrap_or_default();
        let mut reasons = Vec::new();
        if emergency || matches!(code.as_str(), "999" | "112") {
            reasons.push("emergency");
        }
        if is_life_saving(number) {
            reasons.push("life_saving");
        }
        reasons
    }

    /// The screen is up; only a hold that could be written down may stand.
    fn hold(&mut self, number: &str, in_call: bool, answer: PlaceAnswer) -> Outcome {
        if !self.record(number, in_call, Became::Held) {
            return self.place_without_asking(number, in_call, &["failed_open"]);
        }
        let actual = StepActual {
            placement: Some("hold".into()),
            passable: Some(answer.passable),
            screen: Some("hold".into()),
            ..decided(&answer)
        };
        Outcome {
            actual,
            answer: Some(Answer::Placing(answer)),
        }
    }

    fn place_without_asking(&mut self, number: &str, in_call: bool, reasons: &[&str]) -> Outcome {
        self.record(number, in_call, Became::Placed);
        let actual = StepActual {
            placement: Some("place".into()),
            reasons: Some(reasons.iter().map(|reason| (*reason).to_owned()).collect()),
            screen: Some("none".into()),
            ..StepActual::default()
        };
        Outcome {
            actual,
            answer: None,
        }
    }

    /// Was what became of the call written down?
    fn record(&mut self, number: &str, in_call: bool, outcome: Became) -> bool {
        let now = self.phone.now();
        let request = RecordPlaceRequest {
            now,
            number: number.into(),
            in_call,
            outcome,
        };
        self.ask(move |engine| engine.record_place(&request))
            .is_ok()
    }
}

fn placed(answer: PlaceAnswer) -> Outcome {
    let screen = if answer.show_advice { "hold" } else { "none" };
    let actual = StepActual {
        screen: Some(screen.into()),
        ..decided(&answer)
    };
    Outcome {
        actual,
        answer: Some(Answer::Placing(answer)),
    }
}

fn decided(answer: &PlaceAnswer) -> StepActual {
    StepActual {
        placement: Some(code(answer.placement)),
        reasons: Some(codes(&answer.reasons)),
        organisation: answer.organisation.clone(),
        remaining: Some(seconds(answer.remaining)),
        ..StepActual::default()
    }
}
