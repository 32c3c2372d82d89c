//! `cleardown config check FILE`, `cleardown config keys`

use std::collections::BTreeMap;

use cleardown_engine::api::Origin;
use cleardown_engine::{KEYS, Policy, Region, check_settings};
use serde_json::{Value, json};

use super::file;
use crate::args::{By, CheckArgs};

/// `cleardown config check FILE`
pub fn check(args: &CheckArgs) -> Result<bool, String> {
    let region = Region::from_iso(&args.region).ok_or_else(|| {
        let region = &args.region;
        format!("{region}: no such country. Write two letters, as GB.")
    })?;
    let requested = file::settings(&args.file)?;
    let origin = match args.origin {
        By::Managed => Origin::Managed,
        By::Family => Origin::Family,
        By::Person => Origin::Person,
    };
    let checked = check_settings(&requested, origin, region);
    if args.json {
        let policy: BTreeMap<_, _> = checked.policy.values().into_iter().collect();
        let taken: Vec<&String> = checked.taken.keys().collect();
        let errors = &checked.errors;
        println!(
            "{:#}",
            json!({ "policy": policy, "taken": taken, "errors": errors })
        );
        return Ok(errors.is_empty());
    }
    for (key, value) in checked.policy.values() {
        let by = if checked.taken.contains_key(key) {
            origin.code()
        } else {
            "default"
        };
        println!("{key:<24} {by:<8} {}", short(&value.plain()));
    }
    file::tell(&checked.errors);
    Ok(checked.errors.is_empty())
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
