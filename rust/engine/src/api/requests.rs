//! What the app asks.

use std::collections::BTreeMap;
use std::path::PathBuf;

use cleardown_core::{
    Contact, Now, Origin, Person, PolicyValue, Presentation, Region, Verification,
};
use serde::{Deserialize, Serialize};

use super::{CallNote, PublisherConfig};

/// Opens the engine over two folders.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenRequest {
    /// Folder readable before the first unlock.
    pub device_dir: PathBuf,
    /// Folder readable after it; `None` while the phone is locked.
    pub credential_dir: Option<PathBuf>,
    /// Country of the SIM, ISO code: how national numbers are read.
    pub region: Region,
    /// The clocks.
    pub now: Now,
    /// Whose lists to fetch. None: the list that came with the app is in use.
    #[serde(default)]
    pub publishers: Vec<PublisherConfig>,
}

/// A request that has nothing but the time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct AtNow {
    /// The clocks.
    pub now: Now,
}

/// An incoming call, before the phone rings.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ScreenRequest {
    /// The clocks.
    pub now: Now,
    /// The number as the network shows it.
    pub number: Option<String>,
    /// How it is presented.
    #[serde(default)]
    pub presentation: Presentation,
    /// The network's own check.
    #[serde(default)]
    pub verification: Verification,
    /// Whether it is in the address book.
    pub contact: Contact,
}

/// Evidence that a call is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EndedRequest {
    /// The clocks.
    pub now: Now,
    /// The number of the call that ended; `None` with `identified` = a hidden caller.
    pub number: Option<String>,
    /// Whether the phone said which call ended. False = no call is running any more.
    pub identified: bool,
    /// Whether the person talked to the caller; `None` = not known.
    pub answered: Option<bool>,
    /// Whether another call is running, by the audio mode.
    pub in_call: bool,
}

/// An outgoing call, before it is dialled.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlaceRequest {
    /// The clocks.
    pub now: Now,
    /// The number or code as dialled.
    pub number: String,
    /// Whether the phone can show a screen.
    pub interactive: bool,
    /// Whether the phone calls it an emergency number.
    pub emergency: bool,
    /// Whether another call is running.
    pub in_call: bool,
    /// Whether it is in the address book.
    pub contact: Contact,
}

/// What became of an outgoing call.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecordPlaceRequest {
    /// The clocks.
    pub now: Now,
    /// The number or code as dialled.
    pub number: String,
    /// Whether another call is running.
    pub in_call: bool,
    /// Held with the screen shown, or placed.
    pub outcome: Outcome,
}

/// What became of an outgoing call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The hold screen is shown and the call is about to be cancelled.
    Held,
    /// The call went out.
    Placed,
}

/// What the person said or pressed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonRequest {
    /// The clocks.
    pub now: Now,
    /// Which.
    pub what: Person,
    /// For "Call anyway": the number.
    #[serde(default)]
    pub number: Option<String>,
    /// Whether a call is running, by the audio mode.
    #[serde(default)]
    pub in_call: bool,
}

/// A change of settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConfigureRequest {
    /// The clocks.
    pub now: Now,
    /// Who asks for it.
    pub origin: Origin,
    /// Whether a call is running, by the audio mode.
    #[serde(default)]
    pub in_call: bool,
    /// The keys to change; the others stay, see `replace`.
    pub policy: BTreeMap<String, PolicyValue>,
    /// When what is weaker in it is to hold, milliseconds since 1970 by the wall clock; `None` = at
    /// once.
    #[serde(default)]
    pub at_ms: Option<i64>,
    /// Drops first what was scheduled before.
    #[serde(default)]
    pub cancel_scheduled: bool,
    /// These keys are all that this origin sets: what it set before is dropped. A key that cannot be
    /// read keeps the value that this origin last gave it, and its error is kept for the health
    /// page.
    #[serde(default)]
    pub replace: bool,
    /// What further IT teams set on the same phone: of each key the value that protects most counts.
    #[serde(default)]
    pub others: Vec<BTreeMap<String, PolicyValue>>,
}

/// The phone was started, or its wall clock was set.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ClockRequest {
    /// The clocks, after the event.
    pub now: Now,
    /// Which.
    pub event: ClockEvent,
}

/// What happened to the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockEvent {
    /// The phone was started.
    Booted,
    /// The wall clock was set.
    ClockChanged,
}

/// The call history.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HistoryRequest {
    /// The clocks.
    pub now: Now,
    /// What to do.
    pub action: HistoryAction,
    /// Which call; `None`: for `note` the last flagged one, for `delete` all.
    #[serde(default)]
    pub id: Option<u64>,
    /// For `note`.
    #[serde(default)]
    pub note: Option<CallNote>,
}

/// What to do with the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HistoryAction {
    /// Give it, newest first.
    List,
    /// Keep a note with a call.
    Note,
    /// Delete one call, or all.
    Delete,
    /// Give it as the text of a file, `rust/engine/EXPORT.md`.
    Export,
}

/// Counts an event of the app's health, keeps the time of a decision, and gives all of both.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HealthRequest {
    /// The clocks.
    pub now: Now,
    /// A code of letters, digits and underscores, at most 40; `None` = only give them.
    #[serde(default)]
    pub event: Option<String>,
    /// How long one decision took, microseconds, to be kept; `None` = only give the times.
    #[serde(default)]
    pub decision_us: Option<u64>,
    /// With `decision_us`: of which kind it was.
    #[serde(default)]
    pub what: Option<DecisionKind>,
}

/// Which decision it was whose time is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// About an incoming call.
    Screening,
    /// About an outgoing call.
    Placing,
}

/// Asks for everything that is known about a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExplainRequest {
    /// The clocks.
    pub now: Now,
    /// The number or code, as a person writes it.
    pub number: String,
}
