//! Numbers, and what the lists say of them.

use cleardown_core::{CallsOut, Confidence, Kind, Listing};

/// A listed police number.
pub const POLICE: &str = "+441632960123";
/// A listed bank number.
pub const BANK: &str = "+441632960456";
/// In no list and in no address book.
pub const STRANGER: &str = "+447700900222";
/// In the address book where a test says so.
pub const DAUGHTER: &str = "+447700900111";
/// Report Fraud.
pub const REPORT_FRAUD: &str = "0300 123 2040";

/// What a list says of [`POLICE`].
pub fn police() -> Listing {
    listing("Test Police", Kind::Police, CallsOut::Unknown)
}

/// What a list says of [`BANK`].
pub fn bank() -> Listing {
    listing("Test Bank", Kind::Bank, CallsOut::Unknown)
}

pub fn listing(organisation: &str, kind: Kind, calls_out: CallsOut) -> Listing {
    Listing {
        organisation: organisation.to_owned(),
        line: String::new(),
        kind,
        calls_out,
        confidence: Confidence::High,
        ring: false,
    }
}
