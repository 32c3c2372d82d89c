//! A copy of the project to take checks out of.

use std::fs;
use std::path::{Path, PathBuf};

use crate::table::Mutant;

/// What a check asks before it does its work, in the copy.
const ASK: &str = "
pub(crate) fn mutant(name: &str) -> bool {
    std::env::var(\"MUTANT\").is_ok_and(|one| one == name)
}
";

/// Where it is asked.
const ASKING: [&str; 4] = [
    "rust/list/src/lib.rs",
    "rust/store/src/lib.rs",
    "rust/engine/src/lib.rs",
    "tests/lists/main.rs",
];

/// Of the project's folder, what a build needs.
const PARTS: [&str; 4] = ["Cargo.toml", "Cargo.lock", "rust", "tests"];

/// What is built or installed there is left behind.
const LEFT_BEHIND: [&str; 4] = ["target", "node_modules", ".venv", "__pycache__"];

/// The copy.
pub struct Copy {
    folder: PathBuf,
    target: PathBuf,
}

impl Copy {
    /// A copy of the project as it is now.
    pub fn make() -> Self {
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let copy = Self {
            folder: scratch.join("mutants"),
            target: scratch
                .parent()
                .expect("it is in the target folder")
                .to_owned(),
        };
        // The one of the last time, if there is one.
        let _ = fs::remove_dir_all(&copy.folder);
        let project = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("tests is in it");
        for part in PARTS {
            copy_all(&project.join(part), &copy.folder.join(part));
        }
        // Another version than the project's: Cargo must not take the one's files for the other's.
        copy.replace(
            "Cargo.toml",
            "version = \"0.1.0\"\nedition",
            "version = \"0.0.0\"\nedition",
        );
        for file in ASKING {
            let path = copy.folder.join(file);
            let text = fs::read_to_string(&path).expect("it is in the project");
            fs::write(&path, text + ASK).expect("it can be written");
        }
        copy
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the project itself is built: what both use of others is built once.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Takes a check out.
    pub fn edit(&self, mutant: &Mutant) {
        let ask = format!("crate::mutant(\"{}\")", mutant.name);
        self.replace(mutant.file, mutant.from, &mutant.to.replace("MUTANT", &ask));
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).expect("it is in the project");
        let times = text.matches(from).count();
        assert_eq!(times, 1, "{file} has this {times} times, not once:\n{from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("it can be written");
    }
}

fn copy_all(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().expect("it is in a folder")).expect("a folder");
        fs::copy(from, to).expect("a copy");
        return;
    }
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let name = entry.file_name();
        if LEFT_BEHIND.iter().all(|one| name != *one) {
            copy_all(&entry.path(), &to.join(&name));
        }
    }
}
