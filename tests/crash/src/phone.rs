//! The phone whose files are looked at.

use std::path::{Path, PathBuf};

use cleardown_list::Sha256;
use cleardown_store::{Dirs, Store};

use crate::{Edition, PUBLISHER, trust};

/// A phone's folders.
#[derive(Clone, Debug)]
pub struct Phone {
    /// Where its files are.
    pub dirs: Dirs,
}

/// What a phone holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Exactly one of the versions that it may hold: its place among them.
    Published(usize),
    /// Anything else, and what is wrong with it.
    Wrong(String),
}

impl Phone {
    /// A phone with its files in this folder.
    pub fn at(folder: &Path) -> Self {
        let dirs = Dirs {
            device: folder.join("device"),
            credential: None,
        };
        Self { dirs }
    }

    /// The file of the publisher's list.
    pub fn list(&self) -> PathBuf {
        self.dirs
            .device
            .join("lists")
            .join(format!("{PUBLISHER}.db"))
    }

    /// Opens the files anew and looks at everything there is.
    pub fn state(&self, allowed: &[&Edition]) -> State {
        self.state_of(&Store::open(&self.dirs).store, allowed)
    }

    /// The same through a store that is open.
    pub fn state_of(&self, store: &Store, allowed: &[&Edition]) -> State {
        match self.look(store, allowed) {
            Ok(place) => State::Published(place),
            Err(wrong) => State::Wrong(wrong),
        }
    }

    fn look(&self, store: &Store, allowed: &[&Edition]) -> Result<usize, String> {
        let troubles = store.troubles();
        ensure(troubles.is_empty(), || format!("troubles: {troubles:?}"))?;
        let info = store.installed(PUBLISHER).map_err(|e| e.to_string())?;
        let info = info.ok_or("no list is installed")?;
        let place = allowed
            .iter()
            .position(|edition| edition.facts.version == info.version)
            .ok_or(format!("version {} is installed", info.version))?;
        let edition = allowed[place];
        ensure(info.sha256 == Some(edition.facts.sha256), || {
            "another hash".to_owned()
        })?;

        let mut hash = Sha256::default();
        let written = store.write_text_of(PUBLISHER, &mut |bytes| hash.update(bytes));
        written.map_err(|e| e.to_string())?;
        ensure(hash.finish() == edition.facts.sha256, || {
            format!("rows that are not those of version {}", info.version)
        })?;
        look_up(store, allowed, edition)?;

        // What is trusted is of one version, which is not older than the list.
        let trusted = store.trust_of(PUBLISHER).map_err(|e| e.to_string())?;
        let mut fitting = allowed
            .iter()
            .filter(|one| one.facts.version >= info.version);
        ensure(
            fitting.any(|one| trusted == Some(trust(one.facts.version))),
            || "trust that is of no version, or an older one".to_owned(),
        )?;
        Ok(place)
    }
}

/// Every tenth number of each version gets the answer of the version that is installed.
fn look_up(store: &Store, allowed: &[&Edition], installed: &Edition) -> Result<(), String> {
    let numbers = allowed
        .iter()
        .flat_map(|one| one.list.rows().iter().step_by(10));
    for number in numbers.map(|row| row.number) {
        let found = store.lookup(number);
        let expected = installed.list.row(number).map(|row| row.listing.clone());
        ensure(
            found.trouble.is_none() && found.listings == Vec::from_iter(expected),
            || "a look-up with another answer".to_owned(),
        )?;
    }
    Ok(())
}

fn ensure(holds: bool, wrong: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(wrong()) }
}
