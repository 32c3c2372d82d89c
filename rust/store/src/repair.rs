//! What is put right off the call path.

use cleardown_list::{Update, Verified};

use crate::StoreError;
use crate::db::Db;
use crate::history;
use crate::list::{ListFile, ListInfo};
use crate::live;
use crate::store::{Store, locked};
use crate::trouble::Trouble;

impl Store {
    /// Looks at every page of every file, sets damaged ones aside, makes them anew, installs the
    /// `bundled` list where its publisher has none or a damaged one, moves calls that wait, and
    /// empties the logs. Gives what was found; each is counted as a health event, too. For a
    /// background thread: about 50 ms for a million numbers on a server.
    ///
    /// The bundled list never takes the place of a newer one. Where a newer list is damaged, the
    /// file goes on answering as far as it can be read.
    pub fn repair(&self, now_ms: i64, bundled: &Verified<Update>) -> Vec<Trouble> {
        let _turn = locked(&self.replacing);
        let lost_before = locked(&self.lost).len();
        let mut found = Vec::new();
        found.extend(self.repair_file(&mut locked(&self.live), Self::heal_live));
        found.extend(self.repair_history());
        found.extend(self.repair_lists(bundled.get()));
        found.splice(0..0, locked(&self.lost)[lost_before..].iter().cloned());
        let mut live = locked(&self.live);
        for trouble in &found {
            // A state that cannot be written is among the troubles already.
            let _ = live::note_health(&mut live, trouble.code, now_ms);
        }
        live.checkpoint();
        found
    }

    fn repair_history(&self) -> Option<Trouble> {
        let mut slot = locked(&self.history);
        let history = self.opened(&mut slot)?;
        let trouble = self.repair_file(history, Self::heal_history);
        // What keeps calls waiting is among the troubles: both files were looked at.
        let _ = history::move_waiting(&mut locked(&self.live), history);
        history.checkpoint();
        trouble
    }

    /// Gives what could not be put right.
    fn repair_file(
        &self,
        db: &mut Db,
        heal: impl Fn(&Self, &mut Db) -> Result<bool, StoreError>,
    ) -> Option<Trouble> {
        db.refresh();
        let checked = db.check_pages();
        match (heal(self, db), checked) {
            (Err(error), _) | (Ok(false), Err(error)) => Some(Trouble::from(&error)),
            _ => None,
        }
    }

    fn repair_lists(&self, bundled: &Update) -> Vec<Trouble> {
        let ours = &bundled.release.publisher;
        let mut found = Vec::new();
        let mut missing = true;
        for (publisher, checked) in self.check_lists() {
            let is_ours = publisher == *ours;
            missing &= !is_ours || matches!(checked, Ok(None));
            let trouble = match checked {
                Ok(Some(info)) => {
                    let mirrored = self.mirror_floor(&info);
                    let renewed = if is_ours {
                        self.renew(bundled, &info)
                    } else {
                        Ok(())
                    };
                    mirrored.and(renewed).err().map(|e| Trouble::from(&e))
                }
                Ok(None) => None,
                Err(e) if e.is_broken() && is_ours => Some(self.rebuild(bundled)),
                Err(e) => Some(Trouble::from(&e)),
            };
            found.extend(trouble);
        }
        if missing {
            let had_one = locked(&self.live).read(|db| live::had_list(db, ours));
            let trouble = self.rebuild(bundled);
            found.extend((had_one != Ok(false) || trouble.code != REBUILT).then_some(trouble));
        }
        found
    }

    /// Each publisher with the list installed, `None` for none yet, or what is wrong. A sound file is checked through
    /// a connection of its own, so that look-ups go on.
    fn check_lists(&self) -> Vec<(String, Result<Option<ListInfo>, StoreError>)> {
        let mut lists = locked(&self.lists);
        let mut checked = Vec::new();
        let mut later = Vec::new();
        for list in lists.iter_mut() {
            list.db.refresh();
            if list.db.is_broken() || !list.db.is_shared() {
                checked.push((list.publisher.clone(), list.check()));
            } else {
                later.push(list.publisher.clone());
            }
        }
        drop(lists);
        checked.extend(later.into_iter().map(|publisher| {
            let answer = self.check_beside(&publisher);
            (publisher, answer)
        }));
        checked
    }

    pub(crate) fn check_beside(&self, publisher: &str) -> Result<Option<ListInfo>, StoreError> {
        let db = Db::open(self.list_place(publisher)?);
        let mut beside = ListFile::new(publisher.to_owned(), db);
        let answer = beside.check();
        if beside.db.is_broken() {
            self.mark_broken(publisher);
        }
        answer
    }

    /// A floor is lost when the state is set aside; the list's own file knows it still.
    fn mirror_floor(&self, info: &ListInfo) -> Result<(), StoreError> {
        let mut live = locked(&self.live);
        live::raise_floor(&mut live, &info.publisher, &info.anchor, info.floor())
    }

    /// A newer app brings a newer list; one that was fetched is not touched.
    fn renew(&self, bundled: &Update, info: &ListInfo) -> Result<(), StoreError> {
        let release = &bundled.release;
        let is_other = info.sha256 != Some(release.sha256);
        if !info.bundled || !is_other || info.issued_ms > release.issued_ms {
            return Ok(());
        }
        match self.install_in_turn(bundled, true) {
            Err(StoreError::BelowFloor { .. } | StoreError::VersionReused { .. }) => Ok(()),
            answer => answer.map(drop),
        }
    }

    fn rebuild(&self, bundled: &Update) -> Trouble {
        match self.install_in_turn(bundled, true) {
            Ok(_) => Trouble::new(
                REBUILT,
                "The list was damaged or missing. The list that came with the app is in use until \
                 a newer one is fetched.",
            ),
            Err(StoreError::BelowFloor { .. }) => Trouble::new(
                "list_rebuild_too_old",
                "The list is damaged, and the one that came with the app is older. What can still \
                 be read of it stays in use; fetch the newest list.",
            ),
            Err(error) => Trouble::from(&error),
        }
    }
}

const REBUILT: &str = "list_rebuilt";
