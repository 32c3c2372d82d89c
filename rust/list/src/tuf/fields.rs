//! The signed fields of a list: the object `cleardown` in the targets, and the deltas.

use serde::Deserialize;
use sigstore_tuf::Targets;

use crate::{Day, Sha256};

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
    /// The publisher's short name.
    pub publisher: String,
    /// The list's name for people.
    pub title: String,
    /// Version of the list.
    pub version: u64,
    /// When it was issued, milliseconds since 1970.
    pub issued_ms: i64,
    /// How many numbers.
    pub rows: u64,
    /// How many short codes.
    pub codes: u64,
    /// SHA-256 of the uncompressed text.
    pub sha256: [u8; 32],
    /// Length of the uncompressed text.
    pub bytes: u64,
    /// Seconds to wait between two polls.
    pub wait_s: u64,
    /// The newest version with which more changed at once than usual; 0 = none.
    pub bulk: u64,
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
        read(held.signed())
    }

    /// When the list of the trusted targets was issued, seconds since 1970: it cannot be earlier
    /// now.
    pub fn issued_s(&self) -> Option<i64> {
        let newest = self.newest().ok()?;
        Some(newest.issued_ms.div_euclid(1000))
    }
}

fn read(targets: &Targets) -> Result<NewestList, TrustError> {
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
    Ok(NewestList {
        issued_ms: instant_ms(&signed.issued)
            .ok_or_else(|| no_list("`issued` is no time".to_owned()))?,
        sha256: Sha256::of_hex(&signed.sha256)
            .ok_or_else(|| no_list("`sha256` is no hash".to_owned()))?,
        publisher: signed.publisher,
        title: signed.title,
        version: signed.list,
        rows: signed.rows,
        codes: signed.codes,
        bytes: signed.bytes,
        wait_s: signed.wait_s.clamp(WAITS.0, WAITS.1),
        bulk: signed.bulk,
        full: TargetInfo::new(FULL, full),
        deltas: targets.targets.iter().filter_map(delta).collect(),
    })
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

/// `YYYY-MM-DDTHH:MM:SSZ`, in milliseconds since 1970.
fn instant_ms(text: &str) -> Option<i64> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let day: Day = day.parse().ok()?;
    let mut parts = time.split(':').map(|part| {
        let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<i64>().ok()).flatten()
    });
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    let in_range = hours < 24 && minutes < 60 && seconds < 60 && parts.next().is_none();
    in_range.then(|| day.unix_ms() + ((hours * 60 + minutes) * 60 + seconds) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_one_form_only() {
        assert_eq!(instant_ms("1970-01-02T00:00:01Z"), Some(86_401_000));
        assert_eq!(instant_ms("2026-11-21T10:00:00Z"), Some(1_795_255_200_000));
        for text in [
            "2026-11-21",
            "2026-11-21T10:00:00",
            "2026-11-21T24:00:00Z",
            "2026-11-21T10:00:00+00:00",
            "2026-11-21T+1:00:00Z",
            "2026-11-21T10:00:00:00Z",
            "2026-11-21T10:00Z",
        ] {
            assert_eq!(instant_ms(text), None, "{text}");
        }
    }
}
