//! Packing and unpacking of texts.

use std::io::Read;

use flate2::bufread::GzDecoder;

use super::{Problem, WireError};

/// Unpacks a gzip file of one member that gives at most `most` bytes. Memory grows with what comes
/// out, never beyond `most`, whatever the file says of itself.
///
/// # Errors
/// [`Problem::Gzip`] for anything that is no complete gzip file or goes on behind its end,
/// [`Problem::TooLarge`] where more comes out.
pub fn unpack(gz: &[u8], most: u64) -> Result<Vec<u8>, WireError> {
    let mut reader = GzDecoder::new(gz).take(most.saturating_add(1));
    let mut out = Vec::new();
    reader
        .read_to_end(&mut out)
        .map_err(|_| WireError::new(0, Problem::Gzip))?;
    if out.len() as u64 > most {
        return Err(WireError::new(0, Problem::TooLarge));
    }
    if !reader.into_inner().into_inner().is_empty() {
        return Err(WireError::new(0, Problem::Gzip));
    }
    Ok(out)
}

/// Packs a text as it is published: gzip, as small as it gets, without name and time, so that the
/// same text gives the same file.
#[cfg(feature = "publish")]
pub fn pack(text: &[u8]) -> Vec<u8> {
    use std::io::Write;

    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer
        .write_all(text)
        .and_then(|()| packer.finish())
        .expect("memory takes every byte")
}
