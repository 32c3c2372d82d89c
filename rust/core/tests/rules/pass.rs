//! Outgoing rule 4: "Call anyway".

use cleardown_core::{CallAnyway, Contact, Hold, Person, Policy, Reason, Verification};

use crate::phone::lists::{BANK, POLICE, STRANGER, police};
use crate::phone::{Phone, call, dial, is_held};

fn after_a_hold() -> Phone {
    let mut phone = Phone::in_cool_down();
    assert!(is_held(&phone.dials(&dial(BANK).listed())));
    phone
}

fn with_a_pass() -> Phone {
    let mut phone = after_a_hold();
    assert!(phone.calls_anyway(BANK));
    phone
}

fn is_passed(phone: &Phone, number: &str) -> bool {
    phone.asks(&dial(number).listed()).reasons == [Reason::Passed]
}

#[test]
fn it_lets_one_call_through_in_any_spelling() {
    let mut phone = with_a_pass();
    let first = phone.dials(&dial("0044 1632 960456").listed());
    assert_eq!(first.reasons, [Reason::Passed]);
    assert_eq!(first.remaining_s, 300);
    assert!(
        is_held(&phone.dials(&dial(BANK).listed())),
        "the second call is held"
    );
}

#[test]
fn of_two_calls_at_once_only_one_gets_it() {
    let mut phone = with_a_pass();
    let dialled = dial(BANK).dialled();
    assert!(phone.state.use_pass(&dialled, false, phone.now));
    assert!(!phone.state.use_pass(&dialled, false, phone.now));
}

#[test]
fn pressing_twice_gives_one_call() {
    let mut phone = with_a_pass();
    assert!(phone.calls_anyway(BANK));
    assert!(!is_held(&phone.dials(&dial(BANK).listed())));
    assert!(
        !phone.calls_anyway(BANK),
        "the offer is used up until the next hold screen"
    );
    assert!(is_held(&phone.dials(&dial(BANK).listed())));
    assert!(phone.calls_anyway(BANK), "a new hold screen, a new offer");
}

#[test]
fn using_one_offer_leaves_those_of_other_numbers() {
    let mut phone = after_a_hold();
    phone.dials(&dial(STRANGER));
    assert!(phone.calls_anyway(BANK));
    phone.dials(&dial(BANK).listed());
    assert!(phone.calls_anyway(STRANGER));
}

#[test]
fn it_is_for_the_held_number_only() {
    let mut phone = with_a_pass();
    assert!(is_held(&phone.dials(&dial(POLICE).listed())));
    assert!(is_held(&phone.dials(&dial(STRANGER))));
    let dialled = dial(STRANGER).dialled();
    assert!(!phone.state.use_pass(&dialled, false, phone.now));
    assert!(is_passed(&phone, BANK), "another number does not use it up");
}

#[test]
fn it_lasts_two_minutes() {
    let mut phone = with_a_pass();
    phone.wait_ms(119_999);
    assert!(is_passed(&phone, BANK));
    phone.wait_ms(1);
    assert!(!is_passed(&phone, BANK));
    let dialled = dial(BANK).dialled();
    assert!(!phone.state.use_pass(&dialled, false, phone.now));
}

#[test]
fn it_needs_a_hold_screen_that_offered_it() {
    let mut phone = Phone::in_cool_down();
    assert!(!phone.calls_anyway(BANK), "nothing was held");
    phone.dials(&dial(BANK).listed());
    assert!(!phone.calls_anyway(POLICE), "another number was held");
    assert!(phone.calls_anyway("01632 960456"));
    let policy = Policy {
        call_anyway: CallAnyway::Locked,
        ..Policy::default()
    };
    let mut locked = Phone::in_cool_down_with(policy);
    locked.dials(&dial(BANK).listed());
    assert!(!locked.calls_anyway(BANK), "it was not offered");
}

#[test]
fn the_last_hold_screen_counts() {
    let mut phone = after_a_hold();
    phone.policy.call_anyway = CallAnyway::Locked;
    phone.dials(&dial(BANK).listed());
    assert!(
        !phone.calls_anyway(BANK),
        "the second screen did not offer it"
    );
}

#[test]
fn without_a_number_nothing_is_let_through() {
    let mut phone = after_a_hold();
    assert_eq!(phone.says(Person::CallAnyway).accepted, Some(false));
}

#[test]
fn a_refused_press_keeps_the_pass_of_another_number() {
    let mut phone = with_a_pass();
    assert!(!phone.calls_anyway(POLICE));
    assert!(is_passed(&phone, BANK));
}

#[test]
fn a_new_flagged_call_voids_it_and_every_offer() {
    let mut phone = with_a_pass();
    phone.rings(&call(STRANGER));
    assert!(!is_passed(&phone, BANK));
    phone.ends(Some(STRANGER), Some(false));
    assert!(!is_passed(&phone, BANK), "also when nobody answered");
    assert!(
        !phone.calls_anyway(BANK),
        "the hold screen was before that call"
    );
}

#[test]
fn a_call_that_the_person_marks_voids_it() {
    for says in [Person::SuspiciousCallHere, Person::SaidAuthority] {
        let mut phone = with_a_pass();
        phone.says(says);
        assert!(!is_passed(&phone, BANK), "{says:?}");
    }
}

#[test]
fn a_call_that_is_not_flagged_keeps_it() {
    let mut phone = with_a_pass();
    let contact = call("+447700900111").contact(Contact::Yes);
    assert!(!phone.rings(&contact).is_flagged());
    assert!(is_passed(&phone, BANK));
    let failed = contact.verification(Verification::Failed);
    phone.rings(&failed);
    assert!(!is_passed(&phone, BANK), "a mere caution is a flagged call");
}

#[test]
fn it_is_void_after_a_restart() {
    let mut phone = with_a_pass();
    phone.reboot_unseen(1);
    assert!(!is_passed(&phone, BANK), "even before the app was told");
    let mut phone = with_a_pass();
    phone.reboot(1);
    assert!(!is_passed(&phone, BANK));
    let mut phone = with_a_pass();
    phone.now.elapsed_ms = 15_000;
    assert!(
        !is_passed(&phone, BANK),
        "on a phone that does not count its starts"
    );
}

#[test]
fn it_is_not_given_and_not_good_while_the_flagged_call_runs() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.dials(&dial(BANK).listed());
    assert!(!phone.presses_call_anyway(BANK, true));
    assert!(
        phone.presses_call_anyway(BANK, false),
        "the end was not seen"
    );
    let in_call = dial(BANK).listed().in_call();
    assert!(is_held(&phone.asks(&in_call)));
    assert!(!phone.state.use_pass(&in_call.dialled(), true, phone.now));
    assert!(is_passed(&phone, BANK));
    phone.hangs_up(POLICE);
    assert_eq!(
        phone.asks(&in_call).reasons,
        [Reason::Passed],
        "another call is no matter"
    );
}

#[test]
fn it_ends_with_the_wait() {
    let mut phone = after_a_hold();
    phone.wait(290);
    assert!(phone.calls_anyway(BANK));
    phone.wait(10);
    assert!(!phone.calls_anyway(BANK), "nothing is held any more");
}

#[test]
fn a_pass_for_one_diversion_is_none_for_another_number() {
    let mut phone = Phone::in_cool_down();
    let (one, other) = ("**21*01632960123#", "**21*07700900123#");
    assert!(is_held(&phone.dials(&dial(one))));
    assert!(phone.calls_anyway(one));
    assert!(is_held(&phone.dials(&dial(other))));
    assert!(!is_held(&phone.dials(&dial(one))));
}

#[test]
fn an_offer_on_a_hold_screen_is_gone_after_a_restart_of_the_phone() {
    let mut phone = Phone::in_cool_down();
    assert!(is_held(&phone.dials(&dial(POLICE))));
    phone.reboot(10);
    assert!(!phone.calls_anyway(POLICE));
}

#[test]
fn with_everything_held_an_unknown_number_is_passable_without_contacts_too() {
    let policy = Policy {
        hold: Hold::All,
        call_anyway: CallAnyway::Locked,
        ..Policy::default()
    };
    let phone = Phone::in_cool_down_with(policy);
    for (contact, passable) in [
        (Contact::Unreadable, true),
        (Contact::No, true),
        (Contact::Yes, false),
    ] {
        let placing = phone.asks(&dial("01632 960777").contact(contact));
        assert_eq!(placing.passable, passable, "{contact:?}");
    }
}
