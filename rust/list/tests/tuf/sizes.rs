//! No more bytes than are allowed.

use cleardown_list::tuf::{Caps, Role};
use serde_json::json;

use crate::repo::{NOW, Repo, code};

#[test]
fn what_is_announced_larger_than_allowed_is_not_fetched() {
    let mut repo = Repo::new();
    repo.timestamp["meta"]["snapshot.json"]["length"] = json!(Caps::PHONE.snapshot + 1);
    let mut trust = repo.pinned();
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    assert_eq!(code(trust.wanted_snapshot(NOW)), "snapshot_too_large");
}

#[test]
fn at_most_the_announced_length_is_fetched() {
    let repo = Repo::new();
    let mut trust = repo.pinned();
    assert_eq!(trust.next_root().most_bytes, Caps::PHONE.root);
    assert_eq!(trust.wanted_timestamp().most_bytes, 16 << 10);
    trust
        .update_timestamp(&repo.file("timestamp"), NOW)
        .expect("good");
    let wanted = trust.wanted_snapshot(NOW).expect("good").expect("wanted");
    assert_eq!(wanted.most_bytes, repo.file("snapshot").len() as u64);
}

#[test]
fn a_larger_file_is_refused_even_with_good_signatures() {
    let mut repo = Repo::new();
    repo.timestamp["padding"] = json!("x".repeat(16 << 10));
    let mut trust = repo.pinned();
    let refused = code(trust.update_timestamp(&repo.file("timestamp"), NOW));
    assert_eq!(refused, "timestamp_too_large");
    assert_eq!(Caps::PHONE.of(Role::Delegated), Caps::PHONE.targets);
}

#[test]
fn json_that_is_a_thousand_deep_is_refused() {
    let mut trust = Repo::new().pinned();
    let deep = "[".repeat(1000) + &"]".repeat(1000);
    let file = format!("{{\"signed\":{deep},\"signatures\":[]}}");
    assert_eq!(
        code(trust.update_timestamp(file.as_bytes(), NOW)),
        "timestamp_unreadable"
    );
}
