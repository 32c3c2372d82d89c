//! What must outlive a call: plain data, read by every decision and changed only here.

mod events;
mod person;
mod scheduled;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    CallId, CoolDown, Dialled, KeyError, LiveCall, Moment, Now, Origin, PASS_SECONDS, Policy,
};

pub use events::{AfterEnd, Ended, Screen};
pub use person::{Person, PersonResult};
pub use scheduled::{NoTime, SCHEDULED_AT_MOST_S, Scheduled};

/// Everything of the last days that a decision looks at. An empty state is a phone on which nothing
/// has happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    #[serde(default)]
    last_call: u64,
    #[serde(default)]
    calls: Vec<LiveCall>,
    #[serde(default)]
    cool_downs: Vec<CoolDown>,
    #[serde(default)]
    openings: Vec<Opening>,
    #[serde(default)]
    pass: Option<Pass>,
    #[serde(default)]
    held: Vec<HeldNumber>,
    #[serde(default)]
    rang_emergency: Option<RangEmergency>,
    #[serde(default)]
    gave_details: Option<Moment>,
    #[serde(default)]
    other_line: Option<CoolDown>,
    #[serde(default)]
    scheduled: Vec<Scheduled>,
    #[serde(default)]
    key_errors: BTreeMap<Origin, Vec<KeyError>>,
}

/// An event that makes the next call suspicious (design §5, incoming rule 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Opening {
    pub(crate) at: Moment,
    pub(crate) organisation: Option<String>,
    pub(crate) call: Option<CallId>,
}

/// One allowed call to one number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Pass {
    number: String,
    at: Moment,
}

/// A number that was held during the running cool-down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct HeldNumber {
    number: String,
    times: u32,
    /// The hold screen was shown since the last flagged call, and "Call anyway" was on it.
    passable: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct RangEmergency {
    number: String,
    at: Moment,
}

/// How long "I gave them details or money" keeps the ways to the bank open, seconds.
const GAVE_DETAILS_S: i64 = 24 * 60 * 60;

/// More errors of one origin than these are not kept: every decision reads the state.
const MOST_KEY_ERRORS: usize = 20;

impl State {
    /// After so many holds of one number the next one can be passed (design §5, outgoing rule 7).
    pub const HOLDS_BEFORE_PASSABLE: u32 = 3;

    /// Seconds left of the longest cool-down; 0 = none runs. The full length while a flagged call
    /// is running.
    pub fn remaining_s(&self, now: Now) -> i64 {
        self.cool_downs
            .iter()
            .map(|one| one.remaining_s(now))
            .max()
            .unwrap_or(0)
    }

    /// Whether a flagged call is not known to be over.
    pub fn is_flagged_call_running(&self, now: Now) -> bool {
        self.cool_downs.iter().any(|one| one.is_call_running(now))
    }

    /// Whether any incoming call is not known to be over.
    pub fn is_call_running(&self, now: Now) -> bool {
        self.is_flagged_call_running(now) || self.calls.iter().any(|call| call.is_running(now))
    }

    /// Seconds of the wait that runs for another phone's line; 0 = none.
    pub fn other_line_s(&self, now: Now) -> i64 {
        self.other_line
            .as_ref()
            .map_or(0, |one| one.remaining_s(now))
    }

    /// Seconds until settings may be weakened: a cool-down and one hour after it, also that of
    /// another line (design §5). 0 = they may. A running call locks as well and is not counted.
    pub fn weakening_lock_s(&self, now: Now) -> i64 {
        let waits = self.cool_downs.iter().chain(&self.other_line);
        waits.map(|one| one.lock_s(now)).max().unwrap_or(0)
    }

    /// Whether somebody may be pressing the person to change settings: during a call, a wait, and
    /// one hour after (design §5). `in_call` is whether a call is running by the audio mode.
    pub fn is_under_pressure(&self, in_call: bool, now: Now) -> bool {
        in_call || self.is_call_running(now) || self.weakening_lock_s(now) > 0
    }

    /// The last flagged call, which the after-call screen is about.
    pub fn last_flagged(&self) -> Option<&LiveCall> {
        self.calls.iter().rev().find(|call| call.is_flagged())
    }

    /// The calls of the last day, the newest last.
    pub fn calls(&self) -> &[LiveCall] {
        &self.calls
    }

    /// The number of the last call that was taken down; 0 = none ever was.
    pub fn last_call(&self) -> u64 {
        self.last_call
    }

    /// Goes on counting after this call: a state that had to begin anew must not give the number of
    /// a call of the history to another one.
    pub fn count_calls_from(&mut self, last: u64) {
        self.last_call = self.last_call.max(last);
    }

    /// Numbers held during the running cool-down: number, times, whether "Call anyway" was offered.
    pub fn held(&self) -> impl Iterator<Item = (&str, u32, bool)> {
        self.held
            .iter()
            .map(|held| (held.number.as_str(), held.times, held.passable))
    }

    /// Whether the person said, within the last day, that they gave details or money.
    pub fn gave_details(&self, now: Now) -> bool {
        self.gave_details
            .is_some_and(|at| at.age_s(now) < GAVE_DETAILS_S)
    }

    /// What was wrong with the settings that each origin gave last, as a whole.
    pub fn key_errors(&self) -> impl Iterator<Item = (Origin, &KeyError)> {
        let all = self.key_errors.iter();
        all.flat_map(|(origin, errors)| errors.iter().map(|error| (*origin, error)))
    }

    /// Keeps what is wrong with the settings that this origin gives now.
    pub fn set_key_errors(&mut self, origin: Origin, errors: &[KeyError]) {
        let most = errors.len().min(MOST_KEY_ERRORS);
        if most == 0 {
            self.key_errors.remove(&origin);
        } else {
            self.key_errors.insert(origin, errors[..most].to_vec());
        }
    }

    /// Whether a second call would be warned about because of an earlier one.
    pub fn is_window_open(&self, policy: &Policy, now: Now) -> bool {
        self.open_windows(policy, now).next().is_some()
    }

    /// Milliseconds for which a second call will be warned about; `None` = it is not.
    pub fn window_left_ms(&self, policy: &Policy, now: Now) -> Option<i64> {
        let window_ms = window_s(policy) * 1000;
        let open = self.open_windows(policy, now);
        open.map(|opening| window_ms - opening.at.age_ms(now)).max()
    }

    pub(crate) fn open_windows(&self, policy: &Policy, now: Now) -> impl Iterator<Item = &Opening> {
        let window_s = window_s(policy);
        self.openings
            .iter()
            .filter(move |opening| opening.at.age_s(now) < window_s)
    }

    pub(crate) fn rang_emergency(&self, policy: &Policy, now: Now) -> Option<&str> {
        let grace_s = i64::from(policy.emergency_grace_minutes) * 60;
        let rang = self.rang_emergency.as_ref()?;
        // A wall clock that fell over a start of the phone dates nothing: no lowering by doubt.
        let within = rang.at.is_datable(now) && rang.at.age_s(now) < grace_s;
        within.then_some(rang.number.as_str())
    }

    pub(crate) fn has_pass(&self, dialled: &Dialled, in_call: bool, now: Now) -> bool {
        let flagged_call_running = in_call && self.is_flagged_call_running(now);
        self.pass.as_ref().is_some_and(|pass| {
            pass.number == dialled.key()
                && !pass.at.is_before_boot(now)
                && pass.at.age_s(now) < PASS_SECONDS
                && !flagged_call_running
        })
    }

    pub(crate) fn rang_during_cool_down(&self, number: &str, now: Now) -> bool {
        self.cool_downs
            .iter()
            .any(|one| one.caller.as_deref() == Some(number) && one.remaining_s(now) > 0)
    }

    pub(crate) fn times_held(&self, number: &str) -> u32 {
        self.held
            .iter()
            .find(|held| held.number == number)
            .map_or(0, |held| held.times)
    }
}

fn window_s(policy: &Policy) -> i64 {
    i64::from(policy.second_call_hours) * 60 * 60
}
