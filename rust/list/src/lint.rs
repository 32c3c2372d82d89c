//! Checks the tables that editors write, before anything is published. Every finding names its
//! place, and says what to do.
//!
//! Stricter than [`List::new`], which is what a phone insists on: here numbers must be in use by
//! the plan of their country, claims need evidence, and files must be written in one way.

mod about;
mod cells;
mod codes;
mod finding;
mod numbers;
mod offers;
mod rule;
mod table;
mod writing;

pub use finding::{File, Finding, Severity};
pub use rule::Rule;

use crate::{CodeRow, Day, List, ListRow, Meta};
use finding::Report;
use table::Table;

/// The tables of one list, as bytes.
#[derive(Clone, Copy, Debug)]
pub struct ListFiles<'a> {
    /// `numbers.csv`.
    pub numbers: &'a [u8],
    /// `codes.csv`; a list may have none.
    pub codes: Option<&'a [u8]>,
    /// `ring.csv`; only the bundled list has one.
    pub offers: Option<&'a [u8]>,
    /// `list.csv`: publisher, title, version, date.
    pub about: Option<&'a [u8]>,
}

/// Everything that is wrong with the tables, file by file, row by row. `today` is the day after
/// which no date may lie. Slow at the first call in a process (`phonenumber`).
pub fn lint(files: &ListFiles<'_>, today: Day) -> Vec<Finding> {
    examine(files, today).report.into_findings()
}

/// What the tables say, as far as it could be read.
pub(crate) struct Examined {
    pub(crate) report: Report,
    pub(crate) rows: Vec<ListRow>,
    pub(crate) codes: Vec<CodeRow>,
}

pub(crate) fn examine(files: &ListFiles<'_>, today: Day) -> Examined {
    let mut report = Report::default();
    let table = Table::read(File::Numbers, files.numbers, &mut report);
    let rows = numbers::check(&table, today, &mut report);

    let codes = files.codes.map_or_else(Vec::new, |bytes| {
        codes::check(&Table::read(File::Codes, bytes, &mut report), &mut report)
    });
    if let Some(bytes) = files.offers {
        let table = Table::read(File::Offers, bytes, &mut report);
        offers::check(&table, &rows, &codes, &mut report);
    }
    if let Some(bytes) = files.about {
        about::check(
            &Table::read(File::About, bytes, &mut report),
            today,
            &mut report,
        );
    }
    if !report.has_errors() {
        check_as_a_phone_does(&rows, &codes, &mut report);
    }
    Examined {
        report,
        rows,
        codes,
    }
}

fn check_as_a_phone_does(rows: &[ListRow], codes: &[CodeRow], report: &mut Report) {
    let meta = Meta {
        publisher: String::new(),
        title: String::new(),
        version: 0,
        issued_ms: 0,
    };
    if let Err(error) = List::new(meta, rows.to_vec(), codes.to_vec()) {
        report.about_file(File::Numbers, Rule::Refused, error.to_string());
    }
}
