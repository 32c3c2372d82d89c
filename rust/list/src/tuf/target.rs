//! A file that a publisher vouches for.

use serde_json::Value;
use sigstore_tuf::TargetFile;

use crate::{Sha256, hex};

use super::TrustError;
use super::crypto::sha512;

/// What is known of a target before it is fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetInfo {
    path: String,
    file: TargetFile,
}

impl TargetInfo {
    pub(super) fn new(path: &str, file: &TargetFile) -> Self {
        Self {
            path: path.to_owned(),
            file: file.clone(),
        }
    }

    /// Its path, as the publisher writes it. Never to be joined to a folder.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its size in bytes.
    pub fn length(&self) -> u64 {
        self.file.length
    }

    /// What the publisher says of it beside length and hashes.
    pub fn custom(&self) -> Option<&Value> {
        self.file.custom.as_ref()
    }

    /// Its path on the server. With consistent snapshots the last part begins with its hash.
    pub(super) fn remote_path(&self, consistent: bool) -> Result<String, TrustError> {
        if !consistent {
            return Ok(self.path.clone());
        }
        let (_, hash) = self.hashes().next().ok_or(TrustError::TargetHash)?;
        Ok(match self.path.rsplit_once('/') {
            Some((folder, name)) => format!("{folder}/{hash}.{name}"),
            None => format!("{hash}.{}", self.path),
        })
    }

    /// Whether these bytes are the file: its length, and every hash that we can check, one at
    /// least.
    ///
    /// # Errors
    /// [`TrustError::TargetHash`] where they are not.
    pub fn check(&self, bytes: &[u8]) -> Result<(), TrustError> {
        let same = self.file.length == bytes.len() as u64 && all_fit(bytes, self.hashes());
        if same {
            Ok(())
        } else {
            Err(TrustError::TargetHash)
        }
    }

    fn hashes(&self) -> impl Iterator<Item = (&str, &str)> {
        known(self.file.hashes.iter())
    }
}

/// The hashes that we can check.
pub(super) fn known<'a>(
    hashes: impl Iterator<Item = (&'a String, &'a String)>,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    hashes
        .map(|(algorithm, hash)| (algorithm.as_str(), hash.as_str()))
        .filter(|(algorithm, _)| matches!(*algorithm, "sha256" | "sha512"))
}

/// Whether there is a hash, and each fits.
pub(super) fn all_fit<'a>(bytes: &[u8], hashes: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    let mut checked = false;
    for (algorithm, expected) in hashes {
        let found = match algorithm {
            "sha256" => hex(&Sha256::of(bytes)),
            _ => hex(&sha512(bytes)),
        };
        if !found.eq_ignore_ascii_case(expected) {
            return false;
        }
        checked = true;
    }
    checked
}
