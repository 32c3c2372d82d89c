//! Which call an end belongs to, and what is asked or shown after it.

use cleardown_core::{Alert, Contact, Person, Reason, Screen, State};

use crate::phone::lists::{BANK, DAUGHTER, POLICE, STRANGER, bank, police};
use crate::phone::{Call, Phone, call, dial};

#[test]
fn after_a_flagged_call_the_after_call_screen_is_about_that_call() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    let after = phone.hangs_up(POLICE);
    let flagged = phone.state.last_flagged().expect("a flagged call");
    assert_eq!(
        (after.screen, after.call),
        (Screen::AfterCall, Some(flagged.id))
    );
    assert_eq!(flagged.organisation.as_deref(), Some("Test Police"));
    assert_eq!(flagged.alert, Alert::Warning);
    assert_eq!(flagged.reasons, [Reason::ListedUnknown]);
    let end = flagged.ended.expect("its end was seen");
    assert!(end.answered);
}

#[test]
fn the_last_flagged_call_is_found_behind_later_calls() {
    let mut phone = Phone::default();
    assert!(phone.state.last_flagged().is_none());
    phone.rings(&call(POLICE).listed(police()));
    phone.rings(&call(BANK).listed(bank()));
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    let flagged = phone.state.last_flagged().expect("a flagged call");
    assert_eq!(flagged.organisation.as_deref(), Some("Test Bank"));
}

#[test]
fn an_answered_unknown_or_hidden_call_is_asked_about() {
    for (ringing, number) in [(call(STRANGER), Some(STRANGER)), (Call::withheld(), None)] {
        let mut phone = Phone::default();
        phone.rings(&ringing);
        let after = phone.ends(number, Some(true));
        assert_eq!(after.screen, Screen::Question);
        assert_eq!(after.call.map(|id| id.0), Some(phone.state.last_call()));
    }
    let mut phone = Phone::default();
    phone.rings(&call(DAUGHTER).contact(Contact::Unreadable));
    assert_eq!(
        phone.hangs_up(DAUGHTER).screen,
        Screen::Question,
        "contacts unreadable"
    );
}

#[test]
fn missed_calls_and_contacts_are_not_asked_about() {
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER));
    let missed = phone.ends(Some(STRANGER), Some(false));
    assert_eq!((missed.screen, missed.call), (Screen::None, None));
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    assert_eq!(phone.hangs_up(DAUGHTER).screen, Screen::None);
}

#[test]
fn the_question_can_be_switched_off() {
    let mut phone = Phone::default();
    phone.policy.ask_after_unknown = false;
    phone.rings(&call(STRANGER));
    let after = phone.hangs_up(STRANGER);
    assert_eq!((after.screen, after.call), (Screen::None, None));
}

#[test]
fn an_end_without_a_call_shows_nothing() {
    let mut phone = Phone::default();
    assert_eq!(phone.hangs_up(POLICE).screen, Screen::None);
    assert_eq!(phone.idle().screen, Screen::None);
    assert_eq!(phone.hangs_up_hidden().screen, Screen::None);
    assert_eq!(phone.remaining(), 0);
}

#[test]
fn an_end_counts_once() {
    let mut phone = Phone::in_cool_down();
    phone.wait(200);
    let again = phone.hangs_up(POLICE);
    assert_eq!((again.screen, again.call), (Screen::None, None));
    assert_eq!(phone.idle().screen, Screen::None);
    assert_eq!(phone.remaining(), 100);
    let forged = phone.ends(Some(POLICE), Some(false));
    assert_eq!(forged.screen, Screen::None);
    assert_eq!(phone.remaining(), 100, "a forged intent ends nothing");
}

#[test]
fn an_end_during_another_call_starts_nothing_until_that_one_is_over() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.wait(60);
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    let early = phone.ends_during_another(POLICE, true);
    assert_eq!((early.screen, early.call), (Screen::None, None));
    assert!(phone.state.is_flagged_call_running(phone.now));
    phone.wait(60);
    let last = phone.hangs_up(DAUGHTER);
    assert_eq!(last.screen, Screen::AfterCall);
    assert_eq!(last.call.map(|id| id.0), Some(1), "about the flagged call");
    assert_eq!(phone.remaining(), 300);
}

#[test]
fn what_was_said_of_a_call_earlier_is_believed_when_all_is_quiet() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.rings(&call(STRANGER));
    phone.ends_during_another(POLICE, false);
    assert_eq!(phone.remaining(), 300, "not before all is quiet");
    phone.ends(Some(STRANGER), Some(false));
    assert_eq!(phone.remaining(), 0, "both were missed");
}

#[test]
fn idle_with_word_of_the_answer_is_believed_for_calls_nothing_was_said_of() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.ended(None, Some(false), false);
    assert_eq!(phone.remaining(), 0);
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.ends_during_another(POLICE, true);
    phone.ended(None, Some(false), false);
    assert_eq!(
        phone.remaining(),
        300,
        "the phone had said that it was answered"
    );
}

#[test]
fn idle_while_a_call_is_running_is_no_evidence() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    let after = phone.ended(None, Some(true), true);
    assert_eq!(after.screen, Screen::None);
    assert!(phone.state.is_flagged_call_running(phone.now));
}

#[test]
fn word_of_one_call_says_nothing_of_another() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.rings(&call(BANK).listed(bank()));
    phone.ends(Some(BANK), Some(false));
    assert_eq!(
        phone.remaining(),
        300,
        "in doubt the first one was answered"
    );
    assert!(phone.is_window_open());
}

#[test]
fn of_two_calls_of_one_number_the_later_one_is_meant() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.rings(&call(POLICE).listed(police()));
    phone.ends_during_another(POLICE, false);
    let reported: Vec<_> = phone
        .state
        .calls()
        .iter()
        .map(|call| call.reported_answered)
        .collect();
    assert_eq!(reported, [None, Some(false)]);
}

#[test]
fn the_end_of_a_hidden_call_has_no_number() {
    let mut phone = Phone::in_cool_down();
    phone.wait(10);
    phone.rings(&Call::withheld());
    assert!(phone.state.is_flagged_call_running(phone.now));
    phone.ends(None, Some(false));
    assert_eq!(phone.remaining(), 290, "it is known that nobody answered");
}

#[test]
fn an_unreadable_caller_is_not_a_hidden_one() {
    let mut phone = Phone::in_cool_down();
    phone.rings(&call("not a number"));
    phone.ends(None, Some(false));
    assert_eq!(
        phone.remaining(),
        300,
        "that was another call: in doubt answered"
    );
}

#[test]
fn the_after_call_screen_comes_before_the_question() {
    for flagged_first in [true, false] {
        let mut phone = Phone::default();
        phone.policy.second_call_hours = 0;
        let flagged = call(POLICE).listed(police());
        if flagged_first {
            phone.rings(&flagged);
            phone.state.rebase(phone.now);
            phone.rings(&call(DAUGHTER).contact(Contact::Yes));
        } else {
            phone.rings(&call(STRANGER));
            phone.rings(&flagged);
        }
        assert_eq!(phone.idle().screen, Screen::AfterCall, "{flagged_first}");
    }
}

#[test]
fn of_two_flagged_calls_the_later_one_is_shown() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.rings(&call(BANK).listed(bank()));
    assert_eq!(phone.idle().call.map(|id| id.0), Some(2));
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER));
    phone.rings(&call(STRANGER));
    assert_eq!(
        phone.idle().call.map(|id| id.0),
        Some(2),
        "of two questions, too"
    );
}

#[test]
fn a_question_is_asked_although_a_contact_rang_meanwhile() {
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER));
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    let after = phone.idle();
    assert_eq!(
        (after.screen, after.call.map(|id| id.0)),
        (Screen::Question, Some(1))
    );
}

#[test]
fn calls_are_counted_from_one_and_never_again() {
    let mut phone = Phone::default();
    phone.state.count_calls_from(41);
    phone.state.count_calls_from(7);
    phone.rings(&call(STRANGER));
    assert_eq!(phone.state.last_call(), 42);
    assert_eq!(phone.state.calls()[0].id.0, 42);
}

#[test]
fn calls_are_forgotten_after_a_day() {
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER));
    phone.hangs_up(STRANGER);
    phone.wait(24 * 3600 - 1);
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    assert_eq!(phone.state.calls().len(), 2);
    phone.wait(1);
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    assert_eq!(phone.state.calls().len(), 2, "the first one is gone");
}

#[test]
fn what_no_rule_looks_at_any_more_is_forgotten() {
    let mut phone = Phone::in_cool_down();
    phone.dials(&dial("999"));
    phone.dials(&dial(STRANGER));
    phone.says(Person::GaveDetails);
    phone.says(Person::SuspiciousCallElsewhere);
    phone.wait(72 * 3600);
    phone.says(Person::SaidNothing);
    let mut empty = State::default();
    empty.count_calls_from(1);
    assert_eq!(phone.state, empty);
}

#[test]
fn a_wait_is_forgotten_with_its_lock() {
    let mut phone = Phone::in_cool_down();
    phone.wait(300 + 3600 - 1);
    phone.says(Person::SaidNothing);
    let kept = serde_json::to_value(&phone.state).expect("it can be written");
    assert_eq!(kept["cool_downs"].as_array().map(Vec::len), Some(1));
    phone.wait(1);
    phone.says(Person::SaidNothing);
    let kept = serde_json::to_value(&phone.state).expect("it can be written");
    assert_eq!(kept["cool_downs"].as_array().map(Vec::len), Some(0));
}

#[test]
fn any_incoming_call_is_known_to_run_until_its_end() {
    let mut phone = Phone::default();
    assert!(!phone.state.is_call_running(phone.now));
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    assert!(phone.state.is_call_running(phone.now));
    assert!(!phone.state.is_flagged_call_running(phone.now));
    phone.wait(2 * 3600 - 1);
    assert!(phone.state.is_call_running(phone.now));
    phone.wait(1);
    assert!(
        !phone.state.is_call_running(phone.now),
        "its end was not seen"
    );
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    phone.hangs_up(DAUGHTER);
    assert!(!phone.state.is_call_running(phone.now));
}
