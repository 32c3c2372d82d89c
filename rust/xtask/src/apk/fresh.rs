//! Whether a step need not be done again: what goes in and what came out are still the same bytes.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::places;

/// What a step reads and what it writes.
pub struct Fresh {
    /// The file that remembers the last time.
    stamp: PathBuf,
    /// Files and folders. In a folder, folders called `target` do not count.
    pub reads: Vec<PathBuf>,
    /// Files and folders.
    pub writes: Vec<PathBuf>,
    /// What else it depends on.
    pub by: String,
}

impl Fresh {
    /// A step of this name.
    pub fn new(name: &str) -> Self {
        Self {
            stamp: places::apk().join(format!("{name}.stamp")),
            reads: Vec::new(),
            writes: Vec::new(),
            by: String::new(),
        }
    }

    /// Whether the step would only make again what is there.
    pub fn holds(&self) -> bool {
        let now = self.now();
        now.is_some() && fs::read_to_string(&self.stamp).ok() == now
    }

    /// Forgets the last time: what is there will not be complete for a while.
    pub fn forget(&self) {
        let _ = fs::remove_file(&self.stamp);
    }

    /// Remembers that the step was done. If that fails, it is only done again.
    pub fn remember(&self) {
        if let Some(now) = self.now() {
            let _ = fs::write(&self.stamp, now);
        }
    }

    /// `None` if something is not there.
    fn now(&self) -> Option<String> {
        let mut hasher = DefaultHasher::new();
        self.by.hash(&mut hasher);
        // Another build of this tool may do the step differently.
        add(&std::env::current_exe().ok()?, &mut hasher)?;
        for path in self.reads.iter().chain(&self.writes) {
            add(path, &mut hasher)?;
        }
        Some(format!("{:016x}\n", hasher.finish()))
    }
}

/// Names and contents of a file, or of all files below a folder.
fn add(path: &Path, hasher: &mut DefaultHasher) -> Option<()> {
    path.hash(hasher);
    if !path.is_dir() {
        fs::read(path).ok()?.hash(hasher);
        return Some(());
    }
    let entries = fs::read_dir(path).ok()?.flatten();
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    entries.retain(|entry| entry.file_name().is_some_and(|name| name != "target"));
    entries.sort();
    entries.iter().try_for_each(|entry| add(entry, hasher))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_what_goes_in_or_comes_out_is_seen() {
        let folder = std::env::temp_dir().join(format!("cleardown-fresh-{}", std::process::id()));
        let (source, built) = (folder.join("in"), folder.join("out"));
        let write = |path: &Path, text: &str| {
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        };
        let fresh = Fresh {
            stamp: folder.join("stamp"),
            reads: vec![source.clone()],
            writes: vec![built.clone()],
            by: "java 25".into(),
        };
        write(&source.join("a/b.kt"), "one");
        assert!(!fresh.holds(), "nothing was built");
        write(&built, "class");
        assert!(!fresh.holds(), "nothing is remembered");
        fresh.remember();
        assert!(fresh.holds());
        write(&source.join("target/x"), "not a source");
        assert!(fresh.holds());

        write(&source.join("a/b.kt"), "two");
        assert!(!fresh.holds(), "a source changed");
        write(&source.join("a/b.kt"), "one");
        assert!(fresh.holds());
        write(&source.join("a/c.kt"), "");
        assert!(!fresh.holds(), "a source came");
        fs::remove_file(source.join("a/c.kt")).expect("removed");
        write(&built, "half a class");
        assert!(!fresh.holds(), "the result changed");
        fs::remove_file(&built).expect("removed");
        assert!(!fresh.holds(), "the result is gone");
        let _ = fs::remove_dir_all(folder);
    }
}
