//! Versions, changes and what a signed list must not do.

use cleardown_core::{CallsOut, Confidence, ShortCode};
use cleardown_list::{CodeListing, CodeRow, ListRow, Update, Verified, write_delta};
use cleardown_store::{Floor, Installed, Store};

use crate::support::{
    ANCHOR, Edition, code_listing, edition, floor, list, listing, number, open, phone, restarted,
};

fn row(at: u64, organisation: &str, calls_out: CallsOut) -> ListRow {
    let mut row = ListRow {
        number: number(at),
        listing: listing(at),
    };
    row.listing.organisation = organisation.to_owned();
    row.listing.calls_out = calls_out;
    row.listing.confidence = Confidence::High;
    row
}

fn text_of(store: &Store, publisher: &str) -> Vec<u8> {
    let mut text = Vec::new();
    let mut keep = |piece: &[u8]| text.extend_from_slice(piece);
    store.write_text_of(publisher, &mut keep).unwrap();
    text
}

/// Installed, and nothing else is.
fn assert_installed(store: &Store, edition: &Edition) {
    let info = store.installed("gb").unwrap().unwrap();
    let release = edition.release();
    assert_eq!((info.epoch, info.version), (release.epoch, release.version));
    assert_eq!(info.sha256, Some(release.sha256));
    assert_eq!((info.anchor, info.numbers), (release.anchor, release.rows));
    assert!(text_of(store, "gb") == edition.text);
    for row in edition.list.rows().iter().step_by(7) {
        assert_eq!(
            store.lookup(row.number).listings,
            std::slice::from_ref(&row.listing)
        );
    }
}

fn refused(store: &Store, update: &Verified<Update>) -> String {
    let error = store.install(update, false).unwrap_err();
    assert!(!error.remedy().is_empty());
    error.code().to_owned()
}

#[test]
fn a_delta_gives_the_same_file_content_as_the_full_list() {
    let old = edition("gb", 1, (0..700).collect());
    let mut rows: Vec<_> = (50..900).filter(|at| at % 9 != 0).collect();
    rows.push(5_000);
    let new = edition("gb", 2, rows);
    let phone = phone();
    phone.store.install(&old.full(), true).unwrap();
    assert_eq!(
        phone.store.install(&new.delta_from(&old), false),
        Ok(Installed::Now)
    );
    assert_installed(&phone.store, &new);
    let phone = restarted(phone);
    assert_installed(&phone.store, &new);
    assert_eq!(phone.store.lookup(number(0)).listings, []);
    assert!(!phone.store.lists()[0].bundled);
    assert_eq!(phone.store.list_floor("gb", &ANCHOR), Ok(floor(2)));
    assert_eq!(
        phone.store.install(&new.full(), false),
        Ok(Installed::Already)
    );
}

#[test]
fn a_delta_can_empty_and_fill_a_list() {
    let filled = edition("gb", 1, (0..300).collect());
    let empty = edition("gb", 2, vec![]);
    let filled_again = edition("gb", 3, (0..300).collect());
    let phone = phone();
    phone.store.install(&filled.full(), true).unwrap();
    phone
        .store
        .install(&empty.delta_from(&filled), false)
        .unwrap();
    assert_installed(&phone.store, &empty);
    phone
        .store
        .install(&filled_again.delta_from(&empty), false)
        .unwrap();
    assert_installed(&phone.store, &filled_again);
}

#[test]
fn a_delta_brings_changes_and_takes_short_codes() {
    let code = |code: &str, organisation: &str| CodeRow {
        code: ShortCode::new(code).unwrap(),
        listing: CodeListing {
            organisation: organisation.to_owned(),
            ..code_listing()
        },
    };
    let versions = [
        vec![code("101", "Police"), code("105", "Electricity")],
        vec![code("101", "The police"), code("159", "Stop Scams UK")],
        vec![],
    ];
    let mut old = edition("gb", 1, vec![]);
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    for (version, codes) in (2..).zip(versions) {
        let new = Edition::with_codes("gb", version, vec![], codes);
        phone.store.install(&new.delta_from(&old), false).unwrap();
        assert_installed(&phone.store, &new);
        for row in new.list.codes() {
            let found = phone.store.lookup_code(row.code.as_str());
            assert_eq!(found.listings, std::slice::from_ref(&row.listing));
        }
        old = new;
    }
    assert_eq!(phone.store.lookup_code("101").listings, []);
}

#[test]
fn a_delta_applies_to_its_base_only() {
    let [one, two, three] =
        [1, 2, 3].map(|version| edition("gb", version, (version..version + 40).collect()));
    let phone = phone();
    assert_eq!(refused(&phone.store, &two.delta_from(&one)), "wrong_base");
    assert_eq!(phone.store.lookup(number(1)).listings, []);

    phone.store.install(&one.full(), false).unwrap();
    assert_eq!(refused(&phone.store, &three.delta_from(&two)), "wrong_base");
    // The right version, of other content.
    let other_one = edition("gb", 1, (0..40).collect());
    assert_eq!(
        refused(&phone.store, &two.delta_from(&other_one)),
        "wrong_base"
    );
    assert_installed(&phone.store, &one);
    // Applied once, it does not apply again.
    phone.store.install(&two.delta_from(&one), false).unwrap();
    let again = two.again(3).delta_from(&one);
    assert_eq!(refused(&phone.store, &again), "wrong_base");
    assert_installed(&phone.store, &two);
    assert_eq!(phone.store.list_floor("gb", &ANCHOR), Ok(floor(2)));
}

#[test]
fn a_delta_that_takes_away_a_code_which_is_not_there_does_not_fit() {
    let [old, new] = [1, 2].map(|version| edition("gb", version, (version..60).collect()));
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    let delta = String::from_utf8(write_delta(&old.list, &new.list)).unwrap();
    // The result would have the signed hash all the same.
    let text = delta.replace("old codes 0\n", "old codes 1\n112\n");
    let update = Update::delta(new.release(), 1, old.sha256(), text.into()).unwrap();
    let update = Verified::update_for_tests(update);
    assert_eq!(refused(&phone.store, &update), "wrong_base");
    assert_installed(&phone.store, &old);
}

#[test]
fn a_version_without_a_change_is_taken_by_its_hash_alone() {
    let one = edition("gb", 1, (0..40).collect());
    let two = one.again(2);
    let other = edition("gb", 3, (0..41).collect());
    let phone = phone();
    assert_eq!(refused(&phone.store, &two.same()), "wrong_base");
    phone.store.install(&one.full(), false).unwrap();
    assert_eq!(refused(&phone.store, &other.same()), "wrong_base");
    assert_eq!(phone.store.install(&two.same(), false), Ok(Installed::Now));
    assert_installed(&phone.store, &two);
    assert_eq!(
        phone.store.install(&two.same(), false),
        Ok(Installed::Already)
    );
}

#[test]
fn a_delta_on_rows_that_are_not_what_they_should_be_changes_nothing() {
    let old = edition("gb", 1, (0..200).collect());
    let new = edition("gb", 2, (0..201).collect());
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    let path = crate::support::list_file(&phone.dirs);
    let db = rusqlite::Connection::open(path).unwrap();
    // Same count, another class.
    db.execute(
        "UPDATE numbers SET packed = packed + 1 WHERE number % 50 = 4",
        [],
    )
    .unwrap();
    drop(db);
    assert_eq!(refused(&phone.store, &new.delta_from(&old)), "list_hash");
    assert_eq!(phone.store.installed("gb").unwrap().unwrap().version, 1);
    assert_eq!(phone.store.lookup(number(200)).listings, []);
    phone.store.install(&new.full(), false).unwrap();
    assert_installed(&phone.store, &new);
}

#[test]
fn one_version_is_one_content() {
    let one = edition("gb", 4, (0..40).collect());
    let other = edition("gb", 4, (0..41).collect());
    let phone = phone();
    phone.store.install(&one.full(), false).unwrap();
    assert_eq!(refused(&phone.store, &other.full()), "list_version_reused");
    assert_installed(&phone.store, &one);
}

#[test]
fn after_a_change_of_keys_versions_may_begin_anew_and_never_go_back() {
    let high = edition("gb", 900, (0..40).collect());
    let low = Edition {
        epoch: 2,
        ..edition("gb", 3, (0..50).collect())
    };
    let phone = phone();
    phone.store.install(&high.full(), false).unwrap();
    phone.store.install(&low.full(), false).unwrap();
    assert_installed(&phone.store, &low);
    let higher = edition("gb", 901, (0..40).collect());
    assert_eq!(refused(&phone.store, &higher.full()), "list_too_old");
    let expected = Floor {
        epoch: 2,
        version: 3,
    };
    assert_eq!(phone.store.list_floor("gb", &ANCHOR), Ok(expected));
}

#[test]
fn another_anchor_begins_anew_and_does_not_lower_the_floor_of_the_first() {
    let ours = edition("gb", 9, (0..40).collect());
    let theirs = Edition {
        anchor: [8; 32],
        ..edition("gb", 2, (0..30).collect())
    };
    let phone = phone();
    phone.store.install(&ours.full(), false).unwrap();
    phone.store.install(&theirs.full(), false).unwrap();
    assert_installed(&phone.store, &theirs);
    let phone = restarted(phone);
    let older = edition("gb", 8, (0..40).collect());
    assert_eq!(refused(&phone.store, &older.full()), "list_too_old");
    assert_eq!(phone.store.list_floor("gb", &[8; 32]), Ok(floor(2)));
    phone.store.install(&ours.full(), false).unwrap();
    assert_installed(&phone.store, &ours);
}

/// From a list of `before` numbers, none of them said never to call, to one that says so of `new`.
fn many_never(before: u64, new: u64) -> [Edition; 2] {
    let class = |at| match at < new {
        true => CallsOut::Never,
        false => CallsOut::Unknown,
    };
    let old = (0..before).map(|at| row(at, "Kent Police", CallsOut::Unknown));
    let changed = (0..before.max(new)).map(|at| row(at, "Kent Police", class(at)));
    [
        Edition::new("gb", 1, old.collect()),
        Edition::new("gb", 2, changed.collect()),
    ]
}

#[test]
fn many_numbers_that_never_call_at_once_wait_for_the_publishers_mark() {
    for (before, new, fits) in [
        (10, 50, true),
        (10, 51, false),
        (60, 50, true),
        (60, 51, false),
        (7_000, 70, true),
        (7_000, 71, false),
    ] {
        let [old, new] = many_never(before, new);
        for update in [new.full(), new.delta_from(&old)] {
            let phone = phone();
            phone.store.install(&old.full(), false).unwrap();
            if fits {
                phone.store.install(&update, false).unwrap();
                assert_installed(&phone.store, &new);
            } else {
                assert_eq!(refused(&phone.store, &update), "list_bulk");
                assert_installed(&phone.store, &old);
            }
        }
    }
}

#[test]
fn a_marked_change_may_be_as_large_as_it_is() {
    let [old, new] = many_never(10, 300);
    let marked = Edition { bulk: true, ..new };
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    phone
        .store
        .install(&marked.delta_from(&old), false)
        .unwrap();
    assert_installed(&phone.store, &marked);
}

#[test]
fn numbers_that_never_called_before_are_not_new() {
    let [_, old] = many_never(300, 300);
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    let new = old.again(3);
    phone.store.install(&new.full(), false).unwrap();
    assert_installed(&phone.store, &new);
}

#[test]
fn a_phone_that_was_off_for_some_versions_takes_what_they_brought_together() {
    let [old, new] = many_never(10, 150);
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    assert_eq!(refused(&phone.store, &new.again(3).full()), "list_bulk");
    phone.store.install(&new.again(4).full(), false).unwrap();
}

#[test]
fn the_first_list_under_an_anchor_may_say_anything() {
    let [_, new] = many_never(10, 300);
    let phone = phone();
    let bundled = Edition {
        anchor: [8; 32],
        ..edition("gb", 1, (0..10).collect())
    };
    phone.store.install(&bundled.full(), true).unwrap();
    phone.store.install(&new.full(), false).unwrap();
    assert_installed(&phone.store, &new);
}

#[test]
fn lines_that_no_number_belongs_to_leave_no_name_behind() {
    let mut old = Edition::new("gb", 1, vec![]);
    let phone = phone();
    phone.store.install(&old.full(), false).unwrap();
    for version in 2..40 {
        let name = format!("Organisation of version {version}");
        let row = row(version, &name, CallsOut::Unknown);
        let new = Edition::new("gb", version, vec![row]);
        phone.store.install(&new.delta_from(&old), false).unwrap();
        old = new;
    }
    let path = crate::support::list_file(&phone.dirs);
    let db = rusqlite::Connection::open(path).unwrap();
    let count: i64 = db
        .query_row("SELECT count(*) FROM lines", [], |row| row.get(0))
        .unwrap();
    assert_eq!(count, 1);
    let highest: i64 = db
        .query_row("SELECT max(id) FROM lines", [], |row| row.get(0))
        .unwrap();
    assert!(highest < 2, "ids are given anew");
}

#[test]
fn the_text_of_no_list_is_an_error() {
    let phone = phone();
    let error = phone.store.write_text_of("gb", &mut |_| ()).unwrap_err();
    assert_eq!(error.code(), "no_list");
    assert_eq!(phone.store.installed("gb"), Ok(None));
    phone.store.install(&list("gb", 1, 5), true).unwrap();
    drop(open(&phone.dirs));
    assert_eq!(phone.store.installed("us"), Ok(None));
}
