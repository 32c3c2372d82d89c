//! The simulated phone: clocks, running calls, address book.

use std::collections::BTreeSet;

use cleardown_engine::Region;
use cleardown_engine::api::{Caller, Contact, Now, Presentation};

use crate::format;

/// Every story begins on 20 November 2026 at 10:00 UTC.
const STORY_BEGINS_MS: i64 = 1_795_168_800_000;
/// The phone was started an hour before.
const UP_BEFORE_MS: i64 = 3_600_000;
/// A reboot takes no time of the story; the clock since boot is this old when the app is asked.
const BOOT_TAKES_MS: i64 = 20_000;

/// A call that the network put through and that may still be running.
#[derive(Debug, Clone)]
pub(super) struct OpenCall {
    /// The handle that the end of the call carries.
    pub(super) number: Option<String>,
}

/// What the phone knows without the engine.
pub(super) struct Phone {
    region: Region,
    story_ms: i64,
    jumped_ms: i64,
    booted_at_ms: i64,
    boot: i64,
    contacts: Option<BTreeSet<String>>,
    /// Incoming calls that are running, the newest last.
    pub(super) calls: Vec<OpenCall>,
    /// Calls that are over without the app having been told.
    pub(super) unseen: Vec<OpenCall>,
    /// Was the after-call screen opened for the cool-down that runs?
    pub(super) after_call_open: bool,
}

impl Phone {
    /// A phone that was started an hour ago.
    pub(super) fn new(region: Region, contacts: Option<&[format::Contact]>) -> Self {
        let contacts = contacts.map(|contacts| {
            contacts
                .iter()
                .filter_map(|contact| key(Some(&contact.number), region))
                .collect()
        });
        Phone {
            region,
            story_ms: 0,
            jumped_ms: 0,
            booted_at_ms: -UP_BEFORE_MS,
            boot: 7,
            contacts,
            calls: Vec::new(),
            unseen: Vec::new(),
            after_call_open: false,
        }
    }

    /// The story has come so far.
    pub(super) fn time_is(&mut self, seconds: u32) {
        self.story_ms = i64::from(seconds) * 1000;
    }

    /// Seconds since the story began.
    pub(super) fn story_seconds(&self) -> u64 {
        u64::try_from(self.story_ms / 1000).unwrap_or(0)
    }

    /// The three clocks.
    pub(super) fn now(&self) -> Now {
        Now {
            wall_ms: STORY_BEGINS_MS + self.story_ms + self.jumped_ms,
            elapsed_ms: self.story_ms - self.booted_at_ms,
            boot: self.boot,
        }
    }

    /// The wall clock is set.
    pub(super) fn jump(&mut self, seconds: i64) {
        self.jumped_ms += seconds * 1000;
    }

    /// The phone restarts: no call survives it, and no screen.
    pub(super) fn reboot(&mut self) {
        self.boot += 1;
        self.booted_at_ms = self.story_ms - BOOT_TAKES_MS;
        self.calls.clear();
        self.unseen.clear();
        self.after_call_open = false;
    }

    /// Is an incoming call running, by the audio mode?
    pub(super) fn in_call(&self) -> bool {
        !self.calls.is_empty()
    }

    /// Is the shown or dialled number in the address book?
    pub(super) fn knows_number(&self, number: Option<&str>) -> Contact {
        self.knows(self.key(number).as_deref())
    }

    /// The number in the one spelling in which numbers are compared; `None` = none is readable.
    pub(super) fn key(&self, number: Option<&str>) -> Option<String> {
        key(number, self.region)
    }

    fn knows(&self, key: Option<&str>) -> Contact {
        match (&self.contacts, key) {
            (None, _) => Contact::Unreadable,
            (Some(contacts), Some(key)) if contacts.contains(key) => Contact::Yes,
            (Some(_), _) => Contact::No,
        }
    }
}

fn key(number: Option<&str>, region: Region) -> Option<String> {
    Caller::read(number, Presentation::Allowed, region).key()
}
