//! RSA-PSS, for the plain client.

use rsa::RsaPublicKey;
use rsa::pkcs1::DecodeRsaPublicKey;
use rsa::pss::{Signature, VerifyingKey};
use rsa::signature::Verifier;
use sha2::Sha256;

/// Whether this is the RSA-PSS signature with SHA-256, its salt as long as the hash, that the key of
/// this PKCS #1 form gives.
pub(super) fn verify(key: &[u8], data: &[u8], signature: &[u8]) -> Option<()> {
    let key = RsaPublicKey::from_pkcs1_der(key).ok()?;
    let signature = Signature::try_from(signature).ok()?;
    VerifyingKey::<Sha256>::new(key)
        .verify(data, &signature)
        .ok()
}
