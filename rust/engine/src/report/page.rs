//! The report as a page to read: one thing a line, in English, for those who know the codes.

use std::fmt::{Display, Write};

use crate::api::{DecisionTimes, Origin};

use super::{Counts, Event, List, Report};

/// The same as the file, in words.
pub(super) fn page_of(report: &Report) -> String {
    let mut page = format!(
        "Cleardown {} on Android {} (API {}), {}\n\n",
        report.app, report.android, report.sdk, report.made
    );
    let works = |wanted| report.works.iter().filter(move |(_, on)| **on == wanted);
    line(&mut page, "Works", works(true).map(|(code, _)| code));
    line(&mut page, "Is off", works(false).map(|(code, _)| code));
    for list in &report.lists {
        line(&mut page, "List", list.words());
    }
    for origin in Origin::ALL {
        let name = format!("Set by {}", origin.code());
        let keys = report.settings.iter().filter(|(_, by)| **by == origin);
        line(&mut page, &name, keys.map(|(key, _)| key));
        let name = format!("Not taken from {}", origin.code());
        let keys = report.key_errors.iter().filter(|one| one.origin == origin);
        line(&mut page, &name, keys.map(|one| &one.key));
    }
    line(&mut page, "Trouble", &report.troubles);
    if let Some(counts) = &report.counts {
        counts.write(&mut page);
    }
    page
}

impl List {
    fn words(&self) -> Vec<String> {
        let mut words = vec![self.publisher.clone()];
        words.extend(self.version.map(|version| format!("version {version}")));
        words.extend(self.issued.as_ref().map(|day| format!("of {day}")));
        words.extend(self.numbers.map(|many| format!("{many} numbers")));
        words.extend(self.bundled.then(|| "came with the app".to_owned()));
        words.push(match &self.asked {
            Some(day) => format!("last asked on {day}"),
            None => "never asked".to_owned(),
        });
        words.extend(self.stale.then(|| "old".to_owned()));
        words.extend(
            self.failure
                .as_ref()
                .map(|code| format!("last try failed: {code}")),
        );
        words
    }
}

impl Counts {
    fn write(&self, page: &mut String) {
        let flagged = "Calls warned about in the last day";
        line(page, flagged, [self.flagged_last_day]);
        for Event { code, count, last } in &self.events {
            let times = if *count == 1 { "time" } else { "times" };
            let words = format!("{code} {count} {times}, last on {last}");
            line(page, "What went wrong", [words]);
        }
        for (name, times) in [
            ("Screening", self.decisions.screening),
            ("Redirection", self.decisions.placing),
        ] {
            line(page, name, [spread(times)]);
        }
    }
}

/// "half within 0.9 ms, 19 of 20 within 1.3 ms (12 measured)".
fn spread(times: DecisionTimes) -> String {
    let (Some(median), Some(p95)) = (times.median_us, times.p95_us) else {
        return "none measured yet".to_owned();
    };
    let ms = |us: u64| format!("{}.{} ms", us / 1000, us % 1000 / 100);
    format!(
        "half within {}, 19 of 20 within {} ({} measured)",
        ms(median),
        ms(p95),
        times.count
    )
}

/// A line, if there is anything to say.
fn line(page: &mut String, name: &str, what: impl IntoIterator<Item = impl Display>) {
    let what: Vec<String> = what.into_iter().map(|one| one.to_string()).collect();
    if !what.is_empty() {
        // Writing to memory fails nowhere.
        let _ = writeln!(page, "{name}: {}", what.join(", "));
    }
}
