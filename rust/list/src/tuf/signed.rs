//! One signed file: read, and its signatures counted.

use std::collections::{BTreeMap, BTreeSet};

use sigstore_tuf::{Error, Key, Metadata, RoleKeys};

use super::{Keys, Role, TrustError};

/// A file whose signatures were counted.
#[derive(Clone, Debug)]
pub(super) struct Held<T> {
    pub(super) file: Metadata<T>,
    pub(super) bytes: Vec<u8>,
}

/// Who may sign a role: its keys by their names, and how many of them it needs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Authority {
    keys: BTreeMap<String, Key>,
    role: RoleKeys,
}

impl Authority {
    /// The keys that this role names, as far as keys of their kind may sign at all.
    pub(super) fn new(profile: Keys, all: &BTreeMap<String, Key>, role: &RoleKeys) -> Self {
        let keys = role.keyids.iter().filter_map(|id| {
            let key = all.get(id).filter(|key| profile.allow(&key.scheme))?;
            Some((id.clone(), key.clone()))
        });
        Self {
            keys: keys.collect(),
            role: role.clone(),
        }
    }

    /// Whether other keys or another number of them signs than in `other`. Names of keys do not
    /// matter.
    pub(super) fn differs(&self, other: &Self) -> bool {
        self.role.threshold != other.role.threshold || self.materials() != other.materials()
    }

    fn materials(&self) -> BTreeSet<Vec<u8>> {
        self.keys.values().filter_map(material).collect()
    }

    /// How many different keys signed the file. A key that goes by two names counts once.
    fn signers<T: sigstore_tuf::Role>(&self, file: &Metadata<T>) -> usize {
        let signed = self.keys.iter().filter(|(id, _)| {
            let mut alone = self.role.clone();
            alone.keyids = vec![(*id).clone()];
            alone.threshold = 1;
            file.verify_threshold(&self.keys, &alone, T::TYPE).is_ok()
        });
        let materials: BTreeSet<_> = signed.filter_map(|(_, key)| material(key)).collect();
        materials.len()
    }
}

impl<T: sigstore_tuf::Role> Held<T> {
    /// Reads a file of this role. Nobody's signature is counted yet.
    pub(super) fn read(role: Role, profile: Keys, bytes: &[u8]) -> Result<Self, TrustError> {
        let (size, most) = (bytes.len() as u64, profile.caps().of(role));
        if size > most {
            return Err(TrustError::TooLarge {
                role,
                bytes: size,
                most,
            });
        }
        super::crypto::install();
        let file = Metadata::from_slice(bytes).map_err(|error| unreadable(role, &error))?;
        Ok(Self {
            file,
            bytes: bytes.to_vec(),
        })
    }

    /// Counts the signatures of those who may sign.
    pub(super) fn check(&self, role: Role, authority: &Authority) -> Result<(), TrustError> {
        let needed = authority.role.threshold;
        if needed == 0 {
            let what = "it needs no signature at all".to_owned();
            return Err(TrustError::Unreadable { role, what });
        }
        let mut names = BTreeSet::new();
        let signatures = self.file.signatures();
        if !signatures.iter().all(|one| names.insert(&one.keyid)) {
            return Err(TrustError::DuplicateSignature { role });
        }
        let found = authority.signers(&self.file);
        if found < needed {
            return Err(TrustError::Threshold {
                role,
                found,
                needed,
            });
        }
        Ok(())
    }

    pub(super) fn signed(&self) -> &T {
        self.file.signed()
    }

    /// A file is good before the second of its expiry (specification 5.3.10, 5.4.4, 5.5.6, 5.6.6).
    pub(super) fn check_fresh(&self, role: Role, now_s: i64) -> Result<(), TrustError> {
        let expires = self.signed().expires();
        if expires.as_second() <= now_s {
            let expires = expires.to_string();
            return Err(TrustError::Expired { role, expires });
        }
        Ok(())
    }
}

/// What a key is, whatever it is called.
fn material(key: &Key) -> Option<Vec<u8>> {
    let read = key.verification_key().ok()?;
    Some([key.scheme.as_bytes(), b" ", read.as_bytes()].concat())
}

fn unreadable(role: Role, error: &Error) -> TrustError {
    let mut what = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(one) = cause {
        what = format!("{what}: {one}");
        cause = one.source();
    }
    TrustError::Unreadable { role, what }
}
