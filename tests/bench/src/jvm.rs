//! From the start of a JVM to the answer, ours through JNI.

use std::process::Command;

use crate::Failure;
use crate::budget::JVM_FACTOR;
use crate::child::{Side, ask};
use crate::fixture::Fixture;
use crate::options::{Jvm, Options};
use crate::ours::national;
use crate::stats::Samples;
use crate::table::{self, Limit, Pair};

/// The same for both sides.
const FLAGS: [&str; 2] = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];

/// Where a side's classes come from.
#[derive(Clone, Copy)]
enum Classes {
    /// Read and checked from its jars.
    Jars,
    /// From an archive that the JVM wrote before: nearer to a phone, where they are compiled when
    /// the app is installed.
    Archive,
}

#[derive(Default)]
struct Measured {
    inside: Samples,
    spawned: Samples,
}

/// Measures and prints. Gives whether each budget was met.
pub fn measure(jvm: &Jvm, options: &Options, fixture: &Fixture) -> Result<Vec<bool>, Failure> {
    table::heading(
        "First decision in a JVM: ours through JNI / libphonenumber + SQLite text look-up",
        "ms",
    );
    let runs = (options.runs / 2).max(31);
    table::note(&format!(
        "both sides: java {}; {runs} processes each",
        FLAGS.join(" ")
    ));
    archive(jvm, fixture)?;
    let mut met = Vec::new();
    for (classes, from) in [(Classes::Jars, "jars"), (Classes::Archive, "class archive")] {
        for (input, is_national) in [("E.164", false), ("national", true)] {
            let [ours, other] = cell(jvm, fixture, runs, classes, is_national)?;
            let inside = Pair {
                ours: &ours.inside,
                other: &other.inside,
            };
            let spawned = Pair {
                ours: &ours.spawned,
                other: &other.spawned,
            };
            let name = format!("{from}, {input}, from main on");
            met.push(table::row(&name, &inside, Limit::Faster(JVM_FACTOR)));
            let name = "  with the start of the JVM";
            met.push(table::row(name, &spawned, Limit::Faster(JVM_FACTOR)));
        }
    }
    let mut empty = Samples::default();
    for _ in 0..runs {
        empty.add(ask(java(jvm, "Empty"))?.spawned_ns);
    }
    let (p50, p99) = (empty.p50() as f64 / 1e6, empty.p99() as f64 / 1e6);
    table::note(&format!(
        "a JVM that does nothing: {p50:.2} ms, p99 {p99:.2} ms"
    ));
    Ok(met)
}

fn cell(
    jvm: &Jvm,
    fixture: &Fixture,
    runs: usize,
    classes: Classes,
    is_national: bool,
) -> Result<[Measured; 2], Failure> {
    let mut measured = [Measured::default(), Measured::default()];
    for (run, number) in fixture.questions(runs, true).into_iter().enumerate() {
        let shown = if is_national {
            national(number)
        } else {
            number.to_string()
        };
        for side in Side::in_turn(run) {
            let flag = match classes {
                Classes::Jars => None,
                Classes::Archive => {
                    Some(format!("-XX:SharedArchiveFile={}", file_of(fixture, side)))
                }
            };
            let said = ask(command(jvm, fixture, side, &shown, flag))?;
            let [took, listed] = said.words[..] else {
                return Err("a JVM said something else".into());
            };
            if listed != u64::from(run.is_multiple_of(2)) {
                return Err(format!("{side:?} gave a wrong answer in the JVM"));
            }
            let of = &mut measured[usize::from(side == Side::Other)];
            of.inside.add(took);
            of.spawned.add(said.spawned_ns);
        }
    }
    Ok(measured)
}

/// Has the JVM write an archive of the classes of each side.
fn archive(jvm: &Jvm, fixture: &Fixture) -> Result<(), Failure> {
    for side in [Side::Ours, Side::Other] {
        let flag = format!("-XX:ArchiveClassesAtExit={}", file_of(fixture, side));
        for number in fixture.questions(1, true) {
            ask(command(
                jvm,
                fixture,
                side,
                &number.to_string(),
                Some(flag.clone()),
            ))?;
        }
    }
    Ok(())
}

fn file_of(fixture: &Fixture, side: Side) -> String {
    let name = format!("{}.jsa", side.word());
    fixture.text.with_file_name(name).display().to_string()
}

fn command(
    jvm: &Jvm,
    fixture: &Fixture,
    side: Side,
    number: &str,
    flag: Option<String>,
) -> Command {
    let mut command = Command::new(&jvm.java);
    command
        .args(FLAGS)
        .args(flag)
        .arg("-cp")
        .arg(&jvm.class_path);
    match side {
        Side::Ours => {
            command.arg("org.cleardown.bench.Ours");
            command.args([&jvm.library, &fixture.device, &fixture.credential]);
        }
        Side::Other => {
            let url = format!("jdbc:sqlite:{}", fixture.text.display());
            command.args(["org.cleardown.bench.Other", &url]);
        }
    }
    command.arg(number);
    command
}

fn java(jvm: &Jvm, main: &str) -> Command {
    let mut command = Command::new(&jvm.java);
    command.args(FLAGS).arg("-cp").arg(&jvm.class_path);
    command.arg(format!("org.cleardown.bench.{main}"));
    command
}
