//! Weaker settings that are to take effect later (design §5: "they can be scheduled").

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::State;
use crate::cool_down::LOCK_AFTER_S;
use crate::{Moment, Now, Origin, PolicyValue};

/// A change can be scheduled for so long ahead at most: seven days, seconds.
pub const SCHEDULED_AT_MOST_S: i64 = 7 * 24 * 60 * 60;

/// Settings that were written down, and do not hold yet.
///
/// The time until then is counted as that of a cool-down is: while the phone runs only the clock
/// counts that nobody can set. What remains is the wall clock set wrong while the phone is off, or
/// between its start and the first moment at which the app is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
    asked: Moment,
    delay_ms: i64,
    origin: Origin,
    policy: BTreeMap<String, PolicyValue>,
}

/// Why a change cannot be scheduled for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTime {
    /// It lies before the end of what locks the settings, or in the past. Seconds from now at
    /// which the first possible time is.
    TooEarly(i64),
    /// It is more than [`SCHEDULED_AT_MOST_S`] ahead.
    TooLate,
}

impl Scheduled {
    /// Who asked for it.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// The keys with the values that will hold.
    pub fn policy(&self) -> &BTreeMap<String, PolicyValue> {
        &self.policy
    }

    fn left_ms(&self, now: Now) -> i64 {
        // A damaged state must not keep it for years.
        let delay_ms = self.delay_ms.clamp(0, SCHEDULED_AT_MOST_S * 1000);
        delay_ms.saturating_sub(self.asked.age_ms(now)).max(0)
    }
}

impl State {
    /// Whether weaker settings may be scheduled for this time of the wall clock, milliseconds since
    /// 1970. Gives for how long to wait, milliseconds.
    ///
    /// They may during a call or a wait too, for a time after it. How long a call lasts nobody
    /// knows: then for an hour from now at the earliest. An IT team is never locked out.
    ///
    /// # Errors
    /// The time is too early or too late.
    pub fn may_schedule(
        &self,
        at_ms: i64,
        origin: Origin,
        in_call: bool,
        now: Now,
    ) -> Result<i64, NoTime> {
        let is_calling = in_call || self.is_call_running(now);
        let least_s = match origin {
            Origin::Managed => 0,
            _ if is_calling => self.weakening_lock_s(now).max(LOCK_AFTER_S),
            _ => self.weakening_lock_s(now),
        };
        let delay_ms = at_ms.saturating_sub(now.wall_ms);
        if delay_ms < least_s * 1000 {
            return Err(NoTime::TooEarly(least_s));
        }
        if delay_ms > SCHEDULED_AT_MOST_S * 1000 {
            return Err(NoTime::TooLate);
        }
        Ok(delay_ms)
    }

    /// Writes settings down that are to hold after so many milliseconds, in the place of what was
    /// scheduled for the same keys.
    pub fn schedule(
        &mut self,
        policy: BTreeMap<String, PolicyValue>,
        origin: Origin,
        delay_ms: i64,
        now: Now,
    ) {
        self.unschedule(policy.keys());
        if !policy.is_empty() {
            self.scheduled.push(Scheduled {
                asked: Moment::at(now),
                delay_ms,
                origin,
                policy,
            });
        }
    }

    /// Drops what is scheduled for these keys: they were set to something else.
    pub fn unschedule<'a>(&mut self, keys: impl IntoIterator<Item = &'a String>) {
        for key in keys {
            for one in &mut self.scheduled {
                one.policy.remove(key);
            }
        }
        self.scheduled.retain(|one| !one.policy.is_empty());
    }

    /// Drops everything that is scheduled.
    pub fn cancel_scheduled(&mut self) {
        self.scheduled.clear();
    }

    /// What is scheduled, each with the milliseconds until it will hold, as far as is known: what
    /// locks the settings then puts it off.
    pub fn scheduled(&self, now: Now) -> impl Iterator<Item = (i64, &Scheduled)> {
        let lock_ms = self.weakening_lock_s(now) * 1000;
        self.scheduled.iter().map(move |one| {
            let left_ms = match one.origin {
                Origin::Managed => one.left_ms(now),
                Origin::Person | Origin::Family => one.left_ms(now).max(lock_ms),
            };
            (left_ms, one)
        })
    }

    /// Whether the time has come for anything that is scheduled. During a call, a wait and the
    /// hour after, it never has.
    ///
    /// `in_call` is whether a call is running by the audio mode.
    pub fn has_due(&self, in_call: bool, now: Now) -> bool {
        self.scheduled
            .iter()
            .any(|one| self.is_due(one, in_call, now))
    }

    /// Takes out what the time has come for, as [`Self::has_due`] says, in the order in which it was
    /// asked for.
    pub fn take_due(&mut self, in_call: bool, now: Now) -> Vec<Scheduled> {
        let all = std::mem::take(&mut self.scheduled);
        let (due, later) = all
            .into_iter()
            .partition(|one| self.is_due(one, in_call, now));
        self.scheduled = later;
        due
    }

    pub(super) fn rebase_scheduled(&mut self, now: Now) {
        for one in &mut self.scheduled {
            one.asked = one.asked.rebased(now);
        }
    }

    fn is_due(&self, one: &Scheduled, in_call: bool, now: Now) -> bool {
        let may_hold = one.origin == Origin::Managed || !self.is_under_pressure(in_call, now);
        one.left_ms(now) == 0 && may_hold
    }
}
