//! A metadata file: what is said, and who signed it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::canonical::canonical;
use crate::{Problem, Role, hex, time};

/// One metadata file, signed or not yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    signatures: Vec<Signature>,
    signed: Value,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Signature {
    keyid: String,
    sig: String,
}

impl Envelope {
    /// A file that nobody signed yet.
    pub fn new(said: &impl Serialize) -> Self {
        Self {
            signatures: Vec::new(),
            signed: serde_json::to_value(said).unwrap_or_default(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// `damaged`
    pub fn read(bytes: &[u8], role: Role) -> Result<Self, Problem> {
        let found: Self =
            serde_json::from_slice(bytes).map_err(|error| Problem::damaged(role.name(), error))?;
        let complete = found.signed["_type"] == role.name()
            && found.signed["version"]
                .as_u64()
                .is_some_and(|version| version > 0)
            && found.expires_s().is_some()
            && canonical(&found.signed).is_some();
        if complete {
            Ok(found)
        } else {
            let why = "type, version or expiry is missing, or a number has a fraction";
            Err(Problem::damaged(role.name(), why))
        }
    }

    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The bytes that are signed.
    pub fn payload(&self) -> Vec<u8> {
        canonical(&self.signed).expect("asked when it was read; what we make has no fraction")
    }

    /// Its version, from 1.
    pub fn version(&self) -> u64 {
        self.signed["version"].as_u64().unwrap_or_default()
    }

    /// When it expires, in seconds since 1970.
    pub fn expires_s(&self) -> Option<i64> {
        time::of_text(self.signed["expires"].as_str()?)
    }

    /// What it says.
    ///
    /// # Errors
    /// `damaged`
    pub fn said<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let name = self.signed["_type"].as_str().unwrap_or("metadata");
        serde_json::from_value(self.signed.clone()).map_err(|error| Problem::damaged(name, error))
    }

    /// Who signed, right or wrong: id of the key, signature.
    pub fn signatures(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        let all = self.signatures.iter();
        all.map(|one| (one.keyid.as_str(), hex::bytes(&one.sig).unwrap_or_default()))
    }

    /// Adds a signature, in place of an older one of the same key.
    pub fn put_signature(&mut self, key_id: &str, signature: &[u8]) {
        self.signatures.retain(|one| one.keyid != key_id);
        self.signatures.push(Signature {
            keyid: key_id.to_owned(),
            sig: hex::text(signature),
        });
        self.signatures
            .sort_by(|one, other| one.keyid.cmp(&other.keyid));
    }
}
