//! `numbers.csv`: the listed numbers.

use cleardown_core::{CallsOut, Confidence, E164, Listing, is_life_saving};
use phonenumber::Mode;
use serde::Deserialize;

use super::cells::{self, Order};
use super::finding::Report;
use super::rule::Rule;
use super::table::{Row, Table};
use crate::day::first_day;
use crate::{Day, LONGEST_LINE, LONGEST_ORGANISATION, ListRow};

/// Hosts that are nobody's own live page: code, archives, encyclopaedias, social media.
const NOT_OWN_PAGES: &[&str] = &[
    "github.com",
    "githubusercontent.com",
    "github.io",
    "gitlab.com",
    "bitbucket.org",
    "archive.org",
    "wikipedia.org",
    "facebook.com",
    "twitter.com",
    "x.com",
    "reddit.com",
];

/// What the note of a row that may be offered for ringing must say.
const OWN_PAGE: &str = "own live page";

/// The column `ring`.
#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ring {
    Yes,
    No,
}

/// Checks every row; gives those that could be read.
pub(super) fn check(table: &Table, today: Day, report: &mut Report) -> Vec<ListRow> {
    let mut order = Order::default();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        order.check(row, "number", report);
        let number = check_number(row, report);
        cells::shown_text(row, "organisation", LONGEST_ORGANISATION, false, report);
        cells::shown_text(row, "line", LONGEST_LINE, true, report);
        cells::source(row, report);
        cells::note(row, "note", report);
        check_date(row, today, report);
        let listing = read_listing(row, report);
        if let Some(listing) = &listing {
            check_claim(row, listing, report);
            check_ring(row, listing, today, report);
        }
        rows.extend(
            number
                .zip(listing)
                .map(|(number, listing)| ListRow { number, listing }),
        );
    }
    rows
}

fn check_number(row: &Row, report: &mut Report) -> Option<E164> {
    let text = row.cell("number");
    let digits = text.strip_prefix('+').unwrap_or(text);
    let is_beginning = text.starts_with('+') && digits.len() < 7 && !digits.is_empty();
    if is_beginning || digits.contains(['*', '?', '#', 'x', 'X', '-', '[', '%', '…', '.']) {
        let message = "this stands for more than one number".to_owned();
        row.report("number", Rule::Wildcard, message, report);
        return None;
    }
    let Ok(number) = text.parse::<E164>() else {
        row.report(
            "number",
            Rule::NotE164,
            "this is not in E.164 form".to_owned(),
            report,
        );
        return None;
    };
    if is_life_saving(text) {
        row.report(
            "number",
            Rule::LifeSaving,
            "this number saves lives".to_owned(),
            report,
        );
        return None;
    }
    match phonenumber::parse(None, text) {
        Ok(parsed) if parsed.is_valid() => {
            check_display(
                row,
                &parsed.format().mode(Mode::National).to_string(),
                report,
            );
        }
        _ => {
            let message = "its country has no such number".to_owned();
            row.report("number", Rule::InvalidNumber, message, report);
        }
    }
    Some(number)
}

/// The grouping is the editors' choice, the digits are not.
fn check_display(row: &Row, national: &str, report: &mut Report) {
    let display = row.cell("display");
    let is_plain = display
        .chars()
        .all(|sign| sign.is_ascii_digit() || " ()-/".contains(sign));
    if !is_plain || digits(display) != digits(national) {
        let message = format!("is not `{national}`");
        row.report("display", Rule::DisplayDiffers, message, report);
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn check_date(row: &Row, today: Day, report: &mut Report) {
    let text = row.cell("checked_on");
    if text.is_empty() {
        return;
    }
    match first_day(text) {
        Err(_) => row.report(
            "checked_on",
            Rule::BadDate,
            "this is no date".to_owned(),
            report,
        ),
        Ok(day) if day > today => {
            row.report(
                "checked_on",
                Rule::FutureDate,
                format!("lies after {today}"),
                report,
            );
        }
        Ok(_) => {}
    }
}

fn read_listing(row: &Row, report: &mut Report) -> Option<Listing> {
    let kind = cells::closed(row, "kind", report);
    let calls_out = cells::closed(row, "calls_out", report);
    let ring = cells::closed::<Ring>(row, "ring", report);
    let confidence = cells::closed(row, "confidence", report);
    Some(Listing {
        organisation: row.cell("organisation").to_owned(),
        line: row.cell("line").to_owned(),
        kind: kind?,
        calls_out: calls_out?,
        confidence: confidence?,
        ring: ring? == Ring::Yes,
    })
}

/// The more a class says, the more it needs (design §2).
fn check_claim(row: &Row, listing: &Listing, report: &mut Report) {
    let has_note = !row.cell("note").is_empty();
    match listing.calls_out {
        CallsOut::Never if !has_note || row.cell("source").is_empty() => {
            let message = "a call would be called a fake without evidence".to_owned();
            row.report("calls_out", Rule::NeverWithoutEvidence, message, report);
        }
        CallsOut::Known | CallsOut::Unlikely if !has_note => {
            let message = "the note does not say why".to_owned();
            row.report("calls_out", Rule::ClaimWithoutNote, message, report);
        }
        _ => {}
    }
    if listing.calls_out == CallsOut::Never && listing.confidence != Confidence::High {
        let message = "a call would be called a fake for a number that is not sure".to_owned();
        row.report("confidence", Rule::NeverUncertain, message, report);
    }
}

/// What may be offered for ringing: high confidence, the body's own page, checked within twelve
/// months (design §2).
fn check_ring(row: &Row, listing: &Listing, today: Day, report: &mut Report) {
    if !listing.ring {
        return;
    }
    let source = row.cell("source");
    let host = cells::host(source).unwrap_or_default();
    let on_foreign_page = NOT_OWN_PAGES
        .iter()
        .any(|name| host == *name || host.ends_with(&format!(".{name}")));
    let recent = row
        .cell("checked_on")
        .parse::<Day>()
        .is_ok_and(|day| day >= today.a_year_before() && day <= today);
    let missing = [
        (
            listing.confidence != Confidence::High,
            "confidence is not high",
        ),
        (!recent, "there is no day of a check within twelve months"),
        (
            !source.starts_with("https://") || on_foreign_page,
            "the source is not an own page",
        ),
        (
            !row.cell("note").to_lowercase().contains(OWN_PAGE),
            "the note names no own live page",
        ),
    ];
    for (_, message) in missing.into_iter().filter(|(is_missing, _)| *is_missing) {
        row.report("ring", Rule::RingNotAllowed, message.to_owned(), report);
    }
}
