//! What an IT team can set is what the engine takes: keys, types, defaults, choices, ranges.

use std::collections::BTreeSet;

use cleardown_core::{Key, KeyKind, POLICY_KEYS, Policy, PolicyValue, Region};
use roxmltree::{Document, Node};

use crate::manifest::ANDROID;
use crate::strings::{Texts, english};
use crate::tree::text;

const RESOURCES: &str = "android/app/src/main/res";

/// One restriction, with its references followed.
#[derive(Debug, Default)]
struct Restriction {
    key: String,
    kind: String,
    default: String,
    choices: Vec<String>,
    /// What is shown for each choice, and title and description.
    shown: Vec<String>,
    about: String,
}

#[test]
fn an_it_team_can_set_what_the_engine_takes() {
    let found = read(
        &text(&format!("{RESOURCES}/xml/app_restrictions.xml")),
        &text(&format!("{RESOURCES}/values/arrays.xml")),
        &english(),
    );
    let keys: Vec<&str> = found.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, POLICY_KEYS);
    let wrong: Vec<String> = found.iter().flat_map(wrong).collect();
    assert!(
        wrong.is_empty(),
        "app_restrictions.xml:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_manifest_names_the_restrictions() {
    let manifest = text("android/app/src/main/AndroidManifest.xml");
    let document = Document::parse(&manifest).expect("the manifest is XML");
    let mut names = document
        .descendants()
        .filter(|node| node.has_tag_name("meta-data"));
    let named = names
        .find(|node| node.attribute((ANDROID, "name")) == Some("android.content.APP_RESTRICTIONS"));
    let resource = named.and_then(|node| node.attribute((ANDROID, "resource")));
    assert_eq!(resource, Some("@xml/app_restrictions"));
}

#[test]
fn a_wrong_restriction_is_found() {
    let one = |key: &str, kind: &str, default: &str| Restriction {
        key: key.into(),
        kind: kind.into(),
        default: default.into(),
        shown: vec!["Title".into()],
        ..Restriction::default()
    };
    let in_range = Restriction {
        about: "From 60 to 1800".into(),
        ..one("cool_down_seconds", "integer", "300")
    };
    assert!(wrong(&in_range).is_empty(), "{:?}", wrong(&in_range));
    let too_wide = Restriction {
        about: "From 30 to 1800".into(),
        ..one("cool_down_seconds", "integer", "300")
    };
    assert_eq!(
        wrong(&too_wide),
        ["cool_down_seconds: the engine refuses 30"]
    );
    let too_narrow = Restriction {
        about: "From 60 to 900".into(),
        ..one("cool_down_seconds", "integer", "301")
    };
    assert_eq!(
        wrong(&too_narrow),
        [
            "cool_down_seconds: the default is not 300",
            "cool_down_seconds: the engine takes 901, too"
        ]
    );
    let missing = Restriction {
        choices: vec!["callbacks".into(), "none".into()],
        ..one("hold", "choice", "callbacks")
    };
    assert_eq!(
        wrong(&missing),
        ["hold: the choices are not those of the engine: advise, callbacks or all"]
    );
    assert_eq!(
        wrong(&one("ask_after_unknown", "string", "true")),
        ["ask_after_unknown: string is not its type"]
    );
    let untold = Restriction {
        shown: vec![String::new()],
        ..one("other_phone", "string", "")
    };
    assert_eq!(wrong(&untold), ["other_phone: a text is missing"]);
}

fn read(xml: &str, arrays: &str, texts: &Texts) -> Vec<Restriction> {
    let document = Document::parse(xml).expect("the restrictions are XML");
    let arrays = Document::parse(arrays).expect("the arrays are XML");
    let array = |reference: Option<&str>| -> Vec<String> {
        let name = reference.and_then(|text| text.strip_prefix("@array/"));
        let found = arrays
            .descendants()
            .find(|node| name.is_some() && node.attribute("name") == name);
        let items = found
            .into_iter()
            .flat_map(|node| node.children().filter(Node::is_element).collect::<Vec<_>>());
        items
            .map(|item| item.text().unwrap_or_default().to_owned())
            .collect()
    };
    let said = |reference: &str| {
        let name = reference.strip_prefix("@string/").unwrap_or_default();
        texts.get(name).cloned().unwrap_or_default()
    };
    let restriction = |node: Node<'_, '_>| {
        let value = |name: &str| node.attribute((ANDROID, name));
        let entries = array(value("entries"));
        let mut shown: Vec<String> = entries.iter().map(|entry| said(entry)).collect();
        shown.push(said(value("title").unwrap_or_default()));
        let choices = array(value("entryValues"));
        assert_eq!(
            choices.len(),
            entries.len(),
            "a choice without a text, or the reverse"
        );
        Restriction {
            key: value("key").unwrap_or_default().to_owned(),
            kind: value("restrictionType").unwrap_or_default().to_owned(),
            default: value("defaultValue").unwrap_or_default().to_owned(),
            choices,
            shown,
            about: said(value("description").unwrap_or_default()),
        }
    };
    let nodes = document
        .descendants()
        .filter(|node| node.has_tag_name("restriction"));
    nodes.map(restriction).collect()
}

fn wrong(one: &Restriction) -> Vec<String> {
    let Some(key) = Key::named(&one.key) else {
        return vec![format!("{}: no such key", one.key)];
    };
    let default = key.get(&Policy::default()).plain();
    let mut wrong = Vec::new();
    if one.kind != kind(&key.kind) {
        wrong.push(format!("{} is not its type", one.kind));
    }
    if one.default != default {
        wrong.push(format!("the default is not {default}"));
    }
    if let KeyKind::Choice { of, .. } = &key.kind {
        let known: BTreeSet<&str> = of.iter().copied().collect();
        let shown: BTreeSet<&str> = one.choices.iter().map(String::as_str).collect();
        if known != shown || one.choices.len() != known.len() {
            let expected = key.kind.expected();
            wrong.push(format!(
                "the choices are not those of the engine: {expected}"
            ));
        }
    }
    if one.kind == "integer" {
        wrong.extend(wrong_range(one));
    }
    if one.shown.iter().any(String::is_empty) {
        wrong.push("a text is missing".into());
    }
    wrong
        .iter()
        .map(|text| format!("{}: {text}", one.key))
        .collect()
}

/// The description names the range: its ends are taken, the numbers beyond them are not.
fn wrong_range(one: &Restriction) -> Vec<String> {
    let numbers: Vec<i64> = one
        .about
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|word| word.parse().ok())
        .collect();
    let [least, most, ..] = numbers[..] else {
        return vec!["the description names no range".into()];
    };
    let taken = |number: i64| takes(&one.key, &PolicyValue::Int(number));
    let inside = [least, most].into_iter().filter(|number| !taken(*number));
    let outside = [least - 1, most + 1]
        .into_iter()
        .filter(|number| taken(*number));
    inside
        .map(|number| format!("the engine refuses {number}"))
        .chain(outside.map(|number| format!("the engine takes {number}, too")))
        .collect()
}

fn kind(kind: &KeyKind) -> &'static str {
    match kind {
        KeyKind::YesNo(_) => "bool",
        KeyKind::Number { .. } => "integer",
        KeyKind::Choice { .. } => "choice",
        // Consoles have no lists of texts: numbers are written with commas, lists as JSON.
        KeyKind::Text { .. }
        | KeyKind::Telephone(_)
        | KeyKind::Telephones { .. }
        | KeyKind::Lists { .. } => "string",
    }
}

fn takes(key: &str, value: &PolicyValue) -> bool {
    let key = Key::named(key).expect("a key");
    key.set(&mut Policy::default(), value, Region::gb()).is_ok()
}
