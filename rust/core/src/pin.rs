//! Who may try the PIN that locks the settings, and when.
//!
//! The PIN itself is not here: only how often it was wrong, and since when it counts as forgotten.

use serde::{Deserialize, Serialize};

use crate::{Countdown, Now};

/// Fewest and most digits of a PIN.
pub const PIN_DIGITS: (usize, usize) = (4, 12);

/// For so long a right PIN lets settings be weakened, milliseconds of the phone running.
pub const PIN_OPENS_MS: i64 = 2 * 60 * 1000;

/// So long after "I forgot the PIN" it is gone, milliseconds of the phone running.
const FORGOTTEN_MS: i64 = 24 * 60 * 60 * 1000;

/// The wait after so many wrong PINs in a row, seconds; after more of them it is the last one.
const WAITS_S: [i64; 9] = [0, 0, 0, 0, 30, 60, 5 * 60, 15 * 60, 60 * 60];

/// The tries of one PIN.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PinTries {
    wrong: u32,
    wait: Option<Countdown>,
    forgotten: Option<Countdown>,
}

impl PinTries {
    /// Counts a try, as one that was wrong: to be written down before the PIN is looked at, so that
    /// switching the phone off in between wins nothing.
    ///
    /// # Errors
    /// There are still so many milliseconds to wait.
    pub fn begin(&mut self, now: Now) -> Result<(), i64> {
        match self.wait_ms(now) {
            0 => {
                self.wrong = self.wrong.saturating_add(1);
                self.wait = Some(Countdown::start(wait_ms(self.wrong), now));
                Ok(())
            }
            left_ms => Err(left_ms),
        }
    }

    /// The PIN was right. Whoever knows it has not forgotten it.
    pub fn was_right(&mut self) {
        *self = Self::default();
    }

    /// Milliseconds until the PIN can be tried again; 0 = now.
    pub fn wait_ms(&self, now: Now) -> i64 {
        self.wait.map_or(0, |wait| wait.left_ms(now))
    }

    /// From a day on the PIN will be gone. Asking again does not hasten or delay it.
    pub fn forget(&mut self, now: Now) {
        self.forgotten
            .get_or_insert_with(|| Countdown::start(FORGOTTEN_MS, now));
    }

    /// It was not forgotten after all.
    pub fn remember(&mut self) {
        self.forgotten = None;
    }

    /// Milliseconds until a forgotten PIN is gone; `None` = nobody said it was forgotten.
    pub fn forgotten_ms(&self, now: Now) -> Option<i64> {
        self.forgotten.map(|left| left.left_ms(now))
    }

    /// Whether it is time to write down how much of the waits has passed.
    pub fn is_stale(&self, now: Now) -> bool {
        let mut waits = self.wait.iter().chain(&self.forgotten);
        waits.any(|wait| wait.is_stale(now))
    }

    /// The same from here on, see [`Countdown::seen`].
    #[must_use]
    pub fn seen(&self, now: Now) -> Self {
        Self {
            wrong: self.wrong,
            wait: self
                .wait
                .filter(|left| left.left_ms(now) > 0)
                .map(|left| left.seen(now)),
            forgotten: self.forgotten.map(|left| left.seen(now)),
        }
    }
}

/// Whether this can be a PIN at all.
pub fn is_pin(text: &str) -> bool {
    let (fewest, most) = PIN_DIGITS;
    (fewest..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn wait_ms(wrong: u32) -> i64 {
    let at = usize::try_from(wrong).unwrap_or(usize::MAX);
    let last = WAITS_S.len() - 1;
    WAITS_S[at.saturating_sub(1).min(last)] * 1000
}
