//! A list out of the tables that editors write.

use crate::lint::examine;
use crate::{Day, Finding, List, ListFiles, Meta, Severity};

impl List {
    /// Reads `numbers.csv` and `codes.csv`. Dates must not lie after the day of issue. Warnings do
    /// not hinder.
    ///
    /// # Errors
    /// Every finding, if one of them is an error.
    pub fn from_csv(
        numbers: &[u8],
        codes: Option<&[u8]>,
        meta: Meta,
    ) -> Result<Self, Vec<Finding>> {
        let files = ListFiles {
            numbers,
            codes,
            offers: None,
            about: None,
        };
        let examined = examine(&files, Day::from_unix_ms(meta.issued_ms));
        let findings = examined.report.into_findings();
        if findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
        {
            return Err(findings);
        }
        match Self::new(meta, examined.rows, examined.codes) {
            Ok(list) => Ok(list),
            // Cannot be: the same check is the last of the rules above.
            Err(_) => Err(findings),
        }
    }
}
