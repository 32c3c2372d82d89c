//! What a publisher is trusted by, kept for the next time it is asked.

use std::fs;

use cleardown_list::tuf::TrustFiles;

use crate::StoreError;
use crate::db::{Db, Place};
use crate::install::INSTALL_WAITS;
use crate::list;
use crate::store::{Store, locked};

impl Store {
    /// What was last saved for this publisher; `None` where nothing ever was.
    ///
    /// # Errors
    /// The file cannot be read. A damaged file counts as one where nothing was saved, unless
    /// something was since.
    pub fn trust_of(&self, publisher: &str) -> Result<Option<TrustFiles>, StoreError> {
        let _turn = locked(&self.replacing);
        if let Some(trust) = locked(&self.homeless_trust).get(publisher) {
            return Ok(Some(trust.clone()));
        }
        let Some(place) = self.list_there(publisher)? else {
            return Ok(None);
        };
        match Db::open(place).read(list::read_trust) {
            Err(error) if error.is_broken() => Ok(None),
            answer => answer,
        }
    }

    /// Keeps what was verified, in the file of the publisher's list; where there is no file it is
    /// made, without rows. All of it in one transaction that survives a power cut. Without a room
    /// in a damaged file it is kept in memory, for the file that the next installation makes.
    ///
    /// To be called after every verified step: a publisher who withholds the next file must not
    /// keep a key trusted that was revoked.
    ///
    /// # Errors
    /// It could not be written; what was saved before still is.
    pub fn save_trust(&self, publisher: &str, trust: &TrustFiles) -> Result<(), StoreError> {
        let _turn = locked(&self.replacing);
        let place = Place {
            create: true,
            ..self.list_place(publisher)?
        };
        // Where this fails, opening the file fails too, and tells.
        let _ = fs::create_dir_all(self.dirs.lists());
        let is_broken = self.make_way(publisher).0;
        let written = if is_broken {
            Err(StoreError::Broken(place.file.clone()))
        } else {
            save(trust, place.clone())
        };
        match written {
            Err(error) if error.is_broken() => {
                let mut homeless = locked(&self.homeless_trust);
                homeless.insert(publisher.to_owned(), trust.clone());
                return Ok(());
            }
            other => other?,
        }
        self.take_up(publisher, place);
        Ok(())
    }
}

fn save(trust: &TrustFiles, place: Place) -> Result<(), StoreError> {
    let mut writer = Db::open(place);
    writer.be_thorough(INSTALL_WAITS)?;
    if writer.read(list::read_trust)?.as_ref() != Some(trust) {
        writer.write(|tx| Ok(list::write_trust(tx, trust)?))?;
        writer.checkpoint();
    }
    Ok(())
}
