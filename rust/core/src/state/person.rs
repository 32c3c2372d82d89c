//! What the person says and presses.

use serde::{Deserialize, Serialize};

use super::{Opening, Pass, State};
use crate::{Alert, CoolDown, Dialled, LiveCall, Moment, Now, Policy, Reason, Screen};

/// What the person said or pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Person {
    /// "Yes, they said they were police, bank, tax office."
    SaidAuthority,
    /// "No."
    SaidNothing,
    /// "I gave them details or money."
    GaveDetails,
    /// A suspicious call on this phone.
    SuspiciousCallHere,
    /// A suspicious call on another phone or in another app.
    SuspiciousCallElsewhere,
    /// "Call anyway" on a hold screen.
    CallAnyway,
}

/// What follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonResult {
    /// The screen to show.
    pub screen: Screen,
    /// How loud it is now.
    pub alert: Alert,
    /// Why.
    pub reasons: Vec<Reason>,
    /// For "Call anyway": whether one call will be let through.
    pub accepted: Option<bool>,
}

/// A call that ended so long ago is not the one that the person means, seconds.
const JUST_ENDED_S: i64 = 30 * 60;

impl State {
    /// Takes down what the person said.
    ///
    /// `dialled` is the number of "Call anyway"; `in_call` is whether a call is running by the audio
    /// mode.
    pub fn record_person(
        &mut self,
        says: Person,
        dialled: Option<&Dialled>,
        in_call: bool,
        policy: &Policy,
        now: Now,
    ) -> PersonResult {
        self.tidy(now);
        let result = match says {
            Person::SaidAuthority => {
                self.flag_last_call(Reason::SaidAuthority, in_call, policy, now)
            }
            Person::SaidNothing => PersonResult::default(),
            Person::GaveDetails => self.give_details(in_call, policy, now),
            Person::SuspiciousCallHere => {
                self.flag_last_call(Reason::MarkedSuspicious, in_call, policy, now)
            }
            Person::SuspiciousCallElsewhere => self.flag_other_line(policy, now),
            Person::CallAnyway => self.mint_pass(dialled, in_call, now),
        };
        self.cap();
        result
    }

    /// "I gave them details or money": the ways to the bank are open from now on.
    fn give_details(&mut self, in_call: bool, policy: &Policy, now: Now) -> PersonResult {
        self.gave_details = Some(Moment::at(now));
        if self.remaining_s(now) == 0 {
            return self.flag_last_call(Reason::MarkedSuspicious, in_call, policy, now);
        }
        PersonResult {
            screen: Screen::AfterCall,
            ..PersonResult::default()
        }
    }

    /// The call that the person means is suspicious: the wait starts now, or at its end.
    fn flag_last_call(
        &mut self,
        reason: Reason,
        in_call: bool,
        policy: &Policy,
        now: Now,
    ) -> PersonResult {
        let at = Moment::at(now);
        self.void_passes();
        let meant = self
            .calls
            .iter_mut()
            .rev()
            .find(|call| is_meant(call, reason, now));
        let mut call = None;
        let mut caller = None;
        if let Some(meant) = meant {
            meant.alert = meant.alert.max(Alert::Warning);
            if !meant.reasons.contains(&reason) {
                meant.reasons.push(reason);
            }
            call = Some(meant.id);
            caller = meant.caller.key();
        }
        let started = (!in_call).then_some(at);
        let length_s = i64::from(policy.cool_down_seconds);
        self.cool_downs
            .retain(|one| call.is_none() || one.call != call);
        self.cool_downs.push(CoolDown {
            call,
            caller,
            armed: at,
            started,
            length_s,
        });
        self.openings.push(Opening {
            at,
            organisation: None,
            call: None,
        });
        PersonResult {
            screen: Screen::AfterCall,
            alert: Alert::Warning,
            reasons: vec![reason],
            accepted: None,
        }
    }

    /// A call on another phone: nothing is held here, this is the phone to ring from.
    fn flag_other_line(&mut self, policy: &Policy, now: Now) -> PersonResult {
        let at = Moment::at(now);
        let length_s = i64::from(policy.cool_down_seconds);
        let wait = CoolDown {
            call: None,
            caller: None,
            armed: at,
            started: Some(at),
            length_s,
        };
        self.other_line = Some(wait);
        self.openings.push(Opening {
            at,
            organisation: None,
            call: None,
        });
        PersonResult {
            screen: Screen::UseThisPhone,
            alert: Alert::Warning,
            reasons: vec![Reason::MarkedSuspicious],
            accepted: None,
        }
    }

    /// "Call anyway" is worth something only after a hold screen that offered it (design §5).
    fn mint_pass(&mut self, dialled: Option<&Dialled>, in_call: bool, now: Now) -> PersonResult {
        let running = in_call && self.is_flagged_call_running(now);
        let number = dialled.map(Dialled::key).filter(|number| {
            self.held
                .iter()
                .any(|held| held.number == *number && held.passable)
        });
        let pass = number.filter(|_| !running).map(|number| Pass {
            number,
            at: Moment::at(now),
        });
        let accepted = Some(pass.is_some());
        if pass.is_some() {
            self.pass = pass;
        }
        PersonResult {
            accepted,
            ..PersonResult::default()
        }
    }
}

/// The question is about a call that ended; the button is about the last call at all.
fn is_meant(call: &LiveCall, reason: Reason, now: Now) -> bool {
    let just_ended = call
        .ended
        .is_some_and(|end| end.at.age_s(now) < JUST_ENDED_S);
    match reason {
        Reason::SaidAuthority => call.ended.is_some() && call.unknown,
        _ => just_ended || call.is_running(now),
    }
}
