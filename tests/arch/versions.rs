//! One version for all parts: that of the workspace.

use roxmltree::Document;

use crate::tree::{files, text};

#[test]
fn all_parts_have_the_version_of_the_workspace() {
    let version = workspace(&text("Cargo.toml"));
    let poms = [files("android", "pom.xml"), files("tests", "pom.xml")].concat();
    assert!(poms.len() > 3, "the poms are not found");
    let wrong = others(&poms, &version);
    assert!(
        wrong.is_empty(),
        "Cargo.toml says {version}:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_manifest_leaves_the_version_to_the_build() {
    let manifest = text("android/app/src/main/AndroidManifest.xml");
    assert!(
        !says_version(&manifest),
        "aapt2 is told the version by the build"
    );
}

#[test]
fn another_version_is_found() {
    let toml = "[package]\nversion = \"9\"\n[workspace.package]\nversion = \"1.2.3\"\n";
    assert_eq!(workspace(toml), "1.2.3");
    let pom =
        |version: &str| format!("<project><parent><version>{version}</version></parent></project>");
    let parent = "<project><groupId>org.cleardown</groupId><version>1.2.4</version></project>";
    let poms = [
        ("a", pom("1.2.3")),
        ("b", pom("1.2.2")),
        ("c", parent.to_owned()),
    ];
    let poms = poms.map(|(path, text)| (path.to_owned(), text));
    assert_eq!(others(&poms, "1.2.3"), ["b says 1.2.2", "c says 1.2.4"]);
    assert!(says_version("<manifest android:versionCode=\"1\"/>"));
}

fn workspace(toml: &str) -> String {
    let section = toml
        .split("[workspace.package]\n")
        .nth(1)
        .unwrap_or_default();
    let line = section
        .lines()
        .find_map(|line| line.strip_prefix("version = "));
    line.unwrap_or_default().trim_matches('"').to_owned()
}

/// Poms with another version, of their own or their parent's.
fn others(poms: &[(String, String)], version: &str) -> Vec<String> {
    let found = poms.iter().filter_map(|(path, xml)| {
        let document = Document::parse(xml).expect("a pom is XML");
        let project = document.root_element();
        let child = |node: roxmltree::Node<'_, '_>, name: &str| {
            let found = node
                .children()
                .find(|child| child.tag_name().name() == name)?;
            Some(found.text().unwrap_or_default().to_owned())
        };
        let parent = project
            .children()
            .find(|node| node.tag_name().name() == "parent");
        let own = child(project, "version");
        let said = own
            .or_else(|| child(parent?, "version"))
            .unwrap_or_default();
        (said != version).then(|| format!("{path} says {said}"))
    });
    found.collect()
}

fn says_version(manifest: &str) -> bool {
    manifest.contains("android:versionCode") || manifest.contains("android:versionName")
}
