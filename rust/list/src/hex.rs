//! Bytes in base 16.

use std::fmt::Write;

/// Two digits a byte, small letters, as metadata writes hashes.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string fails nowhere.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
