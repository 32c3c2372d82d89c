//! The signed fields of a list: the object `cleardown` in the targets, and the deltas.

use serde::Deserialize;
use sigstore_tuf::Targets;

use crate::{Release, Sha256, instant_ms};

use super::{Role, TargetInfo, Trust, TrustError};

/// The newest format of lists that is known here.
const FORMAT: u64 = 1;

/// The target with the whole list.
const FULL: &str = "list.txt.gz";

/// Shortest and longest wait between two polls that a publisher can ask for, seconds.
const WAITS: (u64, u64) = (3600, 7 * 24 * 3600);

/// What the publisher signed of its newest list.
#[derive(Clone, Debug, PartialEq)]
pub struct NewestList {
    /// Which list it is. Whether a phone takes such a list is asked by [`Trust::release`].
    pub release: Release,
    /// Seconds to wait between two polls.
    pub wait_s: u64,
    /// The whole list.
    pub full: TargetInfo,
    /// Ways to it from older versions.
    pub deltas: Vec<DeltaOffer>,
}

/// A delta to the newest list.
#[derive(Clone, Debug, PartialEq)]
pub struct DeltaOffer {
    /// The version it starts from.
    pub base: u64,
    /// SHA-256 of the uncompressed text of that version.
    pub base_sha256: [u8; 32],
    /// The file.
    pub target: TargetInfo,
}

#[derive(Deserialize)]
struct Signed {
    format: u64,
    oldest_client: u64,
    publisher: String,
    title: String,
    list: u64,
    issued: String,
    rows: u64,
    codes: u64,
    sha256: String,
    bytes: u64,
    wait_s: u64,
    #[serde(default)]
    bulk: u64,
}

#[derive(Deserialize)]
struct Custom {
    base: u64,
    base_sha256: String,
}

impl Trust {
    /// What the trusted targets say of the list, whether they are fresh or not.
    ///
    /// # Errors
    /// There are no targets, they are of no list, or of one for newer clients.
    pub fn newest(&self) -> Result<NewestList, TrustError> {
        let role = Role::Targets;
        let held = self.targets.as_ref().ok_or(TrustError::Missing { role })?;
        self.read(held.signed())
    }

    /// When the list of the trusted targets was issued, seconds since 1970: it cannot be earlier
    /// now.
    pub fn issued_s(&self) -> Option<i64> {
        let newest = self.newest().ok()?;
        Some(newest.release.issued_ms.div_euclid(1000))
    }

    fn read(&self, targets: &Targets) -> Result<NewestList, TrustError> {
        let no_list = |what: String| TrustError::NoList { what };
        let value = targets.extra.get("cleardown");
        let value = value.ok_or_else(|| no_list("the object `cleardown` is missing".to_owned()))?;
        // What the newest format may mean by its fields is not known: ask for its clients first.
        let needed = value
            .get("oldest_client")
            .and_then(serde_json::Value::as_u64);
        if let Some(needed) = needed.filter(|needed| *needed > FORMAT) {
            return Err(TrustError::ClientTooOld {
                needed,
                known: FORMAT,
            });
        }
        let signed: Signed =
            serde_json::from_value(value.clone()).map_err(|error| no_list(error.to_string()))?;
        if signed.format == 0 || signed.oldest_client == 0 {
            return Err(no_list("formats count from 1".to_owned()));
        }
        let full = targets.target(FULL);
        let full = full.ok_or_else(|| no_list(format!("the target {FULL} is missing")))?;
        let issued_ms =
            instant_ms(&signed.issued).ok_or_else(|| no_list("`issued` is no time".to_owned()))?;
        let sha256 = Sha256::of_hex(&signed.sha256)
            .ok_or_else(|| no_list("`sha256` is no hash".to_owned()))?;
        let release = Release {
            anchor: self.anchor(),
            publisher: signed.publisher,
            title: signed.title,
            epoch: self.epoch(),
            version: signed.list,
            issued_ms,
            rows: signed.rows,
            codes: signed.codes,
            sha256,
            bytes: signed.bytes,
            bulk: signed.bulk,
        };
        Ok(NewestList {
            release,
            wait_s: signed.wait_s.clamp(WAITS.0, WAITS.1),
            full: TargetInfo::new(FULL, full),
            deltas: targets.targets.iter().filter_map(delta).collect(),
        })
    }
}

/// Targets that are no deltas, or not such as are known here, are none of our business.
fn delta((path, file): (&String, &sigstore_tuf::TargetFile)) -> Option<DeltaOffer> {
    let custom: Custom = serde_json::from_value(file.custom.clone()?).ok()?;
    let is_ours = *path == format!("delta-{}.txt.gz", custom.base);
    is_ours.then_some(())?;
    Some(DeltaOffer {
        base: custom.base,
        base_sha256: Sha256::of_hex(&custom.base_sha256)?,
        target: TargetInfo::new(path, file),
    })
}
