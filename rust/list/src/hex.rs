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

/// The bytes of an even number of digits, large or small.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let plain = digits.len().is_multiple_of(2) && digits.iter().all(u8::is_ascii_hexdigit);
    plain.then(|| {
        let pairs = digits.chunks_exact(2);
        pairs
            .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
            .collect()
    })
}
