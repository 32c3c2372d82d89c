//! Where a client keeps what it trusts between two runs.

use cleardown_list::tuf::TrustFiles;

use super::KeepError;

/// A place for what is trusted. Each verified step is kept at once: a server that withholds the
/// next file must not keep a revoked key in trust.
pub trait Keep {
    /// Keeps the whole state; what is `None` in it is forgotten.
    ///
    /// # Errors
    /// It could not be kept.
    fn save(&mut self, files: &TrustFiles) -> Result<(), KeepError>;

    /// The kept file of a delegated role.
    fn delegated(&mut self, role: &str) -> Option<Vec<u8>>;

    /// Keeps the file of a delegated role.
    ///
    /// # Errors
    /// It could not be kept.
    fn save_delegated(&mut self, role: &str, bytes: &[u8]) -> Result<(), KeepError>;
}
