//! Settings that a relative makes for somebody's phone: a signed file, carried as a QR code, a link
//! or a file. Written down in `BUNDLE.md`.
//!
//! A signature says who made it, and nothing of whether its settings are good ones: those are checked
//! as every other change of settings. No PIN is ever in it.

mod error;
mod link;

use std::collections::BTreeMap;

use cleardown_core::PolicyValue;
use serde::{Deserialize, Serialize};

use crate::tuf::KeyMaterial;
use crate::{from_hex, hex, instant_ms};

pub use error::BundleError;
pub use link::{LINK_START, MOST_IN_QR, link_of};

/// Most bytes of a file.
pub const MOST_BUNDLE_BYTES: usize = 64 * 1024;

/// Most characters of a name.
const MOST_OF_NAME: usize = 40;
const FORMAT: u64 = 1;
const TYPE: &str = "cleardown-settings";

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleText {
    #[serde(rename = "type")]
    kind: String,
    /// Whose settings they are, as the person knows them: "Anna".
    pub from: String,
    /// Higher than that of every one before by the same key.
    pub version: u64,
    /// When it was made, `YYYY-MM-DDTHH:MM:SSZ`, by the clock of whoever made it.
    pub made: String,
    /// The settings, not checked.
    pub policy: BTreeMap<String, PolicyValue>,
}

/// A file whose signature is that of the key in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// What is signed.
    pub text: BundleText,
    /// Who signed it.
    pub key: KeyMaterial,
}

/// The file, as JSON. `signed` is a text in a text, so that the very bytes that were signed arrive.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    format: u64,
    signed: String,
    keytype: String,
    key: String,
    sig: String,
}

impl BundleText {
    /// `made` is written as the file has it.
    ///
    /// # Errors
    /// [`BundleError::Unreadable`] for a name that is empty or longer than 40 characters, and for a
    /// time that is none.
    pub fn new(
        from: &str,
        version: u64,
        made: &str,
        policy: BTreeMap<String, PolicyValue>,
    ) -> Result<Self, BundleError> {
        let text = Self {
            kind: TYPE.to_owned(),
            from: from.trim().to_owned(),
            version,
            made: made.to_owned(),
            policy,
        };
        text.checked()
    }

    /// The bytes to sign.
    pub fn to_sign(&self) -> String {
        // Text, numbers and lists: writing them fails nowhere.
        serde_json::to_string(self).unwrap_or_default()
    }

    fn checked(self) -> Result<Self, BundleError> {
        let name = self.from.chars();
        let has_name = !self.from.trim().is_empty() && name.clone().count() <= MOST_OF_NAME;
        let is_plain = name.clone().all(|one| !one.is_control());
        if self.kind != TYPE || !has_name || !is_plain || instant_ms(&self.made).is_none() {
            return Err(BundleError::Unreadable);
        }
        Ok(self)
    }
}

impl Bundle {
    /// Reads a file or a link, and checks the signature.
    ///
    /// # Errors
    /// Why it is not to be believed, or no such thing at all.
    pub fn read(content: &str) -> Result<Self, BundleError> {
        if content.len() > MOST_BUNDLE_BYTES {
            return Err(BundleError::TooLarge);
        }
        let content = content.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        match content.strip_prefix(LINK_START) {
            Some(packed) => Self::read_file(&link::unpack(packed)?),
            None => Self::read_file(content),
        }
    }

    fn read_file(text: &str) -> Result<Self, BundleError> {
        if !text.starts_with('{') {
            return Err(BundleError::NotOurs);
        }
        let file: serde_json::Value = serde_json::from_str(text).map_err(|error| {
            if error.is_eof() {
                BundleError::Truncated
            } else {
                BundleError::NotOurs
            }
        })?;
        let format = file.get("format").and_then(serde_json::Value::as_u64);
        if format.is_some_and(|format| format > FORMAT) && file.get("signed").is_some() {
            return Err(BundleError::Newer);
        }
        let file: File = serde_json::from_value(file).map_err(|_| BundleError::NotOurs)?;
        let sig = from_hex(&file.sig).ok_or(BundleError::Forged)?;
        let key = KeyMaterial::read(&file.keytype, &file.key).ok_or(BundleError::Forged)?;
        if !key.verifies(file.signed.as_bytes(), &sig) {
            return Err(BundleError::Forged);
        }
        let text: BundleText =
            serde_json::from_str(&file.signed).map_err(|_| BundleError::Unreadable)?;
        Ok(Self {
            text: text.checked()?,
            key,
        })
    }

    /// The file, from what was signed and by whom. The signature is looked at, so that nobody hands
    /// out a file which no phone takes.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn file_of(
        signed: &str,
        keytype: &str,
        key: &str,
        sig: &[u8],
    ) -> Result<String, BundleError> {
        let file = File {
            format: FORMAT,
            signed: signed.to_owned(),
            keytype: keytype.to_owned(),
            key: key.to_owned(),
            sig: hex(sig),
        };
        let text = serde_json::to_string(&file).unwrap_or_default();
        Self::read(&text).map(|_| text)
    }
}
