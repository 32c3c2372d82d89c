//! Which list is installed, and its text.

use crate::StoreError;
use crate::db::{Db, Place};
use crate::error::{Fault, StoreFile, is_there};
use crate::list::{self, ListInfo};
use crate::store::{Store, locked};

impl Store {
    /// Which list of this publisher is installed; `None`: none, or a damaged file, which only a
    /// whole list mends. Looks at every page: milliseconds per megabyte.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn installed(&self, publisher: &str) -> Result<Option<ListInfo>, StoreError> {
        let _turn = locked(&self.replacing);
        if self.list_there(publisher)?.is_none() || self.make_way(publisher).0 {
            return Ok(None);
        }
        match self.check_beside(publisher) {
            Err(error) if error.is_broken() => Ok(None),
            answer => answer,
        }
    }

    /// Writes the text of the list installed to `out`, piece by piece: the text that was signed.
    /// Look-ups go on meanwhile. Gives which list it is.
    ///
    /// # Errors
    /// [`StoreError::NoList`], or the file cannot be read; what was written then is of no use.
    pub fn write_text_of(
        &self,
        publisher: &str,
        out: &mut dyn FnMut(&[u8]),
    ) -> Result<ListInfo, StoreError> {
        let _turn = locked(&self.replacing);
        let place = self.list_there(publisher)?.ok_or(StoreError::NoList)?;
        let broken = StoreError::Broken(StoreFile::List(publisher.to_owned()));
        // In one transaction, so that all of it is of one version.
        Db::open(place).view(|db| {
            let info = list::read_info(db)?.ok_or(StoreError::NoList)?;
            match list::write_text(db, info.numbers, out)? {
                true => Ok(info),
                false => Err(Fault::from(broken)),
            }
        })
    }

    /// The publisher's file, to be opened beside the one that look-ups use; `None`: there is none.
    pub(crate) fn list_there(&self, publisher: &str) -> Result<Option<Place>, StoreError> {
        let place = self.list_place(publisher)?;
        if !is_there(&place.path) {
            return Ok(None);
        }
        self.make_way(publisher);
        Ok(Some(place))
    }
}
