//! A list's file over many updates.

use cleardown_list::ListRow;

use crate::support::{Edition, length, list_file, listing, number, phone};

const ROWS: u64 = 2_000;
const UPDATES: u64 = 200;

/// One number in twenty goes in every version, and another one comes, anywhere in the list.
fn edition(version: u64) -> Edition {
    let rows = (0..ROWS).map(|at| {
        let turns = (version + at % 20) / 20;
        let place = at + ROWS * ((at * 31 + turns * 7_919) % 997);
        ListRow {
            number: number(place),
            listing: listing(at),
        }
    });
    Edition {
        bulk: true,
        ..Edition::new("gb", version, rows.collect())
    }
}

#[test]
fn two_hundred_updates_do_not_make_the_file_grow() {
    let phone = phone();
    let mut old = edition(1);
    phone.store.install(&old.full(), false).unwrap();
    let fresh = length(&list_file(&phone.dirs));
    let mut largest = 0;
    for version in 2..=UPDATES {
        let new = edition(version);
        let update = match version % 40 {
            0 => new.full(),
            _ => new.delta_from(&old),
        };
        phone.store.install(&update, false).unwrap();
        largest = largest.max(length(&list_file(&phone.dirs)));
        let log = list_file(&phone.dirs).with_extension("db-wal");
        assert_eq!(length(&log), 0, "the log is emptied after each");
        old = new;
    }
    assert!(largest < 2 * fresh, "{fresh} bytes grew to {largest}");
    for row in old.list.rows().iter().step_by(101) {
        assert_eq!(
            phone.store.lookup(row.number).listings,
            std::slice::from_ref(&row.listing)
        );
    }
}
