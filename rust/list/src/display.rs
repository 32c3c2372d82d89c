//! How a number is written for a person.

mod gb;

use cleardown_core::{E164, Region};
use phonenumber::Mode;

use crate::country::{Split, split};

/// The number as people at `home` write it, in groups: "0300 123 2040" in Great Britain; numbers of
/// other countries in international form, "+33 1 23 45 67 89".
///
/// Not for the call path: numbers of other countries than Great Britain go through the
/// `phonenumber` crate, whose first use is slow (see [`warm`]). There, use [`display_quick`].
pub fn display(number: E164, home: Region) -> String {
    let split = split(number);
    if split
        .as_ref()
        .is_some_and(|split| split.country_code == gb::COUNTRY_CODE)
    {
        return display_quick(number, home);
    }
    let Ok(parsed) = phonenumber::parse(None, number.to_string()) else {
        return display_quick(number, home);
    };
    let at_home = split.is_some_and(|split| split.country_code == home.numbering().country_code);
    let mode = if at_home {
        Mode::National
    } else {
        Mode::International
    };
    parsed.format().mode(mode).to_string()
}

/// The same without the `phonenumber` crate, for the call path: British numbers exactly as
/// [`display`] writes them, others as "+33 123456789".
pub fn display_quick(number: E164, home: Region) -> String {
    let Some(Split {
        country_code,
        national,
    }) = split(number)
    else {
        return number.to_string();
    };
    if country_code != gb::COUNTRY_CODE {
        return format!("+{country_code} {national}");
    }
    let grouped = gb::grouped(&national);
    if home.numbering().country_code == gb::COUNTRY_CODE {
        format!("0{grouped}")
    } else {
        format!("+{country_code} {grouped}")
    }
}

/// Makes the `phonenumber` crate load its tables: some 50 ms on a server, more on a phone, once in
/// a process. To be called on a background thread when nothing is urgent.
pub fn warm() {
    if let Ok(number) = phonenumber::parse(None, "+33123456789") {
        // The first formatting builds tables of its own.
        let _ = number.format().mode(Mode::International).to_string();
    }
}
