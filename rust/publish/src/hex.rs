//! Hexadecimal.

pub use cleardown_list::{from_hex as bytes, hex as text};
