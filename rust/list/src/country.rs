//! The country of a number.

use cleardown_core::{E164, NUMBERING};

/// A number's country code and the digits behind it.
pub(crate) struct Split {
    pub(crate) country_code: u16,
    pub(crate) national: String,
}

/// Splits a number behind its country code; `None` if no country has it. No country code begins
/// with another one (ITU-T E.164).
pub(crate) fn split(number: E164) -> Option<Split> {
    let digits = number.digits();
    (1..=3).find_map(|length| {
        let country_code: u16 = digits.get(..length)?.parse().ok()?;
        let is_known = NUMBERING.iter().any(|row| row.country_code == country_code);
        is_known.then(|| Split {
            country_code,
            national: digits[length..].to_owned(),
        })
    })
}
