//! The next file that is needed.

/// A metadata file to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its name below the folder of the metadata, percent-encoded.
    pub name: String,
    /// At most so many bytes.
    pub most_bytes: u64,
}
