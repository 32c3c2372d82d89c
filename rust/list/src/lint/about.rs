//! `list.csv`: which list it is.

use super::cells;
use super::finding::Report;
use super::rule::Rule;
use super::table::Table;
use crate::{Day, LONGEST_ORGANISATION};

/// Most characters of a publisher's short name.
const LONGEST_PUBLISHER: usize = 32;

/// Checks the one row.
pub(super) fn check(table: &Table, today: Day, report: &mut Report) {
    for row in table.rows.iter().skip(1) {
        row.report(
            "publisher",
            Rule::BadMeta,
            "there is more than one row".to_owned(),
            report,
        );
    }
    let Some(row) = table.rows.first() else {
        return;
    };

    let publisher = row.cell("publisher");
    let is_name = publisher
        .bytes()
        .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && (1..=LONGEST_PUBLISHER).contains(&publisher.len());
    if !is_name {
        row.report(
            "publisher",
            Rule::BadMeta,
            "cannot be used as a name".to_owned(),
            report,
        );
    }
    cells::shown_text(row, "title", LONGEST_ORGANISATION, false, report);
    if !row
        .cell("version")
        .parse::<u64>()
        .is_ok_and(|version| version > 0)
    {
        row.report(
            "version",
            Rule::BadMeta,
            "is not a number from 1".to_owned(),
            report,
        );
    }
    match row.cell("issued").parse::<Day>() {
        Err(_) => row.report(
            "issued",
            Rule::BadDate,
            "this is no full date".to_owned(),
            report,
        ),
        Ok(day) if day > today => {
            row.report(
                "issued",
                Rule::FutureDate,
                format!("lies after {today}"),
                report,
            );
        }
        Ok(_) => {}
    }
}
