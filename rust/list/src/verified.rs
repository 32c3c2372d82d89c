//! Trust in a list, as a type.

#[cfg(feature = "doors")]
use crate::{List, Release, Sha256, Update, write_text};

/// Something that a trusted publisher vouches for.
///
/// Only this crate can make one: there is no public constructor, no `From` and no `Deserialize`, so
/// whoever asks for a `Verified<Update>` cannot be handed a list that nobody checked. It comes from
/// [`crate::tuf::Trust`], out of files that were signed; [`crate::bundled`] is no exception.
///
/// ```compile_fail
/// # use cleardown_list::{Update, Verified};
/// fn forge(list: Update) -> Verified<Update> {
///     Verified(list)
/// }
/// ```
///
/// ```compile_fail
/// # use cleardown_list::{Update, Verified};
/// fn forge(list: Update) -> Verified<Update> {
///     list.into()
/// }
/// ```
///
/// ```compile_fail
/// # use cleardown_list::{Update, Verified};
/// fn forge(text: &str) -> Verified<Update> {
///     serde_json::from_str(text).unwrap()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified<T>(T);

impl<T> Verified<T> {
    /// Vouches for it. Whoever calls this has checked the signature, or carries the thing in the
    /// program itself.
    pub(crate) fn new(value: T) -> Self {
        Self(value)
    }

    /// What was vouched for.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// What was vouched for, to keep.
    pub fn into_inner(self) -> T {
        self.0
    }
}

#[cfg(feature = "doors")]
impl Verified<Update> {
    /// The whole of a list that nobody signed, for tests and stories. Its anchor is zero. Behind the
    /// feature `doors`, which nothing that is shipped has.
    pub fn for_tests(list: &List) -> Self {
        let text = write_text(list);
        let meta = list.meta();
        let release = Release {
            anchor: [0; 32],
            publisher: meta.publisher.clone(),
            title: meta.title.clone(),
            epoch: 1,
            version: meta.version,
            issued_ms: meta.issued_ms,
            rows: list.rows().len() as u64,
            codes: list.codes().len() as u64,
            sha256: Sha256::of(&text),
            bytes: text.len() as u64,
            bulk: 0,
        };
        Self::new(Update::full(release, text).expect("a list that a phone takes"))
    }

    /// An update that nobody signed, as [`Verified::for_tests`].
    pub fn update_for_tests(update: Update) -> Self {
        Self::new(update)
    }
}
