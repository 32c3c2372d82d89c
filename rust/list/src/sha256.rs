//! The one hash of everything that is fetched.

use sha2::Digest;

/// SHA-256 of bytes that come piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Sha256(sha2::Sha256);

impl Sha256 {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> [u8; 32] {
        sha2::Sha256::digest(bytes).into()
    }

    /// The hash that is written so: 64 digits of base 16, small letters.
    pub(crate) fn of_hex(text: &str) -> Option<[u8; 32]> {
        let digit = |sign: u8| match sign {
            b'0'..=b'9' => Some(sign - b'0'),
            b'a'..=b'f' => Some(sign - b'a' + 10),
            _ => None,
        };
        let mut hash = [0; 32];
        if text.len() != 2 * hash.len() {
            return None;
        }
        for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(hash)
    }

    /// The next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all pieces.
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_sixty_four_digits() {
        assert_eq!(Sha256::of_hex(&"0a".repeat(32)), Some([10; 32]));
        for text in [
            "",
            &"0a".repeat(31),
            &"0a".repeat(33),
            &"+a".repeat(32),
            &"0A".repeat(32),
        ] {
            assert_eq!(Sha256::of_hex(text), None, "{text}");
        }
        assert_eq!(Sha256::of_hex(&"é".repeat(32)), None);
    }
}
