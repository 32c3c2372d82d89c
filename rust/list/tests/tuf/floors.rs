//! Nothing falls back behind what was trusted once, except where a root says so.

use cleardown_list::tuf::{Keys, Trust};
use serde_json::json;

use crate::repo::{Key, NOW, Repo, bump, code, refresh, signed};

const FAR: u64 = 1 << 31;

#[test]
fn older_timestamps_snapshots_and_targets_are_refused_also_after_a_restart() {
    for role in ["timestamp", "snapshot", "targets"] {
        let mut old = Repo::new();
        let mut repo = old.clone();
        repo.release();
        match role {
            "timestamp" => {}
            // A thief of the keys above the role can do no more than this.
            "snapshot" => old.timestamp["version"] = json!(9),
            _ => {
                old.timestamp["version"] = json!(9);
                old.snapshot["version"] = json!(9);
                old.pin();
            }
        }
        let mut trust = repo.client();
        let before = trust.files();
        assert_eq!(
            code(refresh(&mut trust, &old, NOW)),
            format!("{role}_rollback")
        );
        let mut restarted = Trust::resume(&before, Keys::Phone).expect("kept");
        assert_eq!(
            code(refresh(&mut restarted, &old, NOW)),
            format!("{role}_rollback")
        );
        // The refused attempt has not frozen the phone.
        for _ in 0..9 {
            repo.release();
        }
        refresh(&mut restarted, &repo, NOW).expect("the next good update");
        refresh(&mut trust, &repo, NOW).expect("the next good update");
    }
}

#[test]
fn a_withheld_snapshot_leaves_the_floors_of_the_one_before() {
    let mut repo = Repo::new();
    repo.release();
    let mut trust = repo.client();
    // The timestamp of the next snapshot came, the snapshot did not.
    let mut thief = repo.clone();
    repo.release();
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    let mut trust = Trust::resume(&trust.files(), Keys::Phone).expect("kept");
    thief.targets["version"] = json!(1);
    thief.snapshot["version"] = json!(9);
    thief.timestamp["version"] = json!(9);
    thief.pin();
    assert_eq!(code(refresh(&mut trust, &thief, NOW)), "targets_rollback");
}

#[test]
fn a_snapshot_that_leaves_targets_out_is_refused() {
    let mut repo = Repo::new();
    repo.snapshot["meta"]["extra.json"] = json!({"version": 1});
    repo.pin();
    let mut trust = repo.client();
    repo.snapshot["meta"]
        .as_object_mut()
        .expect("meta")
        .remove("extra.json");
    repo.snap();
    assert_eq!(code(refresh(&mut trust, &repo, NOW)), "role_removed");
    repo.snapshot["meta"] = json!({});
    bump(&mut repo.snapshot);
    bump(&mut repo.timestamp);
    let without = repo.clone();
    repo.pin();
    let mut trust = repo.pinned();
    let mut bare = without;
    bare.snapshot = signed("snapshot", json!({"meta": {}}));
    let file = bare.file("snapshot");
    bare.timestamp["meta"]["snapshot.json"] = crate::repo::pin(&bare.snapshot, &file);
    assert_eq!(code(refresh(&mut trust, &bare, NOW)), "snapshot_unreadable");
}

#[test]
fn versions_raised_by_a_thief_end_with_the_root_that_replaces_his_key() {
    for role in ["timestamp", "snapshot"] {
        let mut repo = Repo::new();
        let mut thief = repo.clone();
        thief.snapshot["version"] = json!(if role == "snapshot" { FAR } else { 1 });
        thief.timestamp["version"] = json!(FAR);
        thief.pin();
        let mut trust = thief.client();
        repo.release();
        assert!(
            refresh(&mut trust, &repo, NOW).is_err(),
            "frozen until the root"
        );
        let next = repo.next_root(|repo| {
            repo.set_keys("timestamp", &[Key::new(13)], 1);
            repo.set_keys("snapshot", &[Key::new(14)], 1);
            repo.pin();
        });
        trust.update_root(&next).expect("good");
        let mut trust = Trust::resume(&trust.files(), Keys::Phone).expect("kept");
        refresh(&mut trust, &repo, NOW).expect("lower versions are good again");
    }
}

#[test]
fn a_new_root_with_the_same_keys_forgets_no_floor() {
    let mut repo = Repo::new();
    let old = repo.clone();
    repo.release();
    let mut trust = repo.client();
    trust.update_root(&repo.next_root(|_| ())).expect("good");
    assert_eq!(code(refresh(&mut trust, &old, NOW)), "timestamp_rollback");
    assert_eq!(trust.files().targets, Some(repo.file("targets")));
}

#[test]
fn damaged_files_from_before_are_left_out() {
    let repo = Repo::new();
    let mut files = repo.client().files();
    files.timestamp = Some(b"{".to_vec());
    files.targets = Some(repo.file("snapshot"));
    let mut trust = Trust::resume(&files, Keys::Phone).expect("the root is good");
    assert_eq!(
        (trust.files().timestamp, trust.files().targets),
        (None, None)
    );
    refresh(&mut trust, &repo, NOW).expect("fetched again");
}
