//! The texts of the app, by language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use roxmltree::Document;

use crate::tree::{root, text};

/// The texts of one language, by name; plurals by `name/quantity`.
pub type Texts = BTreeMap<String, String>;

const RESOURCES: &str = "android/app/src/main/res";

/// English, from which every other language is translated.
pub fn english() -> Texts {
    read(&text(&format!("{RESOURCES}/values/strings.xml")))
}

/// The texts in this folder of resources, if it has any.
pub fn language(folder: &str) -> Option<Texts> {
    let file = root().join(RESOURCES).join(folder).join("strings.xml");
    Some(read(&fs::read_to_string(file).ok()?))
}

/// The other languages that are there, by folder.
fn others() -> BTreeMap<String, Texts> {
    let folders = fs::read_dir(root().join(RESOURCES)).expect("there are resources");
    let names = folders
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let languages = names.filter(|name| name.starts_with("values-"));
    let files = languages.filter_map(|name| {
        let texts = language(&name)?;
        Some((name, texts))
    });
    files.collect()
}

/// Reads a strings file.
pub fn read(xml: &str) -> Texts {
    let document = Document::parse(xml).expect("a strings file is XML");
    let mut texts = Texts::new();
    for node in document
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
    {
        let name = node.attribute("name").unwrap_or_default();
        if node.has_tag_name("plurals") {
            let items = node.children().filter(|item| item.has_tag_name("item"));
            texts.extend(items.map(|item| {
                let quantity = item.attribute("quantity").unwrap_or_default();
                (
                    format!("{name}/{quantity}"),
                    item.text().unwrap_or_default().to_owned(),
                )
            }));
        } else {
            texts.insert(name.to_owned(), node.text().unwrap_or_default().to_owned());
        }
    }
    texts
}

#[test]
fn every_language_has_every_text() {
    let english = english();
    for (folder, texts) in others() {
        let mut wrong = differences(&english, &texts);
        wrong.extend(lacking_plurals(&folder, &texts));
        assert!(
            wrong.is_empty(),
            "{folder}/strings.xml:\n{}",
            wrong.join("\n")
        );
    }
}

#[test]
fn no_text_is_empty() {
    let languages = others().into_values().chain([english()]);
    for (name, text) in languages.flatten() {
        assert!(!text.trim().is_empty(), "{name} says nothing");
    }
}

#[test]
fn english_has_its_plurals() {
    assert_eq!(lacking_plurals("values", &english()), Vec::<String>::new());
}

#[test]
fn a_missing_plural_is_found() {
    let welsh = read(
        "<resources><plurals name=\"c\"><item quantity=\"one\">1</item>\
         <item quantity=\"other\">%d</item></plurals></resources>",
    );
    assert_eq!(
        lacking_plurals("values-cy", &welsh),
        [
            "c/zero is missing",
            "c/two is missing",
            "c/few is missing",
            "c/many is missing"
        ]
    );
}

#[test]
fn places_to_fill_are_read() {
    assert_eq!(
        fills("%1$d:%2$02d left of %d people"),
        ["%1$d", "%2$02d", "%d"]
    );
}

#[test]
fn a_missing_translation_is_found() {
    let english = read(
        "<resources><string name=\"a\">A</string><string name=\"b\">%1$s</string>\
         <plurals name=\"c\"><item quantity=\"one\">1</item></plurals></resources>",
    );
    let welsh = read(
        "<resources><string name=\"b\">B</string><string name=\"d\">D</string>\
         <plurals name=\"c\"><item quantity=\"two\">2</item></plurals></resources>",
    );
    assert_eq!(
        differences(&english, &welsh),
        [
            "a is missing",
            "b has other places to fill",
            "d is too much"
        ]
    );
}

/// The plurals that a language has, as Unicode's CLDR lists them.
const PLURALS: &[(&str, &[&str])] = &[
    ("values", &["one", "other"]),
    ("values-cy", &["zero", "one", "two", "few", "many", "other"]),
];

/// Plurals of this language that a text lacks.
fn lacking_plurals(folder: &str, texts: &Texts) -> Vec<String> {
    let wanted = PLURALS.iter().find(|(name, _)| *name == folder);
    let (_, quantities) = wanted.unwrap_or_else(|| panic!("PLURALS says nothing of {folder}"));
    let names: BTreeSet<&str> = texts
        .keys()
        .filter_map(|key| Some(key.split_once('/')?.0))
        .collect();
    let all = names
        .iter()
        .flat_map(|name| quantities.iter().map(move |q| format!("{name}/{q}")));
    all.filter(|key| !texts.contains_key(key))
        .map(|key| format!("{key} is missing"))
        .collect()
}

/// Texts that are missing, too many, or filled in another way.
fn differences(english: &Texts, other: &Texts) -> Vec<String> {
    let key = |name: &str| name.split('/').next().unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    for (name, text) in english {
        match other.get(name) {
            Some(theirs) if fills(theirs) != fills(text) => {
                wrong.push(format!("{name} has other places to fill"));
            }
            Some(_) => {}
            None if other.keys().any(|theirs| key(theirs) == key(name)) => {}
            None => wrong.push(format!("{name} is missing")),
        }
    }
    // What English does not tell apart is filled as its general case is.
    let more = other
        .iter()
        .filter(|(name, _)| name.contains('/') && !english.contains_key(*name));
    for (name, text) in more {
        let general = english.get(&format!("{}/other", key(name)));
        if general.is_some_and(|general| fills(general) != fills(text)) {
            wrong.push(format!("{name} has other places to fill"));
        }
    }
    let too_many = other
        .keys()
        .filter(|name| english.keys().all(|ours| key(ours) != key(name)));
    wrong.extend(too_many.map(|name| format!("{name} is too much")));
    wrong
}

/// Places such as `%1$s`, `%2$02d` or `%d`, sorted.
fn fills(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .match_indices('%')
        .filter_map(|(at, _)| {
            let rest = &text[at..];
            let end = rest[1..].find(|sign: char| sign.is_ascii_alphabetic())?;
            Some(&rest[..=end + 1])
        })
        .collect();
    found.sort_unstable();
    found
}
