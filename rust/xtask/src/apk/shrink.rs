//! R8: leaves out what nobody calls.

use std::path::{Path, PathBuf};

use super::classes::{self, Classes};
use super::fresh::Fresh;
use crate::java::Java;
use crate::run::{self, Show};
use crate::steps::Steps;
use crate::{Failure, places};

/// What R8 must leave as it is.
const RULES: &str = "android/app/shrink.pro";

/// Shrinks the classes: `dex/` with `mapping.txt`; unless that would only make again what is there.
pub fn all(classes: &Classes, java: &Java, steps: &mut Steps) -> Result<(), Failure> {
    let mut step = steps.begin("leave out what nobody calls (R8)");
    let dex = places::apk().join("dex");
    let list = arguments(classes, java, &dex)?;
    let fresh = fresh(classes, java, &list, &dex);
    if fresh.holds() {
        step.end("as before: nothing changed");
        return Ok(());
    }
    fresh.forget();
    // What an earlier build left there must not be packed.
    let _ = std::fs::remove_dir_all(&dex);
    std::fs::create_dir_all(&dex).map_err(|e| format!("{}: {e}", dex.display()))?;
    let mut command = classes.packer(java)?;
    command.arg("shrink").arg(list);
    let said = run::logged(&mut command, "r8", &mut step, |line| {
        Show::News(line.into())
    })?;
    if !said.ok {
        return Err(said.failure("R8"));
    }
    fresh.remember();
    let bytes = std::fs::metadata(dex.join("classes.dex")).map_or(0, |file| file.len());
    step.end(&format!("{} KB of dex", bytes / 1000));
    Ok(())
}

/// The list has the names of all classes, the folders of them their contents. Libraries do not change.
fn fresh(classes: &Classes, java: &Java, list: &Path, dex: &Path) -> Fresh {
    let mut fresh = Fresh::new("dex");
    fresh.by = java.version.to_string();
    fresh.reads = vec![
        list.to_path_buf(),
        places::root().join(RULES),
        classes::named(),
    ];
    fresh.reads.extend(classes.of_app());
    fresh.writes = vec![dex.to_path_buf(), mapping()];
    fresh
}

fn mapping() -> PathBuf {
    places::apk().join("mapping.txt")
}

/// Writes R8's arguments to a file: there are more than a command line takes.
fn arguments(classes: &Classes, java: &Java, dex: &Path) -> Result<PathBuf, Failure> {
    let list = places::apk().join("r8.txt");
    let mut words: Vec<String> = ["--release", "--no-data-resources", "--min-api", "29"]
        .map(str::to_owned)
        .to_vec();
    for (flag, file) in [
        ("--pg-map-output", mapping()),
        ("--lib", classes.android()?),
        ("--lib", java.home.clone()),
        ("--classpath", classes.library("annotations")?),
        ("--pg-conf", places::root().join(RULES)),
        ("--pg-conf", classes::named()),
        ("--output", dex.to_path_buf()),
    ] {
        words.extend([flag.to_owned(), path(&file)]);
    }
    words.push(path(&classes.library("kotlin-stdlib")?));
    words.push(path(&classes.zxing()?));
    for folder in classes.of_app() {
        words.extend(class_files(&folder)?.iter().map(|file| path(file)));
    }
    std::fs::write(&list, words.join("\n")).map_err(|e| format!("{}: {e}", list.display()))?;
    Ok(list)
}

/// In one order, whatever the file system says.
fn class_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let listed = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for file in listed.flatten().map(|file| file.path()) {
        if file.is_dir() {
            found.extend(class_files(&file)?);
        } else if file.extension().is_some_and(|ending| ending == "class") {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

fn path(file: &Path) -> String {
    file.display().to_string()
}
