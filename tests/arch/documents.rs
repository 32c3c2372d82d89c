//! What is written for those who hand the app on fits what they hand on.

use std::fs;

use roxmltree::Document;

use crate::tree::{root, text};

const ANDROID: &str = "http://schemas.android.com/apk/res/android";
const STORE: &str = "android/metadata/org.cleardown/en-US";
const RECIPE: &str = "android/metadata/org.cleardown.yml";

/// Texts of an app store, and how long F-Droid lets them be, in characters.
const TEXTS: &[(&str, usize)] = &[
    ("title.txt", 50),
    ("short_description.txt", 80),
    ("full_description.txt", 4000),
];
const CHANGES: usize = 500;
/// What one phone display shows, in pixels: width and height.
const PICTURE: (u32, u32) = (1080, 2340);
const PICTURES: usize = 5;

#[test]
fn every_permission_has_its_reason_in_the_readme() {
    let wrong = unexplained(
        &text("android/app/src/main/AndroidManifest.xml"),
        &text("README.md"),
    );
    assert!(
        wrong.is_empty(),
        "README.md, \"What it asks for\": {wrong:?}"
    );
}

#[test]
fn texts_for_stores_are_there_and_short_enough() {
    for (name, most) in TEXTS {
        assert_eq!(
            fault(&text(&format!("{STORE}/{name}")), *most),
            None,
            "{name}"
        );
    }
    let (code, _) = version();
    let changes = text(&format!("{STORE}/changelogs/{code}.txt"));
    assert_eq!(fault(&changes, CHANGES), None, "changelogs/{code}.txt");
}

#[test]
fn the_recipe_is_for_this_version() {
    let (code, name) = version();
    let recipe = text(RECIPE);
    for line in [
        format!("  - versionName: {name}\n    versionCode: {code}\n"),
        format!("    output: target/apk/cleardown-{name}-unsigned.apk\n"),
        format!("CurrentVersion: {name}\nCurrentVersionCode: {code}\n"),
    ] {
        assert!(recipe.contains(&line), "{RECIPE} lacks:\n{line}");
    }
}

#[test]
fn pictures_for_stores_are_whole_phone_displays() {
    for number in 1..=PICTURES {
        let file = format!("{STORE}/images/phoneScreenshots/{number}.png");
        let bytes = fs::read(root().join(&file)).unwrap_or_default();
        assert_eq!(
            size(&bytes),
            Some(PICTURE),
            "{file}: cargo xtask store-pictures"
        );
    }
}

#[test]
fn what_does_not_fit_is_found() {
    let manifest = format!(
        "<manifest xmlns:android=\"{ANDROID}\"><uses-permission android:name=\"a.b.READ\"/>\
         <uses-permission android:name=\"a.b.READ_ALL\"/></manifest>"
    );
    assert_eq!(
        unexplained(&manifest, "| it | `READ_ALL` | why |"),
        ["READ"]
    );
    assert_eq!(fault(" \n", 9), Some("empty"));
    assert_eq!(fault("äöüäöüäöü\n", 9), None);
    assert_eq!(fault("äöüäöüäöü1\n", 9), Some("too long"));
    assert_eq!((code("0.1.0"), code("1.2.34")), (1000, 1_002_034));
    assert_eq!(size(b"\x89PNG\r\n\x1a\n"), None);
    let small = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\x02\0";
    assert_eq!(size(small), Some((256, 512)));
}

/// Permissions of the manifest whose name the README's tables lack.
fn unexplained(manifest: &str, readme: &str) -> Vec<String> {
    let document = Document::parse(manifest).expect("the manifest is XML");
    let permissions = document
        .descendants()
        .filter(|node| node.has_tag_name("uses-permission"));
    let names = permissions.filter_map(|node| node.attribute((ANDROID, "name")));
    let short = names.map(|name| name.rsplit('.').next().unwrap_or(name));
    let rows: Vec<&str> = readme
        .lines()
        .filter(|line| line.starts_with('|'))
        .collect();
    short
        .filter(|name| !rows.iter().any(|row| row.contains(&format!("`{name}`"))))
        .map(str::to_owned)
        .collect()
}

fn fault(text: &str, most: usize) -> Option<&'static str> {
    match text.trim().chars().count() {
        0 => Some("empty"),
        length if length > most => Some("too long"),
        _ => None,
    }
}

/// Version code and name: the version of the Maven build, and what `android/app/pom.xml` makes of it.
fn version() -> (u32, String) {
    let pom = text("android/pom.xml");
    let name = pom
        .split_once("<version>")
        .and_then(|(_, rest)| rest.split_once("</version>"))
        .map(|(version, _)| version.to_owned())
        .expect("a version");
    (code(&name), name)
}

/// 1.2.34 is 1002034.
fn code(version: &str) -> u32 {
    let parts = version.split('.').map(|part| part.parse::<u32>());
    parts.fold(0, |code, part| code * 1000 + part.expect("a number"))
}

/// Width and height of a PNG file.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let is_png = png.starts_with(b"\x89PNG\r\n\x1a\n") && png.get(12..16) == Some(b"IHDR");
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    if is_png {
        Some((number(16)?, number(20)?))
    } else {
        None
    }
}
