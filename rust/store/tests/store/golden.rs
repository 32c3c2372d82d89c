//! Files of every released format open and keep their content; those of a later one stay as they
//! are.

use std::fs;
use std::path::{Path, PathBuf};

use cleardown_list::tuf::TrustFiles;
use cleardown_store::{CallRecord, Dirs, Floor, LiveRecord, Note, Setting, Store};

use crate::support::{
    ANCHOR, call, code_listing, codes, dirs_in, edition, floor, history_file, list, list_file,
    listing, live_file, number, open,
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

fn trust() -> TrustFiles {
    TrustFiles {
        anchor: ANCHOR,
        epoch: 1,
        root: b"the root".to_vec(),
        timestamp: Some(b"the timestamp".to_vec()),
        snapshot: None,
        targets: Some(b"the targets".to_vec()),
    }
}

fn write(dirs: &Dirs) {
    let store = open(&Dirs {
        credential: None,
        ..dirs.clone()
    });
    store.install(&list("gb", 3, ROWS), false).unwrap();
    store.save_trust("gb", &trust()).unwrap();
    store.set_sync_record("gb", "the record").unwrap();
    store.update_live(|live| *live = record()).unwrap();
    store.note_health("no_list", 5).unwrap();
    store.note_decision("screening", 812).unwrap();
    store.note_decision("screening", 7).unwrap();
    store.keep("pin", Some("a record")).unwrap();
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
#[ignore = "writes the file that the tests below read"]
fn write_golden_file_of_format_4() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = dirs_in(folder.path());
    write(&dirs);
    fs::copy(live_file(&dirs), golden("live-4.db")).unwrap();
}

/// The format of the history is the first one still, that of lists the second.
fn copied(folder: &Path, list: u32, live: u32) -> Dirs {
    let dirs = dirs_in(folder);
    fs::create_dir_all(dirs.device.join("lists")).unwrap();
    fs::create_dir_all(dirs.credential.as_ref().unwrap()).unwrap();
    fs::copy(golden(&format!("list-{list}.db")), list_file(&dirs)).unwrap();
    fs::copy(golden(&format!("live-{live}.db")), live_file(&dirs)).unwrap();
    fs::copy(golden("history-1.db"), history_file(&dirs)).unwrap();
    dirs
}

fn assert_content(store: &Store) {
    for at in 0..ROWS {
        assert_eq!(store.lookup(number(at)).listings, [listing(at)]);
    }
    assert_eq!(store.lookup_code("159").listings, [code_listing()]);
    assert_eq!(store.lookup_code("101").listings, []);
    assert_eq!(store.lists()[0].version, 3);
    assert_eq!(store.read_live(), Ok(record()));
    assert_eq!(store.health().unwrap()[0].code, "no_list");
    assert!(store.calls(10).unwrap() == [call(2), noted_call()]);
}

/// Lists were not signed yet, so that any signed one follows.
#[test]
fn files_of_format_1_keep_their_content() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&copied(folder.path(), 1, 1));
    assert_content(&store);
    let expected = Floor {
        epoch: 0,
        version: 3,
    };
    assert_eq!(store.list_floor("gb", &[0; 32]), Ok(expected));
    assert_eq!(store.installed("gb").unwrap().unwrap().sha256, None);
    assert_eq!(store.trust_of("gb"), Ok(None));
    store.install(&list("gb", 1, ROWS), false).unwrap();
    assert_eq!(store.lookup(number(1)).listings, [listing(1)]);
    assert_eq!(store.list_floor("gb", &ANCHOR), Ok(floor(1)));
}

#[test]
fn files_of_formats_2_to_4_keep_their_content() {
    for live in 2..=4 {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&copied(folder.path(), 2, live));
        assert_content(&store);
        assert_eq!(store.list_floor("gb", &ANCHOR), Ok(floor(3)));
        assert_eq!(store.trust_of("gb"), Ok(Some(trust())));
        assert_eq!(store.sync_record("gb"), Ok(Some("the record".to_owned())));
        let kept = if live == 2 { vec![] } else { vec![7, 812] };
        assert_eq!(store.decisions("screening"), Ok(kept));
        let kept = (live == 4).then(|| "a record".to_owned());
        assert_eq!(store.kept("pin"), Ok(kept));
        store.keep("pin", Some("another")).unwrap();
        store.keep("relative", Some("one more")).unwrap();
        assert_eq!(store.kept("pin"), Ok(Some("another".to_owned())));
        store.keep("pin", None).unwrap();
        assert_eq!(store.kept("pin"), Ok(None));
        store.note_decision("screening", 99).unwrap();
        assert!(store.decisions("screening").unwrap().contains(&99));
        let before = edition("gb", 3, (0..ROWS).collect());
        let next = edition("gb", 4, (1..ROWS).collect());
        store.install(&next.delta_from(&before), false).unwrap();
        assert_eq!(store.lookup(number(0)).listings, []);
    }
}

#[test]
fn files_of_a_later_format_are_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = copied(folder.path(), 2, 4);
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
