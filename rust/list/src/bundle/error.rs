//! Why settings of a relative are not taken.

use thiserror::Error;

/// Why a file or link is not to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    /// Another QR code, link or file.
    #[error("these are no Cleardown settings")]
    NotOurs,
    /// A piece of it is missing.
    #[error("the end of it is missing")]
    Truncated,
    /// More than 64 KiB.
    #[error("it is larger than 64 KiB")]
    TooLarge,
    /// The signature is not that of the key in it.
    #[error("somebody has changed it after it was made")]
    Forged,
    /// It was made by a newer version.
    #[error("it was made by a newer version of Cleardown")]
    Newer,
    /// The signature is good, what is signed is not of this form.
    #[error("it is signed, but what is in it cannot be read")]
    Unreadable,
}
