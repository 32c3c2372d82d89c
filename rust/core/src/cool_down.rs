//! The five minutes. Data, not a timer: whoever reads it computes what is left (design §5).

use serde::{Deserialize, Serialize};

use crate::{CallId, Moment, Now};

/// A cool-down that was armed, and whose beginning was never seen, is over after two hours
/// (design §5), seconds.
pub const ARMED_EXPIRES_S: i64 = 2 * 60 * 60;

/// Settings cannot be weakened until one hour after a cool-down (design §5), seconds.
pub(crate) const LOCK_AFTER_S: i64 = 60 * 60;

/// The longest cool-down there is, seconds. A damaged state must not hold calls for years.
const LONGEST_S: i64 = 1800;

/// The wait after one flagged call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoolDown {
    /// The call it follows, if it was one on this phone that was screened.
    pub call: Option<CallId>,
    /// The number that rang, as [`crate::Caller::key`] gives it.
    pub caller: Option<String>,
    /// When the call was flagged.
    pub armed: Moment,
    /// When the end of the call was seen. `None`: the call may still be running.
    pub started: Option<Moment>,
    /// Length, seconds (60 to 1,800).
    pub length_s: i64,
}

impl CoolDown {
    /// Seconds that are left, rounded up; 0 = over. The full length while the call may be running.
    pub fn remaining_s(&self, now: Now) -> i64 {
        match self.started {
            Some(started) => {
                let left_ms = (self.length_s() * 1000).saturating_sub(started.age_ms(now));
                // Rounded up, so that 0 is said only when it is over.
                (left_ms.max(0) + 999) / 1000
            }
            None if self.armed.age_s(now) < ARMED_EXPIRES_S => self.length_s(),
            None => 0,
        }
    }

    /// Whether the flagged call is not known to be over.
    pub fn is_call_running(&self, now: Now) -> bool {
        self.started.is_none() && self.remaining_s(now) > 0
    }

    /// Seconds until settings may be weakened again as far as this cool-down is concerned.
    pub fn lock_s(&self, now: Now) -> i64 {
        let (since, length_s) = match self.started {
            Some(started) => (started, self.length_s()),
            None => (self.armed, ARMED_EXPIRES_S),
        };
        (length_s + LOCK_AFTER_S)
            .saturating_sub(since.age_s(now))
            .max(0)
    }

    fn length_s(&self) -> i64 {
        self.length_s.clamp(0, LONGEST_S)
    }

    pub(crate) fn rebase(&mut self, now: Now) {
        self.armed = self.armed.rebased(now);
        self.started = self.started.map(|started| started.rebased(now));
    }
}
