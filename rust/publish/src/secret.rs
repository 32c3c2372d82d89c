//! Secret keys: made here, kept encrypted.

use ed25519_dalek::{Signer, SigningKey};
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::der::{Decode, Encode};
use pkcs8::pkcs5::pbes2::Parameters;
use pkcs8::pkcs5::scrypt;
use pkcs8::{
    AlgorithmIdentifierRef, EncryptedPrivateKeyInfo, LineEnding, ObjectIdentifier, PrivateKeyInfo,
    SecretDocument,
};
use zeroize::Zeroizing;

use crate::{Problem, PublicKey};

/// A passphrase; wiped from memory when it is no longer needed.
pub type Passphrase = Zeroizing<String>;

/// Fewest characters of a passphrase: a stolen disk must not give the key to a patient computer.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// Where passphrases come from: asked for by the name of the key; `true` for a new key, so that a
/// prompt can ask twice.
pub type Passphrases<'a> = dyn FnMut(&str, bool) -> Result<Passphrase, Problem> + 'a;

const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const LABEL: &str = "ENCRYPTED PRIVATE KEY";
/// Cost of a guess, as (log2 N, r, p): as much work as N = 2^17 in one lane, but in lanes of 16 MB,
/// because openssl opens no key that needs more than 32 MB.
const SCRYPT: (u8, u32, u32) = (14, 8, 8);

/// An ed25519 key that can sign.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// A new key, from the system's random source.
    ///
    /// # Errors
    /// `no_randomness`
    pub fn generate() -> Result<Self, Problem> {
        let mut seed = Zeroizing::new([0; 32]);
        random(&mut *seed)?;
        Ok(Self(SigningKey::from_bytes(&seed)))
    }

    /// The encrypted PKCS#8 file of the key: scrypt and AES-256, which `openssl pkey` reads, too.
    ///
    /// # Errors
    /// `passphrase_short`, `no_randomness`
    pub fn to_pem(&self, passphrase: &Passphrase) -> Result<String, Problem> {
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(Problem::new(
                "passphrase_short",
                format!("The passphrase has fewer than {SHORTEST_PASSPHRASE} characters."),
                "Take four or five words that nobody else would put together.",
            ));
        }
        let (mut salt, mut start) = ([0; 16], [0; 16]);
        random(&mut salt)?;
        random(&mut start)?;
        let failed = |error: &dyn std::fmt::Display| {
            Problem::new(
                "key_encryption",
                format!("The key cannot be encrypted: {error}."),
                "",
            )
        };
        let cost = scrypt::Params::new(SCRYPT.0, SCRYPT.1, SCRYPT.2, 32)
            .map_err(|error| failed(&error))?;
        let parameters =
            Parameters::scrypt_aes256cbc(cost, &salt, &start).map_err(|error| failed(&error))?;
        let seed = Zeroizing::new(self.0.to_bytes());
        let inner = OctetStringRef::new(&*seed)
            .and_then(|octets| octets.to_der())
            .map(Zeroizing::new)
            .map_err(|error| failed(&error))?;
        let algorithm = AlgorithmIdentifierRef {
            oid: ED25519,
            parameters: None,
        };
        PrivateKeyInfo::new(algorithm, &inner)
            .encrypt_with_params(parameters, passphrase.as_bytes())
            .map_err(|error| failed(&error))?
            .to_pem(LABEL, LineEnding::LF)
            .map(|pem| with_line_end(&pem))
            .map_err(|error| failed(&error))
    }

    /// The key of an encrypted PKCS#8 file, ours or one of `openssl genpkey -algorithm ed25519 -aes256`.
    ///
    /// # Errors
    /// `key_unreadable`, `passphrase_wrong`
    pub fn from_pem(pem: &str, passphrase: &Passphrase) -> Result<Self, Problem> {
        let unreadable = || {
            Problem::new(
                "key_unreadable",
                "This is no encrypted ed25519 key.",
                "Give a file that begins with -----BEGIN ENCRYPTED PRIVATE KEY-----; keys without a \
                 passphrase are not taken.",
            )
        };
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| unreadable())?;
        if label != LABEL {
            return Err(unreadable());
        }
        let info =
            EncryptedPrivateKeyInfo::try_from(document.as_bytes()).map_err(|_| unreadable())?;
        let plain = info.decrypt(passphrase.as_bytes()).map_err(|_| {
            Problem::new(
                "passphrase_wrong",
                "The passphrase does not open the key.",
                "Type it again; nobody can recover it. A lost key is replaced with `list rotate`.",
            )
        })?;
        let key = PrivateKeyInfo::from_der(plain.as_bytes()).map_err(|_| unreadable())?;
        let seed = OctetStringRef::from_der(key.private_key).map_err(|_| unreadable())?;
        let seed = <[u8; 32]>::try_from(seed.as_bytes()).map_err(|_| unreadable())?;
        if key.algorithm.oid != ED25519 {
            return Err(unreadable());
        }
        Ok(Self(SigningKey::from_bytes(&Zeroizing::new(seed))))
    }

    /// The key's public half.
    pub fn public(&self) -> PublicKey {
        PublicKey::ed25519(self.0.verifying_key().to_bytes())
    }

    /// Signs.
    pub fn sign(&self, payload: &[u8]) -> Vec<u8> {
        self.0.sign(payload).to_bytes().to_vec()
    }
}

/// Text files end with a line end.
pub(crate) fn with_line_end(text: &str) -> String {
    format!("{}\n", text.trim_end())
}

fn random(bytes: &mut [u8]) -> Result<(), Problem> {
    getrandom::fill(bytes).map_err(|error| {
        Problem::new(
            "no_randomness",
            format!("The system gives no random numbers: {error}."),
            "Make keys on another machine.",
        )
    })
}
