//! Setting a damaged file aside: it gets another name, nothing is deleted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::connect::beside;
use crate::error::is_there;

/// Renames the file to its name and `.broken-1` (or the next number that is free), its log and
/// index with it, so that the copy can still be opened. No connection may be open.
pub(crate) fn set_aside(path: &Path) -> io::Result<()> {
    let to = free_name(path);
    // The log first: should we be killed in between, it must not meet a new file.
    for ending in ["-wal", "-shm", ""] {
        let from = beside(path, ending);
        if is_there(&from) {
            fs::rename(from, beside(&to, ending))?;
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
}
