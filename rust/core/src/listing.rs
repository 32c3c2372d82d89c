//! What a published list says of one number.

use serde::{Deserialize, Serialize};

use crate::Alert;

/// Whether the organisation rings out from this number. It picks the wording class and the alert
/// (design §2; facts: domain §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallsOut {
    /// The organisation itself says that it rings out from it, too.
    Known,
    /// Nothing is known about outgoing use: nearly all numbers.
    Unknown,
    /// A line for ringing in, by evidence about its class.
    Unlikely,
    /// The organisation itself says that a call never shows this number.
    Never,
}

impl CallsOut {
    /// How loud a call that shows such a number is.
    pub fn alert(self) -> Alert {
        match self {
            Self::Known => Alert::Caution,
            Self::Unknown | Self::Unlikely => Alert::Warning,
            Self::Never => Alert::CertainFake,
        }
    }
}

/// What sort of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A bank or building society.
    Bank,
    /// Supplies energy or water.
    Energy,
    /// Government, courts and councils.
    Government,
    /// Health service.
    Health,
    /// A charity's or public helpline.
    Helpline,
    /// A police force or crime agency.
    Police,
    /// Postal service.
    Post,
    /// The tax office.
    Tax,
    /// A telephone or internet company.
    Telecom,
}

/// How sure it is that the number belongs to the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// One third-party list, or sources disagree. Worded "a number listed as …".
    Low,
    /// Second hand, or two lists agree.
    Medium,
    /// The body's own page or code, or a direct report.
    High,
}

/// One row of one publisher's list, as far as the decision and the words need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Whose number it is, without the line's name: "Kent Police".
    pub organisation: String,
    /// Which of its lines: "switchboard". May be empty.
    pub line: String,
    /// What sort of organisation.
    pub kind: Kind,
    /// Whether the organisation rings out from it.
    pub calls_out: CallsOut,
    /// How sure the publisher is of the number.
    pub confidence: Confidence,
    /// Whether the number may be offered for ringing (design §2).
    pub ring: bool,
}
