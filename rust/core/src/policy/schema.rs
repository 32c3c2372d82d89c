//! The one table of settings: what `app_restrictions.xml`, the settings screen, `cleardown config`
//! and `android/CONFIGURATION.md` are compared with.

use super::kind::{At, Chosen, Kind};
use super::weaker::Weaker;
use super::{CallAnyway, Hold, Language, Lock, Origin, Policy, PolicyValue, ReportContents};
use crate::Region;

/// A setting: its name, what it takes, who may set it, and what of it protects less.
#[derive(Debug)]
pub struct Key {
    /// The name. Never changes.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Who may set it.
    pub set_by: &'static [Origin],
    /// Which of two values protects less.
    pub weaker: Weaker,
}

const ANYBODY: &[Origin] = &[Origin::Person, Origin::Family, Origin::Managed];

/// Not the person, whom a caller may be talking to.
const OTHERS: &[Origin] = &[Origin::Family, Origin::Managed];

/// Reads and writes a field.
macro_rules! at {
    ($field:ident) => {
        At::new(|policy| &policy.$field, |policy| &mut policy.$field)
    };
}

/// Reads and writes a field with named values, in the order of their names.
macro_rules! chosen {
    ($field:ident, $kind:ident: $($value:ident = $name:literal),*) => {
        Kind::Choice {
            of: &[$($name),*],
            at: Chosen::new(
                |policy| match policy.$field { $($kind::$value => $name),* },
                |policy, name| match name { $($name => policy.$field = $kind::$value,)* _ => {} },
            ),
        }
    };
}

const fn anybody(name: &'static str, weaker: Weaker, kind: Kind) -> Key {
    let set_by = ANYBODY;
    Key {
        name,
        kind,
        set_by,
        weaker,
    }
}

const fn others(name: &'static str, weaker: Weaker, kind: Kind) -> Key {
    let set_by = OTHERS;
    Key {
        name,
        kind,
        set_by,
        weaker,
    }
}

const fn number(least: u32, most: u32, at: At<u32>) -> Kind {
    Kind::Number { least, most, at }
}

const fn text(most: usize, at: At<String>) -> Kind {
    Kind::Text { most, at }
}

/// Most bytes of the lists' text: eight roots of 7 KiB each, written as text inside of text.
pub const MOST_LIST_BYTES: usize = 65_536;

/// Every key, in the order of the reference page.
pub static KEYS: &[Key] = &[
    anybody(
        "cool_down_seconds",
        Weaker::Less,
        number(60, 1800, at!(cool_down_seconds)),
    ),
    anybody(
        "hold",
        Weaker::Less,
        chosen!(hold, Hold: Advise = "advise", Callbacks = "callbacks", All = "all"),
    ),
    anybody(
        "call_anyway",
        Weaker::Less,
        chosen!(call_anyway, CallAnyway: TwoTaps = "two_taps", Locked = "locked"),
    ),
    anybody(
        "second_call_hours",
        Weaker::Less,
        number(0, 72, at!(second_call_hours)),
    ),
    anybody(
        "ask_after_unknown",
        Weaker::Off,
        Kind::YesNo(at!(ask_after_unknown)),
    ),
    anybody(
        "emergency_grace_minutes",
        Weaker::More,
        number(0, 120, at!(emergency_grace_minutes)),
    ),
    anybody(
        "trusted_contacts_pass",
        Weaker::On,
        Kind::YesNo(at!(trusted_contacts_pass)),
    ),
    // A fraudster has people wipe out the traces.
    anybody(
        "history_days",
        Weaker::Less,
        number(0, 365, at!(history_days)),
    ),
    anybody("other_phone", Weaker::Never, text(80, at!(other_phone))),
    // After "I gave them details" this number is not held: a fraudster would put his own here.
    anybody(
        "bank_number",
        Weaker::Another,
        Kind::Telephone(at!(bank_number)),
    ),
    anybody(
        "lock",
        Weaker::Less,
        chosen!(lock, Lock: Open = "open", Pin = "pin"),
    ),
    anybody(
        "trusted_contacts",
        Weaker::Added,
        Kind::Telephones {
            most: 50,
            at: at!(trusted_contacts),
        },
    ),
    // Whoever publishes a list says which numbers are offered for ringing.
    others(
        "lists",
        Weaker::Changed,
        Kind::Lists {
            most: MOST_LIST_BYTES,
            at: at!(lists),
        },
    ),
    anybody(
        "stale_list_days",
        Weaker::More,
        number(3, 60, at!(stale_list_days)),
    ),
    others("help_name", Weaker::Another, text(80, at!(help_name))),
    others(
        "help_number",
        Weaker::Another,
        Kind::Telephone(at!(help_number)),
    ),
    others("help_text", Weaker::Another, text(300, at!(help_text))),
    anybody(
        "language",
        Weaker::Never,
        chosen!(language, Language: Phone = "", English = "en", Welsh = "cy"),
    ),
    anybody(
        "report_contents",
        Weaker::Never,
        chosen!(report_contents, ReportContents: All = "all", Short = "short"),
    ),
];

/// The names of [`KEYS`].
pub const POLICY_KEYS: [&str; KEYS.len()] = {
    let mut names = [""; KEYS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = KEYS[at].name;
        at += 1;
    }
    names
};

impl Key {
    /// The key with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// The value as it stands.
    pub fn get(&self, policy: &Policy) -> PolicyValue {
        self.kind.get(policy)
    }

    /// Sets it.
    ///
    /// # Errors
    /// What would have been accepted; nothing is changed.
    pub fn set(
        &self,
        policy: &mut Policy,
        value: &PolicyValue,
        region: Region,
    ) -> Result<(), String> {
        match self.kind.set(policy, value, region) {
            Some(()) => Ok(()),
            None => Err(self.kind.expected()),
        }
    }

    /// Whether `new` protects less than `old`.
    pub fn is_weaker(&self, old: &Policy, new: &Policy) -> bool {
        self.weaker.holds(&self.kind, old, new)
    }
}
