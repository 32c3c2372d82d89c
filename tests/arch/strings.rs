//! The texts of the app, by language.

use std::collections::BTreeMap;
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

/// The other languages that are there, by folder.
fn others() -> BTreeMap<String, Texts> {
    let folders = fs::read_dir(root().join(RESOURCES)).expect("there are resources");
    let names = folders
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let languages = names.filter(|name| name.starts_with("values-"));
    let files = languages.filter_map(|name| {
        let file = root().join(RESOURCES).join(&name).join("strings.xml");
        Some((name, read(&fs::read_to_string(file).ok()?)))
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
        let wrong = differences(&english, &texts);
        assert!(
            wrong.is_empty(),
            "{folder}/strings.xml:\n{}",
            wrong.join("\n")
        );
    }
}

#[test]
fn no_text_is_empty() {
    for (name, text) in english() {
        assert!(!text.trim().is_empty(), "{name} says nothing");
    }
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

/// Texts that are missing, too many, or filled in another way. Languages differ in which plurals
/// they have.
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
    let too_many = other
        .keys()
        .filter(|name| english.keys().all(|ours| key(ours) != key(name)));
    wrong.extend(too_many.map(|name| format!("{name} is too much")));
    wrong
}

/// Places such as `%1$s`, sorted.
fn fills(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .match_indices('%')
        .filter_map(|(at, _)| text.get(at..at + 4))
        .collect();
    found.sort_unstable();
    found
}
