//! Where the files are.

use std::path::{Path, PathBuf};

use crate::StoreError;

/// The two folders. Both hold files of this store only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dirs {
    /// Readable before the phone's first unlock: lists, running state, marker.
    pub device: PathBuf,
    /// Readable after the first unlock: the call history. `None` while the phone is locked.
    pub credential: Option<PathBuf>,
}

/// The longest publisher name, escaped. File systems end at 255 bytes; SQLite and a damaged
/// file's new name need the rest.
pub(crate) const LONGEST_NAME: usize = 200;

const LIST_ENDING: &str = ".db";

impl Dirs {
    pub(crate) fn lists(&self) -> PathBuf {
        self.device.join("lists")
    }

    pub(crate) fn live(&self) -> PathBuf {
        self.device.join("live.db")
    }

    pub(crate) fn marker(&self) -> PathBuf {
        self.device.join("armed")
    }

    pub(crate) fn list_of(&self, publisher: &str) -> Result<PathBuf, StoreError> {
        Ok(self.lists().join(escape(publisher)? + LIST_ENDING))
    }
}

pub(crate) fn history_in(credential: &Path) -> PathBuf {
    credential.join("history.db")
}

/// The publisher whose list is in this file, if it is a list's file.
pub(crate) fn publisher_of(path: &Path) -> Option<String> {
    unescape(path.file_name()?.to_str()?.strip_suffix(LIST_ENDING)?)
}

/// A file name for any publisher's name, different for different names: what a publisher calls
/// itself never becomes part of a path.
fn escape(publisher: &str) -> Result<String, StoreError> {
    let mut name = String::new();
    for byte in publisher.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => name.push(byte.into()),
            _ => name.push_str(&format!("_{byte:02x}")),
        }
    }
    if name.is_empty() || name.len() > LONGEST_NAME {
        return Err(StoreError::BadPublisher { most: LONGEST_NAME });
    }
    Ok(name)
}

fn unescape(name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        if first == '_' {
            bytes.push(u8::from_str_radix(rest.get(1..3)?, 16).ok()?);
            rest = &rest[3..];
        } else {
            bytes.push(u8::try_from(first).ok()?);
            rest = &rest[first.len_utf8()..];
        }
    }
    let publisher = String::from_utf8(bytes).ok()?;
    (escape(&publisher).ok()? == name).then_some(publisher)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_publishers_never_leave_the_folder_and_come_back() {
        for publisher in ["gb", "../../etc", "Ärzte", "a/b", "A", "_", "con.db"] {
            let name = escape(publisher).unwrap();
            assert!(!name.contains(['/', '.', '\\']), "{name}");
            assert_eq!(unescape(&name).as_deref(), Some(publisher));
        }
        assert_ne!(escape("A").unwrap(), escape("a").unwrap());
    }

    #[test]
    fn other_files_are_nobodys_list() {
        for name in [
            "gb.db.broken-1",
            "gb.db-wal",
            "GB.db",
            "_6.db",
            "_61.db",
            ".db",
            "é.db",
        ] {
            assert_eq!(publisher_of(Path::new(name)), None, "{name}");
        }
    }

    #[test]
    fn empty_and_endless_names_are_refused() {
        assert_eq!(escape("").unwrap_err().code(), "bad_publisher");
        assert_eq!(
            escape(&"x".repeat(201)).unwrap_err().code(),
            "bad_publisher"
        );
    }
}
