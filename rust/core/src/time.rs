//! Time as the phone tells it, and the age of what happened.

use serde::{Deserialize, Serialize};

/// The three clocks of a phone, read together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// Milliseconds since 1970 by the wall clock, which anybody may set: may be wrong or negative.
    pub wall_ms: i64,
    /// Milliseconds since the phone was started, sleep included. Never set by hand.
    pub elapsed_ms: i64,
    /// How often the phone was started. Tells whether two `elapsed_ms` can be compared.
    pub boot: i64,
}

/// When something happened. The same three readings, kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment(Now);

impl Moment {
    /// This very moment.
    pub fn at(now: Now) -> Self {
        Self(now)
    }

    /// Milliseconds between then and `now`; never negative.
    ///
    /// Within one boot only the elapsed clock counts, so that no change of the wall clock shortens
    /// or lengthens anything (design §5). Across a boot only the wall clock is left; where it went
    /// backwards nothing is known to have passed, so nothing has.
    pub fn age_ms(self, now: Now) -> i64 {
        self.measured_age_ms(now).max(0)
    }

    /// As [`Self::age_ms`], in whole seconds, rounded down.
    pub fn age_s(self, now: Now) -> i64 {
        self.age_ms(now) / 1000
    }

    /// Whether `now` can say how long ago this was: false when the phone was started since and
    /// its wall clock stands before this moment.
    pub fn is_datable(self, now: Now) -> bool {
        self.measured_age_ms(now) >= 0
    }

    /// The same moment as the clocks of `now` would have read it.
    ///
    /// To be called when the wall clock was set and once after each start of the phone: then what
    /// the wall clock does later can no longer touch the age.
    #[must_use]
    pub fn rebased(self, now: Now) -> Self {
        let age = self.age_ms(now);
        Self(Now {
            wall_ms: now.wall_ms.saturating_sub(age),
            elapsed_ms: now.elapsed_ms.saturating_sub(age),
            boot: now.boot,
        })
    }

    /// The wall clock's reading then, milliseconds since 1970.
    pub fn wall_ms(self) -> i64 {
        self.0.wall_ms
    }

    /// Whether the phone has been started since.
    pub fn is_before_boot(self, now: Now) -> bool {
        // A phone that cannot count its boots gives itself away by an elapsed clock that fell.
        self.0.boot != now.boot || self.0.elapsed_ms > now.elapsed_ms
    }

    fn measured_age_ms(self, now: Now) -> i64 {
        if self.is_before_boot(now) {
            now.wall_ms.saturating_sub(self.0.wall_ms)
        } else {
            now.elapsed_ms.saturating_sub(self.0.elapsed_ms)
        }
    }
}
