//! The first decision of a fresh process.

use std::path::PathBuf;

use crate::budget::FIRST_RATIO;
use crate::child::{Side, start};
use crate::fixture::Fixture;
use crate::options::Options;
use crate::ours::national;
use crate::stats::Samples;
use crate::table::{self, Limit, Pair};
use crate::{Failure, pages};

struct Cell {
    name: &'static str,
    evicted: bool,
    national: bool,
}

const CELLS: [Cell; 4] = [
    Cell {
        name: "page cache warm, E.164",
        evicted: false,
        national: false,
    },
    Cell {
        name: "page cache warm, national",
        evicted: false,
        national: true,
    },
    Cell {
        name: "evicted, E.164",
        evicted: true,
        national: false,
    },
    Cell {
        name: "evicted, national",
        evicted: true,
        national: true,
    },
];

/// One side of a cell.
#[derive(Default)]
struct Measured {
    /// From `main` to the answer.
    inside: Samples,
    /// From before the process was started to its answer.
    spawned: Samples,
    read: Samples,
}

/// Measures the four cells and prints their rows. Gives whether each budget was met.
pub fn measure(options: &Options, fixture: &Fixture) -> Result<Vec<bool>, Failure> {
    table::heading(
        "First decision in a fresh process: the engine / bare SQLite, same files, same look-ups",
        "ms",
    );
    let mut met = Vec::new();
    for cell in &CELLS {
        let [ours, bare] = measure_cell(cell, options, fixture)?;
        let inside = Pair {
            ours: &ours.inside,
            other: &bare.inside,
        };
        met.push(table::row(cell.name, &inside, Limit::AtMost(FIRST_RATIO)));
        let spawned = Pair {
            ours: &ours.spawned,
            other: &bare.spawned,
        };
        met.push(table::row(
            "  with the start of the process",
            &spawned,
            Limit::AtMost(FIRST_RATIO),
        ));
        if cell.evicted {
            let (ours, bare) = (ours.read.p50() / 1024, bare.read.p50() / 1024);
            table::note(&format!("fetched from the disk: {ours} KiB / {bare} KiB"));
        }
    }
    Ok(met)
}

fn measure_cell(
    cell: &Cell,
    options: &Options,
    fixture: &Fixture,
) -> Result<[Measured; 2], Failure> {
    let device = fixture.device.display().to_string();
    let credential = fixture.credential.display().to_string();
    let files: Vec<PathBuf> = vec![fixture.list(), fixture.live(), fixture.history()];
    let mut measured = [Measured::default(), Measured::default()];
    for (run, number) in fixture
        .questions(options.runs, true)
        .into_iter()
        .enumerate()
    {
        let shown = if cell.national {
            national(number)
        } else {
            number.to_string()
        };
        let key = number.digits();
        for side in Side::in_turn(run) {
            if cell.evicted {
                pages::evict(&files)?;
            }
            let said = start(&["first", side.word(), &device, &credential, &shown, &key])?;
            let [took, listed, read] = said.words[..] else {
                return Err("a child said something else".into());
            };
            if listed != u64::from(run.is_multiple_of(2)) {
                return Err(format!("{side:?} gave a wrong answer in {}", cell.name));
            }
            let of = &mut measured[usize::from(side == Side::Other)];
            of.inside.add(took);
            of.spawned.add(said.spawned_ns);
            of.read.add(read);
        }
    }
    Ok(measured)
}
