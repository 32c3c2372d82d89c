//! Who is shown as the caller, and what the phone knows beside it.

use serde::{Deserialize, Serialize};

use crate::dialled::{Written, read_written};
use crate::{E164, Region, ShortCode};

/// How the network presents the caller's number (Android: handle presentation).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presentation {
    /// The number may be shown.
    #[default]
    Allowed,
    /// The caller withholds it.
    Restricted,
    /// The network has none.
    Unknown,
    /// A pay phone.
    Payphone,
}

/// What the network says of its own check of the number (STIR/SHAKEN). Always `NotVerified` in the
/// United Kingdom (facts: android §5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// No check was made.
    #[default]
    NotVerified,
    /// The network vouches for the number, not for the caller's honesty: lowers nothing.
    Passed,
    /// The number did not pass.
    Failed,
}

/// Whether a number is in the phone's address book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// The address book cannot be read.
    Unreadable,
}

/// The shown caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caller {
    /// A full number.
    Presented(E164),
    /// A short code such as 159.
    ShortCode(ShortCode),
    /// Withheld by the caller.
    Withheld,
    /// The network gave none: payphone, abroad, or nothing at all.
    Unavailable,
    /// Something that is no telephone number.
    Unreadable,
}

impl Caller {
    /// Reads the number that the network shows: E.164, 00 or national spelling of the region, a
    /// short code, or anything else. Never fails; what cannot be read is [`Caller::Unreadable`].
    pub fn read(number: Option<&str>, presentation: Presentation, region: Region) -> Self {
        match (presentation, number) {
            (Presentation::Restricted, _) => Self::Withheld,
            (Presentation::Unknown | Presentation::Payphone, _) | (_, None) => Self::Unavailable,
            (Presentation::Allowed, Some(text)) => match read_written(text, region) {
                Written::Nothing => Self::Unavailable,
                Written::Code(code) => Self::ShortCode(code),
                Written::Number(number) => Self::Presented(number),
                Written::Unreadable => Self::Unreadable,
            },
        }
    }

    /// Whether no number is shown.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Withheld | Self::Unavailable)
    }

    /// What a later call back is compared with: the E.164 form or the code.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Presented(number) => Some(number.to_string()),
            Self::ShortCode(code) => Some(code.as_str().to_owned()),
            Self::Withheld | Self::Unavailable | Self::Unreadable => None,
        }
    }

    /// The stable code of the variant.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Presented(_) => "presented",
            Self::ShortCode(_) => "short_code",
            Self::Withheld => "withheld",
            Self::Unavailable => "unavailable",
            Self::Unreadable => "unreadable",
        }
    }
}
