//! Requests and answers of the engine: what crosses to the app, as plain data.
//!
//! Field names and codes are stable. Times are milliseconds in [`Now`] and whole seconds elsewhere.

mod answers;
mod bundle;
mod pin;
mod report;
mod requests;
mod sync;

pub use answers::{
    AfterEnd, CallNote, ConfigureAnswer, DecisionTimes, Decisions, Explanation, Flagged,
    HealthAnswer, HealthEvent, Held, Help, HistoryAnswer, HistoryEntry, KeptError, KeyError,
    ListInfo, ListingFound, MaintainAnswer, Nothing, NumberToRing, PersonAnswer, PlaceAnswer,
    Recorded, Refusal, RingNumber, ScheduledChange, ScreenAnswer, Status, TroubleText, Waiting,
};
pub use bundle::{BundleAction, BundleAnswer, BundleRefusal, BundleRequest, KeyChange, Relative};
pub use cleardown_core::{
    Alert, Caller, CallsOut, Confidence, Contact, Kind, Now, Origin, Person, Placement,
    PolicyValue, Presentation, Reason, Screen, Verification,
};
pub use pin::{PinAction, PinAnswer, PinRefusal, PinRequest, PinStatus};
pub use report::{ReportAnswer, ReportRequest};
pub use requests::{
    AtNow, ClockEvent, ClockRequest, ConfigureRequest, DecisionKind, EndedRequest, ExplainRequest,
    HealthRequest, HistoryAction, HistoryRequest, OpenRequest, Outcome, PersonRequest,
    PlaceRequest, RecordPlaceRequest, ScreenRequest,
};
pub use sync::{
    PublisherConfig, PublisherResult, SyncAnswer, SyncBy, SyncDone, SyncEvent, SyncFetch,
    SyncOutcome, SyncRequest, SyncStatus,
};
