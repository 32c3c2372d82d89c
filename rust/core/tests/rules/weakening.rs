//! Settings are not weakened during a call, a wait, or one hour after.

use std::collections::BTreeMap;

use cleardown_core::{Change, Contact, Origin, Person, PolicyValue, Region, change};

use crate::phone::lists::{DAUGHTER, POLICE, STRANGER, police};
use crate::phone::{Phone, call};

const HOUR_S: i64 = 3600;

fn asked(phone: &Phone, key: &str, value: PolicyValue, origin: Origin, in_call: bool) -> Change {
    let requested = BTreeMap::from([(key.to_owned(), value)]);
    let region = Region::gb();
    change(
        &phone.policy,
        &requested,
        origin,
        &phone.state,
        in_call,
        region,
        phone.now,
    )
}

fn shorter(phone: &Phone, origin: Origin, in_call: bool) -> Change {
    asked(
        phone,
        "cool_down_seconds",
        PolicyValue::Int(60),
        origin,
        in_call,
    )
}

fn may_weaken(phone: &Phone) -> bool {
    let person = shorter(phone, Origin::Person, false);
    let family = shorter(phone, Origin::Family, false);
    assert_eq!(
        person.accepted, family.accepted,
        "family is locked as the person is"
    );
    assert!(
        shorter(phone, Origin::Managed, false).accepted,
        "an IT team never is"
    );
    let longer = PolicyValue::Int(1800);
    let stronger = asked(phone, "cool_down_seconds", longer, Origin::Person, true);
    assert!(stronger.accepted, "strengthening is instant");
    assert_eq!(stronger.policy.cool_down_seconds, 1800);
    person.accepted
}

#[test]
fn where_nothing_happened_anybody_may() {
    let phone = Phone::default();
    assert!(may_weaken(&phone));
    let taken = shorter(&phone, Origin::Person, false);
    assert_eq!(taken.policy.cool_down_seconds, 60);
    assert_eq!(taken.allowed_in_s, None);
}

#[test]
fn a_running_call_locks_and_nobody_can_say_for_how_long() {
    let by_audio = shorter(&Phone::default(), Origin::Person, true);
    assert!(!by_audio.accepted);
    assert_eq!(by_audio.allowed_in_s, None);
    assert_eq!(by_audio.policy, Phone::default().policy);
    let mut phone = Phone::default();
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    assert!(!may_weaken(&phone), "the call of a contact, too");
    assert_eq!(shorter(&phone, Origin::Person, false).allowed_in_s, None);
    phone.hangs_up(DAUGHTER);
    assert!(may_weaken(&phone));
}

#[test]
fn a_wait_locks_until_one_hour_after() {
    let mut phone = Phone::in_cool_down();
    assert!(!may_weaken(&phone));
    assert_eq!(
        shorter(&phone, Origin::Person, false).allowed_in_s,
        Some(300 + HOUR_S)
    );
    phone.wait(300 + HOUR_S - 1);
    assert!(!may_weaken(&phone));
    phone.says(Person::SaidNothing);
    assert!(!may_weaken(&phone), "tidying keeps the lock");
    assert_eq!(shorter(&phone, Origin::Person, false).allowed_in_s, Some(1));
    phone.wait(1);
    assert!(may_weaken(&phone));
}

#[test]
fn the_last_of_several_waits_counts() {
    let mut phone = Phone::in_cool_down();
    phone.wait(1000);
    phone.says(Person::SuspiciousCallHere);
    assert_eq!(phone.state.weakening_lock_s(phone.now), 300 + HOUR_S);
}

#[test]
fn a_call_whose_end_was_not_seen_locks_for_three_hours() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.wait(3 * HOUR_S - 1);
    assert!(!may_weaken(&phone));
    phone.says(Person::SaidNothing);
    assert!(!may_weaken(&phone), "tidying keeps the lock");
    phone.wait(1);
    assert!(may_weaken(&phone));
}

#[test]
fn the_wait_of_another_line_locks_too() {
    let mut phone = Phone::default();
    phone.says(Person::SuspiciousCallElsewhere);
    phone.wait(300 + HOUR_S - 1);
    assert!(!may_weaken(&phone));
    phone.says(Person::SaidNothing);
    assert!(!may_weaken(&phone), "tidying keeps the lock");
    phone.wait(1);
    assert!(may_weaken(&phone));
}

#[test]
fn a_missed_flagged_call_and_an_unknown_call_lock_nothing_afterwards() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.ends(Some(POLICE), Some(false));
    assert!(may_weaken(&phone));
    phone.rings(&call(STRANGER));
    phone.ends(Some(STRANGER), Some(true));
    assert!(may_weaken(&phone));
}
