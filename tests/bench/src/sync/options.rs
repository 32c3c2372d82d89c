//! What is measured, and how often.

use std::path::PathBuf;

use crate::Failure;

/// The command line.
pub struct Options {
    /// Repetitions of each installation, for each side.
    pub runs: usize,
    /// Numbers in the lists, one list after the other.
    pub rows: Vec<usize>,
    /// Where the repositories are kept between runs.
    pub dir: PathBuf,
}

const USAGE: &str = "\
cleardown-bench sync [--runs N] [--rows N]... [--dir DIR]

  --runs N    repetitions of each installation and side, 5 or more (31)
  --rows N    numbers in the list; more than once for several lists (100000 and 1000000)
  --dir DIR   where the repositories are kept between runs (target/bench-sync); not on a tmpfs
";

const FEWEST_RUNS: usize = 5;

impl Options {
    /// Reads the command line.
    pub fn read(words: &[String]) -> Result<Self, Failure> {
        let mut options = Self {
            runs: 31,
            rows: Vec::new(),
            dir: PathBuf::from("target/bench-sync"),
        };
        for pair in words.chunks(2) {
            let [name, value] = pair else {
                return Err(USAGE.into());
            };
            match name.as_str() {
                "--runs" => options.runs = number(value)?.max(FEWEST_RUNS),
                "--rows" => options.rows.push(number(value)?),
                "--dir" => options.dir = value.into(),
                _ => return Err(USAGE.into()),
            }
        }
        if options.rows.is_empty() {
            options.rows = vec![100_000, 1_000_000];
        }
        Ok(options)
    }
}

fn number(text: &str) -> Result<usize, Failure> {
    text.parse()
        .map_err(|_| format!("{text} is no number\n{USAGE}"))
}
