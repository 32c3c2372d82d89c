//! The call history, before and after the phone's first unlock.

use cleardown_store::{CallRecord, Dirs, LiveRecord, Note, Setting, Store};

use crate::support::{call, history_file, live_file, phone, restarted, spoil};

const NONE: [u64; 0] = [];

fn ids(store: &Store) -> Vec<u64> {
    store
        .calls(100)
        .unwrap()
        .iter()
        .map(|call| call.id)
        .collect()
}

fn note() -> Note {
    Note {
        name: "PC Smith".to_owned(),
        number: "4711".to_owned(),
        station: "Maidstone".to_owned(),
        wanted: "my card".to_owned(),
    }
}

#[test]
fn calls_come_back_newest_first_with_everything() {
    let phone = phone();
    let bare = CallRecord {
        number: None,
        organisation: None,
        ..call(1)
    };
    let full = CallRecord {
        answered: Some(true),
        note: Some(note()),
        ..call(2)
    };
    phone.store.add_call(&bare).unwrap();
    phone.store.add_call(&full).unwrap();
    let phone = restarted(phone);
    assert!(phone.store.calls(100).unwrap() == [full.clone(), bare]);
    assert!(phone.store.calls(1).unwrap() == [full]);
    assert_eq!(phone.store.highest_call_id(), Ok(2));
}

#[test]
fn answers_and_notes_are_added_later() {
    let phone = phone();
    phone.store.add_call(&call(1)).unwrap();
    assert_eq!(phone.store.set_answered(1, false), Ok(true));
    assert_eq!(phone.store.set_note(1, &note()), Ok(true));
    assert_eq!(phone.store.set_note(2, &note()), Ok(false));
    let marked = phone
        .store
        .set_verdict(1, "certain_fake", r#"["listed_never"]"#);
    assert_eq!(marked, Ok(true));
    let kept = &phone.store.calls(1).unwrap()[0];
    assert!(kept.answered == Some(false) && kept.note == Some(note()));
    assert_eq!(kept.alert, "certain_fake");
    assert_eq!(kept.reasons_json, r#"["listed_never"]"#);
}

#[test]
fn calls_are_deleted_one_by_one_by_age_and_all() {
    let phone = phone();
    let day = 86_400_000;
    for id in 1..=5 {
        let at_ms = i64::try_from(id).unwrap() * day;
        phone
            .store
            .add_call(&CallRecord { at_ms, ..call(id) })
            .unwrap();
    }
    assert_eq!(phone.store.delete_call(3), Ok(true));
    assert_eq!(phone.store.delete_call(3), Ok(false));
    assert_eq!(phone.store.prune_calls(6 * day, 4), Ok(1));
    assert_eq!(ids(&phone.store), [5, 4, 2]);
    phone.store.delete_calls().unwrap();
    assert_eq!(ids(&phone.store), NONE);
}

#[test]
fn a_deleted_note_is_not_left_in_the_file() {
    let phone = phone();
    let secret = "Zebrafinch";
    let note = Note {
        name: secret.to_owned(),
        ..note()
    };
    phone
        .store
        .add_call(&CallRecord {
            note: Some(note),
            ..call(1)
        })
        .unwrap();
    phone.store.delete_calls().unwrap();
    for ending in ["db", "db-wal"] {
        let file = history_file(&phone.dirs).with_extension(ending);
        let bytes = std::fs::read(file).unwrap_or_default();
        assert!(
            !bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes()),
            "{ending}"
        );
    }
}

#[test]
fn an_id_is_taken_once() {
    let phone = phone();
    phone.store.add_call(&call(1)).unwrap();
    assert_eq!(
        phone.store.add_call(&call(1)).unwrap_err().code(),
        "call_known"
    );
}

#[test]
fn calls_before_the_unlock_wait_and_move() {
    let phone = phone();
    let locked = Dirs {
        credential: None,
        ..phone.dirs.clone()
    };
    let store = Store::open(&locked).store;
    store.add_call(&call(1)).unwrap();
    store.add_call(&call(2)).unwrap();
    assert_eq!(store.set_answered(2, true), Ok(true));
    assert_eq!(ids(&store), [2, 1]);
    assert_eq!(
        ids(&Store::open(&locked).store),
        [2, 1],
        "they outlive the process"
    );

    store.attach_credential(phone.dirs.credential.as_ref().unwrap());
    assert_eq!(ids(&store), [2, 1]);
    assert_eq!(
        ids(&Store::open(&locked).store),
        NONE,
        "nothing is left behind"
    );
    assert_eq!(ids(&phone.store), [2, 1]);
    assert_eq!(phone.store.calls(1).unwrap()[0].answered, Some(true));
}

#[test]
fn ids_that_began_again_lose_no_call() {
    let phone = phone();
    phone.store.add_call(&call(1)).unwrap();
    let locked = Dirs {
        credential: None,
        ..phone.dirs.clone()
    };
    let later = CallRecord {
        at_ms: call(1).at_ms + 5,
        ..call(1)
    };
    Store::open(&locked).store.add_call(&later).unwrap();
    let phone = restarted(phone);
    assert_eq!(ids(&phone.store), [2, 1]);
}

#[test]
fn a_call_that_was_moved_when_the_writer_was_killed_is_there_once() {
    let phone = phone();
    phone.store.add_call(&call(1)).unwrap();
    let locked = Dirs {
        credential: None,
        ..phone.dirs.clone()
    };
    Store::open(&locked).store.add_call(&call(1)).unwrap();
    let phone = restarted(phone);
    assert_eq!(ids(&phone.store), [1]);
    assert_eq!(ids(&Store::open(&locked).store), NONE);
}

#[test]
fn a_history_that_cannot_be_written_sends_calls_to_the_waiting_room() {
    let phone = phone();
    let gone = history_file(&phone.dirs);
    let store = Store::open(&Dirs {
        credential: None,
        ..phone.dirs.clone()
    })
    .store;
    // A folder where the file should be: it cannot be opened, and is not a damaged file.
    let credential = phone.dirs.device.join("other");
    std::fs::create_dir_all(credential.join("history.db")).unwrap();
    store.attach_credential(&credential);
    store.add_call(&call(1)).unwrap();
    store.attach_credential(gone.parent().unwrap());
    assert_eq!(ids(&store), [1]);
}

#[test]
fn a_damaged_history_is_set_aside_and_the_state_is_left_alone() {
    let phone = phone();
    phone
        .store
        .update_live(|record| record.state_json = "kept".to_owned())
        .unwrap();
    phone.store.add_call(&call(1)).unwrap();
    let path = history_file(&phone.dirs);
    let phone = restarted(phone);
    spoil(&path, 0, 200);
    let phone = restarted(phone);
    assert_eq!(ids(&phone.store), NONE);
    assert_eq!(phone.store.troubles()[0].code, "history_set_aside");
    phone.store.add_call(&call(2)).unwrap();
    assert_eq!(phone.store.read_live().unwrap().state_json, "kept");
    assert!(live_file(&phone.dirs).is_file());
}

#[test]
fn nothing_private_gets_into_a_log() {
    let note = note();
    let setting = Setting {
        key: "bank_number".to_owned(),
        origin: "person".to_owned(),
        value_json: "+441632960000".to_owned(),
    };
    let state_json = "+441632960000".to_owned();
    let record = LiveRecord {
        state_json,
        settings: vec![setting],
    };
    let logged = format!("{:?} {:?} {record:?}", call(1), note);
    assert!(
        !logged.contains("1632") && !logged.contains("Smith"),
        "{logged}"
    );
}
