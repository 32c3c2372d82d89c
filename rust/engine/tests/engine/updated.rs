//! The app is updated while a cool-down runs: files that an earlier version wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cleardown_engine::api::{
    AtNow, ConfigureRequest, Origin, Person, PersonRequest, Placement, PolicyValue,
};

use crate::phone::{KENT, Phone};

fn golden(format: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/live-{format}.db"))
}

/// A wait of ten minutes runs since a minute ago, the call back was held, "Call anyway" is waiting
/// to be used, and settings were changed.
fn write(phone: &mut Phone) {
    let changed = ConfigureRequest {
        now: phone.now,
        origin: Origin::Person,
        in_call: false,
        policy: BTreeMap::from([("cool_down_seconds".to_owned(), PolicyValue::Int(600))]),
        at_ms: None,
        cancel_scheduled: false,
        replace: false,
        others: Vec::new(),
    };
    assert!(phone.engine.configure(&changed).expect("set").accepted);
    phone.kent_calls();
    phone.later(60);
    phone.place(KENT);
    phone.record_hold(KENT);
    let call_anyway = PersonRequest {
        now: phone.now,
        what: Person::CallAnyway,
        number: Some(KENT.to_owned()),
        in_call: false,
    };
    let answer = phone.engine.person(&call_anyway).expect("answered");
    assert_eq!(answer.accepted, Some(true));
}

/// To be run once, before a format is released, and never again for that format.
#[test]
#[ignore = "writes the file that the test below reads"]
fn write_golden_file_of_format_2() {
    let mut phone = Phone::new();
    write(&mut phone);
    let live = phone.folder.path().join("device/live.db");
    drop(phone.engine);
    fs::copy(live, golden(2)).expect("copied");
}

#[test]
fn the_wait_the_hold_the_pass_and_the_settings_outlive_the_update() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut phone = Phone::new();
    fs::create_dir_all(folder.path().join("device")).expect("made");
    fs::copy(golden(2), folder.path().join("device/live.db")).expect("copied");
    phone.later(30 + 60 + 10);
    let now = phone.now;
    let phone = Phone::over(folder, now);
    phone.engine.maintain(&AtNow { now }).expect("done");
    let status = phone.engine.status(&AtNow { now }).expect("answered");
    assert_eq!((status.cool_down, status.cool_down_started), (530, true));
    assert_eq!(status.policy["cool_down_seconds"], PolicyValue::Int(600));
    assert_eq!(status.held.len(), 1);
    let flagged = status.flagged.expect("the call that the wait is about");
    assert_eq!(flagged.organisation.as_deref(), Some("Kent Police"));
    assert!(phone.marker().exists());
    assert_eq!(phone.place("+441632960001").placement, Placement::Hold);
    assert_eq!(phone.place(KENT).placement, Placement::Place, "the pass");
    assert_eq!(phone.place(KENT).placement, Placement::Hold, "it was one");
    assert!(status.troubles.is_empty());
}
