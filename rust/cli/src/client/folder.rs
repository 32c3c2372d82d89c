//! What is trusted, as files in a folder: `root.json`, `timestamp.json`, `snapshot.json`,
//! `targets.json`, and delegated roles under their percent-encoded names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use cleardown_engine::sync::tuf::{TrustFiles, escape};
use cleardown_engine::sync::{Keep, KeepError};
use cleardown_list::Sha256;

/// The folder, and what is in it.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    files: TrustFiles,
}

impl Folder {
    /// Reads the folder. Only the root must be there.
    pub fn open(path: &Path) -> Result<Self, String> {
        let root = fs::read(path.join("root.json")).map_err(|error| {
            let path = path.display();
            format!("{path}/root.json: {error}. Begin with `init`.")
        })?;
        let files = TrustFiles {
            anchor: Sha256::of(&root),
            epoch: 0,
            root,
            timestamp: read(&path.join("timestamp.json")),
            snapshot: read(&path.join("snapshot.json")),
            targets: read(&path.join("targets.json")),
        };
        Ok(Self {
            path: path.to_owned(),
            files,
        })
    }

    /// What was there.
    pub fn files(&self) -> &TrustFiles {
        &self.files
    }
}

impl Keep for Folder {
    fn save(&mut self, files: &TrustFiles) -> Result<(), KeepError> {
        let before = &self.files;
        let changes = [
            ("root.json", Some(&before.root), Some(&files.root)),
            (
                "timestamp.json",
                before.timestamp.as_ref(),
                files.timestamp.as_ref(),
            ),
            (
                "snapshot.json",
                before.snapshot.as_ref(),
                files.snapshot.as_ref(),
            ),
            (
                "targets.json",
                before.targets.as_ref(),
                files.targets.as_ref(),
            ),
        ];
        for (name, old, new) in changes {
            let path = self.path.join(name);
            match new {
                Some(bytes) if old != new => write(&path, bytes)?,
                None if old.is_some() => fs::remove_file(&path).map_err(|e| failed(&path, &e))?,
                _ => {}
            }
        }
        self.files = files.clone();
        Ok(())
    }

    fn delegated(&mut self, role: &str) -> Option<Vec<u8>> {
        read(&self.role(role))
    }

    fn save_delegated(&mut self, role: &str, bytes: &[u8]) -> Result<(), KeepError> {
        write(&self.role(role), bytes)
    }
}

impl Folder {
    fn role(&self, role: &str) -> PathBuf {
        self.path.join(format!("{}.json", escape(role)))
    }
}

/// A file that cannot be read is one that is not there: it is fetched again and checked.
fn read(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

/// All or nothing: beside it first, then in its place.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), KeepError> {
    let mut new = path.to_owned().into_os_string();
    new.push(".new");
    let written = fs::write(&new, bytes).and_then(|()| fs::rename(&new, path));
    written.map_err(|error| failed(path, &error))
}

fn failed(path: &Path, error: &io::Error) -> KeepError {
    KeepError {
        code: "folder_unwritable",
        text: format!("{}: {error}", path.display()),
        remedy: "Make room, or make the folder writable.",
    }
}
