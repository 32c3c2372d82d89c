//! Which values each setting takes.

use std::collections::BTreeMap;

use cleardown_core::{CallAnyway, Change, Hold, Lock, Origin, Policy, PolicyValue, Region, change};

use crate::phone::Phone;

fn set(key: &str, value: PolicyValue) -> Change {
    let requested = BTreeMap::from([(key.to_owned(), value)]);
    let phone = Phone::default();
    let origin = Origin::Person;
    change(
        &phone.policy,
        &requested,
        origin,
        &phone.state,
        false,
        Region::gb(),
        phone.now,
    )
}

fn json(text: &str) -> PolicyValue {
    serde_json::from_str(text).expect("any value can be read")
}

fn taken(key: &str, value: &str) -> Policy {
    let change = set(key, json(value));
    assert!(change.accepted, "{key} = {value}: {:?}", change.errors);
    change.policy
}

fn refused(key: &str, value: &str, expected: &str) {
    let change = set(key, json(value));
    assert!(!change.accepted, "{key} = {value}");
    assert_eq!(change.errors[0].expected, expected, "{key} = {value}");
    assert_eq!(change.policy, Policy::default(), "{key} = {value}");
}

#[test]
fn whole_numbers_have_their_ranges() {
    for (key, least, most) in [
        ("cool_down_seconds", 60, 1800),
        ("second_call_hours", 0, 72),
        ("emergency_grace_minutes", 0, 120),
        ("history_days", 0, 365),
        ("stale_list_days", 3, 60),
    ] {
        let expected = format!("a whole number from {least} to {most}");
        for value in [least, most] {
            let read = taken(key, &value.to_string());
            let now = read.values().into_iter().find(|(name, _)| *name == key);
            assert_eq!(now, Some((key, PolicyValue::Int(value))));
        }
        for value in [(least - 1).to_string(), (most + 1).to_string()] {
            refused(key, &value, &expected);
        }
        for value in [
            "\"60\"",
            "60.5",
            "null",
            "true",
            "9223372036854775808",
            "[60]",
            "{}",
        ] {
            refused(key, value, &expected);
        }
    }
}

#[test]
fn choices_are_taken_by_name() {
    for (value, hold) in [
        ("callbacks", Hold::Callbacks),
        ("all", Hold::All),
        ("advise", Hold::Advise),
    ] {
        assert_eq!(taken("hold", &format!("\"{value}\"")).hold, hold);
    }
    for (value, choice) in [
        ("two_taps", CallAnyway::TwoTaps),
        ("locked", CallAnyway::Locked),
    ] {
        assert_eq!(
            taken("call_anyway", &format!("\"{value}\"")).call_anyway,
            choice
        );
    }
    for (value, lock) in [("open", Lock::Open), ("pin", Lock::Pin)] {
        assert_eq!(taken("lock", &format!("\"{value}\"")).lock, lock);
    }
    for (key, expected) in [
        ("hold", "advise, callbacks or all"),
        ("call_anyway", "two_taps or locked"),
        ("lock", "open or pin"),
    ] {
        for value in ["\"\"", "\"ALL\"", "1", "null"] {
            refused(key, value, expected);
        }
    }
}

#[test]
fn yes_and_no_are_not_words() {
    assert!(!taken("ask_after_unknown", "false").ask_after_unknown);
    assert!(taken("ask_after_unknown", "true").ask_after_unknown);
    assert!(!taken("trusted_contacts_pass", "false").trusted_contacts_pass);
    for key in ["ask_after_unknown", "trusted_contacts_pass"] {
        for value in ["\"true\"", "1", "null"] {
            refused(key, value, "true or false");
        }
    }
}

#[test]
fn the_other_phone_has_a_name_of_at_most_80_characters() {
    let longest = "ŵ".repeat(80);
    assert_eq!(
        taken("other_phone", &format!("\"{longest}\"")).other_phone,
        longest
    );
    assert_eq!(taken("other_phone", "\"\"").other_phone, "");
    let expected = "a text of at most 80 characters";
    refused("other_phone", &format!("\"{longest}ŵ\""), expected);
    refused("other_phone", "5", expected);
}

#[test]
fn the_bank_number_is_a_number_or_nothing() {
    let bank = taken("bank_number", "\"01632 960456\"")
        .bank_number
        .expect("it was set");
    assert_eq!(bank.to_string(), "+441632960456");
    let with_menu = taken("bank_number", "\"01632 960456,,1;2\"").bank_number;
    assert_eq!(with_menu, Some(bank));
    assert_eq!(taken("bank_number", "\"\"").bank_number, None);
    for value in [
        "\"159\"",
        "\"my bank\"",
        "441632960456",
        "null",
        "\"*21*01632960456#\"",
        "\"01632 960456, 01632 960457\"",
        "\"01632 960456,1;+44 1632 960457\"",
    ] {
        refused("bank_number", value, "one telephone number, or nothing");
    }
}

#[test]
fn trusted_people_are_at_most_50_numbers() {
    let numbers = |count: usize| {
        let all: Vec<_> = (0..count)
            .map(|last| format!("\"+4477009{last:05}\""))
            .collect();
        format!("[{}]", all.join(","))
    };
    assert_eq!(
        taken("trusted_contacts", &numbers(50))
            .trusted_contacts
            .len(),
        50
    );
    assert_eq!(taken("trusted_contacts", "[]").trusted_contacts, []);
    assert_eq!(taken("trusted_contacts", "\" \"").trusted_contacts, []);
    let two = taken("trusted_contacts", "\"07700 900111, 07700 900112\"");
    assert_eq!(
        two.trusted_contacts.len(),
        2,
        "as a device policy gives them"
    );
    let expected = "a list of at most 50 telephone numbers";
    refused("trusted_contacts", &numbers(51), expected);
    for value in [
        "[\"159\"]",
        "[\"07700 900111\", \"?\"]",
        "\"07700 900111,, 07700 900112\"",
        "[\"07700 900111, 07700 900112\"]",
        "\"my son\"",
        "[1]",
        "null",
    ] {
        refused("trusted_contacts", value, expected);
    }
}

#[test]
fn a_useless_value_is_written_as_nothing() {
    let written = serde_json::to_string(&json("[1]")).expect("it can be written");
    assert_eq!(written, "null");
}
