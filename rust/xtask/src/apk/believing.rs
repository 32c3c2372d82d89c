//! For the suite `apk`: an APK that believes a publisher, packed of the parts of the last build.

use std::path::{Path, PathBuf};

use super::{Options, file, native, publisher};
use crate::steps::Steps;
use crate::{Failure, places};

/// A root that phones believe.
const ROOT: &str = "rust/list/data/seed/root.json";

/// How many steps [`make`] takes.
const STEPS: usize = 3;

/// Packs it, with the flags that a publisher would give; answers where it is. Fails also if a forged
/// root is not refused.
pub fn make() -> Result<PathBuf, Failure> {
    let folder = places::root().join("target/apk-checks");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut steps = Steps::new(STEPS);
    let root = places::root().join(ROOT);
    refuse(&forge(&root, &folder)?, &mut steps)?;
    let options = options(&root)?;
    let publisher = options.publisher.as_ref().ok_or("No publisher was read.")?;
    let publishers = publisher::bake(publisher, &mut steps)?;
    let libraries = native::built(&options.abis)?;
    let out = folder.join("believing.apk");
    file::pack(&libraries, Some(&publishers), &out, &mut steps)?;
    Ok(out)
}

fn options(root: &Path) -> Result<Options, Failure> {
    let root = root.display().to_string();
    Options::read(&[
        "--unsigned",
        "--list-root",
        &root,
        "--list-url",
        "https://lists.example.org/gb",
        "--publisher",
        "gb",
        "--list-title",
        "Our list",
    ])
}

/// The same root, changed after it was signed.
fn forge(root: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let text = std::fs::read_to_string(root).map_err(|e| format!("{}: {e}", root.display()))?;
    let forged = folder.join("forged-root.json");
    let changed = text.replacen("\"version\":1", "\"version\":7", 1);
    std::fs::write(&forged, changed).map_err(|e| format!("{}: {e}", forged.display()))?;
    Ok(forged)
}

fn refuse(forged: &Path, steps: &mut Steps) -> Result<(), Failure> {
    let options = options(forged)?;
    let publisher = options.publisher.as_ref().ok_or("No publisher was read.")?;
    match publisher::bake(publisher, steps) {
        Err(why) if why.contains("no phone would believe this root") => {
            println!("      refused, as it must be: {why}");
            Ok(())
        }
        Err(why) => Err(format!(
            "A forged root was refused for another reason: {why}"
        )),
        Ok(_) => Err("A forged root was built in.".into()),
    }
}
