//! What the small integer beside a number holds.

use cleardown_core::{CallsOut, Confidence};
use cleardown_list::Class;

/// A row's line and classes. Bits 0 and 1: `calls_out`; 2 and 3: `confidence`; 4: `ring`; the rest:
/// the line's id. Part of the file's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    pub(super) line: i64,
    pub(super) calls_out: CallsOut,
    pub(super) confidence: Confidence,
    pub(super) ring: bool,
}

impl Packed {
    pub(super) fn new(line: i64, class: Class) -> Self {
        Self {
            line,
            calls_out: class.calls_out(),
            confidence: class.confidence(),
            ring: class.ring(),
        }
    }

    /// `None` for what no list says.
    pub(super) fn class(self) -> Option<Class> {
        Class::new(self.calls_out, self.confidence, self.ring)
    }

    pub(super) fn to_i64(self) -> i64 {
        let calls_out = match self.calls_out {
            CallsOut::Known => 0,
            CallsOut::Unknown => 1,
            CallsOut::Unlikely => 2,
            CallsOut::Never => 3,
        };
        let confidence = match self.confidence {
            Confidence::Low => 0,
            Confidence::Medium => 1,
            Confidence::High => 2,
        };
        self.line << 5 | i64::from(self.ring) << 4 | confidence << 2 | calls_out
    }

    /// `None` for a value that [`Self::to_i64`] never gives.
    pub(super) fn from_i64(value: i64) -> Option<Self> {
        let calls_out = match value & 3 {
            0 => CallsOut::Known,
            1 => CallsOut::Unknown,
            2 => CallsOut::Unlikely,
            _ => CallsOut::Never,
        };
        let confidence = match value >> 2 & 3 {
            0 => Confidence::Low,
            1 => Confidence::Medium,
            2 => Confidence::High,
            _ => return None,
        };
        Some(Self {
            line: value >> 5,
            calls_out,
            confidence,
            ring: value >> 4 & 1 == 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_comes_back_and_the_format_stays() {
        let mut seen = Vec::new();
        for calls_out in [
            CallsOut::Known,
            CallsOut::Unknown,
            CallsOut::Unlikely,
            CallsOut::Never,
        ] {
            for confidence in [Confidence::Low, Confidence::Medium, Confidence::High] {
                for ring in [false, true] {
                    let packed = Packed {
                        line: 3,
                        calls_out,
                        confidence,
                        ring,
                    };
                    assert_eq!(Packed::from_i64(packed.to_i64()), Some(packed));
                    seen.push(packed.to_i64() - 96);
                }
            }
        }
        seen.sort_unstable();
        let expected: Vec<i64> = (0..32).filter(|bits| bits >> 2 & 3 != 3).collect();
        assert_eq!(seen, expected);
    }
}
