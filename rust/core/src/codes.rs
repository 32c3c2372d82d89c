//! Short codes: three to six digits that are dialled as they are and belong to no country code.

use serde::{Deserialize, Serialize};

use crate::Alert;

/// A short code such as 999 or 159: one to six digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ShortCode(String);

const MOST_DIGITS: usize = 6;

impl ShortCode {
    /// The code with these digits, if there are one to six and nothing else.
    pub fn new(digits: &str) -> Option<Self> {
        let is_code = !digits.is_empty()
            && digits.len() <= MOST_DIGITS
            && digits.bytes().all(|b| b.is_ascii_digit());
        is_code.then(|| Self(digits.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 101 and 159: always reachable by one plain tap (design §5, outgoing rule 5).
    pub fn is_ring_back_code(&self) -> bool {
        matches!(self.as_str(), "101" | "159")
    }
}

impl TryFrom<String> for ShortCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::new(&text).ok_or_else(|| "not a short code: write one to six digits".to_owned())
    }
}

impl From<ShortCode> for String {
    fn from(code: ShortCode) -> Self {
        code.0
    }
}

/// What it means when such a code is shown as the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeClass {
    /// 159: the scheme says that it never rings anybody (facts: domain §4).
    NeverCalls,
    /// An authority's code; what its genuine calls show is not published.
    Authority,
}

impl CodeClass {
    /// How loud a call is that shows such a code (design §5, incoming rules 1 and 2).
    pub fn alert(self) -> Alert {
        match self {
            Self::NeverCalls => Alert::CertainFake,
            Self::Authority => Alert::Warning,
        }
    }
}

/// The codes that belong to authorities, whatever any list says: so that they are known with a
/// broken list, too.
pub const AUTHORITY_CODES: &[&str] = &["101", "105", "111", "112", "159", "999"];

/// What this code means as a caller; `None` for a code of no authority.
pub fn class_of_code(code: &ShortCode) -> Option<CodeClass> {
    match code.as_str() {
        "159" => Some(CodeClass::NeverCalls),
        known if AUTHORITY_CODES.contains(&known) => Some(CodeClass::Authority),
        _ => None,
    }
}
