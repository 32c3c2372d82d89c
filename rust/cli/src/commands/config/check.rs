//! `cleardown config check FILE`, `cleardown config keys`

use std::collections::BTreeMap;
use std::fs;

use cleardown_engine::api::{Origin, PolicyValue};
use cleardown_engine::{KEYS, Policy, Region, check_settings};
use serde_json::{Value, json};

use crate::args::{By, CheckArgs};

/// The app's name among others in a console's file.
const PACKAGE: &str = "org.cleardown";

/// `cleardown config check FILE`
pub fn check(args: &CheckArgs) -> Result<bool, String> {
    let file = args.file.display();
    let region = Region::from_iso(&args.region).ok_or_else(|| {
        let region = &args.region;
        format!("{region}: no such country. Write two letters, as GB.")
    })?;
    let text = fs::read_to_string(&args.file).map_err(|error| format!("{file}: {error}"))?;
    let whole: Value = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    let settings = settings_of(&whole).ok_or_else(|| {
        format!("{file}: there are no settings for {PACKAGE} in it. Write {{\"hold\": \"all\"}}.")
    })?;
    let requested: BTreeMap<String, PolicyValue> =
        serde_json::from_value(settings).map_err(|error| format!("{file}: {error}"))?;
    let origin = match args.origin {
        By::Managed => Origin::Managed,
        By::Family => Origin::Family,
        By::Person => Origin::Person,
    };
    let checked = check_settings(&requested, origin, region);
    if args.json {
        let policy: BTreeMap<_, _> = checked.policy.values().into_iter().collect();
        let (taken, errors) = (&checked.taken, &checked.errors);
        println!(
            "{:#}",
            json!({ "policy": policy, "taken": taken, "errors": errors })
        );
        return Ok(errors.is_empty());
    }
    for (key, value) in checked.policy.values() {
        let by = if checked.taken.iter().any(|taken| taken == key) {
            origin.code()
        } else {
            "default"
        };
        println!("{key:<24} {by:<8} {}", short(&value.plain()));
    }
    for error in &checked.errors {
        eprintln!("{}: found {}", error.key, error.found);
        eprintln!("  expected {}", error.expected);
    }
    Ok(checked.errors.is_empty())
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

/// `cleardown config keys`
pub fn keys(as_json: bool) {
    let default = Policy::default();
    if as_json {
        let keys: Vec<Value> = KEYS
            .iter()
            .map(|key| {
                json!({
                    "key": key.name,
                    "takes": key.kind.expected(),
                    "default": key.get(&default),
                    "set_by": key.set_by,
                    "weaker": key.weaker.text(),
                })
            })
            .collect();
        println!("{:#}", Value::Array(keys));
        return;
    }
    for key in KEYS {
        let set_by: Vec<&str> = key.set_by.iter().map(|origin| origin.code()).collect();
        println!("{}", key.name);
        println!("  takes    {}", key.kind.expected());
        println!("  default  {}", key.get(&default).plain());
        println!("  set by   {}", set_by.join(", "));
        println!("  weaker   {}", key.weaker.text());
    }
}

fn short(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
