//! The files of the project.

use std::fs;
use std::path::Path;

pub use cleardown_tests::{root, text};

/// Every file below this folder whose name ends so, with its text; paths from the root, sorted.
/// What a build leaves is not looked at.
pub fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), ending, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if path.is_dir() {
            if name != "target" && !name.starts_with('.') {
                collect(&path, ending, found);
            }
        } else if name.ends_with(ending)
            && let Ok(text) = fs::read_to_string(&path)
        {
            let path = path.strip_prefix(root()).expect("it is below the root");
            found.push((path.to_string_lossy().into_owned(), text));
        }
    }
}

#[test]
fn the_sources_are_found() {
    assert!(files("rust", ".rs").len() > 50);
    assert!(files("android/app", ".kt").len() > 20);
    assert!(
        files("rust", ".rs")
            .iter()
            .any(|(path, _)| path == "rust/core/src/floor.rs")
    );
}
