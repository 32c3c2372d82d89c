//! A table as it stands in its file: RFC 4180, UTF-8, header, comma, CR LF.

use super::finding::{File, Report};
use super::rule::Rule;
use super::writing;

/// The rows of one file.
pub(crate) struct Table {
    pub(crate) file: File,
    pub(crate) rows: Vec<Row>,
}

/// One row.
pub(crate) struct Row {
    file: File,
    line: u64,
    cells: Vec<String>,
}

impl Table {
    /// Reads a file; what cannot be read is reported and left out.
    pub(crate) fn read(file: File, bytes: &[u8], report: &mut Report) -> Self {
        let mut table = Self {
            file,
            rows: Vec::new(),
        };
        let Ok(text) = std::str::from_utf8(bytes) else {
            report.about_file(file, Rule::NotUtf8, "the file is not UTF-8 text".to_owned());
            return table;
        };
        let (text, has_mark) = match text.strip_prefix('\u{feff}') {
            Some(text) => (text, true),
            None => (text, false),
        };
        if has_mark {
            let message = "the file begins with a byte order mark".to_owned();
            report.about_file(file, Rule::ByteOrderMark, message);
        }
        let ends_well = writing::check_line_endings(file, text, report);
        table.read_rows(text, report);
        if ends_well {
            writing::check_is_usual(file, text, report);
        }
        table
    }

    fn read_rows(&mut self, text: &str, report: &mut Report) {
        let file = self.file;
        let columns = columns(file);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        // Reading text from memory fails nowhere: the flattened error is not UTF-8, excluded above.
        let mut records = reader.records().flatten();
        if !records
            .next()
            .is_some_and(|header| header.iter().eq(columns.iter().copied()))
        {
            let message = format!("the columns are not {}", columns.join(","));
            report.add(file, Some(1), None, Rule::Header, message);
            return;
        }
        let mut lines = LineCounter {
            text,
            at: 0,
            line: 1,
        };
        for record in records {
            let line = lines.line_at(record.position().map_or(0, csv::Position::byte));
            if record.len() == columns.len() {
                let cells = record.iter().map(str::to_owned).collect();
                self.rows.push(Row { file, line, cells });
            } else {
                let message = format!("{} cells instead of {}", record.len(), columns.len());
                report.add(file, Some(line), None, Rule::CellCount, message);
            }
        }
        if self.rows.is_empty() {
            report.about_file(file, Rule::NoRows, "the table has no rows".to_owned());
        }
    }
}

impl Row {
    /// The cell of a column.
    pub(crate) fn cell(&self, column: &'static str) -> &str {
        let at = columns(self.file).iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
    }

    /// Reports something about a cell.
    pub(crate) fn report(
        &self,
        column: &'static str,
        rule: Rule,
        message: String,
        report: &mut Report,
    ) {
        report.add(self.file, Some(self.line), Some(column), rule, message);
    }

    /// The line of the file on which the row begins; the header is line 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }
}

/// Counts lines up to a place in the text. The reader's own count lags behind with CR LF, because
/// it leaves the LF to the next record.
struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl LineCounter<'_> {
    /// The line of the first cell at or behind this byte. Bytes must not fall.
    fn line_at(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let from = usize::try_from(byte)
            .unwrap_or(bytes.len())
            .min(bytes.len());
        let gap = bytes[from..]
            .iter()
            .take_while(|b| matches!(b, b'\r' | b'\n'))
            .count();
        let passed = &bytes[self.at..from + gap];
        self.line += passed.iter().filter(|b| **b == b'\n').count() as u64;
        self.at = from + gap;
        self.line
    }
}

/// The columns of each table, in order.
pub(super) fn columns(file: File) -> &'static [&'static str] {
    match file {
        File::Numbers => &[
            "number",
            "display",
            "organisation",
            "line",
            "kind",
            "calls_out",
            "ring",
            "confidence",
            "checked_on",
            "source",
            "note",
        ],
        File::Codes => &[
            "code",
            "organisation",
            "use",
            "kind",
            "calls_out",
            "confidence",
            "source",
            "evidence",
        ],
        File::Offers => &["number", "organisation", "source", "note"],
        File::About => &["publisher", "title", "version", "issued"],
    }
}
