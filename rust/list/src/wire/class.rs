//! What a list says of a number beside whose it is.

use cleardown_core::{CallsOut, Confidence};

/// Whether the organisation rings out from a number, how sure that the number is its own is, and
/// whether it may be offered for ringing. In texts one letter, `a` to `p`: what is not of high
/// confidence cannot even be written as offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class(u8);

const CALLS_OUT: [CallsOut; 4] = [
    CallsOut::Known,
    CallsOut::Unknown,
    CallsOut::Unlikely,
    CallsOut::Never,
];

/// The last is that of numbers that may be offered for ringing.
const CONFIDENCE: [Confidence; 4] = [
    Confidence::Low,
    Confidence::Medium,
    Confidence::High,
    Confidence::High,
];

const OFFERED: u8 = 3;

impl Class {
    /// `None` for a number of less than high confidence that is offered for ringing (design §2).
    pub fn new(calls_out: CallsOut, confidence: Confidence, ring: bool) -> Option<Self> {
        let calls_out = match calls_out {
            CallsOut::Known => 0,
            CallsOut::Unknown => 1,
            CallsOut::Unlikely => 2,
            CallsOut::Never => 3,
        };
        let row = match (confidence, ring) {
            (Confidence::Low, false) => 0,
            (Confidence::Medium, false) => 1,
            (Confidence::High, false) => 2,
            (Confidence::High, true) => OFFERED,
            (Confidence::Low | Confidence::Medium, true) => return None,
        };
        Some(Self(row << 2 | calls_out))
    }

    /// Whether the organisation rings out from it.
    pub fn calls_out(self) -> CallsOut {
        CALLS_OUT[usize::from(self.0 & 3)]
    }

    /// How sure the publisher is of the number.
    pub fn confidence(self) -> Confidence {
        CONFIDENCE[usize::from(self.0 >> 2 & 3)]
    }

    /// Whether the number may be offered for ringing.
    pub fn ring(self) -> bool {
        self.0 >> 2 == OFFERED
    }

    pub(super) fn letter(self) -> u8 {
        b'a' + self.0
    }

    pub(super) fn of_letter(letter: u8) -> Option<Self> {
        matches!(letter, b'a'..=b'p').then(|| Self(letter - b'a'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_a_letter_and_the_letters_stay() {
        for letter in b'a'..=b'p' {
            let class = Class::of_letter(letter).expect("a class");
            let again = Class::new(class.calls_out(), class.confidence(), class.ring());
            assert_eq!(again, Some(class));
            assert_eq!(class.letter(), letter);
        }
        assert_eq!(Class::of_letter(b'q'), None);
        assert_eq!(Class::of_letter(b'A'), None);
        let letter = |calls_out, confidence, ring| {
            Class::new(calls_out, confidence, ring).map(|class| class.letter())
        };
        assert_eq!(
            letter(CallsOut::Unknown, Confidence::Low, false),
            Some(b'b')
        );
        assert_eq!(letter(CallsOut::Never, Confidence::High, false), Some(b'l'));
        assert_eq!(letter(CallsOut::Known, Confidence::High, true), Some(b'm'));
    }

    #[test]
    fn only_sure_numbers_are_offered() {
        for confidence in [Confidence::Low, Confidence::Medium] {
            assert_eq!(Class::new(CallsOut::Known, confidence, true), None);
        }
    }
}
