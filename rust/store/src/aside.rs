//! Setting a damaged file aside: it gets another name, nothing is deleted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::connect::beside;
use crate::error::is_there;

/// Renames the file to its name and `.broken-1` (or the next number that is free), its log and
/// index with it, so that the copy can still be opened. Gives its new name. No connection may be
/// open.
pub(crate) fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let to = free_name(path);
    // The log first: should we be killed in between, it must not meet a new file.
    for ending in ["-wal", "-shm", ""] {
        let from = beside(path, ending);
        if is_there(&from) {
            fs::rename(from, beside(&to, ending))?;
        }
    }
    Ok(to)
}

/// Removes every copy but this one. For files that can be fetched again, and are large.
pub(crate) fn keep_only(kept: &Path, path: &Path) -> io::Result<()> {
    let starts_with = |path: &Path, beginning: &Path| {
        let [path, beginning] = [path, beginning].map(|one| one.as_os_str().as_encoded_bytes());
        path.starts_with(beginning)
    };
    let all = beside(path, ".broken");
    let kept = [kept.to_owned(), beside(kept, "-wal"), beside(kept, "-shm")];
    for entry in fs::read_dir(path.parent().unwrap_or(path))? {
        let copy = entry?.path();
        if starts_with(&copy, &all) && !kept.contains(&copy) {
            fs::remove_file(copy)?;
        }
    }
    Ok(())
}

fn free_name(path: &Path) -> PathBuf {
    let names = (1_u32..).map(|n| beside(path, &format!(".broken-{n}")));
    let is_free = |to: &PathBuf| {
        ["", "-wal"]
            .iter()
            .all(|ending| !is_there(&beside(to, ending)))
    };
    names
        .into_iter()
        .find(is_free)
        .unwrap_or_else(|| beside(path, ".broken"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_set_aside_before_is_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("live.db");
        for content in ["one", "two"] {
            fs::write(&path, content).unwrap();
            fs::write(beside(&path, "-wal"), content).unwrap();
            set_aside(&path).unwrap();
        }
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        assert_eq!(read("live.db.broken-1"), "one");
        assert_eq!(read("live.db.broken-2-wal"), "two");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 4);
    }

    #[test]
    fn only_the_last_copy_is_kept_of_what_can_be_fetched_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("gb.db");
        fs::write(dir.path().join("gb-2.db.broken-1"), "another's").unwrap();
        for content in ["one", "two", "three"] {
            fs::write(&path, content).unwrap();
            fs::write(beside(&path, "-wal"), content).unwrap();
            keep_only(&set_aside(&path).unwrap(), &path).unwrap();
            let all = fs::read_dir(dir.path()).unwrap();
            let mut contents: Vec<String> = all
                .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
                .collect();
            contents.sort();
            let mut expected = ["another's", content, content];
            expected.sort_unstable();
            assert_eq!(contents, expected);
        }
    }
}
