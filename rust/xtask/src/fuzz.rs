//! `cargo xtask fuzz`: any bytes in place of what a phone fetches.
//!
//! The programs are libFuzzer's, in `rust/fuzz`. The flags are those of cargo-fuzz but for the
//! address sanitizer, which needs a nightly compiler and finds nothing in code without `unsafe`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::run::{self, Said, Show};
use crate::steps::{Step, Steps};
use crate::test::Counts;
use crate::{Failure, cargo, places, setup};

/// How long all targets together run if nothing else is said.
const SECONDS: u64 = 60;

/// How long the planted bug may take to be found.
const PLANTED_SECONDS: u64 = 60;

/// What the program with the planted bug says.
const PLANTED: &str = "the planted bug";

const MACHINE: &str = "x86_64-unknown-linux-gnu";

const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

struct Target {
    name: &'static str,
    /// Folders with inputs to begin with.
    folders: &'static [&'static str],
    /// Which files there, by the beginnings of their names.
    seeds: &'static [&'static str],
    dictionary: &'static str,
    longest: u32,
}

const METADATA: Target = Target {
    name: "metadata",
    folders: &["rust/fuzz/seeds/metadata", "rust/list/data/seed"],
    seeds: &[
        "root",
        "timestamp",
        "snapshot",
        "targets",
        "new-keys",
        "delegations",
    ],
    dictionary: "rust/fuzz/dictionaries/metadata.dict",
    longest: 8192,
};

const BUNDLE: Target = Target {
    name: "bundle",
    folders: &["rust/fuzz/seeds/bundle"],
    seeds: &["file", "link", "signed"],
    dictionary: "rust/fuzz/dictionaries/metadata.dict",
    longest: 4096,
};

const SETTINGS: Target = Target {
    name: "settings",
    folders: &["android/admin"],
    seeds: &["settings", "intune"],
    dictionary: "rust/fuzz/dictionaries/settings.dict",
    longest: 2048,
};

const TARGETS: [Target; 5] = [
    METADATA,
    text("list_text", &["list", "long", "empty"]),
    text("delta", &["delta"]),
    BUNDLE,
    SETTINGS,
];

const fn text(name: &'static str, seeds: &'static [&'static str]) -> Target {
    Target {
        name,
        folders: &["rust/list/tests/golden/v1"],
        seeds,
        dictionary: "rust/fuzz/dictionaries/text.dict",
        longest: 4096,
    }
}

/// `cargo xtask fuzz`: all targets for so many seconds together, then the planted bug; or only that.
pub fn command(seconds: Option<u64>, only_planted: bool) -> Result<(), Failure> {
    let mut steps = Steps::new(2);
    setup::cpp(&mut steps, false)?;
    let mut step = steps.begin("fuzz what is fetched");
    let each = (!only_planted).then_some(seconds.unwrap_or(SECONDS) / TARGETS.len() as u64);
    let (counts, said) = all(each, &mut step)?;
    let how = format!("{} held, {} failed", counts.passed, counts.failed);
    step.end(&how);
    match counts.failed {
        0 => Ok(()),
        _ => Err(said.failure("Fuzzing")),
    }
}

/// The suite.
pub fn test(step: &mut Step) -> Result<(Counts, Said), Failure> {
    all(Some(SECONDS / TARGETS.len() as u64), step)
}

/// Runs each target for `each` seconds, if any, then looks for the planted bug. The answer is of the
/// last one that failed, or of the last one.
fn all(each: Option<u64>, step: &mut Step) -> Result<(Counts, Said), Failure> {
    let mut counts = Counts::default();
    let mut last = build(step)?;
    if !last.ok {
        counts.failed = 1;
        return Ok((counts, last));
    }
    let targets = TARGETS.iter().flat_map(|target| Some((target, each?)));
    for (target, seconds) in targets {
        let said = target.run(seconds, false, step)?;
        step.line(&format!("      {}", target.report(&said)));
        count(&mut counts, &mut last, said.ok, said);
    }
    let began = Instant::now();
    let said = text("planted", &["delta"]).run(PLANTED_SECONDS, true, step)?;
    let is_found = !said.ok && said.lines.iter().any(|line| line.contains(PLANTED));
    step.line(&planted(is_found, began.elapsed()));
    count(&mut counts, &mut last, is_found, said);
    Ok((counts, last))
}

fn count(counts: &mut Counts, last: &mut Said, held: bool, said: Said) {
    if held {
        counts.passed += 1;
    } else {
        counts.failed += 1;
    }
    if counts.failed == 0 || !held {
        *last = said;
    }
}

fn planted(is_found: bool, took: Duration) -> String {
    let seconds = took.as_secs_f64();
    if is_found {
        format!("      planted: found after {seconds:.1} s")
    } else {
        format!("      planted: not found in {seconds:.1} s, so what is not planted is not either")
    }
}

fn build(step: &mut Step) -> Result<Said, Failure> {
    let mut command = cargo::cargo();
    command
        .args(["build", "--release", "--locked", "--features", "planted"])
        .args([
            "--manifest-path",
            "rust/fuzz/Cargo.toml",
            "--target",
            MACHINE,
        ])
        .env("CARGO_TARGET_DIR", folder())
        .env("RUSTFLAGS", FLAGS);
    run::logged(&mut command, "fuzz-build", step, cargo::show)
}

impl Target {
    /// Runs the program; from its seeds alone if `afresh`, otherwise with what runs before kept.
    fn run(&self, seconds: u64, afresh: bool, step: &mut Step) -> Result<Said, Failure> {
        let corpus = folder().join("corpus").join(self.name);
        if afresh {
            // It need not be there.
            let _ = std::fs::remove_dir_all(&corpus);
        }
        let found = folder().join("found").join(self.name);
        for folder in [&corpus, &found] {
            std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        }
        let mut command = Command::new(self.program());
        command
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={}", self.longest))
            .arg(format!("-dict={}", self.dictionary))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .args(["-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1"])
            // Changes are made with care: many at once break any text.
            .arg("-mutate_depth=2")
            .arg(format!("-seed_inputs={}", self.seed_inputs()?))
            .arg(corpus);
        let name = format!("fuzz-{}", self.name);
        run::logged(&mut command, &name, step, |line| Show::News(line.into()))
    }

    /// The files to begin with, with commas between them.
    fn seed_inputs(&self) -> Result<String, Failure> {
        let mut found = Vec::new();
        for folder in self.folders {
            let path = places::root().join(folder);
            let files = std::fs::read_dir(path).map_err(|e| format!("{folder}: {e}"))?;
            let names = files.flatten().map(|file| file.file_name());
            found.extend(names.filter_map(|name| {
                let name = name.to_str()?;
                let is_one = self.seeds.iter().any(|seed| name.starts_with(seed));
                is_one.then(|| format!("{folder}/{name}"))
            }));
        }
        found.sort_unstable();
        Ok(found.join(","))
    }

    /// How it went, in one line; after a failure with the input and how to play it again.
    fn report(&self, said: &Said) -> String {
        let results = Results::read(&said.lines);
        let how = format!(
            "{}: {} runs, {} a second; {} places reached by {} inputs",
            self.name, results.runs, results.per_second, results.places, results.inputs
        );
        if said.ok {
            return how;
        }
        let again = results.input.map_or_else(String::new, |input| {
            let program = self.program();
            format!(
                "\n      the input: {input}\n      again: {} {input}",
                shown(&program)
            )
        });
        format!("{how}\n      {} failed{again}", self.name)
    }

    fn program(&self) -> PathBuf {
        folder().join(MACHINE).join("release").join(self.name)
    }
}

/// All that fuzzing builds, keeps and finds.
fn folder() -> PathBuf {
    places::target().join("fuzz")
}

fn shown(path: &Path) -> String {
    let short = path.strip_prefix(places::root()).unwrap_or(path);
    short.display().to_string()
}

/// What libFuzzer says of a run.
#[derive(Debug, Default, PartialEq)]
struct Results {
    runs: String,
    per_second: String,
    places: String,
    inputs: String,
    input: Option<String>,
}

impl Results {
    fn read(lines: &[String]) -> Self {
        let after = |word: &str| {
            let rest = lines
                .iter()
                .rev()
                .find_map(|line| Some(line.split_once(word)?.1));
            let value = rest.and_then(|rest| rest.split_whitespace().next());
            value.map(str::to_owned)
        };
        let known = |word: &str| after(word).unwrap_or("?".to_owned());
        Self {
            runs: known("stat::number_of_executed_units:"),
            per_second: known("stat::average_exec_per_sec:"),
            places: known(" cov: "),
            inputs: known(" corp: "),
            input: after("Test unit written to "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_from_what_libfuzzer_says() {
        let said = "#2\tINITED cov: 10 ft: 12 corp: 1/3b exec/s: 0 rss: 50Mb\n\
                    #900\tNEW    cov: 31 ft: 44 corp: 7/90b lim: 4 exec/s: 450 rss: 50Mb\n\
                    Test unit written to /x/found/delta/crash-1f\n\
                    stat::number_of_executed_units: 900\n\
                    stat::average_exec_per_sec:     450";
        let lines: Vec<String> = said.lines().map(str::to_owned).collect();
        let results = Results::read(&lines);
        assert_eq!((&*results.runs, &*results.per_second), ("900", "450"));
        assert_eq!((&*results.places, &*results.inputs), ("31", "7/90b"));
        assert_eq!(results.input.as_deref(), Some("/x/found/delta/crash-1f"));
    }

    #[test]
    fn a_run_that_died_at_once_said_nothing() {
        assert_eq!(Results::read(&[]).input, None);
    }
}
