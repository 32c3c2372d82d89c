//! What time it is at least.

use cleardown_list::tuf::Trust;

/// The time by which expiry is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    now_s: i64,
    not_before_s: i64,
    signed: bool,
}

impl Clock {
    /// What this computer's clock says, seconds since 1970, and nothing else.
    pub fn plain(now_s: i64) -> Self {
        Self {
            now_s,
            not_before_s: i64::MIN,
            signed: false,
        }
    }

    /// The latest of what the phone's clock says, `not_before_s` (the program was made then), and
    /// what the trusted list says of its own making: a clock that is years behind must not keep an
    /// expired list good for ever (facts: sync §2, row 15).
    pub fn at_least(now_s: i64, not_before_s: i64) -> Self {
        Self {
            now_s,
            not_before_s,
            signed: true,
        }
    }

    /// Seconds since 1970, by what is trusted now.
    pub fn now_s(&self, trust: &Trust) -> i64 {
        let issued = trust.issued_s().filter(|_| self.signed);
        let latest = self.now_s.max(self.not_before_s);
        issued.map_or(latest, |issued| issued.max(latest))
    }
}
