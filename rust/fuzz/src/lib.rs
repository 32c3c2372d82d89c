//! What the fuzz targets check of the published formats, and how their inputs are changed.
//!
//! Each check takes any bytes and panics where the code under test breaks a promise, beside the
//! panics of that code itself. Nothing here reads a file or a clock: an input that was found once
//! does the same for ever.

#![forbid(unsafe_code)]

pub mod bundle;
pub mod delta;
mod golden;
pub mod json;
pub mod list_text;
pub mod metadata;
mod model;
mod owned_keys;
mod random;
pub mod rows;
pub mod settings;

/// Changes the first `size` bytes of a buffer and answers how many there are then: what libFuzzer
/// does to bytes of which nothing is known.
pub type Blind = fn(&mut [u8], usize, usize) -> usize;
