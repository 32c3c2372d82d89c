//! Maintenance: what is damaged is made anew, never from an older list.

use std::fs;

use cleardown_store::{Dirs, Floor, Store};

use crate::support::{
    ANCHOR, call, codes, cut, dirs_in, floor, history_file, length, list, list_file, listing,
    live_file, number, open, set_aside, spoil,
};

fn with_list(folder: &tempfile::TempDir, version: u64) -> Dirs {
    let dirs = dirs_in(folder.path());
    let store = open(&dirs);
    store.install(&list("gb", version, 20_000), false).unwrap();
    store.add_call(&call(1)).unwrap();
    dirs
}

#[test]
fn a_new_phone_gets_the_bundled_list_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&dirs_in(folder.path()));
    assert_eq!(store.repair(1, &list("gb", 1, 10)), []);
    assert_eq!(store.lookup(number(9)).listings, [listing(9)]);
    assert!(store.lists()[0].bundled);
    assert_eq!(store.repair(2, &list("gb", 1, 10)), []);
    assert_eq!(store.health(), Ok(vec![]));
}

#[test]
fn a_damaged_list_is_rebuilt_and_kept_aside() {
    for damage in [
        |path: &_| spoil(path, 0, 100),
        |path: &_| spoil(path, length(path) / 2, 9000),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let dirs = with_list(&folder, 3);
        damage(&list_file(&dirs));
        let store = Store::open(&dirs).store;
        assert_eq!(
            codes(&store.repair(7, &list("gb", 3, 10))),
            ["list_rebuilt"]
        );
        let found = store.lookup(number(9));
        assert_eq!((found.listings, found.trouble), (vec![listing(9)], None));
        assert_eq!(set_aside(&list_file(&dirs)), ["gb.db.broken-1"]);
        assert_eq!(store.troubles(), []);
        let event = &store.health().unwrap()[0];
        assert_eq!(
            (event.code.as_str(), event.count, event.last_ms),
            ("list_rebuilt", 1, 7)
        );
        drop(store);
        assert_eq!(open(&dirs).lists()[0].numbers, 10);
    }
}

#[test]
fn a_lost_row_is_found_by_counting() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = with_list(&folder, 3);
    let db = rusqlite::Connection::open(list_file(&dirs)).unwrap();
    db.execute("DELETE FROM numbers WHERE number % 10 = 7", [])
        .unwrap();
    drop(db);
    let store = open(&dirs);
    assert_eq!(
        codes(&store.repair(1, &list("gb", 3, 10))),
        ["list_rebuilt"]
    );
}

#[test]
fn an_older_bundled_list_never_replaces_a_newer_damaged_one() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = with_list(&folder, 3);
    spoil(
        &list_file(&dirs),
        length(&list_file(&dirs)) / 8192 * 4096,
        4096,
    );
    let store = Store::open(&dirs).store;
    for _ in 0..2 {
        assert_eq!(
            codes(&store.repair(1, &list("gb", 2, 10))),
            ["list_rebuild_too_old"]
        );
    }
    let found = store.lookup(number(1));
    assert_eq!(
        found.listings,
        [listing(1)],
        "what can be read still answers"
    );
    assert_eq!(found.trouble.unwrap().code(), "list_broken");
    assert_eq!(set_aside(&list_file(&dirs)), [""; 0]);
    // The next published list mends it.
    store.install(&list("gb", 4, 10), false).unwrap();
    assert_eq!(store.repair(1, &list("gb", 2, 10)), []);
}

#[test]
fn the_floor_holds_when_state_and_list_are_both_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = with_list(&folder, 3);
    spoil(&live_file(&dirs), 0, 100);
    spoil(
        &list_file(&dirs),
        length(&list_file(&dirs)) / 8192 * 4096,
        4096,
    );
    let store = Store::open(&dirs).store;
    assert_eq!(
        codes(&store.repair(1, &list("gb", 2, 10))),
        ["list_rebuild_too_old"]
    );
}

#[test]
fn a_lost_floor_is_read_from_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = with_list(&folder, 3);
    spoil(&live_file(&dirs), 0, 100);
    let store = Store::open(&dirs).store;
    assert_eq!(store.list_floor("gb", &ANCHOR), Ok(Floor::default()));
    assert_eq!(store.repair(1, &list("gb", 2, 10)), []);
    assert_eq!(store.list_floor("gb", &ANCHOR), Ok(floor(3)));
}

#[test]
fn an_interrupted_first_installation_is_finished() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = dirs_in(folder.path());
    drop(open(&dirs));
    fs::write(list_file(&dirs), "").unwrap();
    let store = Store::open(&dirs).store;
    assert_eq!(
        store.lookup(number(1)).trouble.unwrap().code(),
        "list_broken"
    );
    assert_eq!(
        codes(&store.repair(1, &list("gb", 2, 10))),
        ["list_rebuilt"]
    );
    assert_eq!(store.lookup(number(1)).trouble, None);
    assert_eq!(
        set_aside(&list_file(&dirs)),
        [""; 0],
        "there was nothing to keep"
    );
}

#[test]
fn another_publishers_damaged_list_waits_for_its_next_version() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = with_list(&folder, 3);
    open(&dirs).install(&list("it-team", 1, 10), false).unwrap();
    cut(&dirs.device.join("lists/it-team.db"), 5000);
    let store = Store::open(&dirs).store;
    assert_eq!(codes(&store.repair(1, &list("gb", 3, 10))), ["list_broken"]);
    store.install(&list("it-team", 2, 10), false).unwrap();
    assert_eq!(store.repair(1, &list("gb", 3, 10)), []);
    assert_eq!(store.lookup(number(1)).listings, [listing(1), listing(1)]);
}

#[test]
fn damage_deep_in_state_and_history_is_found_and_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = with_list(&folder, 3);
    for path in [live_file(&dirs), history_file(&dirs)] {
        let rest = usize::try_from(length(&path) - 4096).unwrap();
        spoil(&path, 4096, rest);
    }
    let store = Store::open(&dirs).store;
    let found = store.repair(1, &list("gb", 3, 10));
    assert_eq!(codes(&found), ["live_set_aside", "history_set_aside"]);
    assert_eq!(store.repair(2, &list("gb", 3, 10)), []);
    assert_eq!(
        codes(&store.troubles()),
        ["live_set_aside", "history_set_aside"]
    );
    assert_eq!(store.calls(10).unwrap().len(), 0);
    store.add_call(&call(1)).unwrap();
    assert_eq!(set_aside(&live_file(&dirs)), ["live.db.broken-1"]);
}
