//! Classes and resources, by Maven.

use std::path::PathBuf;
use std::process::Command;

use super::fresh::Fresh;
use crate::java::Java;
use crate::steps::Steps;
use crate::{Failure, maven, places};

/// For a short run, compiling Java's own code well costs more than it brings. The line editor that
/// newer Javas bring does not know what a password is for.
const JAVA_OPTIONS: [&str; 4] = [
    "-Xmx2g",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Djdk.console=java.base",
];

/// What Maven made, and the libraries that it found.
pub struct Classes {
    path: Vec<PathBuf>,
}

/// Compiles the app and the program that signs, and links the resources; unless that would only make
/// again what is there.
pub fn build(java: &Java, steps: &mut Steps) -> Result<Classes, Failure> {
    let mut step = steps.begin("compile the classes, link the resources (Maven)");
    let fresh = fresh(java);
    if fresh.holds()
        && let Some(classes) = maven::packer_class_path().ok().and_then(found)
    {
        step.end("as before: nothing changed");
        return Ok(classes);
    }
    fresh.forget();
    // Linked anew: a resource that was taken away is not missed otherwise.
    let _ = std::fs::remove_file(resources());
    let path = maven::packer(java, &mut step)?;
    let classes = found(path).ok_or("Maven says where libraries are, but they are not there.")?;
    fresh.remember();
    step.end("compiled");
    Ok(classes)
}

/// Every source of Maven's lies in its folder.
fn fresh(java: &Java) -> Fresh {
    let android = places::root().join("android");
    let mut fresh = Fresh::new("classes");
    fresh.by = format!("{} {}", java.version, java.home.display());
    let modules = ["engine", "app", "packer"].map(|module| android.join(module));
    fresh.reads = vec![android.join("pom.xml")];
    fresh.reads.extend(modules.iter().cloned());
    fresh.writes = vec![resources(), named()];
    fresh
        .writes
        .extend(modules.map(|module| module.join("target/classes")));
    fresh
}

/// The libraries on this class path, if all are there.
fn found(path: String) -> Option<Classes> {
    let path: Vec<_> = path.split(':').map(PathBuf::from).collect();
    let all_there = path.iter().all(|part| part.exists());
    all_there.then_some(Classes { path })
}

impl Classes {
    /// Folders with the classes of the app.
    pub fn of_app(&self) -> Vec<PathBuf> {
        let own = places::root().join("android");
        let mut folders: Vec<_> = self
            .path
            .iter()
            .filter(|path| path.starts_with(&own))
            .cloned()
            .collect();
        folders.sort();
        folders
    }

    /// A library, by the name of its artefact.
    pub fn library(&self, artefact: &str) -> Result<PathBuf, Failure> {
        let is_it = |path: &&PathBuf| version_in(path, artefact).is_some();
        let found = self.path.iter().find(is_it).cloned();
        found.ok_or(format!("Maven found no {artefact}."))
    }

    /// What draws QR codes. Its artefact has a name that others have, too.
    pub fn zxing(&self) -> Result<PathBuf, Failure> {
        let is_it = |path: &&PathBuf| {
            version_in(path, "core").is_some()
                && path.components().any(|part| part.as_os_str() == "zxing")
        };
        let found = self.path.iter().find(is_it).cloned();
        found.ok_or("Maven found no zxing.".to_owned())
    }

    /// The version of a library, for the report.
    pub fn version(&self, artefact: &str) -> Option<String> {
        self.path.iter().find_map(|path| version_in(path, artefact))
    }

    /// The program that shrinks and signs, without arguments.
    pub fn packer(&self, java: &Java) -> Result<Command, Failure> {
        let own = places::root().join("android/packer/target/classes");
        let libraries = ["apksig", "kotlin-stdlib", "r8"].map(|name| self.library(name));
        let libraries: Vec<PathBuf> = libraries.into_iter().collect::<Result<_, _>>()?;
        let parts = [own].into_iter().chain(libraries);
        let parts: Vec<_> = parts.map(|part| part.display().to_string()).collect();
        let mut command = Command::new(java.home.join("bin/java"));
        command
            .args(JAVA_OPTIONS)
            .args(["-cp", &parts.join(":"), "org.cleardown.packer.MainKt"]);
        Ok(command)
    }

    /// Android's classes, level 36.
    pub fn android(&self) -> Result<PathBuf, Failure> {
        self.library("android-all")
    }
}

/// `9.5.0` of `apksig-9.5.0.jar`.
fn version_in(path: &std::path::Path, artefact: &str) -> Option<String> {
    let rest = path.file_name()?.to_str()?.strip_prefix(artefact)?;
    let version = rest.strip_prefix('-')?.strip_suffix(".jar")?;
    version
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| version.to_owned())
}

/// Manifest and resources, linked.
pub fn resources() -> PathBuf {
    linked().join("resources.ap_")
}

/// What manifest and layouts name, as rules for R8.
pub fn named() -> PathBuf {
    linked().join("named.pro")
}

fn linked() -> PathBuf {
    places::root().join("android/app/target/res")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::version_in;

    #[test]
    fn a_jar_is_told_from_others_that_begin_alike() {
        let version = |jar, artefact| version_in(Path::new(jar), artefact);
        assert_eq!(version("/m/r8-9.5.28.jar", "r8").as_deref(), Some("9.5.28"));
        assert_eq!(
            version("/m/kotlin-stdlib-jdk8-1.0.jar", "kotlin-stdlib"),
            None
        );
        assert_eq!(version("/m/classes", "r8"), None);
    }
}
