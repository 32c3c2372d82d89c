//! What is printed.

use crate::fixture::Fixture;
use crate::options::Options;
use crate::stats::Samples;

/// The two sides of a row, in nanoseconds.
pub struct Pair<'a> {
    /// Ours.
    pub ours: &'a Samples,
    /// What it is compared with.
    pub other: &'a Samples,
}

/// A budget for the ratio of the medians.
#[derive(Clone, Copy, Debug)]
pub enum Limit {
    /// Ours / other.
    AtMost(f64),
    /// Other / ours: how many times as fast.
    Faster(f64),
}

/// What is measured and how.
pub fn intro(options: &Options, fixture: &Fixture) {
    println!(
        "{} numbers, {} fresh processes for each side of each cell, the sides in turn.\n\
         Only the ratios count. p99 is the 99th of 100; \"met\" looks at p50.",
        fixture.numbers.len(),
        options.runs
    );
}

/// Begins a part.
pub fn heading(text: &str, unit: &str) {
    println!("\n{text}");
    if !unit.is_empty() {
        println!(
            "  {:<38}{:>19}  {:>19}  {:>6} {:>6}  budget",
            "",
            format!("p50 {unit}"),
            format!("p99 {unit}"),
            "p50",
            "p99"
        );
    }
}

/// One row of times. Gives whether the budget was met.
pub fn row(name: &str, pair: &Pair<'_>, limit: Limit) -> bool {
    let [p50, p99] = [Samples::p50, Samples::p99].map(|of| (of(pair.ours), of(pair.other)));
    let unit = if p50.1 < 1_000_000 && p50.0 < 100_000 {
        1e3
    } else {
        1e6
    };
    let both = |(ours, other): (u64, u64)| {
        format!("{:.2} / {:.2}", ours as f64 / unit, other as f64 / unit)
    };
    let (ratios, met, budget) = match limit {
        Limit::AtMost(most) => {
            let ratios = [p50, p99].map(|(ours, other)| ours as f64 / other as f64);
            (ratios, ratios[0] <= most, format!("<= {most} x"))
        }
        Limit::Faster(least) => {
            let ratios = [p50, p99].map(|(ours, other)| other as f64 / ours as f64);
            (ratios, ratios[0] >= least, format!(">= {least} x faster"))
        }
    };
    println!(
        "  {name:<38}{:>19}  {:>19}  {:>6.2} {:>6.2}  {budget}: {}",
        both(p50),
        both(p99),
        ratios[0],
        ratios[1],
        word(met)
    );
    met
}

/// One row with a budget of its own.
pub fn single(name: &str, said: &str, budget: &str, met: bool) -> bool {
    println!("  {name:<38}{said:>40}  {budget}: {}", word(met));
    met
}

/// One row without a budget.
pub fn plain(name: &str, said: &str) {
    println!("  {name:<38}{said:>40}");
}

/// A line beside the table.
pub fn note(text: &str) {
    println!("    ({text})");
}

/// The sum.
pub fn end(met: &[bool]) {
    let good = met.iter().filter(|met| **met).count();
    println!("\n{good} of {} budgets met.", met.len());
}

fn word(met: bool) -> &'static str {
    if met { "met" } else { "NOT MET" }
}
