//! The life-saving numbers: the app has its own copy, so that such a call needs no native code.

use std::collections::BTreeSet;

use cleardown_core::{
    LIFE_SAVING_CODES, LIFE_SAVING_NUMBERS, LIFE_SAVING_PREFIXES, is_life_saving,
};

use crate::tree::text;

const FLOOR: &str = "android/app/src/main/kotlin/org/cleardown/placing/Floor.kt";
/// One spelling a line with what to make of it; the app's own test may read it, too.
const SPELLINGS: &str = "tests/arch/expected/floor.txt";

#[test]
fn both_sides_have_the_same_numbers() {
    let kotlin = text(FLOOR);
    let ours: BTreeSet<&str> = LIFE_SAVING_CODES
        .iter()
        .chain(LIFE_SAVING_NUMBERS)
        .copied()
        .collect();
    assert_eq!(
        set_in(&kotlin, "LIFE_SAVING"),
        ours,
        "Floor.kt and floor.rs differ"
    );
    let ours: BTreeSet<&str> = LIFE_SAVING_PREFIXES.iter().copied().collect();
    assert_eq!(
        set_in(&kotlin, "LIFE_SAVING_PREFIXES"),
        ours,
        "Floor.kt and floor.rs differ"
    );
}

#[test]
fn every_spelling_is_judged_as_written_down() {
    let table = text(SPELLINGS);
    let rows: Vec<(&str, &str)> = table
        .lines()
        .filter(|line| !line.starts_with("# Spellings") && !line.is_empty())
        .filter_map(|line| line.split_once('\t'))
        .collect();
    assert!(rows.len() > 40, "the table is too short to mean anything");
    for (spelling, judgement) in rows {
        let expected = judgement == "life_saving";
        assert!(expected || judgement == "ordinary", "{judgement}");
        assert_eq!(is_life_saving(spelling), expected, "{spelling}");
    }
}

#[test]
fn a_missing_number_is_found() {
    let kotlin = "val LIFE_SAVING = setOf(\n    \"999\", // \"111\",\n    \"112\",\n)\n\
                  val LIFE_SAVING_PREFIXES = setOf(\"18001\")";
    assert_eq!(
        set_in(kotlin, "LIFE_SAVING"),
        BTreeSet::from(["999", "112"])
    );
    assert_eq!(
        set_in(kotlin, "LIFE_SAVING_PREFIXES"),
        BTreeSet::from(["18001"])
    );
    assert!(set_in(kotlin, "OTHER").is_empty());
}

/// The texts of `val NAME = setOf(…)`.
fn set_in<'a>(kotlin: &'a str, name: &str) -> BTreeSet<&'a str> {
    let head = format!("val {name} = setOf(");
    let Some(start) = kotlin.find(&head) else {
        return BTreeSet::new();
    };
    let rest = &kotlin[start + head.len()..];
    let body = &rest[..rest.find(')').unwrap_or(rest.len())];
    let lines = body
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}
