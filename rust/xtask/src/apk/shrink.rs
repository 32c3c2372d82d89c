//! R8: leaves out what nobody calls. Once as dex for phones, once as class files for tests.

use std::path::{Path, PathBuf};

use super::classes::{self, Classes};
use crate::java::Java;
use crate::run::{self, Show};
use crate::steps::Steps;
use crate::{Failure, places};

/// What R8 must leave as it is.
const RULES: &str = "android/app/shrink.pro";

/// Shrinks the classes: `dex/` with `mapping.txt`, and `classes.jar`.
pub fn all(classes: &Classes, java: &Java, steps: &mut Steps) -> Result<(), Failure> {
    let mut step = steps.begin("leave out what nobody calls (R8)");
    let out = places::apk();
    let dex = out.join("dex");
    // What an earlier build left there must not be packed.
    let _ = std::fs::remove_dir_all(&dex);
    std::fs::create_dir_all(&dex).map_err(|e| format!("{}: {e}", dex.display()))?;
    let map = path(&out.join("mapping.txt"));
    let for_phones = ["--min-api", "29", "--pg-map-output", &map];
    let lists = [
        arguments(classes, java, "dex", &for_phones, &dex)?,
        arguments(
            classes,
            java,
            "class-files",
            &["--classfile"],
            &out.join("classes.jar"),
        )?,
    ];
    let mut command = classes.packer(java)?;
    command.arg("shrink").args(lists);
    let said = run::logged(&mut command, "r8", &mut step, |line| {
        Show::News(line.into())
    })?;
    if !said.ok {
        return Err(said.failure("R8"));
    }
    let bytes = std::fs::metadata(dex.join("classes.dex")).map_or(0, |file| file.len());
    step.end(&format!("{} KB of dex", bytes / 1000));
    Ok(())
}

/// Writes R8's arguments to a file.
fn arguments(
    classes: &Classes,
    java: &Java,
    name: &str,
    more: &[&str],
    to: &Path,
) -> Result<PathBuf, Failure> {
    let list = places::apk().join(format!("{name}.r8"));
    let mut words: Vec<String> = ["--release", "--no-data-resources"]
        .map(str::to_owned)
        .to_vec();
    words.extend(more.iter().map(|word| (*word).to_owned()));
    for (flag, file) in [
        ("--lib", classes.android()?),
        ("--lib", java.home.clone()),
        ("--classpath", classes.library("annotations")?),
        ("--pg-conf", places::root().join(RULES)),
        ("--pg-conf", classes::named()),
        ("--output", to.to_path_buf()),
    ] {
        words.extend([flag.to_owned(), path(&file)]);
    }
    words.push(path(&classes.library("kotlin-stdlib")?));
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
