//! How long installing takes, beside the same writes by SQLite alone.

use std::fs;
use std::path::PathBuf;

use super::bare::{self, Writes};
use super::options::Options;
use super::phone::{self, Server};
use super::repository::Repository;
use super::{LISTS, List};
use crate::Failure;
use crate::budget::SYNC_RATIO;
use crate::child::Side;
use crate::stats::Samples;
use crate::table::{self, Limit, Pair};

/// Measures each list and prints its row. Gives whether each budget was met.
pub fn measure(options: &Options, repository: &Repository) -> Result<Vec<bool>, Failure> {
    table::heading(
        "Verified, applied and hashed anew: the engine / bare SQLite with the same writes",
        "ms",
    );
    let mut met = Vec::new();
    for list in &LISTS {
        let [ours, bare] = times(list, options, repository)?;
        let pair = Pair {
            ours: &ours,
            other: &bare,
        };
        met.push(table::row(list.name, &pair, Limit::AtMost(SYNC_RATIO)));
    }
    for note in [
        "engine: from the moment the file is there until its list is in use: its hash, unpacking,",
        "parsing, writing, the text written again and its hash, commit, log emptied, next run planned",
        "bare: file opened, one transaction (synchronous FULL) with the same rows removed and set, one",
        "ordered scan of all rows with SHA-256 over 16 bytes of each (number, line and class), commit,",
        "log emptied",
    ] {
        table::note(note);
    }
    Ok(met)
}

fn times(list: &List, options: &Options, repository: &Repository) -> Result<[Samples; 2], Failure> {
    let mut samples = [Samples::default(), Samples::default()];
    let writes = writes(list, repository)?;
    let here = Here::of(repository);
    for run in 0..options.runs {
        for side in Side::in_turn(run) {
            let took = match side {
                Side::Ours => {
                    here.be_before(list, repository)?;
                    let engine = phone::open(&here.phone, &repository.root())?;
                    let cost = phone::sync(&engine, &list.server(repository))?;
                    if !cost.updated {
                        return Err(format!("{}: nothing was installed", list.name));
                    }
                    cost.install_ns
                }
                Side::Other => {
                    here.bare_before(list, repository)?;
                    bare::write(&here.bare, &writes).map_err(|e| e.to_string())?
                }
            };
            samples[usize::from(side == Side::Other)].add(took);
        }
    }
    Ok(samples)
}

/// The rows that a phone writes: what its file holds afterwards and did not hold before.
fn writes(list: &List, repository: &Repository) -> Result<Writes, Failure> {
    let here = Here::of(repository);
    here.be_before(list, repository)?;
    let rows = || bare::rows(&phone::list_file(&here.phone)).map_err(|e| e.to_string());
    let before = if list.base.is_some() {
        rows()?
    } else {
        Vec::new()
    };
    let engine = phone::open(&here.phone, &repository.root())?;
    phone::sync(&engine, &list.server(repository))?;
    drop(engine);
    Ok(Writes::between(&before, &rows()?))
}

/// Scratch copies.
struct Here {
    phone: PathBuf,
    bare: PathBuf,
}

impl Here {
    fn of(repository: &Repository) -> Self {
        Self {
            phone: repository.beside("scratch"),
            bare: repository.beside("bare.db"),
        }
    }

    /// A phone as it is before this list comes.
    fn be_before(&self, list: &List, repository: &Repository) -> Result<(), Failure> {
        phone::copy(&list.phone_before(repository), &self.phone)
    }

    /// The same rows in a file of their own.
    fn bare_before(&self, list: &List, repository: &Repository) -> Result<(), Failure> {
        for ending in ["", "-wal", "-shm"] {
            let mut name = self.bare.clone().into_os_string();
            name.push(ending);
            let _ = fs::remove_file(name);
        }
        if list.base.is_none() {
            return bare::create(&self.bare).map_err(|e| e.to_string());
        }
        let from = phone::list_file(&list.phone_before(repository));
        let copied = fs::copy(&from, &self.bare)
            .and_then(|_| fs::File::open(&self.bare))
            .and_then(|file| file.sync_all());
        copied.map_err(|e| format!("{}: {e}", self.bare.display()))
    }
}

/// Makes the phones that have version 1, 2, 3 and 4, each by the update from the one before, and an
/// empty one.
pub fn make_phones(repository: &Repository) -> Result<(), Failure> {
    let phone = |version: usize| super::phone_of(repository, version);
    for version in 0..=4 {
        let dir = phone(version);
        if version < 2 {
            let _ = fs::remove_dir_all(&dir);
            fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        } else {
            phone::copy(&phone(version - 1), &dir)?;
        }
        if version > 0 {
            let server = Server {
                web: repository.web(),
                timestamp: repository.timestamp(version),
            };
            let engine = phone::open(&dir, &repository.root())?;
            let cost = phone::sync(&engine, &server)?;
            if !cost.updated {
                return Err(format!("version {version} was not installed"));
            }
        }
    }
    Ok(())
}
