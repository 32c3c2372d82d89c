//! One key and its signatures, outside any metadata: who made settings for a relative's phone.

use serde_json::json;
use sigstore_tuf::Key;
use sigstore_types::SignatureBytes;

use super::{Keys, crypto};
use crate::{Sha256, hex};

/// A public key of a kind that phones take.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyMaterial {
    key: Key,
    material: Vec<u8>,
}

impl KeyMaterial {
    /// Reads a key: `ed25519` in hexadecimal, `ecdsa-sha2-nistp256` as PEM. `None` for every other.
    pub fn read(keytype: &str, text: &str) -> Option<Self> {
        if !Keys::Phone.allow(keytype) {
            return None;
        }
        crypto::install();
        let kind = if keytype == "ed25519" {
            keytype
        } else {
            "ecdsa"
        };
        let key = json!({ "keytype": kind, "scheme": keytype, "keyval": { "public": text } });
        let key: Key = serde_json::from_value(key).ok()?;
        let read = key.verification_key().ok()?;
        let material = [keytype.as_bytes(), b" ", read.as_bytes()].concat();
        Some(Self { key, material })
    }

    /// Whether the key made this signature.
    pub fn verifies(&self, data: &[u8], signature: &[u8]) -> bool {
        let signature = SignatureBytes::new(signature.to_vec());
        self.key.verify(data, &signature).is_ok()
    }

    /// The key's name: the SHA-256 of what it is, whatever it is written like. Hexadecimal.
    pub fn id(&self) -> String {
        hex(&Sha256::of(&self.material))
    }

    /// Sixteen digits of the name, in fours, to be read out on the telephone.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::of(&self.material);
        let groups = hash.chunks_exact(4).take(4).map(|four| {
            let four: [u8; 4] = four.try_into().unwrap_or_default();
            format!("{:04}", u32::from_be_bytes(four) % 10_000)
        });
        groups.collect::<Vec<_>>().join(" ")
    }
}
