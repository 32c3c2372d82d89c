//! The engine's entry for runs.

use std::sync::PoisonError;

use cleardown_core::Now;
use cleardown_list::bundled;
use cleardown_store::Store;

use super::Answer;
use super::record::Record;
use super::removed::drop_strangers;
use super::session::{Session, next_in_s, records};
use crate::api::{PublisherConfig, SyncAnswer, SyncDone, SyncEvent, SyncRequest, SyncStatus};
use crate::files::Files;
use crate::{Engine, EngineError};

const DAY_MS: i64 = 24 * 3600 * 1000;

impl Engine {
    /// The next step of bringing the lists up to date. `body`: the bytes that a server sent with
    /// status 200. Calls are answered meanwhile: nothing here holds the engine's lock while it
    /// checks or installs.
    ///
    /// # Errors
    /// [`EngineError::Busy`].
    pub fn sync(&self, ask: &SyncRequest, body: &[u8]) -> Result<SyncAnswer, EngineError> {
        let mut slot = self.sync.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = self.step(&mut slot, ask, body);
        if self.has_removed() {
            let (store, _) = self.sources(ask.now)?;
            *slot = None;
            self.forget(&store);
            return Ok(SyncAnswer::Done(self.nothing(ask.now)?));
        }
        answer
    }

    fn step(
        &self,
        slot: &mut Option<Session>,
        ask: &SyncRequest,
        body: &[u8],
    ) -> Result<SyncAnswer, EngineError> {
        let now = ask.now;
        let (answer, retry_after_s) = match ask.event {
            SyncEvent::Start { by, random } => {
                let (store, publishers) = self.sources(now)?;
                let ours = bundled().get().release.clone();
                keep_ours(&store, &publishers, &ours.publisher, now);
                drop_strangers(&store, &publishers, &ours.publisher);
                let not_before_s = ours.issued_ms.div_euclid(1000);
                let session = Session::start(store, publishers, not_before_s, by, random, now);
                return Ok(slot.insert(session).go_on(now));
            }
            SyncEvent::Stop => {
                let done = slot.take().map(|mut session| session.stop(now));
                return Ok(SyncAnswer::Done(
                    done.map_or_else(|| self.nothing(now), Ok)?,
                ));
            }
            SyncEvent::Got { status: 200, .. } => (Answer::Body(body), None),
            SyncEvent::Got {
                status,
                retry_after_s,
                ..
            } => (Answer::Status(status), retry_after_s),
            SyncEvent::Failed { why, .. } => (Answer::Failed(why), None),
        };
        let Some(session) = slot.as_mut() else {
            return Ok(SyncAnswer::Done(self.nothing(now)?));
        };
        match session.pending() {
            // An answer to a file of a run that gave way.
            Some(pending) if !ask.event.is_about(pending.id) => {
                Ok(SyncAnswer::Fetch(pending.clone()))
            }
            _ => {
                session.take(answer, retry_after_s, now);
                Ok(session.go_on(now))
            }
        }
    }

    fn sources(
        &self,
        now: Now,
    ) -> Result<(std::sync::Arc<Store>, Vec<PublisherConfig>), EngineError> {
        let mut inner = self.lock()?;
        Ok((inner.files.store(), inner.publishers(now)))
    }

    /// The end of a run that never was.
    fn nothing(&self, now: Now) -> Result<SyncDone, EngineError> {
        let (store, publishers) = self.sources(now)?;
        Ok(SyncDone {
            next_in_s: next_in_s(&records(&store, &publishers), now),
            publishers: Vec::new(),
        })
    }
}

impl SyncEvent {
    fn is_about(self, pending: u64) -> bool {
        match self {
            Self::Got { id, .. } | Self::Failed { id, .. } => id == pending,
            Self::Start { .. } | Self::Stop => true,
        }
    }
}

/// Installs the list that came with the app before somebody else's is fetched, where nothing did so
/// yet: once another list is there, nobody would notice that it is missing.
fn keep_ours(store: &Store, publishers: &[PublisherConfig], ours: &str, now: Now) {
    let is_missing = store.lists().iter().all(|list| list.publisher != ours);
    if is_missing && publishers.iter().any(|one| one.id != ours) {
        // What cannot be put right is among the troubles of the status.
        store.repair(now.wall_ms, &bundled());
    }
}

/// How fresh the lists are. After `stale_days` without word from a publisher its list may be out of
/// date.
pub(crate) fn status(
    files: &Files,
    publishers: &[PublisherConfig],
    stale_days: u32,
    now: Now,
) -> SyncStatus {
    let records = records(&files.store(), publishers);
    let newest = |one: &&Record| one.last_try_ms;
    // A publisher that answers must not hide another one that does not.
    let failed = records.iter().filter(|one| one.last_code.is_some());
    let last = failed
        .max_by_key(newest)
        .or_else(|| records.iter().max_by_key(newest));
    SyncStatus {
        next_in_s: next_in_s(&records, now),
        last_ok_ms: records.iter().filter_map(|one| one.last_ok_ms).min(),
        last_try_ms: last.and_then(|one| one.last_try_ms),
        last_code: last.and_then(|one| one.last_code.clone()),
        stale: records.iter().any(|one| is_stale(one, stale_days, now)),
        publishers: publishers.iter().map(|one| one.id.clone()).collect(),
    }
}

/// Whether a publisher was silent for more than so many days.
pub(crate) fn is_stale(record: &Record, stale_days: u32, now: Now) -> bool {
    let since = record.last_ok_ms.unwrap_or(record.since_ms);
    since > 0 && now.wall_ms.saturating_sub(since) > i64::from(stale_days) * DAY_MS
}

/// What is remembered of a publisher; of one that was never asked, nothing.
pub(crate) fn record_of(store: &Store, publisher: &str) -> Record {
    Record::read(store, publisher).unwrap_or_default()
}
