//! Which metadata and which files a publisher vouches for: the client's side of The Update
//! Framework, version 1.0 of its specification, without files, network or clock.
//!
//! Reading, canonical form, keys and counting of signatures come from `sigstore-tuf`; the order of
//! the steps and the floors are ours ([`Trust`]). Why not its state machine too: it forgets all
//! floors with each new root and takes stored files back only if they fit each other, so that a
//! withheld snapshot loses the floors of the one before; it takes a file as fresh in the very second
//! of its expiry; it counts one key under two names twice. It stays the oracle of the tests.

mod caps;
mod crypto;
mod delegations;
mod error;
mod escape;
mod fields;
mod material;
mod pattern;
mod release;
#[cfg(feature = "rsa")]
mod rsa;
mod signed;
mod target;
mod trust;
mod wanted;

pub use caps::Caps;
pub use delegations::{Search, SearchStep};
pub use error::{Role, TrustError};
pub use escape::escape;
pub use fields::{DeltaOffer, NewestList};
pub use material::KeyMaterial;
pub use target::TargetInfo;
pub use trust::{Step, Trust, TrustFiles};
pub use wanted::Wanted;

/// Which keys may sign, and how large files may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// What a phone takes: `ed25519` and `ecdsa-sha2-nistp256`. Others are as if not there.
    Phone,
    /// What the plain client takes: with the crate feature `rsa` also `rsassa-pss-sha256`.
    Any,
}

impl Keys {
    /// How large the files may be.
    pub fn caps(self) -> Caps {
        match self {
            Self::Phone => Caps::PHONE,
            Self::Any => Caps::ANY,
        }
    }

    fn allow(self, scheme: &str) -> bool {
        match self {
            Self::Phone => matches!(scheme, "ed25519" | "ecdsa-sha2-nistp256"),
            Self::Any => {
                Self::Phone.allow(scheme)
                    || (cfg!(feature = "rsa") && scheme == "rsassa-pss-sha256")
            }
        }
    }
}
