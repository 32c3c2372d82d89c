//! Incoming calls that are still of interest: running, or ended a short while ago.

use serde::{Deserialize, Serialize};

use crate::{Alert, Caller, Moment, Now, Reason};

/// Number of a call, rising with each screened call. Never reused on one phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CallId(pub u64);

/// An incoming call as it was screened, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveCall {
    /// Which call.
    pub id: CallId,
    /// Who was shown.
    pub caller: Caller,
    /// Whose number was shown, where a list knows it.
    pub organisation: Option<String>,
    /// How loud the warning was.
    pub alert: Alert,
    /// Why.
    pub reasons: Vec<Reason>,
    /// No list and no address book knows the caller.
    pub unknown: bool,
    /// When it was screened.
    pub at: Moment,
    /// What the phone said of it while another call was still running; believed when none is.
    pub reported_answered: Option<bool>,
    /// When its end was seen; `None` while it runs, or where the phone told nothing.
    pub ended: Option<CallEnd>,
}

/// The seen end of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallEnd {
    /// When the end was seen.
    pub at: Moment,
    /// Whether the person talked to the caller. In doubt they did.
    pub answered: bool,
}

/// A call whose end was not seen is not taken to be running for longer than this, seconds.
const RUNS_AT_MOST_S: i64 = crate::ARMED_EXPIRES_S;

impl LiveCall {
    /// Whether anything was warned about.
    pub fn is_flagged(&self) -> bool {
        self.alert != Alert::None
    }

    /// Whether the person marked the call.
    pub fn is_marked(&self) -> bool {
        let marks = [Reason::MarkedSuspicious, Reason::SaidAuthority];
        self.reasons.iter().any(|reason| marks.contains(reason))
    }

    /// Whether the call may still be running.
    pub fn is_running(&self, now: Now) -> bool {
        self.ended.is_none() && self.at.age_s(now) < RUNS_AT_MOST_S
    }
}
