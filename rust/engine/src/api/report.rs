//! The health report.

use std::collections::BTreeMap;

use cleardown_core::Now;
use serde::{Deserialize, Serialize};

/// Asks for the health report. What the engine cannot know comes with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReportRequest {
    /// The clocks.
    pub now: Now,
    /// Version of the app.
    pub app: String,
    /// Version of Android, as people call it.
    pub android: String,
    /// Its API level.
    pub sdk: u32,
    /// Roles, permissions and surfaces by their codes, and whether each works.
    pub works: BTreeMap<String, bool>,
}

/// The health report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportAnswer {
    /// The text of the file, `rust/engine/REPORT.md`.
    pub report: String,
    /// The same to read: one thing a line, in English, with the same codes.
    pub page: String,
}
