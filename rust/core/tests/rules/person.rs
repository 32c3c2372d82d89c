//! What the person says and presses.

use cleardown_core::{Alert, Contact, Person, PersonResult, Reason, Screen};

use crate::phone::lists::{BANK, DAUGHTER, POLICE, STRANGER, police};
use crate::phone::{Call, Phone, call, dial, is_held};

fn warned(screen: Screen, reason: Reason) -> PersonResult {
    PersonResult {
        screen,
        alert: Alert::Warning,
        reasons: vec![reason],
        accepted: None,
    }
}

fn after_a_call_of(number: &str) -> Phone {
    let mut phone = Phone::default();
    phone.rings(&call(number));
    phone.hangs_up(number);
    phone
}

#[test]
fn yes_they_said_they_were_police_starts_the_wait_now() {
    let mut phone = after_a_call_of(STRANGER);
    phone.wait(20);
    let result = phone.says(Person::SaidAuthority);
    assert_eq!(result, warned(Screen::AfterCall, Reason::SaidAuthority));
    assert_eq!(phone.remaining(), 300);
    assert!(!phone.state.is_flagged_call_running(phone.now));
    phone.wait(10);
    assert_eq!(phone.remaining(), 290);
    let call_back = phone.asks(&dial("07700 900222").contact(Contact::Yes));
    assert_eq!(
        call_back.reasons,
        [Reason::SameCaller],
        "calling back is held"
    );
    let flagged = phone.state.last_flagged().expect("the call is flagged now");
    assert_eq!(flagged.reasons, [Reason::SaidAuthority]);
    assert_eq!(flagged.alert, Alert::Warning);
}

#[test]
fn no_they_said_nothing_does_nothing() {
    let mut phone = after_a_call_of(STRANGER);
    let before = phone.state.clone();
    assert_eq!(phone.says(Person::SaidNothing), PersonResult::default());
    assert_eq!(phone.state, before);
}

#[test]
fn the_answer_is_about_the_last_unknown_call_that_ended() {
    let mut phone = Phone::default();
    phone.rings(&Call::withheld());
    phone.hangs_up_hidden();
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    phone.hangs_up(DAUGHTER);
    phone.rings(&call(STRANGER));
    phone.says_in_call(Person::SaidAuthority);
    let flagged: Vec<_> = phone
        .state
        .calls()
        .iter()
        .filter(|one| one.is_flagged())
        .collect();
    assert_eq!(flagged.len(), 1);
    assert_eq!(flagged[0].id.0, 1);
}

#[test]
fn the_answer_during_another_call_starts_the_wait_when_that_one_is_over() {
    let mut phone = after_a_call_of(STRANGER);
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    phone.says_in_call(Person::SaidAuthority);
    assert_eq!(phone.remaining(), 300);
    phone.wait(60);
    let after = phone.hangs_up(DAUGHTER);
    assert_eq!(after.screen, Screen::AfterCall);
    assert_eq!(
        after.call.map(|id| id.0),
        Some(1),
        "about the call of the question"
    );
    phone.wait(300);
    assert_eq!(phone.remaining(), 0, "and does not wait for two hours");
}

#[test]
fn a_suspicious_call_that_is_over_starts_the_wait_now() {
    let mut phone = after_a_call_of(DAUGHTER);
    let result = phone.says(Person::SuspiciousCallHere);
    assert_eq!(result, warned(Screen::AfterCall, Reason::MarkedSuspicious));
    phone.wait(1);
    assert_eq!(phone.remaining(), 299);
    assert!(is_held(&phone.asks(&dial(DAUGHTER).contact(Contact::Yes))));
}

#[test]
fn a_suspicious_call_that_runs_starts_the_wait_at_its_end() {
    let mut phone = Phone::default();
    phone.rings(&call(DAUGHTER).contact(Contact::Yes));
    phone.says_in_call(Person::SuspiciousCallHere);
    phone.wait(500);
    assert_eq!(phone.remaining(), 300);
    assert!(phone.state.is_flagged_call_running(phone.now));
    let after = phone.hangs_up(DAUGHTER);
    assert_eq!(
        (after.screen, after.call.map(|id| id.0)),
        (Screen::AfterCall, Some(1))
    );
    phone.wait(100);
    assert_eq!(phone.remaining(), 200);
}

#[test]
fn a_suspicious_call_that_the_app_never_saw_is_waited_for_as_well() {
    let mut phone = Phone::default();
    phone.says_in_call(Person::SuspiciousCallHere);
    phone.wait(500);
    assert_eq!(phone.remaining(), 300);
    assert_eq!(phone.idle().screen, Screen::AfterCall);
    phone.wait(100);
    assert_eq!(phone.remaining(), 200);
    assert_eq!(phone.idle().screen, Screen::None, "once");
}

#[test]
fn a_call_that_ended_long_ago_is_not_the_one_that_is_meant() {
    for (minutes, meant) in [(29, true), (30, false)] {
        let mut phone = after_a_call_of(DAUGHTER);
        phone.wait(minutes * 60);
        phone.says(Person::SuspiciousCallHere);
        assert_eq!(
            phone.state.last_flagged().is_some(),
            meant,
            "{minutes} minutes"
        );
        assert_eq!(phone.remaining(), 300);
        let call_back = phone.asks(&dial(DAUGHTER).contact(Contact::Yes));
        assert_eq!(is_held(&call_back), meant, "{minutes} minutes");
    }
}

#[test]
fn a_mark_never_makes_a_call_milder_and_gives_its_reason_once() {
    let mut phone = Phone::default();
    phone.rings(&call("159"));
    phone.hangs_up("159");
    phone.says(Person::SuspiciousCallHere);
    phone.says(Person::SuspiciousCallHere);
    let flagged = phone.state.last_flagged().expect("a flagged call");
    assert_eq!(flagged.alert, Alert::CertainFake);
    assert_eq!(
        flagged.reasons,
        [
            Reason::CodeAsCaller,
            Reason::ListedNever,
            Reason::MarkedSuspicious
        ]
    );
}

#[test]
fn marking_a_call_again_restarts_its_own_wait_only() {
    let mut phone = Phone::in_cool_down();
    phone.wait(100);
    phone.rings(&call(STRANGER));
    phone.hangs_up(STRANGER);
    phone.wait(100);
    phone.says(Person::SuspiciousCallHere);
    assert_eq!(phone.remaining(), 300);
    phone.wait(99);
    assert!(
        is_held(&phone.asks(&dial(POLICE).contact(Contact::Yes))),
        "the first wait goes on"
    );
}

#[test]
fn a_suspicious_call_elsewhere_makes_this_the_phone_to_ring_from() {
    let mut phone = Phone::default();
    let result = phone.says(Person::SuspiciousCallElsewhere);
    assert_eq!(
        result,
        warned(Screen::UseThisPhone, Reason::MarkedSuspicious)
    );
    assert_eq!(phone.remaining(), 0);
    assert!(
        !is_held(&phone.asks(&dial(BANK).listed())),
        "nothing is held here"
    );
    assert_eq!(phone.state.other_line_s(phone.now), 300);
    phone.wait(100);
    assert_eq!(phone.state.other_line_s(phone.now), 200);
    phone.wait(200);
    assert_eq!(phone.state.other_line_s(phone.now), 0);
}

#[test]
fn a_suspicious_call_elsewhere_leaves_the_wait_here_as_it_was() {
    let mut phone = Phone::in_cool_down();
    phone.wait(100);
    phone.says(Person::SuspiciousCallElsewhere);
    assert_eq!(phone.remaining(), 200);
    assert_eq!(Phone::in_cool_down().state.other_line_s(phone.now), 0);
}

#[test]
fn i_gave_them_details_keeps_the_running_wait() {
    let mut phone = Phone::in_cool_down();
    phone.wait(100);
    let result = phone.says(Person::GaveDetails);
    assert_eq!(
        (result.screen, result.alert),
        (Screen::AfterCall, Alert::None)
    );
    assert_eq!(phone.remaining(), 200);
    assert!(phone.state.gave_details(phone.now));
}

#[test]
fn i_gave_them_details_starts_a_wait_where_none_runs() {
    let mut phone = Phone::default();
    assert!(!phone.state.gave_details(phone.now));
    let result = phone.says(Person::GaveDetails);
    assert_eq!(result.screen, Screen::AfterCall);
    assert_eq!(phone.remaining(), 300);
    assert!(phone.state.gave_details(phone.now));
}

#[test]
fn a_hundred_marks_keep_the_newest_wait() {
    let mut phone = Phone::default();
    for _ in 0..100 {
        phone.says(Person::SuspiciousCallHere);
        phone.wait(1);
    }
    assert_eq!(phone.remaining(), 299);
}

#[test]
fn a_listed_call_that_was_marked_keeps_its_window() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.says_in_call(Person::SuspiciousCallHere);
    phone.hangs_up(POLICE);
    assert!(phone.is_window_open());
    let second = phone.screens(&call(STRANGER));
    assert!(second.reasons.contains(&Reason::SecondCall));
}

#[test]
fn whoever_marked_a_ringing_call_keeps_the_wait_when_nobody_answers() {
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER));
    phone.says_in_call(Person::SuspiciousCallHere);
    phone.ends(Some(STRANGER), Some(false));
    assert_eq!(phone.remaining(), 300);
    phone.wait(100);
    assert_eq!(phone.remaining(), 200);
}
