//! How a table is written: line ends and quotes.

use super::finding::{File, Report};
use super::rule::Rule;

/// Every line must end with CR LF; names the first one that does not.
pub(super) fn check_line_endings(file: File, text: &str, report: &mut Report) -> bool {
    let mut lines = text.split('\n').peekable();
    let mut number = 0;
    while let Some(line) = lines.next() {
        number += 1;
        let is_last = lines.peek().is_none();
        let content = if is_last {
            Some(line)
        } else {
            line.strip_suffix('\r')
        };
        let is_fine = match content {
            None => false,
            Some(content) if is_last => content.is_empty(),
            Some(content) => !content.contains('\r'),
        };
        if !is_fine {
            let message = "the line does not end with CR LF".to_owned();
            report.add(file, Some(number), None, Rule::LineEnding, message);
            return false;
        }
    }
    true
}

/// Compares the file with what a CSV writer makes of its cells: stray quotes can hide a cell.
pub(super) fn check_is_usual(file: File, text: &str, report: &mut Report) {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    for record in reader.records().flatten() {
        // Writing to memory fails nowhere; a failure would show as a difference below.
        let _ = writer.write_record(&record);
    }
    let usual = writer.into_inner().unwrap_or_default();
    let usual = String::from_utf8_lossy(&usual);
    let differs = text
        .lines()
        .zip(usual.lines())
        .position(|(is, should)| is != should);
    let line = match differs {
        Some(at) => at,
        None if text.len() == usual.len() => return,
        None => usual.lines().count(),
    };
    let message = "the row is not written as usual".to_owned();
    report.add(file, Some(line as u64 + 1), None, Rule::Unusual, message);
}
