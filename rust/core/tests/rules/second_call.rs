//! Incoming rule 3: a second call soon after the first.

use cleardown_core::{Alert, CallsOut, Contact, Kind, Person, Reason, Verification};

use crate::phone::lists::{BANK, DAUGHTER, POLICE, STRANGER, bank, listing, police};
use crate::phone::{Call, Phone, call};

const DAY_S: i64 = 24 * 60 * 60;

fn is_second(phone: &Phone, call: &Call) -> bool {
    let verdict = phone.screens(call);
    let second = verdict.reasons.contains(&Reason::SecondCall);
    assert!(
        !second || verdict.alert >= Alert::Warning,
        "a second call is warned about"
    );
    second
}

#[test]
fn after_a_listed_call_unknown_hidden_and_listed_callers_are_second_calls_for_a_day() {
    let mut phone = Phone::in_cool_down();
    phone.wait(DAY_S - 1);
    let known = call(BANK).listed(listing("Test Bank", Kind::Bank, CallsOut::Known));
    for call in [call(STRANGER), Call::withheld(), known.clone(), call("159")] {
        assert!(is_second(&phone, &call), "{call:?}");
    }
    assert_eq!(
        phone.screens(&known).alert,
        Alert::Warning,
        "raised from caution"
    );
    assert!(!is_second(&phone, &call(DAUGHTER).contact(Contact::Yes)));
    phone.wait(1);
    assert!(
        !is_second(&phone, &call(STRANGER)),
        "a day later it is over"
    );
    assert!(!phone.is_window_open());
}

#[test]
fn the_day_counts_from_the_end_of_the_first_call() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.wait(3000);
    phone.hangs_up(POLICE);
    phone.wait(DAY_S - 1);
    assert!(is_second(&phone, &call(STRANGER)));
}

#[test]
fn the_window_is_as_long_as_the_policy_says() {
    let mut phone = Phone::in_cool_down();
    phone.policy.second_call_hours = 0;
    assert!(!is_second(&phone, &call(STRANGER)), "switched off");
    phone.policy.second_call_hours = 72;
    phone.wait(3 * DAY_S - 1);
    assert!(is_second(&phone, &call(STRANGER)));
    phone.says(Person::SaidNothing);
    assert!(
        is_second(&phone, &call(STRANGER)),
        "tidying keeps what a rule looks at"
    );
    phone.wait(1);
    assert!(!is_second(&phone, &call(STRANGER)));
}

#[test]
fn another_organisation_in_the_second_call_is_said() {
    let phone = Phone::in_cool_down();
    let two = phone.screens(&call(BANK).listed(bank()));
    assert!(two.reasons.contains(&Reason::TwoOrganisations));
    let same = phone.screens(&call(BANK).listed(police()));
    assert!(same.reasons.contains(&Reason::SecondCall));
    assert!(!same.reasons.contains(&Reason::TwoOrganisations));
    let unlisted = phone.screens(&call(STRANGER));
    assert!(!unlisted.reasons.contains(&Reason::TwoOrganisations));
}

#[test]
fn a_code_belongs_to_no_organisation() {
    let row = || listing("Code Owner", Kind::Telecom, CallsOut::Never);
    let mut phone = Phone::default();
    phone.rings(&call("159").listed(row()));
    phone.hangs_up("159");
    let after_code = phone.screens(&call(POLICE).listed(police()));
    assert!(
        after_code.reasons.contains(&Reason::SecondCall),
        "a code opens the window"
    );
    assert!(!after_code.reasons.contains(&Reason::TwoOrganisations));
    let code_after = Phone::in_cool_down().screens(&call("159").listed(row()));
    assert!(code_after.reasons.contains(&Reason::SecondCall));
    assert!(!code_after.reasons.contains(&Reason::TwoOrganisations));
}

#[test]
fn every_class_of_listed_call_opens_the_window() {
    for class in [
        CallsOut::Never,
        CallsOut::Unlikely,
        CallsOut::Unknown,
        CallsOut::Known,
    ] {
        let mut phone = Phone::default();
        phone.rings(&call(POLICE).listed(listing("Test Police", Kind::Police, class)));
        assert!(is_second(&phone, &call(STRANGER)), "already while it runs");
        phone.hangs_up(POLICE);
        assert!(is_second(&phone, &call(STRANGER)), "{class:?}");
    }
}

#[test]
fn a_missed_or_rejected_call_opens_nothing() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.ends(Some(POLICE), Some(false));
    assert!(!is_second(&phone, &call(STRANGER)));
}

#[test]
fn a_missed_call_does_not_close_the_window_of_an_earlier_one() {
    let mut phone = Phone::in_cool_down();
    phone.rings(&call(BANK).listed(bank()));
    phone.ends(Some(BANK), Some(false));
    assert!(is_second(&phone, &call(STRANGER)));
}

#[test]
fn a_call_raised_by_the_window_alone_does_not_renew_it() {
    let mut phone = Phone::in_cool_down();
    phone.wait(DAY_S - 3600);
    let raised = phone.rings(&call(STRANGER));
    assert_eq!(raised.reasons, [Reason::SecondCall]);
    phone.hangs_up(STRANGER);
    phone.wait(3600);
    assert!(!is_second(&phone, &call(STRANGER)));
    assert!(!phone.is_window_open());
}

#[test]
fn a_failed_check_alone_opens_nothing() {
    let mut phone = Phone::default();
    phone.rings(&call(STRANGER).verification(Verification::Failed));
    phone.hangs_up(STRANGER);
    assert!(!phone.is_window_open());
}

#[test]
fn what_the_person_says_opens_the_window() {
    for says in [
        Person::SaidAuthority,
        Person::SuspiciousCallHere,
        Person::SuspiciousCallElsewhere,
    ] {
        let mut phone = Phone::default();
        phone.says(says);
        assert!(is_second(&phone, &call(STRANGER)), "{says:?}");
        let listed = phone.screens(&call(POLICE).listed(police()));
        assert!(
            !listed.reasons.contains(&Reason::TwoOrganisations),
            "{says:?}"
        );
        phone.wait(DAY_S);
        assert!(!phone.is_window_open(), "{says:?}");
    }
    let mut phone = Phone::default();
    phone.says(Person::SaidNothing);
    assert!(!phone.is_window_open());
}
