//! The list as it is published: texts that a phone reads row by row, and what was signed about
//! them. The form is fixed in `FORMAT.md`.
//!
//! A text has one form for one content, so its SHA-256 is that of the content: a phone writes the
//! text again out of its database and compares. What is read is checked whoever signed it; no error
//! repeats a number.

#[cfg(feature = "publish")]
mod apply;
mod blocks;
mod class;
mod columns;
mod delta_text;
mod error;
mod gzip;
mod list_text;
mod release;
mod removal;
mod source;
mod tables;
mod update;
mod words;
#[cfg(feature = "publish")]
mod write;
#[cfg(feature = "publish")]
mod write_delta;
mod writer;

pub use blocks::{NumberRow, Numbers};
pub use class::Class;
pub use delta_text::DeltaText;
pub use error::{Problem, WireError};
#[cfg(feature = "publish")]
pub use gzip::pack;
pub use gzip::unpack;
pub use list_text::ListText;
pub use release::Release;
pub use removal::{Removal, Removals};
pub use tables::{Line, Lines};
pub use update::{Content, Update};
#[cfg(feature = "publish")]
pub use write::write_text;
#[cfg(feature = "publish")]
pub use write_delta::write_delta;
pub use writer::{Counts, TextWriter};

/// The form of texts and of the signed fields that this crate reads and writes.
pub const FORMAT: u32 = 1;

/// Most bytes of a full text.
pub const MOST_TEXT_BYTES: u64 = 64 << 20;

/// Most bytes of a full text as it is fetched, compressed.
pub const MOST_GZ_BYTES: u64 = 32 << 20;

/// Most bytes of the text of a delta, and of one as it is fetched.
pub const MOST_DELTA_BYTES: u64 = 16 << 20;

/// How many numbers stand on one line of a text.
pub(crate) const BLOCK: usize = 256;
