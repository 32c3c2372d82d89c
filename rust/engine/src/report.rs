//! The health report, `rust/engine/REPORT.md`: how it goes on this phone, without a number or a name.

mod page;

use std::collections::BTreeMap;

use cleardown_core::{Key, Lock, Now, Policy, ReportContents};
use cleardown_list::instant_text;
use serde::Serialize;

use crate::api::{
    Decisions, HealthAnswer, HealthRequest, Origin, PublisherConfig, ReportAnswer, ReportRequest,
};
use crate::sync::{is_stale, record_of};
use crate::{Engine, EngineError};

/// Rises when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Longest run of digits that is written: a year, a count. A telephone number has more.
const MOST_DIGITS: usize = 4;

#[derive(Serialize)]
struct Report {
    format: &'static str,
    version: u32,
    made: String,
    contents: ReportContents,
    app: String,
    android: String,
    sdk: u32,
    works: BTreeMap<String, bool>,
    lists: Vec<List>,
    settings: BTreeMap<String, Origin>,
    key_errors: Vec<BadKey>,
    troubles: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Counts>,
}

#[derive(Serialize)]
struct List {
    publisher: String,
    version: Option<u64>,
    issued: Option<String>,
    numbers: Option<u64>,
    bundled: bool,
    asked: Option<String>,
    failure: Option<String>,
    stale: bool,
}

#[derive(Serialize)]
struct BadKey {
    key: String,
    origin: Origin,
}

#[derive(Serialize)]
struct Counts {
    flagged_last_day: usize,
    events: Vec<Event>,
    decisions: Decisions,
}

#[derive(Serialize)]
struct Event {
    code: String,
    count: u64,
    last: String,
}

impl Engine {
    /// Writes the health report: for whoever helps, or an IT team. What the setting
    /// `report_contents` leaves out is not in it, and never a number or a name.
    ///
    /// # Errors
    /// [`EngineError::Busy`], [`EngineError::Store`].
    pub fn report(&self, ask: &ReportRequest) -> Result<ReportAnswer, EngineError> {
        let health = self.health(&HealthRequest {
            now: ask.now,
            event: None,
            decision_us: None,
            what: None,
        })?;
        let mut inner = self.lock()?;
        inner.flush(ask.now);
        let recent = inner.recent(ask.now).clone();
        let (policy, state) = (&recent.policy, &recent.state);
        let publishers = inner.publishers(ask.now);
        let is_short = policy.report_contents == ReportContents::Short;
        let flagged = state.calls().iter().filter(|call| call.is_flagged());
        let mut works = works(&ask.works);
        if policy.lock == Lock::Pin {
            works.insert("pin".to_owned(), inner.pin_status(policy, ask.now).set);
        }
        let report = Report {
            format: "cleardown-report",
            version: VERSION,
            made: day(ask.now.wall_ms),
            contents: policy.report_contents,
            app: masked(&ask.app),
            android: masked(&ask.android),
            sdk: ask.sdk.min(9999),
            works,
            lists: inner.report_lists(&publishers, policy, ask.now),
            settings: recent.settings.origins(),
            key_errors: state.key_errors().map(bad_key).collect(),
            troubles: inner
                .files
                .troubles()
                .into_iter()
                .map(|one| one.code)
                .collect(),
            counts: (!is_short).then(|| counts(flagged.count(), health)),
        };
        Ok(ReportAnswer {
            page: page::page_of(&report),
            report: serde_json::to_string_pretty(&report).unwrap_or_default(),
        })
    }
}

impl crate::engine::Inner {
    fn report_lists(
        &mut self,
        publishers: &[PublisherConfig],
        policy: &Policy,
        now: Now,
    ) -> Vec<List> {
        let store = self.files.store();
        let installed = store.lists();
        let mut ids: Vec<&str> = publishers.iter().map(|one| one.id.as_str()).collect();
        ids.extend(installed.iter().map(|one| one.publisher.as_str()));
        ids.sort_unstable();
        ids.dedup();
        let list = |id: &str| {
            let info = installed.iter().find(|one| one.publisher == id);
            let record = record_of(&store, id);
            List {
                publisher: masked(id),
                version: info.map(|one| one.version),
                issued: info.map(|one| day(one.issued_ms)),
                numbers: info.map(|one| one.numbers),
                bundled: info.is_some_and(|one| one.bundled),
                asked: record.last_ok_ms.map(day),
                failure: record.last_code.clone(),
                stale: is_stale(&record, policy.stale_list_days, now),
            }
        };
        ids.into_iter().map(list).collect()
    }
}

fn counts(flagged_last_day: usize, health: HealthAnswer) -> Counts {
    let events = health.events.into_iter().map(|one| Event {
        code: one.code,
        count: one.count,
        last: day(one.last_ms),
    });
    Counts {
        flagged_last_day,
        events: events.collect(),
        decisions: health.decisions,
    }
}

/// What the app says of itself, by codes only.
fn works(said: &BTreeMap<String, bool>) -> BTreeMap<String, bool> {
    let is_code = |code: &&String| {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        (1..=40).contains(&code.len()) && code.bytes().all(is_letter)
    };
    let codes = said.keys().filter(is_code);
    codes.map(|code| (code.clone(), said[code])).collect()
}

/// A key is only named where this version knows it: anything else may be what somebody wrote.
fn bad_key((origin, error): (Origin, &cleardown_core::KeyError)) -> BadKey {
    let key = Key::named(&error.key).map_or("unknown", |key| key.name);
    BadKey {
        key: key.to_owned(),
        origin,
    }
}

/// "2026-11-21".
fn day(at_ms: i64) -> String {
    instant_text(at_ms)
        .chars()
        .take_while(|one| *one != 'T')
        .collect()
}

/// A text from outside: short, plain, and no run of digits that could be a telephone number.
fn masked(text: &str) -> String {
    let mut digits = 0;
    let plain = |one: &char| one.is_ascii_alphanumeric() || matches!(one, '.' | '-' | '_');
    let all: String = text.chars().filter(plain).take(32).collect();
    let count = all.bytes().filter(u8::is_ascii_digit).count();
    let keep = |one: char| {
        digits = if one.is_ascii_digit() { digits + 1 } else { 0 };
        if digits > MOST_DIGITS { '#' } else { one }
    };
    // Written with dots or hyphens it is still a number.
    if count > 2 * MOST_DIGITS {
        return "#".to_owned();
    }
    all.chars().map(keep).collect()
}
