//! Trust in a list, as a type.

use crate::{Content, List, ListText, Release, Sha256, Update, write_text};

/// Something that a trusted publisher vouches for.
///
/// Only this crate can make one: there is no public constructor, no `From` and no `Deserialize`, so
/// whoever asks for a `Verified<List>` cannot be handed a list that nobody checked. Today's
/// producer is [`crate::bundled`]: a list that is part of the program needs no more trust than the
/// program itself.
///
/// ```compile_fail
/// # use cleardown_list::{List, Verified};
/// fn forge(list: List) -> Verified<List> {
///     Verified(list)
/// }
/// ```
///
/// ```compile_fail
/// # use cleardown_list::{List, Verified};
/// fn forge(list: List) -> Verified<List> {
///     list.into()
/// }
/// ```
///
/// ```compile_fail
/// # use cleardown_list::{List, Verified};
/// fn forge(text: &str) -> Verified<List> {
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

impl Verified<List> {
    /// The same as a publisher's release of the whole list. It stands under no root file, so its
    /// anchor is zero.
    pub fn into_update(self) -> Verified<Update> {
        let text = write_text(&self.0);
        let meta = self.0.meta;
        let release = Release {
            anchor: [0; 32],
            publisher: meta.publisher,
            title: meta.title,
            epoch: 1,
            version: meta.version,
            issued_ms: meta.issued_ms,
            rows: self.0.rows.len() as u64,
            codes: self.0.codes.len() as u64,
            sha256: Sha256::of(&text),
            bytes: text.len() as u64,
            bulk: 0,
        };
        let content = ListText::parse(text).map(Content::Full);
        let content = content.expect("tested: a list is what a phone takes");
        Verified(Update { release, content })
    }

    /// A list that nobody signed, for tests and stories. Behind the feature `doors`, which nothing
    /// that is shipped has.
    #[cfg(feature = "doors")]
    pub fn for_tests(list: List) -> Self {
        Self::new(list)
    }
}

#[cfg(feature = "doors")]
impl Verified<Update> {
    /// An update that nobody signed. Behind the feature `doors`, as [`Verified::for_tests`].
    pub fn update_for_tests(update: Update) -> Self {
        Self::new(update)
    }
}
