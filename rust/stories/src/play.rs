//! The runner: a simulated phone that plays a story over the real engine.
//!
//! It keeps what the app's Kotlin side keeps: the three clocks, the calls that are running, the
//! address book, the floor and the marker file before any question to the engine, the watchdog,
//! and the order of deciding, showing and recording.

mod calls;
mod desk;
mod error;
mod faults;
mod outgoing;
mod phone;
mod relative;
mod said;
mod watch;

use std::time::{Duration, Instant};

use cleardown_engine::api::{
    AfterEnd, BundleAnswer, ConfigureAnswer, PersonAnswer, PlaceAnswer, ScreenAnswer,
};

use crate::codes::Person;
use crate::{Action, Phone as PhoneEvent, StepActual, Story};
use desk::Desk;
pub use error::PlayError;

/// What became of one step.
#[derive(Debug, Clone)]
pub struct PlayedStep {
    /// What the app did, in the words of the format.
    pub actual: StepActual,
    /// The engine's answer that it rests on, for the words; `None` where it was not asked, or did
    /// not answer.
    pub answer: Option<Answer>,
    /// How long the step took, watchdog included.
    pub took: Duration,
}

/// An answer of the engine.
#[derive(Debug, Clone)]
pub enum Answer {
    /// To an incoming call.
    Screened(ScreenAnswer),
    /// To the end of a call.
    Ended(AfterEnd),
    /// To an outgoing call.
    Placing(PlaceAnswer),
    /// To what the person said.
    Said(PersonAnswer),
    /// To a change of settings.
    Configured(ConfigureAnswer),
    /// To settings of a relative, and to their removal.
    Relative(BundleAnswer),
}

/// What a step did: the actual values that apply to it, and the answer behind them.
#[derive(Default)]
struct Outcome {
    actual: StepActual,
    answer: Option<Answer>,
}

/// Plays a story from its first step to its last, in a folder of its own.
///
/// # Errors
/// The story cannot be set up: its region, its list or its policy, or the folder.
pub fn play(story: &Story) -> Result<Vec<PlayedStep>, PlayError> {
    let mut desk = Desk::open(story)?;
    let mut played = Vec::new();
    for step in &story.steps {
        desk.phone.time_is(step.seconds);
        let begun = Instant::now();
        let mut outcome = match &step.action {
            None => Outcome::default(),
            Some(action) => desk.act(action)?,
        };
        let took = begun.elapsed();
        desk.finish(&mut outcome.actual, step.action.as_ref());
        played.push(PlayedStep {
            actual: outcome.actual,
            answer: outcome.answer,
            took,
        });
    }
    Ok(played)
}

impl Desk {
    fn act(&mut self, action: &Action) -> Result<Outcome, PlayError> {
        Ok(match action {
            Action::Incoming {
                number,
                presentation,
                verification,
            } => self.incoming(number.as_deref(), *presentation, *verification),
            Action::Ended { answered, seen, .. } => self.ended(*answered, *seen),
            Action::Outgoing {
                number,
                interactive,
                emergency,
                in_call,
            } => self.outgoing(number, *interactive, *emergency, *in_call),
            Action::Person {
                what,
                number,
                policy,
                from,
                version,
            } => match what {
                Person::Import => self.imports(from, *version, policy),
                Person::RemoveRelative => self.removes_relative(),
                _ => self.person(*what, number.as_deref(), policy),
            },
            Action::Phone(PhoneEvent::Idle) => self.idle(),
            Action::Phone(PhoneEvent::Clock(seconds)) => self.clock(*seconds),
            Action::Phone(PhoneEvent::Reboot) => self.reboot()?,
            Action::Fault(fault) => self.fault(*fault)?,
        })
    }

    /// What every step has: the cool-down after it, and the screen where only time passed.
    fn finish(&mut self, actual: &mut StepActual, action: Option<&Action>) {
        let status = self.status();
        actual.cool_down = status.as_ref().map(|status| seconds(status.cool_down));
        if actual.remaining.is_none() && matches!(action, Some(Action::Outgoing { .. })) {
            actual.remaining = actual.cool_down;
        }
        let runs = status.as_ref().is_some_and(|status| status.cool_down > 0);
        let started = status
            .as_ref()
            .is_some_and(|status| status.cool_down_started);
        if matches!(action, None | Some(Action::Phone(PhoneEvent::Clock(_)))) {
            let screen = match (self.phone.after_call_open, runs, started) {
                (true, true, true) => "after_call",
                (true, false, _) => "wait_over",
                _ => "none",
            };
            actual.screen = Some(screen.into());
        } else if actual.screen.as_deref() == Some("after_call") {
            self.phone.after_call_open = runs;
        } else if !runs && status.is_some() {
            self.phone.after_call_open = false;
        }
    }
}

/// Seconds as the format has them.
fn seconds(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

/// The spelling of a code of the engine: alert, placement, screen, reason.
fn code(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        other => format!("{other:?}"),
    }
}

/// The spellings of reasons.
fn codes(reasons: &[cleardown_engine::Reason]) -> Vec<String> {
    reasons
        .iter()
        .map(|reason| reason.code().to_owned())
        .collect()
}
