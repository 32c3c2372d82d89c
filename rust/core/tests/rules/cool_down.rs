//! The five minutes: armed by a flagged call, started by its end.

use cleardown_core::{Alert, Contact, Person, Screen, Verification};

use crate::phone::lists::{BANK, DAUGHTER, POLICE, STRANGER, bank, police};
use crate::phone::{Call, Phone, call, dial, is_held};

fn ringing() -> Phone {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone
}

#[test]
fn the_whole_wait_is_left_as_long_as_the_call_runs() {
    let mut phone = ringing();
    assert_eq!(phone.remaining(), 300);
    assert!(phone.state.is_flagged_call_running(phone.now));
    phone.wait(2 * 3600 - 1);
    assert_eq!(phone.remaining(), 300);
    phone.hangs_up(POLICE);
    assert_eq!(phone.remaining(), 300);
    assert!(!phone.state.is_flagged_call_running(phone.now));
}

#[test]
fn it_counts_down_from_the_end_of_the_call() {
    let mut phone = Phone::in_cool_down();
    phone.wait(1);
    assert_eq!(phone.remaining(), 299);
    phone.wait(298);
    assert_eq!(phone.remaining(), 1);
    phone.wait_ms(999);
    assert_eq!(phone.remaining(), 1, "never 0 before it is over");
    assert!(is_held(&phone.asks(&dial(BANK).listed())));
    phone.wait_ms(1);
    assert_eq!(phone.remaining(), 0);
    assert!(!is_held(&phone.asks(&dial(BANK).listed())));
}

#[test]
fn it_is_as_long_as_the_policy_says() {
    for seconds in [60, 300, 1800] {
        let mut phone = Phone::default();
        phone.policy.cool_down_seconds = seconds;
        phone.rings(&call(POLICE).listed(police()));
        assert_eq!(phone.remaining(), i64::from(seconds));
        phone.hangs_up(POLICE);
        assert_eq!(phone.remaining(), i64::from(seconds));
        phone.wait(i64::from(seconds));
        assert_eq!(phone.remaining(), 0);
    }
}

#[test]
fn an_end_that_nobody_saw_is_over_after_two_hours() {
    let mut phone = ringing();
    phone.wait(2 * 3600 - 1);
    assert!(is_held(&phone.asks(&dial(BANK).listed())));
    assert!(phone.state.is_call_running(phone.now));
    phone.wait(1);
    assert_eq!(phone.remaining(), 0);
    assert!(!is_held(&phone.asks(&dial(BANK).listed())));
    assert!(!phone.state.is_call_running(phone.now));
    let after = phone.idle();
    assert_eq!(
        (after.screen, phone.remaining()),
        (Screen::None, 0),
        "idle is no news then"
    );
}

#[test]
fn the_named_end_of_a_call_of_many_hours_starts_the_wait() {
    for hours in [3, 5] {
        let mut phone = ringing();
        phone.wait(hours * 3600);
        phone.rings(&call(DAUGHTER).contact(Contact::Yes));
        let after = phone.hangs_up(POLICE);
        assert_eq!(after.screen, Screen::AfterCall);
        assert_eq!(phone.remaining(), 300);
        assert!(
            is_held(&phone.asks(&dial(POLICE).contact(Contact::Yes))),
            "the number that rang"
        );
        let second = phone.screens(&call(STRANGER));
        assert_eq!(second.alert, Alert::Warning);
    }
}

#[test]
fn a_missed_or_rejected_call_is_advice_and_holds_nothing() {
    let mut phone = ringing();
    let after = phone.ends(Some(POLICE), Some(false));
    assert_eq!(after.screen, Screen::AfterCall);
    assert!(after.call.is_some());
    assert_eq!(phone.remaining(), 0);
    assert!(!is_held(&phone.asks(&dial(POLICE).listed())));
}

#[test]
fn in_doubt_the_call_was_answered() {
    let mut phone = ringing();
    assert_eq!(phone.ends(Some(POLICE), None).screen, Screen::AfterCall);
    assert_eq!(phone.remaining(), 300);
    let mut phone = ringing();
    phone.idle();
    assert_eq!(phone.remaining(), 300);
}

#[test]
fn a_missed_call_takes_nothing_away_from_a_running_wait() {
    let mut phone = Phone::in_cool_down();
    phone.wait(100);
    phone.rings(&call(BANK).listed(bank()));
    assert_eq!(phone.remaining(), 300, "a call is running");
    phone.ends(Some(BANK), Some(false));
    assert_eq!(phone.remaining(), 200);
}

#[test]
fn every_answered_flagged_call_starts_the_wait_anew() {
    let mut phone = Phone::in_cool_down();
    phone.wait(200);
    phone.rings(&call(STRANGER));
    phone.wait(10);
    phone.hangs_up(STRANGER);
    assert_eq!(phone.remaining(), 300, "a second call that was raised, too");
}

#[test]
fn every_level_of_warning_starts_it_and_no_warning_does_not() {
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER).verification(Verification::Failed));
    phone.hangs_up(STRANGER);
    assert_eq!(phone.remaining(), 300, "a caution");
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER));
    assert_eq!(phone.remaining(), 0);
    phone.hangs_up(STRANGER);
    assert_eq!(phone.remaining(), 0);
}

#[test]
fn the_longest_of_several_waits_counts() {
    let mut phone = Phone::in_cool_down();
    phone.policy.cool_down_seconds = 60;
    phone.wait(10);
    phone.rings(&call(BANK).listed(bank()));
    phone.hangs_up(BANK);
    assert_eq!(phone.remaining(), 290);
}

#[test]
fn a_longer_length_counts_at_once_and_a_shorter_one_later() {
    let mut phone = Phone::in_cool_down();
    phone.says(Person::SuspiciousCallElsewhere);
    phone.wait(100);
    phone.state.lengthen(600, phone.now);
    assert_eq!(phone.remaining(), 500);
    assert_eq!(phone.state.other_line_s(phone.now), 500);
    phone.state.lengthen(60, phone.now);
    assert_eq!(phone.remaining(), 500);
}

#[test]
fn a_wait_that_is_over_is_not_revived() {
    let mut phone = Phone::in_cool_down();
    phone.says(Person::SuspiciousCallElsewhere);
    phone.wait(300);
    phone.state.lengthen(1800, phone.now);
    assert_eq!(phone.remaining(), 0);
    assert_eq!(phone.state.other_line_s(phone.now), 0);
}

#[test]
fn a_caller_who_rings_without_end_does_not_shake_off_the_wait() {
    let mut phone = Phone::default();
    for _ in 0..100 {
        phone.rings(&call(POLICE).listed(police()));
    }
    assert_eq!(phone.state.calls().len(), 32, "no more than that is kept");
    assert_eq!(
        phone.state.calls().last().map(|call| call.id.0),
        Some(100),
        "the newest"
    );
    phone.idle();
    assert_eq!(phone.remaining(), 300);
}

#[test]
fn strangers_who_ring_without_end_do_not_hide_the_end_of_a_flagged_call() {
    let mut phone = ringing();
    for _ in 0..40 {
        phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    }
    assert_eq!(phone.idle().screen, Screen::AfterCall);
    assert!(!phone.state.is_flagged_call_running(phone.now));
    phone.wait(300);
    assert_eq!(phone.remaining(), 0);
}

#[test]
fn holding_many_numbers_keeps_the_newest() {
    let mut phone = Phone::in_cool_down();
    for last in 100..140 {
        phone.dials(&dial(&format!("07700 900{last}")));
    }
    assert_eq!(phone.state.held().count(), 32);
    assert!(phone.calls_anyway("07700 900139"));
    assert!(!phone.calls_anyway("07700 900100"));
}

#[test]
fn a_forged_sign_that_nobody_answered_loses_against_the_phone_s_own() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.ends_during_another(POLICE, false);
    phone.ended(None, Some(true), false);
    assert_eq!(phone.remaining(), 300);
}

#[test]
fn the_end_of_a_shown_caller_says_nothing_of_a_hidden_one() {
    let mut phone = Phone::in_cool_down();
    phone.wait(400);
    phone.rings(&Call::withheld());
    phone.ends_during_another(STRANGER, false);
    phone.idle();
    assert_eq!(phone.remaining(), 300);
}
