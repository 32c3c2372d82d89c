//! The build report: what the APK is made of and by what. Nothing of it is in the APK.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::classes::Classes;
use super::native::{self, NativeLibrary};
use super::{Built, Options, VERSION, file};
use crate::java::Java;
use crate::{Failure, places, run, tools};

/// Where it is.
pub fn place() -> PathBuf {
    places::apk().join("report.json")
}

/// Writes it. `entries` is JSON; `signature` is names and values.
pub fn write(
    options: &Options,
    built: &Built,
    libraries: &[NativeLibrary],
    classes: &Classes,
    java: &Java,
    entries: &str,
    signature: &[(String, String)],
) -> Result<(), Failure> {
    let mut files = vec![about("unsigned", &built.unsigned)?];
    if let Some(signed) = &built.signed {
        files.push(about("signed", signed)?);
    }
    let libraries: Result<Vec<_>, _> = libraries
        .iter()
        .map(|library| about(library.abi.android_name(), &library.file))
        .collect();
    let publisher = options.publisher.as_ref();
    let publisher =
        publisher.map(|one| object(&[("id", text(&one.name)), ("url", text(&one.url))]));
    let signature: Vec<_> = signature
        .iter()
        .map(|(name, value)| (name.as_str(), text(value)))
        .collect();
    let report = object(&[
        ("version", text(VERSION)),
        (
            "commit",
            commit().map_or("null".into(), |commit| text(&commit)),
        ),
        ("publisher", publisher.unwrap_or("null".into())),
        ("apk", object(&pairs(&files))),
        ("libraries", object(&pairs(&libraries?))),
        ("signature", object(&signature)),
        ("tools", object(&tools(classes, java))),
        ("entries", entries.to_owned()),
    ]);
    let place = place();
    std::fs::write(&place, report + "\n").map_err(|e| format!("{}: {e}", place.display()))
}

fn tools(classes: &Classes, java: &Java) -> Vec<(&'static str, String)> {
    let aapt2 = places::root().join("android/app/target/tools/apktool/prebuilt/linux/aapt2");
    let version = |artefact| {
        classes
            .version(artefact)
            .map_or("null".into(), |version| text(&version))
    };
    let said = |answer: Option<String>| answer.map_or("null".into(), |said| text(said.trim()));
    let mut tools = vec![
        ("java", text(&java.version.to_string())),
        ("maven", said(tools::maven())),
        ("kotlin", version("kotlin-stdlib")),
        ("android", version("android-all")),
        (
            "aapt2",
            said(run::answer(Command::new(aapt2).arg("version"))),
        ),
        ("r8", version("r8")),
        ("apksig", version("apksig")),
    ];
    let compilers = native::compilers().into_iter();
    tools.extend(compilers.map(|(name, version)| (name, text(&version))));
    tools
}

/// The commit of the checkout; with `+` where something was changed since.
fn commit() -> Option<String> {
    let git = |arguments: &[&str]| {
        run::answer(
            Command::new("git")
                .args(arguments)
                .current_dir(places::root()),
        )
    };
    let commit = git(&["rev-parse", "HEAD"])?;
    let changed = git(&["status", "--porcelain"]).is_none_or(|said| !said.trim().is_empty());
    Some(format!(
        "{}{}",
        commit.trim(),
        if changed { "+" } else { "" }
    ))
}

fn about(what: &str, path: &Path) -> Result<(String, String), Failure> {
    let bytes = std::fs::metadata(path)
        .map_err(|e| format!("{}: {e}", path.display()))?
        .len();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let about = object(&[
        ("file", text(&name)),
        ("bytes", bytes.to_string()),
        ("sha256", text(&file::hash(path)?)),
    ]);
    Ok((what.to_owned(), about))
}

fn pairs(all: &[(String, String)]) -> Vec<(&str, String)> {
    all.iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect()
}

fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| format!("{}: {value}", text(name)))
        .collect();
    format!("{{{}}}", fields.join(",\n"))
}

/// A text as JSON has it.
fn text(plain: &str) -> String {
    let mut quoted = String::from("\"");
    for c in plain.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted() {
        assert_eq!(text("a \"b\" \\ \n"), "\"a \\\"b\\\" \\\\ \\u000a\"");
        assert_eq!(
            object(&[("a", text("b")), ("c", "1".into())]),
            "{\"a\": \"b\",\n\"c\": 1}"
        );
    }
}
