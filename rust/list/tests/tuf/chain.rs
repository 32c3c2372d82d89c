//! From the timestamp down to the targets.

use cleardown_list::tuf::Step;
use serde_json::json;

use crate::repo::{Key, NOW, ROLES, Repo, code, file, refresh};

#[test]
fn a_good_repository_is_trusted_and_its_updates_are_too() {
    let mut repo = Repo::new();
    let mut trust = repo.client();
    for _ in 0..3 {
        repo.release();
        refresh(&mut trust, &repo, NOW).expect("a good update");
    }
    assert_eq!(trust.files().targets, Some(repo.file("targets")));
}

#[test]
fn names_on_the_server_begin_with_versions_where_the_root_says_so() {
    let mut repo = Repo::new();
    repo.release();
    let names = |repo: &Repo| {
        let mut trust = repo.pinned();
        trust
            .update_timestamp(&repo.file("timestamp"), NOW)
            .expect("good");
        let snapshot = trust
            .wanted_snapshot(NOW)
            .expect("good")
            .expect("wanted")
            .name;
        trust
            .update_snapshot(&repo.file("snapshot"), NOW)
            .expect("good");
        (
            snapshot,
            trust
                .wanted_targets(NOW)
                .expect("good")
                .expect("wanted")
                .name,
        )
    };
    let versioned = ("2.snapshot.json".to_owned(), "2.targets.json".to_owned());
    assert_eq!(names(&repo), versioned);
    repo.root["consistent_snapshot"] = json!(false);
    let plain = ("snapshot.json".to_owned(), "targets.json".to_owned());
    assert_eq!(names(&repo), plain);
}

#[test]
fn an_equal_timestamp_changes_nothing_and_nothing_is_fetched_for_it() {
    let repo = Repo::new();
    let mut trust = repo.client();
    let before = trust.files();
    assert_eq!(
        trust.update_timestamp(&repo.file("timestamp"), NOW),
        Ok(Step::Same)
    );
    assert_eq!(trust.wanted_snapshot(NOW), Ok(None));
    assert_eq!(trust.wanted_targets(NOW), Ok(None));
    assert_eq!(trust.files(), before);
}

#[test]
fn unsigned_files_and_files_signed_by_strangers_are_refused() {
    for role in ROLES {
        let mut repo = Repo::new();
        for signatures in [vec![], vec![Key::new(99)]] {
            let bytes = file(repo.signed(role), &signatures);
            repo.keys.insert(role, signatures);
            repo.pin();
            assert_eq!(code(offer(&repo, role, &bytes)), "threshold", "{role}");
        }
    }
}

#[test]
fn one_changed_bit_anywhere_is_found() {
    let repo = Repo::new();
    for role in ROLES {
        let good = repo.file(role);
        let at = (0..good.len()).step_by(7);
        for byte in at {
            let mut bad = good.clone();
            bad[byte] ^= 1;
            let taken = offer(&repo, role, &bad);
            // Names of keys without a meaning and white space outside the signed part may change.
            if taken.is_ok() {
                assert_eq!(signed_part(&bad), signed_part(&good), "{role}: byte {byte}");
            }
        }
    }
}

#[test]
fn files_that_do_not_belong_together_are_refused() {
    let mut repo = Repo::new();
    let (old_snapshot, old_targets) = (repo.file("snapshot"), repo.file("targets"));
    repo.release();
    let mut trust = repo.pinned();
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    assert_eq!(
        code(trust.update_snapshot(&old_snapshot, NOW)),
        "snapshot_hash"
    );
    trust
        .update_snapshot(&repo.file("snapshot"), NOW)
        .expect("good");
    assert_eq!(
        code(trust.update_targets(&old_targets, NOW)),
        "targets_hash"
    );
}

#[test]
fn where_no_hash_is_named_the_version_must_fit() {
    let mut repo = Repo::new();
    repo.timestamp["meta"]["snapshot.json"] = json!({"version": 2});
    let mut trust = repo.pinned();
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    assert_eq!(
        code(trust.update_snapshot(&repo.file("snapshot"), NOW)),
        "snapshot_version"
    );
}

#[test]
fn a_hash_that_nobody_can_check_is_no_hash() {
    let mut repo = Repo::new();
    repo.timestamp["meta"]["snapshot.json"]["hashes"] = json!({"md5": "00"});
    let mut trust = repo.pinned();
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    assert_eq!(
        code(trust.update_snapshot(&repo.file("snapshot"), NOW)),
        "snapshot_hash"
    );
}

#[test]
fn pages_and_other_roles_are_no_metadata() {
    let repo = Repo::new();
    for bytes in [
        &b"<html>Log in</html>"[..],
        b"",
        b"{}",
        b"\x1f\x8b\x08",
        b"[1.5]",
    ] {
        let mut trust = repo.pinned();
        assert_eq!(
            code(trust.update_timestamp(bytes, NOW)),
            "timestamp_unreadable"
        );
    }
    let mut trust = repo.pinned();
    let other = repo.file("snapshot");
    assert_eq!(
        code(trust.update_timestamp(&other, NOW)),
        "timestamp_unreadable"
    );
}

#[test]
fn a_later_format_of_the_framework_is_refused() {
    let mut repo = Repo::new();
    repo.timestamp["spec_version"] = json!("2.0.0");
    let mut trust = repo.pinned();
    let refused = code(trust.update_timestamp(&repo.file("timestamp"), NOW));
    assert_eq!(refused, "timestamp_unreadable");
}

#[test]
fn steps_out_of_order_are_refused() {
    let repo = Repo::new();
    let mut trust = repo.pinned();
    assert_eq!(
        code(trust.update_snapshot(&repo.file("snapshot"), NOW)),
        "timestamp_missing"
    );
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    assert_eq!(
        code(trust.update_targets(&repo.file("targets"), NOW)),
        "snapshot_missing"
    );
    assert_eq!(code(trust.check_complete(NOW)), "snapshot_missing");
}

/// Hands over one spoilt file, all before it good.
fn offer(repo: &Repo, role: &str, bytes: &[u8]) -> Result<(), cleardown_list::tuf::TrustError> {
    if role == "root" {
        return cleardown_list::tuf::Trust::pinned(bytes, cleardown_list::tuf::Keys::Phone)
            .map(|_| ());
    }
    let mut trust = Repo::new().pinned();
    if role == "timestamp" {
        return trust.update_timestamp(bytes, NOW).map(|_| ());
    }
    trust.update_timestamp(&repo.file("timestamp"), NOW)?;
    if role == "snapshot" {
        return trust.update_snapshot(bytes, NOW);
    }
    trust.update_snapshot(&repo.file("snapshot"), NOW)?;
    trust.update_targets(bytes, NOW)
}

fn signed_part(bytes: &[u8]) -> serde_json::Value {
    let file: serde_json::Value = serde_json::from_slice(bytes).expect("taken: it is JSON");
    file["signed"].clone()
}
