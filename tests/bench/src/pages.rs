//! The page cache.

use std::fs::File;
use std::path::{Path, PathBuf};

use rustix::fs::{Advice, fadvise};

use crate::Failure;

/// Drops these files, with the logs SQLite keeps beside them, from the page cache.
pub fn evict(files: &[PathBuf]) -> Result<(), Failure> {
    for file in files {
        for ending in ["", "-wal", "-shm"] {
            let mut name = file.clone().into_os_string();
            name.push(ending);
            drop_pages(Path::new(&name))?;
        }
    }
    Ok(())
}

fn drop_pages(path: &Path) -> Result<(), Failure> {
    let Ok(file) = File::open(path) else {
        return Ok(());
    };
    // Only pages that are on the disk can be dropped.
    file.sync_all()
        .map_err(|e| format!("{}: {e}", path.display()))?;
    fadvise(&file, 0, None, Advice::DontNeed).map_err(|e| format!("{}: {e}", path.display()))
}
