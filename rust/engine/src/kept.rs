//! What the store keeps by name: one of each kind, as JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::EngineError;
use crate::engine::Inner;

/// Something of which one is kept.
pub(crate) trait Kept: Serialize + DeserializeOwned {
    /// Its name. Never changes.
    const NAME: &'static str;
}

impl Inner {
    /// What is kept. One that makes no sense is none.
    ///
    /// # Errors
    /// It could not be read.
    pub(crate) fn kept<T: Kept>(&self) -> Result<Option<T>, EngineError> {
        let json = self.files.store().kept(T::NAME)?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// Keeps it, or forgets what was kept.
    ///
    /// # Errors
    /// It could not be written.
    pub(crate) fn keep<T: Kept>(&self, what: Option<&T>) -> Result<(), EngineError> {
        let json = what.map(serde_json::to_string).transpose();
        let json = json.map_err(|_| EngineError::State)?;
        Ok(self.files.store().keep(T::NAME, json.as_deref())?)
    }
}
