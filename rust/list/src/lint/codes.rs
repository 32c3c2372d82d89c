//! `codes.csv`: short codes that are no full numbers.

use cleardown_core::{CallsOut, Confidence, Kind, ShortCode};
use serde::Deserialize;

use super::cells::{self, Order};
use super::finding::Report;
use super::rule::Rule;
use super::table::{Row, Table};
use crate::{CodeListing, CodeRow, LONGEST_ORGANISATION};

/// The column `use`: what people do with the code.
#[derive(Deserialize)]
enum Use {
    #[serde(rename = "dial out")]
    Dial,
    #[serde(rename = "text out")]
    Text,
}

/// Checks every row; gives those that could be read.
pub(super) fn check(table: &Table, report: &mut Report) -> Vec<CodeRow> {
    let mut order = Order::default();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        order.check(row, "code", report);
        let code = check_code(row, report);
        cells::shown_text(row, "organisation", LONGEST_ORGANISATION, false, report);
        cells::source(row, report);
        cells::note(row, "evidence", report);
        let listing = read_listing(row, report);
        if let Some(listing) = &listing {
            check_claim(row, listing, report);
        }
        rows.extend(
            code.zip(listing)
                .map(|(code, listing)| CodeRow { code, listing }),
        );
    }
    rows
}

fn check_code(row: &Row, report: &mut Report) -> Option<ShortCode> {
    let code = ShortCode::new(row.cell("code"));
    if code.is_none() {
        row.report(
            "code",
            Rule::NotACode,
            "this is no short code".to_owned(),
            report,
        );
    }
    code
}

fn read_listing(row: &Row, report: &mut Report) -> Option<CodeListing> {
    let usage = cells::closed::<Use>(row, "use", report);
    let kind: Option<Option<Kind>> = match row.cell("kind") {
        "" => Some(None),
        _ => cells::closed(row, "kind", report).map(Some),
    };
    let calls_out = cells::closed(row, "calls_out", report);
    let confidence = cells::closed(row, "confidence", report);
    usage?;
    Some(CodeListing {
        organisation: row.cell("organisation").to_owned(),
        kind: kind?,
        calls_out: calls_out?,
        confidence: confidence?,
    })
}

fn check_claim(row: &Row, listing: &CodeListing, report: &mut Report) {
    if listing.calls_out != CallsOut::Never {
        return;
    }
    if row.cell("evidence").is_empty() || row.cell("source").is_empty() {
        let message = "a call would be called a fake without evidence".to_owned();
        row.report("calls_out", Rule::NeverWithoutEvidence, message, report);
    }
    if listing.confidence != Confidence::High {
        let message = "a call would be called a fake for a code that is not sure".to_owned();
        row.report("confidence", Rule::NeverUncertain, message, report);
    }
}
