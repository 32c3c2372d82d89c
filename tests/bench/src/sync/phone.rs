//! A phone: the engine that brings its list up to date, with the web server's files at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use cleardown_core::Region;
use cleardown_engine::Engine;
use cleardown_engine::api::{
    Now, OpenRequest, PublisherConfig, SyncAnswer, SyncBy, SyncEvent, SyncOutcome, SyncRequest,
};
use cleardown_engine::sync::What;

use super::repository::{PUBLISHER, now_s};
use crate::Failure;
use crate::child::nanoseconds;

/// What a small web server sends with status 404 (nginx's own page), in bytes.
pub const NOT_FOUND_BYTES: u64 = 153;

const BASE: &str = "https://lists.example.org/";

/// A web server's files.
pub struct Server {
    /// `metadata/` and `targets/`.
    pub web: PathBuf,
    /// What it gives out as `metadata/timestamp.json`.
    pub timestamp: PathBuf,
}

/// What a run cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Files asked for.
    pub requests: u64,
    /// Bytes of all bodies.
    pub bodies: u64,
    /// Bytes of the list or the delta.
    pub list: u64,
    /// From the moment that the list or the delta was there until it was in use, nanoseconds.
    pub install_ns: u64,
    /// Whether another list is in use now.
    pub updated: bool,
}

/// Opens the engine over a phone's folder.
pub fn open(dir: &Path, root: &Path) -> Result<Engine, Failure> {
    let root = fs::read_to_string(root).map_err(|e| format!("{}: {e}", root.display()))?;
    let publisher = PublisherConfig {
        id: PUBLISHER.to_owned(),
        title: "Numbers of a benchmark".to_owned(),
        url: BASE.to_owned(),
        root,
    };
    Ok(Engine::open(&OpenRequest {
        device_dir: dir.join("device"),
        credential_dir: None,
        region: Region::gb(),
        now: now(),
        publishers: vec![publisher],
    }))
}

/// The list's file in a phone's folder.
pub fn list_file(dir: &Path) -> PathBuf {
    dir.join("device/lists").join(format!("{PUBLISHER}.db"))
}

/// One run, as `SyncJob` and the command line drive it.
pub fn sync(engine: &Engine, server: &Server) -> Result<Cost, Failure> {
    let mut cost = Cost::default();
    let (by, random) = (SyncBy::Person, 7);
    let mut answer = ask(engine, SyncEvent::Start { by, random }, &[])?;
    loop {
        let fetch = match answer {
            SyncAnswer::Fetch(fetch) => fetch,
            SyncAnswer::Done(done) => {
                let outcome = done.publishers.first().map(|one| one.outcome);
                cost.updated = match outcome {
                    Some(SyncOutcome::Updated) => true,
                    Some(SyncOutcome::Current) => false,
                    _ => return Err(format!("the run ended with {:?}", done.publishers)),
                };
                return Ok(cost);
            }
        };
        cost.requests += 1;
        let found = server.get(&fetch.url);
        let (status, body) = found.map_or((404, Vec::new()), |body| (200, body));
        let is_list = matches!(fetch.what, What::List | What::Delta);
        let bytes = if status == 200 {
            body.len() as u64
        } else {
            NOT_FOUND_BYTES
        };
        cost.bodies += bytes;
        let got = SyncEvent::Got {
            id: fetch.id,
            status,
            retry_after_s: None,
        };
        let began = Instant::now();
        answer = ask(engine, got, &body)?;
        if is_list {
            cost.install_ns = nanoseconds(began.elapsed());
            cost.list += bytes;
        }
    }
}

fn ask(engine: &Engine, event: SyncEvent, body: &[u8]) -> Result<SyncAnswer, Failure> {
    let request = SyncRequest { now: now(), event };
    engine.sync(&request, body).map_err(|e| e.to_string())
}

impl Server {
    fn get(&self, url: &str) -> Option<Vec<u8>> {
        let path = url.strip_prefix(BASE)?;
        if path == "metadata/timestamp.json" {
            return fs::read(&self.timestamp).ok();
        }
        fs::read(self.web.join(path)).ok()
    }
}

fn now() -> Now {
    Now {
        wall_ms: (now_s() + 3_600) * 1_000,
        elapsed_ms: 600_000_000,
        boot: 12,
    }
}

/// Copies a phone's folder to a place where there is none, or another.
pub fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let copied = || -> std::io::Result<()> {
        if to.exists() {
            fs::remove_dir_all(to)?;
        }
        copy_tree(from, to)
    };
    copied().map_err(|e| format!("{}: {e}", to.display()))
}

fn copy_tree(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), &to)?;
            // What is left for the disk to do must not fall into the time that is measured.
            fs::File::open(&to)?.sync_all()?;
        }
    }
    Ok(())
}
