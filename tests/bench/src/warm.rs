//! Decisions of a process that has made many.

use std::fs;
use std::time::Instant;

use cleardown_core::E164;

use crate::bare::Bare;
use crate::budget::{WARM_NS, WARM_RATIO};
use crate::child::{Side, nanoseconds, questions, start};
use crate::fixture::Fixture;
use crate::options::Options;
use crate::stats::Samples;
use crate::table::{self, Limit, Pair};
use crate::{Failure, ours};

/// Decisions of each process before any is measured.
const BEFORE: usize = 2_000;
/// Decisions that are measured, one by one.
const MEASURED: usize = 2_000;

/// Measures and prints. Gives whether each budget was met.
pub fn measure(options: &Options, fixture: &Fixture) -> Result<Vec<bool>, Failure> {
    table::heading(
        "Warm decision, read only: the engine / the same bare look-ups",
        "µs",
    );
    let file = fixture.text.with_file_name("questions.txt");
    write_questions(&file, &fixture.questions(BEFORE + MEASURED, false))?;
    let device = fixture.device.display().to_string();
    let credential = fixture.credential.display().to_string();
    let file = file.display().to_string();
    let mut samples = [Samples::default(), Samples::default()];
    for run in 0..options.runs {
        for side in Side::in_turn(run) {
            let said = start(&["warm", side.word(), &device, &credential, &file])?;
            samples[usize::from(side == Side::Other)].extend(said.words);
        }
    }
    let [ours, bare] = &samples;
    let pair = Pair { ours, other: bare };
    let ratio = table::row(
        "any number, half of them listed",
        &pair,
        Limit::AtMost(WARM_RATIO),
    );
    let (p50, p99) = (ours.p50() as f64 / 1e3, ours.p99() as f64 / 1e3);
    let said = format!("{p50:.1} µs, p99 {p99:.1} µs");
    let absolute = table::single("  alone", &said, "<= 20 µs", ours.p50() <= WARM_NS);
    Ok(vec![ratio, absolute])
}

/// Writes one number a line.
pub fn write_questions(file: &std::path::Path, numbers: &[E164]) -> Result<(), Failure> {
    let lines: Vec<String> = numbers.iter().map(|number| number.digits()).collect();
    fs::write(file, lines.join("\n")).map_err(|e| format!("{}: {e}", file.display()))
}

/// The child's side: nanoseconds of each decision.
pub fn child(side: &str, device: &str, credential: &str, file: &str) -> Result<Vec<u64>, Failure> {
    let numbers = questions(file)?;
    if side == Side::Ours.word() {
        let engine = ours::open(device, credential);
        let texts: Vec<String> = numbers.iter().map(E164::to_string).collect();
        return times(&texts, |number| ours::screen(&engine, number));
    }
    let bare = Bare::open(device, credential).map_err(|e| e.to_string())?;
    let keys: Vec<i64> = numbers
        .iter()
        .map(|number| number.as_u64().cast_signed())
        .collect();
    times(&keys, |key| bare.look_up(*key).map_err(|e| e.to_string()))
}

fn times<T>(
    questions: &[T],
    ask: impl Fn(&T) -> Result<bool, Failure>,
) -> Result<Vec<u64>, Failure> {
    let mut times = Vec::with_capacity(MEASURED);
    for (at, question) in questions.iter().enumerate() {
        let began = Instant::now();
        let listed = ask(question)?;
        let took = nanoseconds(began.elapsed());
        if listed != at.is_multiple_of(2) {
            return Err("a wrong answer".into());
        }
        if at >= BEFORE {
            times.push(took);
        }
    }
    Ok(times)
}
