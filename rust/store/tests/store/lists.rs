//! Installing and asking lists.

use std::thread;

use cleardown_core::E164;
use cleardown_store::{Installed, StoreError};

use crate::support::{
    ANCHOR, code_listing, edition, floor, length, list, list_file, list_from, listing, number,
    phone, restarted,
};

#[test]
fn every_row_comes_back_as_it_was_published() {
    let phone = phone();
    assert_eq!(
        phone.store.install(&list("gb", 1, 300), true),
        Ok(Installed::Now)
    );
    let phone = restarted(phone);
    for at in 0..300 {
        let found = phone.store.lookup(number(at));
        assert_eq!((found.listings, found.trouble), (vec![listing(at)], None));
    }
    assert_eq!(phone.store.lookup(number(300)).listings, []);
    assert_eq!(phone.store.lookup_code("159").listings, [code_listing()]);
    assert_eq!(phone.store.lookup_code("101").listings, []);
}

#[test]
fn the_list_says_what_it_is() {
    let phone = phone();
    phone.store.install(&list("gb", 7, 30), false).unwrap();
    let lists = phone.store.lists();
    assert_eq!(lists.len(), 1);
    assert_eq!((lists[0].publisher.as_str(), lists[0].version), ("gb", 7));
    assert_eq!((lists[0].numbers, lists[0].bundled), (30, false));
    assert_eq!(lists[0].issued_ms, 1_763_683_200_000);
}

#[test]
fn without_a_list_the_answer_says_so() {
    let found = phone().store.lookup(number(0));
    assert_eq!(
        (found.listings, found.trouble),
        (vec![], Some(StoreError::NoList))
    );
}

#[test]
fn a_new_version_replaces_every_row_of_the_old_one() {
    let phone = phone();
    phone.store.install(&list("gb", 1, 50), true).unwrap();
    phone
        .store
        .install(&list_from("gb", 2, (40..90).collect()), false)
        .unwrap();
    assert_eq!(phone.store.lookup(number(39)).listings, []);
    assert_eq!(phone.store.lookup(number(89)).listings, [listing(89)]);
    assert_eq!(phone.store.list_floor("gb", &ANCHOR), Ok(floor(2)));
}

#[test]
fn an_older_version_is_refused_and_the_same_one_changes_nothing() {
    let phone = phone();
    phone.store.install(&list("gb", 5, 10), false).unwrap();
    let error = phone.store.install(&list("gb", 4, 20), true).unwrap_err();
    assert_eq!(error.code(), "list_too_old");
    assert_eq!(
        error.to_string(),
        "version 1.4 of the list of gb is older than version 1.5"
    );
    assert_eq!(
        phone.store.install(&list("gb", 5, 10), true),
        Ok(Installed::Already)
    );
    assert!(!phone.store.lists()[0].bundled);
}

#[test]
fn a_list_whose_rows_do_not_come_back_is_not_installed() {
    let phone = phone();
    phone.store.install(&list("gb", 1, 50), false).unwrap();
    let file = rusqlite::Connection::open(list_file(&phone.dirs)).unwrap();
    file.execute_batch(
        "CREATE TRIGGER eats AFTER INSERT ON numbers WHEN new.number % 10 = 3
         BEGIN DELETE FROM numbers WHERE number = new.number; END",
    )
    .unwrap();
    drop(file);
    let error = phone.store.install(&list("gb", 2, 50), false).unwrap_err();
    assert_eq!(error.code(), "list_hash");
    assert_eq!(phone.store.lists()[0].version, 1);
    assert_eq!(phone.store.lookup(number(3)).listings, [listing(3)]);
    assert_eq!(phone.store.list_floor("gb", &ANCHOR), Ok(floor(1)));
}

#[test]
fn the_floor_outlives_the_lists_file() {
    let phone = phone();
    phone.store.install(&list("gb", 5, 10), false).unwrap();
    std::fs::remove_file(list_file(&phone.dirs)).unwrap();
    let phone = restarted(phone);
    assert_eq!(
        phone
            .store
            .install(&list("gb", 4, 10), true)
            .unwrap_err()
            .code(),
        "list_too_old"
    );
    assert_eq!(
        phone.store.install(&list("gb", 5, 10), true),
        Ok(Installed::Now)
    );
}

#[test]
fn publishers_are_kept_apart_and_all_are_asked() {
    let phone = phone();
    phone.store.install(&list("gb", 9, 10), true).unwrap();
    phone
        .store
        .install(&list_from("bank-of-x", 1, (5..15).collect()), false)
        .unwrap();
    let phone = restarted(phone);
    assert_eq!(
        phone.store.lookup(number(7)).listings,
        [listing(7), listing(7)]
    );
    assert_eq!(phone.store.lookup(number(12)).listings, [listing(12)]);
    let names: Vec<String> = phone
        .store
        .lists()
        .into_iter()
        .map(|one| one.publisher)
        .collect();
    assert_eq!(names, ["bank-of-x", "gb"]);
}

#[test]
fn look_ups_go_on_during_an_installation() {
    let phone = phone();
    phone.store.install(&list("gb", 1, 2_000), true).unwrap();
    let newer: Vec<_> = (2..8).map(|version| list("gb", version, 2_000)).collect();
    thread::scope(|scope| {
        let installing = scope.spawn(|| {
            for list in &newer {
                phone.store.install(list, false).unwrap();
            }
        });
        let mut asked = 0;
        while !installing.is_finished() || asked < 100 {
            let found = phone.store.lookup(number(asked % 2_000));
            assert_eq!(
                (found.listings, found.trouble),
                (vec![listing(asked % 2_000)], None)
            );
            asked += 1;
        }
    });
    assert_eq!(phone.store.lists()[0].version, 7);
}

#[test]
fn a_number_takes_less_than_sixteen_bytes() {
    let phone = phone();
    let rows = 50_000;
    phone.store.install(&list("gb", 1, rows), true).unwrap();
    let bytes = length(&list_file(&phone.dirs));
    assert!(bytes < 16 * rows, "{bytes} bytes for {rows} numbers");
    let log = list_file(&phone.dirs).with_extension("db-wal");
    assert_eq!(length(&log), 0, "the log is emptied after an installation");
}

/// The numbers of rows `0..below` that may be rung and belong to this organisation.
fn expected_to_ring(organisation: &str, below: u64) -> Vec<(E164, String)> {
    (0..below)
        .map(|at| (number(at), listing(at)))
        .filter(|(_, row)| row.ring && row.organisation == organisation)
        .map(|(number, row)| (number, row.line))
        .collect()
}

#[test]
fn the_numbers_of_an_organisation_that_may_be_rung_are_found_in_every_version() {
    let phone = phone();
    assert_eq!(phone.store.numbers_to_ring("Organisation 5", 10), []);
    let first = edition("gb", 1, (0..5000).collect());
    phone.store.install(&first.full(), true).unwrap();
    let expected = expected_to_ring("Organisation 5", 5000);
    assert_eq!(expected.len(), 2, "rows 5 and 3005");
    assert_eq!(phone.store.numbers_to_ring("Organisation 5", 10), expected);
    assert_eq!(
        phone.store.numbers_to_ring("Organisation 5", 1),
        expected[..1]
    );
    assert_eq!(phone.store.numbers_to_ring("Organisation", 10), []);
    let second = edition("gb", 2, (0..3000).collect());
    phone
        .store
        .install(&second.delta_from(&first), false)
        .unwrap();
    let left = expected_to_ring("Organisation 5", 3000);
    assert_eq!(phone.store.numbers_to_ring("Organisation 5", 10), left);
}
