//! Configuration: flat keys, their ranges, and what makes one value weaker than another.

mod change;
mod keys;

use serde::{Deserialize, Serialize};

use crate::{Dialled, E164};

pub use change::{Change, KeyError, Origin, by_strength, change};
pub use keys::{POLICY_KEYS, PolicyValue};

/// All settings that the decision looks at (design §10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Length of a cool-down, seconds, 60 to 1,800. Five minutes: seeds 000 to 004.
    pub cool_down_seconds: u32,
    /// Which calls are held during a cool-down.
    pub hold: Hold,
    /// Whether a held call can be let through.
    pub call_anyway: CallAnyway,
    /// How long a call makes the next one suspicious, hours, 0 to 72; 0 = not at all.
    pub second_call_hours: u32,
    /// Whether the app asks what an unknown caller said they were.
    pub ask_after_unknown: bool,
    /// How long after an emergency call the police may well ring back, minutes, 0 to 120.
    pub emergency_grace_minutes: u32,
    /// Whether trusted contacts can be rung during a cool-down.
    pub trusted_contacts_pass: bool,
    /// How long the history is kept, days, 0 to 365.
    pub history_days: u32,
    /// Name of the person's other phone, for the screens. At most 80 characters.
    pub other_phone: String,
    /// The number on the back of the bank card.
    pub bank_number: Option<E164>,
    /// Who may weaken settings.
    pub lock: Lock,
    /// The person's trusted people, whose numbers can be rung during a cool-down.
    pub trusted_contacts: Vec<E164>,
}

/// Which calls are held during a cool-down. Ordered from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    /// None; the hold screen is shown as advice.
    Advise,
    /// Call backs, listed numbers, and numbers that are not in the address book.
    Callbacks,
    /// All but life-saving numbers and trusted people.
    All,
}

/// Whether "Call anyway" is offered. Ordered from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallAnyway {
    /// Two taps, ten seconds apart.
    TwoTaps,
    /// Not offered for listed numbers and callers.
    Locked,
}

/// Who may weaken settings. Ordered from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lock {
    /// The person.
    Open,
    /// Who knows the PIN.
    Pin,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            cool_down_seconds: 300,
            hold: Hold::Callbacks,
            call_anyway: CallAnyway::TwoTaps,
            second_call_hours: 24,
            ask_after_unknown: true,
            emergency_grace_minutes: 30,
            trusted_contacts_pass: true,
            history_days: 90,
            other_phone: String::new(),
            bank_number: None,
            lock: Lock::Open,
            trusted_contacts: Vec::new(),
        }
    }
}

impl Policy {
    /// Whether the number is that of a trusted person.
    pub fn trusts(&self, dialled: &Dialled) -> bool {
        matches!(dialled, Dialled::Number(number) if self.trusted_contacts.contains(number))
    }
}
