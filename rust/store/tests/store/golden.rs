//! Files of every released format open and keep their content; those of a later one stay as they
//! are.

use std::fs;
use std::path::{Path, PathBuf};

use cleardown_store::{CallRecord, Dirs, LiveRecord, Note, Setting, Store};

use crate::support::{
    call, code_listing, codes, dirs_in, history_file, list, list_file, listing, live_file, number,
    open,
};

const ROWS: u64 = 40;

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name)
}

fn record() -> LiveRecord {
    let setting = Setting {
        key: "cool_down_seconds".to_owned(),
        origin: "family".to_owned(),
        value_json: "600".to_owned(),
    };
    LiveRecord {
        state_json: r#"{"last_call":2}"#.to_owned(),
        settings: vec![setting],
    }
}

fn noted_call() -> CallRecord {
    let note = Note {
        name: "PC Smith".to_owned(),
        ..Note::default()
    };
    CallRecord {
        answered: Some(true),
        note: Some(note),
        ..call(1)
    }
}

fn write(dirs: &Dirs) {
    let store = open(&Dirs {
        credential: None,
        ..dirs.clone()
    });
    store.install(&list("gb", 3, ROWS), false).unwrap();
    store.update_live(|live| *live = record()).unwrap();
    store.note_health("no_list", 5).unwrap();
    drop(store);
    open(dirs).add_call(&noted_call()).unwrap();
    open(&Dirs {
        credential: None,
        ..dirs.clone()
    })
    .add_call(&call(2))
    .unwrap();
}

/// To be run once, before a format is released, and never again for that format.
#[test]
#[ignore = "writes the files that the test below reads"]
fn write_golden_files_of_format_1() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = dirs_in(folder.path());
    write(&dirs);
    fs::copy(list_file(&dirs), golden("list-1.db")).unwrap();
    fs::copy(live_file(&dirs), golden("live-1.db")).unwrap();
    fs::copy(history_file(&dirs), golden("history-1.db")).unwrap();
}

fn copied(folder: &Path) -> Dirs {
    let dirs = dirs_in(folder);
    fs::create_dir_all(dirs.device.join("lists")).unwrap();
    fs::create_dir_all(dirs.credential.as_ref().unwrap()).unwrap();
    fs::copy(golden("list-1.db"), list_file(&dirs)).unwrap();
    fs::copy(golden("live-1.db"), live_file(&dirs)).unwrap();
    fs::copy(golden("history-1.db"), history_file(&dirs)).unwrap();
    dirs
}

#[test]
fn files_of_format_1_keep_their_content() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&copied(folder.path()));
    for at in 0..ROWS {
        assert_eq!(store.lookup(number(at)).listings, [listing(at)]);
    }
    assert_eq!(store.lookup_code("159").listings, [code_listing()]);
    assert_eq!(store.lists()[0].version, 3);
    assert_eq!(store.list_floor("gb"), Ok(3));
    assert_eq!(store.read_live(), Ok(record()));
    assert_eq!(store.health().unwrap()[0].code, "no_list");
    assert!(store.calls(10).unwrap() == [call(2), noted_call()]);
}

#[test]
fn files_of_a_later_format_are_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = copied(folder.path());
    let files = [list_file(&dirs), live_file(&dirs), history_file(&dirs)];
    for path in &files {
        let db = rusqlite::Connection::open(path).unwrap();
        db.pragma_update(None, "user_version", 99).unwrap();
    }
    let before = files.each_ref().map(|path| fs::read(path).unwrap());

    let opened = Store::open(&dirs);
    assert_eq!(codes(&opened.troubles), ["newer_format"; 2]);
    assert!(
        opened.troubles[0]
            .text
            .contains("Install the newest release")
    );
    let store = opened.store;
    assert_eq!(
        store.lookup(number(1)).trouble.unwrap().code(),
        "newer_format"
    );
    assert_eq!(store.read_live().unwrap_err().code(), "newer_format");
    assert_eq!(
        store.update_live(|_| ()).unwrap_err().code(),
        "newer_format"
    );
    assert_eq!(store.add_call(&call(9)).unwrap_err().code(), "newer_format");
    assert_eq!(
        codes(&store.repair(1, &list("gb", 9, 10))),
        ["newer_format"; 3]
    );
    drop(store);
    assert!(before == files.each_ref().map(|path| fs::read(path).unwrap()));
}
