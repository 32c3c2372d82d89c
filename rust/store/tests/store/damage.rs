//! Damaged files: nothing fails to open, nothing is deleted, nothing wrong is said.

use std::fs;

use cleardown_store::{Dirs, LiveRecord, Store, StoreError, StoreFile};

use crate::support::{
    codes, cut, dirs_in, length, list, list_file, listing, live_file, number, open, set_aside,
    spoil,
};

const ROWS: u64 = 6_000;

/// A closed phone with a list of thirty pages and a state of several.
fn written(folder: &tempfile::TempDir) -> Dirs {
    let dirs = dirs_in(folder.path());
    let store = open(&dirs);
    store.install(&list("gb", 3, ROWS), false).unwrap();
    store
        .update_live(|record| record.state_json = "x".repeat(20_000))
        .unwrap();
    dirs
}

/// What a list says after this damage: each number gets its own listing, or the answer says that
/// it may not be complete.
fn ask_damaged_list(damage: impl Fn(&std::path::Path)) -> (usize, Store) {
    let folder = tempfile::tempdir().unwrap();
    let dirs = written(&folder);
    damage(&list_file(&dirs));
    let store = Store::open(&dirs).store;
    let mut unsure = 0;
    for at in 0..ROWS {
        let found = store.lookup(number(at));
        unsure += usize::from(found.trouble.is_some());
        match found.listings.as_slice() {
            [] => assert!(found.trouble.is_some(), "row {at} is lost without a word"),
            [one] => assert_eq!(*one, listing(at)),
            _ => panic!("row {at} twice"),
        }
    }
    (unsure, store)
}

fn list_broken() -> Option<StoreError> {
    Some(StoreError::Broken(StoreFile::List("gb".to_owned())))
}

#[test]
fn a_list_with_a_damaged_header_says_so_at_every_look_up() {
    let (unsure, store) = ask_damaged_list(|path| spoil(path, 0, 100));
    assert_eq!(unsure as u64, ROWS);
    assert_eq!(store.lookup(number(1)).trouble, list_broken());
    assert_eq!(codes(&store.troubles()), ["list_broken"]);
    assert_eq!(store.lists(), []);
}

#[test]
fn a_list_cut_to_half_says_so() {
    let (unsure, store) = ask_damaged_list(|path| cut(path, length(path) / 8192 * 4096));
    assert!(unsure > 0);
    assert_eq!(store.lookup(number(ROWS - 1)).trouble, list_broken());
}

#[test]
fn a_list_cut_to_nothing_says_so() {
    let (unsure, _) = ask_damaged_list(|path| cut(path, 0));
    assert_eq!(unsure as u64, ROWS);
}

#[test]
fn a_list_that_is_no_database_says_so() {
    let (unsure, _) = ask_damaged_list(|path| fs::write(path, "not a database").unwrap());
    assert_eq!(unsure as u64, ROWS);
}

#[test]
fn garbage_in_the_middle_of_a_list_is_noticed_and_the_rest_is_still_read() {
    let (unsure, store) = ask_damaged_list(|path| {
        spoil(path, length(path) / 8192 * 4096, 3 * 4096);
    });
    assert!(unsure > 0, "noticed");
    assert_eq!(store.lookup(number(0)).listings, [listing(0)]);
    assert_eq!(
        store.lookup(number(0)).trouble,
        list_broken(),
        "and not forgotten"
    );
}

#[test]
fn a_database_of_something_else_is_no_list_and_no_state() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = written(&folder);
    for path in [list_file(&dirs), live_file(&dirs)] {
        fs::remove_file(&path).unwrap();
        let db = rusqlite::Connection::open(path).unwrap();
        db.execute_batch("CREATE TABLE cats (name TEXT); PRAGMA user_version = 2")
            .unwrap();
    }
    let store = Store::open(&dirs).store;
    assert_eq!(store.lookup(number(1)).trouble, list_broken());
    assert_eq!(store.read_live().unwrap_err().code(), "live_broken");
    store
        .update_live(|record| record.state_json = "new".to_owned())
        .unwrap();
    assert_eq!(store.read_live().unwrap().state_json, "new");
}

#[test]
fn pages_of_zeros_are_noticed() {
    let (unsure, _) = ask_damaged_list(|path| {
        let middle = length(path) / 8192 * 4096;
        let mut bytes = fs::read(path).unwrap();
        bytes[usize::try_from(middle).unwrap()..][..8192].fill(0);
        fs::write(path, bytes).unwrap();
    });
    assert!(unsure > 0);
}

#[test]
fn a_state_with_a_damaged_header_is_set_aside_for_a_fresh_one() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = written(&folder);
    spoil(&live_file(&dirs), 0, 100);
    let opened = Store::open(&dirs);
    assert_eq!(codes(&opened.troubles), ["live_set_aside"]);
    assert_eq!(opened.store.read_live(), Ok(LiveRecord::default()));
    assert_eq!(set_aside(&live_file(&dirs)), ["live.db.broken-1"]);
    opened
        .store
        .update_live(|record| record.state_json = "new".to_owned())
        .unwrap();
    drop(opened);
    assert_eq!(open(&dirs).read_live().unwrap().state_json, "new");
}

#[test]
fn a_state_damaged_in_the_middle_fails_to_read_and_the_next_change_begins_anew() {
    for read_first in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let dirs = written(&folder);
        // Where the long state's further pages lie is SQLite's business, so all but the first.
        let path = live_file(&dirs);
        spoil(&path, 4096, usize::try_from(length(&path) - 4096).unwrap());
        let store = Store::open(&dirs).store;
        if read_first {
            assert_eq!(store.read_live(), Err(StoreError::Broken(StoreFile::Live)));
        }
        let seen = store.update_live(|record| record.state_json.is_empty());
        assert_eq!(seen, Ok(true), "protecting defaults");
        assert_eq!(codes(&store.troubles()), ["live_set_aside"]);
        assert_eq!(set_aside(&path).len(), 1);
    }
}

#[test]
fn a_state_that_makes_no_sense_to_the_engine_is_set_aside_by_the_next_change() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = written(&folder);
    let store = open(&dirs);
    store
        .update_live(|record| record.state_json = "last".to_owned())
        .unwrap();
    store.mark_live_broken();
    store
        .update_live(|record| assert_eq!(*record, LiveRecord::default()))
        .unwrap();
    assert_eq!(codes(&store.troubles()), ["live_set_aside"]);

    let aside = dirs.device.join("live.db.broken-1");
    assert!(
        length(&dirs.device.join("live.db.broken-1-wal")) > 0,
        "its log, as it was"
    );
    let kept: String = rusqlite::Connection::open(aside)
        .unwrap()
        .query_row("SELECT json FROM state", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, "last", "what was set aside can still be read");
}

#[test]
fn an_emptied_state_does_not_pass_for_a_new_phone() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = written(&folder);
    cut(&live_file(&dirs), 0);
    assert_eq!(codes(&Store::open(&dirs).troubles), ["live_emptied"]);
    assert_eq!(codes(&Store::open(&dirs).troubles), [""; 0]);
}
