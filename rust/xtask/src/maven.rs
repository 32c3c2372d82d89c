//! Runs Maven.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::java::Java;
use crate::run::{self, Said, Show};
use crate::setup;
use crate::steps::{Step, Steps};
use crate::test::Counts;
use crate::{Failure, places, surefire};

/// The machine's own certificates, as Debian keeps them for Java.
const CERTIFICATES: &str = "/etc/ssl/certs/java/cacerts";

/// In a run this short, compiling Maven's and Kotlin's own code well takes more time than it saves:
/// with it the classes cost twice as much.
const SHORT_RUN: &str = " -XX:TieredStopAtLevel=1";

/// Runs the tests of one module.
pub fn test(
    suite: &str,
    module: &str,
    java: &Java,
    step: &mut Step,
) -> Result<(Counts, Said), Failure> {
    let mut command = maven(java);
    command.args(["test", "-pl", module, "-am"]);
    if module != "engine" {
        command.arg("-Dengine.skipTests=true");
    }
    let built = places::root().join("android").join(module).join("target");
    counted(&mut command, suite, &built, step)
}

/// Plays the stories on what R8 leaves of the app.
pub fn shrunk(suite: &str, java: &Java, step: &mut Step) -> Result<(Counts, Said), Failure> {
    let mut command = maven(java);
    command.args(["test", "-P", "shrunk", "-pl", "app", "-am"]);
    command.arg("-Dengine.skipTests=true");
    let built = places::root().join("android/app/target/shrunk");
    counted(&mut command, suite, &built, step)
}

/// Lets other programs look at the finished APK, and at one that believes a publisher.
pub fn apk_checks(
    suite: &str,
    believing: &Path,
    java: &Java,
    step: &mut Step,
) -> Result<(Counts, Said), Failure> {
    let mut command = maven(java);
    command.args(["test", "-P", "apk-checks", "-pl", ":cleardown-apk-checks"]);
    let androguard = places::androguard();
    command.arg(format!("-Dcleardown.androguard={}", androguard.display()));
    command.arg(format!("-Dcleardown.believing={}", believing.display()));
    let built = places::root().join("target/apk-checks");
    counted(&mut command, suite, &built, step)
}

/// Runs the library for arm64 phones in an emulator.
pub fn unidbg(suite: &str, java: &Java, step: &mut Step) -> Result<(Counts, Said), Failure> {
    let mut command = maven(java);
    command.args(["test", "-P", "unidbg", "-pl", ":cleardown-unidbg", "-am"]);
    command.arg("-Dengine.skipTests=true");
    let built = places::root().join("target/unidbg");
    counted(&mut command, suite, &built, step)
}

/// Runs tests; counts what they report in the folder `built`.
fn counted(
    command: &mut Command,
    suite: &str,
    built: &Path,
    step: &mut Step,
) -> Result<(Counts, Said), Failure> {
    let reports = built.join("surefire-reports");
    // Of a class that is not run any more, nothing must be counted.
    let _ = std::fs::remove_dir_all(&reports);
    let said = run::logged(command, &format!("test-{suite}"), step, show)?;
    let mut counts = surefire::read_dir(&reports)?;
    let complaints = said
        .lines
        .iter()
        .filter(|line| is_jni_complaint(line))
        .count();
    if complaints > 0 {
        step.line(&format!("      -Xcheck:jni complained {complaints} times"));
    }
    if counts.failed == 0 && (!said.ok || complaints > 0) {
        counts.failed = 1;
    }
    Ok((counts, said))
}

/// Plays the demonstration; what it prints goes to the terminal.
pub fn demo(java: &Java, step: &mut Step) -> Result<(), Failure> {
    let mut command = maven(java);
    command.args(["test", "-pl", "app", "-am", "-Dengine.skipTests=true"]);
    command.args([
        "-Dtest=org.cleardown.demo.DemoTest,org.cleardown.looks.ContactSheetTest",
        "-Dsurefire.failIfNoSpecifiedTests=false",
    ]);
    command.args([
        "-Dcleardown.demo=true",
        "-Dmaven.test.redirectTestOutputToFile=false",
    ]);
    let said = run::logged(&mut command, "demo", step, show_demo)?;
    said.ok
        .then_some(())
        .ok_or_else(|| said.failure("The demonstration"))
}

/// Builds the JVM side of the benchmark; answers the class path of both programs it compares.
pub fn bench(java: &Java, step: &mut Step) -> Result<String, Failure> {
    let mut command = maven(java);
    command.args(["package", "-P", "bench", "-pl", ":cleardown-bench", "-am"]);
    command.arg("-Dmaven.test.skip=true");
    let said = run::logged(&mut command, "bench-jvm", step, show)?;
    if !said.ok {
        return Err(said.failure("The build"));
    }
    let built = places::root().join("target/bench-jvm");
    let list = built.join("class-path.txt");
    let others = std::fs::read_to_string(&list).map_err(|e| format!("{}: {e}", list.display()))?;
    Ok(format!(
        "{}:{}",
        built.join("cleardown-bench-0.1.0.jar").display(),
        others.trim()
    ))
}

/// Compiles the app's classes and the program that signs, links the resources; answers the class
/// path of what is packed and of what packs.
pub fn packer(java: &Java, step: &mut Step) -> Result<String, Failure> {
    let mut command = maven(java);
    command.args([
        "test-compile",
        "-P",
        "apk",
        "-pl",
        "app,:cleardown-packer",
        "-am",
    ]);
    command.args(["-Dmaven.test.skip=true", "-Dapk.only=true"]);
    command.env("MAVEN_OPTS", options(java) + SHORT_RUN);
    let said = run::logged(&mut command, "apk-classes", step, show)?;
    if !said.ok {
        return Err(said.failure("The build"));
    }
    packer_class_path()
}

/// What [`packer`] answered the last time.
pub fn packer_class_path() -> Result<String, Failure> {
    let list = places::root().join("android/packer/target/class-path.txt");
    let path = std::fs::read_to_string(&list).map_err(|e| format!("{}: {e}", list.display()))?;
    Ok(path.trim().to_owned())
}

/// `cargo xtask lint-kotlin`.
pub fn lint(format: bool) -> Result<(), Failure> {
    let mut steps = Steps::new(setup::STEPS + 1);
    let java = setup::ready(&mut steps, false)?;
    let mut step = steps.begin("ktlint");
    let mut command = maven(&java);
    command.args(["-N", "antrun:run@ktlint"]);
    if format {
        command.arg("-Dktlint.format=--format");
    }
    let said = run::logged(&mut command, "ktlint", &mut step, show_lint)?;
    if !said.ok {
        return Err(
            "ktlint found something; `cargo xtask lint-kotlin --format` mends most.".into(),
        );
    }
    step.end("nothing found");
    Ok(())
}

fn maven(java: &Java) -> Command {
    let mut command = Command::new("mvn");
    command.args(["-B", "-Dstyle.color=never", "-f", "android/pom.xml"]);
    for (name, path) in [
        ("cleardown.library", places::library()),
        ("cleardown.command", places::cleardown()),
        ("cleardown.scenarios", places::scenarios()),
        ("cleardown.out", places::demo()),
        ("cleardown.textstat", places::textstat()),
    ] {
        command.arg(format!("-D{name}={}", path.display()));
    }
    command
        .env("JAVA_HOME", &java.home)
        .env("MAVEN_OPTS", options(java));
    command
}

fn options(java: &Java) -> String {
    let mut options = std::env::var("MAVEN_OPTS").unwrap_or_default();
    if java.is_fetched() && PathBuf::from(CERTIFICATES).exists() {
        options.push_str(" -Djavax.net.ssl.trustStore=");
        options.push_str(CERTIFICATES);
    }
    options
}

fn is_jni_complaint(line: &str) -> bool {
    [
        "WARNING in native method",
        "FATAL ERROR in native method",
        "WARNING: JNI ",
    ]
    .iter()
    .any(|sign| line.contains(sign))
}

fn show(line: &str) -> Show {
    let text = line.trim_start_matches("[INFO] ").trim();
    if let Some(address) = text.strip_prefix("Downloading from ") {
        let file = address.rsplit('/').next().unwrap_or(address);
        Show::News(format!("fetching {file}"))
    } else if is_advice(line) {
        Show::Nothing
    } else if line.starts_with("[ERROR]") || is_jni_complaint(line) {
        Show::Line(format!("      {line}"))
    } else if text.starts_with("Building ") || text.starts_with("Running ") {
        Show::News(text.into())
    } else if let Some(goal) = text.strip_prefix("--- ") {
        Show::News(goal.split(' ').next().unwrap_or(goal).into())
    } else {
        Show::Nothing
    }
}

/// The demonstration's own lines carry no `[LEVEL]` of Maven's.
fn show_demo(line: &str) -> Show {
    match line.strip_prefix("[demo] ") {
        Some(text) => Show::Line(text.into()),
        None => show(line),
    }
}

fn show_lint(line: &str) -> Show {
    match line.split_once("[java] ") {
        Some((_, text)) if text.contains(".kt:") => Show::Line(text.into()),
        _ if line.starts_with("[ERROR]") => Show::Nothing,
        _ => show(line),
    }
}

/// What Maven appends to every failure.
fn is_advice(line: &str) -> bool {
    let text = line.trim_start_matches("[ERROR]").trim();
    text.is_empty()
        || [
            "-> [Help",
            "[Help",
            "To see the full",
            "Re-run Maven",
            "For more information",
            "After correcting",
            "mvn <args>",
        ]
        .iter()
        .any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complaints_of_the_jvm_are_seen() {
        assert!(is_jni_complaint(
            "WARNING in native method: JNI call made without checking"
        ));
        assert!(is_jni_complaint(
            "[stdout] FATAL ERROR in native method: Bad global ref"
        ));
        assert!(!is_jni_complaint(
            "WARNING: sun.misc.Unsafe::objectFieldOffset has been called"
        ));
    }

    #[test]
    fn advice_is_left_out_and_errors_are_not() {
        assert!(matches!(show("[ERROR]"), Show::Nothing));
        assert!(matches!(
            show("[ERROR] Re-run Maven using the -X switch"),
            Show::Nothing
        ));
        assert!(matches!(
            show("[ERROR] A.kt:3:1 Unresolved reference"),
            Show::Line(_)
        ));
    }

    #[test]
    fn a_download_is_news_by_its_file_name() {
        let line = "[INFO] Downloading from central: https://example.org/a/b/c-1.jar";
        assert!(matches!(show(line), Show::News(text) if text == "fetching c-1.jar"));
    }
}
