//! From the trusted targets to a list that may be installed.

use crate::wire::{MOST_DELTA_BYTES, unpack};
use crate::{Release, Update, Verified, WireError};

use super::{DeltaOffer, NewestList, Trust, TrustError};

impl Trust {
    /// The newest list, as the publisher signed it.
    ///
    /// # Errors
    /// There is none, or a phone does not take such a list.
    pub fn release(&self) -> Result<Release, TrustError> {
        Ok(self.acceptable()?.release)
    }

    /// The newest list, from the file with all of it.
    ///
    /// # Errors
    /// The chain above it is not fresh, the file is not the one announced, or a phone does not take
    /// such a list.
    pub fn verify_full(&self, gz: &[u8], now_s: i64) -> Result<Verified<Update>, TrustError> {
        self.check_complete(now_s)?;
        let NewestList { release, full, .. } = self.acceptable()?;
        full.check(gz)?;
        let text = unpack(gz, release.bytes).map_err(refused)?;
        Ok(Verified::new(Update::full(release, text).map_err(refused)?))
    }

    /// The newest list, from a file with what changed since an older one.
    ///
    /// # Errors
    /// As [`Trust::verify_full`].
    pub fn verify_delta(
        &self,
        delta: &DeltaOffer,
        gz: &[u8],
        now_s: i64,
    ) -> Result<Verified<Update>, TrustError> {
        self.check_complete(now_s)?;
        let NewestList {
            release, deltas, ..
        } = self.acceptable()?;
        let offered = deltas.iter().find(|one| *one == delta);
        let offered = offered.ok_or_else(|| TrustError::NoTarget {
            path: delta.target.path().to_owned(),
        })?;
        offered.target.check(gz)?;
        let text = unpack(gz, MOST_DELTA_BYTES).map_err(refused)?;
        let update = Update::delta(release, offered.base, offered.base_sha256, text);
        Ok(Verified::new(update.map_err(refused)?))
    }

    /// The newest list, where its text is the one in use already and only its version is new.
    ///
    /// # Errors
    /// As [`Trust::verify_full`].
    pub fn verify_same(&self, now_s: i64) -> Result<Verified<Update>, TrustError> {
        self.check_complete(now_s)?;
        let update = Update::same(self.release()?).map_err(refused)?;
        Ok(Verified::new(update))
    }

    fn acceptable(&self) -> Result<NewestList, TrustError> {
        let newest = self.newest()?;
        newest.release.check().map_err(refused)?;
        Ok(newest)
    }
}

fn refused(error: WireError) -> TrustError {
    TrustError::List {
        code: error.code(),
        what: error.to_string(),
    }
}
