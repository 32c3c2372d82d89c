//! How closed columns are written.

use cleardown_core::{CallsOut, Confidence, Kind};

const KINDS: &[(Kind, &str)] = &[
    (Kind::Bank, "bank"),
    (Kind::Energy, "energy"),
    (Kind::Government, "government"),
    (Kind::Health, "health"),
    (Kind::Helpline, "helpline"),
    (Kind::Police, "police"),
    (Kind::Post, "post"),
    (Kind::Tax, "tax"),
    (Kind::Telecom, "telecom"),
];

const CALLS_OUT: &[(CallsOut, &str)] = &[
    (CallsOut::Known, "known"),
    (CallsOut::Unknown, "unknown"),
    (CallsOut::Unlikely, "unlikely"),
    (CallsOut::Never, "never"),
];

const CONFIDENCE: &[(Confidence, &str)] = &[
    (Confidence::Low, "low"),
    (Confidence::Medium, "medium"),
    (Confidence::High, "high"),
];

/// A value of a closed column.
pub(super) trait Word: Copy + PartialEq + 'static {
    const WORDS: &'static [(Self, &'static str)];

    fn word(self) -> &'static str {
        let known = Self::WORDS.iter().find(|(value, _)| *value == self);
        known.expect("tested: every value has a word").1
    }

    fn of_word(word: &str) -> Option<Self> {
        let known = Self::WORDS.iter().find(|(_, one)| *one == word);
        known.map(|(value, _)| *value)
    }
}

impl Word for Kind {
    const WORDS: &'static [(Self, &'static str)] = KINDS;
}

impl Word for CallsOut {
    const WORDS: &'static [(Self, &'static str)] = CALLS_OUT;
}

impl Word for Confidence {
    const WORDS: &'static [(Self, &'static str)] = CONFIDENCE;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words are those of stories, answers and tables; kinds are in the order of their words,
    /// as the order of lines in a text is that of their bytes.
    #[test]
    fn every_value_has_the_word_it_has_everywhere() {
        fn check<T: Word + serde::Serialize + Ord>(count: usize) {
            assert_eq!(T::WORDS.len(), count);
            for (value, word) in T::WORDS {
                assert_eq!(serde_json::json!(value), serde_json::json!(word));
            }
            assert!(T::WORDS.is_sorted_by_key(|(value, _)| *value));
        }
        check::<Kind>(9);
        check::<CallsOut>(4);
        check::<Confidence>(3);
        assert!(KINDS.is_sorted_by_key(|(_, word)| *word));
    }
}
