//! Deltas in the cases that matter.

use cleardown_core::{CallsOut, Confidence, Kind};
use cleardown_list::{DeltaText, List, ListRow, Problem, write_delta};

use crate::lists::{first, long, meta, row, said, second};

fn delta(old: &List, new: &List) -> DeltaText {
    DeltaText::parse(write_delta(old, new)).expect("a delta")
}

fn rows(count: u64, version: u64, keep: impl Fn(u64) -> bool) -> List {
    let rows: Vec<ListRow> = (0..count)
        .filter(|at| keep(*at))
        .map(|at| {
            let number = format!("+{}", 441_632_000_000 + at * 37);
            row(&number, "Test Police", Kind::Police, "")
        })
        .collect();
    List::new(meta(version), rows, vec![]).expect("a list")
}

#[test]
fn what_did_not_change_is_not_in_it() {
    let again = List::new(meta(2), first().rows().to_vec(), first().codes().to_vec());
    let same = delta(&first(), &again.expect("a list"));
    assert_eq!((same.removed().len(), same.set().len()), (0, 0));
    assert_eq!((same.old_lines().len(), same.new_lines().len()), (0, 0));
    assert!(same.old_codes().is_empty() && same.new_codes().is_empty());
}

#[test]
fn each_change_is_in_it_once() {
    let delta = delta(&first(), &second());
    assert_eq!((delta.removed().len(), delta.set().len()), (2, 2));
    let old: Vec<&str> = delta.old_lines().map(|line| line.line).collect();
    assert_eq!(old, ["appeals line, West Kent", "switchboard"]);
    let new: Vec<&str> = delta.new_lines().map(|line| line.organisation).collect();
    assert_eq!(new, ["Kent Police", "Report Fraud"]);
    assert_eq!(delta.old_codes()[0].as_str(), "999");
    assert_eq!(delta.new_codes()[0].code.as_str(), "101");
}

#[test]
fn another_class_alone_is_a_change() {
    let mut rows = first().rows().to_vec();
    rows[0] = said(rows[0].clone(), CallsOut::Known, Confidence::Medium, false);
    let new = List::new(meta(2), rows, first().codes().to_vec()).expect("a list");
    let delta = delta(&first(), &new);
    assert_eq!((delta.removed().len(), delta.set().len()), (0, 1));
    assert_eq!((delta.old_lines().len(), delta.new_lines().len()), (0, 0));
    assert_eq!(delta.apply(&first(), meta(2)), Ok(new));
}

#[test]
fn everything_goes_and_everything_comes() {
    let empty = |version| List::new(meta(version), vec![], vec![]).expect("a list");
    let all = delta(&long(), &empty(2));
    assert_eq!(all.removed().len(), 300);
    assert_eq!(all.apply(&long(), meta(2)), Ok(empty(2)));
    let new = List::new(meta(2), long().rows().to_vec(), vec![]).expect("a list");
    let all = delta(&empty(1), &new);
    assert_eq!(all.apply(&empty(1), meta(2)), Ok(new));
}

#[test]
fn a_delta_of_another_list_is_refused() {
    let delta = delta(&first(), &second());
    for (base, version) in [(second(), 2), (long(), 2), (first(), 3)] {
        let error = delta.apply(&base, meta(version)).expect_err("refused");
        assert_eq!(error.problem, Problem::WrongBase);
        assert_eq!(error.code(), "list_wrong_base");
    }
    let applied = delta.apply(&first(), meta(2)).expect("the right one");
    let twice = delta.apply(&applied, meta(2)).expect_err("refused");
    assert_eq!(twice.problem, Problem::WrongBase);
}

/// Many neighbours go: ranges hold many numbers, and places in them are counted anew after each
/// one that goes.
#[test]
fn removals_in_ranges_find_the_numbers_that_were_meant() {
    let old = rows(1_000, 1, |_| true);
    for keep in [
        (|at| at % 2 == 0) as fn(u64) -> bool,
        |at| at % 10 != 3,
        |at| at % 500 > 20,
        |at| at != 999 && at != 0,
    ] {
        let new = rows(1_000, 2, keep);
        let delta = delta(&old, &new);
        assert!(delta.removed().all(|removal| removal.from < removal.below));
        assert_eq!(delta.apply(&old, meta(2)), Ok(new));
    }
}
