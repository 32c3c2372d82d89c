//! The PIN that locks the settings.

use std::fmt;

use cleardown_core::Now;
use serde::{Deserialize, Serialize};

/// Sets, tries or gives up the PIN.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PinRequest {
    /// The clocks.
    pub now: Now,
    /// Whether a call is running, by the audio mode.
    #[serde(default)]
    pub in_call: bool,
    /// What to do.
    #[serde(flatten)]
    pub action: PinAction,
}

/// What to do with the PIN.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum PinAction {
    /// Sets it: where there is none, or in the place of the one that was just given.
    Set {
        /// Four to twelve digits.
        pin: String,
        /// Sixteen random bytes or more, another set each time, hexadecimal.
        salt: String,
    },
    /// Tries it. The right one lets settings be weakened for two minutes.
    Check {
        /// As the person gives it.
        pin: String,
    },
    /// Nobody knows it any more: after a day it is gone.
    Forgot,
    /// Somebody knows it after all.
    Cancel,
}

// By hand, so that no PIN ever gets into a log.
impl fmt::Debug for PinAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Set { .. } => "Set",
            Self::Check { .. } => "Check",
            Self::Forgot => "Forgot",
            Self::Cancel => "Cancel",
        })
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinAnswer {
    /// Why it was not done; `None` = done. A PIN that is tried is right where nothing is refused.
    pub refused: Option<PinRefusal>,
    /// How things stand now.
    pub pin: PinStatus,
}

/// Why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PinRefusal {
    /// Four to twelve digits are asked for.
    NoPin,
    /// The PIN is wrong.
    Wrong,
    /// It was wrong so often that it cannot be tried now.
    Wait,
    /// None is set.
    NotSet,
    /// One is set, and was not given.
    Locked,
    /// During a call, a wait, and the hour after: somebody may be pressing the person.
    Pressure,
}

/// How things stand with the PIN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinStatus {
    /// Whether one is set.
    pub set: bool,
    /// Whether settings can be weakened only by who knows it.
    pub locks: bool,
    /// Seconds for which the right PIN still opens; 0 = it has to be given.
    pub open: i64,
    /// Seconds until it can be tried again; 0 = now.
    pub wait: i64,
    /// Seconds until a forgotten one is gone; `None` = nobody said so.
    pub forgotten: Option<i64>,
}
