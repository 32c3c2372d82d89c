//! The order in which files reach the web server: whatever a phone sees half-way is a whole list.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;

use crate::folder::published_version;
use crate::{Problem, Role, files};

/// Files that may go up together, after all of the phase before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phase {
    /// What they are.
    pub title: &'static str,
    /// Their names below the published folder.
    pub files: Vec<String>,
}

/// The phases of uploading `names`.
pub(crate) fn phases(names: &BTreeSet<String>) -> Vec<Phase> {
    let select = |title, belongs: &dyn Fn(&str) -> bool| Phase {
        title,
        files: names.iter().filter(|name| belongs(name)).cloned().collect(),
    };
    let is_target = |name: &str| name.starts_with("targets/");
    let is_root = |name: &str| name.ends_with(".root.json");
    let is_last = |name: &str| name == LAST;
    let all = [
        select("files of the list", &is_target),
        select(
            "what the list is, and which files belong together",
            &|name| !is_target(name) && !is_root(name) && !is_last(name),
        ),
        select("whose keys count", &is_root),
        select("what is newest", &is_last),
    ];
    all.into_iter()
        .filter(|phase| !phase.files.is_empty())
        .collect()
}

const LAST: &str = "metadata/timestamp.json";

/// Brings another folder to the state of a published one, phase by phase; each file is written
/// beside its place and moved there. Gives what was written.
///
/// # Errors
/// `newer_there`, `other_repository`, `file`
pub fn mirror(from: &Path, to: &Path) -> Result<Vec<Phase>, Problem> {
    files::make_folder(to)?;
    check_is_ours(from, to)?;
    let mut missing = BTreeSet::new();
    for folder in ["targets", "metadata"] {
        for name in files::names(&from.join(folder))? {
            let name = format!("{folder}/{name}");
            let there = files::read_if_there(&to.join(&name))?;
            if there.as_deref() != Some(&files::read(&from.join(&name))?) {
                missing.insert(name);
            }
        }
    }
    let phases = phases(&missing);
    for name in phases.iter().flat_map(|phase| &phase.files) {
        files::write(&to.join(name), &files::read(&from.join(name))?)?;
    }
    Ok(phases)
}

/// Another publisher's folder, or one that somebody published to from elsewhere, is left alone.
fn check_is_ours(from: &Path, to: &Path) -> Result<(), Problem> {
    let newest = |dir: &Path| -> Result<u64, Problem> {
        let timestamp = published_version(dir, Role::Timestamp, 0)?;
        Ok(timestamp.map_or(0, |timestamp| timestamp.version()))
    };
    if newest(to)? > newest(from)? {
        return Err(Problem::new(
            "newer_there",
            format!(
                "{} holds a newer timestamp than we published.",
                to.display()
            ),
            "Somebody published from elsewhere: fetch that state into the folder `published` first.",
        ));
    }
    let names = files::names(&from.join("metadata"))?;
    for name in names.iter().filter(|name| *name != "timestamp.json") {
        let there = files::read_if_there(&to.join("metadata").join(name))?;
        let Some(there) = there else { continue };
        if there != files::read(&from.join("metadata").join(name))? {
            return Err(Problem::new(
                "other_repository",
                format!(
                    "{}/metadata/{name} is another file than ours.",
                    to.display()
                ),
                "Name the right folder; published metadata is never changed.",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_timestamp_is_last_and_the_files_of_the_list_are_first() {
        let names = [
            "metadata/timestamp.json",
            "metadata/2.root.json",
            "metadata/3.targets.json",
        ];
        let names = names
            .into_iter()
            .chain(["targets/00.list.txt.gz"])
            .map(str::to_owned);
        let order: Vec<String> = phases(&names.collect())
            .into_iter()
            .flat_map(|phase| phase.files)
            .collect();
        let expected = [
            "targets/00.list.txt.gz",
            "metadata/3.targets.json",
            "metadata/2.root.json",
            "metadata/timestamp.json",
        ];
        assert_eq!(order, expected);
    }
}
