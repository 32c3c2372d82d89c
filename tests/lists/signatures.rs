//! Rows 1 and 2: who signed.

use crate::repo::{Key, file};
use crate::server::Fault;
use crate::world::{FORGED, NEW, World};

#[test]
fn row_01_arbitrary_install() {
    for role in ["timestamp", "snapshot", "targets"] {
        for signers in [vec![], vec![Key::new(99)]] {
            let mut world = World::new();
            let mut thief = world.publisher.clone();
            thief.repo.keys.insert(role, signers);
            thief.publish(&[FORGED]);
            world.server.serve(&thief.files);
            world.refuses("threshold");
            world.recovers();
        }
    }
    // One flipped bit in each file, the list itself included.
    let mut world = World::new();
    world.publisher.publish(&[FORGED]);
    world.serve();
    let list = world.publisher.path_of("list");
    let delta = world.publisher.path_of("delta-1");
    let files = [
        ("metadata/timestamp.json".to_owned(), "threshold"),
        ("metadata/3.snapshot.json".to_owned(), "snapshot_hash"),
        ("metadata/3.targets.json".to_owned(), "targets_hash"),
        (list, "target_hash"),
    ];
    world.server.spoil(&delta, Fault::Status(404));
    for (path, code) in files {
        let mut bytes = world.publisher.files[&path].clone();
        let digit = bytes.iter().rposition(|byte| *byte == b'3');
        let at = digit.unwrap_or(bytes.len() / 2);
        bytes[at] ^= 1;
        world.server.spoil(&path, Fault::Bytes(bytes));
        world.refuses(code);
        world.server.heal();
        world.server.spoil(&delta, Fault::Status(404));
    }
    world.recovers();
}

#[test]
fn row_02_threshold_cheat() {
    let two = |publisher: &mut crate::publisher::Publisher| {
        publisher
            .repo
            .set_keys("timestamp", &[Key::new(3), Key::new(6)], 2);
    };
    // One key only; one key twice.
    for (signers, code) in [
        (vec![Key::new(3)], "threshold"),
        (vec![Key::new(3), Key::new(3)], "duplicate_signature"),
    ] {
        let mut world = World::begin(two);
        let mut thief = world.publisher.clone();
        thief.publish(&[FORGED]);
        let timestamp = file(&thief.repo.timestamp, &signers);
        thief
            .files
            .insert("metadata/timestamp.json".to_owned(), timestamp);
        world.server.serve(&thief.files);
        world.refuses(code);
        world.recovers();
    }
    // One key under two names, smuggled into a root.
    let mut world = World::new();
    let mut careless = world.publisher.clone();
    let key = Key::new(3);
    careless.rotate(|repo| repo.set_keys("timestamp", &[key.clone(), key.called("other")], 2));
    careless.publish(&[FORGED]);
    world.server.serve(&careless.files);
    world.refuses("threshold");
    // The root was good, and is trusted: only another one mends it.
    careless.rotate(|repo| repo.set_keys("timestamp", &[Key::new(3), Key::new(6)], 2));
    world.publisher = careless;
    world.publisher.publish(&[NEW]);
    world.recovers();
}
