//! Taking a new list.

use std::fs;
use std::time::Duration;

use cleardown_list::{List, Verified};

use crate::StoreError;
use crate::connect::{beside, has_unmerged};
use crate::db::{Db, Place};
use crate::error::is_there;
use crate::list::{ListFile, write_list};
use crate::live;
use crate::store::{Store, locked};

/// What an installation did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Installed {
    /// The list is in use now.
    Now,
    /// This very version was in use already; nothing was written.
    Already,
}

/// Nobody waits for an installation.
const INSTALL_WAITS: Duration = Duration::from_secs(5);

impl Store {
    /// Puts this list in the place of its publisher's list before, in one transaction; look-ups go
    /// on meanwhile and see the old list or the new one. A damaged file is set aside once the new
    /// one is complete. `bundled`: the list came with the app.
    ///
    /// # Errors
    /// [`StoreError::BelowFloor`] where a newer version was ever installed, or why it could not be
    /// written. The list before stays in use.
    pub fn install(&self, list: &Verified<List>, bundled: bool) -> Result<Installed, StoreError> {
        let _turn = locked(&self.replacing);
        self.install_in_turn(list.get(), bundled)
    }

    /// As [`Self::install`], for whoever holds `replacing`.
    pub(crate) fn install_in_turn(
        &self,
        list: &List,
        bundled: bool,
    ) -> Result<Installed, StoreError> {
        let publisher = &list.meta().publisher;
        let place = Place {
            create: true,
            ..self.list_place(publisher)?
        };
        // Without the state the file's own version is the only floor.
        let floor = locked(&self.live)
            .read(|db| live::floor(db, publisher))
            .unwrap_or(0);
        let (is_broken, version) = self.make_way(publisher);
        let floor = floor.max(version);
        let installed = if is_broken {
            self.replace_broken(list, bundled, floor, &place)?
        } else {
            write(list, bundled, floor, place.clone())?
        };
        self.take_up(publisher, place);
        // Where this fails the floor is the version in the list's own file.
        let _ = live::raise_floor(&mut locked(&self.live), publisher, list.meta().version);
        Ok(if installed {
            Installed::Now
        } else {
            Installed::Already
        })
    }

    /// Lets another connection write to the publisher's file. Gives whether the file is damaged,
    /// and the version it held when it could be read; 0 = none.
    fn make_way(&self, publisher: &str) -> (bool, u64) {
        let mut lists = locked(&self.lists);
        let Some(list) = lists.iter_mut().find(|list| list.publisher == publisher) else {
            return (false, 0);
        };
        list.db.refresh();
        if !list.db.is_shared() && !list.db.is_broken() {
            list.db.close();
        }
        (list.db.is_broken(), list.version().unwrap_or(0))
    }

    /// Writes the list into a file of its own, which then takes the damaged one's place.
    fn replace_broken(
        &self,
        list: &List,
        bundled: bool,
        floor: u64,
        place: &Place,
    ) -> Result<bool, StoreError> {
        let new = Place {
            path: beside(&place.path, ".new"),
            ..place.clone()
        };
        for ending in ["-wal", "-shm", ""] {
            let left = beside(&new.path, ending);
            if is_there(&left) {
                fs::remove_file(left).map_err(|e| StoreError::from_io(new.file.clone(), &e))?;
            }
        }
        let from = new.path.clone();
        let file = new.file.clone();
        write(list, bundled, floor, new)?;
        if has_unmerged(&from) {
            // Its log could not be moved into it, and stays behind when the file is renamed.
            return Err(StoreError::DiskFull(file));
        }
        let mut lists = locked(&self.lists);
        let damaged = lists
            .iter_mut()
            .find(|one| one.publisher == list.meta().publisher);
        if let Some(damaged) = damaged {
            damaged.db.renew_with(|path| fs::rename(from, path))?;
        }
        Ok(true)
    }

    /// Has look-ups ask the publisher's file as it is now.
    fn take_up(&self, publisher: &str, place: Place) {
        let mut lists = locked(&self.lists);
        match lists.iter_mut().find(|list| list.publisher == publisher) {
            Some(list) => {
                list.refresh_info();
            }
            None => {
                let db = Db::open(Place {
                    create: false,
                    ..place
                });
                lists.push(ListFile::new(publisher.to_owned(), db));
                lists.sort_by(|one, other| one.publisher.cmp(&other.publisher));
            }
        }
    }
}

/// Gives false where this version is there already.
fn write(list: &List, bundled: bool, floor: u64, place: Place) -> Result<bool, StoreError> {
    let mut writer = Db::open(place);
    writer.be_thorough(INSTALL_WAITS)?;
    let written = writer.write(|tx| write_list(tx, list, bundled, floor))?;
    writer.checkpoint();
    Ok(written)
}
