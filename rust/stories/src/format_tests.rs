//! Stories that are not stories: each says which file, step and key, and how to mend it.

use crate::codes::{Cause, Fault, Person, Presentation};
use crate::{Action, Phone, Story, StoryError};

fn parse(text: &str) -> Result<Story, StoryError> {
    Story::parse("broken.json", text)
}

fn with_steps(steps: &str) -> Result<Story, StoryError> {
    parse(&format!(
        r#"{{ "format": 1, "title": "t", "steps": [{steps}] }}"#
    ))
}

fn action(step: &str) -> Option<Action> {
    let story = with_steps(step).unwrap_or_else(|error| panic!("{error}"));
    story.steps[0].action.clone()
}

/// The message for a story with these steps, which must be refused.
fn refusal(steps: &str) -> String {
    let error = with_steps(steps).expect_err("this must not be taken for a story");
    assert_eq!(error.code(), "story_wrong");
    assert!(!error.remedy().is_empty());
    error.to_string()
}

#[test]
fn what_is_not_json_is_named_with_line_and_column() {
    let error = parse("{ \"format\": 1,\n  \"title\" }").expect_err("not JSON");
    assert_eq!(error.code(), "story_not_json");
    assert!(
        error
            .to_string()
            .starts_with("broken.json, line 2, column 11"),
        "{error}"
    );
    let nothing = parse("").expect_err("empty");
    assert_eq!(nothing.code(), "story_not_json");
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let path = std::path::Path::new("no/such/story.json");
    let error = Story::read(path).expect_err("there is no such file");
    assert_eq!(error.code(), "story_unreadable");
    assert!(error.to_string().contains("no/such/story.json"), "{error}");
}

#[test]
fn the_head_of_a_story_is_checked() {
    for (text, wanted) in [
        ("[]", "`story` is a list, expected an object"),
        (
            r#"{ "title": "t", "steps": [] }"#,
            "`format` is missing, expected 1",
        ),
        (
            r#"{ "format": 2, "title": "t", "steps": [] }"#,
            "`format` is 2, expected 1",
        ),
        (r#"{ "format": 1, "steps": [] }"#, "`title` is missing"),
        (r#"{ "format": 1, "title": "t" }"#, "`steps` is missing"),
        (
            r#"{ "format": 1, "title": "t", "steps": [], "policy": 5 }"#,
            "`policy` is 5",
        ),
        (
            r#"{ "format": 1, "title": "t", "steps": [], "policy": { "cool_down_seconds": "5" } }"#,
            "`policy.cool_down_seconds` is \"5\", expected a whole number",
        ),
        (
            r#"{ "format": 1, "title": "t", "steps": [], "contacts": [{ "name": "A" }] }"#,
            "`contacts[0].number` is missing",
        ),
        (
            r#"{ "format": 1, "title": "t", "steps": [], "list": [{ "number": "+441632960001" }] }"#,
            "`list[0].organisation` is missing",
        ),
        (
            r#"{ "format": 1, "title": "t", "steps": [],
                 "list": [{ "number": "+441632960001", "organisation": "T", "calls_out": "maybe" }] }"#,
            "`list[0].calls_out` is \"maybe\", expected one of never, unlikely, unknown, known",
        ),
    ] {
        let error = parse(text).expect_err(text).to_string();
        assert!(error.contains(wanted), "{error}");
        assert!(error.starts_with("broken.json: "), "{error}");
    }
}

#[test]
fn contacts_that_cannot_be_read_are_not_an_empty_address_book() {
    let head = r#"{ "format": 1, "title": "t", "steps": []"#;
    let contacts = |tail: &str| parse(&format!("{head}{tail} }}")).map(|story| story.contacts);
    assert!(matches!(contacts(""), Ok(Some(list)) if list.is_empty()));
    assert!(matches!(contacts(r#", "contacts": []"#), Ok(Some(list)) if list.is_empty()));
    assert!(matches!(contacts(r#", "contacts": null"#), Ok(None)));
}

#[test]
fn unknown_keys_are_additions() {
    let story = parse(
        r#"{ "format": 1, "title": "t", "mood": 3, "steps": [
            { "at": "0:01", "note": [], "incoming": { "number": "1", "via": "landline" },
              "expect": { "colour": "red" } } ] }"#,
    );
    assert!(story.is_ok(), "{story:?}");
}

#[test]
fn times_never_fall_and_have_two_spellings() {
    let at =
        |first: &str, second: &str| format!(r#"{{ "at": "{first}" }}, {{ "at": "{second}" }}"#);
    let story = with_steps(&at("59:59", "1:00:00")).expect("a minute more");
    assert_eq!(story.steps[1].seconds, 3600);
    assert!(with_steps(&at("0:05", "0:05")).is_ok());
    let fallen = refusal(&at("0:05", "0:04"));
    assert!(
        fallen.contains("step 2 (at 0:04): `at` is \"0:04\""),
        "{fallen}"
    );
    assert!(refusal(r#"{ "at": "5" }"#).contains("expected m:ss or h:mm:ss"));
    assert!(refusal(r#"{ "at": 5 }"#).contains("`at` is 5, expected text"));
    assert!(refusal(r#"{ }"#).contains("step 1: `at` is missing"));
    assert!(refusal("7").contains("step 1: `step` is 7, expected an object"));
}

#[test]
fn a_step_has_one_action_or_none() {
    assert_eq!(action(r#"{ "at": "0:00" }"#), None);
    let two = refusal(r#"{ "at": "0:00", "incoming": { "number": null }, "phone": "reboot" }"#);
    assert!(two.contains("step 1 (at 0:00): `phone`"), "{two}");
    assert!(two.contains("Make two steps"), "{two}");
}

#[test]
fn a_call_without_a_number_says_null() {
    let hidden = action(r#"{ "at": "0:00", "incoming": { "number": null } }"#);
    assert!(matches!(
        hidden,
        Some(Action::Incoming {
            number: None,
            presentation: Presentation::Allowed,
            ..
        })
    ));
    let missing = refusal(r#"{ "at": "0:00", "incoming": {} }"#);
    assert!(
        missing.contains("`incoming.number` is missing"),
        "{missing}"
    );
    let withheld = action(r#"{ "at": "0:00", "incoming": { "presentation": "restricted" } }"#);
    assert!(matches!(
        withheld,
        Some(Action::Incoming { number: None, .. })
    ));
    let typed = refusal(r#"{ "at": "0:00", "incoming": { "number": 999 } }"#);
    assert!(
        typed.contains("`incoming.number` is 999, expected text or null"),
        "{typed}"
    );
}

#[test]
fn an_end_without_words_is_in_doubt() {
    let end = |fields: &str| action(&format!(r#"{{ "at": "0:00", "ended": {{ {fields} }} }}"#));
    let ended = |cause, answered, seen| {
        Some(Action::Ended {
            cause,
            answered,
            seen,
        })
    };
    assert_eq!(end(""), ended(None, None, true));
    assert_eq!(
        end(r#""cause": "missed""#),
        ended(Some(Cause::Missed), Some(false), true)
    );
    assert_eq!(
        end(r#""cause": "remote""#),
        ended(Some(Cause::Remote), Some(true), true)
    );
    assert_eq!(
        end(r#""cause": "remote", "answered": false, "seen": false"#),
        ended(Some(Cause::Remote), Some(false), false)
    );
}

#[test]
fn what_the_person_does_may_carry_a_number_or_a_policy() {
    let call_anyway = |step: &str| {
        matches!(
            action(step),
            Some(Action::Person { what: Person::CallAnyway, number: Some(number), .. })
                if number == "101"
        )
    };
    assert!(call_anyway(
        r#"{ "at": "0:00", "person": "call_anyway", "number": "101" }"#
    ));
    assert!(call_anyway(
        r#"{ "at": "0:00", "person": { "call_anyway": { "number": "101" } } }"#
    ));
    let weaker = action(r#"{ "at": "0:00", "person": "weaken", "policy": { "hold": "advise" } }"#);
    assert!(matches!(
        weaker,
        Some(Action::Person { what: Person::Weaken, policy, .. }) if policy["hold"] == "advise"
    ));
    assert!(
        refusal(r#"{ "at": "0:00", "person": "call_anyway" }"#).contains("`number` is missing")
    );
    assert!(refusal(r#"{ "at": "0:00", "person": "weaken" }"#).contains("`policy` is missing"));
    assert!(refusal(r#"{ "at": "0:00", "person": "sleeps" }"#).contains("one of said_authority"));
    assert!(refusal(r#"{ "at": "0:00", "person": null }"#).contains("`person` is null"));
}

#[test]
fn settings_of_a_relative_have_a_name_a_version_and_a_policy() {
    let import = |fields: &str| format!(r#"{{ "at": "0:00", "person": "import"{fields} }}"#);
    let is = |fields: &str, name: &str, wanted: Option<u64>| {
        matches!(
            action(&import(fields)),
            Some(Action::Person { what: Person::Import, from, version, policy, .. })
                if from == name && version == wanted && policy["hold"] == "all"
        )
    };
    assert!(is(r#", "policy": { "hold": "all" }"#, "Anna", None));
    let named = r#", "policy": { "hold": "all" }, "from": "Ben", "version": 7"#;
    assert!(is(named, "Ben", Some(7)));
    assert!(refusal(&import("")).contains("`policy` is missing"));
    for (wrong, wanted) in [
        (
            r#""from": """#,
            "`from` is \"\", expected 1 to 40 characters",
        ),
        (r#""from": 7"#, "`from` is 7, expected text"),
        (
            r#""version": -1"#,
            "`version` is -1, expected a whole number",
        ),
        (
            r#""version": "7""#,
            "`version` is \"7\", expected a whole number",
        ),
    ] {
        let message = refusal(&import(&format!(r#", "policy": {{}}, {wrong}"#)));
        assert!(message.contains(wanted), "{message}");
    }
    assert!(matches!(
        action(r#"{ "at": "0:00", "person": "remove_relative" }"#),
        Some(Action::Person {
            what: Person::RemoveRelative,
            ..
        })
    ));
}

#[test]
fn what_happens_to_the_phone() {
    let phone = |value: &str| action(&format!(r#"{{ "at": "0:00", "phone": {value} }}"#));
    assert_eq!(phone(r#""reboot""#), Some(Action::Phone(Phone::Reboot)));
    assert_eq!(
        phone(r#"{ "idle": true }"#),
        Some(Action::Phone(Phone::Idle))
    );
    assert_eq!(
        phone(r#"{ "clock": "-2:00:00" }"#),
        Some(Action::Phone(Phone::Clock(-7200)))
    );
    for wrong in [
        r#""drowned""#,
        r#"{ "idle": false }"#,
        r#"{ "clock": "2:00" }"#,
        "{}",
        "3",
    ] {
        assert!(refusal(&format!(r#"{{ "at": "0:00", "phone": {wrong} }}"#)).contains("expected"));
    }
}

#[test]
fn faults_and_expectations_are_spelt_as_in_the_format() {
    assert_eq!(
        action(r#"{ "at": "0:00", "fault": "none" }"#),
        Some(Action::Fault(Fault::None))
    );
    assert!(refusal(r#"{ "at": "0:00", "fault": "fire" }"#).contains("one of list_missing"));
    for (expect, wanted) in [
        (
            r#""alert": "loud""#,
            "`expect.alert` is \"loud\", expected one of none, caution",
        ),
        (r#""response": "reject""#, "expected one of allow"),
        (
            r#""reasons": "listed""#,
            "`expect.reasons` is \"listed\", expected a list",
        ),
        (
            r#""reasons": ["lisetd"]"#,
            "`expect.reasons` is a list, expected one of listed_never",
        ),
        (r#""remaining": -1"#, "expected a whole number of seconds"),
        (
            r#""cool_down": "300""#,
            "expected a whole number of seconds",
        ),
        (r#""passable": 1"#, "expected true or false"),
        (r#""refused": "busy""#, "expected one of pressure, stronger"),
        (
            r#""screen": null"#,
            "`expect.screen` is null, expected text",
        ),
    ] {
        let message = refusal(&format!(r#"{{ "at": "0:00", "expect": {{ {expect} }} }}"#));
        assert!(message.contains(wanted), "{message}");
    }
}
