//! What makes a setting weaker, and what becomes of a change with several keys.

use std::collections::BTreeMap;

use cleardown_core::{
    CallAnyway, Change, E164, Hold, Language, Lock, Origin, POLICY_KEYS, Policy, PolicyValue,
    Region, ReportContents, change,
};

use crate::phone::Phone;

fn int(value: i64) -> PolicyValue {
    PolicyValue::Int(value)
}

fn text(value: &str) -> PolicyValue {
    PolicyValue::Text(value.to_owned())
}

fn numbers(all: &[&str]) -> PolicyValue {
    PolicyValue::List(all.iter().map(|&one| one.to_owned()).collect())
}

/// What becomes of it while a wait runs.
fn while_locked(current: &Policy, requested: &[(&str, PolicyValue)]) -> Change {
    let phone = Phone::in_cool_down();
    let requested: BTreeMap<_, _> = requested
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect();
    let origin = Origin::Person;
    change(
        current,
        &requested,
        origin,
        &phone.state,
        false,
        Region::gb(),
        phone.now,
    )
}

fn middle() -> Policy {
    let number = |text: &str| text.parse::<E164>().expect("a full number");
    Policy {
        cool_down_seconds: 600,
        hold: Hold::Callbacks,
        call_anyway: CallAnyway::Locked,
        second_call_hours: 48,
        ask_after_unknown: true,
        emergency_grace_minutes: 60,
        trusted_contacts_pass: false,
        history_days: 100,
        other_phone: "the kitchen phone".to_owned(),
        bank_number: Some(number("+441632960456")),
        lock: Lock::Pin,
        trusted_contacts: vec![number("+447700900111")],
        lists: "[]".to_owned(),
        stale_list_days: 7,
        help_name: "Help desk".to_owned(),
        help_number: Some(number("+441632960458")),
        help_text: "Ring the help desk.".to_owned(),
        language: Language::Welsh,
        report_contents: ReportContents::Short,
    }
}

#[test]
fn each_weaker_value_is_refused_and_each_equal_or_stronger_one_taken() {
    use PolicyValue::Bool;
    let trusted = ["07700 900111", "07700 900112"];
    for (key, weaker, stronger) in [
        ("cool_down_seconds", Some(int(599)), int(601)),
        ("hold", Some(text("advise")), text("all")),
        ("call_anyway", Some(text("two_taps")), text("locked")),
        ("second_call_hours", Some(int(47)), int(49)),
        ("ask_after_unknown", Some(Bool(false)), Bool(true)),
        ("emergency_grace_minutes", Some(int(61)), int(59)),
        ("trusted_contacts_pass", Some(Bool(true)), Bool(false)),
        ("history_days", Some(int(99)), int(101)),
        ("other_phone", None, text("the shop")),
        ("bank_number", Some(text("01632 960457")), text("")),
        ("lock", Some(text("open")), text("pin")),
        ("trusted_contacts", Some(numbers(&trusted)), numbers(&[])),
    ] {
        let current = middle();
        if let Some(weaker) = weaker {
            let refused = while_locked(&current, &[(key, weaker)]);
            assert!(!refused.accepted, "{key}");
            assert_eq!(refused.policy, current, "{key}");
            assert_eq!(refused.errors, [], "{key}: it was readable");
        }
        let taken = while_locked(&current, &[(key, stronger.clone())]);
        assert!(taken.accepted, "{key}");
        let values = taken.policy.values();
        let now = values
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value);
        assert_eq!(now, Some(&stronger), "{key}");
        let values = current.values();
        let same = values
            .into_iter()
            .find(|(name, _)| *name == key)
            .expect("every key")
            .1;
        let unchanged = while_locked(&current, &[(key, same)]);
        assert!(unchanged.accepted && unchanged.policy == current, "{key}");
    }
}

#[test]
fn holding_everything_can_be_weakened_in_two_steps_only_when_nothing_runs() {
    let all = Policy {
        hold: Hold::All,
        ..middle()
    };
    assert!(!while_locked(&all, &[("hold", text("callbacks"))]).accepted);
    let trusting = Policy {
        trusted_contacts_pass: true,
        ask_after_unknown: false,
        ..middle()
    };
    for key in ["trusted_contacts_pass", "ask_after_unknown"] {
        let same = PolicyValue::Bool(key == "trusted_contacts_pass");
        assert!(
            while_locked(&trusting, &[(key, same)]).accepted,
            "{key} stays as it is"
        );
    }
}

#[test]
fn a_first_bank_number_is_weaker_and_a_swapped_trusted_person_too() {
    let none = Policy {
        bank_number: None,
        ..middle()
    };
    assert!(!while_locked(&none, &[("bank_number", text("01632 960457"))]).accepted);
    assert!(
        !while_locked(
            &middle(),
            &[("trusted_contacts", numbers(&["07700 900112"]))]
        )
        .accepted
    );
}

#[test]
fn a_mixed_change_is_refused_as_a_whole() {
    let mixed = [("cool_down_seconds", int(1800)), ("hold", text("advise"))];
    let refused = while_locked(&middle(), &mixed);
    assert!(!refused.accepted);
    assert_eq!(refused.policy, middle());
    assert_eq!(refused.allowed_in_s, Some(300 + 3600));
}

#[test]
fn a_bad_key_is_reported_and_the_good_ones_are_taken() {
    let change = while_locked(
        &middle(),
        &[
            ("cool_down_seconds", int(59)),
            ("hold", text("all")),
            ("colour", text("red")),
        ],
    );
    assert!(change.accepted);
    assert_eq!(
        change.policy,
        Policy {
            hold: Hold::All,
            ..middle()
        }
    );
    let errors: Vec<_> = change
        .errors
        .iter()
        .map(|error| [&error.key, &error.found, &error.expected, &error.used])
        .collect();
    assert_eq!(
        errors,
        [
            ["colour", "\"red\"", "a key that this version knows", ""],
            [
                "cool_down_seconds",
                "59",
                "a whole number from 60 to 1800",
                "600"
            ],
        ]
    );
}

#[test]
fn nothing_but_bad_keys_is_no_change() {
    let change = while_locked(
        &middle(),
        &[("hold", int(1)), ("lock", PolicyValue::Bool(true))],
    );
    assert!(!change.accepted);
    assert_eq!(change.policy, middle());
    assert_eq!(change.errors.len(), 2);
    assert_eq!(change.allowed_in_s, None);
}

#[test]
fn an_empty_change_is_taken() {
    let change = while_locked(&middle(), &[]);
    assert!(change.accepted && change.errors.is_empty());
    assert_eq!(change.policy, middle());
}

#[test]
fn every_key_has_a_value_that_can_be_given_back() {
    let values = middle().values();
    let keys: Vec<_> = values.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, POLICY_KEYS);
    let requested: Vec<_> = values
        .iter()
        .map(|(key, value)| (*key, value.clone()))
        .collect();
    let phone = Phone::default();
    let requested: BTreeMap<_, _> = requested
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    let taken = change(
        &Policy::default(),
        &requested,
        Origin::Managed,
        &phone.state,
        false,
        Region::gb(),
        phone.now,
    );
    assert!(taken.accepted && taken.errors.is_empty());
    assert_eq!(taken.policy, middle());
}

#[test]
fn what_was_found_is_shown_shortened() {
    let long = "x".repeat(61);
    let change = while_locked(
        &middle(),
        &[
            ("hold", text(&long)),
            ("lock", text(&long[1..])),
            ("bank_number", numbers(&["1", "2"])),
        ],
    );
    let found: Vec<_> = change
        .errors
        .iter()
        .map(|error| error.found.clone())
        .collect();
    assert_eq!(
        found,
        [
            "[1, 2]".to_owned(),
            format!("\"{}…\"", &long[1..]),
            format!("\"{}\"", &long[1..])
        ]
    );
    let fraction: PolicyValue = serde_json::from_str("1.5").expect("any value can be read");
    let change = while_locked(
        &middle(),
        &[("hold", fraction), ("lock", PolicyValue::Bool(true))],
    );
    let found: Vec<_> = change
        .errors
        .iter()
        .map(|error| error.found.as_str())
        .collect();
    assert_eq!(found, ["something else", "true"]);
}
