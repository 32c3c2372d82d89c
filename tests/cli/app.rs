//! `cleardown list app`: a publisher for an app, and what is no publisher.

use std::fs;

use serde_json::Value;

use super::{Ran, cleardown, project};

const ROOT: &str = "rust/list/data/seed/root.json";
const URL: &str = "https://lists.example.org/gb";

#[test]
fn an_app_is_told_the_root_byte_for_byte() {
    let ran = app(ROOT, URL, "gb");
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    let all: Value = serde_json::from_str(&ran.out).expect("JSON");
    let root = fs::read_to_string(project().join(ROOT)).expect("the root");
    assert_eq!(all.as_array().map(Vec::len), Some(1));
    assert_eq!(all[0]["id"], "gb");
    assert_eq!(all[0]["title"], "gb");
    assert_eq!(all[0]["url"], URL);
    assert_eq!(all[0]["root"], Value::String(root));
    assert!(ran.err.contains("SHA-256"), "{}", ran.err);
}

#[test]
fn what_no_phone_would_believe_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let forged = folder.path().join("root.json").display().to_string();
    let root = fs::read_to_string(project().join(ROOT)).expect("the root");
    let changed = root.replacen("\"version\":1", "\"version\":7", 1);
    assert_ne!(changed, root, "nothing was changed");
    fs::write(&forged, changed).expect("written");
    for (root, url, id, why) in [
        (ROOT, "http://lists.example.org/gb", "gb", "https://"),
        (ROOT, "https://", "gb", "https://"),
        (ROOT, "https://lists.example.org/gb?a", "gb", "no ?"),
        (ROOT, URL, "My Bank", "short name"),
        (
            "rust/list/data/seed/timestamp.json",
            URL,
            "gb",
            "no phone would believe",
        ),
        ("README.md", URL, "gb", "no phone would believe"),
        (forged.as_str(), URL, "gb", "no phone would believe"),
        ("no-such-file", URL, "gb", "no-such-file"),
    ] {
        let ran = app(root, url, id);
        assert_eq!(ran.status, Some(2), "{root} {url} {id}");
        assert!(ran.err.contains(why), "{root} {url} {id}: {}", ran.err);
        assert!(ran.out.is_empty(), "{}", ran.out);
    }
}

fn app(root: &str, url: &str, id: &str) -> Ran {
    cleardown(&["list", "app", "--root", root, "--url", url, "--id", id])
}
