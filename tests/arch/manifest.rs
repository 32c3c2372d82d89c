//! The app's manifest: what the app may do, and who may start which part of it.

use roxmltree::{Document, Node};

use crate::tree::text;

const MANIFEST: &str = "android/app/src/main/AndroidManifest.xml";
const EXPECTED: &str = "tests/arch/expected/manifest.txt";
/// Android's own attributes.
pub const ANDROID: &str = "http://schemas.android.com/apk/res/android";
const COMPONENTS: &[&str] = &[
    "activity",
    "activity-alias",
    "service",
    "receiver",
    "provider",
];

#[test]
fn components_and_permissions_are_the_expected_ones() {
    let found = describe(&text(MANIFEST));
    let expected = text(EXPECTED);
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(
        found,
        expected,
        "the manifest changed. If that is meant, every new permission and every new exported \
         component has a reason: write these lines into {EXPECTED}:\n{}\n",
        found.join("\n")
    );
}

#[test]
fn nothing_in_the_manifest_is_against_the_rules() {
    let wrong = against_rules(&text(MANIFEST));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_copied_to_a_cloud_or_another_phone() {
    let missing = copied(&text("android/app/src/main/res/xml/data_extraction.xml"));
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(text(MANIFEST).contains("android:dataExtractionRules=\"@xml/data_extraction\""));
}

#[test]
fn a_copy_that_is_left_open_is_found() {
    let excludes = |domains: &[&str]| -> String {
        domains
            .iter()
            .map(|domain| format!("<exclude domain=\"{domain}\" path=\".\"/>"))
            .collect()
    };
    let rules = format!(
        "<data-extraction-rules><cloud-backup>{}<exclude domain=\"file\" path=\"a\"/></cloud-backup>\
         </data-extraction-rules>",
        excludes(&DOMAINS[1..])
    );
    assert_eq!(
        copied(&rules),
        ["cloud-backup leaves out root", "device-transfer is missing"]
    );
}

#[test]
fn a_bad_manifest_is_found() {
    let bad = format!(
        "<manifest xmlns:android=\"{ANDROID}\">\
           <uses-permission android:name=\"android.permission.READ_CALL_LOG\"/>\
           <application android:allowBackup=\"true\">\
             <service android:name=\".A\" android:exported=\"true\"/>\
             <service android:name=\".B\" android:exported=\"true\" android:permission=\"my.OWN\"/>\
             <activity android:name=\".C\"/>\
             <provider android:name=\".D\" android:exported=\"true\"/>\
           </application>\
         </manifest>"
    );
    assert_eq!(
        against_rules(&bad),
        [
            "android.permission.READ_CALL_LOG must not be asked for",
            "allowBackup must be false: a restored state would be an old one",
            "usesCleartextTraffic must be false: only protected connections",
            "service .A is exported and not guarded by a BIND_ permission",
            "service .B is exported and not guarded by a BIND_ permission",
            "activity .C does not say whether it is exported",
            "provider .D is exported",
        ]
    );
    assert_eq!(
        describe(&bad)[0],
        "permission android.permission.READ_CALL_LOG"
    );
    assert_eq!(describe(&bad)[1], "activity .C");
    assert!(describe(&bad).contains(&"service .B exported permission=my.OWN".to_owned()));
}

/// Permissions that no part of the app needs.
const NEVER: &[&str] = &[
    "android.permission.READ_CALL_LOG",
    "android.permission.CALL_PHONE",
    "android.permission.RECORD_AUDIO",
    "android.permission.READ_SMS",
];

/// What the application must have switched off, and why.
const OFF: &[(&str, &str)] = &[
    ("allowBackup", "a restored state would be an old one"),
    ("usesCleartextTraffic", "only protected connections"),
];

/// Every place where an app keeps files, as Android's documentation of the rules lists them.
const DOMAINS: &[&str] = &[
    "root",
    "file",
    "database",
    "sharedpref",
    "external",
    "device_root",
    "device_file",
    "device_database",
    "device_sharedpref",
];

/// What the rules would let be copied.
fn copied(rules: &str) -> Vec<String> {
    let document = Document::parse(rules).expect("the rules are XML");
    let mut open = Vec::new();
    for way in ["cloud-backup", "device-transfer"] {
        let Some(node) = document.descendants().find(|node| node.has_tag_name(way)) else {
            open.push(format!("{way} is missing"));
            continue;
        };
        let excluded = |domain: &str| {
            node.children().any(|rule| {
                rule.has_tag_name("exclude")
                    && rule.attribute("domain") == Some(domain)
                    && rule.attribute("path") == Some(".")
            })
        };
        let forgotten = DOMAINS.iter().filter(|domain| !excluded(domain));
        open.extend(forgotten.map(|domain| format!("{way} leaves out {domain}")));
    }
    open
}

/// One line for each permission and component, permissions first, sorted.
fn describe(xml: &str) -> Vec<String> {
    let document = Document::parse(xml).expect("the manifest is XML");
    let mut permissions: Vec<String> = permissions(&document)
        .map(|name| format!("permission {name}"))
        .collect();
    permissions.sort();
    let mut components: Vec<String> = components(&document).map(|node| line(&node)).collect();
    components.sort();
    permissions.extend(components);
    permissions
}

fn against_rules(xml: &str) -> Vec<String> {
    let document = Document::parse(xml).expect("the manifest is XML");
    let mut wrong: Vec<String> = permissions(&document)
        .filter(|name| NEVER.contains(name))
        .map(|name| format!("{name} must not be asked for"))
        .collect();
    let application = document
        .descendants()
        .find(|node| node.has_tag_name("application"));
    for (switch, reason) in OFF {
        if application.and_then(|node| node.attribute((ANDROID, *switch))) != Some("false") {
            wrong.push(format!("{switch} must be false: {reason}"));
        }
    }
    wrong.extend(components(&document).filter_map(|node| {
        let what = format!("{} {}", node.tag_name().name(), name(&node));
        let exported = node.attribute((ANDROID, "exported"));
        let guard = node.attribute((ANDROID, "permission")).unwrap_or_default();
        let is_bound = guard.starts_with("android.permission.BIND_");
        match (node.tag_name().name(), exported) {
            (_, None) => Some(format!("{what} does not say whether it is exported")),
            ("service", Some("true")) if !is_bound => Some(format!(
                "{what} is exported and not guarded by a BIND_ permission"
            )),
            ("provider", Some("true")) => Some(format!("{what} is exported")),
            _ => None,
        }
    }));
    wrong
}

fn permissions<'a>(document: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    let asked = document
        .descendants()
        .filter(|node| node.tag_name().name().starts_with("uses-permission"));
    asked.filter_map(|node| node.attribute((ANDROID, "name")))
}

fn components<'a, 'input>(
    document: &'a Document<'input>,
) -> impl Iterator<Item = Node<'a, 'input>> {
    document
        .descendants()
        .filter(|node| COMPONENTS.contains(&node.tag_name().name()))
}

fn name<'a>(node: &Node<'a, '_>) -> &'a str {
    node.attribute((ANDROID, "name")).unwrap_or_default()
}

fn line(node: &Node<'_, '_>) -> String {
    let mut line = format!("{} {}", node.tag_name().name(), name(node));
    if node.attribute((ANDROID, "exported")) == Some("true") {
        line.push_str(" exported");
    }
    if let Some(guard) = node.attribute((ANDROID, "permission")) {
        line.push_str(&format!(" permission={guard}"));
    }
    let actions = node
        .descendants()
        .filter(|node| node.has_tag_name("action"));
    for action in actions.filter_map(|node| node.attribute((ANDROID, "name"))) {
        line.push_str(&format!(" action={action}"));
    }
    line
}
