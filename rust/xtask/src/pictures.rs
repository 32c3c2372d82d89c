//! `cargo xtask store-pictures`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Failure, demo, places};

/// Plays the demonstration and puts the pictures for app stores into the metadata folder, in place
/// of those that are there.
pub fn command() -> Result<(), Failure> {
    let made = places::demo().join("store");
    clear(&made)?;
    demo::command()?;
    let kept = places::store_pictures();
    fs::create_dir_all(&kept).map_err(|e| format!("{}: {e}", kept.display()))?;
    clear(&kept)?;
    let pictures = list(&made);
    if pictures.is_empty() {
        return Err(format!(
            "The demonstration put nothing into {}.",
            made.display()
        ));
    }
    for picture in &pictures {
        let name = picture.file_name().unwrap_or_default();
        fs::copy(picture, kept.join(name)).map_err(|e| format!("{}: {e}", picture.display()))?;
    }
    println!("{} pictures in {}", pictures.len(), kept.display());
    Ok(())
}

fn clear(folder: &Path) -> Result<(), Failure> {
    list(folder)
        .iter()
        .try_for_each(|file| fs::remove_file(file).map_err(|e| format!("{}: {e}", file.display())))
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "png"))
        .collect()
}
