//! Numbers that somebody types into the settings.

use cleardown_core::{Dialled, E164, NUMBERING, Region};
use thiserror::Error;

use crate::country::{Split, split};

/// Why a text cannot be kept as a number. No error repeats what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("no number: type one")]
    Empty,
    /// A short code such as 101.
    #[error("a short code: type a full number with its area code")]
    ShortCode,
    /// A code of the network, beginning with * or #.
    #[error("a service code: type a full number without * and #")]
    ServiceCode,
    /// No number in any spelling of the region.
    #[error("not a telephone number: type digits, with + and the country code if it is abroad")]
    NotANumber,
    /// More or fewer digits than numbers of its country have.
    #[error("too long or too short for a number of its country: compare the digits")]
    WrongLength,
    /// No country has this code.
    #[error("no country has this code: compare the digits after +")]
    UnknownCountry,
}

impl NumberError {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "number_empty",
            Self::ShortCode => "number_short_code",
            Self::ServiceCode => "number_service_code",
            Self::NotANumber => "number_not_a_number",
            Self::WrongLength => "number_wrong_length",
            Self::UnknownCountry => "number_unknown_country",
        }
    }
}

/// Reads a number for the settings (a trusted person's, the bank's), in any spelling of `region`.
///
/// It is read exactly as a dialled number is, so that the two compare. The length must fit the
/// country; whether the range is in use is not asked: ranges are opened faster than apps are
/// updated, and a bad key must never cost protection. Not for the call path.
///
/// # Errors
/// [`NumberError`] says what to type instead.
pub fn validate_number(text: &str, region: Region) -> Result<E164, NumberError> {
    match Dialled::read(text, region) {
        Dialled::Number(number) => check_length(number).map(|()| number),
        Dialled::Code(_) => Err(NumberError::ShortCode),
        Dialled::Service(..) => Err(NumberError::ServiceCode),
        Dialled::Other(text) if text.is_empty() => Err(NumberError::Empty),
        Dialled::Other(_) => Err(NumberError::NotANumber),
    }
}

fn check_length(number: E164) -> Result<(), NumberError> {
    let Some(Split {
        country_code,
        national,
    }) = split(number)
    else {
        return check_without_country(number);
    };
    // Several countries may share a code: +1, +44.
    let fits = NUMBERING
        .iter()
        .filter(|row| row.country_code == country_code)
        .any(|row| {
            (usize::from(row.shortest)..=usize::from(row.longest)).contains(&national.len())
        });
    if fits {
        Ok(())
    } else {
        Err(NumberError::WrongLength)
    }
}

/// Codes of no country, such as +800, are not in the table.
fn check_without_country(number: E164) -> Result<(), NumberError> {
    match phonenumber::parse(None, number.to_string()) {
        Ok(parsed) if parsed.is_valid() => Ok(()),
        _ => Err(NumberError::UnknownCountry),
    }
}
