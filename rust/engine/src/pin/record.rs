//! What is kept of the PIN.

use cleardown_core::PinTries;
use serde::{Deserialize, Serialize};

use super::PinHash;
use crate::kept::Kept;

/// The PIN's hash, and how often it was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PinRecord {
    pub(super) hash: PinHash,
    pub(super) tries: PinTries,
}

impl Kept for PinRecord {
    const NAME: &'static str = "pin";
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
