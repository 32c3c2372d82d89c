//! Reads the reports that Maven's test runner leaves: one XML file for each class.

use std::fs;
use std::path::Path;

use crate::Failure;
use crate::test::Counts;

/// The sum over all reports in `dir`.
pub fn read_dir(dir: &Path) -> Result<Counts, Failure> {
    let mut total = Counts::default();
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    for path in entries
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "xml"))
    {
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let counts = read(&text).ok_or(format!("{}: not a test report", path.display()))?;
        total = [total, counts].into_iter().sum();
    }
    Ok(total)
}

fn read(xml: &str) -> Option<Counts> {
    let start = xml.find("<testsuite ")?;
    let tag = &xml[start..start + xml[start..].find('>')?];
    let attribute = |name: &str| -> Option<u32> {
        let rest = &tag[tag.find(&format!(" {name}=\""))? + name.len() + 3..];
        rest.split('"').next()?.parse().ok()
    };
    let (run, skipped) = (attribute("tests")?, attribute("skipped")?);
    let failed = attribute("failures")? + attribute("errors")?;
    Some(Counts {
        passed: run.saturating_sub(skipped + failed),
        failed,
        skipped,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_count_as_failures() {
        let xml = "<?xml version=\"1.0\"?>\n<testsuite name=\"a.B\" time=\"0.1\" tests=\"9\" \
                   errors=\"2\" skipped=\"1\" failures=\"3\" flakes=\"0\">\n</testsuite>";
        assert_eq!(
            read(xml),
            Some(Counts {
                passed: 3,
                failed: 5,
                skipped: 1
            })
        );
    }

    #[test]
    fn something_else_is_no_report() {
        assert_eq!(read("<project/>"), None);
    }
}
