//! Settings in a file, and what is wrong with them.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use cleardown_engine::api::{KeyError, PolicyValue};
use serde_json::Value;

/// The app's name among others in a console's file.
const PACKAGE: &str = "org.cleardown";

/// The settings of a file, not checked: alone, or in what a console takes.
pub(super) fn settings(path: &Path) -> Result<BTreeMap<String, PolicyValue>, String> {
    let text = fs::read_to_string(path).map_err(|error| wrong(path, &error))?;
    let whole: Value = serde_json::from_str(&text).map_err(|error| wrong(path, &error))?;
    let none = format!("there are no settings for {PACKAGE} in it. Write {{\"hold\": \"all\"}}");
    let settings = settings_of(&whole).ok_or_else(|| wrong(path, &none))?;
    serde_json::from_value(settings).map_err(|error| wrong(path, &error))
}

/// Says of each key that no phone takes what was found, and what would be taken.
pub(super) fn tell(errors: &[KeyError]) {
    for error in errors {
        eprintln!("{}: found {}", error.key, error.found);
        eprintln!("  expected {}", error.expected);
    }
}

/// What is wrong with a file, as one sentence.
pub(super) fn wrong(path: &Path, what: &dyn Display) -> String {
    format!("{}: {what}.", path.display())
}

/// The settings inside of what a console takes: of the Android Management API, of Intune, or alone.
fn settings_of(whole: &Value) -> Option<Value> {
    if let Some(apps) = whole["applications"].as_array() {
        let ours = apps.iter().find(|app| app["packageName"] == PACKAGE)?;
        return ours.get("managedConfiguration").cloned();
    }
    if let Some(rows) = whole["managedProperty"].as_array() {
        let row = |row: &Value| {
            let typed = row
                .as_object()?
                .iter()
                .find(|(name, _)| name.starts_with("value"))?;
            Some((row["key"].as_str()?.to_owned(), typed.1.clone()))
        };
        return Some(Value::Object(rows.iter().filter_map(row).collect()));
    }
    whole.is_object().then(|| whole.clone())
}
