//! The life-saving floor: numbers that are never held, whatever else is known (design §5, outgoing
//! rule 1). The Android app has the same list in `placing/Floor.kt`, so that such a call needs no
//! native code; a test compares the two.

use crate::E164;
use crate::dialled::strip_dialling_prefixes;

/// Codes that save lives, as dialled. 112 and 911 are emergency codes on every mobile phone (3GPP
/// TS 22.101 §10.1), 18000 is 999 by text relay, 111 the health service, 105 power cuts.
pub const LIFE_SAVING_CODES: &[&str] = &["999", "112", "911", "18000", "111", "105"];

/// Beginnings that save lives: text relay for deaf people, before any number.
pub const LIFE_SAVING_PREFIXES: &[&str] = &["18001"];

/// Full numbers that save lives, E.164 digits: Childline 0800 1111; gas emergency 0800 111 999 in
/// Great Britain and 0800 002 001 in Northern Ireland; 0800 012 1700, which the plan lists as gas
/// emergency and public sources as the Modern Slavery Helpline: never held in either case.
pub const LIFE_SAVING_NUMBERS: &[&str] =
    &["448001111", "44800111999", "44800002001", "448000121700"];

/// Whether this number, as dialled, is on the life-saving list: in national, +44, 0044 and +44 (0)
/// spelling, with any punctuation, behind 141, 1470, `#31#` or `*31#`.
pub fn is_life_saving(dialled: &str) -> bool {
    let typed = crate::dialled::typed(dialled);
    let digits = strip_dialling_prefixes(&typed);
    if LIFE_SAVING_PREFIXES
        .iter()
        .any(|prefix| digits.starts_with(prefix))
    {
        return true;
    }
    is_life_saving_national(national_part(digits))
}

/// The same of a full number, at a small part of the cost: for lists of a million.
pub fn is_life_saving_number(number: E164) -> bool {
    let digits = number.digits();
    let national = digits.strip_prefix("44");
    national.is_some_and(|national| {
        is_life_saving_national(national.strip_prefix('0').unwrap_or(national))
    })
}

fn is_life_saving_national(national: &str) -> bool {
    let is_helpline = national.len() == 6 && national.starts_with("116");
    is_helpline
        || LIFE_SAVING_CODES.contains(&national)
        || LIFE_SAVING_NUMBERS
            .iter()
            .any(|number| *number == national || number.strip_prefix("44") == Some(national))
}

/// The digits behind +44, 0044 and the trunk 0. A number of another country keeps its plus and so
/// equals nothing on the list.
fn national_part(digits: &str) -> &str {
    let national = digits
        .strip_prefix("+44")
        .or_else(|| digits.strip_prefix("0044"))
        .unwrap_or(digits);
    national.strip_prefix('0').unwrap_or(national)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn life_saving_numbers_are_known_in_every_spelling() {
        for number in [
            "999",
            "112",
            "911",
            "18000",
            "18001 01632 960123",
            "111",
            "105",
            "116 123",
            "116000",
            "0800 1111",
            "08001111",
            "+44 800 1111",
            "0044 800 1111",
            "+44 (0)800 1111",
            "0800 111 999",
            "+44800111999",
            "0044800111999",
            "+44 (0) 800 111 999",
            "0800-012-1700",
            "44800111999",
            "+448000121700",
            "0800 002 001",
            "141 999",
            "1470 0800 111 999",
            "#31#112",
            "*31#0800 1111",
            "+44999",
            "0044 112",
            "tel:999",
            "９９９",
        ] {
            assert!(is_life_saving(number), "{number} must never be held");
        }
    }

    #[test]
    fn a_full_number_is_judged_as_its_spelling_is() {
        let dialled = [
            "+448001111",
            "+4408001111",
            "+44800111999",
            "+44448001111",
            "+44116123",
            "+440116123",
            "+4411612",
            "+4418000",
            "+4418001",
            "+441632960123",
            "+33116123",
            "+1800111999",
            "+18001163296",
        ];
        for dialled in dialled {
            let number: E164 = dialled.parse().expect("a number");
            let expected = is_life_saving(dialled);
            assert_eq!(is_life_saving_number(number), expected, "{dialled}");
        }
    }

    #[test]
    fn ordinary_numbers_are_not_life_saving() {
        for number in [
            "",
            "101",
            "159",
            "9990",
            "1163",
            "1161234",
            "0800 111 998",
            "+33112",
            "+1999",
            "01632 960999",
            "*21*999#",
            "#31#",
            "0300 123 2040",
            "99",
            "44999",
        ] {
            assert!(!is_life_saving(number), "{number} is an ordinary number");
        }
    }
}
