//! Whose settings are taken: the relative whose were first.

use cleardown_list::bundle::Bundle;
use serde::{Deserialize, Serialize};

use crate::api::{BundleRefusal, Relative};
use crate::kept::Kept;

/// The relative who set this phone up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pinned {
    /// The whole name of the key.
    key: String,
    #[serde(flatten)]
    pub(crate) sender: Relative,
}

impl Kept for Pinned {
    const NAME: &'static str = "relative";
}

impl Pinned {
    pub(super) fn of(bundle: &Bundle) -> Self {
        Self {
            key: bundle.key.id(),
            sender: Relative::of(bundle),
        }
    }

    /// Why these settings do not follow those that are in use.
    pub(super) fn refuses(&self, bundle: &Bundle) -> Option<BundleRefusal> {
        let (new, used) = (bundle.text.version, self.sender.version);
        match () {
            () if bundle.key.id() != self.key => Some(BundleRefusal::OtherKey),
            () if new < used => Some(BundleRefusal::Old),
            () if new == used => Some(BundleRefusal::InUse),
            () => None,
        }
    }
}

impl Relative {
    pub(super) fn of(bundle: &Bundle) -> Self {
        Self {
            from: bundle.text.from.clone(),
            fingerprint: bundle.key.fingerprint(),
            version: bundle.text.version,
            made: bundle.text.made.clone(),
        }
    }
}
