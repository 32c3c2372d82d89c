//! Everything that can happen to a phone.

use cleardown_core::{Contact, Listing, Origin, Person, PolicyValue, Presentation, Verification};
use proptest::prelude::*;

use crate::numbers::{LISTED, contact, life_saving, listed_number, ordinary, stranger};

/// One event.
#[derive(Clone, Debug)]
pub enum Event {
    Rings(Ring),
    /// The `nth` newest open call ends; `None` = the phone is idle.
    Ends {
        nth: Option<usize>,
        answered: Option<bool>,
        in_call: bool,
    },
    /// An end that the phone never saw begin, or that somebody forges.
    Forged {
        ring: Ring,
        answered: Option<bool>,
        in_call: bool,
    },
    Dials(Dialling),
    Says {
        says: Person,
        in_call: bool,
    },
    /// "Call anyway" for the number held last, or for another one.
    CallsAnyway {
        number: Option<String>,
        in_call: bool,
    },
    Waits {
        ms: i64,
    },
    WallClock {
        jump_s: i64,
        told: bool,
    },
    Restarts {
        off_s: i64,
        told: bool,
    },
    Configures {
        key: &'static str,
        value: PolicyValue,
        origin: Origin,
        in_call: bool,
    },
}

/// Who rings.
#[derive(Clone, Debug)]
pub struct Ring {
    pub number: Option<String>,
    pub presentation: Presentation,
    pub contact: Contact,
    pub verification: Verification,
    /// What another publisher says beside the lists of the world.
    pub also: Option<Listing>,
}

/// What is dialled. `number: None` = the number held last, once more.
#[derive(Clone, Debug)]
pub struct Dialling {
    pub number: Option<String>,
    pub unreadable_contacts: bool,
    pub interactive: bool,
    pub emergency: bool,
    pub in_call: bool,
}

pub fn event() -> impl Strategy<Value = Event> {
    let answered = || prop_oneof![5 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)];
    let rarely = || prop::bool::weighted(0.1);
    let ends = (
        prop_oneof![3 => (0..2usize).prop_map(Some), 1 => Just(None)],
        answered(),
        rarely(),
    )
        .prop_map(|(nth, answered, in_call)| Event::Ends {
            nth,
            answered,
            in_call,
        });
    let forged =
        (ring(), answered(), rarely()).prop_map(|(ring, answered, in_call)| Event::Forged {
            ring,
            answered,
            in_call,
        });
    let says = (says(), rarely()).prop_map(|(says, in_call)| Event::Says { says, in_call });
    let anyway = (prop::option::weighted(0.2, ordinary()), rarely())
        .prop_map(|(number, in_call)| Event::CallsAnyway { number, in_call });
    prop_oneof![
        12 => ring().prop_map(Event::Rings),
        12 => ends,
        1 => forged,
        24 => dialling().prop_map(Event::Dials),
        4 => says,
        9 => anyway,
        14 => wait_ms().prop_map(|ms| Event::Waits { ms }),
        2 => (jump_s(), any::<bool>()).prop_map(|(jump_s, told)| Event::WallClock { jump_s, told }),
        1 => (jump_s(), any::<bool>()).prop_map(|(off_s, told)| Event::Restarts { off_s, told }),
        6 => configures(),
    ]
}

pub fn ring() -> impl Strategy<Value = Ring> {
    let number = prop_oneof![
        6 => LISTED.prop_map(listed_number),
        4 => (0..3u8).prop_map(stranger),
        3 => (0..4u8).prop_map(contact),
        2 => prop::sample::select(vec!["159", "101", "999", "112", "111", "105", "60006"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(vec!["", "anonymous", "+44abc", "12"]).prop_map(str::to_owned),
    ];
    let presentation = prop_oneof![
        12 => Just(Presentation::Allowed),
        2 => Just(Presentation::Restricted),
        1 => Just(Presentation::Unknown),
        1 => Just(Presentation::Payphone),
    ];
    let verification = prop_oneof![
        8 => Just(Verification::NotVerified),
        1 => Just(Verification::Passed),
        1 => Just(Verification::Failed),
    ];
    let also = prop::option::weighted(0.05, crate::numbers::any_listing());
    let odd_contact = prop_oneof![
        12 => Just(None),
        1 => Just(Some(Contact::Yes)),
        1 => Just(Some(Contact::Unreadable)),
    ];
    (
        prop::option::weighted(0.95, number),
        presentation,
        verification,
        also,
        odd_contact,
    )
        .prop_map(|(number, presentation, verification, also, odd_contact)| {
            let in_book = number
                .as_ref()
                .is_some_and(|number| number.starts_with(IN_BOOK));
            let usual = if in_book { Contact::Yes } else { Contact::No };
            let contact = odd_contact.unwrap_or(usual);
            Ring {
                number,
                presentation,
                contact,
                verification,
                also,
            }
        })
}

/// How the numbers of the address book begin.
pub const IN_BOOK: &str = "+44770090011";

fn dialling() -> impl Strategy<Value = Dialling> {
    let number = prop_oneof![
        6 => ordinary().prop_map(Some),
        2 => life_saving().prop_map(Some),
        1 => prop::sample::select(vec!["999", "112", "101"]).prop_map(|it| Some(it.to_owned())),
        5 => Just(None),
    ];
    let rarely = |weight| prop::bool::weighted(weight);
    (
        number,
        rarely(0.1),
        rarely(0.95),
        rarely(0.03),
        rarely(0.15),
    )
        .prop_map(
            |(number, unreadable_contacts, interactive, emergency, in_call)| Dialling {
                number,
                unreadable_contacts,
                interactive,
                emergency,
                in_call,
            },
        )
}

fn says() -> impl Strategy<Value = Person> {
    prop::sample::select(vec![
        Person::SaidAuthority,
        Person::SaidNothing,
        Person::GaveDetails,
        Person::SuspiciousCallHere,
        Person::SuspiciousCallElsewhere,
    ])
}

fn wait_ms() -> impl Strategy<Value = i64> {
    prop_oneof![
        8 => 0..20_000i64,
        4 => 0..200_000i64,
        2 => 0..2_000_000i64,
        1 => 0..10_000_000i64,
        1 => 0..100_000_000i64,
    ]
}

fn jump_s() -> impl Strategy<Value = i64> {
    prop_oneof![0..120i64, -7200..7200i64, -2_000_000_000..2_000_000_000i64]
}

fn configures() -> impl Strategy<Value = Event> {
    let text = |texts: Vec<&'static str>| {
        prop::sample::select(texts).prop_map(|text| PolicyValue::Text(text.to_owned()))
    };
    let int = |range: std::ops::Range<i64>| range.prop_map(PolicyValue::Int);
    let trusted = (0..3u8).prop_map(|count| PolicyValue::List((0..count).map(contact).collect()));
    let change = prop_oneof![
        int(60..1801).prop_map(|it| ("cool_down_seconds", it)),
        text(vec!["callbacks", "callbacks", "all", "advise"]).prop_map(|it| ("hold", it)),
        text(vec!["two_taps", "locked"]).prop_map(|it| ("call_anyway", it)),
        int(0..73).prop_map(|it| ("second_call_hours", it)),
        int(0..121).prop_map(|it| ("emergency_grace_minutes", it)),
        any::<bool>().prop_map(|it| ("trusted_contacts_pass", PolicyValue::Bool(it))),
        trusted.prop_map(|it| ("trusted_contacts", it)),
        text(vec!["", "+441632960456"]).prop_map(|it| ("bank_number", it)),
    ];
    let origin = prop_oneof![
        3 => Just(Origin::Managed),
        1 => Just(Origin::Person),
        1 => Just(Origin::Family),
    ];
    (change, origin, prop::bool::weighted(0.1)).prop_map(|((key, value), origin, in_call)| {
        Event::Configures {
            key,
            value,
            origin,
            in_call,
        }
    })
}
