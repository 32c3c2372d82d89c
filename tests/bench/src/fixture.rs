//! The files that are measured: made once through the real store and engine, then kept.

use std::fs;
use std::path::{Path, PathBuf};

use cleardown_core::E164;
use cleardown_list::{List, Meta, Verified};
use cleardown_store::{Dirs, Store};
use rusqlite::{Connection, params};

use crate::rows::{ORGANISATIONS, Random, numbers, organisation, rows};
use crate::{Failure, ours};

/// The folders and what is in them.
pub struct Fixture {
    /// The phone's folder that can be read before the first unlock.
    pub device: PathBuf,
    /// The folder of the call history.
    pub credential: PathBuf,
    /// The same numbers as text in a file of their own, for the other way through Java.
    pub text: PathBuf,
    /// The numbers of the list, ascending.
    pub numbers: Vec<E164>,
}

/// Part of the stamp: raise it when what the fixture holds changes.
const FORMAT: u32 = 1;

impl Fixture {
    /// Makes the files, or takes those that are there.
    pub fn ready(dir: &Path, count: usize) -> Result<Self, Failure> {
        let numbers = numbers(count);
        let fixture = Self {
            device: dir.join("device"),
            credential: dir.join("credential"),
            text: dir.join("text.db"),
            numbers,
        };
        let stamp = dir.join("stamp");
        let wanted = format!("{FORMAT} {count} {}", fixture.list_format());
        if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
            return Ok(fixture);
        }
        println!("Making the list of {count} numbers (once) ...");
        if dir.exists() {
            fs::remove_dir_all(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        }
        fs::create_dir_all(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        fixture.install()?;
        ours::live_a_little(&fixture)?;
        fixture
            .write_text()
            .map_err(|e| format!("text list: {e}"))?;
        fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))?;
        Ok(fixture)
    }

    /// The list's file.
    pub fn list(&self) -> PathBuf {
        self.device.join("lists/gb.db")
    }

    /// The running state's file.
    pub fn live(&self) -> PathBuf {
        self.device.join("live.db")
    }

    /// The history's file.
    pub fn history(&self) -> PathBuf {
        self.credential.join("history.db")
    }

    /// So many numbers to ask for: every second one is listed. `british` only: +44.
    pub fn questions(&self, count: usize, british: bool) -> Vec<E164> {
        let mut random = Random(7);
        let mut found = Vec::with_capacity(count);
        while found.len() < count {
            let wants_listed = found.len() % 2 == 0;
            let number = if wants_listed {
                self.numbers.get(random.below(self.numbers.len())).copied()
            } else {
                E164::from_u64(random.number())
            };
            let is_fit = |number: &E164| {
                (!british || number.digits().starts_with("44"))
                    && self.numbers.binary_search(number).is_ok() == wants_listed
            };
            found.extend(number.filter(is_fit));
        }
        found
    }

    fn install(&self) -> Result<(), Failure> {
        let meta = Meta {
            publisher: "gb".to_owned(),
            title: "Benchmark".to_owned(),
            version: 1,
            issued_ms: 1_790_000_000_000,
        };
        let list = List::new(meta, rows(&self.numbers), Vec::new()).map_err(|e| e.to_string())?;
        let dirs = Dirs {
            device: self.device.clone(),
            credential: Some(self.credential.clone()),
        };
        let store = Store::open(&dirs).store;
        let installed = store.install(&Verified::for_tests(&list), false);
        installed.map(drop).map_err(|e| e.to_string())
    }

    fn write_text(&self) -> rusqlite::Result<()> {
        let db = Connection::open(&self.text)?;
        db.execute_batch(
            "BEGIN;
             CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
             CREATE TABLE numbers (number TEXT PRIMARY KEY, organisation INTEGER NOT NULL)
                 WITHOUT ROWID;",
        )?;
        let mut insert = db.prepare("INSERT INTO organisations VALUES (?1, ?2)")?;
        for index in 0..ORGANISATIONS {
            insert.execute(params![index.cast_signed(), organisation(index)])?;
        }
        let mut insert = db.prepare("INSERT INTO numbers VALUES (?1, ?2)")?;
        let mut random = Random(11);
        let mut keys: Vec<String> = self.numbers.iter().map(E164::to_string).collect();
        keys.sort_unstable();
        for key in keys {
            insert.execute(params![key, random.below(ORGANISATIONS).cast_signed()])?;
        }
        db.execute_batch("COMMIT")
    }

    /// Changes when this program does: a list in yesterday's format would be measured otherwise.
    fn list_format(&self) -> String {
        let program = std::env::current_exe().and_then(fs::metadata);
        let changed = program.and_then(|meta| meta.modified()).ok();
        let since = changed.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        since.map_or(0, |since| since.as_secs()).to_string()
    }
}
