//! Public keys: who may sign.

use cleardown_list::Sha256;
use ed25519_dalek as ed25519;
use p256::ecdsa;
use p256::pkcs8::{DecodePublicKey, EncodePublicKey, LineEnding};
use serde::{Deserialize, Serialize};

use crate::canonical::canonical;
use crate::secret::with_line_end;
use crate::{Problem, hex};

/// A public key as it stands in metadata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicKey {
    keytype: String,
    scheme: String,
    keyval: KeyValue,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeyValue {
    public: String,
}

const ED25519: &str = "ed25519";
const ECDSA: &str = "ecdsa";
const P256: &str = "ecdsa-sha2-nistp256";
const BEGIN: &str = "-----BEGIN";
/// What stands before the 32 bytes of an ed25519 key in a PEM file (RFC 8410).
const ED25519_INFO: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

impl PublicKey {
    /// An ed25519 key.
    pub fn ed25519(bytes: [u8; 32]) -> Self {
        Self::new(ED25519, ED25519, hex::text(&bytes))
    }

    /// A key as tokens, key services and `openssl pkey -pubout` give it: PEM of an ed25519 or P-256
    /// key, or hexadecimal: 64 digits for ed25519, 66 or 130 for a point of P-256.
    ///
    /// # Errors
    /// `key_unreadable`
    pub fn from_text(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let found = if text.starts_with(BEGIN) {
            from_pem(text)
        } else {
            hex::bytes(text).and_then(|bytes| from_bytes(&bytes))
        };
        found.ok_or_else(|| {
            Problem::new(
                "key_unreadable",
                "This is no public key that phones know.",
                "Give an ed25519 or P-256 key, as a PEM file (-----BEGIN PUBLIC KEY-----) or in \
                 hexadecimal.",
            )
        })
    }

    /// The key's name in metadata: the hash of its canonical form.
    pub fn id(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        let bytes = canonical(&value).expect("a key is text alone");
        hex::text(&Sha256::of(&bytes))
    }

    /// What sort of key, for people.
    pub fn sort(&self) -> &str {
        &self.scheme
    }

    /// An ed25519 key in hexadecimal; `None` for every other.
    pub fn ed25519_hex(&self) -> Option<String> {
        self.ed25519_bytes().map(|bytes| hex::text(&bytes))
    }

    /// The key as a file that other programs read.
    pub fn to_pem(&self) -> String {
        let Some(bytes) = self.ed25519_bytes() else {
            return with_line_end(&self.keyval.public);
        };
        let info = [&ED25519_INFO[..], &bytes].concat();
        pkcs8::Document::try_from(info.as_slice())
            .ok()
            .and_then(|document| document.to_pem("PUBLIC KEY", LineEnding::LF).ok())
            .map(|pem| with_line_end(&pem))
            .unwrap_or_default()
    }

    /// Whether the key made this signature.
    pub fn verifies(&self, payload: &[u8], signature: &[u8]) -> bool {
        match self.scheme.as_str() {
            ED25519 => self.verifies_ed25519(payload, signature).unwrap_or(false),
            P256 => self.verifies_p256(payload, signature).unwrap_or(false),
            _ => false,
        }
    }

    /// A signature as another program made it (bytes or hexadecimal; for P-256 in DER form or as 64
    /// bytes), in the form of metadata, if it is one of this key.
    pub fn accept(&self, payload: &[u8], given: &[u8]) -> Option<Vec<u8>> {
        let read = std::str::from_utf8(given)
            .ok()
            .map(str::trim)
            .and_then(hex::bytes);
        let forms = [Some(given.to_vec()), read];
        forms.into_iter().flatten().find_map(|bytes| {
            let as_der = (self.scheme == P256)
                .then(|| ecdsa::Signature::from_slice(&bytes).ok())
                .flatten()
                .map(|signature| signature.to_der().as_bytes().to_vec());
            [Some(bytes), as_der]
                .into_iter()
                .flatten()
                .find(|form| self.verifies(payload, form))
        })
    }

    fn new(keytype: &str, scheme: &str, public: String) -> Self {
        Self {
            keytype: keytype.to_owned(),
            scheme: scheme.to_owned(),
            keyval: KeyValue { public },
        }
    }

    fn ed25519_bytes(&self) -> Option<[u8; 32]> {
        (self.scheme == ED25519)
            .then(|| hex::bytes(&self.keyval.public)?.try_into().ok())
            .flatten()
    }

    fn verifies_ed25519(&self, payload: &[u8], signature: &[u8]) -> Option<bool> {
        let key = ed25519::VerifyingKey::from_bytes(&self.ed25519_bytes()?).ok()?;
        let signature = ed25519::Signature::from_slice(signature).ok()?;
        Some(key.verify_strict(payload, &signature).is_ok())
    }

    fn verifies_p256(&self, payload: &[u8], signature: &[u8]) -> Option<bool> {
        let key = ecdsa::VerifyingKey::from_public_key_pem(&self.keyval.public).ok()?;
        let signature = ecdsa::Signature::from_der(signature).ok()?;
        Some(ecdsa::signature::Verifier::verify(&key, payload, &signature).is_ok())
    }
}

fn from_pem(text: &str) -> Option<PublicKey> {
    if let Ok(key) = ecdsa::VerifyingKey::from_public_key_pem(text) {
        return p256_key(&key);
    }
    let (_, document) = pkcs8::Document::from_pem(text).ok()?;
    from_bytes(document.as_bytes().strip_prefix(&ED25519_INFO)?)
}

fn from_bytes(bytes: &[u8]) -> Option<PublicKey> {
    if let Ok(raw) = <[u8; 32]>::try_from(bytes) {
        ed25519::VerifyingKey::from_bytes(&raw).ok()?;
        return Some(PublicKey::ed25519(raw));
    }
    p256_key(&ecdsa::VerifyingKey::from_sec1_bytes(bytes).ok()?)
}

fn p256_key(key: &ecdsa::VerifyingKey) -> Option<PublicKey> {
    let pem = key.to_public_key_pem(LineEnding::LF).ok()?;
    Some(PublicKey::new(ECDSA, P256, pem))
}
