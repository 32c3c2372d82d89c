//! `ring.csv`: what may be offered for ringing whatever the rows say.

use std::collections::HashSet;

use cleardown_core::Confidence;

use super::cells;
use super::finding::Report;
use super::rule::Rule;
use super::table::Table;
use crate::{CodeRow, LONGEST_ORGANISATION, ListRow};

/// Checks every row. The order is free: it is the order of offering.
pub(super) fn check(table: &Table, rows: &[ListRow], codes: &[CodeRow], report: &mut Report) {
    let mut seen = HashSet::new();
    for row in &table.rows {
        let number = row.cell("number");
        if !seen.insert(number) {
            row.report(
                "number",
                Rule::Duplicate,
                "is offered above".to_owned(),
                report,
            );
        }
        let organisation = row.cell("organisation");
        let is_code = codes
            .iter()
            .any(|c| c.code.as_str() == number && c.listing.organisation == organisation);
        let is_number = rows.iter().any(|listed| {
            listed.number.to_string() == number
                && listed.listing.organisation == organisation
                && listed.listing.confidence == Confidence::High
        });
        if !is_code && !is_number {
            let message = "is not listed, or not so".to_owned();
            row.report("number", Rule::OfferNotListed, message, report);
        }
        cells::shown_text(row, "organisation", LONGEST_ORGANISATION, false, report);
        cells::source(row, report);
        cells::note(row, "note", report);
    }
}
