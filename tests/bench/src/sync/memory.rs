//! The most memory that a run takes, beyond an empty process.

use std::fs;
use std::path::Path;

use super::phone::{self, Server};
use super::repository::Repository;
use super::{LISTS, List};
use crate::child::start;
use crate::stats::Samples;
use crate::{Failure, table};

/// Fresh processes for each row.
const RUNS: usize = 5;

/// The first word of a child's command line, behind the one that makes it a child.
pub const WORD: &str = "sync";

/// Measures and prints.
pub fn measure(repository: &Repository) -> Result<(), Failure> {
    table::heading(
        "Memory: the most that a whole run takes (VmHWM), beyond an empty process",
        "",
    );
    for list in &LISTS {
        let (p50, p99) = grown(list, repository)?;
        let said = format!("{:.1} MB, p99 {:.1} MB", mb(p50), mb(p99));
        table::plain(list.name, &said);
    }
    Ok(())
}

/// KiB, p50 and p99.
fn grown(list: &List, repository: &Repository) -> Result<(u64, u64), Failure> {
    let scratch = repository.beside("scratch");
    let server = list.server(repository);
    let mut samples = Samples::default();
    for _ in 0..RUNS {
        phone::copy(&list.phone_before(repository), &scratch)?;
        let path = |path: &Path| path.display().to_string();
        let paths = [
            path(&scratch),
            path(&repository.root()),
            path(&server.web),
            path(&server.timestamp),
        ];
        let [phone, root, web, timestamp] = &paths;
        let empty = start(&[WORD, "empty"])?.words;
        let run = start(&[WORD, "run", phone, root, web, timestamp])?.words;
        for (with, without) in run.iter().zip(&empty) {
            samples.add(with.saturating_sub(*without));
        }
    }
    Ok((samples.p50(), samples.p99()))
}

/// The child's side: the most memory this process ever held, in KiB.
pub fn child(words: &[&str]) -> Result<Vec<u64>, Failure> {
    match words {
        ["empty"] => {}
        ["run", phone, root, web, timestamp] => {
            let engine = phone::open(Path::new(phone), Path::new(root))?;
            let server = Server {
                web: web.into(),
                timestamp: timestamp.into(),
            };
            phone::sync(&engine, &server)?;
        }
        _ => return Err("a child was asked for something unknown".into()),
    }
    Ok(vec![peak_kib()])
}

fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|rest| rest.trim().strip_suffix(" kB"));
    number
        .and_then(|number| number.trim().parse().ok())
        .unwrap_or(0)
}

fn mb(kib: u64) -> f64 {
    kib as f64 / 1024.0
}
