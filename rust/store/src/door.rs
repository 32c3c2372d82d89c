//! The one place where a write may be refused on purpose, for tests of a full disk.

use crate::error::{StoreError, StoreFile};

#[cfg(feature = "doors")]
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Asked before every write. Without the feature `doors` it always lets through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Door {
    #[cfg(feature = "doors")]
    full: Arc<AtomicBool>,
}

impl Door {
    #[cfg(feature = "doors")]
    pub(crate) fn set_full(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    #[cfg(feature = "doors")]
    pub(crate) fn check(&self, file: &StoreFile) -> Result<(), StoreError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(StoreError::DiskFull(file.clone()));
        }
        Ok(())
    }

    #[cfg(not(feature = "doors"))]
    pub(crate) fn check(&self, _file: &StoreFile) -> Result<(), StoreError> {
        Ok(())
    }
}
