//! The running state.

use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use cleardown_store::{LiveRecord, Setting, Store};

use crate::support::{open, phone, restarted};

fn setting(key: &str, origin: &str, value: &str) -> Setting {
    Setting {
        key: key.to_owned(),
        origin: origin.to_owned(),
        value_json: value.to_owned(),
    }
}

#[test]
fn a_new_phone_has_an_empty_record() {
    assert_eq!(phone().store.read_live(), Ok(LiveRecord::default()));
}

#[test]
fn what_was_written_is_there_after_a_restart() {
    let phone = phone();
    let settings = vec![
        setting("hold", "managed", r#""all""#),
        setting("hold", "person", r#""advise""#),
    ];
    let written = LiveRecord {
        state_json: r#"{"last_call":3}"#.to_owned(),
        settings,
    };
    phone
        .store
        .update_live(|record| *record = written.clone())
        .unwrap();
    let phone = restarted(phone);
    assert_eq!(phone.store.read_live(), Ok(written));
    phone
        .store
        .update_live(|record| record.settings.clear())
        .unwrap();
    assert_eq!(phone.store.read_live().unwrap().settings, []);
}

/// Uses up the pass, if it is there.
fn take_pass(record: &mut LiveRecord) -> bool {
    let there = record.state_json == "pass";
    if there {
        record.state_json = "used".to_owned();
    }
    there
}

#[test]
fn a_pass_serves_one_of_two_threads() {
    let phone = phone();
    let other = open(&phone.dirs);
    for _ in 0..200 {
        phone
            .store
            .update_live(|record| record.state_json = "pass".to_owned())
            .unwrap();
        let start = Barrier::new(3);
        let race = |store: &Store| {
            start.wait();
            store.update_live(take_pass)
        };
        // Two threads on one store, and a second store as another process would have it.
        let answers = thread::scope(|scope| {
            [&phone.store, &phone.store, &other]
                .map(|store| scope.spawn(move || race(store)))
                .map(|thread| thread.join().unwrap())
        });
        let taken = answers.iter().filter(|answer| **answer == Ok(true)).count();
        assert_eq!(taken, 1, "{answers:?}");
    }
}

#[test]
fn a_change_waits_for_the_one_before_and_sees_it() {
    let phone = phone();
    let other = open(&phone.dirs);
    // A machine under load may keep the second one waiting for longer than it does.
    let seen = (0..20).find_map(|_| {
        let inside = Barrier::new(2);
        thread::scope(|scope| {
            let second = scope.spawn(|| {
                inside.wait();
                other.update_live(|record| record.state_json.clone())
            });
            let first = phone.store.update_live(|record| {
                inside.wait();
                thread::sleep(Duration::from_millis(5));
                record.state_json = "first".to_owned();
            });
            first.unwrap();
            let seen = second.join().unwrap().ok();
            phone
                .store
                .update_live(|record| record.state_json = "before".to_owned())
                .unwrap();
            seen
        })
    });
    assert_eq!(seen.as_deref(), Some("first"));
}

#[test]
fn a_change_that_panics_changes_nothing_and_the_store_goes_on() {
    let phone = phone();
    phone
        .store
        .update_live(|record| record.state_json = "before".to_owned())
        .unwrap();
    let store = &phone.store;
    let panicked = thread::scope(|scope| {
        let change = |record: &mut LiveRecord| {
            record.state_json = "half".to_owned();
            panic!("on purpose");
        };
        scope
            .spawn(move || store.update_live::<()>(change))
            .join()
            .is_err()
    });
    assert!(panicked);
    assert_eq!(phone.store.read_live().unwrap().state_json, "before");
    assert_eq!(
        phone.store.update_live(|record| record.state_json.clear()),
        Ok(())
    );
}

#[test]
fn health_counts_by_code() {
    let phone = phone();
    phone.store.note_health("native_panic", 10).unwrap();
    phone.store.note_health("no_list", 20).unwrap();
    phone.store.note_health("native_panic", 30).unwrap();
    let events = restarted(phone).store.health().unwrap();
    let events: Vec<_> = events
        .iter()
        .map(|e| (e.code.as_str(), e.count, e.last_ms))
        .collect();
    assert_eq!(events, [("native_panic", 2, 30), ("no_list", 1, 20)]);
}

#[test]
fn the_marker_comes_and_goes() {
    let phone = phone();
    assert!(!phone.store.is_armed());
    phone.store.arm_marker().unwrap();
    phone.store.arm_marker().unwrap();
    assert!(phone.store.is_armed());
    assert!(phone.dirs.device.join("armed").is_file());
    phone.store.disarm_marker().unwrap();
    phone.store.disarm_marker().unwrap();
    assert!(!phone.store.is_armed());
}
