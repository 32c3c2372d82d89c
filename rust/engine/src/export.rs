//! The history as a file that the person keeps or hands on, `rust/engine/EXPORT.md`.

use cleardown_core::Now;
use cleardown_list::instant_text;
use serde::Serialize;

use crate::api::HistoryEntry;

/// Rises when a field changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Export {
    format: &'static str,
    version: u32,
    exported_at: String,
    calls: Vec<Call>,
}

#[derive(Serialize)]
struct Call {
    at: String,
    #[serde(flatten)]
    entry: HistoryEntry,
}

/// The file's text: JSON, a field a line. Nothing in it is masked: it is the person's own, and goes
/// only where they put it.
pub(crate) fn text(calls: Vec<HistoryEntry>, now: Now) -> String {
    let call = |entry: HistoryEntry| Call {
        at: instant_text(entry.at_ms),
        entry,
    };
    let export = Export {
        format: "cleardown-history",
        version: VERSION,
        exported_at: instant_text(now.wall_ms),
        calls: calls.into_iter().map(call).collect(),
    };
    serde_json::to_string_pretty(&export).unwrap_or_default()
}
