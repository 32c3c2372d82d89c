//! Configuration: flat keys, their ranges, and what makes one value weaker than another.

mod change;
mod kind;
mod schema;
mod settings;
mod value;
mod weaker;

use serde::{Deserialize, Serialize};

use crate::{Dialled, E164};

pub use change::{Change, KeyError, NotNow, Origin, by_strength, change, may_weaken};
pub use kind::{At, Chosen, Kind as KeyKind};
pub use schema::{KEYS, Key, MOST_LIST_BYTES, POLICY_KEYS};
pub use settings::{Replaced, Settings};
pub use value::PolicyValue;
pub use weaker::Weaker;

/// All settings (design §10).
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
    /// Whose lists are fetched beside those that the app knows: the text of a JSON array, empty for
    /// none.
    pub lists: String,
    /// After how many days without word from a publisher its list counts as out of date, 3 to 60.
    pub stale_list_days: u32,
    /// Whom to ask for help: a name. At most 80 characters.
    pub help_name: String,
    /// Where to ask for help.
    pub help_number: Option<E164>,
    /// What the organisation or family says to do. At most 300 characters.
    pub help_text: String,
    /// The language of the app.
    pub language: Language,
    /// What the health report has in it.
    pub report_contents: ReportContents,
}

/// The language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// That of the phone.
    #[serde(rename = "")]
    Phone,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Welsh.
    #[serde(rename = "cy")]
    Welsh,
}

/// What the health report has in it. Never a number or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportContents {
    /// Everything.
    All,
    /// Whether it works, without counts and times.
    Short,
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
            lists: String::new(),
            stale_list_days: 14,
            help_name: String::new(),
            help_number: None,
            help_text: String::new(),
            language: Language::Phone,
            report_contents: ReportContents::All,
        }
    }
}

impl Policy {
    /// Whether the number is that of a trusted person.
    pub fn trusts(&self, dialled: &Dialled) -> bool {
        matches!(dialled, Dialled::Number(number) if self.trusted_contacts.contains(number))
    }
}
