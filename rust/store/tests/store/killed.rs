//! Writers that are killed in the middle.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use cleardown_store::Store;

use crate::support::{dirs_in, list, list_file, listing, live_file, number, open};

const FOLDER: &str = "CLEARDOWN_TEST_FOLDER";

/// Runs one of the tests below that are there for another process only.
fn child(name: &str, folder: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", name, "--ignored", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn folder() -> PathBuf {
    env::var_os(FOLDER).unwrap().into()
}

#[test]
#[ignore = "run as a process of its own, to be killed"]
fn killed_between_changes() {
    let store = open(&dirs_in(&folder()));
    for step in 1..=5 {
        store
            .update_live(|record| record.state_json = format!("step {step}"))
            .unwrap();
    }
    let _ = store.update_live(|record| {
        record.state_json = "half".to_owned();
        let myself = std::process::id().to_string();
        Command::new("kill").args(["-9", &myself]).status().unwrap();
        thread::sleep(Duration::from_secs(60));
    });
}

#[test]
fn a_state_whose_writer_was_killed_is_the_last_one_committed() {
    let folder = tempfile::tempdir().unwrap();
    let status = child("killed::killed_between_changes", folder.path())
        .wait()
        .unwrap();
    assert!(!status.success());
    let dirs = dirs_in(folder.path());
    let log = live_file(&dirs).with_extension("db-wal");
    assert!(
        fs::metadata(log).unwrap().len() > 0,
        "the test needs a log that was left behind"
    );
    assert_eq!(open(&dirs).read_live().unwrap().state_json, "step 5");
}

#[test]
#[ignore = "run as a process of its own, to be killed"]
fn killed_installing() {
    let store = Store::open(&dirs_in(&folder())).store;
    for version in 2.. {
        store.install(&list("gb", version, 30_000), false).unwrap();
    }
}

/// The log grows during an installation and is emptied after it: killing at a moment when it is
/// long hits the transaction or the checkpoint.
#[test]
fn a_list_whose_installation_was_killed_is_whole() {
    for round in 1..=5 {
        let folder = tempfile::tempdir().unwrap();
        let dirs = dirs_in(folder.path());
        open(&dirs).install(&list("gb", 1, 30_000), false).unwrap();
        let mut installing = child("killed::killed_installing", folder.path());
        let log = list_file(&dirs).with_extension("db-wal");
        let deadline = Instant::now() + Duration::from_secs(60);
        while fs::metadata(&log).map_or(0, |m| m.len()) < 60_000 * round {
            assert!(Instant::now() < deadline, "the child never wrote");
            thread::yield_now();
        }
        installing.kill().unwrap();
        installing.wait().unwrap();
        assert_whole(&open(&dirs));
    }
}

fn assert_whole(store: &Store) {
    assert_eq!(store.lists()[0].numbers, 30_000);
    for at in (0..30_000).step_by(101) {
        let found = store.lookup(number(at));
        assert_eq!((found.listings, found.trouble), (vec![listing(at)], None));
    }
    let older = list("gb", 1, 10);
    assert_eq!(
        store.repair(1, &older),
        [],
        "every page and the count are right"
    );
}
