//! What is remembered of a publisher between two runs, beside what is trusted.

use cleardown_store::{Store, StoreError};
use serde::{Deserialize, Serialize};

use super::schedule;

/// As it stands in the store. Times are milliseconds since 1970 by the phone's clock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    /// Where in each wait this phone's moment lies.
    pub(crate) spread: u32,
    /// When to ask next.
    pub(crate) next_ms: i64,
    /// Failures since the last success.
    pub(crate) tries: u32,
    /// Since when this publisher is known.
    pub(crate) since_ms: i64,
    /// The last try.
    pub(crate) last_try_ms: Option<i64>,
    /// The last try that succeeded.
    pub(crate) last_ok_ms: Option<i64>,
    /// Why the last try failed; `None`: it did not.
    pub(crate) last_code: Option<String>,
}

impl Record {
    /// What is remembered; `None` for a publisher that was never asked.
    pub(crate) fn read(store: &Store, publisher: &str) -> Option<Self> {
        let json = store.sync_record(publisher).ok().flatten()?;
        serde_json::from_str(&json).ok()
    }

    /// Of a publisher that is new.
    pub(crate) fn new(now_ms: i64, random: u32) -> Self {
        Self {
            // Another part of the draw than the first moment, which is spread over a minute only.
            spread: random.rotate_left(16),
            next_ms: schedule::first(now_ms, random),
            since_ms: now_ms,
            ..Self::default()
        }
    }

    /// Writes it down. Where that fails the publisher is asked again too early: no harm.
    pub(crate) fn write(&self, store: &Store, publisher: &str) -> Result<(), StoreError> {
        let json = serde_json::to_string(self).unwrap_or_default();
        store.set_sync_record(publisher, &json)
    }

    /// A try succeeded.
    pub(crate) fn succeeded(&mut self, now_ms: i64, wait_s: u64) {
        self.tries = 0;
        self.last_try_ms = Some(now_ms);
        self.last_ok_ms = Some(now_ms);
        self.last_code = None;
        self.next_ms = schedule::after_success(now_ms, wait_s, self.spread);
    }

    /// A try was broken off: nothing is known of the publisher, it is asked again soon.
    pub(crate) fn broken_off(&mut self, now_ms: i64, random: u32) {
        self.next_ms = schedule::after_failure(now_ms, 1, random, None);
    }

    /// A try failed.
    pub(crate) fn failed(
        &mut self,
        now_ms: i64,
        code: String,
        random: u32,
        retry_after_s: Option<u64>,
    ) {
        self.tries = self.tries.saturating_add(1);
        self.last_try_ms = Some(now_ms);
        self.last_code = Some(code);
        self.next_ms = schedule::after_failure(now_ms, self.tries, random, retry_after_s);
    }
}
