//! Bringing the lists up to date: the app fetches, the engine says what and checks.

use cleardown_core::Now;
use serde::{Deserialize, Serialize};

use crate::sync::{What, Why};

/// Whose lists to fetch, from where, and whom to trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublisherConfig {
    /// The publisher's short name: "gb".
    pub id: String,
    /// The list's name for people.
    pub title: String,
    /// Address of its folder; `metadata/` and `targets/` are below it. https.
    pub url: String,
    /// The text of the root file by which it is known.
    pub root: String,
}

/// A step of a run that brings the lists up to date.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SyncRequest {
    /// The clocks.
    pub now: Now,
    /// What happened.
    #[serde(flatten)]
    pub event: SyncEvent,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum SyncEvent {
    /// A run begins; one under way gives way to it.
    Start {
        /// Who wants it.
        by: SyncBy,
        /// Any number, another each time.
        random: u32,
    },
    /// The server answered; the bytes are beside the request.
    Got {
        /// Which file.
        id: u64,
        /// The status.
        status: u16,
        /// Seconds that the server asks to wait.
        #[serde(default)]
        retry_after_s: Option<u64>,
    },
    /// The server did not answer.
    Failed {
        /// Which file.
        id: u64,
        /// Why.
        why: Why,
    },
    /// The run has to end now.
    Stop,
}

/// Who wants a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncBy {
    /// The phone, now and then: only publishers whose moment has come are asked.
    Schedule,
    /// The person, now.
    Person,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum SyncAnswer {
    /// Fetch a file.
    Fetch(SyncFetch),
    /// The run is over.
    Done(SyncDone),
}

/// A file to fetch. Bytes are handed on as they come, nothing uncompressed; redirects are not
/// followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncFetch {
    /// To be given back with what came.
    pub id: u64,
    /// Its address.
    pub url: String,
    /// More bytes than these are not read.
    pub most_bytes: u64,
    /// Seconds within which it must be there.
    pub within_s: u64,
    /// A server that sends fewer bytes a second is given up.
    pub least_bytes_per_s: u64,
    /// What sort of file.
    pub what: What,
    /// Whose.
    pub publisher: String,
    /// Bytes fetched in this run so far.
    pub done_bytes: u64,
    /// The same with all of this file.
    pub of_bytes: u64,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncDone {
    /// Seconds until the next run; `None` where there is nobody to ask.
    pub next_in_s: Option<i64>,
    /// One entry a publisher.
    pub publishers: Vec<PublisherResult>,
}

/// How it went with one publisher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublisherResult {
    /// Its short name; empty where no publisher is known.
    pub id: String,
    /// How it went.
    pub outcome: SyncOutcome,
    /// Why it failed: a stable code.
    pub code: Option<String>,
    /// The same in words, and what to do.
    pub text: Option<String>,
    /// Numbers in the list in use.
    pub numbers: Option<u64>,
    /// Version of the list in use.
    pub version: Option<u64>,
    /// When it was issued, milliseconds since 1970.
    pub issued_ms: Option<i64>,
}

/// How it went with one publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncOutcome {
    /// A new list is in use.
    Updated,
    /// The list in use is the newest.
    Current,
    /// The list in use stays.
    Failed,
    /// Its moment has not come.
    NotDue,
    /// No publisher is configured: the list that came with the app is in use.
    NoPublisher,
}

/// How fresh the lists are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncStatus {
    /// Seconds until the next run; `None` where there is nobody to ask.
    pub next_in_s: Option<i64>,
    /// When a publisher was last asked with success, milliseconds since 1970; of several the one
    /// that is longest ago.
    pub last_ok_ms: Option<i64>,
    /// The last try; of several publishers one that failed, if any did.
    pub last_try_ms: Option<i64>,
    /// Why that try failed.
    pub last_code: Option<String>,
    /// For longer than the setting `stale_list_days` no publisher, or not each of them, said that its
    /// list is the newest.
    pub stale: bool,
    /// The publishers' short names.
    pub publishers: Vec<String>,
}
