//! Rows 15 and 16: clocks that are wrong by years.

use serde_json::json;

use crate::repo::NOW;
use crate::world::{NEW, OLD, World};
use cleardown_engine::api::SyncOutcome;

const YEAR_S: i64 = 365 * 86_400;

#[test]
fn row_15_clock_behind() {
    // Signed in the middle of December, and the timestamp is good for a few days.
    let mut world = World::new();
    world.publisher.repo.targets["cleardown"]["issued"] = json!("2026-12-15T00:00:00Z");
    world.publisher.repo.timestamp["expires"] = json!("2026-12-14T00:00:00Z");
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    for now_s in [0, NOW - 40 * YEAR_S] {
        world.phone.now_s = now_s;
        // What came is from after the expiry of the file that announced it.
        world.refuses("expired_timestamp");
    }
    // Updates go on, though the clock is still wrong.
    world.publisher.repo.timestamp["expires"] = json!("2026-12-20T00:00:00Z");
    world.recovers();
}

#[test]
fn row_16_clock_ahead_then_back() {
    let mut world = World::new();
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world.phone.now_s = NOW + 5 * YEAR_S;
    world.refuses("expired_root");
    assert!(
        world.phone.status().sync.stale,
        "the person is told that something is wrong"
    );
    world.phone.now_s = NOW;
    world.phone.restart();
    // The plan that was made five years ahead does not hold, and nobody has to press anything.
    let done = world.phone.scheduled();
    assert_eq!(done.publishers[0].outcome, SyncOutcome::Updated);
    assert!(world.phone.lists(NEW));
    world.recovers();
}
