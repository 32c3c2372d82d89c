//! Full and read-only disks.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use cleardown_store::{Dirs, LiveRecord, Store, StoreError};

use crate::support::{
    call, codes, cut, dirs_in, length, list, list_file, listing, number, open, phone, spoil,
};

/// A disk of one megabyte in memory. Only root can make one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let at = tempfile::tempdir().unwrap();
        let mount = ["-t", "tmpfs", "-o", "size=1m", "cleardown-test"];
        let done = Command::new("mount").args(mount).arg(at.path()).output();
        done.is_ok_and(|output| output.status.success())
            .then(|| Self(at))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn make_read_only(&self) {
        let done = Command::new("mount")
            .args(["-o", "remount,ro"])
            .arg(self.path())
            .status();
        assert!(done.unwrap().success());
    }

    fn fill(&self) -> PathBuf {
        self.fill_but(0)
    }

    /// Leaves so many bytes free.
    fn fill_but(&self, free: u64) -> PathBuf {
        let path = self.path().join("fill");
        let mut file = fs::File::create(&path).unwrap();
        while file.write_all(&[1; 512]).is_ok() {}
        cut(&path, length(&path).saturating_sub(free));
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily, should the test have failed with files open.
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

fn write(dirs: &Dirs) -> Store {
    let store = open(dirs);
    store.install(&list("gb", 1, 1_000), false).unwrap();
    store
        .update_live(|record| record.state_json = "before".to_owned())
        .unwrap();
    store
}

/// The list and the state answer; whatever writes says so and changes nothing.
fn assert_answers_but_writes_nothing(store: &Store) {
    for at in [0, 500, 999] {
        let found = store.lookup(number(at));
        assert_eq!((found.listings, found.trouble), (vec![listing(at)], None));
    }
    assert_eq!(store.read_live().unwrap().state_json, "before");
    let big = "x".repeat(200_000);
    let errors = [
        store
            .update_live(|record| record.state_json = big)
            .unwrap_err(),
        store.install(&list("gb", 2, 60_000), false).unwrap_err(),
    ];
    for error in errors {
        assert!(
            ["disk_full", "io_error", "read_only"].contains(&error.code()),
            "{error}"
        );
        assert!(!error.remedy().is_empty());
    }
    assert_eq!(store.lookup(number(999)).listings, [listing(999)]);
    store.repair(1, &list("gb", 1, 1_000));
    assert_eq!(store.read_live().unwrap().state_json, "before");
    assert_eq!(store.lookup(number(999)).listings, [listing(999)]);
    assert_eq!(store.lists()[0].version, 1);
}

fn assert_writes(store: &Store) {
    store
        .update_live(|record| record.state_json = "after".to_owned())
        .unwrap();
    store.install(&list("gb", 2, 2_000), false).unwrap();
    assert_eq!(store.lookup(number(1_999)).listings, [listing(1_999)]);
    store.add_call(&call(1)).unwrap();
}

#[test]
fn a_full_disk_loses_neither_list_nor_state() {
    // Without the right to mount, the test with the file size limit stands alone.
    let Some(disk) = SmallDisk::new() else {
        return refused_writes_lose_nothing();
    };
    let dirs = dirs_in(disk.path());
    drop(write(&dirs));
    let filler = disk.fill();
    let store = Store::open(&dirs).store;
    assert_answers_but_writes_nothing(&store);
    fs::remove_file(filler).unwrap();
    assert_writes(&store);
}

#[test]
fn a_disk_that_fills_up_meanwhile_loses_nothing() {
    let Some(disk) = SmallDisk::new() else {
        return refused_writes_lose_nothing();
    };
    let store = write(&dirs_in(disk.path()));
    let filler = disk.fill();
    assert_answers_but_writes_nothing(&store);
    fs::remove_file(filler).unwrap();
    assert_writes(&store);
}

#[test]
fn a_phone_first_started_with_a_full_disk_works_once_there_is_room() {
    let Some(disk) = SmallDisk::new() else {
        return refused_writes_lose_nothing();
    };
    let filler = disk.fill();
    let opened = Store::open(&dirs_in(disk.path()));
    assert!(!opened.troubles.is_empty());
    assert!(opened.store.update_live(|_| ()).is_err());
    fs::remove_file(filler).unwrap();
    assert_writes(&opened.store);
    assert_eq!(opened.store.troubles(), []);
}

/// With every amount of room, from none to plenty: a rebuilt list is whole, and one that could not
/// be rebuilt still answers as far as it can be read.
#[test]
fn a_damaged_list_is_rebuilt_whole_or_left() {
    let bundled = list("gb", 1, 1_000);
    let mut outcomes = [0, 0];
    for pages in (0..140).step_by(4) {
        let Some(disk) = SmallDisk::new() else {
            return refused_writes_lose_nothing();
        };
        let dirs = dirs_in(disk.path());
        drop(write(&dirs));
        spoil(&list_file(&dirs), length(&list_file(&dirs)) - 4096, 4096);
        let filler = disk.fill_but(pages * 4096);
        let store = Store::open(&dirs).store;
        let rebuilt = codes(&store.repair(1, &bundled)).contains(&"list_rebuilt");
        outcomes[usize::from(rebuilt)] += 1;
        assert_eq!(
            store.lookup(number(0)).listings,
            [listing(0)],
            "{pages} pages"
        );
        fs::remove_file(filler).unwrap();
        if !rebuilt {
            assert_eq!(
                store.lookup(number(0)).trouble.unwrap().code(),
                "list_broken"
            );
            assert!(codes(&store.repair(1, &bundled)).contains(&"list_rebuilt"));
        }
        for at in 0..1_000 {
            let found = store.lookup(number(at));
            assert_eq!((found.listings, found.trouble), (vec![listing(at)], None));
        }
    }
    assert!(outcomes.iter().all(|times| *times > 1), "{outcomes:?}");
}

const FOLDER: &str = "CLEARDOWN_TEST_FOLDER";

#[test]
#[ignore = "run as a process of its own, under a limit that refuses every write"]
fn under_a_limit() {
    let folder: PathBuf = env::var_os(FOLDER).unwrap().into();
    assert_answers_but_writes_nothing(&Store::open(&dirs_in(&folder)).store);
}

#[test]
fn refused_writes_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    drop(write(&dirs_in(folder.path())));
    let limited = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let output = Command::new("sh")
        .args(["-c", limited, "sh"])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "disk::under_a_limit", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{output:?}"
    );
}

#[test]
fn a_folder_that_may_only_be_read_still_answers() {
    let (dirs, _disk, _folder) = match SmallDisk::new() {
        Some(disk) => {
            let dirs = dirs_in(disk.path());
            drop(write(&dirs));
            disk.make_read_only();
            (dirs, Some(disk), None)
        }
        None => {
            let folder = tempfile::tempdir().unwrap();
            let dirs = dirs_in(folder.path());
            drop(write(&dirs));
            for path in [dirs.device.join("lists"), dirs.device.clone()] {
                fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
            }
            (dirs, None, Some(folder))
        }
    };
    let store = Store::open(&dirs).store;
    assert_answers_but_writes_nothing(&store);
    assert_eq!(store.arm_marker().unwrap_err().code(), "read_only");
    if let Some(folder) = _folder {
        for path in [dirs.device.clone(), dirs.device.join("lists")] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        drop(folder);
    }
}

#[test]
fn folders_that_cannot_be_made_leave_a_store_that_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let opened = Store::open(&Dirs {
        device: file.join("device"),
        credential: None,
    });
    assert_eq!(opened.troubles[0].code, "io_error");
    assert_eq!(
        opened.store.lookup(number(1)).trouble,
        Some(StoreError::NoList)
    );
    assert!(opened.store.read_live().is_err());
    assert!(!opened.store.is_armed());
    assert!(opened.store.arm_marker().is_err());
}

#[test]
fn the_door_refuses_every_write_until_it_is_opened() {
    let phone = phone();
    let store = &phone.store;
    store.set_disk_full(true);
    let codes = [
        store.update_live(|_| ()).unwrap_err().code(),
        store.note_health("no_list", 1).unwrap_err().code(),
        store.add_call(&call(1)).unwrap_err().code(),
        store.install(&list("gb", 1, 10), true).unwrap_err().code(),
        store.arm_marker().unwrap_err().code(),
    ];
    assert_eq!(codes, ["disk_full"; 5]);
    assert_eq!(store.read_live(), Ok(LiveRecord::default()));
    store.set_disk_full(false);
    store.add_call(&call(1)).unwrap();
    store.install(&list("gb", 1, 10), true).unwrap();
}
