//! Rows 10, 11, 13 and 14: stolen keys, tricks with roots, and names.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::repo::{Key, bump};
use crate::server::Fault;
use crate::world::{FORGED, NEW, OLD, World};
use cleardown_engine::api::SyncOutcome;

#[test]
fn row_10_timestamp_key_compromised() {
    let mut world = World::begin(|publisher| {
        publisher.repo.snapshot["expires"] = json!("2026-12-05T00:00:00Z");
    });
    let mut thief = world.publisher.clone();
    thief.repo.timestamp["expires"] = json!("2026-12-31T00:00:00Z");
    bump(&mut thief.repo.timestamp);
    thief.put();
    world.server.serve(&thief.files);
    // At worst nothing new comes, until the snapshot expires.
    assert_eq!(world.update().outcome, SyncOutcome::Current);
    world.phone.now_s += 15 * 86_400;
    world.refuses("expired_snapshot");
    world
        .publisher
        .rotate(|repo| repo.set_keys("timestamp", &[Key::new(13)], 1));
    world.publisher.repo.snapshot["expires"] = json!("2026-12-31T00:00:00Z");
    world.serve();
    // The old key's files are nothing to the phone any more.
    let mut forged = thief.clone();
    forged.files.extend(world.publisher.files.clone());
    forged.put();
    world.server.serve(&forged.files);
    world.refuses("threshold");
    world.recovers();
}

#[test]
fn row_11_list_key_compromised() {
    let mut world = World::new();
    let mut thief = world.publisher.clone();
    world
        .publisher
        .rotate(|repo| repo.set_keys("targets", &[Key::new(15)], 1));
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    // The thief also sits on the network: of all that is new only the root gets through.
    for part in ["timestamp", "snapshot", "targets"] {
        world.server.spoil(part, Fault::Status(404));
    }
    world.refuses("http_404");
    world.phone.restart();
    // From now on he hides the root as well.
    world.server.heal();
    thief.publish(&[FORGED]);
    world.server.serve(&thief.files);
    world.refuses("threshold");
    world.recovers();
}

#[test]
fn row_13_root_chain_tricks() {
    // Version 3 under the name of version 2; and the old one again.
    for version in [1, 3] {
        let mut world = World::new();
        let mut thief = world.publisher.clone();
        thief.repo.root["version"] = json!(version - 1);
        let root = thief.repo.next_root(|_| ());
        thief.files.insert("metadata/2.root.json".to_owned(), root);
        thief.publish(&[FORGED]);
        world.server.serve(&thief.files);
        world.refuses("root_order");
        world.recovers();
    }
    // More roots than anyone needs: so many a run, and each is kept.
    let mut world = World::new();
    for _ in 0..40 {
        world.publisher.rotate(|_| ());
    }
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world.refuses("root_steps");
    world.takes(NEW);
    // An expired root on the way is a step, at the end it is none.
    world
        .publisher
        .rotate(|repo| repo.root["expires"] = json!("2026-01-01T00:00:00Z"));
    world.publisher.publish(&[OLD]);
    world.serve();
    world.refuses("expired_root");
    world
        .publisher
        .rotate(|repo| repo.root["expires"] = json!("2027-01-01T00:00:00Z"));
    world.recovers();
}

#[test]
fn row_14_wrong_file() {
    let mut world = World::new();
    let before = files_below(world.phone.folder());
    // Names that would lead elsewhere, if anything were ever written under the name of a target.
    let mut thief = world.publisher.clone();
    thief.publish(&[OLD]);
    for name in [
        "../../escaped",
        "/escaped",
        "delta-../../escaped.txt.gz",
        "escaped\0",
    ] {
        thief.sign_file(name, b"escaped", json!({"base": 1, "base_sha256": "00"}));
    }
    thief.repo.release();
    thief.put();
    world.server.serve(&thief.files);
    assert_eq!(world.update().outcome, SyncOutcome::Updated);
    assert_eq!(files_below(world.phone.folder()), before);
    // A publisher that calls itself so.
    let mut thief = world.publisher.clone();
    thief.id = "../../escaped";
    for _ in 0..3 {
        thief.publish(&[FORGED]);
    }
    world.server.serve(&thief.files);
    world.refuses("other_publisher");
    assert_eq!(files_below(world.phone.folder()), before);
    world.publisher.repo = thief.repo.clone();
    for _ in 0..3 {
        world.publisher.publish(&[OLD]);
    }
    world.recovers();
}

/// Names of files, without those that SQLite makes and removes by itself.
fn files_below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = path.display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if !name.ends_with("-wal") && !name.ends_with("-shm") {
                names.push(name);
            }
        }
    }
    names.sort();
    names
}
