//! What a change costs to fetch (design §12 has the budget for a million rows, which
//! `cargo xtask bench sync` shows; here a tenth of that).

use cleardown_core::{CallsOut, Confidence, Kind};
use cleardown_list::{List, ListRow, pack, write_delta, write_text};

use crate::lists::{meta, row, said};

const ROWS: usize = 100_000;
const CHANGED: usize = ROWS / 100;

/// Numbers without any order in them, as good as random: the worst case.
fn any_row(at: usize) -> ListRow {
    let mixed = (at as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = format!("+44{}", 1_000_000_000 + (mixed >> 20) % 2_000_000_000);
    let organisation = format!("Organisation {}", mixed % 1_000);
    let confidence = if mixed.is_multiple_of(50) {
        Confidence::Low
    } else {
        Confidence::High
    };
    let row = row(&number, &organisation, Kind::Bank, "");
    said(row, CallsOut::Unknown, confidence, false)
}

fn list(version: u64, rows: std::ops::Range<usize>) -> List {
    let mut rows: Vec<ListRow> = rows.map(any_row).collect();
    rows.sort_by_key(|row| row.number);
    rows.dedup_by_key(|row| row.number);
    List::new(meta(version), rows, vec![]).expect("a list")
}

#[test]
fn one_in_a_hundred_changed_costs_a_hundredth() {
    let half = CHANGED / 2;
    let (old, new) = (list(1, 0..ROWS), list(2, half..ROWS + half));
    let delta = pack(&write_delta(&old, &new)).len();
    let full = pack(&write_text(&new)).len();
    assert!(delta <= 4_500, "{delta} bytes of delta");
    assert!(full <= 500_000, "{full} bytes of full text");
}
