//! Outgoing rules 1, 2 and 5 to 8: the floor, nothing runs, what is held, and what is not.

use cleardown_core::{CallAnyway, Contact, E164, Hold, Person, Placement, Policy, Reason};

use crate::phone::lists::{BANK, DAUGHTER, POLICE, REPORT_FRAUD, STRANGER, police};
use crate::phone::{Phone, call, dial, is_held};

fn strictest() -> Policy {
    Policy {
        hold: Hold::All,
        call_anyway: CallAnyway::Locked,
        trusted_contacts_pass: false,
        ..Policy::default()
    }
}

fn number(text: &str) -> E164 {
    text.parse().expect("a full number")
}

#[test]
fn life_saving_numbers_go_out_at_once_under_the_strictest_policy() {
    let phone = Phone::in_cool_down_with(strictest());
    for typed in [
        "112",
        "18000",
        "18001 01632 960123",
        "111",
        "105",
        "116 123",
        "0800 1111",
        "+44 800 1111",
        "0044 800 1111",
        "0800 111 999",
        "0800 012 1700",
        "0800 002 001",
        "141 0800 111 999",
    ] {
        let placing = phone.asks(&dial(typed).listed().in_call());
        assert_eq!(placing.placement, Placement::Place, "{typed}");
        assert!(placing.reasons.contains(&Reason::LifeSaving), "{typed}");
        assert!(!placing.passable && !placing.advice, "{typed}");
    }
}

#[test]
fn an_emergency_is_said_to_be_one() {
    let phone = Phone::in_cool_down();
    for typed in ["999", "112", "0044 112", "+44 999"] {
        let placing = phone.asks(&dial(typed));
        assert_eq!(
            placing.reasons,
            [Reason::Emergency, Reason::LifeSaving],
            "{typed}"
        );
    }
    assert_eq!(phone.asks(&dial("111")).reasons, [Reason::LifeSaving]);
    let abroad = phone.asks(&dial("117").emergency());
    assert_eq!(
        abroad.reasons,
        [Reason::Emergency],
        "the phone itself knows more"
    );
    assert_eq!(abroad.placement, Placement::Place);
    let both = phone.asks(&dial("0800 1111").emergency());
    assert_eq!(both.reasons, [Reason::Emergency, Reason::LifeSaving]);
}

#[test]
fn emergency_calls_tell_how_much_of_the_wait_is_left() {
    assert_eq!(Phone::in_cool_down().asks(&dial("999")).remaining_s, 300);
}

#[test]
fn nothing_is_held_when_nothing_runs() {
    let phone = Phone {
        policy: strictest(),
        ..Phone::default()
    };
    for typed in [POLICE, STRANGER, "101", "159", "*21*01632960123#"] {
        let placing = phone.asks(&dial(typed).listed());
        assert_eq!(placing.reasons, [Reason::NoCoolDown], "{typed}");
        assert_eq!(placing.remaining_s, 0);
    }
}

#[test]
fn the_number_that_rang_is_held_even_for_a_contact() {
    let mut phone = Phone::default();
    phone.rings(&call(DAUGHTER).listed(police()).contact(Contact::Yes));
    phone.hangs_up(DAUGHTER);
    phone.wait(5);
    let placing = phone.asks(&dial("07700 900111").contact(Contact::Yes));
    assert_eq!(placing.placement, Placement::Hold);
    assert_eq!(placing.reasons, [Reason::SameCaller]);
    assert_eq!(placing.remaining_s, 295);
}

#[test]
fn a_trusted_contact_who_rang_is_held() {
    let mut phone = Phone::default();
    phone.policy.trusted_contacts = vec![number(DAUGHTER)];
    phone.rings(&call(DAUGHTER).listed(police()).contact(Contact::Yes));
    phone.hangs_up(DAUGHTER);
    assert!(is_held(&phone.asks(&dial(DAUGHTER).contact(Contact::Yes))));
}

#[test]
fn the_number_that_rang_is_free_again_after_its_own_wait() {
    let mut phone = Phone::default();
    phone.rings(&call(DAUGHTER).listed(police()).contact(Contact::Yes));
    phone.hangs_up(DAUGHTER);
    phone.wait(290);
    phone.rings(&call(POLICE).listed(police()));
    phone.hangs_up(POLICE);
    phone.wait(10);
    let placing = phone.asks(&dial(DAUGHTER).contact(Contact::Yes));
    assert_eq!(placing.reasons, [Reason::OutOfScope]);
    assert_eq!(placing.remaining_s, 290, "the later wait still runs");
}

#[test]
fn every_listed_number_is_held_even_for_a_contact() {
    let placing = Phone::in_cool_down().asks(&dial(BANK).listed().contact(Contact::Yes));
    assert_eq!(
        (placing.placement, placing.reasons),
        (Placement::Hold, vec![Reason::Listed])
    );
    let both = Phone::in_cool_down().asks(&dial(POLICE).listed());
    assert_eq!(both.reasons, [Reason::Listed, Reason::SameCaller]);
}

#[test]
fn codes_101_and_159_are_held_and_one_plain_tap_away_whatever_the_lock() {
    for policy in [Policy::default(), strictest()] {
        let phone = Phone::in_cool_down_with(policy);
        for code in ["101", "159", "+44 101"] {
            let placing = phone.asks(&dial(code).listed());
            assert_eq!(placing.placement, Placement::Hold, "{code}");
            assert_eq!(placing.reasons, [Reason::AuthorityCode], "{code}");
            assert!(placing.passable && placing.plain_tap, "{code}");
        }
    }
    let other = Phone::in_cool_down().asks(&dial(POLICE).listed());
    assert!(
        other.passable && !other.plain_tap,
        "two taps for the others"
    );
}

#[test]
fn after_details_were_given_the_ways_to_stop_the_loss_are_open_for_a_day() {
    let mut phone = Phone::in_cool_down_with(strictest());
    phone.policy.bank_number = Some(number(BANK));
    for typed in ["159", "101", REPORT_FRAUD, BANK] {
        assert!(is_held(&phone.asks(&dial(typed).listed())), "{typed}");
    }
    phone.says(Person::GaveDetails);
    for typed in [
        "159",
        "101",
        REPORT_FRAUD,
        "+44 300 123 2040",
        "01632 960456",
    ] {
        let placing = phone.asks(&dial(typed).listed());
        assert_eq!(placing.placement, Placement::Place, "{typed}");
        assert_eq!(placing.reasons, [Reason::GaveDetails], "{typed}");
    }
    for typed in [POLICE, STRANGER, "118118", "*21*1#", "hello"] {
        assert!(is_held(&phone.asks(&dial(typed).listed())), "{typed}");
    }
    phone.wait(24 * 3600 - 1);
    phone.says(Person::SuspiciousCallHere);
    assert!(!is_held(&phone.asks(&dial("159"))), "still within the day");
    phone.wait(1);
    assert!(!phone.state.gave_details(phone.now));
    assert!(
        is_held(&phone.asks(&dial("159"))),
        "a day later it is forgotten"
    );
}

#[test]
fn without_a_bank_number_no_number_is_the_banks() {
    let mut phone = Phone::in_cool_down();
    phone.says(Person::GaveDetails);
    assert!(is_held(&phone.asks(&dial(BANK).listed())));
}

#[test]
fn a_trusted_person_can_be_rung_unless_the_policy_says_no() {
    let mut phone = Phone::in_cool_down();
    phone.policy.hold = Hold::All;
    phone.policy.trusted_contacts = vec![number(DAUGHTER)];
    let placing = phone.asks(&dial("07700 900111").contact(Contact::Yes));
    assert_eq!(placing.reasons, [Reason::TrustedContact]);
    assert_eq!(placing.placement, Placement::Place);
    assert!(
        is_held(&phone.asks(&dial(DAUGHTER).listed())),
        "not where a list knows the number"
    );
    phone.policy.trusted_contacts_pass = false;
    let placing = phone.asks(&dial(DAUGHTER).contact(Contact::Yes));
    assert_eq!(
        (placing.placement, placing.reasons),
        (Placement::Hold, vec![Reason::AllCalls])
    );
}

#[test]
fn numbers_in_the_address_book_go_out_and_unknown_ones_are_held() {
    let phone = Phone::in_cool_down();
    let contact = phone.asks(&dial(DAUGHTER).contact(Contact::Yes));
    assert_eq!(
        (contact.placement, contact.reasons),
        (Placement::Place, vec![Reason::OutOfScope])
    );
    assert_eq!(contact.remaining_s, 300);
    for typed in [STRANGER, "118118", "0800 CALL"] {
        let placing = phone.asks(&dial(typed));
        assert_eq!(placing.reasons, [Reason::UnknownNumber], "{typed}");
        assert_eq!(placing.placement, Placement::Hold);
        assert!(!placing.plain_tap);
    }
}

#[test]
fn a_short_code_on_a_list_is_held_as_unknown_not_as_listed() {
    let placing = Phone::in_cool_down().asks(&dial("60006").listed());
    assert_eq!(placing.reasons, [Reason::UnknownNumber]);
}

#[test]
fn where_contacts_cannot_be_read_unlisted_numbers_go_out() {
    let phone = Phone::in_cool_down();
    let placing = phone.asks(&dial(STRANGER).contact(Contact::Unreadable));
    assert_eq!(
        (placing.placement, placing.reasons),
        (Placement::Place, vec![Reason::OutOfScope])
    );
    let listed = phone.asks(&dial(BANK).listed().contact(Contact::Unreadable));
    assert!(is_held(&listed));
}

#[test]
fn policy_all_holds_contacts_too() {
    let phone = Phone::in_cool_down_with(Policy {
        hold: Hold::All,
        ..Policy::default()
    });
    for contact in [Contact::Yes, Contact::No, Contact::Unreadable] {
        let placing = phone.asks(&dial(DAUGHTER).contact(contact));
        assert_eq!(placing.reasons, [Reason::AllCalls], "{contact:?}");
        assert_eq!(placing.placement, Placement::Hold);
    }
}

#[test]
fn policy_advise_places_the_call_and_shows_the_advice() {
    let policy = Policy {
        hold: Hold::Advise,
        ..Policy::default()
    };
    let phone = Phone::in_cool_down_with(policy);
    let listed = phone.asks(&dial(BANK).listed());
    assert_eq!(listed.placement, Placement::Place);
    assert_eq!(listed.reasons, [Reason::OutOfScope, Reason::Listed]);
    assert!(listed.advice && !listed.passable);
    let unknown = phone.asks(&dial(STRANGER));
    assert_eq!(unknown.reasons, [Reason::OutOfScope, Reason::UnknownNumber]);
    let contact = phone.asks(&dial(DAUGHTER).contact(Contact::Yes));
    assert_eq!(contact.reasons, [Reason::OutOfScope]);
    assert!(!contact.advice, "nothing to say");
    let car = phone.asks(&dial(BANK).listed().in_a_car());
    assert_eq!(car.placement, Placement::Place);
    assert!(!car.advice, "a car shows no screen");
}

#[test]
fn in_a_car_every_call_goes_out() {
    let placing = Phone::in_cool_down().asks(&dial(BANK).listed().in_a_car());
    assert_eq!(
        (placing.placement, placing.reasons),
        (Placement::Place, vec![Reason::NoScreen])
    );
    assert_eq!(placing.remaining_s, 300);
    let contact = Phone::in_cool_down().asks(&dial(DAUGHTER).contact(Contact::Yes).in_a_car());
    assert_eq!(contact.reasons, [Reason::OutOfScope]);
}

#[test]
fn while_the_flagged_call_runs_a_hold_says_so_for_the_full_length() {
    let mut phone = Phone::default();
    phone.rings(&call(POLICE).listed(police()));
    phone.wait(100);
    let placing = phone.asks(&dial(BANK).listed().in_call());
    assert_eq!(placing.reasons, [Reason::Listed, Reason::CallRunning]);
    assert_eq!(placing.remaining_s, 300);
    assert!(!placing.passable);
    let code = phone.asks(&dial("159").in_call());
    assert!(
        is_held(&code) && !code.passable && !code.plain_tap,
        "not even 159"
    );
    let end_not_seen = phone.asks(&dial(BANK).listed());
    assert!(
        end_not_seen.passable,
        "no call is running by the audio mode"
    );
    phone.hangs_up(POLICE);
    let over = phone.asks(&dial(BANK).listed().in_call());
    assert_eq!(over.reasons, [Reason::Listed]);
    assert!(
        over.passable,
        "another call is running, not the flagged one"
    );
}

#[test]
fn a_locked_hold_can_be_passed_for_unknown_numbers_only() {
    let mut policy = Policy {
        call_anyway: CallAnyway::Locked,
        ..Policy::default()
    };
    let phone = Phone::in_cool_down_with(policy.clone());
    assert!(!phone.asks(&dial(BANK).listed()).passable);
    assert!(!phone.asks(&dial(POLICE)).passable, "the number that rang");
    assert!(!phone.asks(&dial("*21*1#")).passable);
    assert!(phone.asks(&dial(STRANGER)).passable);
    policy.hold = Hold::All;
    let phone = Phone::in_cool_down_with(policy);
    assert!(phone.asks(&dial(STRANGER)).passable);
    assert!(!phone.asks(&dial(DAUGHTER).contact(Contact::Yes)).passable);
    assert!(!phone.asks(&dial(BANK).listed()).passable);
}

#[test]
fn with_two_taps_every_hold_can_be_passed() {
    let phone = Phone::in_cool_down_with(Policy {
        hold: Hold::All,
        ..Policy::default()
    });
    for dial in [
        dial(BANK).listed(),
        dial(POLICE),
        dial("*21*1#"),
        dial(STRANGER),
    ] {
        assert!(phone.asks(&dial).passable, "{dial:?}");
    }
}

#[test]
fn after_three_holds_of_one_number_the_fourth_can_be_passed() {
    let mut phone = Phone::in_cool_down_with(strictest());
    for _ in 0..3 {
        let placing = phone.dials(&dial(BANK).listed());
        assert!(is_held(&placing) && !placing.passable);
    }
    assert!(
        !phone.asks(&dial(POLICE).listed()).passable,
        "another number"
    );
    let fourth = phone.dials(&dial("01632 960456").listed());
    assert!(
        is_held(&fourth) && fourth.passable,
        "the same number in another spelling"
    );
    let held: Vec<_> = phone.state.held().collect();
    assert_eq!(held, [(BANK, 4, true)]);
    phone.wait(300);
    phone.dials(&dial(BANK).listed());
    assert_eq!(phone.state.held().count(), 0, "forgotten with the wait");
}
