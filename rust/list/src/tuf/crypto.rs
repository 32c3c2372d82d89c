//! What `sigstore-crypto` asks of us: hashes and checks of signatures, on pure Rust.

use std::sync::Once;

use ed25519_dalek::{Signature as EdSignature, VerifyingKey as EdKey};
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{DerSignature, VerifyingKey as EcKey};
use sha2::Digest;
use sigstore_crypto::{CryptoProvider, Error, HashContext, SigningScheme};
use sigstore_types::HashAlgorithm;

pub(super) fn sha512(bytes: &[u8]) -> [u8; 64] {
    sha2::Sha512::digest(bytes).into()
}

/// Makes our checks those of the process. The crate has one set for all, and panics without.
pub(super) fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = sigstore_crypto::install_default_provider(&Checks);
        assert!(
            before.is_ok(),
            "nothing else in this program brings checks of its own"
        );
    });
}

#[derive(Debug)]
struct Checks;

impl CryptoProvider for Checks {
    fn hash(&self, algorithm: HashAlgorithm) -> Result<Box<dyn HashContext>, Error> {
        match algorithm {
            HashAlgorithm::Sha2256 => Ok(Box::new(Hash(sha2::Sha256::new()))),
            HashAlgorithm::Sha2512 => Ok(Box::new(Hash(sha2::Sha512::new()))),
            _ => Err(unsupported(&algorithm)),
        }
    }

    fn verify_raw(
        &self,
        scheme: SigningScheme,
        key: &[u8],
        data: &[u8],
        signature: &[u8],
    ) -> Result<(), Error> {
        let good = match scheme {
            SigningScheme::Ed25519 => ed25519(key, data, signature),
            SigningScheme::EcdsaP256Sha256 => p256(key, data, signature),
            #[cfg(feature = "rsa")]
            SigningScheme::RsaPssSha256 => super::rsa::verify(key, data, signature),
            _ => return Err(unsupported(&scheme)),
        };
        good.ok_or_else(|| Error::Verification("not a signature of this key".to_owned()))
    }

    fn verify_prehashed(
        &self,
        scheme: SigningScheme,
        _key: &[u8],
        _digest: &[u8],
        _signature: &[u8],
    ) -> Result<(), Error> {
        Err(unsupported(&scheme))
    }
}

/// Strict: keys and points of small order, with which one signature fits many texts, are refused.
fn ed25519(key: &[u8], data: &[u8], signature: &[u8]) -> Option<()> {
    let key = EdKey::from_bytes(key.try_into().ok()?).ok()?;
    let signature = EdSignature::from_slice(signature).ok()?;
    key.verify_strict(data, &signature).ok()
}

fn p256(key: &[u8], data: &[u8], signature: &[u8]) -> Option<()> {
    let key = EcKey::from_sec1_bytes(key).ok()?;
    let signature = DerSignature::try_from(signature).ok()?;
    key.verify(data, &signature).ok()
}

fn unsupported(what: &dyn std::fmt::Debug) -> Error {
    Error::UnsupportedAlgorithm(format!("{what:?}"))
}

struct Hash<D>(D);

impl<D: Digest + Send> HashContext for Hash<D> {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finalize(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}
