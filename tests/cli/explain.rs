//! `cleardown explain`

use serde_json::Value;

use super::cleardown;

#[test]
fn a_listed_number_comes_with_its_source_and_what_follows() {
    let ran = cleardown(&["explain", "0300", "200", "3300"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    for words in [
        "HMRC",
        "source",
        "https://",
        "If a caller shows it: warning",
        "held",
        "listed",
    ] {
        assert!(
            ran.out.contains(words),
            "{words} is missing in:\n{}",
            ran.out
        );
    }
}

#[test]
fn an_unlisted_number_is_not_called_good() {
    let ran = cleardown(&["explain", "07700 900123"]);
    assert!(
        ran.out
            .contains("On no list. That says nothing about who rings from it.")
    );
    for word in ["safe", "genuine", "verified"] {
        assert!(!ran.out.contains(word), "{word} is said of a number");
    }
}

#[test]
fn a_life_saving_number_is_never_held() {
    for number in ["999", "+44 (0)800 111 999", "18001 01632 960123"] {
        let ran = cleardown(&["explain", number]);
        assert!(
            ran.out.contains("If you ring it during the wait: placed"),
            "{}",
            ran.out
        );
    }
}

#[test]
fn codes_and_nonsense_are_explained_too() {
    let ran = cleardown(&["explain", "**21*07700900123#"]);
    assert!(ran.out.contains("call_forwarding"), "{}", ran.out);
    let ran = cleardown(&["explain", "hello"]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.out.contains("no telephone number"), "{}", ran.out);
}

#[test]
fn an_unknown_country_is_refused() {
    let ran = cleardown(&["explain", "--region", "XX", "999"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("two letters"), "{}", ran.err);
}

#[test]
fn json_has_the_same_facts() {
    let ran = cleardown(&["explain", "--json", "159"]);
    let document: Value = serde_json::from_str(&ran.out).expect("one JSON document");
    assert_eq!(document["explanation"]["incoming"]["alert"], "certain_fake");
    assert_eq!(document["explanation"]["outgoing"]["plain_tap"], true);
    assert!(document["provenance"]["source"].is_string());
}
