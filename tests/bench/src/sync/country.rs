//! What a whole country's phones cost a publisher, computed from the bytes that were measured.

use super::phone::Cost;
use crate::table;

/// Phones in Britain that could use it.
const PHONES: f64 = 60e6;
/// A new connection: TCP, TLS 1.3 with two certificates, the first request and the head of its
/// answer. Assumed (facts: sync §3.1).
const CONNECTION: f64 = 4_800.0;
/// A further request on the same connection: its head and that of the answer. Assumed.
const REQUEST: f64 = 500.0;
/// Seconds of a day.
const DAY_S: f64 = 86_400.0;

/// What a run costs, and how often phones make one.
pub struct Daily<'a> {
    /// What it is.
    pub name: &'a str,
    /// What each phone fetches, once a day.
    pub cost: Cost,
}

/// Prints the table for a list of so many numbers.
pub fn print(count: usize, days: &[Daily<'_>]) {
    println!(
        "\n60 million phones, once a day, list of {count} numbers: computed from the bytes above"
    );
    println!(
        "  {:<28}{:>10}{:>12}{:>10}{:>15}{:>15}",
        "each phone fetches", "requests", "bytes", "TB a day", "req/s, spread", "req/s, at once"
    );
    for Daily { name, cost } in days {
        let requests = cost.requests as f64;
        let bytes = cost.bodies as f64 + CONNECTION + REQUEST * (requests - 1.0);
        println!(
            "  {name:<28}{:>10}{:>12.0}{:>10.2}{:>15.0}{:>15.0}",
            cost.requests,
            bytes,
            PHONES * bytes / 1e12,
            PHONES * requests / DAY_S,
            PHONES * requests / 60.0
        );
    }
    table::note(
        "bytes: bodies + 4,800 for a new connection with TLS and its first request + 500 for each \
         further request on it (assumed; facts: sync 3.1)",
    );
    table::note(
        "spread: over 24 hours, each phone at a moment of its own, as they do; at once: all within \
         one minute, as they would without",
    );
}
