//! What was found, where, and what to do about it.

use std::fmt;

use serde::{Serialize, Serializer};

use super::rule::Rule;
use super::table::columns;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look; does not stop publication.
    Warning,
    /// The list must not be published.
    Error,
}

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// `numbers.csv`.
    Numbers,
    /// `codes.csv`.
    Codes,
    /// `ring.csv`.
    Offers,
    /// `list.csv`.
    About,
}

impl File {
    /// The file's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers.csv",
            Self::Codes => "codes.csv",
            Self::Offers => "ring.csv",
            Self::About => "list.csv",
        }
    }

    /// The file's columns, in order.
    pub fn columns(self) -> &'static [&'static str] {
        columns(self)
    }
}

impl Serialize for File {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// One thing that is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The rule that is broken.
    pub code: Rule,
    /// In which table.
    pub file: File,
    /// On which line of the file, the header being line 1; `None` for the file as a whole.
    pub row: Option<u64>,
    /// In which column, if it is one.
    pub column: Option<&'static str>,
    /// What is wrong here.
    pub message: String,
    /// What to do.
    pub remedy: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.name())?;
        if let Some(row) = self.row {
            write!(f, ":{row}")?;
        }
        if let Some(column) = self.column {
            write!(f, ": {column}")?;
        }
        write!(f, ": {} ({})", self.message, self.code.code())
    }
}

/// Findings as they come.
#[derive(Default)]
pub(crate) struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Something about a file as a whole.
    pub(crate) fn about_file(&mut self, file: File, rule: Rule, message: String) {
        self.add(file, None, None, rule, message);
    }

    /// Something about one line.
    pub(crate) fn add(
        &mut self,
        file: File,
        row: Option<u64>,
        column: Option<&'static str>,
        rule: Rule,
        message: String,
    ) {
        let (severity, remedy) = (rule.severity(), rule.remedy());
        self.findings.push(Finding {
            severity,
            code: rule,
            file,
            row,
            column,
            message,
            remedy,
        });
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
