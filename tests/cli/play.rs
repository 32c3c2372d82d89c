//! `cleardown play`

use std::fs;

use serde_json::Value;

use super::{cleardown, project};

const STORY: &str = r#"{
  "format": 1, "title": "One call", "region": "GB",
  "list": [ { "number": "+441632960123", "organisation": "Test Police", "kind": "police", "calls_out": "unknown" } ],
  "steps": [
    { "at": "0:00", "incoming": { "number": "01632 960123" }, "expect": { "alert": "ALERT", "response": "allow" } },
    { "at": "0:30", "ended": { "cause": "local", "answered": true }, "expect": { "screen": "after_call" } },
    { "at": "1:00", "outgoing": { "number": "+44 1632 960123" }, "expect": { "placement": "hold", "remaining": 270 } }
  ]
}"#;

/// Writes a story with this alert expected at its first step.
fn story(folder: &tempfile::TempDir, alert: &str) -> String {
    let path = folder.path().join("story.json");
    fs::write(&path, STORY.replace("ALERT", alert)).expect("the story can be written");
    path.display().to_string()
}

#[test]
fn a_story_from_elsewhere_plays_as_a_timeline_with_the_words_of_the_phone() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = cleardown(&["play", &story(&folder, "warning")]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    for words in [
        "One call",
        "Caller ID can be faked.",
        "Test Police",
        "HELD",
        "as expected",
    ] {
        assert!(
            ran.out.contains(words),
            "{words} is missing in:\n{}",
            ran.out
        );
    }
    assert!(ran.err.contains("1 of 1 stories passed"));
}

#[test]
fn json_gives_one_document_with_the_actual_values_of_every_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = cleardown(&["play", "--json", &story(&folder, "warning")]);
    let document: Value = serde_json::from_str(&ran.out).expect("one JSON document");
    let story = &document["stories"][0];
    assert_eq!(story["title"], "One call");
    assert_eq!(story["passed"], true);
    let steps = story["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), 3);
    for key in [
        "alert",
        "response",
        "reasons",
        "organisation",
        "placement",
        "remaining",
        "cool_down",
        "passable",
        "screen",
        "accepted",
        "refused",
    ] {
        for step in steps {
            assert!(step["actual"].get(key).is_some(), "{key} is missing");
        }
    }
    assert_eq!(steps[0]["actual"]["organisation"], "Test Police");
    assert_eq!(steps[2]["actual"]["remaining"], 270);
    assert_eq!(steps[2]["actual"]["passable"], true);
}

/// A story by another hand: the flagged call's caller sends settings that hold nothing back any more.
const SENT: &str = r#"{ "format": 1, "title": "Settings by link", "steps": [
    { "at": "0:00", "person": "import", "policy": { "hold": "all" }, "expect": { "accepted": true } },
    { "at": "0:10", "person": "suspicious_call_elsewhere" },
    { "at": "0:20", "person": { "import": { "from": "Anna", "version": 1, "policy": { "hold": "advise" } } },
      "expect": { "accepted": false } },
    { "at": "0:30", "person": "import", "policy": { "hold": "advise" }, "expect": { "accepted": false } },
    { "at": "0:40", "person": "remove_relative", "expect": { "accepted": false } } ] }"#;

#[test]
fn settings_of_a_relative_are_refused_with_the_words_of_the_phone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("story.json");
    fs::write(&path, SENT).expect("the story can be written");
    let path = path.display().to_string();
    let ran = cleardown(&["play", &path]);
    assert_eq!(ran.status, Some(0), "{}\n{}", ran.out, ran.err);
    assert_eq!(ran.out.matches("refused: pressure").count(), 3);
    let trick = "Someone on the phone asking you to change this is a fraud.";
    assert_eq!(ran.out.matches(trick).count(), 3, "{}", ran.out);
    let document = cleardown(&["play", "--json", &path]).out;
    let document: Value = serde_json::from_str(&document).expect("one JSON document");
    let steps = &document["stories"][0]["steps"];
    assert_eq!(steps[0]["actual"]["refused"], Value::Null);
    assert_eq!(steps[4]["actual"]["refused"], "pressure");
}

#[test]
fn a_failed_expectation_is_named_and_exits_with_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = cleardown(&["play", &story(&folder, "caution")]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("step 1 (at 0:00)"), "{}", ran.err);
    assert!(
        ran.err.contains("caution") && ran.err.contains("warning"),
        "{}",
        ran.err
    );
}

#[test]
fn a_file_that_is_no_story_exits_with_2_and_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("story.json");
    for (text, hint) in [
        ("{", "JSON"),
        (r#"{"format": 9}"#, "format"),
        (
            r#"{"format": 1, "title": "t", "steps": [{ "at": "0:00", "person": "import_all" }]}"#,
            "person",
        ),
        ("[]", "story.json"),
    ] {
        fs::write(&path, text).expect("the file can be written");
        let ran = cleardown(&["play", &path.display().to_string()]);
        assert_eq!(ran.status, Some(2), "{text}");
        assert!(ran.err.contains(hint), "{text}: {}", ran.err);
    }
    assert_eq!(cleardown(&["play", "no-such-story.json"]).status, Some(2));
}

#[test]
fn the_stories_of_the_seeds_pass() {
    let folder = project().join("tests/scenarios");
    let seeds = (0..5).map(|seed| {
        let prefix = format!("seed-00{seed}-");
        let entries = fs::read_dir(&folder).expect("the stories are there");
        let mut paths = entries.map(|entry| entry.expect("an entry").path());
        let found = paths.find(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(&prefix))
        });
        found
            .unwrap_or_else(|| panic!("{prefix} is missing"))
            .display()
            .to_string()
    });
    let seeds: Vec<String> = seeds.collect();
    let mut arguments = vec!["play"];
    arguments.extend(seeds.iter().map(String::as_str));
    let ran = cleardown(&arguments);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    assert!(ran.err.contains("5 of 5 stories passed"));
}
