//! One row of a list.

use cleardown_core::{CallsOut, Confidence, E164, Kind, Listing, ShortCode};

/// A listed number and what the list says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// The number.
    pub number: E164,
    /// What the list says of it.
    pub listing: Listing,
}

/// A listed short code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// The code as dialled: "159".
    pub code: ShortCode,
    /// What the list says of it.
    pub listing: CodeListing,
}

/// What a list says of a short code such as 159. How loud a call that shows it is, core decides:
/// it knows the codes of authorities with a broken list, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeListing {
    /// Whose code it is.
    pub organisation: String,
    /// What sort of organisation; `None` where no single kind fits, as for 999.
    pub kind: Option<Kind>,
    /// Whether a genuine call shows it.
    pub calls_out: CallsOut,
    /// How sure the publisher is of that.
    pub confidence: Confidence,
}
