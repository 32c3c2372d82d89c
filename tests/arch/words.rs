//! What the app may say, and that it has words for every code.

use cleardown_core::{Alert, POLICY_KEYS, Reason, Screen};

use crate::scan::has_word;
use crate::strings::{Texts, english, language, read};
use crate::tree::text;

/// Words that would call a caller what nobody can know, by language. The one place where they are listed.
const FORBIDDEN: &[(&str, &str)] = &[
    ("values", include_str!("forbidden/en.txt")),
    ("values-cy", include_str!("forbidden/cy.txt")),
];

/// Words in a headline at most.
const HEADLINE: usize = 6;

const ALERTS: &[Alert] = &[
    Alert::None,
    Alert::Caution,
    Alert::Warning,
    Alert::CertainFake,
];

/// Each screen and the text at its top.
const SCREENS: &[(Screen, &str)] = &[
    (Screen::AfterCall, "after_call_headline"),
    (Screen::Question, "question_headline"),
    (Screen::Hold, "hold_headline"),
    (Screen::WaitOver, "wait_over_headline"),
    (Screen::UseThisPhone, "use_this_headline"),
];

#[test]
fn nothing_says_that_a_caller_is_real() {
    for (folder, words) in FORBIDDEN {
        let Some(texts) = language(folder) else {
            continue;
        };
        let wrong = forbidden(&texts, words);
        assert!(wrong.is_empty(), "{folder}: {}", wrong.join("\n"));
    }
}

#[test]
fn headlines_are_short() {
    let wrong = long_headlines(&english());
    assert!(
        wrong.is_empty(),
        "more than {HEADLINE} words:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_code_has_its_words() {
    let texts = english();
    let mut wrong = reasons_without_words(&texts);
    wrong.extend(
        ALERTS
            .iter()
            .map(|alert| format!("headline_{}", code(alert)))
            .filter(|name| !texts.contains_key(name)),
    );
    let screens = SCREENS.iter().map(|(_, name)| (*name).to_owned());
    wrong.extend(screens.filter(|name| !texts.contains_key(name)));
    let keys = POLICY_KEYS.iter().map(|key| format!("setting_{key}"));
    wrong.extend(keys.filter(|name| !texts.contains_key(name)));
    assert!(
        wrong.is_empty(),
        "missing in strings.xml, or without a code: {wrong:?}"
    );
}

#[test]
fn the_app_knows_every_reason() {
    let kotlin = text("android/app/src/main/kotlin/org/cleardown/Reason.kt");
    let body = kotlin
        .split("enum class Reason {")
        .nth(1)
        .and_then(|rest| rest.split(';').next());
    let names = body
        .expect("Reason.kt has its enum")
        .split(',')
        .map(|name| name.trim().to_lowercase());
    let mut theirs: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    let mut ours: Vec<String> = Reason::ALL
        .iter()
        .map(|reason| reason.code().to_owned())
        .collect();
    theirs.sort();
    ours.sort();
    assert_eq!(theirs, ours, "Reason.kt and core's reasons differ");
}

#[test]
fn bad_texts_are_found() {
    let texts = read(
        "<resources><string name=\"a\">This caller is Genuine.</string>\
         <string name=\"b\">Take no unsafe way.</string>\
         <string name=\"headline_c\">One two three four five six seven</string>\
         <string name=\"reason_nonsense\">Because.</string></resources>",
    );
    assert_eq!(
        forbidden(&texts, "# a note\ngenuine\nsafe\n"),
        ["a says \"genuine\""]
    );
    assert_eq!(long_headlines(&texts), ["headline_c"]);
    let wrong = reasons_without_words(&texts);
    assert!(wrong.contains(&"reason_nonsense".to_owned()));
    assert!(wrong.contains(&"reason_listed_never".to_owned()));
}

fn forbidden(texts: &Texts, words: &str) -> Vec<String> {
    let words: Vec<&str> = words
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let mut wrong = Vec::new();
    for (name, text) in texts {
        let text = text.to_lowercase();
        let said = words.iter().filter(|word| has_word(&text, word));
        wrong.extend(said.map(|word| format!("{name} says \"{word}\"")));
    }
    wrong
}

fn long_headlines(texts: &Texts) -> Vec<String> {
    let headlines = texts
        .iter()
        .filter(|(name, _)| name.starts_with("headline_") || name.ends_with("_headline"));
    let long = headlines.filter(|(_, text)| text.split_whitespace().count() > HEADLINE);
    long.map(|(name, _)| name.clone()).collect()
}

/// Codes without words, and words without a code. `reason_other` is for codes of a newer library.
fn reasons_without_words(texts: &Texts) -> Vec<String> {
    let codes: Vec<String> = Reason::ALL
        .iter()
        .map(|reason| format!("reason_{}", reason.code()))
        .collect();
    let missing = codes.iter().filter(|name| !texts.contains_key(*name));
    let mut wrong: Vec<String> = missing.cloned().collect();
    let named = texts
        .keys()
        .filter(|name| name.starts_with("reason_") && *name != "reason_other");
    wrong.extend(named.filter(|name| !codes.contains(name)).cloned());
    wrong
}

fn code(alert: &Alert) -> String {
    let json = serde_json::to_value(alert).expect("an alert has a code");
    json.as_str().unwrap_or_default().to_owned()
}
