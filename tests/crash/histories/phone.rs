//! A phone that follows publishers, and the questions that are always asked of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cleardown_core::{Alert, Contact, E164, Listing, Now, Presentation, Region, Verification};
use cleardown_engine::Engine;
use cleardown_engine::api::{
    AtNow, OpenRequest, ScreenRequest, SyncAnswer, SyncBy, SyncDone, SyncEvent, SyncFetch,
    SyncRequest,
};
use cleardown_engine::sync::Why;
use cleardown_list::bundled_lookup;
use cleardown_store::{Dirs, Floor, ListInfo, Store};

use crate::publisher::{Publisher, numbers};
use crate::repo::NOW;

/// What comes instead of a file.
#[derive(Clone, Debug)]
pub enum Sent {
    /// The file, or that there is none.
    File,
    /// This status.
    Status(u16),
    /// A page that asks to log in.
    Page,
    /// The file without its end.
    Half,
    /// The file with a bit turned round.
    Changed(usize),
    /// Nothing.
    Nothing,
    /// What the publisher's server gave out so many changes ago.
    Old(usize),
}

/// Bytes of a page of a file.
const PAGE: usize = 4096;

/// A phone.
pub struct Phone {
    engine: Option<Engine>,
    open: OpenRequest,
    clock_s: i64,
    /// By publisher: the newest that was ever installed under its root.
    newest: BTreeMap<String, Floor>,
    folder: tempfile::TempDir,
}

impl Phone {
    /// With the list that came with the app.
    pub fn new(publishers: &[Publisher]) -> Self {
        // No wait for a disk: the kills here leave what was written.
        let memory = Path::new("/dev/shm");
        let folder = match memory.is_dir() {
            true => tempfile::tempdir_in(memory),
            false => tempfile::tempdir(),
        };
        let folder = folder.expect("a folder");
        let open = OpenRequest {
            device_dir: folder.path().join("device"),
            credential_dir: None,
            region: Region::from_iso("GB").expect("a region"),
            now: now(NOW),
            publishers: publishers.iter().map(Publisher::config).collect(),
        };
        let phone = Self {
            engine: Some(Engine::open(&open)),
            open,
            clock_s: NOW,
            newest: BTreeMap::new(),
            folder,
        };
        phone.maintain();
        phone
    }

    pub fn engine(&self) -> &Engine {
        self.engine.as_ref().expect("it runs")
    }

    /// What the app does now and then.
    pub fn maintain(&self) {
        let ask = AtNow {
            now: now(self.clock_s),
        };
        self.engine().maintain(&ask).expect("it is not busy");
    }

    pub fn set_clock(&mut self, clock_s: i64) {
        self.clock_s = clock_s;
    }

    /// The app's process ends, and another one begins.
    pub fn restart(&mut self) {
        self.engine = None;
        self.engine = Some(Engine::open(&self.open));
    }

    /// Asks every publisher. `sent` says what comes for each file, by its place in the run; `None`
    /// kills the app there.
    pub fn poll(
        &mut self,
        publishers: &[Publisher],
        mut sent: impl FnMut(usize) -> Option<Sent>,
    ) -> Option<SyncDone> {
        let start = SyncEvent::Start {
            by: SyncBy::Person,
            random: 7,
        };
        let mut answer = self.step(start, &[]);
        for at in 0..200 {
            let fetch = match answer {
                SyncAnswer::Done(done) => return Some(done),
                SyncAnswer::Fetch(fetch) => fetch,
            };
            let Some(sent) = sent(at) else {
                self.restart();
                return None;
            };
            answer = self.give(publishers, &fetch, &sent);
        }
        panic!("a run that does not end");
    }

    fn give(&self, publishers: &[Publisher], fetch: &SyncFetch, sent: &Sent) -> SyncAnswer {
        let publisher = publishers.iter().find(|one| one.id == fetch.publisher);
        let publisher = publisher.expect("only those that are known are asked");
        let file = publisher.get(&fetch.url);
        let (status, body) = match (sent, file) {
            (Sent::Nothing, _) => {
                let (id, why) = (fetch.id, Why::Timeout);
                return self.step(SyncEvent::Failed { id, why }, &[]);
            }
            (Sent::Status(status), _) => (*status, Vec::new()),
            (Sent::Page, _) => (200, b"<html><title>Log in</title></html>".to_vec()),
            (Sent::Old(back), _) => {
                let at = publisher.past.len().checked_sub(*back);
                let old = at.and_then(|at| publisher.past.get(at)?.get(&fetch.url));
                old.map_or((404, Vec::new()), |file| (200, file.clone()))
            }
            (_, None) => (404, Vec::new()),
            (Sent::Half, Some(file)) => (200, file[..file.len() / 2].to_vec()),
            (Sent::Changed(at), Some(file)) => {
                let mut file = file.to_vec();
                let at = at % file.len();
                file[at] ^= 1;
                (200, file)
            }
            (Sent::File, Some(file)) => (200, file.to_vec()),
        };
        let got = SyncEvent::Got {
            id: fetch.id,
            status,
            retry_after_s: None,
        };
        self.step(got, &body)
    }

    fn step(&self, event: SyncEvent, body: &[u8]) -> SyncAnswer {
        let ask = SyncRequest {
            now: now(self.clock_s),
            event,
        };
        self.engine().sync(&ask, body).expect("it is not busy")
    }

    /// How loud a call from this number is.
    pub fn alert(&self, number: E164) -> Alert {
        let ask = ScreenRequest {
            now: now(self.clock_s),
            number: Some(number.to_string()),
            presentation: Presentation::default(),
            verification: Verification::default(),
            contact: Contact::No,
        };
        self.engine().screen(&ask).expect("it is not busy").alert
    }

    /// Damages the page of this place in the publisher's file; the first holds what the others are.
    pub fn damage(&mut self, publisher: &str, page: usize) {
        self.engine = None;
        let path = self.list(publisher);
        if let Ok(mut bytes) = fs::read(&path) {
            let at = page % (bytes.len() / PAGE).max(1) * PAGE;
            let end = bytes.len().min(at + PAGE);
            bytes[at..end].fill(0x5a);
            fs::write(path, bytes).expect("the file can be written");
        }
        self.engine = Some(Engine::open(&self.open));
    }

    pub fn list(&self, publisher: &str) -> PathBuf {
        let folder = self.folder.path().join("device/lists");
        folder.join(format!("{publisher}.db"))
    }

    /// Looks at all that is there.
    pub fn check(&mut self, publishers: &[Publisher]) -> Result<(), String> {
        let dirs = Dirs {
            device: self.open.device_dir.clone(),
            credential: None,
        };
        let store = Store::open(&dirs).store;
        let mut installed = Vec::new();
        let mut is_damaged = false;
        for publisher in publishers {
            let info = store.installed(&publisher.id).map_err(|e| e.to_string())?;
            let Some(info) = info else {
                is_damaged |= store
                    .lists()
                    .iter()
                    .any(|one| one.publisher == publisher.id);
                continue;
            };
            installed.push((publisher, self.check_list(&store, publisher, &info)?));
        }
        for number in numbers() {
            let found = store.lookup(number);
            let expected = installed.iter().filter_map(|(_, rows)| match rows {
                Some(rows) => rows.get(&number).cloned(),
                None => bundled_lookup(number),
            });
            let expected: Vec<Listing> = expected.collect();
            // A damaged list may still answer; the others answer as ever.
            let fits = match &found.trouble {
                None if !is_damaged => found.listings == expected,
                _ => expected.iter().all(|one| found.listings.contains(one)),
            };
            if !fits {
                return Err("a look-up with another answer".to_owned());
            }
        }
        Ok(())
    }

    /// Gives the rows; `None` for the list that came with the app.
    fn check_list<'a>(
        &mut self,
        store: &Store,
        publisher: &'a Publisher,
        info: &ListInfo,
    ) -> Result<Option<&'a crate::publisher::Rows>, String> {
        if info.bundled {
            return Ok(None);
        }
        let floor = Floor {
            epoch: info.epoch,
            version: info.version,
        };
        let newest = self.newest.entry(publisher.id.clone()).or_default();
        if floor < *newest {
            return Err(format!("{} fell from {newest} to {floor}", publisher.id));
        }
        *newest = floor;
        let published = publisher
            .editions
            .iter()
            .find(|edition| (edition.epoch, edition.version()) == (info.epoch, info.version));
        let edition = published.ok_or(format!("{floor} was never published"))?;
        let mut text: Vec<u8> = Vec::new();
        let written = store.write_text_of(&publisher.id, &mut |bytes| text.extend(bytes));
        written.map_err(|e| e.to_string())?;
        if text != edition.text() || info.sha256 != Some(edition.sha256()) {
            return Err(format!("{floor} with other rows"));
        }
        Ok(Some(&edition.rows))
    }

    /// Which version is in use.
    pub fn installed(&self, publisher: &str) -> Option<Floor> {
        self.newest.get(publisher).copied()
    }
}

fn now(seconds: i64) -> Now {
    Now {
        wall_ms: seconds * 1000,
        elapsed_ms: 1_000_000,
        boot: 1,
    }
}
