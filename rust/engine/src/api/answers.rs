//! What the engine answers.

use std::collections::BTreeMap;

use cleardown_core::{
    Alert, CallsOut, Confidence, Kind, Origin, Placement, PolicyValue, Reason, Screen,
};
use serde::{Deserialize, Serialize};

use super::{PinStatus, Relative, SyncStatus};

pub use cleardown_core::KeyError;

/// What to tell the person. The phone rings in any case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScreenAnswer {
    /// How loud.
    pub alert: Alert,
    /// Every rule that matched.
    pub reasons: Vec<Reason>,
    /// presented, short_code, withheld, unavailable or unreadable.
    pub caller: String,
    /// E.164 form or code.
    pub number: Option<String>,
    /// The number as a person writes it.
    pub display: Option<String>,
    /// Whose number it is, without the line's name.
    pub organisation: Option<String>,
    /// Which of its lines.
    pub line: Option<String>,
    /// What sort of organisation.
    pub kind: Option<Kind>,
    /// Whether it rings out from that number.
    pub calls_out: Option<CallsOut>,
    /// How sure the list is of the number.
    pub confidence: Option<Confidence>,
    /// Seconds of the cool-down, once this call is recorded.
    pub cool_down: i64,
    /// The emergency number that the person rang a short while ago.
    pub rang_emergency: Option<String>,
    /// What the organisation or family says to do, where their own list has the number. No sign of
    /// who rings.
    pub help: Option<Help>,
}

/// What an organisation or family says to do after a suspicious call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Who says so.
    pub name: Option<String>,
    /// Where to ask for help, as a person writes it.
    pub number: Option<String>,
    /// What to do.
    pub text: String,
}

/// A call was taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its number.
    pub call: u64,
}

/// Done, nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {}

/// What to show after a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterEnd {
    /// after_call, question or none.
    pub screen: Screen,
    /// Seconds of the cool-down; 0 = none runs.
    pub cool_down: i64,
    /// The call that it is about.
    pub call: Option<u64>,
}

/// The decision about an outgoing call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceAnswer {
    /// Place or hold.
    pub placement: Placement,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Seconds left of the cool-down.
    pub remaining: i64,
    /// Whether "Call anyway" is offered.
    pub passable: bool,
    /// Whether one plain tap is enough for it.
    pub plain_tap: bool,
    /// Placed, but the hold screen is shown as advice.
    pub show_advice: bool,
    /// The number as a person writes it.
    pub display: Option<String>,
    /// Whose number it is.
    pub organisation: Option<String>,
    /// Which of its lines.
    pub line: Option<String>,
}

/// What follows from what the person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAnswer {
    /// The screen to show.
    pub screen: Screen,
    /// Seconds of the cool-down.
    pub cool_down: i64,
    /// How loud it is now.
    pub alert: Alert,
    /// Why.
    pub reasons: Vec<Reason>,
    /// For "Call anyway": whether one call will be let through.
    pub accepted: Option<bool>,
}

/// What became of a change of settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConfigureAnswer {
    /// Whether it was taken.
    pub accepted: bool,
    /// Why it was not; `None` = it was, or nothing in it could be read.
    pub refused: Option<Refusal>,
    /// Seconds until a refused one would be taken; `None` = not known, or not refused.
    pub allowed_in: Option<i64>,
    /// One error per key that could not be read.
    pub errors: Vec<KeyError>,
    /// Keys that a stronger origin has set to something else, and which. Without `replace` nothing
    /// of the change was taken because of them.
    pub held_by: BTreeMap<String, Origin>,
    /// Every key with its value as it holds now.
    pub policy: BTreeMap<String, PolicyValue>,
    /// What is to hold later.
    pub scheduled: Vec<ScheduledChange>,
}

/// Why a change of settings was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// During a call, a wait, and the hour after: somebody may be pressing the person.
    Pressure,
    /// The PIN has to be given first; where none is set, one has to be chosen.
    Pin,
    /// A stronger origin has set one of the keys: `held_by`.
    Stronger,
}

/// Settings that were written down and will hold later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledChange {
    /// From when on, milliseconds since 1970 by the wall clock as it stands now; later if something
    /// locks the settings then.
    pub at_ms: i64,
    /// The keys with the values that will hold.
    pub policy: BTreeMap<String, PolicyValue>,
}

/// A key that could not be read when an origin last gave all its settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptError {
    /// Who gave it.
    pub origin: Origin,
    /// Which, and why.
    #[serde(flatten)]
    pub error: KeyError,
}

/// Seconds of the cool-down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// 0 = none runs.
    pub cool_down: i64,
}

/// All that the home, hold and after-call screens show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// Seconds of the cool-down; 0 = none runs.
    pub cool_down: i64,
    /// Whether its five minutes count down. False: the flagged call is not known to be over.
    pub cool_down_started: bool,
    /// Whether any incoming call is not known to be over.
    pub call_running: bool,
    /// Every setting.
    pub policy: BTreeMap<String, PolicyValue>,
    /// Who set it, of each setting that anybody has set.
    pub origins: BTreeMap<String, Origin>,
    /// What is wrong with the settings of a relative or an IT team.
    pub key_errors: Vec<KeptError>,
    /// The list in use.
    pub list: Option<ListInfo>,
    /// The call that the after-call screen is about.
    pub flagged: Option<Flagged>,
    /// Seconds of the wait for another phone's line.
    pub other_line: i64,
    /// Whether a second call would be warned about.
    pub second_call_window: bool,
    /// Whether the person said that they gave details or money.
    pub gave_details: bool,
    /// Numbers held during the running cool-down.
    pub held: Vec<Held>,
    /// What does not work, and what to do.
    pub troubles: Vec<TroubleText>,
    /// Numbers that may be offered for ringing.
    pub ring: Vec<RingNumber>,
    /// How fresh the lists are.
    pub sync: SyncStatus,
    /// Settings that will hold later.
    pub scheduled: Vec<ScheduledChange>,
    /// Until when a second call is warned about, milliseconds since 1970 by the wall clock as it
    /// stands now; `None` = it is not.
    pub may_ring_again_until_ms: Option<i64>,
    /// The PIN that locks the settings.
    pub pin: PinStatus,
    /// Who set this phone up for its owner.
    pub relative: Option<Relative>,
}

/// The list in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListInfo {
    /// How many numbers.
    pub numbers: u64,
    /// Its version.
    pub version: u64,
    /// When it was issued, milliseconds since 1970.
    pub issued_ms: i64,
    /// Whether it is the one that came with the app.
    pub bundled: bool,
}

/// A flagged call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flagged {
    /// Its number in the history.
    pub id: u64,
    /// How loud it was.
    pub alert: Alert,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Whose number was shown.
    pub organisation: Option<String>,
    /// Which of its lines.
    pub line: Option<String>,
    /// E.164 form or code.
    pub number: Option<String>,
    /// The number as a person writes it.
    pub display: Option<String>,
    /// Whether the organisation rings out from it.
    pub calls_out: Option<CallsOut>,
    /// How sure the list is of the number.
    pub confidence: Option<Confidence>,
    /// What sort of organisation.
    pub kind: Option<Kind>,
    /// How long ago it rang, seconds.
    pub seconds_ago: i64,
    /// Whether the person talked to the caller; `None` while it may be running.
    pub answered: Option<bool>,
    /// Numbers of that organisation that the list says may be offered for ringing.
    pub ring: Vec<NumberToRing>,
}

/// A number of an organisation that may be offered for ringing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberToRing {
    /// What to dial.
    pub number: String,
    /// The same, grouped.
    pub display: String,
    /// Which of the organisation's lines it is.
    pub line: Option<String>,
}

/// A number held during the running cool-down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// E.164 form or code.
    pub number: String,
    /// How often.
    pub times: u32,
    /// Whether "Call anyway" was offered.
    pub passable: bool,
}

/// Something that does not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TroubleText {
    /// The stable code.
    pub code: String,
    /// What it is and what to do.
    pub text: String,
}

/// A number that may be offered for ringing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingNumber {
    /// What to dial.
    pub number: String,
    /// The same, grouped.
    pub display: String,
    /// Who answers.
    pub organisation: String,
}

/// The history, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryAnswer {
    /// The calls; none where an export was asked for.
    pub calls: Vec<HistoryEntry>,
    /// The text of the file, where an export was asked for.
    pub export: Option<String>,
}

/// A call of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// Its number.
    pub id: u64,
    /// When it rang, milliseconds since 1970 by the wall clock of that time.
    pub at_ms: i64,
    /// E.164 form or code.
    pub number: Option<String>,
    /// The number as a person writes it.
    pub display: Option<String>,
    /// How loud the warning was.
    pub alert: Alert,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Whose number was shown.
    pub organisation: Option<String>,
    /// Whether the person talked to the caller.
    pub answered: Option<bool>,
    /// What the person wrote down.
    pub note: Option<CallNote>,
}

/// What the person wrote down of a caller. Stays on the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallNote {
    /// Name that the caller gave.
    pub name: String,
    /// Number or badge number that the caller gave.
    pub number: String,
    /// Station or branch.
    pub station: String,
    /// What they wanted.
    pub wanted: String,
}

/// Counted events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthAnswer {
    /// One entry a code.
    pub events: Vec<HealthEvent>,
    /// How long decisions took on this phone.
    pub decisions: Decisions,
}

/// How long decisions took, by their kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decisions {
    /// Those about incoming calls.
    pub screening: DecisionTimes,
    /// Those about outgoing calls.
    pub placing: DecisionTimes,
}

/// The last 200 decisions of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionTimes {
    /// How many were measured.
    pub count: u64,
    /// Half of them took at most so long, microseconds; `None` where none was measured.
    pub median_us: Option<u64>,
    /// Of twenty, nineteen took at most so long, microseconds.
    pub p95_us: Option<u64>,
}

/// A counted event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthEvent {
    /// The stable code.
    pub code: String,
    /// How often.
    pub count: u64,
    /// The last time, milliseconds since 1970.
    pub last_ms: i64,
}

/// What maintenance mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaintainAnswer {
    /// Codes of what was mended.
    pub repaired: Vec<String>,
}

/// Everything known about a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// E.164 form or code; `None` where the text is no number.
    pub number: Option<String>,
    /// As a person writes it.
    pub display: Option<String>,
    /// Never held, whatever happens.
    pub life_saving: bool,
    /// What the lists say.
    pub listings: Vec<ListingFound>,
    /// The page that the listing comes from; `None` where the app does not know it.
    pub source: Option<String>,
    /// The date that this page carries: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// What a call showing it would be, with nothing else going on.
    pub incoming: ScreenAnswer,
    /// What a call to it would be during a cool-down.
    pub outgoing: PlaceAnswer,
}

/// A listing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListingFound {
    /// Whose number.
    pub organisation: String,
    /// Which line.
    pub line: String,
    /// What sort of organisation; `None` for short codes.
    pub kind: Option<Kind>,
    /// Whether it rings out.
    pub calls_out: CallsOut,
    /// How sure.
    pub confidence: Confidence,
    /// Whether it may be offered for ringing.
    pub ring: bool,
}
