//! Trust in a list, as a type.

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

#[cfg(feature = "doors")]
impl Verified<crate::List> {
    /// A list that nobody signed, for tests and stories. Behind the feature `doors`, which nothing
    /// that is shipped has.
    pub fn for_tests(list: crate::List) -> Self {
        Self::new(list)
    }
}
