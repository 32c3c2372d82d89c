//! Time that has to pass while the phone is seen to run.

use serde::{Deserialize, Serialize};

use crate::Now;

/// The longest there is, milliseconds: a day. A damaged record must not lock anybody out for years.
const LONGEST_MS: i64 = 24 * 60 * 60 * 1000;

/// So many milliseconds of running have to pass. No clock that can be set counts: not the wall
/// clock, and not the time while the phone is off. What was seen to pass stays passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countdown {
    left_ms: i64,
    seen_ms: i64,
    boot: i64,
}

impl Countdown {
    /// Begins now; a day at most.
    pub fn start(length_ms: i64, now: Now) -> Self {
        Self {
            left_ms: length_ms,
            seen_ms: now.elapsed_ms,
            boot: now.boot,
        }
    }

    /// Milliseconds that are left; 0 = over.
    pub fn left_ms(&self, now: Now) -> i64 {
        // A phone that cannot count its boots gives itself away by an elapsed clock that fell.
        let is_same_boot = self.boot == now.boot && self.seen_ms <= now.elapsed_ms;
        let before_ms = if is_same_boot { self.seen_ms } else { 0 };
        let passed_ms = now.elapsed_ms.saturating_sub(before_ms).max(0);
        let left_ms = self.left_ms.min(LONGEST_MS);
        left_ms.saturating_sub(passed_ms).max(0)
    }

    /// Whether it is time for [`Self::seen`]: the phone was started since the last time, or a minute
    /// has passed.
    pub fn is_stale(&self, now: Now) -> bool {
        const SEEN_EACH_MS: i64 = 60_000;
        self.boot != now.boot
            || !(self.seen_ms..=self.seen_ms.saturating_add(SEEN_EACH_MS)).contains(&now.elapsed_ms)
    }

    /// The same from here on. To be written now and then: what passed since the last time is lost
    /// when the phone is switched off.
    #[must_use]
    pub fn seen(&self, now: Now) -> Self {
        Self::start(self.left_ms(now), now)
    }
}
