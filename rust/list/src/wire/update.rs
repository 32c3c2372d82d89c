//! What comes with one version of a list.

use super::{DeltaText, ListText, Problem, Release, WireError};

/// How a list changes.
#[derive(Clone, Debug)]
pub enum Content {
    /// The whole list.
    Full(ListText),
    /// What changes in the list before.
    Delta(DeltaText),
    /// Nothing: the list in use is this one already.
    Same,
}

/// One version of a list. What a store installs is a [`crate::Verified`] one.
#[derive(Clone, Debug)]
pub struct Update {
    /// Which version.
    pub release: Release,
    /// What changes.
    pub content: Content,
}

impl Update {
    /// The whole list: an unpacked full text.
    ///
    /// # Errors
    /// A phone does not take the text, or it is another one than was signed.
    pub fn full(release: Release, text: Vec<u8>) -> Result<Self, WireError> {
        release.check()?;
        let text = ListText::parse(text)?;
        same("bytes", &text.bytes(), &release.bytes)?;
        same("sha256", &text.sha256(), &release.sha256)?;
        same("rows", &text.rows(), &release.rows)?;
        same("codes", &(text.codes().len() as u64), &release.codes)?;
        let content = Content::Full(text);
        Ok(Self { release, content })
    }

    /// A change of the list of version `base` with this hash: an unpacked delta. Whether it gives
    /// what was signed shows when it is applied.
    ///
    /// # Errors
    /// A phone does not take the text, or it is another delta than was signed.
    pub fn delta(
        release: Release,
        base: u64,
        base_sha256: [u8; 32],
        text: Vec<u8>,
    ) -> Result<Self, WireError> {
        release.check()?;
        let delta = DeltaText::parse(text)?;
        same("base", &delta.base(), &base)?;
        same("base_sha256", &delta.base_sha256(), &base_sha256)?;
        same("list", &delta.version(), &release.version)?;
        same("sha256", &delta.sha256(), &release.sha256)?;
        let content = Content::Delta(delta);
        Ok(Self { release, content })
    }

    /// The list in use is this version already, as its hash says.
    ///
    /// # Errors
    /// A phone does not take such a release.
    pub fn same(release: Release) -> Result<Self, WireError> {
        release.check()?;
        let content = Content::Same;
        Ok(Self { release, content })
    }
}

fn same<T: PartialEq>(field: &'static str, found: &T, signed: &T) -> Result<(), WireError> {
    if found == signed {
        Ok(())
    } else {
        Err(WireError::new(0, Problem::NotAsSigned(field)))
    }
}
