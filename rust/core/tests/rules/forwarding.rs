//! Outgoing rule 3: service codes, and those that divert the person's calls.

use cleardown_core::{Contact, Placement, Reason};

use crate::phone::lists::POLICE;
use crate::phone::{Phone, dial, is_held};

const DIVERTING: [&str; 8] = [
    "*21*01632960123#",
    "**21*+441632960123#",
    "**61*07700900123*11*20#",
    "**62*1#",
    "**67*1#",
    "**002*1#",
    "**004*1#",
    "*21*999#",
];

#[test]
fn diverting_calls_to_somebody_else_is_held() {
    let phone = Phone::in_cool_down();
    for code in DIVERTING {
        let placing = phone.asks(&dial(code).contact(Contact::Yes));
        assert_eq!(placing.placement, Placement::Hold, "{code}");
        assert_eq!(placing.reasons, [Reason::CallForwarding], "{code}");
    }
}

#[test]
fn asking_erasing_and_other_codes_go_out() {
    let phone = Phone::in_cool_down();
    for code in [
        "*#21#",
        "##21#",
        "##002#",
        "#21#",
        "*#06#",
        "*100#",
        "*33*1234#",
        "*210*1#",
    ] {
        let placing = phone.asks(&dial(code));
        assert_eq!(placing.placement, Placement::Place, "{code}");
        assert_eq!(placing.reasons, [Reason::Code], "{code}");
    }
}

#[test]
fn codes_go_out_where_nothing_runs() {
    for code in DIVERTING {
        assert_eq!(
            Phone::default().asks(&dial(code)).reasons,
            [Reason::NoCoolDown]
        );
    }
}

#[test]
fn hiding_the_own_number_does_not_hide_the_number_that_is_dialled() {
    let phone = Phone::in_cool_down();
    for prefix in ["141", "1470", "#31#", "*31#"] {
        let placing = phone.asks(&dial(&format!("{prefix} 01632 960123")));
        assert_eq!(placing.reasons, [Reason::SameCaller], "{prefix}");
        let listed = phone.asks(&dial(&format!("{prefix}{POLICE}")).listed());
        assert!(is_held(&listed), "{prefix}");
    }
}
