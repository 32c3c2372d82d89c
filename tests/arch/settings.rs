//! The reference page and the files for IT teams are what the engine takes.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_core::{KEYS, Key, Policy, PolicyValue, Region};
use serde_json::Value;

use crate::tree::text;

#[test]
fn the_reference_page_is_the_table_of_the_engine() {
    let page = text("android/CONFIGURATION.md");
    let rows: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    assert_eq!(rows.len(), KEYS.len());
    for (key, row) in KEYS.iter().zip(rows) {
        let expected = row_of(key);
        assert!(
            row.starts_with(&expected),
            "write: {expected}…\nfound: {row}"
        );
        assert!(row.len() > expected.len() + 10, "{row}: say what it is");
    }
}

#[test]
fn the_files_for_it_teams_hold_on_every_phone() {
    let json = |name: &str| -> Value {
        serde_json::from_str(&text(&format!("android/admin/{name}.json"))).expect(name)
    };
    let alone = json("settings");
    let google = json("android-management");
    let app = &google["applications"][0];
    assert_eq!(app["packageName"], "org.cleardown");
    assert_eq!(app["managedConfiguration"], alone);
    let microsoft = json("intune");
    let rows = microsoft["managedProperty"].as_array().expect("rows");
    let value = |row: &Value| row.get("valueString").or(row.get("valueInteger")).cloned();
    let given: BTreeMap<_, _> = rows
        .iter()
        .map(|row| (row["key"].as_str().unwrap_or_default(), value(row)))
        .collect();
    let settings = alone.as_object().expect("settings");
    assert_eq!(given.len(), settings.len());
    for (name, value) in settings {
        assert_eq!(given[name.as_str()].as_ref(), Some(value), "{name}");
        let read: PolicyValue = serde_json::from_value(value.clone()).expect("any value");
        let key = Key::named(name).unwrap_or_else(|| panic!("{name}: no such key"));
        let set = key.set(&mut Policy::default(), &read, Region::gb());
        assert_eq!(set, Ok(()), "{name}");
    }
}

#[test]
fn the_policy_grants_what_the_app_asks_for_and_both_roles() {
    let google: Value =
        serde_json::from_str(&text("android/admin/android-management.json")).expect("JSON");
    let manifest = text("android/app/src/main/AndroidManifest.xml");
    let granted = google["applications"][0]["permissionGrants"].as_array();
    for grant in granted.expect("permissions") {
        let name = grant["permission"].as_str().expect("a name");
        assert!(
            manifest.contains(&format!("\"{name}\"")),
            "{name} is not asked for"
        );
    }
    let roles: BTreeSet<_> = google["defaultApplicationSettings"]
        .as_array()
        .expect("roles")
        .iter()
        .filter_map(|role| role["defaultApplicationType"].as_str())
        .collect();
    assert_eq!(
        roles,
        ["DEFAULT_CALL_REDIRECTION", "DEFAULT_CALL_SCREENING"].into()
    );
}

fn row_of(key: &Key) -> String {
    let default = serde_json::to_string(&key.get(&Policy::default())).expect("JSON");
    let set_by: Vec<&str> = key.set_by.iter().map(|origin| origin.code()).collect();
    format!(
        "| `{}` | {} | `{default}` | {} | {} | ",
        key.name,
        key.kind.expected(),
        set_by.join(", "),
        key.weaker.text(),
    )
}
