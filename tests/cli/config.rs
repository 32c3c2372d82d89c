//! `cleardown config make`: settings for somebody else's phone, from a key to a link.

use std::fs;
use std::path::Path;

use cleardown_list::bundle::Bundle;
use serde_json::{Value, json};

use crate::{Ran, cleardown};

const SETTINGS: &str =
    r#"{"cool_down_seconds": 600, "trusted_contacts": ["07700 900111"], "lock": "pin"}"#;

fn make(folder: &Path, settings: &str) -> Ran {
    let at = |name: &str| folder.join(name).display().to_string();
    fs::write(at("pass"), "correct horse battery staple").expect("written");
    fs::write(at("settings.json"), settings).expect("written");
    let pass = at("pass");
    if !folder.join("anna.pem").exists() {
        let made = cleardown(&["list", "key", &at("anna.pem"), "--passphrase-file", &pass]);
        assert_eq!(made.status, Some(0), "{}", made.err);
    }
    cleardown(&[
        "config",
        "make",
        "--from",
        "Anna",
        "--key",
        &at("anna.pem"),
        "--out",
        &at("dad.cleardown"),
        "--link",
        "--passphrase-file",
        &pass,
        &at("settings.json"),
    ])
}

#[test]
fn a_file_and_a_link_are_made_that_phones_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = make(folder.path(), SETTINGS);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    let file = fs::read_to_string(folder.path().join("dad.cleardown")).expect("the file");
    let bundle = Bundle::read(&file).expect("a phone reads it");
    assert_eq!(Bundle::read(ran.out.trim()), Ok(bundle.clone()));
    assert_eq!(bundle.text.from, "Anna");
    assert_eq!(bundle.text.policy.len(), 3);
    assert!(ran.err.contains(&bundle.key.fingerprint()), "{}", ran.err);
}

#[test]
fn a_list_that_no_phone_would_fetch_is_not_signed() {
    let club = |more: Value| {
        let mut club = json!({"id": "club", "title": "Club", "url": "https://club.example/"});
        club.as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("an object").clone());
        json!({ "lists": json!([club]).to_string() }).to_string()
    };
    let no_root = "of list 1: a root: the text of the publisher's file 1.root.json";
    let odd_root = "of list 1: a root that can be read: the text of 1.root.json, byte for byte";
    for (settings, expected) in [
        (club(json!({})), no_root),
        (club(json!({"root": "my root"})), odd_root),
        (club(json!({"root": "{\"signed\": {}}"})), odd_root),
        (
            club(json!({"url": "http://club.example/"})),
            "of list 1: a url that begins with https://",
        ),
        (
            club(json!({"id": "gb"})),
            "of list 1: an id that no other list has",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let ran = make(folder.path(), &settings);
        assert_eq!(ran.status, Some(1), "{}", ran.err);
        assert!(ran.out.is_empty(), "{}", ran.out);
        let said = format!("\n  expected {expected}\nNothing was signed:");
        assert!(ran.err.starts_with("lists: found "), "{}", ran.err);
        assert!(ran.err.contains(&said), "{}", ran.err);
        assert!(!folder.path().join("dad.cleardown").exists());
    }
}

#[test]
fn what_no_phone_takes_is_not_signed() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = make(
        folder.path(),
        r#"{"cool_down_seconds": 9999, "pin": "4711"}"#,
    );
    assert_eq!(ran.status, Some(1));
    assert!(ran.out.is_empty());
    for key in ["cool_down_seconds", "pin"] {
        assert!(ran.err.contains(key), "{}", ran.err);
    }
    assert!(!folder.path().join("dad.cleardown").exists());
    let ran = make(folder.path(), "[1]");
    assert_eq!(ran.status, Some(2));
}
