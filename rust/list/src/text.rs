//! Texts of a list that people will read in a warning: what they may look like.

use thiserror::Error;

/// Most characters of an organisation's name: what fits a warning in large type.
pub const LONGEST_ORGANISATION: usize = 80;

/// Most characters of a line's name.
pub const LONGEST_LINE: usize = 120;

/// Why a text cannot be shown as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TextProblem {
    /// Nothing there.
    #[error("is empty")]
    Empty,
    /// Space at an end, or two in a row.
    #[error("has a space too many")]
    Untrimmed,
    /// A control character, or one that turns the direction of writing or takes no room: they make
    /// a text read differently from what it says.
    #[error("has an invisible character")]
    Invisible,
    /// More than so many characters.
    #[error("has more than {0} characters")]
    TooLong(usize),
}

/// Checks a text of at most `longest` characters; `None` is fine.
pub(crate) fn problem(text: &str, longest: usize) -> Option<TextProblem> {
    if text.is_empty() {
        Some(TextProblem::Empty)
    } else if text.chars().any(is_invisible) {
        Some(TextProblem::Invisible)
    } else if text.trim() != text || text.contains("  ") {
        Some(TextProblem::Untrimmed)
    } else if text.chars().count() > longest {
        Some(TextProblem::TooLong(longest))
    } else {
        None
    }
}

/// The same for a text that may be left out.
pub(crate) fn problem_if_any(text: &str, longest: usize) -> Option<TextProblem> {
    if text.is_empty() {
        None
    } else {
        problem(text, longest)
    }
}

fn is_invisible(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_is_fine() {
        assert_eq!(
            problem("Heddlu Dyfed-Powys Police & Môn", LONGEST_ORGANISATION),
            None
        );
        assert_eq!(problem_if_any("", LONGEST_LINE), None);
    }

    #[test]
    fn what_would_mislead_a_reader_is_named() {
        let cases = [
            ("", TextProblem::Empty),
            (" Kent", TextProblem::Untrimmed),
            ("Kent  P", TextProblem::Untrimmed),
            ("Kent\u{a0}", TextProblem::Untrimmed),
            ("Kent\nP", TextProblem::Invisible),
            ("\u{202e}tneK", TextProblem::Invisible),
            ("Kent\u{200b}P", TextProblem::Invisible),
            ("KentPolice", TextProblem::TooLong(9)),
        ];
        for (text, expected) in cases {
            assert_eq!(problem(text, 9), Some(expected), "{text:?}");
        }
    }
}
