//! A phone: the engine over a folder, fetching as the app does.

use std::collections::BTreeMap;
use std::path::Path;

use cleardown_engine::api::{
    BundleAction, BundleAnswer, BundleRequest, ConfigureAnswer, ConfigureRequest, ExplainRequest,
    Now, OpenRequest, Origin, PolicyValue, PublisherConfig, PublisherResult, Status, SyncAnswer,
    SyncBy, SyncDone, SyncEvent, SyncFetch, SyncRequest,
};
use cleardown_engine::{Engine, Region};
use tempfile::TempDir;

use crate::http::{Fetched, Http};
use crate::repo::NOW;

/// One phone.
pub struct Phone {
    pub engine: Engine,
    pub now_s: i64,
    http: Http,
    publishers: Vec<PublisherConfig>,
    folder: TempDir,
}

impl Phone {
    pub fn new(publishers: Vec<PublisherConfig>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            engine: open(folder.path(), &publishers),
            now_s: NOW,
            http: Http::new(),
            publishers,
            folder,
        }
    }

    /// The app's process ends and begins anew.
    pub fn restart(&mut self) {
        self.engine = open(self.folder.path(), &self.publishers);
    }

    /// Where all its files are.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The person presses "update now".
    pub fn update(&self) -> Vec<PublisherResult> {
        self.run(SyncBy::Person).publishers
    }

    /// The phone's own run.
    pub fn scheduled(&self) -> SyncDone {
        self.run(SyncBy::Schedule)
    }

    /// So many files of a run, then nothing more. Gives whether the run was over before.
    pub fn update_a_bit(&self, files: usize) -> bool {
        let mut step = self.step(start(SyncBy::Person), &[]);
        for _ in 0..files {
            match step {
                SyncAnswer::Fetch(file) => step = self.fetch(&file),
                SyncAnswer::Done(_) => return true,
            }
        }
        matches!(step, SyncAnswer::Done(_))
    }

    /// Whether a number is on a list.
    pub fn lists(&self, number: &str) -> bool {
        let ask = ExplainRequest {
            now: now(self.now_s),
            number: number.to_owned(),
        };
        !self
            .engine
            .explain(&ask)
            .expect("it answers")
            .listings
            .is_empty()
    }

    pub fn status(&self) -> Status {
        let ask = cleardown_engine::api::AtNow {
            now: now(self.now_s),
        };
        self.engine.status(&ask).expect("it answers")
    }

    /// All settings of an IT team or a relative, in the place of those before.
    pub fn gives_all(
        &self,
        origin: Origin,
        policy: BTreeMap<String, PolicyValue>,
    ) -> ConfigureAnswer {
        let ask = ConfigureRequest {
            now: now(self.now_s),
            origin,
            in_call: false,
            policy,
            at_ms: None,
            cancel_scheduled: false,
            replace: true,
            others: Vec::new(),
        };
        self.engine.configure(&ask).expect("it answers")
    }

    /// Settings that a relative signs.
    pub fn bundle(&self, action: BundleAction) -> BundleAnswer {
        let ask = BundleRequest {
            now: now(self.now_s),
            in_call: false,
            action,
        };
        self.engine.bundle(&ask).expect("it answers")
    }

    fn run(&self, by: SyncBy) -> SyncDone {
        let mut step = self.step(start(by), &[]);
        loop {
            match step {
                SyncAnswer::Fetch(file) => step = self.fetch(&file),
                SyncAnswer::Done(done) => return done,
            }
        }
    }

    fn fetch(&self, file: &SyncFetch) -> SyncAnswer {
        let id = file.id;
        match self.http.get(&file.url, file.most_bytes, &mut |_| ()) {
            Fetched::Body(body) => self.step(got(id, 200), &body),
            Fetched::Status(status) => self.step(got(id, status), &[]),
            Fetched::Failed(why) => self.step(SyncEvent::Failed { id, why }, &[]),
        }
    }

    fn step(&self, event: SyncEvent, body: &[u8]) -> SyncAnswer {
        let now = now(self.now_s);
        self.engine
            .sync(&SyncRequest { now, event }, body)
            .expect("it answers")
    }
}

fn start(by: SyncBy) -> SyncEvent {
    SyncEvent::Start {
        by,
        random: 1_000_000_000,
    }
}

fn got(id: u64, status: u16) -> SyncEvent {
    SyncEvent::Got {
        id,
        status,
        retry_after_s: None,
    }
}

/// The clocks of a phone at this moment.
pub fn now(now_s: i64) -> Now {
    Now {
        wall_ms: now_s * 1000,
        elapsed_ms: 1_000_000,
        boot: 1,
    }
}

fn open(folder: &Path, publishers: &[PublisherConfig]) -> Engine {
    Engine::open(&OpenRequest {
        device_dir: folder.join("device"),
        credential_dir: Some(folder.join("credential")),
        region: Region::gb(),
        now: now(NOW),
        publishers: publishers.to_vec(),
    })
}
