//! Taking a new list.

use std::fs;
use std::time::Duration;

use cleardown_list::{Update, Verified};

use crate::StoreError;
use crate::connect::{beside, has_unmerged};
use crate::db::{Db, Place};
use crate::error::is_there;
use crate::list::{ListFile, ListInfo, Terms, floor_of, install};
use crate::live::{self, Floor};
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
pub(crate) const INSTALL_WAITS: Duration = Duration::from_secs(5);

impl Store {
    /// Makes this version of its publisher's list the one in use, in one transaction; look-ups go
    /// on meanwhile and see the old list or the new one. A damaged file is set aside once the new
    /// one is complete. `bundled`: the list came with the app.
    ///
    /// # Errors
    /// [`StoreError::BelowFloor`] where a newer one was ever installed under the same anchor,
    /// [`StoreError::VersionReused`], [`StoreError::WrongBase`], [`StoreError::OtherText`],
    /// [`StoreError::Bulk`], or why it could not be written. The list before stays in use.
    pub fn install(
        &self,
        update: &Verified<Update>,
        bundled: bool,
    ) -> Result<Installed, StoreError> {
        let _turn = locked(&self.replacing);
        self.install_in_turn(update.get(), bundled)
    }

    /// As [`Self::install`], for whoever holds `replacing`.
    pub(crate) fn install_in_turn(
        &self,
        update: &Update,
        bundled: bool,
    ) -> Result<Installed, StoreError> {
        let release = &update.release;
        let publisher = &release.publisher;
        let place = Place {
            create: true,
            ..self.list_place(publisher)?
        };
        // Without the state the file's own version is the only floor.
        let floor = locked(&self.live)
            .read(|db| live::floor(db, publisher, &release.anchor))
            .unwrap_or_default();
        let (is_broken, before) = self.make_way(publisher);
        let ours = before.filter(|info| info.anchor == release.anchor);
        let floor = floor.max(ours.map_or(Floor::default(), |info| info.floor()));
        let trust = locked(&self.homeless_trust).get(publisher).cloned();
        let terms = Terms {
            bundled,
            floor,
            trust: trust.as_ref(),
        };
        let written = if is_broken {
            None
        } else {
            match write(update, terms, place.clone()) {
                // Only now found out.
                Err(error) if error.is_broken() => {
                    self.mark_broken(publisher);
                    None
                }
                answer => Some(answer?),
            }
        };
        let installed = match written {
            Some(written) => written,
            None => self.replace_broken(update, terms, &place)?,
        };
        locked(&self.homeless_trust).remove(publisher);
        self.take_up(publisher, place);
        // Where this fails the floor is the version in the list's own file.
        let mut live = locked(&self.live);
        let _ = live::raise_floor(&mut live, publisher, &release.anchor, floor_of(release));
        Ok(if installed {
            Installed::Now
        } else {
            Installed::Already
        })
    }

    /// Lets another connection write to the publisher's file. Gives whether the file is damaged,
    /// and which list it held when it could be read.
    pub(crate) fn make_way(&self, publisher: &str) -> (bool, Option<ListInfo>) {
        let mut lists = locked(&self.lists);
        let Some(list) = lists.iter_mut().find(|list| list.publisher == publisher) else {
            return (false, None);
        };
        list.db.refresh();
        if !list.db.is_shared() && !list.db.is_broken() {
            list.db.close();
        }
        (list.db.is_broken(), list.info().cloned())
    }

    /// Another connection found the publisher's file damaged.
    pub(crate) fn mark_broken(&self, publisher: &str) {
        let mut lists = locked(&self.lists);
        let list = lists.iter_mut().find(|list| list.publisher == publisher);
        list.map(|list| list.db.mark_broken());
    }

    /// Writes the list into a file of its own, which then takes the damaged one's place.
    fn replace_broken(
        &self,
        update: &Update,
        terms: Terms<'_>,
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
        write(update, terms, new)?;
        if has_unmerged(&from) {
            // Its log could not be moved into it, and stays behind when the file is renamed.
            return Err(StoreError::DiskFull(file));
        }
        let mut lists = locked(&self.lists);
        let damaged = lists
            .iter_mut()
            .find(|one| one.publisher == update.release.publisher);
        if let Some(damaged) = damaged {
            damaged.db.renew_from(&from)?;
        }
        Ok(true)
    }

    /// Has look-ups ask the publisher's file as it is now.
    pub(crate) fn take_up(&self, publisher: &str, place: Place) {
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

/// Gives false where this list is there already.
fn write(update: &Update, terms: Terms<'_>, place: Place) -> Result<bool, StoreError> {
    let mut writer = Db::open(place);
    writer.be_thorough(INSTALL_WAITS)?;
    let written = writer.write(|tx| install(tx, update, terms))?;
    writer.checkpoint();
    Ok(written)
}
