//! Settings that a relative signed.

use std::collections::BTreeMap;

use cleardown_core::{Now, PolicyValue};
use serde::{Deserialize, Serialize};

use super::KeyError;

/// Makes, looks at, takes or removes settings of a relative.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BundleRequest {
    /// The clocks.
    pub now: Now,
    /// Whether a call is running, by the audio mode.
    #[serde(default)]
    pub in_call: bool,
    /// What to do.
    #[serde(flatten)]
    pub action: BundleAction,
}

/// What to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum BundleAction {
    /// On the relative's phone: gives the text to sign.
    Draft {
        /// As the owner of the other phone knows the relative.
        from: String,
        /// Higher than all before; seconds since 1970 do.
        version: u64,
        /// The settings of the other phone.
        policy: BTreeMap<String, PolicyValue>,
    },
    /// The same, once it is signed: gives file and link.
    Pack {
        /// What the draft gave, byte for byte.
        signed: String,
        /// `ed25519` or `ecdsa-sha2-nistp256`.
        keytype: String,
        /// The public key: hexadecimal, or PEM.
        key: String,
        /// The signature, hexadecimal.
        sig: String,
    },
    /// Says what would change, and changes nothing.
    Preview {
        /// The text of the file, or the link.
        content: String,
    },
    /// Takes it.
    Import {
        /// The text of the file, or the link.
        content: String,
    },
    /// Takes all away that the relative has set, and forgets the relative.
    Remove,
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BundleAnswer {
    /// Why not; `None` = it was done, or would be.
    pub refused: Option<BundleRefusal>,
    /// Whose it is, where that could be read and its signature is good.
    pub sender: Option<Relative>,
    /// Nobody's settings were taken before: from now on only this relative's will be.
    pub first: bool,
    /// What changes, by key.
    pub changes: Vec<KeyChange>,
    /// One error per key that could not be read.
    pub errors: Vec<KeyError>,
    /// Seconds until a refused one would be taken; `None` = not known, or not refused for now.
    pub allowed_in: Option<i64>,
    /// For a draft: the text to sign.
    pub signed: Option<String>,
    /// What was packed: the file.
    pub file: Option<String>,
    /// The same as a link.
    pub link: Option<String>,
}

/// A setting before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyChange {
    /// Which.
    pub key: String,
    /// As it is.
    pub before: PolicyValue,
    /// As it will be.
    pub after: PolicyValue,
    /// It will protect less.
    pub weaker: bool,
}

/// Who set the phone up for its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relative {
    /// As the owner knows them.
    pub from: String,
    /// Sixteen digits of the key's name, in fours.
    pub fingerprint: String,
    /// The version of the settings.
    pub version: u64,
    /// When they were made, by the relative's clock.
    pub made: String,
}

/// Why settings of a relative are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleRefusal {
    /// Another QR code, link or file.
    NotOurs,
    /// A piece of it is missing.
    Truncated,
    /// More than 64 KiB.
    TooLarge,
    /// Changed after it was made.
    Forged,
    /// Made by a newer version.
    Newer,
    /// Signed, but of no sense.
    Unreadable,
    /// Newer settings of this relative are in use.
    Old,
    /// These very settings are in use.
    InUse,
    /// Of somebody else than the relative who set this phone up.
    OtherKey,
    /// There is no relative to remove.
    NoRelative,
    /// During a call, a wait, and the hour after: somebody may be pressing the person.
    Pressure,
    /// The PIN has to be given first; where none is set, one has to be chosen.
    Pin,
}
