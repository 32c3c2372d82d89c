//! From the start of a JVM to the answer, ours through JNI.

use std::path::Path;
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
const FLAGS: [&str; 3] = [
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "--enable-native-access=ALL-UNNAMED",
];

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
    table::note(&format!("both sides: java {}", FLAGS.join(" ")));
    let mut met = Vec::new();
    for (name, is_national) in [("E.164", false), ("national", true)] {
        let [ours, other] = cell(jvm, options, fixture, is_national)?;
        let inside = Pair {
            ours: &ours.inside,
            other: &other.inside,
        };
        let spawned = Pair {
            ours: &ours.spawned,
            other: &other.spawned,
        };
        let name = format!("{name}, from the first line of main");
        met.push(table::row(&name, &inside, Limit::Faster(JVM_FACTOR)));
        met.push(table::row(
            "  with the start of the JVM",
            &spawned,
            Limit::Faster(JVM_FACTOR),
        ));
    }
    let mut empty = Samples::default();
    for _ in 0..options.runs {
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
    options: &Options,
    fixture: &Fixture,
    is_national: bool,
) -> Result<[Measured; 2], Failure> {
    let mut measured = [Measured::default(), Measured::default()];
    for (run, number) in fixture
        .questions(options.runs, true)
        .into_iter()
        .enumerate()
    {
        let shown = if is_national {
            national(number)
        } else {
            number.to_string()
        };
        for side in Side::in_turn(run) {
            let said = ask(command(jvm, fixture, side, &shown))?;
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

fn command(jvm: &Jvm, fixture: &Fixture, side: Side, number: &str) -> Command {
    match side {
        Side::Ours => {
            let mut command = java(jvm, "Ours");
            command
                .args([&jvm.library, &fixture.device, &fixture.credential])
                .arg(number);
            command
        }
        Side::Other => {
            let mut command = java(jvm, "Other");
            command.args([Path::new(&fixture.text)]).arg(number);
            command
        }
    }
}

fn java(jvm: &Jvm, main: &str) -> Command {
    let mut command = Command::new(&jvm.java);
    command.args(FLAGS).arg("-cp").arg(&jvm.class_path);
    command.arg(format!("org.cleardown.bench.{main}"));
    command
}
