//! What happens to the state when calls come, end and go out, and when clocks change.

use serde::{Deserialize, Serialize};

use super::{HeldNumber, Opening, RangEmergency, State};
use crate::call::CallEnd;
use crate::{
    ARMED_EXPIRES_S, CallId, Caller, CoolDown, Dialled, Incoming, LiveCall, Moment, Now, Placement,
    Placing, Policy, Reason, Verdict,
};

/// A screen of the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screen {
    /// Why, what to do now, the countdown.
    AfterCall,
    /// "Did they say they were police, bank, tax office?"
    Question,
    /// A held call.
    Hold,
    /// "Still ring a number you know."
    WaitOver,
    /// "Ring from this phone now."
    UseThisPhone,
    /// Nothing.
    #[default]
    None,
}

/// Evidence that a call is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Which call, if the phone says so (`POST_CALL`). `None`: no call is running any more (phone
    /// state idle, audio mode normal).
    pub caller: Option<Caller>,
    /// Whether the person talked to the caller; `None` = not known.
    pub answered: Option<bool>,
    /// Whether another call is still running, by the audio mode.
    pub in_call: bool,
}

/// What to show after a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AfterEnd {
    /// The screen: after-call, question, or none.
    pub screen: Screen,
    /// The call that it is about.
    pub call: Option<CallId>,
}

/// Calls are of interest for one day, seconds.
const CALL_KEPT_S: i64 = 24 * 60 * 60;
/// The longest second-call window, seconds.
const OPENING_KEPT_S: i64 = 72 * 60 * 60;
/// The longest emergency grace, seconds.
const GRACE_KEPT_S: i64 = 120 * 60;
/// A caller who rings without end fills no more than this.
const MOST_ENTRIES: usize = 32;

impl State {
    /// Takes down an incoming call as it was decided. A flagged one arms a cool-down, voids the
    /// pass and the offers on hold screens; a listed one opens the second-call window, until it is
    /// known that nobody answered.
    pub fn record_screened(
        &mut self,
        call: &Incoming<'_>,
        verdict: &Verdict,
        policy: &Policy,
        now: Now,
    ) -> CallId {
        self.tidy(now);
        self.last_call = self.last_call.saturating_add(1);
        let id = CallId(self.last_call);
        let at = Moment::at(now);
        if verdict.is_flagged() {
            self.void_passes();
            self.cool_downs.push(CoolDown {
                call: Some(id),
                caller: call.caller.key(),
                armed: at,
                started: None,
                length_s: i64::from(policy.cool_down_seconds),
            });
        }
        if opens(verdict) {
            let organisation = verdict.listing.as_ref().map(|one| one.organisation.clone());
            let is_code = verdict.reasons.contains(&Reason::CodeAsCaller);
            let organisation = organisation.filter(|_| !is_code);
            self.openings.push(Opening {
                at,
                organisation,
                call: Some(id),
            });
        }
        self.calls.push(LiveCall {
            id,
            caller: call.caller.clone(),
            organisation: verdict.listing.as_ref().map(|one| one.organisation.clone()),
            alert: verdict.alert,
            reasons: verdict.reasons.clone(),
            unknown: verdict.unknown,
            at,
            reported_answered: None,
            ended: None,
        });
        self.cap();
        id
    }

    /// Takes down evidence that a call is over, and says what to show.
    ///
    /// `POST_CALL` is an intent that any app can send: it counts for a call that was screened and
    /// not yet ended, once; while the audio mode says that a call is running it is only noted. When
    /// no call is running, every call is over.
    pub fn record_ended(&mut self, ended: &Ended, policy: &Policy, now: Now) -> AfterEnd {
        let named = ended.caller.as_ref().and_then(|caller| {
            self.calls
                .iter()
                .rposition(|call| call.ended.is_none() && is_same(&call.caller, caller))
        });
        if let Some(named) = named {
            self.calls[named].reported_answered = ended.answered;
        }
        if ended.in_call {
            return AfterEnd::default();
        }
        let mut after = AfterEnd::default();
        for index in 0..self.calls.len() {
            if self.calls[index].ended.is_some() {
                continue;
            }
            let reported = self.calls[index].reported_answered;
            let answered = match (&ended.caller, reported, ended.answered) {
                (Some(_), reported, _) => reported,
                // Of two signs that contradict each other the one that protects counts.
                (None, Some(true), _) | (None, _, Some(true)) => Some(true),
                (None, reported, seen) => reported.or(seen),
            };
            let is_named = named == Some(index);
            after = self
                .end(index, answered.unwrap_or(true), is_named, policy, now)
                .over(after);
        }
        for one in &mut self.cool_downs {
            // What was marked by hand: a call that was never screened, or one before this one.
            if one.is_call_running(now) {
                one.started = Some(Moment::at(now));
                let call = one.call;
                let screen = Screen::AfterCall;
                after = after.over(AfterEnd { screen, call });
            }
        }
        self.tidy(now);
        after
    }

    /// Takes down what became of an outgoing call.
    ///
    /// An emergency number or a placed 101 starts the emergency grace; a hold is counted.
    pub fn record_outgoing(&mut self, dialled: &Dialled, placing: &Placing, now: Now) {
        self.tidy(now);
        match placing.placement {
            Placement::Place => {
                if let Dialled::Code(code) = dialled
                    && matches!(code.as_str(), "999" | "112" | "111" | "101" | "18000")
                {
                    let number = code.as_str().to_owned();
                    self.rang_emergency = Some(RangEmergency {
                        number,
                        at: Moment::at(now),
                    });
                }
            }
            Placement::Hold => self.count_hold(dialled.key(), placing.passable),
        }
        self.cap();
    }

    /// Uses up the pass for this number, and the offer on the hold screen that it came from. True
    /// if there was one: of several calls only one gets it.
    pub fn use_pass(&mut self, dialled: &Dialled, in_call: bool, now: Now) -> bool {
        let has_pass = self.has_pass(dialled, in_call, now);
        if has_pass {
            self.pass = None;
            let number = dialled.key();
            let offers = self.held.iter_mut().filter(|held| held.number == number);
            offers.for_each(|held| held.passable = false);
        }
        has_pass
    }

    /// Writes every moment down anew as the clocks of `now` would have read it. To be done when the
    /// wall clock was set, at the first moment after a start of the phone, and before each write.
    pub fn rebase(&mut self, now: Now) {
        let restarted = |one: &CoolDown| one.armed.is_before_boot(now);
        if self.cool_downs.iter().any(restarted) {
            self.void_passes();
        }
        self.rang_emergency.take_if(|rang| !rang.at.is_datable(now));
        for call in &mut self.calls {
            call.at = call.at.rebased(now);
            if let Some(end) = &mut call.ended {
                end.at = end.at.rebased(now);
            }
        }
        self.cool_downs
            .iter_mut()
            .chain(&mut self.other_line)
            .for_each(|one| one.rebase(now));
        self.openings
            .iter_mut()
            .for_each(|one| one.at = one.at.rebased(now));
        if let Some(pass) = &mut self.pass {
            pass.at = pass.at.rebased(now);
        }
        if let Some(rang) = &mut self.rang_emergency {
            rang.at = rang.at.rebased(now);
        }
        self.gave_details = self.gave_details.map(|at| at.rebased(now));
        self.rebase_scheduled(now);
    }

    /// Lengthens what runs to at least this: strengthening is instant.
    pub fn lengthen(&mut self, length_s: i64, now: Now) {
        for one in self.cool_downs.iter_mut().chain(&mut self.other_line) {
            if one.remaining_s(now) > 0 {
                one.length_s = one.length_s.max(length_s);
            }
        }
    }

    pub(super) fn void_passes(&mut self) {
        self.pass = None;
        self.held.iter_mut().for_each(|held| held.passable = false);
    }

    /// Drops what no rule can look at any more.
    pub(super) fn tidy(&mut self, now: Now) {
        self.rebase(now);
        self.calls.retain(|call| call.at.age_s(now) < CALL_KEPT_S);
        // The settings stay locked for longer than anything is held.
        self.cool_downs.retain(|one| one.lock_s(now) > 0);
        self.openings
            .retain(|one| one.at.age_s(now) < OPENING_KEPT_S);
        self.other_line.take_if(|one| one.lock_s(now) == 0);
        self.rang_emergency
            .take_if(|rang| rang.at.age_s(now) >= GRACE_KEPT_S);
        self.gave_details
            .take_if(|at| at.age_s(now) >= super::GAVE_DETAILS_S);
        if self.remaining_s(now) == 0 {
            self.held.clear();
            self.pass = None;
        }
    }

    fn end(
        &mut self,
        index: usize,
        answered: bool,
        is_named: bool,
        policy: &Policy,
        now: Now,
    ) -> AfterEnd {
        let at = Moment::at(now);
        let call = &mut self.calls[index];
        call.ended = Some(CallEnd { at, answered });
        let id = call.id;
        let flagged = call.is_flagged();
        // An end that was never seen lies in the past: two hours later nothing starts any more.
        let stale = !is_named && call.at.age_s(now) >= ARMED_EXPIRES_S;
        if stale {
            return AfterEnd::default();
        }
        if !flagged {
            let ask = call.unknown && answered && policy.ask_after_unknown;
            let screen = if ask { Screen::Question } else { Screen::None };
            return AfterEnd {
                screen,
                call: ask.then_some(id),
            };
        }
        // Whoever marked a call as suspicious keeps the wait, also where nobody answered it.
        if answered || call.is_marked() {
            let caller = call.caller.key();
            self.start(id, caller, policy, at);
        } else {
            self.cool_downs.retain(|one| one.call != Some(id));
            self.openings.retain(|one| one.call != Some(id));
        }
        AfterEnd {
            screen: Screen::AfterCall,
            call: Some(id),
        }
    }

    fn start(&mut self, id: CallId, caller: Option<String>, policy: &Policy, at: Moment) {
        for opening in self.openings.iter_mut().filter(|one| one.call == Some(id)) {
            opening.at = at;
        }
        if let Some(armed) = self.cool_downs.iter_mut().find(|one| one.call == Some(id)) {
            armed.started = Some(at);
        } else {
            // A call of many hours: what it armed has been dropped meanwhile.
            let length_s = i64::from(policy.cool_down_seconds);
            let call = Some(id);
            self.cool_downs.push(CoolDown {
                call,
                caller,
                armed: at,
                started: Some(at),
                length_s,
            });
        }
    }

    fn count_hold(&mut self, number: String, passable: bool) {
        if let Some(held) = self.held.iter_mut().find(|held| held.number == number) {
            held.times = held.times.saturating_add(1);
            held.passable = passable;
        } else {
            self.held.push(HeldNumber {
                number,
                times: 1,
                passable,
            });
        }
    }

    pub(super) fn cap(&mut self) {
        keep_newest(&mut self.calls);
        keep_newest(&mut self.cool_downs);
        keep_newest(&mut self.openings);
        keep_newest(&mut self.held);
    }
}

impl AfterEnd {
    /// The more important of two: the after-call screen before the question, the later call first.
    fn over(self, other: Self) -> Self {
        let rank = |after: &Self| match after.screen {
            Screen::AfterCall => 2,
            Screen::Question => 1,
            _ => 0,
        };
        if rank(&self) >= rank(&other) {
            self
        } else {
            other
        }
    }
}

/// At the end of a call the phone does not tell a withheld number from one that it never had.
fn is_same(screened: &Caller, ended: &Caller) -> bool {
    screened == ended || (screened.is_hidden() && ended.is_hidden())
}

/// Only listed and code calls open the window; a call that was raised by the window or by a
/// cool-down alone does not, so that no chain renews itself.
fn opens(verdict: &Verdict) -> bool {
    verdict.reasons.iter().any(|reason| {
        use Reason::{CodeAsCaller, ListedKnown, ListedNever, ListedUnknown, ListedUnlikely};
        matches!(
            reason,
            ListedNever | ListedUnlikely | ListedUnknown | ListedKnown | CodeAsCaller
        )
    })
}

fn keep_newest<T>(entries: &mut Vec<T>) {
    let surplus = entries.len().saturating_sub(MOST_ENTRIES);
    entries.drain(..surplus);
}
