//! Which of two values protects less.

use super::kind::Kind;
use super::{Policy, PolicyValue};

/// Which of two values of a setting protects less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weaker {
    /// None does.
    Never,
    /// The smaller number; of words the one that is named earlier.
    Less,
    /// The greater number.
    More,
    /// "No".
    Off,
    /// "Yes".
    On,
    /// One with something in it that the other has not.
    Added,
    /// Anything but nothing and what was there before.
    Another,
    /// Anything else than what was there before.
    Changed,
}

impl Weaker {
    /// In words, for the reference page.
    pub fn text(self) -> &'static str {
        match self {
            Self::Never => "nothing",
            Self::Less => "less",
            Self::More => "more",
            Self::Off => "false",
            Self::On => "true",
            Self::Added => "one more",
            Self::Another => "another one",
            Self::Changed => "any change",
        }
    }

    /// Whether the value in `new` protects less than the one in `old`.
    pub(super) fn holds(self, kind: &Kind, old: &Policy, new: &Policy) -> bool {
        let (old, new) = (kind.get(old), kind.get(new));
        match self {
            Self::Never => false,
            Self::Less => rank(kind, &new) < rank(kind, &old),
            Self::More => rank(kind, &new) > rank(kind, &old),
            Self::Off => new == PolicyValue::Bool(false) && new != old,
            Self::On => new == PolicyValue::Bool(true) && new != old,
            Self::Another => new != old && new != PolicyValue::Text(String::new()),
            Self::Changed => new != old,
            Self::Added => match (new, old) {
                (PolicyValue::List(new), PolicyValue::List(old)) => {
                    new.iter().any(|one| !old.contains(one))
                }
                _ => false,
            },
        }
    }
}

/// A number to compare values by.
fn rank(kind: &Kind, value: &PolicyValue) -> i64 {
    match (kind, value) {
        (_, PolicyValue::Int(number)) => *number,
        (Kind::Choice { of, .. }, PolicyValue::Text(text)) => {
            let at = of.iter().position(|one| one == text).unwrap_or_default();
            i64::try_from(at).unwrap_or_default()
        }
        _ => 0,
    }
}
