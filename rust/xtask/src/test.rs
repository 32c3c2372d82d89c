//! `cargo xtask test`.

use std::iter::Sum;
use std::time::{Duration, Instant};

use crate::apk::native::{self, Abi};
use crate::java::Java;
use crate::steps::{Step, Steps};
use crate::suites::{ALL, Runner, Suite};
use crate::{Failure, apk, cargo, fuzz, maven, setup};

/// What a suite came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed, or 1 for a suite that could not run.
    pub failed: u32,
    /// Tests that were left out.
    pub skipped: u32,
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self {
            passed: a.passed + b.passed,
            failed: a.failed + b.failed,
            skipped: a.skipped + b.skipped,
        })
    }
}

/// Runs the suites named in `only`, or all.
pub fn command(only: &[&str]) -> Result<(), Failure> {
    if let Some(unknown) = only
        .iter()
        .find(|name| ALL.iter().all(|s| s.name != **name))
    {
        let names: Vec<_> = ALL.iter().map(|s| s.name).collect();
        return Err(format!(
            "There is no suite {unknown}, but: {}",
            names.join(", ")
        ));
    }
    let chosen: Vec<_> = ALL
        .iter()
        .filter(|s| only.is_empty() || only.contains(&s.name))
        .collect();
    let needs_java = chosen.iter().any(|s| s.needs_java());
    let needs_python_tuf = chosen.iter().any(|s| s.needs_python_tuf());
    let needs_cpp = chosen.iter().any(|s| s.needs_cpp());
    let needs_android = chosen.iter().any(|s| s.needs_android());
    let needs_androguard = chosen.iter().any(|s| s.needs_androguard());
    let needs_textstat = chosen.iter().any(|s| s.needs_textstat());
    let for_java = if needs_java { setup::STEPS } else { 0 };
    let for_library = usize::from(chosen.iter().any(|s| s.needs_library()));
    let for_android = if needs_android { 1 + native::STEPS } else { 0 };
    let wheels = [needs_python_tuf, needs_androguard, needs_textstat];
    let wheels = wheels.into_iter().map(usize::from).sum::<usize>();
    let others = wheels + usize::from(needs_cpp) + for_library;
    let began = Instant::now();
    let mut steps = Steps::new(chosen.len() + for_java + for_android + others);
    let java = needs_java
        .then(|| setup::ready(&mut steps, false))
        .transpose()?;
    if needs_python_tuf && let Err(failure) = setup::python_tuf(&mut steps, false) {
        // Its suite will fail and say so; the others go on.
        println!("{failure}");
    }
    if needs_cpp && let Err(failure) = setup::cpp(&mut steps, false) {
        println!("{failure}");
    }
    if needs_androguard && let Err(failure) = setup::androguard(&mut steps, false) {
        println!("{failure}");
    }
    if needs_textstat && let Err(failure) = setup::textstat(&mut steps, false) {
        println!("{failure}");
    }
    if needs_android {
        let ready = setup::android(&mut steps, false);
        if let Err(failure) = ready.and_then(|()| native::build(&Abi::ALL, &mut steps).map(drop)) {
            println!("{failure}");
        }
    }

    let before = began.elapsed();
    let mut results = Vec::new();
    let mut library = false;
    for suite in chosen {
        if suite.needs_library() && !library {
            let mut step =
                steps.begin("build the native library with test doors, and the command line");
            cargo::library(&mut step)?;
            cargo::command_line(&mut step)?;
            step.end("built");
            library = true;
        }
        let step = steps.begin(&format!("{}: {}", suite.name, suite.about));
        results.push(run(suite, java.as_ref(), step)?);
    }
    report(&results, before, began.elapsed())
}

struct Outcome {
    name: &'static str,
    counts: Counts,
    took: Duration,
}

impl Outcome {
    /// Of a suite that could not even begin.
    fn broken(name: &'static str, step: Step) -> Self {
        let counts = Counts {
            failed: 1,
            ..Counts::default()
        };
        let took = step.end("could not begin");
        Self { name, counts, took }
    }
}

fn run(suite: &Suite, java: Option<&Java>, mut step: Step) -> Result<Outcome, Failure> {
    let (mut counts, said) = match (suite.runner, java) {
        (Runner::Cargo(package, more), _) => cargo::test(suite.name, package, more, &mut step)?,
        (Runner::Fuzz, _) => fuzz::test(&mut step)?,
        (Runner::Maven(module), Some(java)) => maven::test(suite.name, module, java, &mut step)?,
        (Runner::Unidbg, Some(java)) => {
            if let Err(failure) = native::with_doors(&mut step) {
                step.line(&failure);
                return Ok(Outcome::broken(suite.name, step));
            }
            maven::unidbg(suite.name, java, &mut step)?
        }
        (Runner::Reproduce, Some(java)) => apk::reproduce::test(java, &mut step)?,
        (Runner::Shrunk, Some(java)) => maven::shrunk(suite.name, java, &mut step)?,
        (Runner::Apk, Some(java)) => {
            step.line("      making it: cargo xtask apk; then one that believes a publisher");
            match apk::command(&[]).and_then(|()| apk::believing::make()) {
                Ok(believing) => maven::apk_checks(suite.name, &believing, java, &mut step)?,
                Err(failure) => {
                    step.line(&failure);
                    return Ok(Outcome::broken(suite.name, step));
                }
            }
        }
        (_, None) => {
            return Err("No Java was found for a suite on it.".into());
        }
    };
    if counts == Counts::default() {
        step.line("      no test ran");
        counts.failed = 1;
    }
    if counts.failed > 0 {
        step.line(&said.failure(suite.name));
    }
    let how = format!("{} passed, {} failed", counts.passed, counts.failed);
    Ok(Outcome {
        name: suite.name,
        counts,
        took: step.end(&how),
    })
}

/// `before` is the time that finding tools and building for several suites took, a part of `took`.
fn report(results: &[Outcome], before: Duration, took: Duration) -> Result<(), Failure> {
    println!(
        "\n{:<10}{:>8}{:>8}{:>9}{:>9}",
        "suite", "passed", "failed", "skipped", "seconds"
    );
    println!("{:<36}{:>9.1}", "(before the first)", before.as_secs_f64());
    for Outcome { name, counts, took } in results {
        println!("{}", row(name, counts, *took));
    }
    let total: Counts = results.iter().map(|r| r.counts).sum();
    println!("{}", row("total", &total, took));
    match total.failed {
        0 => Ok(()),
        failed => Err(format!("{failed} failed.")),
    }
}

fn row(name: &str, counts: &Counts, took: Duration) -> String {
    format!(
        "{name:<10}{:>8}{:>8}{:>9}{:>9.1}",
        counts.passed,
        counts.failed,
        counts.skipped,
        took.as_secs_f64()
    )
}
