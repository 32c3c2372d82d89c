//! The numbers of the list: the same in every run and on every machine.

use std::collections::BTreeSet;

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing, is_life_saving};
use cleardown_list::ListRow;

/// How many organisations share the numbers.
pub const ORGANISATIONS: usize = 1_000;
/// Lines of each organisation.
const LINES: usize = 3;
const SEED: u64 = 0x5eed_c1ea_4d0e_0999;

/// So many numbers, ascending, none twice.
pub fn numbers(count: usize) -> Vec<E164> {
    let mut random = Random(SEED);
    let mut found = BTreeSet::new();
    while found.len() < count {
        found.insert(random.number());
    }
    let numbers = found.into_iter().filter_map(E164::from_u64);
    numbers
        .filter(|number| !is_life_saving(&number.to_string()))
        .collect()
}

/// A row for each number.
pub fn rows(numbers: &[E164]) -> Vec<ListRow> {
    let mut random = Random(SEED + 1);
    numbers
        .iter()
        .map(|&number| ListRow {
            number,
            listing: random.listing(),
        })
        .collect()
}

/// The name of an organisation.
pub fn organisation(index: usize) -> String {
    format!("Constabulary of Upper and Lower Example {index}")
}

/// SplitMix64: small, seeded, good enough to spread numbers.
pub struct Random(pub u64);

impl Random {
    /// Any number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    /// A number shaped as E.164: six of ten British, the rest from four other countries.
    pub fn number(&mut self) -> u64 {
        // Country code, first digits, how many digits follow.
        const SHAPES: [(u64, u64, u32); 10] = [
            (44, 20, 8),
            (44, 1, 9),
            (44, 16, 8),
            (44, 29, 8),
            (44, 3, 9),
            (44, 7, 9),
            (353, 1, 7),
            (33, 1, 8),
            (49, 30, 8),
            (1, 212, 7),
        ];
        let (country, first, digits) = SHAPES[self.below(SHAPES.len())];
        let shift = 10_u64.pow(digits);
        let first_digits = first.to_string().len();
        let national = first * shift + self.next() % shift;
        let length = u32::try_from(first_digits).unwrap_or(1) + digits;
        country * 10_u64.pow(length) + national
    }

    /// What a list may say of a number.
    pub fn listing(&mut self) -> Listing {
        let organisation_index = self.below(ORGANISATIONS);
        let kinds = [Kind::Police, Kind::Bank, Kind::Tax, Kind::Government];
        let calls_out = [
            CallsOut::Never,
            CallsOut::Unlikely,
            CallsOut::Unknown,
            CallsOut::Known,
        ];
        let confidence = [Confidence::High, Confidence::Medium, Confidence::Low];
        Listing {
            organisation: organisation(organisation_index),
            line: format!("Line {}", self.below(LINES)),
            kind: kinds[organisation_index % kinds.len()],
            calls_out: calls_out[self.below(calls_out.len())],
            confidence: confidence[self.below(confidence.len())],
            ring: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_each_time_sorted_and_plausible() {
        let numbers = numbers(2_000);
        assert_eq!(numbers, super::numbers(2_000));
        assert!(numbers.is_sorted_by(|one, other| one < other));
        let british = numbers.iter().filter(|n| n.digits().starts_with("44"));
        assert!((1_000..1_600).contains(&british.count()));
    }
}
