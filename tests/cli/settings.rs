//! `cleardown config check` and `cleardown report`

use std::fs;

use serde_json::{Value, json};

use super::{cleardown, project};

#[test]
fn the_files_for_it_teams_hold() {
    for name in ["settings", "android-management", "intune"] {
        let file = project().join(format!("android/admin/{name}.json"));
        let file = file.display().to_string();
        let ran = cleardown(&["config", "check", &file]);
        assert_eq!(ran.status, Some(0), "{name}: {}", ran.err);
        assert!(
            ran.out.contains("hold                     managed  all"),
            "{}",
            ran.out
        );
        assert!(
            ran.out.contains("history_days             default  90"),
            "{}",
            ran.out
        );
    }
}

#[test]
fn each_slip_is_named_with_what_is_expected() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("settings.json").display().to_string();
    let slips = json!({
        "hold": "everything", "cool_down_seconds": "600", "colour": "red",
        "lists": "[{\"id\": \"acme\", \"title\": \"Acme\", \"url\": \"https://a.example\"}]",
    });
    fs::write(&file, slips.to_string()).expect("written");
    let ran = cleardown(&["config", "check", &file]);
    assert_eq!(ran.status, Some(1));
    for said in [
        "hold: found \"everything\"\n  expected advise, callbacks or all",
        "cool_down_seconds: found \"600\"\n  expected a whole number from 60 to 1800",
        "colour: found \"red\"\n  expected a key that this version knows",
        "of list 1: a root: the text of the publisher's file",
    ] {
        assert!(ran.err.contains(said), "{said} is missing in:\n{}", ran.err);
    }
    let person = cleardown(&["config", "check", "--origin", "person", &file, "--json"]);
    let answer: Value = serde_json::from_str(&person.out).expect("JSON");
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(4));
    fs::write(&file, "[1]").expect("written");
    let ran = cleardown(&["config", "check", &file]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("there are no settings"), "{}", ran.err);
}

#[test]
fn reports_become_a_table_that_names_who_needs_help() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, report: &Value| {
        let file = folder.path().join(name);
        fs::write(&file, report.to_string()).expect("written");
        file.display().to_string()
    };
    let mut report = json!({
        "format": "cleardown-report", "version": 1, "made": "2026-11-22", "app": "0.1.0",
        "android": "16", "works": { "screening": true }, "key_errors": [], "troubles": [],
        "lists": [{ "publisher": "gb", "stale": false, "failure": null }],
        "counts": { "decisions": { "screening": { "p95_us": 900 }, "placing": { "p95_us": null } } },
    });
    let well = write("one.json", &report);
    report["works"]["screening"] = false.into();
    report["lists"][0]["stale"] = true.into();
    report["lists"]
        .as_array_mut()
        .expect("lists")
        .push(json!({ "publisher": "acme", "stale": false, "failure": "other_root" }));
    report["key_errors"] = json!([{ "key": "hold", "origin": "managed" }]);
    report["troubles"] = json!(["disk_full"]);
    report["counts"]["decisions"]["placing"]["p95_us"] = 1_200_000.into();
    let ill = write("two.json", &report);
    let ran = cleardown(&["report", &well]);
    assert_eq!(ran.status, Some(0), "{}{}", ran.out, ran.err);
    let ran = cleardown(&["report", &well, &ill]);
    assert_eq!(ran.status, Some(1));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[1].ends_with("  -"), "{}", ran.out);
    let wrong = "off: screening; old lists: gb, acme (other_root); bad keys: hold; \
                 troubles: disk_full; slow: 1200 ms";
    assert!(lines[2].ends_with(wrong), "{}", ran.out);
    assert!(ran.err.contains("1 of 2 phones"), "{}", ran.err);
    report["version"] = 2.into();
    let newer = write("three.json", &report);
    let ran = cleardown(&["report", &newer]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("it has version 2"), "{}", ran.err);
}
