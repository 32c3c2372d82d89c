//! What a phone trusts, kept beside the rows that it vouches for.

use std::sync::Arc;

use cleardown_list::tuf::TrustFiles;
use cleardown_store::{Store, StoreError};

use super::{Keep, KeepError};

/// One publisher's place in the store.
#[derive(Clone, Debug)]
pub(crate) struct InStore {
    pub(crate) store: Arc<Store>,
    pub(crate) publisher: String,
}

impl Keep for InStore {
    fn save(&mut self, files: &TrustFiles) -> Result<(), KeepError> {
        Ok(self.store.save_trust(&self.publisher, files)?)
    }

    /// Lists have no delegated roles.
    fn delegated(&mut self, _role: &str) -> Option<Vec<u8>> {
        None
    }

    fn save_delegated(&mut self, _role: &str, _bytes: &[u8]) -> Result<(), KeepError> {
        Ok(())
    }
}

impl From<StoreError> for KeepError {
    fn from(error: StoreError) -> Self {
        Self {
            code: error.code(),
            text: error.to_string(),
            remedy: error.remedy(),
        }
    }
}
