//! One phone to which random events happen, and what the tests themselves remember of them.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_core::{
    Caller, Contact, Dialled, Now, Origin, Person, Placing, PolicyValue, Reason, Region, change,
};

use crate::coverage::Coverage;
use crate::event::{Dialling, Event, IN_BOOK, Ring};
use crate::numbers::{contact, is_listed, listings};
use crate::phone::{Call, Dial, Phone, call, dial, is_held};

/// The phone, and what must be true of it.
#[derive(Default)]
pub struct World {
    pub phone: Phone,
    /// Whether the state was brought in line with the clocks since the last restart.
    pub told: bool,
    /// The same, since the wall clock was set.
    pub dated: bool,
    /// The longest cool-down that any policy allowed so far, seconds.
    pub longest_s: i64,
    /// The one pass that may be in force: number and when it was given.
    pub pass: Option<(String, Now)>,
    /// The last time an emergency number or a 101 went out.
    pub rang_emergency: Option<Now>,
    /// Numbers whose hold screen offered "Call anyway" since the last flagged call.
    offers: BTreeSet<String>,
    last_held: Option<String>,
}

impl World {
    pub fn new() -> Self {
        let mut world = Self {
            told: true,
            dated: true,
            longest_s: 300,
            ..Self::default()
        };
        let trusted = (0..2).map(|last| contact(last).parse().expect("a full number"));
        world.phone.policy.trusted_contacts = trusted.collect();
        world
    }

    pub fn play(&mut self, event: &Event, coverage: &mut Coverage) {
        match event {
            Event::Rings(ring) => self.ring(ring, coverage),
            Event::Ends {
                nth,
                answered,
                in_call,
            } => self.end(*nth, *answered, *in_call),
            Event::Forged {
                ring,
                answered,
                in_call,
            } => {
                let caller = call_of(ring).caller();
                self.phone.ended(Some(caller), *answered, *in_call);
            }
            Event::Dials(dialling) => self.dial(dialling, coverage),
            Event::Says { says, in_call } => self.say(*says, *in_call, coverage),
            Event::CallsAnyway { number, in_call } => self.call_anyway(number.clone(), *in_call),
            Event::Waits { ms } => self.phone.wait_ms(*ms),
            Event::WallClock { jump_s, told } => {
                self.phone.wall_clock_jumps(*jump_s);
                self.dated = false;
                self.tell_if(*told);
            }
            Event::Restarts { off_s, told } => {
                self.phone.reboot_unseen(*off_s);
                self.pass = None;
                self.told = false;
                self.tell_if(*told);
            }
            Event::Configures {
                key,
                value,
                origin,
                in_call,
            } => {
                self.configure(key, value, *origin, *in_call);
            }
        }
    }

    /// Whether the flagged call is really running.
    pub fn is_flagged_call_running(&self, in_call: bool) -> bool {
        in_call && self.phone.state.is_flagged_call_running(self.phone.now)
    }

    /// Whether a pass for this number is in force.
    pub fn has_pass(&self, key: &str, in_call: bool) -> bool {
        let now = self.phone.now;
        self.pass.as_ref().is_some_and(|(number, given)| {
            number == key
                && given.boot == now.boot
                && now.elapsed_ms - given.elapsed_ms < 120_000
                && !self.is_flagged_call_running(in_call)
        })
    }

    fn ring(&mut self, ring: &Ring, coverage: &mut Coverage) {
        let verdict = self.phone.rings(&call_of(ring));
        coverage.count_reasons(&verdict.reasons);
        self.is_told();
        if verdict.is_flagged() {
            self.void();
        }
    }

    fn end(&mut self, nth: Option<usize>, answered: Option<bool>, in_call: bool) {
        let open: Vec<Caller> = self
            .phone
            .state
            .calls()
            .iter()
            .rev()
            .filter(|call| call.ended.is_none())
            .map(|call| call.caller.clone())
            .collect();
        let caller = match nth {
            Some(nth) => open.into_iter().nth(nth),
            None => None,
        };
        if nth.is_none() || caller.is_some() {
            self.phone.ended(caller, answered, in_call);
            if !in_call {
                self.is_told();
            }
        }
    }

    fn dial(&mut self, dialling: &Dialling, coverage: &mut Coverage) {
        let Some(number) = dialling.number.clone().or_else(|| self.last_held.clone()) else {
            return;
        };
        let dial = self.dial_of(&number, dialling);
        let key = dial.dialled().key();
        let had_pass = self.has_pass(&key, dial.in_call);
        let placing = self.phone.dials(&dial);
        coverage.count_reasons(&placing.reasons);
        self.is_told();
        if placing.reasons.contains(&Reason::Passed) {
            assert!(had_pass, "{number} went out by a pass that it did not have");
            self.pass = None;
            self.offers.remove(&key);
        }
        if is_held(&placing) {
            self.remember_hold(number, key, &placing);
        } else if ["999", "112", "111", "101", "18000"].contains(&key.as_str()) {
            self.rang_emergency = Some(self.phone.now);
        }
    }

    fn remember_hold(&mut self, number: String, key: String, placing: &Placing) {
        self.last_held = Some(number);
        if placing.passable {
            self.offers.insert(key);
        } else {
            self.offers.remove(&key);
        }
    }

    fn say(&mut self, says: Person, in_call: bool, coverage: &mut Coverage) {
        let waited = self.phone.remaining() > 0;
        let state = &mut self.phone.state;
        let result = state.record_person(says, None, in_call, &self.phone.policy, self.phone.now);
        coverage.count_reasons(&result.reasons);
        self.is_told();
        let marks = matches!(says, Person::SaidAuthority | Person::SuspiciousCallHere);
        if marks || (says == Person::GaveDetails && !waited) {
            self.void();
        }
    }

    fn call_anyway(&mut self, number: Option<String>, in_call: bool) {
        let Some(number) = number.or_else(|| self.last_held.clone()) else {
            return;
        };
        let running = self.is_flagged_call_running(in_call);
        let accepted = self.phone.presses_call_anyway(&number, in_call);
        self.is_told();
        if accepted {
            let key = Dialled::read(&number, Region::gb()).key();
            assert!(
                self.offers.contains(&key),
                "{number} was not offered to be called anyway"
            );
            assert!(
                !running,
                "a pass was given while the flagged call was running"
            );
            self.pass = Some((key, self.phone.now));
        }
    }

    fn configure(&mut self, key: &str, value: &PolicyValue, origin: Origin, in_call: bool) {
        let Phone { state, policy, now } = &mut self.phone;
        let requested = BTreeMap::from([(key.to_owned(), value.clone())]);
        let change = change(
            policy,
            &requested,
            origin,
            state,
            in_call,
            Region::gb(),
            *now,
        );
        *policy = change.policy;
        let length_s = i64::from(policy.cool_down_seconds);
        state.lengthen(length_s, *now);
        self.longest_s = self.longest_s.max(length_s);
    }

    fn void(&mut self) {
        self.pass = None;
        self.offers.clear();
    }

    fn is_told(&mut self) {
        self.told = true;
        self.dated = true;
    }

    fn tell_if(&mut self, told: bool) {
        if told {
            self.phone.state.rebase(self.phone.now);
            self.is_told();
        }
    }

    fn dial_of(&self, number: &str, dialling: &Dialling) -> Dial {
        let dial = dial(number);
        let key = dial.dialled().key();
        let contact = match (dialling.unreadable_contacts, key.starts_with(IN_BOOK)) {
            (true, _) => Contact::Unreadable,
            (false, true) => Contact::Yes,
            (false, false) => Contact::No,
        };
        Dial {
            contact,
            interactive: dialling.interactive,
            emergency: dialling.emergency,
            in_call: dialling.in_call,
            listed: is_listed(&key),
            ..dial
        }
    }
}

/// The call of a ring, with what the lists of the world say of it.
pub fn call_of(ring: &Ring) -> Call {
    let mut call = Call {
        number: ring.number.clone(),
        presentation: ring.presentation,
        contact: ring.contact,
        verification: ring.verification,
        ..call("")
    };
    call.listings = listings(&call.caller());
    // Nobody can look up what is not shown.
    let also = ring.also.clone().filter(|_| call.caller().key().is_some());
    call.listings.extend(also);
    call
}
