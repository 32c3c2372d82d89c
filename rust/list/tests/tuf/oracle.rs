//! The steps beside those of `sigstore-tuf`, over changes drawn at random: what one takes, the other
//! takes, but for the differences that [`cleardown_list::tuf`] names.

use cleardown_list::Sha256;
use cleardown_list::tuf::{Keys, Trust};
use proptest::prelude::*;
use serde_json::json;
use sigstore_tuf::{Error, MetaFile, Role, TrustedMetadataSet};

use crate::repo::{Key, NOW, Repo, bump, hex};

/// What may happen to a repository, or on the way from it.
#[derive(Clone, Copy, Debug)]
enum Change {
    Release,
    Snap,
    Stamp,
    Back(u8),
    Expire(u8),
    Rename(u8),
    Unsign(u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => Just(Change::Release),
        2 => Just(Change::Snap),
        2 => Just(Change::Stamp),
        1 => (0..3_u8).prop_map(Change::Back),
        1 => (0..3_u8).prop_map(Change::Expire),
        1 => (0..3_u8).prop_map(Change::Rename),
        1 => (0..3_u8).prop_map(Change::Unsign),
    ]
}

const LOWER: [&str; 3] = ["timestamp", "snapshot", "targets"];

fn apply(repo: &mut Repo, change: Change) {
    match change {
        Change::Release => repo.release(),
        Change::Snap => repo.snap(),
        Change::Stamp => bump(&mut repo.timestamp),
        Change::Back(role) => {
            let signed = repo.signed_mut(LOWER[usize::from(role)]);
            signed["version"] = json!(signed["version"].as_u64().expect("one").saturating_sub(1));
        }
        Change::Expire(role) => {
            repo.signed_mut(LOWER[usize::from(role)])["expires"] = json!("2026-01-01T00:00:00Z");
        }
        Change::Rename(role) => {
            let signed = repo.signed_mut(LOWER[usize::from(role)]);
            signed["spec_version"] = json!("2.1");
        }
        Change::Unsign(role) => {
            repo.keys
                .insert(LOWER[usize::from(role)], vec![Key::new(77)]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn both_take_the_same(changes in prop::collection::vec((change(), any::<bool>()), 1..12)) {
        let mut repo = Repo::new();
        let mut trust = repo.pinned();
        let mut oracle = Oracle::new(&repo);
        for (change, pinned) in changes {
            let mut offered = repo.clone();
            apply(&mut offered, change);
            if pinned {
                offered.pin();
            }
            let took = crate::repo::refresh(&mut trust, &offered, NOW);
            let oracle_took = ask(&mut oracle, &offered);
            prop_assert_eq!(took.is_ok(), oracle_took.is_ok(), "{:?}: {:?}", took, oracle_took);
            if took.is_ok() {
                repo = offered;
            } else {
                // Halves of refused updates are floors that differ on purpose: begin again.
                trust = repo.pinned();
                oracle = Oracle::new(&repo);
                let ours = crate::repo::refresh(&mut trust, &repo, NOW);
                prop_assert_eq!(ours.is_ok(), ask(&mut oracle, &repo).is_ok());
            }
        }
        let kept = Trust::resume(&trust.files(), Keys::Phone).expect("kept");
        prop_assert_eq!(kept.files(), trust.files());
    }
}

/// The same steps by the other one. It has no word of its own on which files are still good.
fn ask(oracle: &mut Oracle, repo: &Repo) -> Result<(), Error> {
    let now = serde_json::from_value(json!("2026-11-21T00:00:00Z")).expect("a time");
    let set = &mut oracle.set;
    match set.update_timestamp(&repo.file("timestamp"), now) {
        Ok(()) | Err(Error::EqualVersion { .. }) => {}
        Err(error) => return Err(error),
    }
    set.check_timestamp_expired(now)?;
    let pin = set.timestamp().and_then(|one| one.snapshot_meta());
    if !fits(pin, &oracle.snapshot) || set.check_snapshot_expired(now).is_err() {
        let bytes = repo.file("snapshot");
        set.update_snapshot(&bytes, now)?;
        oracle.snapshot = bytes;
    }
    let pin = set.snapshot().and_then(|one| one.meta.get("targets.json"));
    let is_fresh = set
        .targets_role("targets")
        .is_some_and(|one| !one.is_expired(now));
    if !fits(pin, &oracle.targets) || !is_fresh {
        let bytes = repo.file("targets");
        set.update_targets(&bytes, now)?;
        oracle.targets = bytes;
    }
    Ok(())
}

/// The other one, and the files that it took.
struct Oracle {
    set: TrustedMetadataSet,
    snapshot: Vec<u8>,
    targets: Vec<u8>,
}

impl Oracle {
    fn new(repo: &Repo) -> Self {
        Self {
            set: TrustedMetadataSet::from_root(&repo.file("root")).expect("a good root"),
            snapshot: Vec::new(),
            targets: Vec::new(),
        }
    }
}

fn fits(pin: Option<&MetaFile>, bytes: &[u8]) -> bool {
    let hashes = pin.and_then(|pin| pin.hashes.as_ref());
    hashes.and_then(|hashes| hashes.get("sha256")) == Some(&hex(&Sha256::of(bytes)))
}
