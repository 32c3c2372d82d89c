//! A full international telephone number.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A number in E.164 form: country code and national number, without the plus. 7 to 15 digits, the
/// first not 0 (ITU-T E.164).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct E164(u64);

/// Text that is not a number in E.164 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotE164;

const FEWEST_DIGITS: usize = 7;
const MOST_DIGITS: usize = 15;

const LOWEST: u64 = 10_u64.pow(FEWEST_DIGITS as u32 - 1);
const HIGHEST: u64 = 10_u64.pow(MOST_DIGITS as u32) - 1;

impl E164 {
    /// The number with these digits (country code first), if there are 7 to 15 of them and nothing
    /// else.
    pub fn from_digits(digits: &str) -> Option<Self> {
        let plausible = (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        plausible.then(|| digits.parse().ok().map(Self)).flatten()
    }

    /// The number as one integer, as the list's database keeps it.
    pub fn as_u64(self) -> u64 {
        self.0
    }

    /// The number of this integer, if it has 7 to 15 digits.
    pub fn from_u64(value: u64) -> Option<Self> {
        (LOWEST..=HIGHEST).contains(&value).then_some(Self(value))
    }

    /// The digits, country code first, without the plus.
    pub fn digits(self) -> String {
        self.0.to_string()
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl fmt::Display for NotE164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a full international number: write + and 7 to 15 digits")
    }
}

impl std::error::Error for NotE164 {}

impl FromStr for E164 {
    type Err = NotE164;

    fn from_str(text: &str) -> Result<Self, NotE164> {
        text.strip_prefix('+')
            .and_then(Self::from_digits)
            .ok_or(NotE164)
    }
}

impl TryFrom<String> for E164 {
    type Error = NotE164;

    fn try_from(text: String) -> Result<Self, NotE164> {
        text.parse()
    }
}

impl From<E164> for String {
    fn from(number: E164) -> Self {
        number.to_string()
    }
}
