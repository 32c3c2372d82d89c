//! Incoming rules 1, 2, 4, 5 and 7: lists, codes, cool-down, carrier, contacts.

use cleardown_core::{
    Alert, CallsOut, Confidence, Contact, Kind, Presentation, Reason, Verification,
};

use crate::phone::lists::{DAUGHTER, POLICE, STRANGER, bank, listing, police};
use crate::phone::{Call, Phone, call};

fn listed_as(calls_out: CallsOut) -> Call {
    call(POLICE).listed(listing("Test Police", Kind::Police, calls_out))
}

#[test]
fn each_class_of_number_has_its_own_loudness_and_reason() {
    let phone = Phone::default();
    for (class, alert, reason) in [
        (CallsOut::Never, Alert::CertainFake, Reason::ListedNever),
        (CallsOut::Unlikely, Alert::Warning, Reason::ListedUnlikely),
        (CallsOut::Unknown, Alert::Warning, Reason::ListedUnknown),
        (CallsOut::Known, Alert::Caution, Reason::ListedKnown),
    ] {
        let verdict = phone.screens(&listed_as(class));
        assert_eq!((verdict.alert, verdict.reasons), (alert, vec![reason]));
    }
}

#[test]
fn a_call_that_shows_159_is_certainly_a_fake() {
    let verdict = Phone::default().screens(&call("159"));
    assert_eq!(verdict.alert, Alert::CertainFake);
    assert_eq!(verdict.reasons, [Reason::CodeAsCaller, Reason::ListedNever]);
}

#[test]
fn emergency_and_authority_codes_as_caller_are_warned_about_without_any_list() {
    for code in ["999", "112", "101", "111", "105", "+44999", "0044 101"] {
        let verdict = Phone::default().screens(&call(code));
        assert_eq!(verdict.alert, Alert::Warning, "{code}");
        assert_eq!(verdict.reasons, [Reason::CodeAsCaller], "{code}");
        assert!(!verdict.unknown, "{code} is known");
    }
}

#[test]
fn a_list_can_make_a_code_louder_and_never_milder() {
    let row = |class| listing("Somebody", Kind::Telecom, class);
    let phone = Phone::default();
    assert_eq!(
        phone
            .screens(&call("101").listed(row(CallsOut::Never)))
            .alert,
        Alert::CertainFake
    );
    assert_eq!(
        phone
            .screens(&call("101").listed(row(CallsOut::Known)))
            .alert,
        Alert::Warning
    );
    assert_eq!(
        phone
            .screens(&call("159").listed(row(CallsOut::Known)))
            .alert,
        Alert::CertainFake
    );
    let other = phone.screens(&call("60006").listed(row(CallsOut::Known)));
    assert_eq!(
        (other.alert, other.reasons),
        (Alert::Caution, vec![Reason::CodeAsCaller])
    );
}

#[test]
fn a_code_of_no_authority_is_an_unknown_caller() {
    let verdict = Phone::default().screens(&call("60006"));
    assert_eq!((verdict.alert, verdict.reasons), (Alert::None, vec![]));
    assert!(verdict.unknown);
}

#[test]
fn the_loudest_of_several_publishers_counts_and_each_gives_its_reason() {
    let verdict = Phone::default().screens(
        &listed_as(CallsOut::Known)
            .listed(listing("Other Police", Kind::Police, CallsOut::Never))
            .listed(listing("Third Police", Kind::Police, CallsOut::Unlikely)),
    );
    assert_eq!(verdict.alert, Alert::CertainFake);
    assert_eq!(
        verdict.reasons,
        [
            Reason::ListedNever,
            Reason::ListedUnlikely,
            Reason::ListedKnown
        ]
    );
    let named = verdict.listing.expect("a listing is named");
    assert_eq!(named.organisation, "Other Police", "the loudest is named");
}

#[test]
fn of_two_equally_loud_publishers_the_surer_one_is_named() {
    let mut unsure = police();
    unsure.confidence = Confidence::Low;
    unsure.organisation = "Perhaps Police".to_owned();
    for call in [
        call(POLICE).listed(unsure.clone()).listed(police()),
        call(POLICE).listed(police()).listed(unsure),
    ] {
        let named = Phone::default().screens(&call).listing;
        assert_eq!(
            named.expect("a listing is named").organisation,
            "Test Police"
        );
    }
}

#[test]
fn an_unknown_number_alone_is_no_reason_to_warn() {
    let verdict = Phone::default().screens(&call(STRANGER));
    assert!(!verdict.is_flagged());
    assert_eq!((verdict.alert, verdict.reasons), (Alert::None, vec![]));
    assert!(verdict.unknown);
}

#[test]
fn a_hidden_number_is_mentioned_and_no_warning_alone() {
    for call in [
        Call::withheld(),
        call("").presentation(Presentation::Unknown),
        call("").presentation(Presentation::Payphone),
        call(""),
    ] {
        let verdict = Phone::default().screens(&call);
        assert_eq!(
            (verdict.alert, verdict.reasons),
            (Alert::None, vec![Reason::CallerHidden])
        );
        assert!(verdict.unknown);
    }
}

#[test]
fn during_a_cool_down_strangers_hidden_and_listed_callers_are_warned_about() {
    let mut phone = Phone::in_cool_down();
    phone.policy.second_call_hours = 0;
    for call in [
        call(STRANGER),
        Call::withheld(),
        call("60006"),
        call("not a number"),
    ] {
        let verdict = phone.screens(&call);
        assert_eq!(verdict.alert, Alert::Warning, "{call:?}");
        assert!(
            verdict.reasons.contains(&Reason::DuringCoolDown),
            "{call:?}"
        );
        assert!(!verdict.reasons.contains(&Reason::SecondCall), "{call:?}");
    }
    let known = phone.screens(&listed_as(CallsOut::Known));
    assert_eq!(known.alert, Alert::Warning, "raised from caution");
    assert_eq!(known.reasons, [Reason::ListedKnown, Reason::DuringCoolDown]);
    phone.wait(300);
    assert_eq!(
        phone.alert_of_a_stranger(),
        Alert::None,
        "the five minutes are over"
    );
}

#[test]
fn a_call_that_knocks_while_a_flagged_one_runs_is_warned_about() {
    let mut phone = Phone::default();
    phone.policy.second_call_hours = 0;
    phone.rings(&call(POLICE).listed(police()));
    let verdict = phone.screens(&call(STRANGER));
    assert_eq!(verdict.reasons, [Reason::DuringCoolDown]);
}

#[test]
fn a_number_that_failed_its_check_is_at_least_a_caution() {
    let failed = call(STRANGER).verification(Verification::Failed);
    let verdict = Phone::default().screens(&failed);
    assert_eq!(verdict.alert, Alert::Caution);
    assert_eq!(verdict.reasons, [Reason::VerificationFailed]);
    let contact = Phone::default().screens(&failed.contact(Contact::Yes));
    assert_eq!(
        contact.alert,
        Alert::Caution,
        "a contact's number can be faked, too"
    );
    let listed = listed_as(CallsOut::Never).verification(Verification::Failed);
    assert_eq!(Phone::default().screens(&listed).alert, Alert::CertainFake);
}

#[test]
fn a_number_that_passed_its_check_is_warned_about_all_the_same() {
    let listed = listed_as(CallsOut::Unknown);
    let phone = Phone::in_cool_down();
    for call in [listed, call(STRANGER), call("159")] {
        let plain = phone.screens(&call);
        assert_eq!(
            phone.screens(&call.verification(Verification::Passed)),
            plain
        );
    }
}

#[test]
fn a_listed_number_saved_as_a_contact_is_warned_about_all_the_same() {
    let bank = call(POLICE).listed(bank()).contact(Contact::Yes);
    let verdict = Phone::default().screens(&bank);
    assert_eq!(
        (verdict.alert, verdict.reasons),
        (Alert::Warning, vec![Reason::ListedUnknown])
    );
    let later = Phone::in_cool_down().screens(&bank);
    assert!(later.reasons.contains(&Reason::DuringCoolDown));
}

#[test]
fn the_daughter_is_never_warned_about_during_a_cool_down() {
    let verdict = Phone::in_cool_down().screens(&call(DAUGHTER).contact(Contact::Yes));
    assert_eq!((verdict.alert, verdict.reasons), (Alert::None, vec![]));
    assert!(!verdict.unknown);
}

#[test]
fn a_hidden_caller_is_nobodys_contact() {
    let hidden = Call::withheld().contact(Contact::Yes);
    assert_eq!(Phone::in_cool_down().screens(&hidden).alert, Alert::Warning);
}

#[test]
fn where_contacts_cannot_be_read_every_unlisted_number_counts_as_unknown() {
    let unreadable = call(DAUGHTER).contact(Contact::Unreadable);
    let verdict = Phone::in_cool_down().screens(&unreadable);
    assert_eq!(verdict.alert, Alert::Warning);
    assert!(verdict.unknown);
}
