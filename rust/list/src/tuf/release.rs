//! From the trusted targets to a list that may be installed.

use crate::wire::{MOST_DELTA_BYTES, unpack};
use crate::{Release, Update, Verified, WireError};

use super::{DeltaOffer, Trust, TrustError};

impl Trust {
    /// The newest list, as the publisher signed it.
    ///
    /// # Errors
    /// There is none, or a phone does not take such a list.
    pub fn release(&self) -> Result<Release, TrustError> {
        let newest = self.newest()?;
        let release = Release {
            anchor: self.anchor(),
            publisher: newest.publisher,
            title: newest.title,
            epoch: self.epoch(),
            version: newest.version,
            issued_ms: newest.issued_ms,
            rows: newest.rows,
            codes: newest.codes,
            sha256: newest.sha256,
            bytes: newest.bytes,
            bulk: newest.bulk,
        };
        release.check().map_err(refused)?;
        Ok(release)
    }

    /// The newest list, from the file with all of it.
    ///
    /// # Errors
    /// The chain above it is not fresh, the file is not the one announced, or a phone does not take
    /// such a list.
    pub fn verify_full(&self, gz: &[u8], now_s: i64) -> Result<Verified<Update>, TrustError> {
        self.check_complete(now_s)?;
        let release = self.release()?;
        self.newest()?.full.check(gz)?;
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
        let release = self.release()?;
        let deltas = self.newest()?.deltas;
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
}

fn refused(error: WireError) -> TrustError {
    TrustError::List {
        code: error.code(),
        what: error.to_string(),
    }
}
