//! The same as a link, which a QR code can hold: packed, in letters that no messenger changes.

use std::io::{Read, Write};

use base64ct::{Base64UrlUnpadded, Encoding};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::{BundleError, MOST_BUNDLE_BYTES};

/// What every link begins with; the number is that of the form of the link.
pub const LINK_START: &str = "cleardown:settings/1/";

/// A link with more characters makes a QR code that phones read badly: then a file is better.
pub const MOST_IN_QR: usize = 2000;

/// The link for a file.
pub fn link_of(file: &str) -> String {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    // Writing to memory fails nowhere.
    let packed = packer
        .write_all(file.as_bytes())
        .and_then(|()| packer.finish());
    let text = Base64UrlUnpadded::encode_string(&packed.unwrap_or_default());
    format!("{LINK_START}{text}")
}

/// The file of a link without its beginning. Never unpacks more than a file may have.
pub(super) fn unpack(text: &str) -> Result<String, BundleError> {
    let packed = Base64UrlUnpadded::decode_vec(text).map_err(|_| BundleError::Truncated)?;
    let mut file = Vec::new();
    let most = MOST_BUNDLE_BYTES as u64 + 1;
    DeflateDecoder::new(packed.as_slice())
        .take(most)
        .read_to_end(&mut file)
        .map_err(|_| BundleError::Truncated)?;
    if file.len() > MOST_BUNDLE_BYTES {
        return Err(BundleError::TooLarge);
    }
    String::from_utf8(file).map_err(|_| BundleError::NotOurs)
}
