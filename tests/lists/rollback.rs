//! Rows 3 to 7: old files, frozen ones, and files that do not belong together.

use serde_json::json;

use crate::phone::Phone;
use crate::publisher::Publisher;
use crate::repo::{Key, bump};
use crate::server::{Fault, Server};
use crate::world::{FORGED, NEW, NEXT, OLD, World, config};
use cleardown_engine::api::SyncOutcome;

const DAY_S: i64 = 86_400;

#[test]
fn row_03_rollback() {
    // The whole server as it was before.
    let mut world = World::new();
    let old = world.publisher.clone();
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world.takes(NEW);
    world.server.serve(&old.files);
    world.refuses("timestamp_rollback");
    world.phone.restart();
    world.refuses("timestamp_rollback");
    assert!(world.phone.lists(NEW));
    world.recovers();
    // Whoever has the keys of timestamp and snapshot cannot bring old targets back either.
    let mut thief = old.clone();
    for role in ["timestamp", "snapshot"] {
        thief.repo.signed_mut(role)["version"] = json!(50);
    }
    thief.repo.pin();
    thief.put();
    world.server.serve(&thief.files);
    world.refuses("targets_rollback");
    let mut publisher = world.publisher.clone();
    for role in ["timestamp", "snapshot"] {
        publisher.repo.signed_mut(role)["version"] = json!(60);
    }
    world.publisher = publisher;
    world.recovers();
    // Nor can a list key bring an old list back in new targets.
    let list = world.publisher.list(1, Vec::new());
    let mut slip = world.publisher.clone();
    slip.sign_list(list);
    slip.repo.release();
    slip.put();
    world.server.serve(&slip.files);
    world.refuses("list_rollback");
    world.publisher.repo = slip.repo.clone();
    world.recovers();
}

#[test]
fn row_04_role_removal() {
    let mut world = World::begin(|publisher| {
        publisher.repo.snapshot["meta"]["more.json"] = json!({"version": 1});
    });
    let mut thief = world.publisher.clone();
    thief.repo.snapshot["meta"]
        .as_object_mut()
        .expect("meta")
        .remove("more.json");
    thief.publish(&[FORGED]);
    world.server.serve(&thief.files);
    world.refuses("role_removed");
    for role in ["timestamp", "snapshot"] {
        world.publisher.repo.signed_mut(role)["version"] = json!(9);
    }
    world.recovers();
}

#[test]
fn row_05_freeze() {
    let mut world = World::begin(|publisher| {
        publisher.repo.timestamp["expires"] = json!("2026-11-28T00:00:00Z");
    });
    let nothing_new = world.update();
    assert_eq!(nothing_new.outcome, SyncOutcome::Current);
    // The same files for ever.
    world.phone.now_s += 8 * DAY_S;
    world.refuses("expired_timestamp");
    assert!(!world.phone.status().sync.stale, "a week is not long yet");
    world.phone.now_s += 14 * DAY_S;
    world.refuses("expired_timestamp");
    assert!(world.phone.status().sync.stale, "the person is told");
    world.publisher.repo.timestamp["expires"] = json!("2026-12-30T00:00:00Z");
    world.recovers();
}

#[test]
fn row_06_fast_forward() {
    let mut world = World::new();
    let mut thief = world.publisher.clone();
    for role in ["timestamp", "snapshot"] {
        thief.repo.signed_mut(role)["version"] = json!(1_u64 << 31);
    }
    thief.repo.pin();
    thief.put();
    world.server.serve(&thief.files);
    assert_eq!(world.update().outcome, SyncOutcome::Current);
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world.refuses("timestamp_rollback");
    world.publisher.rotate(|repo| {
        repo.set_keys("timestamp", &[Key::new(13)], 1);
        repo.set_keys("snapshot", &[Key::new(14)], 1);
    });
    world.recovers();
    // Where only the snapshot's key was stolen, the timestamp's own key has signed what he raised.
    let mut thief = world.publisher.clone();
    thief.repo.snapshot["version"] = json!(1_u64 << 31);
    bump(&mut thief.repo.timestamp);
    thief.repo.pin();
    thief.put();
    world.server.serve(&thief.files);
    assert_eq!(world.update().outcome, SyncOutcome::Current);
    world
        .publisher
        .rotate(|repo| repo.set_keys("snapshot", &[Key::new(24)], 1));
    world.recovers();
}

#[test]
fn row_07_mix_and_match() {
    // A stale edge: new snapshot, old targets.
    let mut world = World::new();
    let old_targets = world.publisher.repo.file("targets");
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world
        .server
        .spoil("3.targets.json", Fault::Bytes(old_targets));
    world.refuses("targets_hash");
    world.recovers();
    // The delta of another base, in the place of the right one.
    let before = world.publisher.files[&world.publisher.path_of("delta-1")].clone();
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    let delta = world.publisher.path_of("delta-3");
    world.server.spoil(&delta, Fault::Bytes(before));
    world.takes(NEW);
    assert!(
        world
            .server
            .asked()
            .contains(&world.publisher.path_of("list"))
    );
    world.recovers();
    crossed();
}

/// Two publishers under each other's address, and one whose list says it is the other's.
fn crossed() {
    let mut gb = Publisher::new("gb");
    let mut bank = Publisher::new("bank");
    // Other keys, as two publishers have.
    bank.repo.set_keys("root", &[Key::new(41), Key::new(42)], 2);
    bank.repo.set_keys("timestamp", &[Key::new(43)], 1);
    bank.pinned_root = String::from_utf8(bank.repo.file("root")).expect("JSON");
    bank.repo.pin();
    gb.publish(&[OLD]);
    bank.publish(&[NEW]);
    let (gb_server, bank_server) = (Server::new(), Server::new());
    gb_server.serve(&gb.files);
    bank_server.serve(&bank.files);
    let mut phone = Phone::new(vec![config(&gb, &gb_server), config(&bank, &bank_server)]);
    let outcomes = |phone: &Phone| {
        phone
            .update()
            .iter()
            .map(|one| one.outcome)
            .collect::<Vec<_>>()
    };
    assert_eq!(outcomes(&phone), [SyncOutcome::Updated; 2]);
    assert!(phone.lists(OLD) && phone.lists(NEW));
    gb.publish(&[OLD, NEXT]);
    bank.id = "gb";
    bank.publish(&[NEW, FORGED]);
    gb_server.serve(&gb.files);
    bank_server.serve(&bank.files);
    let results = phone.update();
    assert_eq!(
        results[0].outcome,
        SyncOutcome::Updated,
        "one failure stops nobody else"
    );
    assert_eq!(results[1].code.as_deref(), Some("other_publisher"));
    assert!(phone.lists(NEXT) && phone.lists(NEW) && !phone.lists(FORGED));
    gb_server.serve(&bank.files);
    phone.restart();
    let results = phone.update();
    assert_eq!(results[0].code.as_deref(), Some("threshold"));
    assert!(phone.lists(NEXT) && !phone.lists(FORGED));
    bank.id = "bank";
    bank.publish(&[NEW]);
    gb_server.serve(&gb.files);
    bank_server.serve(&bank.files);
    assert_eq!(
        outcomes(&phone),
        [SyncOutcome::Current, SyncOutcome::Updated]
    );
}
