//! What it costs to keep a list fresh: bytes, time, memory, and what that is for a country.

mod bare;
mod country;
mod installing;
mod memory;
mod options;
mod phone;
mod repository;
mod versions;

use std::fs;
use std::path::PathBuf;

use country::Daily;
use options::Options;
use phone::{Cost, NOT_FOUND_BYTES, Server};
use repository::Repository;

use crate::budget::{BYTES_A_NUMBER, DELTA_BYTES, DELTA_ROWS, POLL_BYTES, POLL_REQUESTS};
use crate::rows::ORGANISATIONS;
use crate::{Failure, table};

pub use memory::{WORD, child};

/// One thing that a phone may have to fetch.
struct List {
    name: &'static str,
    /// The version that the phone has.
    base: Option<usize>,
    /// The version that it gets.
    version: usize,
}

const LISTS: [List; 4] = [
    List {
        name: "delta, 0.1 % changed",
        base: Some(1),
        version: 2,
    },
    List {
        name: "delta, 1 % changed",
        base: Some(2),
        version: 3,
    },
    List {
        name: "delta, 5 % changed",
        base: Some(3),
        version: 4,
    },
    List {
        name: "full, first installation",
        base: None,
        version: 4,
    },
];

/// Place of the delta with a budget in [`LISTS`].
const ONE_PERCENT: usize = 1;

impl List {
    fn server(&self, repository: &Repository) -> Server {
        Server {
            web: repository.web(),
            timestamp: repository.timestamp(self.version),
        }
    }

    fn phone_before(&self, repository: &Repository) -> PathBuf {
        phone_of(repository, self.base.unwrap_or(0))
    }
}

/// The folder of the phone that has this version; 0: none.
fn phone_of(repository: &Repository, version: usize) -> PathBuf {
    repository.beside(&format!("phone-{version}"))
}

/// Measures and prints everything.
pub fn measure(words: &[String]) -> Result<(), Failure> {
    let options = Options::read(words)?;
    let mut met = Vec::new();
    for &count in &options.rows {
        let dir = options.dir.join(count.to_string());
        let repository = Repository::ready(&dir, count)?;
        println!(
            "\n=== {count} numbers without any order, {ORGANISATIONS} organisations; {} \
             repetitions, the sides in turn; \"met\" looks at p50",
            options.runs
        );
        installing::make_phones(&repository)?;
        let (poll, costs) = bytes(&repository)?;
        met.extend(print_bytes(count, poll, &costs));
        met.extend(installing::measure(&options, &repository)?);
        memory::measure(&repository)?;
        met.extend(storage(count, &repository)?);
        let daily = |name, cost| Daily { name, cost };
        let [permille, percent, five, full] = costs;
        let days = [
            daily("nothing new", poll),
            daily("delta, 0.1 % changed", permille),
            daily("delta, 1 % changed", percent),
            daily("delta, 5 % changed", five),
            daily("the full list, every day", full),
        ];
        country::print(count, &days);
    }
    table::end(&met);
    Ok(())
}

/// What a look with nothing new costs, and each of the lists.
fn bytes(repository: &Repository) -> Result<(Cost, [Cost; 4]), Failure> {
    let scratch = repository.beside("scratch");
    let mut costs = [Cost::default(); 4];
    for (list, cost) in LISTS.iter().zip(&mut costs) {
        phone::copy(&list.phone_before(repository), &scratch)?;
        let engine = phone::open(&scratch, &repository.root())?;
        *cost = phone::sync(&engine, &list.server(repository))?;
    }
    let newest = &LISTS[LISTS.len() - 1];
    let engine = phone::open(&phone_of(repository, newest.version), &repository.root())?;
    let poll = phone::sync(&engine, &newest.server(repository))?;
    if poll.updated {
        return Err("a look with nothing new installed something".into());
    }
    Ok((poll, costs))
}

fn print_bytes(count: usize, poll: Cost, costs: &[Cost; 4]) -> Vec<bool> {
    table::heading(
        "Bytes: bodies, without the heads of HTTP and without TLS",
        "",
    );
    let is_met = poll.bodies <= POLL_BYTES && poll.requests <= POLL_REQUESTS;
    let said = format!("{} bytes, {} requests", poll.bodies, poll.requests);
    let mut met = vec![table::single(
        "a look with nothing new",
        &said,
        "<= 1 KB in 2 requests",
        is_met,
    )];
    table::note(&format!(
        "root that is not there yet: {NOT_FOUND_BYTES} bytes of a 404 page; timestamp.json: {}",
        poll.bodies - NOT_FOUND_BYTES
    ));
    for (at, (list, cost)) in LISTS.iter().zip(costs).enumerate() {
        let said = format!(
            "{} bytes; with metadata {} in {} requests",
            cost.list, cost.bodies, cost.requests
        );
        if at == ONE_PERCENT && count == DELTA_ROWS {
            let is_met = cost.list <= DELTA_BYTES;
            met.push(table::single(list.name, &said, "<= 45 KB", is_met));
        } else {
            table::plain(list.name, &said);
        }
    }
    met
}

fn storage(count: usize, repository: &Repository) -> Result<Vec<bool>, Failure> {
    table::heading("Storage: the list's file", "");
    let scratch = repository.beside("scratch");
    let mut met = Vec::new();
    for (name, list) in [
        ("after the full list", &LISTS[3]),
        ("after three deltas", &LISTS[2]),
    ] {
        phone::copy(&list.phone_before(repository), &scratch)?;
        let engine = phone::open(&scratch, &repository.root())?;
        phone::sync(&engine, &list.server(repository))?;
        drop(engine);
        let file = phone::list_file(&scratch);
        let bytes = fs::metadata(&file).map_err(|e| e.to_string())?.len();
        let each = bytes as f64 / count as f64;
        let said = format!(
            "{each:.2} bytes a number ({:.1} MB in all)",
            bytes as f64 / 1e6
        );
        // Of a small list the organisations are the most.
        if count < DELTA_ROWS {
            table::plain(name, &said);
        } else {
            met.push(table::single(
                name,
                &said,
                "<= 16 bytes",
                each <= BYTES_A_NUMBER,
            ));
        }
    }
    table::note("a new number between others splits a full page of the file in two halves");
    Ok(met)
}
