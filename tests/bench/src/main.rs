//! The benchmark: each budget beside what it is compared with, measured in one run.
//!
//! Both sides run in turn (A B A B), each in fresh processes of one and the same program, so that
//! only ratios count and a busy machine is busy for both.

#![forbid(unsafe_code)]

mod bare;
mod budget;
mod child;
mod first;
mod fixture;
mod jvm;
mod memory;
mod options;
mod ours;
mod pages;
mod rows;
mod stats;
mod storage;
mod sync;
mod table;
mod warm;

use std::process::ExitCode;

use fixture::Fixture;
use options::Options;

/// What a failed run has to say.
type Failure = String;

fn main() -> ExitCode {
    let began = std::time::Instant::now();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.split_first() {
        Some((first, rest)) if first == child::WORD => child::run(rest, began),
        Some((first, rest)) if first == sync::WORD => sync::measure(rest),
        _ => Options::read(&words).and_then(|options| measure(&options)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn measure(options: &Options) -> Result<(), Failure> {
    let fixture = Fixture::ready(&options.dir, options.rows)?;
    table::intro(options, &fixture);
    let mut met = Vec::new();
    met.extend(first::measure(options, &fixture)?);
    met.extend(warm::measure(options, &fixture)?);
    match &options.jvm {
        Some(jvm) => met.extend(jvm::measure(jvm, options, &fixture)?),
        None => table::note("JVM rows left out: no --jvm-classpath; `cargo xtask bench` gives it"),
    }
    met.push(storage::measure(&fixture)?);
    met.extend(memory::measure(options, &fixture)?);
    table::end(&met);
    Ok(())
}
