//! What is written when, and what a failure changes.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;

use cleardown_engine::api::{
    AtNow, HealthRequest, HistoryAction, HistoryEntry, Now, Outcome, Person, PersonRequest,
    Placement, Reason, RecordPlaceRequest,
};
use cleardown_engine::doors::Door;

use crate::phone::{KENT, Phone};

#[test]
fn deciding_writes_nothing() {
    let mut phone = Phone::new();
    phone.flagged_call();
    let before = contents(phone.folder.path());
    phone.engine.screen(&phone.rings(KENT)).expect("answered");
    phone
        .engine
        .screen(&phone.rings("anonymous"))
        .expect("answered");
    assert_eq!(phone.place(KENT).placement, Placement::Hold);
    assert_eq!(phone.place("999").placement, Placement::Place);
    assert_eq!(contents(phone.folder.path()), before);
}

#[test]
fn the_marker_is_there_while_a_call_back_may_be_held() {
    let mut phone = Phone::new();
    assert!(!phone.marker().exists());
    phone
        .engine
        .record_screen(&phone.rings("+447700900123"))
        .expect("recorded");
    assert!(!phone.marker().exists(), "an unknown caller arms nothing");
    phone.flagged_call();
    assert!(phone.marker().exists());
    phone.later(301);
    phone
        .engine
        .maintain(&AtNow { now: phone.now })
        .expect("done");
    assert!(!phone.marker().exists());
}

#[test]
fn a_cool_down_survives_the_death_of_the_process() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.later(100);
    let phone = phone.restarted();
    assert_eq!(phone.cool_down(), 200);
    assert_eq!(phone.place(KENT).placement, Placement::Hold);
}

#[test]
fn of_two_calls_at_once_only_one_gets_the_pass() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.place(KENT);
    phone.record_hold(KENT);
    let call_anyway = PersonRequest {
        now: phone.now,
        what: Person::CallAnyway,
        number: Some("01622 690690".to_owned()),
        in_call: false,
    };
    assert_eq!(
        phone
            .engine
            .person(&call_anyway)
            .expect("answered")
            .accepted,
        Some(true)
    );
    let barrier = Barrier::new(2);
    let passed = thread::scope(|scope| {
        let call = || {
            barrier.wait();
            phone.place(KENT).reasons == [Reason::Passed]
        };
        let (one, two) = (scope.spawn(call), scope.spawn(call));
        [one, two].map(|thread| thread.join().expect("no panic"))
    });
    assert_eq!(passed.iter().filter(|passed| **passed).count(), 1);
}

#[test]
fn a_full_disk_loses_no_cool_down_and_holds_nothing() {
    let mut phone = Phone::new();
    phone.engine.door(&Door::DiskFull).expect("done");
    phone.flagged_call();
    assert_eq!(phone.cool_down(), 300);
    assert_eq!(phone.place(KENT).placement, Placement::Hold);
    let held = RecordPlaceRequest {
        now: phone.now,
        number: KENT.to_owned(),
        in_call: false,
        outcome: Outcome::Held,
    };
    let error = phone
        .engine
        .record_place(&held)
        .expect_err("it cannot be written, so it is placed");
    assert_eq!(error.code(), "disk_full");
    phone.engine.door(&Door::None).expect("done");
    phone.later(10);
    phone.place(KENT);
    phone.record_hold(KENT);
    assert_eq!(
        phone.restarted().cool_down(),
        290,
        "it was written with the next change"
    );
}

#[test]
fn after_a_panic_the_engine_goes_on_with_what_was_written() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.engine.door(&Door::Panic).expect("done");
    let dies = catch_unwind(AssertUnwindSafe(|| phone.place(KENT)));
    assert!(dies.is_err());
    phone.engine.door(&Door::None).expect("done");
    assert_eq!(phone.cool_down(), 300);
}

#[test]
fn a_state_that_cannot_be_read_is_set_aside_and_said() {
    let mut phone = Phone::new();
    phone.flagged_call();
    let folder = phone.folder.path().join("device");
    let Phone {
        engine,
        folder: keep,
        now,
    } = phone;
    drop(engine);
    fs::write(
        folder.join("live.db"),
        b"not a database, but long enough to look like a page of one",
    )
    .expect("written");
    let phone = Phone::over(keep, now);
    let status = phone.engine.status(&AtNow { now }).expect("answered");
    assert_eq!(status.cool_down, 0);
    assert_eq!(
        status.policy["hold"],
        serde_json::from_str("\"callbacks\"").expect("a value")
    );
    assert!(!status.troubles.is_empty());
    let aside = fs::read_dir(&folder)
        .expect("the folder")
        .filter_map(Result::ok);
    assert!(
        aside
            .into_iter()
            .any(|file| file.file_name().to_string_lossy().contains("broken"))
    );
}

#[test]
fn without_any_list_the_bundled_one_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = Now {
        wall_ms: 0,
        elapsed_ms: 0,
        boot: 1,
    };
    let phone = Phone::over(folder, now);
    let answer = phone.engine.screen(&phone.rings(KENT)).expect("answered");
    assert_eq!(answer.organisation.as_deref(), Some("Kent Police"));
}

#[test]
fn the_history_keeps_calls_and_notes_and_gives_them_up() {
    let mut phone = Phone::new();
    phone.flagged_call();
    let note = cleardown_engine::api::CallNote {
        name: "DC Example".to_owned(),
        ..Default::default()
    };
    phone.history(HistoryAction::Note, Some(note.clone()));
    let calls = phone.history(HistoryAction::List, None).calls;
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].note.as_ref(), Some(&note));
    assert_eq!(calls[0].answered, Some(true));
    let left = phone.history(HistoryAction::Delete, None).calls;
    assert!(left.is_empty());
}

#[test]
fn a_note_of_a_call_that_nobody_saw_is_kept_as_one_call() {
    let mut phone = Phone::new();
    let note = |name: &str| {
        Some(cleardown_engine::api::CallNote {
            name: name.to_owned(),
            ..Default::default()
        })
    };
    phone.history(HistoryAction::Note, note("DC Exam"));
    let calls = phone.history(HistoryAction::Note, note("DC Example")).calls;
    assert_eq!(calls.len(), 1, "typing on makes no second call");
    assert_eq!(calls[0].reasons, [Reason::MarkedSuspicious]);
    assert_eq!(calls[0].number, None);
    phone.flagged_call();
    let calls = phone.history(HistoryAction::Note, note("Sergeant")).calls;
    let kept = |call: &HistoryEntry| call.note.clone().expect("kept").name;
    assert_eq!(
        calls.iter().map(kept).collect::<Vec<_>>(),
        ["Sergeant", "DC Example"]
    );
    assert_ne!(calls[0].id, calls[1].id);
}

#[test]
fn old_calls_are_dropped_unless_the_clock_lies() {
    let mut phone = Phone::new();
    phone.flagged_call();
    let kept = |phone: &Phone| {
        phone
            .engine
            .maintain(&AtNow { now: phone.now })
            .expect("done");
        phone.history(HistoryAction::List, None).calls.len()
    };
    let (day, year) = (24 * 60 * 60, 365 * 24 * 60 * 60);
    let right = phone.now;
    phone.now.wall_ms += 20 * year * 1000;
    assert_eq!(
        kept(&phone),
        1,
        "a clock twenty years ahead wipes nothing out"
    );
    phone.now = right;
    phone.later(89 * day);
    assert_eq!(kept(&phone), 1);
    phone.later(2 * day);
    assert_eq!(kept(&phone), 0);
}

#[test]
fn health_counts_codes_and_refuses_numbers() {
    let phone = Phone::new();
    let ask = |event: &str| HealthRequest {
        now: phone.now,
        event: Some(event.to_owned()),
        decision_us: None,
        what: None,
    };
    phone
        .engine
        .health(&ask("screening_timeout"))
        .expect("counted");
    let events = phone
        .engine
        .health(&ask("screening_timeout"))
        .expect("counted")
        .events;
    let counted = events
        .iter()
        .find(|one| one.code == "screening_timeout")
        .expect("there");
    assert_eq!(counted.count, 2);
    for event in ["+441622690690", "01622", "", "Screening"] {
        let error = phone.engine.health(&ask(event)).expect_err("refused");
        assert_eq!(error.code(), "invalid_request");
    }
}

/// Every file with its content, but for the marks of who reads at the moment.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(contents(&path));
        } else if !path.to_string_lossy().ends_with("-shm") {
            files.insert(path.clone(), fs::read(&path).expect("readable"));
        }
    }
    files
}
