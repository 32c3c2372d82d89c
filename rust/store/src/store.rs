//! The store: all files of one phone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::db::{Db, Place};
use crate::dirs::{Dirs, history_in, publisher_of};
use crate::door::Door;
use crate::error::{StoreError, StoreFile, is_there};
use crate::list::{self, ListFile};
use crate::trouble::Trouble;
use crate::{history, live, marker};
use cleardown_list::tuf::TrustFiles;

/// The files of one phone, for use by several threads. Every method locks for as long as it works
/// on one file; an installation lets look-ups through.
#[derive(Debug)]
pub struct Store {
    pub(crate) dirs: Dirs,
    pub(crate) door: Door,
    /// Taken before any other lock, by whatever replaces files.
    pub(crate) replacing: Mutex<()>,
    pub(crate) lists: Mutex<Vec<ListFile>>,
    /// Taken before `live`.
    pub(crate) history: Mutex<HistorySlot>,
    pub(crate) live: Mutex<Db>,
    /// What was lost since the store was opened.
    pub(crate) lost: Mutex<Vec<Trouble>>,
    /// By publisher: what was to be saved in a damaged list's file.
    pub(crate) homeless_trust: Mutex<BTreeMap<String, TrustFiles>>,
}

/// Where the history is, and the file once it was used.
#[derive(Debug)]
pub(crate) struct HistorySlot {
    credential: Option<PathBuf>,
    pub(crate) db: Option<Db>,
}

/// A store, and what was found wrong while opening it.
#[derive(Debug)]
pub struct Opened {
    /// Ready for use, whatever `troubles` says.
    pub store: Store,
    /// The same as [`Store::troubles`].
    pub troubles: Vec<Trouble>,
}

impl Store {
    /// Opens the files in these folders and makes those that are missing, the lists excepted. Never
    /// fails: a damaged state is set aside for a fresh one, a damaged list says so at each look-up
    /// until it is repaired, and all of it is among the troubles.
    pub fn open(dirs: &Dirs) -> Opened {
        Self::open_behind(dirs, Door::default())
    }

    /// As [`Self::open`], with the file system of SQLite's of this name below, and with `watch` told
    /// of every step of a write to a list.
    #[cfg(feature = "doors")]
    pub fn open_onto(
        dirs: &Dirs,
        vfs: Option<&'static str>,
        watch: Option<fn(crate::Step)>,
    ) -> Opened {
        Self::open_behind(dirs, Door::onto(vfs, watch))
    }

    fn open_behind(dirs: &Dirs, door: Door) -> Opened {
        // Where this fails, opening the files fails too, and tells.
        let _ = fs::create_dir_all(dirs.lists());
        let store = Self {
            lists: Mutex::new(open_lists(dirs, &door)),
            live: Mutex::new(Db::open(Place {
                path: dirs.live(),
                file: StoreFile::Live,
                ladder: live::LADDER,
                door: door.clone(),
                create: true,
            })),
            history: Mutex::new(HistorySlot {
                credential: dirs.credential.clone(),
                db: None,
            }),
            replacing: Mutex::new(()),
            lost: Mutex::new(Vec::new()),
            homeless_trust: Mutex::default(),
            dirs: dirs.clone(),
            door,
        };
        let _ = store.heal_live(&mut locked(&store.live));
        store.note_emptied(&locked(&store.live), "live_emptied");
        Opened {
            troubles: store.troubles(),
            store,
        }
    }

    /// Tells where the call history is, once the phone is unlocked. It is opened at its first use,
    /// which moves the calls there that came before: a ringing call does not wait for it.
    pub fn attach_credential(&self, credential: &Path) {
        let credential = Some(credential.to_owned());
        *locked(&self.history) = HistorySlot {
            credential,
            db: None,
        };
    }

    /// What is wrong now, and what was lost since the store was opened. Of the history only once it
    /// was used.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut troubles = locked(&self.lost).clone();
        let lists = locked(&self.lists);
        let faults = lists.iter().filter_map(ListFile::fault);
        troubles.extend(faults.map(|fault| Trouble::from(&fault)));
        drop(lists);
        let fault = locked(&self.history).db.as_ref().and_then(Db::fault);
        troubles.extend(fault.iter().map(Trouble::from));
        troubles.extend(locked(&self.live).fault().iter().map(Trouble::from));
        troubles
    }

    /// Writes the marker file: from now on a call back may have to be held.
    ///
    /// # Errors
    /// The file could not be made.
    pub fn arm_marker(&self) -> Result<(), StoreError> {
        self.door.check(&StoreFile::Marker)?;
        marker::arm(&self.dirs.marker())
    }

    /// Removes the marker file, if it is there.
    ///
    /// # Errors
    /// The file is there and could not be removed.
    pub fn disarm_marker(&self) -> Result<(), StoreError> {
        marker::disarm(&self.dirs.marker())
    }

    /// Whether the marker file is there.
    pub fn is_armed(&self) -> bool {
        marker::is_armed(&self.dirs.marker())
    }

    /// From now on every write fails as it does on a full disk, or no longer does.
    #[cfg(feature = "doors")]
    pub fn set_disk_full(&self, full: bool) {
        self.door.set_full(full);
    }

    /// Sets a damaged state aside for a fresh one. Gives whether there was one.
    pub(crate) fn heal_live(&self, live: &mut Db) -> Result<bool, StoreError> {
        let text = "The running state was damaged. It was set aside; settings and a running \
                    cool-down are lost.";
        self.heal(live, "live_set_aside", text)
    }

    /// Sets a damaged history aside for a fresh one. Gives whether there was one.
    pub(crate) fn heal_history(&self, history: &mut Db) -> Result<bool, StoreError> {
        let text = "The call history was damaged. It was set aside and begins anew.";
        self.heal(history, "history_set_aside", text)
    }

    fn heal(&self, db: &mut Db, code: &'static str, text: &str) -> Result<bool, StoreError> {
        if !db.is_broken() {
            return Ok(false);
        }
        db.renew()?;
        locked(&self.lost).push(Trouble::new(code, text));
        Ok(true)
    }

    fn note_emptied(&self, db: &Db, code: &'static str) {
        if db.was_emptied() {
            let text = "The file was there but had lost its content. It begins anew.";
            locked(&self.lost).push(Trouble::new(code, text));
        }
    }

    /// The history, opened; `None` while the phone is locked. Takes the lock of `live`.
    pub(crate) fn opened<'a>(&self, slot: &'a mut HistorySlot) -> Option<&'a mut Db> {
        let credential = slot.credential.as_deref()?;
        if slot.db.is_none() {
            let history = slot.db.insert(self.open_history(credential));
            // They wait on where this fails; the next call that is added tries again.
            let _ = history::move_waiting(&mut locked(&self.live), history);
        }
        slot.db.as_mut()
    }

    fn open_history(&self, credential: &Path) -> Db {
        // Where this fails, opening the file fails too, and tells.
        let _ = fs::create_dir_all(credential);
        let mut history = Db::open(Place {
            path: history_in(credential),
            file: StoreFile::History,
            ladder: history::LADDER,
            door: self.door.clone(),
            create: true,
        });
        let _ = self.heal_history(&mut history);
        self.note_emptied(&history, "history_emptied");
        history
    }

    pub(crate) fn list_place(&self, publisher: &str) -> Result<Place, StoreError> {
        Ok(list_place(
            self.dirs.list_of(publisher)?,
            publisher,
            &self.door,
        ))
    }
}

/// A thread that panicked while it held the lock has rolled its transaction back.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn list_place(path: PathBuf, publisher: &str, door: &Door) -> Place {
    let file = StoreFile::List(publisher.to_owned());
    Place {
        path,
        file,
        ladder: list::LADDER,
        door: door.clone(),
        create: false,
    }
}

fn open_lists(dirs: &Dirs, door: &Door) -> Vec<ListFile> {
    let files = fs::read_dir(dirs.lists()).into_iter().flatten().flatten();
    let mut lists: Vec<ListFile> = files
        .filter_map(|file| {
            let path = file.path();
            let publisher = publisher_of(&path).filter(|_| is_there(&path))?;
            let db = Db::open(list_place(path, &publisher, door));
            Some(ListFile::new(publisher, db))
        })
        .collect();
    lists.sort_by(|one, other| one.publisher.cmp(&other.publisher));
    lists
}
