//! What is kept of the PIN.

use cleardown_core::PinTries;
use serde::{Deserialize, Serialize};

use super::PinHash;
use crate::EngineError;
use crate::engine::Inner;

/// Its name among what the store keeps.
const NAME: &str = "pin";

/// The PIN's hash, and how often it was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PinRecord {
    pub(super) hash: PinHash,
    pub(super) tries: PinTries,
}

impl PinRecord {
    /// A PIN that nobody has tried.
    pub(super) fn new(hash: PinHash) -> Self {
        Self {
            hash,
            tries: PinTries::default(),
        }
    }
}

impl Inner {
    /// A record that makes no sense is none: it could never be opened.
    pub(super) fn kept_pin(&self) -> Result<Option<PinRecord>, EngineError> {
        let json = self.files.store().kept(NAME)?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
    }

    pub(super) fn keep_pin(&mut self, record: Option<&PinRecord>) -> Result<(), EngineError> {
        let json = record.map(serde_json::to_string).transpose();
        let json = json.map_err(|_| EngineError::State)?;
        Ok(self.files.store().keep(NAME, json.as_deref())?)
    }
}
