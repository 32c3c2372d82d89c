//! What is known of one file in an APK.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::Failure;

/// One file in an APK.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its path in the APK.
    pub name: String,
    /// Its size when unpacked.
    pub bytes: u64,
    /// What it takes in the APK.
    pub packed_bytes: u64,
    /// SHA-256 of what it holds.
    pub sha256: String,
}

/// The files of an APK in their order, with what they hold.
pub fn entries(apk: &Path) -> Result<Vec<(Entry, Vec<u8>)>, Failure> {
    let said = |e: &dyn std::fmt::Display| format!("{}: {e}", apk.display());
    let file = File::open(apk).map_err(|e| said(&e))?;
    let mut archive = ZipArchive::new(file).map_err(|e| said(&e))?;
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|e| said(&e))?;
        let mut data = Vec::new();
        file.read_to_end(&mut data).map_err(|e| said(&e))?;
        let entry = Entry {
            name: file.name().map_err(|e| said(&e))?.to_string(),
            bytes: file.size(),
            packed_bytes: file.compressed_size(),
            sha256: sha256(&data),
        };
        found.push((entry, data));
    }
    Ok(found)
}

/// A whole file.
pub fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|e| format!("{}: {e}", file.display()))
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn sha256(data: &[u8]) -> String {
    let digest = Sha256::digest(data);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
