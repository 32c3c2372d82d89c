//! From trusted targets to a list that may be installed.

use cleardown_core::{CallsOut, Confidence, Kind, Listing};
use cleardown_list::tuf::Trust;
use cleardown_list::{Content, List, ListRow, Meta, Sha256, pack, write_delta, write_text};
use serde_json::{Value, json};

use crate::repo::{NOW, Repo, code, hex, refresh, target};

/// A list of so many numbers.
fn list(version: u64, numbers: u64) -> List {
    let rows = (0..numbers).map(|at| ListRow {
        number: format!("+44207946{at:04}").parse().expect("a number"),
        listing: Listing {
            organisation: "Test Police".to_owned(),
            line: String::new(),
            kind: Kind::Police,
            calls_out: CallsOut::Unlikely,
            confidence: Confidence::High,
            ring: false,
        },
    });
    let meta = Meta {
        publisher: "gb".to_owned(),
        title: "Test list".to_owned(),
        version,
        issued_ms: NOW * 1000,
    };
    List::new(meta, rows.collect(), Vec::new()).expect("a good list")
}

/// What a publisher signs of a list.
fn signed_fields(list: &List) -> Value {
    let text = write_text(list);
    json!({
        "format": 1, "oldest_client": 1, "publisher": "gb", "title": "Test list",
        "list": list.meta().version, "issued": "2026-11-21T00:00:00Z",
        "rows": list.rows().len(), "codes": 0,
        "sha256": hex(&Sha256::of(&text)), "bytes": text.len(),
        "wait_s": 86_400,
    })
}

struct Published {
    repo: Repo,
    full: Vec<u8>,
    delta: Vec<u8>,
}

fn published() -> Published {
    let (old, new) = (list(1, 300), list(2, 301));
    let full = pack(&write_text(&new));
    let delta = pack(&write_delta(&old, &new));
    let mut repo = Repo::new();
    repo.targets["cleardown"] = signed_fields(&new);
    repo.targets["targets"]["list.txt.gz"] = target(&full);
    let mut offer = target(&delta);
    offer["custom"] = json!({"base": 1, "base_sha256": hex(&Sha256::of(&write_text(&old)))});
    repo.targets["targets"]["delta-1.txt.gz"] = offer;
    repo.pin();
    Published { repo, full, delta }
}

#[test]
fn the_full_list_and_a_delta_are_trusted() {
    let Published { repo, full, delta } = published();
    let trust = repo.client();
    let update = trust.verify_full(&full, NOW).expect("good");
    assert_eq!(
        (update.get().release.version, update.get().release.epoch),
        (2, 1)
    );
    assert_eq!(update.get().release.anchor, Sha256::of(&repo.file("root")));
    assert!(matches!(update.get().content, Content::Full(_)));
    let newest = trust.newest().expect("a list");
    assert_eq!((newest.wait_s, newest.deltas.len()), (86_400, 1));
    let update = trust
        .verify_delta(&newest.deltas[0], &delta, NOW)
        .expect("good");
    assert!(matches!(update.get().content, Content::Delta(_)));
}

#[test]
fn other_bytes_than_those_signed_are_refused() {
    let Published {
        repo,
        mut full,
        mut delta,
    } = published();
    let trust = repo.client();
    let offer = trust.newest().expect("a list").deltas[0].clone();
    full.push(0);
    delta.pop();
    assert_eq!(code(trust.verify_full(&full, NOW)), "target_hash");
    assert_eq!(code(trust.verify_delta(&offer, &delta, NOW)), "target_hash");
}

#[test]
fn a_text_that_is_not_the_one_signed_is_refused_though_its_file_is() {
    let Published { mut repo, .. } = published();
    let other = pack(&write_text(&list(2, 299)));
    repo.targets["targets"]["list.txt.gz"] = target(&other);
    repo.pin();
    let refused = repo.client().verify_full(&other, NOW);
    assert!(code(refused).starts_with("list_"));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let Published { mut repo, .. } = published();
    let bomb = pack(&vec![b'0'; 50 << 20]);
    repo.targets["targets"]["list.txt.gz"] = target(&bomb);
    repo.pin();
    assert_eq!(
        code(repo.client().verify_full(&bomb, NOW)),
        "list_too_large"
    );
}

#[test]
fn a_list_is_taken_from_a_fresh_chain_only() {
    let Published { repo, full, .. } = published();
    let trust = repo.client();
    let late = NOW + 365 * 86_400;
    assert_eq!(code(trust.verify_full(&full, late)), "expired_root");
    assert_eq!(code(trust.verify_same(late)), "expired_root");
    // The next snapshot is known, its targets are not there yet.
    let mut newer = repo.clone();
    newer.release();
    let mut trust = repo.client();
    trust
        .update_timestamp(&newer.file("timestamp"), NOW)
        .expect("good");
    trust
        .update_snapshot(&newer.file("snapshot"), NOW)
        .expect("good");
    assert_eq!(code(trust.verify_full(&full, NOW)), "targets_hash");
}

#[test]
fn what_newer_publishers_say_is_left_aside_unless_they_forbid_it() {
    let Published { mut repo, full, .. } = published();
    repo.targets["cleardown"]["colour"] = json!("blue");
    repo.targets["cleardown"]["format"] = json!(2);
    repo.targets["targets"]["list.bin"] = target(b"new");
    repo.targets["targets"]["delta-0.txt.gz"] = target(b"no base");
    repo.pin();
    let trust = repo.client();
    trust.verify_full(&full, NOW).expect("good for old clients");
    assert_eq!(trust.newest().expect("a list").deltas.len(), 1);
    repo.targets["cleardown"]["oldest_client"] = json!(2);
    repo.targets["cleardown"]["list"] = json!("two");
    repo.pin();
    assert_eq!(
        code(repo.client().verify_full(&full, NOW)),
        "client_too_old"
    );
}

#[test]
fn targets_without_a_list_are_none() {
    let Published { repo, .. } = published();
    let spoil = |change: &dyn Fn(&mut Value)| -> String {
        let mut repo = repo.clone();
        change(&mut repo.targets);
        repo.pin();
        let trust: Trust = repo.client();
        code(trust.release())
    };
    for field in [
        "format",
        "publisher",
        "list",
        "issued",
        "rows",
        "sha256",
        "bytes",
        "wait_s",
    ] {
        let refused = spoil(&|targets| {
            targets["cleardown"]
                .as_object_mut()
                .expect("fields")
                .remove(field);
        });
        assert_eq!(refused, "no_list_in_targets", "{field}");
    }
    assert_eq!(
        spoil(&|targets| targets["cleardown"] = Value::Null),
        "no_list_in_targets"
    );
    assert_eq!(
        spoil(&|targets| targets["targets"] = json!({})),
        "no_list_in_targets"
    );
    let refused = spoil(&|targets| targets["cleardown"]["publisher"] = json!("../x"));
    assert!(refused.starts_with("list_"), "{refused}");
}

#[test]
fn a_wait_is_an_hour_at_least_and_a_week_at_most() {
    let Published { mut repo, .. } = published();
    for (asked, given) in [(1, 3600), (7200, 7200), (u64::MAX, 7 * 86_400)] {
        repo.targets["cleardown"]["wait_s"] = json!(asked);
        repo.pin();
        let mut trust = repo.pinned();
        refresh(&mut trust, &repo, NOW).expect("good");
        assert_eq!(trust.newest().expect("a list").wait_s, given);
    }
}

#[test]
fn the_time_of_issue_ends_with_the_keys_that_signed_it() {
    let Published { mut repo, .. } = published();
    repo.targets["cleardown"]["issued"] = json!("2099-01-01T00:00:00Z");
    repo.pin();
    let mut trust = repo.client();
    assert!(trust.issued_s() > Some(NOW));
    let next = repo.next_root(|repo| repo.set_keys("targets", &[crate::repo::Key::new(15)], 1));
    trust.update_root(&next).expect("good");
    assert_eq!(trust.issued_s(), None);
}
