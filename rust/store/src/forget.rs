//! Doing without a publisher.

use std::fs;

use crate::connect::beside;
use crate::error::{StoreError, is_there};
use crate::live;
use crate::store::{Store, locked};

impl Store {
    /// Drops the list of a publisher who is none any more: it answers nothing from now on. What its
    /// newest version was is remembered, so that the same publisher cannot come back with an older
    /// one.
    ///
    /// # Errors
    /// A file could not be removed. Until the next start the list answers nothing nevertheless.
    pub fn forget_list(&self, publisher: &str) -> Result<(), StoreError> {
        let _turn = locked(&self.replacing);
        let place = self.list_place(publisher)?;
        locked(&self.homeless_trust).remove(publisher);
        // Closes the file.
        locked(&self.lists).retain(|list| list.publisher != publisher);
        live::forget_sync_record(&mut locked(&self.live), publisher)?;
        for ending in ["-wal", "-shm", ""] {
            let file = beside(&place.path, ending);
            if is_there(&file) {
                fs::remove_file(file).map_err(|e| StoreError::from_io(place.file.clone(), &e))?;
            }
        }
        Ok(())
    }
}
