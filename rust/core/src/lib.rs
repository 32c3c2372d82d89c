//! The decision of Cleardown: who is shown as the caller, what the lists say of that number, what
//! happened during the last day, and what follows for the ringing call and for a call back.
//!
//! Everything here is a pure function of its arguments: no file, no clock, no log, no thread. Time
//! comes in as [`Now`]; what must outlive a call is the plain value [`State`].

#![forbid(unsafe_code)]

mod call;
mod caller;
mod codes;
mod cool_down;
mod countdown;
mod dialled;
mod e164;
mod floor;
mod listing;
mod numbering;
mod outgoing;
mod pin;
mod policy;
mod reason;
mod screening;
mod state;
mod time;

pub use call::{CallId, LiveCall};
pub use caller::{Caller, Contact, Presentation, Verification};
pub use codes::{AUTHORITY_CODES, CodeClass, ShortCode, class_of_code};
pub use cool_down::{ARMED_EXPIRES_S, CoolDown};
pub use countdown::Countdown;
pub use dialled::{Dialled, ServiceCode};
pub use e164::{E164, NotE164};
pub use floor::{
    LIFE_SAVING_CODES, LIFE_SAVING_NUMBERS, LIFE_SAVING_PREFIXES, is_life_saving,
    is_life_saving_number,
};
pub use listing::{CallsOut, Confidence, Kind, Listing};
pub use numbering::{NUMBERING, Numbering, Region};
pub use outgoing::{Outgoing, PASS_SECONDS, Placement, Placing, place};
pub use pin::{PIN_DIGITS, PIN_OPENS_MS, PinTries, is_pin};
pub use policy::{
    At, CallAnyway, Change, Chosen, Hold, KEYS, Key, KeyError, KeyKind, Language, Lock,
    MOST_LIST_BYTES, NotNow, Origin, POLICY_KEYS, Policy, PolicyValue, Replaced, ReportContents,
    Settings, Weaker, by_strength, change, may_weaken,
};
pub use reason::{Alert, Reason};
pub use screening::{Incoming, Verdict, screen};
pub use state::{
    AfterEnd, Ended, NoTime, Person, PersonResult, SCHEDULED_AT_MOST_S, Scheduled, Screen, State,
};
pub use time::{Moment, Now};
