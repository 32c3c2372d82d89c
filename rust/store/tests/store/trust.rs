//! Trusted metadata beside the list, and the record of the last poll.

use std::fs;

use cleardown_list::tuf::TrustFiles;
use cleardown_store::{Store, StoreError};

use crate::support::{
    ANCHOR, codes, cut, dirs_in, edition, length, list, list_file, listing, number, open, phone,
    restarted, spoil,
};

fn trust(root: &str) -> TrustFiles {
    TrustFiles {
        anchor: ANCHOR,
        epoch: 1,
        root: root.as_bytes().to_vec(),
        timestamp: None,
        snapshot: None,
        targets: None,
    }
}

#[test]
fn every_step_is_kept_at_once() {
    let phone = phone();
    assert_eq!(phone.store.trust_of("gb"), Ok(None));
    let mut trust = trust("root 1");
    let steps: [fn(&mut TrustFiles); 6] = [
        |_| (),
        |trust| trust.root = b"root 2".to_vec(),
        |trust| trust.timestamp = Some(b"timestamp 5".to_vec()),
        |trust| trust.snapshot = Some(b"snapshot 4".to_vec()),
        |trust| trust.targets = Some(vec![b'x'; 500_000]),
        // New keys for the timestamp: it is forgotten.
        |trust| (trust.epoch, trust.timestamp) = (3, None),
    ];
    for step in steps {
        step(&mut trust);
        phone.store.save_trust("gb", &trust).unwrap();
        let beside = Store::open(&phone.dirs).store;
        assert_eq!(beside.trust_of("gb"), Ok(Some(trust.clone())));
    }
    assert_eq!(phone.store.trust_of("it-team"), Ok(None));
    let phone = restarted(phone);
    assert_eq!(phone.store.trust_of("gb"), Ok(Some(trust)));
}

#[test]
fn trust_without_a_list_is_no_list_and_no_trouble() {
    let phone = phone();
    phone.store.save_trust("gb", &trust("root")).unwrap();
    for phone in [phone].map(restarted) {
        assert_eq!(
            phone.store.lookup(number(1)).trouble,
            Some(StoreError::NoList)
        );
        assert_eq!(
            phone.store.lookup_code("159").trouble,
            Some(StoreError::NoList)
        );
        assert_eq!(phone.store.troubles(), []);
        assert_eq!(phone.store.lists(), []);
        assert_eq!(phone.store.installed("gb"), Ok(None));

        // Beside another publisher's list it says nothing.
        phone.store.install(&list("it-team", 1, 5), false).unwrap();
        let found = phone.store.lookup(number(1));
        assert_eq!((found.listings, found.trouble), (vec![listing(1)], None));

        // The list of the app still comes, without a word.
        assert_eq!(phone.store.repair(1, &list("gb", 1, 10)), []);
        let found = phone.store.lookup(number(9));
        assert_eq!((found.listings, found.trouble), (vec![listing(9)], None));
        assert_eq!(phone.store.trust_of("gb"), Ok(Some(trust("root"))));
    }
}

#[test]
fn trust_and_list_do_not_disturb_each_other() {
    let phone = phone();
    let [old, new] = [1, 2].map(|version| edition("gb", version, (version..50).collect()));
    phone.store.install(&old.full(), true).unwrap();
    phone.store.save_trust("gb", &trust("root 1")).unwrap();
    phone.store.install(&new.delta_from(&old), false).unwrap();
    assert_eq!(phone.store.trust_of("gb"), Ok(Some(trust("root 1"))));
    phone.store.save_trust("gb", &trust("root 2")).unwrap();
    assert_eq!(phone.store.installed("gb").unwrap().unwrap().version, 2);
    assert_eq!(phone.store.lookup(number(2)).listings, [listing(2)]);
}

#[test]
fn trust_of_a_damaged_file_waits_in_memory_for_the_next_one() {
    let phone = phone();
    phone.store.install(&list("gb", 3, 6_000), false).unwrap();
    phone.store.save_trust("gb", &trust("old root")).unwrap();
    let phone = {
        let path = list_file(&phone.dirs);
        spoil(&path, 0, 100);
        restarted(phone)
    };
    assert_eq!(codes(&phone.store.troubles()), ["list_broken"]);
    assert_eq!(phone.store.trust_of("gb"), Ok(None));
    phone.store.save_trust("gb", &trust("new root")).unwrap();
    assert_eq!(phone.store.trust_of("gb"), Ok(Some(trust("new root"))));
    phone.store.install(&list("gb", 4, 10), false).unwrap();
    let phone = restarted(phone);
    assert_eq!(phone.store.trust_of("gb"), Ok(Some(trust("new root"))));
    assert_eq!(phone.store.lookup(number(9)).listings, [listing(9)]);
    assert_eq!(phone.store.troubles(), []);
}

#[test]
fn an_installation_that_finds_the_file_damaged_replaces_it() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = dirs_in(folder.path());
    open(&dirs).install(&list("gb", 3, 6_000), false).unwrap();
    let path = list_file(&dirs);
    spoil(&path, length(&path) / 8192 * 4096, 3 * 4096);
    // Nobody met the damage yet.
    let store = open(&dirs);
    store.install(&list("gb", 4, 6_100), false).unwrap();
    for at in 0..6_100 {
        let found = store.lookup(number(at));
        assert_eq!((found.listings, found.trouble), (vec![listing(at)], None));
    }
}

#[test]
fn a_damaged_list_is_none_to_start_a_change_from() {
    for damage in [0, 8] {
        let phone = phone();
        let it_team = list("it-team", 3, 6_000);
        phone.store.install(&it_team, false).unwrap();
        let path = phone.dirs.device.join("lists/it-team.db");
        spoil(&path, length(&path) * damage / 16 / 4096 * 4096, 100);
        // Nobody met the damage yet.
        let phone = restarted(phone);
        assert_eq!(phone.store.installed("it-team"), Ok(None));
        // The same version mends it.
        phone.store.install(&it_team, false).unwrap();
        assert_eq!(
            phone.store.installed("it-team").unwrap().unwrap().version,
            3
        );
        assert_eq!(phone.store.lookup(number(5_999)).trouble, None);
    }
}

#[test]
fn at_most_one_damaged_list_is_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    let dirs = dirs_in(folder.path());
    for version in 1..5 {
        let store = Store::open(&dirs).store;
        store.install(&list("gb", version, 500), false).unwrap();
        drop(store);
        cut(&list_file(&dirs), 5000);
    }
    let names = fs::read_dir(dirs.device.join("lists")).unwrap();
    let copies = names.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().contains(".broken-")
    });
    assert_eq!(copies.count(), 1);
}

#[test]
fn a_full_disk_keeps_the_trust_there_was() {
    let phone = phone();
    phone.store.save_trust("gb", &trust("root 1")).unwrap();
    phone.store.set_disk_full(true);
    let error = phone.store.save_trust("gb", &trust("root 2")).unwrap_err();
    assert_eq!(error.code(), "disk_full");
    assert_eq!(phone.store.trust_of("gb"), Ok(Some(trust("root 1"))));
}

#[test]
fn the_record_of_the_last_poll_is_kept_for_each_publisher() {
    let phone = phone();
    assert_eq!(phone.store.sync_record("gb"), Ok(None));
    for text in ["{}", r#"{"next":5}"#] {
        phone.store.set_sync_record("gb", text).unwrap();
    }
    phone.store.set_sync_record("it-team", "other").unwrap();
    let phone = restarted(phone);
    assert_eq!(
        phone.store.sync_record("gb"),
        Ok(Some(r#"{"next":5}"#.to_owned()))
    );
    assert_eq!(
        phone.store.sync_record("it-team"),
        Ok(Some("other".to_owned()))
    );
}
