//! Publishers that the settings do not name any more.

use std::collections::BTreeSet;
use std::sync::{PoisonError, TryLockError};

use cleardown_store::Store;

use crate::Engine;
use crate::api::PublisherConfig;

impl Engine {
    /// Drops the lists of publishers that are not among `after` as they were, at once if no run is
    /// just checking a file; else that run does it when it is done with that.
    pub(crate) fn do_without(&self, before: Vec<PublisherConfig>, after: &[PublisherConfig]) {
        if before == after {
            return;
        }
        let gone = before.into_iter().filter(|one| !after.contains(one));
        let gone: BTreeSet<String> = gone.map(|one| one.id).collect();
        let mut removed = self.removed.lock().unwrap_or_else(PoisonError::into_inner);
        removed.extend(gone);
        drop(removed);
        let mut slot = match self.sync.try_lock() {
            Ok(slot) => slot,
            Err(TryLockError::Poisoned(slot)) => slot.into_inner(),
            Err(TryLockError::WouldBlock) => return,
        };
        // It was about other publishers.
        *slot = None;
        if let Ok(inner) = self.lock() {
            let store = inner.files.store();
            drop(inner);
            self.forget(&store);
        }
    }

    /// Drops the lists that [`Self::do_without`] could not. For whoever holds the run.
    pub(crate) fn forget(&self, store: &Store) {
        let mut removed = self.removed.lock().unwrap_or_else(PoisonError::into_inner);
        removed.retain(|publisher| store.forget_list(publisher).is_err());
    }

    /// Whether publishers were removed since a run began.
    pub(crate) fn has_removed(&self) -> bool {
        let removed = self.removed.lock().unwrap_or_else(PoisonError::into_inner);
        !removed.is_empty()
    }
}

/// Drops lists that nobody is known to publish: what another version of the app knew, or what a
/// process that ended too early could not drop. The list that came with the app stays.
pub(crate) fn drop_strangers(store: &Store, publishers: &[PublisherConfig], ours: &str) {
    for list in store.lists() {
        let is_known = publishers.iter().any(|one| one.id == list.publisher);
        if !is_known && !list.bundled && list.publisher != ours {
            // It is tried again with the next run.
            let _ = store.forget_list(&list.publisher);
        }
    }
}
