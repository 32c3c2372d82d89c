//! Findings of the checks, as text or JSON.

use cleardown_list::{Finding, Severity};
use cleardown_publish::Refused;
use serde_json::json;

/// Prints findings as lines.
pub fn print(findings: &[Finding]) {
    for one in findings {
        let row = one.row.map(|row| format!(":{row}")).unwrap_or_default();
        let column = one
            .column
            .map(|column| format!(" {column}:"))
            .unwrap_or_default();
        let (file, severity) = (one.file.name(), severity(one.severity));
        println!(
            "{file}{row}:{column} {severity}: {} {}",
            one.message, one.remedy
        );
    }
}

/// Findings for machines.
pub fn json(findings: &[Finding]) -> serde_json::Value {
    let rows = findings.iter().map(|one| {
        json!({
            "severity": severity(one.severity),
            "file": one.file.name(),
            "row": one.row,
            "column": one.column,
            "code": one.code.code(),
            "message": one.message,
            "remedy": one.remedy,
        })
    });
    rows.collect()
}

/// How many are errors.
pub fn errors(findings: &[Finding]) -> usize {
    findings
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .count()
}

/// What a refused change comes to: findings are printed, and the command found something.
pub fn refused(refused: Refused) -> Result<bool, String> {
    match refused {
        Refused::Problem(problem) => Err(problem.to_string()),
        Refused::Findings(findings) => {
            print(&findings);
            eprintln!("Nothing was written: {} errors.", errors(&findings));
            Ok(false)
        }
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
