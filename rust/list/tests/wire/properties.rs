//! Any list comes back out of its text, any change out of its delta.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing};
use cleardown_list::{
    CodeRow, DeltaText, Line, List, ListRow, NumberRow, Sha256, write_delta, write_text,
};
use proptest::prelude::*;

use crate::lists::{code, meta, read};

/// Whose a number is and what is said of it.
type Said = (&'static str, Kind, &'static str, CallsOut, Confidence, bool);

fn said() -> impl Strategy<Value = Said> {
    let organisation =
        prop::sample::select(vec!["Kent Police", "Kent", "Heddlu Môn", "Kent\u{a0}P"]);
    let kind = prop::sample::select(vec![Kind::Police, Kind::Bank, Kind::Telecom]);
    let line = prop::sample::select(vec!["", "switchboard", "appeals line, West Kent", "9"]);
    let calls_out = prop::sample::select(vec![
        CallsOut::Known,
        CallsOut::Unknown,
        CallsOut::Unlikely,
        CallsOut::Never,
    ]);
    let confidence = prop::sample::select(vec![
        (Confidence::Low, false),
        (Confidence::Medium, false),
        (Confidence::High, false),
        (Confidence::High, true),
    ]);
    (organisation, kind, line, calls_out, confidence).prop_map(
        |(organisation, kind, line, calls_out, (confidence, ring))| {
            (organisation, kind, line, calls_out, confidence, ring)
        },
    )
}

/// Numbers close to each other, far from each other, the lowest and the highest.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![
        8 => 441_632_960_000..441_632_961_000_u64,
        2 => 440_000_000_000..450_000_000_000_u64,
        1 => 1_000_000..1_000_200_u64,
        1 => 999_999_999_999_900..=999_999_999_999_999_u64,
    ]
}

fn numbers(most: usize) -> impl Strategy<Value = BTreeMap<u64, Said>> {
    prop::collection::btree_map(number(), said(), 0..most)
}

fn codes() -> impl Strategy<Value = BTreeMap<&'static str, CallsOut>> {
    let digits = prop::sample::select(vec!["1", "101", "105", "159", "999999"]);
    let calls_out = prop::sample::select(vec![CallsOut::Unknown, CallsOut::Never]);
    prop::collection::btree_map(digits, calls_out, 0..5)
}

fn list(
    version: u64,
    numbers: &BTreeMap<u64, Said>,
    codes: &BTreeMap<&'static str, CallsOut>,
) -> List {
    let rows = numbers.iter().map(|(number, said)| ListRow {
        number: E164::from_u64(*number).expect("a number"),
        listing: Listing {
            organisation: said.0.to_owned(),
            kind: said.1,
            line: said.2.to_owned(),
            calls_out: said.3,
            confidence: said.4,
            ring: said.5,
        },
    });
    let codes = codes
        .iter()
        .map(|(digits, calls_out)| code(digits, "Test", None, *calls_out));
    List::new(meta(version), rows.collect(), codes.collect()).expect("a list")
}

/// What a phone does with a delta, in maps instead of tables.
struct Model<'a> {
    numbers: BTreeMap<u64, Said>,
    lines: BTreeSet<(&'a str, Kind, &'a str)>,
    codes: BTreeMap<String, CodeRow>,
}

impl<'a> Model<'a> {
    fn of(numbers: &BTreeMap<u64, Said>, codes: &[CodeRow]) -> Self {
        Self {
            numbers: numbers.clone(),
            lines: numbers
                .values()
                .map(|said| (said.0, said.1, said.2))
                .collect(),
            codes: codes
                .iter()
                .map(|row| (row.code.as_str().to_owned(), row.clone()))
                .collect(),
        }
    }

    fn apply(&mut self, delta: &'a DeltaText, words: &[&'static str]) {
        for removal in delta.removed() {
            let mut range = self.numbers.range(removal.from..removal.below);
            let (&number, _) = range.nth(removal.skip as usize).expect("a number there");
            self.numbers.remove(&number);
        }
        let key = |line: Line<'a>| (line.organisation, line.kind, line.line);
        for line in delta.old_lines() {
            assert!(self.lines.remove(&key(line)));
        }
        for line in delta.new_lines() {
            assert!(self.lines.insert(key(line)));
        }
        let table: Vec<_> = self.lines.iter().copied().collect();
        let word = |text: &str| *words.iter().find(|word| **word == text).expect("known");
        for NumberRow {
            number,
            line,
            class,
        } in delta.set()
        {
            let (organisation, kind, line) = table[line as usize];
            let said = (
                word(organisation),
                kind,
                word(line),
                class.calls_out(),
                class.confidence(),
                class.ring(),
            );
            self.numbers.insert(number.as_u64(), said);
        }
        for code in delta.old_codes() {
            assert!(self.codes.remove(code.as_str()).is_some());
        }
        for row in delta.new_codes() {
            self.codes.insert(row.code.as_str().to_owned(), row.clone());
        }
    }
}

const WORDS: &[&str] = &[
    "Kent Police",
    "Kent",
    "Heddlu Môn",
    "Kent\u{a0}P",
    "",
    "switchboard",
    "appeals line, West Kent",
    "9",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_list_comes_back_out_of_its_text(numbers in numbers(700), codes in codes()) {
        let list = list(1, &numbers, &codes);
        let text = write_text(&list);
        let read = read(&text);
        prop_assert_eq!(read.to_list(meta(1)), list);
        prop_assert_eq!(read.sha256(), Sha256::of(&text));
        prop_assert_eq!(read.bytes(), text.len() as u64);
        prop_assert_eq!((read.rows(), read.numbers().len()), (numbers.len() as u64, numbers.len()));
    }

    #[test]
    fn a_change_comes_back_out_of_its_delta(
        common in numbers(400),
        gone in numbers(400),
        come in numbers(400),
        (old_codes, new_codes) in (codes(), codes()),
    ) {
        let mut before = common.clone();
        before.extend(gone);
        let mut after = common;
        after.extend(come);
        let (old, new) = (list(1, &before, &old_codes), list(2, &after, &new_codes));
        let delta = DeltaText::parse(write_delta(&old, &new)).expect("a delta");
        prop_assert_eq!((delta.base(), delta.version()), (1, 2));
        prop_assert_eq!(delta.apply(&old, meta(2)), Ok(new.clone()));

        let mut model = Model::of(&before, old.codes());
        model.apply(&delta, WORDS);
        let expected = Model::of(&after, new.codes());
        prop_assert_eq!(model.numbers, expected.numbers);
        prop_assert_eq!(model.lines, expected.lines);
        prop_assert_eq!(model.codes, expected.codes);
    }
}
