//! A PIN as it is kept: Argon2id, as OWASP asks for at least (facts: sync §6).

use argon2::{Algorithm, Argon2, Block, Params, Version};
use cleardown_list::{from_hex, hex};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use crate::EngineError;

/// Memory, KiB: 19 MiB.
const MEMORY_KIB: u32 = 19 * 1024;
/// How often it is gone through.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;
/// Fewest bytes of salt.
const SALT: usize = 16;

/// What is kept of a PIN, and how it was made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PinHash {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    hash: String,
}

impl PinHash {
    /// Takes a tenth of a second or more, and 19 MiB: never to be done under a lock.
    ///
    /// # Errors
    /// [`EngineError::Request`] for a salt that is too short or not hexadecimal;
    /// [`EngineError::NoMemory`].
    pub(crate) fn of(pin: &str, salt: &str) -> Result<Self, EngineError> {
        let bytes = from_hex(salt).filter(|bytes| bytes.len() >= SALT);
        let bytes = bytes.ok_or_else(|| EngineError::Request {
            what: "the salt of a PIN is sixteen bytes or more, hexadecimal".to_owned(),
        })?;
        let params = params(MEMORY_KIB, PASSES, LANES)?;
        Ok(Self {
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: salt.to_owned(),
            hash: hex(&hash(pin, &bytes, params)?),
        })
    }

    /// Whether it was made of this PIN. As slow as [`Self::of`].
    ///
    /// # Errors
    /// [`EngineError::NoMemory`].
    pub(crate) fn is_of(&self, pin: &str) -> Result<bool, EngineError> {
        let params = params(self.memory_kib, self.passes, self.lanes)?;
        let salt = from_hex(&self.salt).unwrap_or_default();
        let found = hash(pin, &salt, params)?;
        let kept = from_hex(&self.hash).unwrap_or_default();
        Ok(found.ct_eq(&kept).into())
    }
}

fn params(memory_kib: u32, passes: u32, lanes: u32) -> Result<Params, EngineError> {
    // What a damaged record asks for must not take all memory of the phone.
    let memory_kib = memory_kib.min(4 * MEMORY_KIB);
    Params::new(memory_kib, passes, lanes, Some(Params::DEFAULT_OUTPUT_LEN))
        .map_err(|_| EngineError::State)
}

fn hash(pin: &str, salt: &[u8], params: Params) -> Result<Vec<u8>, EngineError> {
    let mut memory: Vec<Block> = Vec::new();
    let blocks = params.block_count();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| EngineError::NoMemory)?;
    memory.resize(blocks, Block::default());
    let mut out = vec![0; Params::DEFAULT_OUTPUT_LEN];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(pin.as_bytes(), salt, &mut out, &mut memory)
        .map_err(|_| EngineError::State)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: &str = "000102030405060708090a0b0c0d0e0f";

    #[test]
    fn a_pin_is_known_again_and_no_other_is() {
        let kept = PinHash::of("4711", SALT).expect("made");
        assert_eq!(kept.is_of("4711"), Ok(true));
        assert_eq!(kept.is_of("4712"), Ok(false));
        // As Bouncy Castle 1.85 makes it.
        let expected = "9d6aefc77e54efc0566197ab2ee1f16707809bf4995d67850e1afe8f5f6e948c";
        assert_eq!(kept.hash, expected);
        assert!(PinHash::of("4711", "00").is_err());
        assert!(PinHash::of("4711", "not hexadecimal, but long enough").is_err());
    }

    #[test]
    fn a_damaged_record_fits_no_pin() {
        let kept = PinHash::of("4711", SALT).expect("made");
        for (salt, hash) in [("", ""), (SALT, ""), (SALT, "zz"), ("zz", &*kept.hash)] {
            let (salt, hash) = (salt.to_owned(), hash.to_owned());
            let damaged = PinHash {
                salt,
                hash,
                ..kept.clone()
            };
            assert_ne!(damaged.is_of("4711"), Ok(true));
        }
        let greedy = PinHash {
            memory_kib: u32::MAX,
            ..kept
        };
        assert_eq!(greedy.is_of("4711"), Ok(false));
    }
}
