//! Incoming rule 6: police do ring back after an emergency call.

use cleardown_core::{Alert, CallsOut, Kind, Reason, Verification};

use crate::phone::lists::{BANK, POLICE, STRANGER, bank, listing, police};
use crate::phone::{Phone, call, dial};

fn after_dialling(number: &str) -> Phone {
    let mut phone = Phone::default();
    phone.dials(&dial(number));
    phone
}

#[test]
fn after_999_a_police_number_is_a_caution_that_names_999() {
    for (number, rang) in [
        ("999", "999"),
        ("112", "112"),
        ("111", "111"),
        ("18000", "18000"),
        ("+44999", "999"),
    ] {
        let verdict = after_dialling(number).screens(&call(POLICE).listed(police()));
        assert_eq!(verdict.alert, Alert::Caution, "{number}");
        assert_eq!(
            verdict.reasons,
            [Reason::ListedUnknown, Reason::AfterEmergencyCall]
        );
        assert_eq!(verdict.rang_emergency.as_deref(), Some(rang));
    }
}

#[test]
fn a_placed_101_counts_and_a_held_one_does_not() {
    let placed = after_dialling("101").screens(&call(POLICE).listed(police()));
    assert_eq!(placed.alert, Alert::Caution);
    let mut phone = Phone::in_cool_down();
    phone.dials(&dial("101"));
    let held = phone.screens(&call(POLICE).listed(police()));
    assert!(!held.reasons.contains(&Reason::AfterEmergencyCall));
    assert_eq!(held.rang_emergency, None);
}

#[test]
fn other_calls_do_not_count() {
    for number in ["159", "105", "0800 111 999", "01632 960999", "*#21#"] {
        let verdict = after_dialling(number).screens(&call(POLICE).listed(police()));
        assert_eq!(
            (verdict.alert, verdict.rang_emergency),
            (Alert::Warning, None),
            "{number}"
        );
    }
}

#[test]
fn the_unlikely_and_the_known_police_line_are_a_caution_too() {
    for class in [CallsOut::Unlikely, CallsOut::Known] {
        let row = listing("Test Police", Kind::Police, class);
        assert_eq!(
            after_dialling("999")
                .screens(&call(POLICE).listed(row))
                .alert,
            Alert::Caution
        );
    }
}

#[test]
fn a_number_that_police_never_show_stays_a_certain_fake() {
    let row = listing("Test Police", Kind::Police, CallsOut::Never);
    let verdict = after_dialling("999").screens(&call(POLICE).listed(row));
    assert_eq!(verdict.alert, Alert::CertainFake);
    assert!(verdict.reasons.contains(&Reason::AfterEmergencyCall));
}

#[test]
fn with_any_other_reason_the_level_stays_and_the_note_is_added() {
    let mut phone = Phone::in_cool_down();
    phone.dials(&dial("999"));
    let chain = phone.screens(&call(POLICE).listed(police()));
    assert_eq!(
        chain.alert,
        Alert::Warning,
        "a police number inside the trick"
    );
    assert!(chain.reasons.contains(&Reason::AfterEmergencyCall));

    let phone = after_dialling("999");
    for call in [
        call(POLICE)
            .listed(police())
            .verification(Verification::Failed),
        call(BANK).listed(bank()),
        call(POLICE).listed(police()).listed(bank()),
        call("101").listed(police()),
    ] {
        let verdict = phone.screens(&call);
        assert_eq!(verdict.alert, Alert::Warning, "{call:?}");
        assert!(verdict.reasons.contains(&Reason::AfterEmergencyCall));
        assert_eq!(verdict.rang_emergency.as_deref(), Some("999"));
    }
    let stranger = phone.screens(&call(STRANGER));
    assert_eq!(
        (stranger.alert, stranger.reasons),
        (Alert::None, vec![Reason::AfterEmergencyCall])
    );
}

#[test]
fn the_grace_lasts_half_an_hour() {
    let mut phone = after_dialling("999");
    let police = call(POLICE).listed(police());
    phone.wait(30 * 60 - 1);
    assert_eq!(phone.screens(&police).alert, Alert::Caution);
    phone.wait(1);
    let verdict = phone.screens(&police);
    assert_eq!(
        (verdict.alert, verdict.rang_emergency),
        (Alert::Warning, None)
    );
}

#[test]
fn the_grace_is_as_long_as_the_policy_says() {
    let mut phone = after_dialling("999");
    let police = call(POLICE).listed(police());
    phone.policy.emergency_grace_minutes = 0;
    assert_eq!(phone.screens(&police).alert, Alert::Warning, "switched off");
    phone.policy.emergency_grace_minutes = 120;
    phone.wait(120 * 60 - 1);
    phone.dials(&dial(STRANGER));
    assert_eq!(
        phone.screens(&police).alert,
        Alert::Caution,
        "tidying keeps it"
    );
    phone.wait(1);
    assert_eq!(phone.screens(&police).alert, Alert::Warning);
}

#[test]
fn the_last_emergency_number_is_the_one_that_is_named() {
    let mut phone = after_dialling("999");
    phone.wait(60);
    phone.dials(&dial("101"));
    let verdict = phone.screens(&call(POLICE).listed(police()));
    assert_eq!(verdict.rang_emergency.as_deref(), Some("101"));
}
