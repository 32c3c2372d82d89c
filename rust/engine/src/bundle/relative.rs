//! Whose settings are taken: the relative whose were first.

use cleardown_list::bundle::Bundle;
use serde::{Deserialize, Serialize};

use crate::EngineError;
use crate::api::{BundleRefusal, Relative};
use crate::engine::Inner;

/// Its name among what the store keeps.
const NAME: &str = "relative";

/// The relative who set this phone up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pinned {
    /// The whole name of the key.
    key: String,
    #[serde(flatten)]
    pub(crate) sender: Relative,
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

impl Inner {
    /// # Errors
    /// It could not be read: then nobody's settings are taken.
    pub(crate) fn relative(&self) -> Result<Option<Pinned>, EngineError> {
        let json = self.files.store().kept(NAME)?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
    }

    pub(super) fn pin_relative(&self, relative: Option<&Pinned>) -> Result<(), EngineError> {
        let json = relative.map(serde_json::to_string).transpose();
        let json = json.map_err(|_| EngineError::State)?;
        Ok(self.files.store().keep(NAME, json.as_deref())?)
    }
}
