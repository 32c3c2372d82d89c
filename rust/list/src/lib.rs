//! The published list of authority numbers: its rows, what a phone accepts of them, the list that
//! the app carries, and how numbers are written for people.
//!
//! What the phone may call where:
//!
//! - **on the call path**: [`bundled_lookup`], [`bundled_code`], [`standing_offers`] and
//!   [`display_quick`]. They read static tables; nothing is parsed or loaded first.
//! - **elsewhere**: [`provenance`], which unpacks what it is asked for; [`display`],
//!   [`validate_number`] and [`warm`], which use the `phonenumber` crate. Its first use costs some 50 ms on a server (facts: sync §4.2), several times that on a
//!   phone: never on the call path.
//! - **when a list is fetched**: [`tuf`], [`ListText`], [`DeltaText`], [`TextWriter`]. The form of all
//!   that is published stands in `FORMAT.md`.
//!
//! No function reads a file or a clock: bytes and time are arguments. Features: `publish` (write lists
//! and deltas), `lint` (read and check the tables that editors write), `rsa` (one more kind of key); all
//! three are for tools. `doors` is for tests.

#![forbid(unsafe_code)]

pub mod bundle;
mod bundled;
mod country;
mod day;
mod display;
#[cfg(feature = "lint")]
mod from_csv;
mod hex;
mod instant;
#[cfg(feature = "lint")]
pub mod lint;
mod list;
mod provenance;
mod row;
mod sha256;
mod text;
pub mod tuf;
mod validate;
mod verified;
mod wire;

pub use bundled::{
    Offer, bundled, bundled_code, bundled_count, bundled_lookup, bundled_ring, standing_offers,
};
pub use day::{Day, NotADay};
pub use display::{display, display_quick, warm};
pub use hex::{from_hex, hex};
pub use instant::{instant_ms, instant_text};
#[cfg(feature = "lint")]
pub use lint::{Finding, ListFiles, Rule, Severity, lint};
pub use list::{List, ListError, MOST_CODES, MOST_ROWS, Meta};
pub use provenance::{Provenance, code_provenance, provenance};
pub use row::{CodeListing, CodeRow, ListRow};
pub use sha256::Sha256;
pub use text::{LONGEST_LINE, LONGEST_ORGANISATION, TextProblem};
pub use validate::{NumberError, validate_number};
pub use verified::Verified;
pub use wire::{
    Class, Content, Counts, DeltaText, FORMAT, Line, Lines, ListText, MOST_DELTA_BYTES,
    MOST_GZ_BYTES, MOST_TEXT_BYTES, NumberRow, Numbers, Problem, Release, Removal, Removals,
    TextWriter, Update, WireError, unpack,
};
#[cfg(feature = "publish")]
pub use wire::{pack, write_delta, write_text};
