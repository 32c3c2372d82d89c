//! Rows 20 and 21: a process that dies, and a disk that is full. `tests/crash` kills installations a
//! thousand times and fails every call of the file system; here a run ends between any two files.

use cleardown_engine::doors::Door;

use crate::world::{NEW, OLD, World};

#[test]
fn row_20_crash_anywhere() {
    let mut steps = 0;
    loop {
        let mut world = World::new();
        world.publisher.rotate(|_| ());
        world.publisher.publish(&[OLD, NEW]);
        world.serve();
        world.phone.update_a_bit(steps);
        let before = world.server.asked();
        world.phone.restart();
        assert!(world.phone.lists(OLD));
        let is_over = world.phone.lists(NEW);
        // It goes on where it was: what was verified is not fetched again.
        world.server.heal();
        world.update();
        assert!(world.phone.lists(NEW));
        let once = ["2.root.json", "3.snapshot.json", "3.targets.json"];
        for name in once {
            let times = |paths: &[String]| paths.iter().filter(|path| path.ends_with(name)).count();
            assert_eq!(
                times(&before) + times(&world.server.asked()),
                1,
                "{name} after {steps}"
            );
        }
        world.recovers();
        if is_over {
            break;
        }
        steps += 1;
    }
    assert!(
        steps >= 6,
        "root, no root, timestamp, snapshot, targets, list: {steps}"
    );
}

#[test]
fn row_21_disk_full() {
    let mut world = World::new();
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world.phone.engine.door(&Door::DiskFull).expect("a door");
    let result = world.update();
    assert_eq!(result.code.as_deref(), Some("disk_full"));
    assert!(world.phone.lists(OLD) && !world.phone.lists(NEW));
    let asked = world.server.asked();
    assert!(
        asked.iter().all(|path| !path.contains("snapshot")),
        "what is not kept is not used"
    );
    world.phone.engine.door(&Door::None).expect("a door");
    world.takes(NEW);
    world.recovers();
}
