//! Memory of the engine beyond that of an empty process.

use std::fs;

use crate::budget::MEMORY_KIB;
use crate::child::{questions, start};
use crate::fixture::Fixture;
use crate::options::Options;
use crate::stats::Samples;
use crate::{Failure, ours, table, warm};

/// Decisions before the memory is read: by then SQLite's own caches are full.
const DECISIONS: usize = 20_000;

/// Measures and prints. Gives whether each budget was met.
pub fn measure(options: &Options, fixture: &Fixture) -> Result<Vec<bool>, Failure> {
    table::heading(
        "Memory: the engine beyond an empty process of the same program",
        "",
    );
    let file = fixture.text.with_file_name("questions-memory.txt");
    warm::write_questions(&file, &fixture.questions(DECISIONS, false))?;
    let device = fixture.device.display().to_string();
    let credential = fixture.credential.display().to_string();
    let file = file.display().to_string();
    let mut grown = [Samples::default(), Samples::default()];
    for _ in 0..options.runs.min(31) {
        let empty = start(&["memory", "empty"])?.words;
        let engine = start(&["memory", "engine", &device, &credential, &file])?.words;
        for (samples, (with, without)) in grown.iter_mut().zip(engine.iter().zip(&empty)) {
            samples.add(with.saturating_sub(*without));
        }
    }
    let names = ["resident (RSS)", "its share (PSS)"];
    let row = |(name, samples): (&str, &Samples)| {
        let (p50, p99) = (samples.p50(), samples.p99());
        let said = format!("{:.1} MB, p99 {:.1} MB", mb(p50), mb(p99));
        table::single(name, &said, "<= 12 MB", p99 <= MEMORY_KIB)
    };
    Ok(names.into_iter().zip(&grown).map(row).collect())
}

/// The child's side: memory after many decisions.
pub fn child(device: &str, credential: &str, file: &str) -> Result<Vec<u64>, Failure> {
    let numbers = questions(file)?;
    let engine = ours::open(device, credential);
    for number in &numbers {
        ours::screen(&engine, &number.to_string())?;
    }
    Ok(kib().to_vec())
}

/// Resident set and proportional set of this process, in KiB.
pub fn kib() -> [u64; 2] {
    let rollup = fs::read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    ["Rss:", "Pss:"].map(|name| {
        let line = rollup.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|rest| rest.trim().strip_suffix(" kB"));
        number
            .and_then(|number| number.trim().parse().ok())
            .unwrap_or(0)
    })
}

fn mb(kib: u64) -> f64 {
    kib as f64 / 1024.0
}
