//! From one root to the next.

use cleardown_list::tuf::{Keys, Trust};
use serde_json::json;

use crate::repo::{Key, NOW, Repo, bump, code, file, refresh};

#[test]
fn a_next_root_takes_the_keys_over() {
    let mut repo = Repo::new();
    let mut trust = repo.client();
    let next = repo.next_root(|repo| repo.set_keys("root", &[Key::new(11), Key::new(12)], 2));
    trust.update_root(&next).expect("signed by both");
    assert_eq!(
        (trust.root_version(), trust.next_root().name.as_str()),
        (2, "3.root.json")
    );
    let again = repo.next_root(|_| ());
    trust.update_root(&again).expect("the new keys alone");
}

#[test]
fn a_root_must_follow_the_one_before() {
    let mut repo = Repo::new();
    let mut trust = repo.client();
    let same = repo.file("root");
    assert_eq!(code(trust.update_root(&same)), "root_order");
    bump(&mut repo.root);
    let skipping = repo.next_root(|_| ());
    assert_eq!(code(trust.update_root(&skipping)), "root_order");
    repo.root["version"] = json!(0);
    assert_eq!(code(trust.update_root(&repo.file("root"))), "root_order");
}

#[test]
fn a_root_needs_the_old_keys_and_its_own() {
    let old = Repo::new();
    let mut repo = Repo::new();
    repo.set_keys("root", &[Key::new(11), Key::new(12)], 2);
    bump(&mut repo.root);
    for signers in [
        vec![Key::new(1), Key::new(2)],
        vec![Key::new(11), Key::new(12)],
    ] {
        let mut trust = old.client();
        let before = trust.files();
        assert_eq!(
            code(trust.update_root(&file(&repo.root, &signers))),
            "threshold"
        );
        assert_eq!(trust.files(), before);
    }
}

#[test]
fn expired_roots_are_steps_but_not_ends() {
    let mut repo = Repo::new();
    let mut trust = repo.client();
    let old = repo.next_root(|repo| repo.root["expires"] = json!("2020-01-01T00:00:00Z"));
    trust.update_root(&old).expect("a step");
    let last = code(trust.update_timestamp(&repo.file("timestamp"), NOW));
    assert_eq!(last, "expired_root");
    let good = repo.next_root(|repo| repo.root["expires"] = json!("2027-01-01T00:00:00Z"));
    trust.update_root(&good).expect("the next step");
    refresh(&mut trust, &repo, NOW).expect("an end that is fresh");
}

#[test]
fn a_root_without_a_role_is_refused() {
    for role in ["root", "timestamp", "snapshot", "targets"] {
        let mut repo = Repo::new();
        repo.root["roles"]
            .as_object_mut()
            .expect("roles")
            .remove(role);
        let refused = code(Trust::pinned(&repo.file("root"), Keys::Phone));
        assert_eq!(refused, "root_unreadable", "{role}");
    }
}

#[test]
fn a_revoked_list_key_is_not_believed_any_more_and_the_epoch_rises() {
    let mut repo = Repo::new();
    let stolen = repo.clone();
    let mut trust = repo.client();
    assert_eq!(trust.epoch(), 1);
    let next = repo.next_root(|repo| repo.set_keys("targets", &[Key::new(15)], 1));
    trust.update_root(&next).expect("good");
    assert_eq!(trust.epoch(), 2);
    assert_eq!(
        trust.files().targets,
        None,
        "the thief's list is not trusted even before the next"
    );
    let mut forged = stolen;
    forged.release();
    assert_eq!(code(refresh(&mut trust, &forged, NOW)), "threshold");
    repo.release();
    repo.release();
    refresh(&mut trust, &repo, NOW).expect("the new key");
}

#[test]
fn the_epoch_stays_where_the_list_keys_stay() {
    let mut repo = Repo::new();
    let mut trust = repo.client();
    let renamed = Key::new(5).called("the-same-key");
    let next = repo.next_root(|repo| {
        repo.set_keys("timestamp", &[Key::new(13)], 1);
        repo.set_keys("targets", &[renamed], 1);
    });
    trust.update_root(&next).expect("good");
    assert_eq!(trust.epoch(), 1);
}

#[test]
fn a_stolen_timestamp_key_is_replaced_by_a_root() {
    let mut repo = Repo::new();
    let mut thief = repo.clone();
    let mut trust = repo.client();
    bump(&mut thief.timestamp);
    let next = repo.next_root(|repo| repo.set_keys("timestamp", &[Key::new(13)], 1));
    trust.update_root(&next).expect("good");
    assert_eq!(code(refresh(&mut trust, &thief, NOW)), "threshold");
    repo.snap();
    refresh(&mut trust, &repo, NOW).expect("the new key");
}
