//! A run over all publishers, one after the other. What goes wrong with one stops no other.

use std::collections::VecDeque;
use std::sync::Arc;

use cleardown_core::Now;
use cleardown_store::Store;

use super::record::Record;
use super::run::{Ended, File, Next, Run};
use super::{Answer, Clock, Failure, LEAST_RATE, schedule, within_s};
use crate::api::{
    PublisherConfig, PublisherResult, SyncAnswer, SyncBy, SyncDone, SyncFetch, SyncOutcome,
};

/// A run under way.
#[derive(Debug)]
pub(crate) struct Session {
    store: Arc<Store>,
    publishers: Vec<PublisherConfig>,
    /// When the program was made, at the earliest: seconds since 1970.
    not_before_s: i64,
    random: u32,
    waiting: VecDeque<PublisherConfig>,
    current: Option<Current>,
    results: Vec<PublisherResult>,
    last_id: u64,
    done_bytes: u64,
    retry_after_s: Option<u64>,
}

/// The publisher whose turn it is.
#[derive(Debug)]
struct Current {
    publisher: PublisherConfig,
    run: Run,
    pending: Option<SyncFetch>,
}

impl Session {
    /// Begins a run. Publishers that are new get their first moment.
    pub(crate) fn start(
        store: Arc<Store>,
        publishers: Vec<PublisherConfig>,
        not_before_s: i64,
        by: SyncBy,
        random: u32,
        now: Now,
    ) -> Self {
        let mut session = Self {
            store,
            publishers,
            not_before_s,
            random,
            waiting: VecDeque::new(),
            current: None,
            results: Vec::new(),
            last_id: 0,
            done_bytes: 0,
            retry_after_s: None,
        };
        for publisher in session.publishers.clone() {
            let record = session.record(&publisher.id, now);
            let is_due = schedule::is_due(record.next_ms, now.wall_ms);
            if by == SyncBy::Person || is_due {
                session.waiting.push_back(publisher);
            } else {
                session.end(&publisher.id, SyncOutcome::NotDue, None);
            }
        }
        session
    }

    /// The file that is being fetched.
    pub(crate) fn pending(&self) -> Option<&SyncFetch> {
        self.current.as_ref()?.pending.as_ref()
    }

    /// Takes what came of the pending file.
    pub(crate) fn take(&mut self, answer: Answer<'_>, retry_after_s: Option<u64>, now: Now) {
        let Some(current) = &mut self.current else {
            return;
        };
        current.pending = None;
        if let Answer::Body(body) = answer {
            self.done_bytes += body.len() as u64;
        }
        self.retry_after_s = retry_after_s;
        if let Err(failure) = current.run.take(answer) {
            self.fail(&failure, now);
        }
    }

    /// Goes on to the next file, or to the end.
    pub(crate) fn go_on(&mut self, now: Now) -> SyncAnswer {
        loop {
            let Some(current) = &mut self.current else {
                let Some(publisher) = self.waiting.pop_front() else {
                    return SyncAnswer::Done(self.done(now));
                };
                self.begin(publisher, now);
                continue;
            };
            match current.run.next() {
                Ok(Next::Fetch(file)) => {
                    self.last_id += 1;
                    return SyncAnswer::Fetch(current.fetch(file, self.last_id, self.done_bytes));
                }
                Ok(Next::Ended(ended)) => self.succeed(ended, now),
                Err(failure) => self.fail(&failure, now),
            }
        }
    }

    /// Breaks the run off. What was verified so far is kept.
    pub(crate) fn stop(&mut self, now: Now) -> SyncDone {
        if let Some(current) = self.current.take() {
            let id = current.publisher.id;
            let mut record = self.record(&id, now);
            record.broken_off(now.wall_ms, self.random);
            // Where this fails it is asked again too early: no harm.
            let _ = record.write(&self.store, &id);
            self.end(&id, SyncOutcome::Failed, Some(&Failure::Stopped));
        }
        while let Some(publisher) = self.waiting.pop_front() {
            self.end(&publisher.id, SyncOutcome::NotDue, None);
        }
        self.done(now)
    }

    fn begin(&mut self, publisher: PublisherConfig, now: Now) {
        let clock = Clock::at_least(now.wall_ms.div_euclid(1000), self.not_before_s);
        match Run::begin(&publisher, &self.store, clock) {
            Ok(run) => {
                self.current = Some(Current {
                    publisher,
                    run,
                    pending: None,
                });
            }
            Err(failure) => self.note(&publisher.id, &failure, now),
        }
    }

    fn succeed(&mut self, ended: Ended, now: Now) {
        let Some(current) = self.current.take() else {
            return;
        };
        let id = current.publisher.id;
        let mut record = self.record(&id, now);
        record.succeeded(now.wall_ms, current.run.wait_s().unwrap_or_default());
        // Where this fails it is asked again too early: no harm.
        let _ = record.write(&self.store, &id);
        let outcome = match ended {
            Ended::Updated => SyncOutcome::Updated,
            Ended::Current => SyncOutcome::Current,
        };
        self.end(&id, outcome, None);
    }

    fn fail(&mut self, failure: &Failure, now: Now) {
        if let Some(current) = self.current.take() {
            self.note(&current.publisher.id, failure, now);
        }
    }

    /// Writes a failure down, for the plan, the status and the health page.
    fn note(&mut self, id: &str, failure: &Failure, now: Now) {
        let mut record = self.record(id, now);
        let wait = self.retry_after_s.take();
        record.failed(now.wall_ms, failure.code(), self.random, wait);
        // Where these fail too, the answer of this run still tells.
        let _ = record.write(&self.store, id);
        let event = format!("sync_{}", failure.code());
        let _ = self.store.note_health(&event, now.wall_ms);
        self.end(id, SyncOutcome::Failed, Some(failure));
    }

    fn end(&mut self, id: &str, outcome: SyncOutcome, failure: Option<&Failure>) {
        // Looking at every page for it, as a plan must, would take as long as a delta.
        let mut lists = self.store.lists().into_iter();
        let installed = lists.find(|info| info.publisher == id);
        self.results.push(PublisherResult {
            id: id.to_owned(),
            outcome,
            code: failure.map(Failure::code),
            text: failure.map(|one| format!("{one}. {}", one.remedy())),
            numbers: installed.as_ref().map(|info| info.numbers),
            version: installed.as_ref().map(|info| info.version),
            issued_ms: installed.as_ref().map(|info| info.issued_ms),
        });
    }

    fn done(&mut self, now: Now) -> SyncDone {
        let mut publishers = std::mem::take(&mut self.results);
        if self.publishers.is_empty() {
            self.end("", SyncOutcome::NoPublisher, None);
            publishers = std::mem::take(&mut self.results);
        }
        SyncDone {
            next_in_s: next_in_s(&records(&self.store, &self.publishers), now),
            publishers,
        }
    }

    /// What is remembered of a publisher; made and written for one that is new.
    fn record(&self, id: &str, now: Now) -> Record {
        Record::read(&self.store, id).unwrap_or_else(|| {
            let seed = id.bytes().fold(self.random, |sum, byte| {
                sum.wrapping_mul(31).wrapping_add(byte.into())
            });
            let record = Record::new(now.wall_ms, seed);
            let _ = record.write(&self.store, id);
            record
        })
    }
}

impl Current {
    /// Sends the app for a file.
    fn fetch(&mut self, file: File, id: u64, done_bytes: u64) -> SyncFetch {
        let fetch = SyncFetch {
            id,
            url: file.url,
            most_bytes: file.most_bytes,
            within_s: within_s(file.most_bytes),
            least_bytes_per_s: LEAST_RATE,
            what: file.what,
            publisher: self.publisher.id.clone(),
            done_bytes,
            of_bytes: done_bytes + file.most_bytes,
        };
        self.pending = Some(fetch.clone());
        fetch
    }
}

/// What is remembered of each publisher; of one that was never asked, nothing.
pub(crate) fn records(store: &Store, publishers: &[PublisherConfig]) -> Vec<Record> {
    let record = |one: &PublisherConfig| Record::read(store, &one.id).unwrap_or_default();
    publishers.iter().map(record).collect()
}

/// Seconds until the first publisher's moment.
pub(crate) fn next_in_s(records: &[Record], now: Now) -> Option<i64> {
    let next = records.iter().map(|record| {
        if schedule::is_due(record.next_ms, now.wall_ms) {
            0
        } else {
            (record.next_ms - now.wall_ms + 999) / 1000
        }
    });
    next.min()
}
