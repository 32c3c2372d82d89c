//! A list's life: built, signed by several people, published, changed, its keys replaced.

use std::fs;

use cleardown_list::Sha256;
use cleardown_publish::{
    BuildOptions, Change, Role, Status, differences, history, refresh, rotate, status, time,
};

use crate::support::{Publisher, passphrase, row, rows, tree};

fn duties(publisher: &Publisher) -> Vec<&'static str> {
    let Status { duties, .. } = status(&publisher.folder, publisher.now_s).expect("a status");
    duties.into_iter().map(|duty| duty.code).collect()
}

#[test]
fn a_list_signed_by_two_of_three_roots_reaches_a_phone() {
    let publisher = Publisher::new();
    let built = publisher.build().expect("it builds");
    assert_eq!((built.list, built.rows, built.changed), (1, 200, true));

    publisher.sign_by(&["ann"]);
    assert_eq!(
        duties(&publisher),
        ["sign", "sign"],
        "root and list lack signatures"
    );
    publisher.sign_by(&["ben", "dan", "eve"]);
    assert_eq!(duties(&publisher), ["publish"]);
    let phases = publisher.publish().expect("it is published");
    assert!(duties(&publisher).is_empty());

    let last = phases.last().expect("a last phase");
    assert_eq!(last.files, ["metadata/timestamp.json"]);
    assert!(
        phases[0]
            .files
            .iter()
            .all(|name| name.starts_with("targets/"))
    );

    let phone = publisher.phone();
    let newest = phone.newest().expect("a list");
    assert_eq!(
        (
            newest.release.publisher.as_str(),
            newest.release.version,
            newest.release.rows
        ),
        ("gb", 1, 200)
    );
    let full = phone.wanted_target(&newest.full).expect("the full list");
    let update = phone.verify_full(&publisher.target(&full.name), publisher.now_s);
    assert_eq!(update.expect("a phone takes it").get().release.rows, 200);
}

#[test]
fn a_changed_row_travels_as_a_small_file_from_each_version_before() {
    let mut publisher = Publisher::with_version_1();
    publisher.next_version(&rows(0..201));
    let built = publisher.next_version(&(rows(0..201) + &row(201, "never")));
    assert_eq!(built.list, 3);

    let phone = publisher.phone();
    let newest = phone.newest().expect("a list");
    let bases: Vec<u64> = newest.deltas.iter().map(|delta| delta.base).collect();
    assert_eq!(bases, [1, 2]);
    for delta in &newest.deltas {
        assert!(2 * delta.target.length() < newest.full.length());
        let file = phone.wanted_target(&delta.target).expect("a delta");
        let update = phone.verify_delta(delta, &publisher.target(&file.name), publisher.now_s);
        assert_eq!(
            update.expect("a phone takes it").get().release.sha256,
            newest.release.sha256
        );
    }

    let versions = history(&publisher.folder).expect("the history");
    let list = |version| {
        versions[&version]
            .list(&publisher.folder)
            .expect("a version")
    };
    let changes = differences(&list(1), &list(3));
    assert_eq!(changes.len(), 2);
    assert!(changes[1].newly_never, "{changes:?}");
}

#[test]
fn only_so_many_versions_before_are_helped_along() {
    let mut publisher = Publisher::with_version_1();
    for version in 1..=12 {
        publisher.next_version(&rows(0..200 + version));
    }
    let bases = publisher.phone().newest().expect("a list").deltas;
    let bases: Vec<u64> = bases.iter().map(|delta| delta.base).collect();
    assert_eq!(bases.len(), 10);
    assert!(
        bases.contains(&12) && bases.contains(&3) && !bases.contains(&2),
        "{bases:?}"
    );
}

#[test]
fn the_same_list_is_signed_for_longer_without_a_new_version() {
    let mut publisher = Publisher::with_version_1();
    publisher.now_s += 80 * time::DAY_S;
    let before = publisher.json("published/metadata/1.targets.json");
    let options = BuildOptions {
        renew: true,
        ..BuildOptions::default()
    };
    let built = publisher.build_with(options).expect("it builds");
    assert_eq!((built.list, built.changed), (1, false));
    publisher.sign_by(&["dan", "eve"]);
    publisher.publish().expect("it is published");
    let after = publisher.json("published/metadata/2.targets.json");
    let hash = |file: &serde_json::Value| file["signed"]["cleardown"]["sha256"].clone();
    assert_eq!(hash(&before), hash(&after));
    assert_eq!(before["signed"]["targets"], after["signed"]["targets"]);
    assert_eq!(
        publisher.phone().newest().expect("a list").release.version,
        1
    );
}

#[test]
fn a_daily_refresh_keeps_a_list_fresh_for_months_with_the_online_key_alone() {
    let mut publisher = Publisher::with_version_1();
    let key = publisher.secret("eve");
    let mut snapshots = 0;
    for _ in 0..60 {
        publisher.now_s += time::DAY_S;
        let online = std::slice::from_ref(&key);
        let web = publisher.web();
        let phases = refresh(&publisher.folder, online, Some(&web), publisher.now_s);
        let phases = phases.expect("it is refreshed");
        snapshots += usize::from(phases.len() > 1);
        publisher.phone();
    }
    assert!(
        (2..=4).contains(&snapshots),
        "{snapshots} snapshots in 60 days"
    );
}

#[test]
fn a_stolen_list_key_is_replaced_and_counts_no_more() {
    let mut publisher = Publisher::with_version_1();
    let change = Change {
        role: Role::Targets,
        add: vec![publisher.key("fay")],
        drop: vec!["dan".to_owned()],
        threshold: None,
    };
    let now_s = publisher.now_s;
    let version = rotate(&publisher.folder, Some(&change), now_s, &mut passphrase);
    assert_eq!(version, Ok(2));
    publisher.now_s += 1;
    let built = publisher.build().expect("the list is to be signed anew");
    assert!(!built.changed);
    publisher.sign_by(&["ben", "cat", "dan", "eve"]);
    let refused = publisher.publish().expect_err("the old key does not count");
    assert_eq!(refused.code(), "not_signed");
    publisher.sign_by(&["fay", "eve"]);
    publisher.publish().expect("it is published");

    let phone = publisher.phone();
    assert_eq!((phone.root_version(), phone.epoch()), (2, 2));
    assert!(duties(&publisher).is_empty());
}

#[test]
fn roots_change_with_the_signatures_of_the_old_and_the_new_ones() {
    let publisher = Publisher::with_version_1();
    let change = Change {
        role: Role::Root,
        add: vec![publisher.key("gil"), publisher.key("hal")],
        drop: vec!["ann".to_owned(), "ben".to_owned()],
        threshold: Some(2),
    };
    let now_s = publisher.now_s;
    rotate(&publisher.folder, Some(&change), now_s, &mut passphrase).expect("a new root");
    publisher.sign_by(&["gil", "hal"]);
    let refused = publisher
        .publish()
        .expect_err("the old roots have to agree");
    assert!(refused.to_string().contains("root 1"), "{refused}");
    publisher.sign_by(&["ann", "cat"]);
    publisher.publish().expect("it is published");
    assert_eq!(publisher.phone().root_version(), 2);
}

#[test]
fn publishing_again_after_a_crash_ends_in_the_same_state() {
    let mut publisher = Publisher::with_version_1();
    let stale = tree(&publisher.web());
    publisher.next_version(&rows(0..210));
    let done = tree(&publisher.web());
    // As if the machine had stopped before the last file but one was there.
    for path in done
        .keys()
        .filter(|path| !stale.contains_key(*path))
        .skip(1)
    {
        fs::remove_file(path).expect("the file goes");
    }
    let timestamp = publisher.web().join("metadata/timestamp.json");
    fs::write(&timestamp, &stale[&timestamp]).expect("the old timestamp");
    publisher.publish().expect("it is published again");
    assert_eq!(tree(&publisher.web()), done);
    assert_eq!(publisher.publish().expect("nothing is left to do"), []);
}

#[test]
fn the_provenance_is_a_file_of_its_own() {
    let publisher = Publisher::with_version_1();
    let targets = publisher.json("published/metadata/1.targets.json");
    let target = &targets["signed"]["targets"]["provenance.csv.gz"];
    let hash = target["hashes"]["sha256"].as_str().expect("a hash");
    let packed = publisher.target(&format!("{hash}.provenance.csv.gz"));
    let found: String = Sha256::of(&packed)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    assert_eq!(found, hash);
    let text = cleardown_list::unpack(&packed, 1 << 20).expect("it unpacks");
    let text = String::from_utf8(text).expect("text");
    assert!(
        text.starts_with("number,display,checked_on,source,note\r\n"),
        "{text}"
    );
    assert!(text.contains("https://www.mybank.example/numbers"));
}
