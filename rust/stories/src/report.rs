//! A played story, compared with its expectations: the document of `cleardown play --json`.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

use crate::play::{PlayError, PlayedStep, play};
use crate::{Expect, StepActual, Story, StoryError, failures};

/// Why there is no report for a file.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RunError {
    /// The file is not a story.
    #[error(transparent)]
    Story(#[from] StoryError),
    /// The story cannot be set up.
    #[error("{file}: {source}")]
    Play {
        /// The file as it was named.
        file: String,
        /// Why not.
        source: PlayError,
    },
}

/// All stories of one run.
#[derive(Debug, Serialize)]
pub struct Report {
    /// One for each file, in their order.
    pub stories: Vec<StoryReport>,
}

/// One story.
#[derive(Debug, Serialize)]
pub struct StoryReport {
    /// The file as it was named.
    pub file: String,
    /// The story's title.
    pub title: String,
    /// Were all expectations met?
    pub passed: bool,
    /// Its steps, in order.
    pub steps: Vec<StepReport>,
}

/// One step.
#[derive(Debug, Serialize)]
pub struct StepReport {
    /// When, as written.
    pub at: String,
    /// What happened, as written.
    pub action: Value,
    /// What the app did.
    pub actual: StepActual,
    /// What it should have done.
    pub expect: Expect,
    /// One line for every expectation that was not met.
    pub failures: Vec<String>,
    /// The engine's answer and the time it took, for a timeline; not part of the document.
    #[serde(skip)]
    pub played: PlayedStep,
}

/// Reads, plays and compares the story in `path`.
///
/// # Errors
/// The file is not a story, or it cannot be set up.
pub fn run(path: &Path) -> Result<StoryReport, RunError> {
    let story = Story::read(path)?;
    let file = path.display().to_string();
    match play(&story) {
        Ok(played) => Ok(compare(file, &story, played)),
        Err(source) => Err(RunError::Play { file, source }),
    }
}

/// Compares what was played with what the story expects.
pub fn compare(file: String, story: &Story, played: Vec<PlayedStep>) -> StoryReport {
    let steps: Vec<StepReport> = story
        .steps
        .iter()
        .zip(played)
        .map(|(step, played)| StepReport {
            at: step.at.clone(),
            action: step.written.clone(),
            actual: played.actual.clone(),
            expect: step.expect.clone(),
            failures: failures(&step.expect, &played.actual),
            played,
        })
        .collect();
    let passed = steps.iter().all(|step| step.failures.is_empty());
    StoryReport {
        file,
        title: story.title.clone(),
        passed,
        steps,
    }
}

impl StoryReport {
    /// One readable line for every expectation that was not met.
    pub fn failure_lines(&self) -> Vec<String> {
        let lines = self.steps.iter().enumerate().flat_map(|(index, step)| {
            step.failures.iter().map(move |failure| {
                format!(
                    "{}, step {} (at {}): {failure}",
                    self.file,
                    index + 1,
                    step.at
                )
            })
        });
        lines.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn run_text(text: &str) -> Result<StoryReport, RunError> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("story.json");
        fs::write(&path, text).expect("a file");
        run(&path)
    }

    fn head(extra: &str, steps: &str) -> String {
        format!(r#"{{ "format": 1, "title": "A call", {extra} "steps": [{steps}] }}"#)
    }

    const LISTED: &str = r#""list": [{ "number": "+441632960123", "organisation": "Test Police",
        "line": "desk", "kind": "police", "calls_out": "unknown" }],"#;

    #[test]
    fn the_document_has_every_actual_value() {
        let steps = r#"
            { "at": "0:00", "incoming": { "number": "01632 960123" }, "expect": { "alert": "warning" } },
            { "at": "1:00", "ended": { "cause": "local", "answered": true } },
            { "at": "1:30", "outgoing": { "number": "01632960123" }, "expect": { "remaining": 200 } }"#;
        let report = run_text(&head(LISTED, steps)).expect("a story");
        let file = report.file.clone();
        let document = serde_json::to_value(Report {
            stories: vec![report],
        })
        .expect("JSON");
        let story = &document["stories"][0];
        assert_eq!(story["file"], file.as_str());
        assert_eq!(story["title"], "A call");
        assert_eq!(story["passed"], false);
        assert_eq!(story["steps"][0]["at"], "0:00");
        assert_eq!(
            story["steps"][0]["action"]["incoming"]["number"],
            "01632 960123"
        );
        assert_eq!(story["steps"][0]["expect"]["alert"], "warning");
        assert_eq!(
            story["steps"][0]["actual"],
            serde_json::json!({
                "alert": "warning", "response": "allow", "reasons": ["listed_unknown"],
                "organisation": "Test Police", "placement": null, "remaining": null,
                "cool_down": 300, "passable": null, "screen": "none", "accepted": null,
                "refused": null
            })
        );
        assert_eq!(story["steps"][1]["actual"]["screen"], "after_call");
        assert_eq!(
            story["steps"][2]["actual"],
            serde_json::json!({
                "alert": null, "response": null, "reasons": ["listed", "same_caller"],
                "organisation": "Test Police", "placement": "hold", "remaining": 270,
                "cool_down": 270, "passable": true, "screen": "hold", "accepted": null,
                "refused": null
            })
        );
        let failures = &story["steps"][2]["failures"];
        assert_eq!(
            failures,
            &serde_json::json!(["remaining: expected 200, got 270"])
        );
    }

    #[test]
    fn failures_name_file_step_and_time() {
        let steps = r#"{ "at": "0:07", "outgoing": { "number": "999" }, "expect": { "placement": "hold" } }"#;
        let report = run_text(&head("", steps)).expect("a story");
        let lines = report.failure_lines();
        assert_eq!(lines.len(), 1);
        let wanted = "story.json, step 1 (at 0:07): placement: expected hold, got place";
        assert!(lines[0].ends_with(wanted), "{lines:?}");
    }

    #[test]
    fn a_story_that_cannot_be_set_up_says_why() {
        let refusal = |extra: &str| {
            run_text(&head(extra, ""))
                .expect_err("no story")
                .to_string()
        };
        assert!(refusal(r#""region": "XX","#).contains("region XX"));
        let list = r#""list": [{ "number": "01632 960123", "organisation": "Test Police" }],"#;
        let message = refusal(list);
        assert!(
            message.contains("Test Police") && message.contains("E.164"),
            "{message}"
        );
        assert!(message.contains("story.json"), "{message}");
    }

    #[test]
    fn every_number_that_json_can_hold_is_played() {
        let steps: Vec<String> = [
            "",
            "\\u0000",
            "#",
            "*",
            "+",
            "++",
            "☎",
            "\\ud83d\\ude00",
            " 9 9 9 ",
        ]
        .iter()
        .enumerate()
        .flat_map(|(index, number)| {
            [
                format!(r#"{{ "at": "{index}:00", "incoming": {{ "number": "{number}" }} }}"#),
                format!(r#"{{ "at": "{index}:20", "ended": {{}} }}"#),
                format!(r#"{{ "at": "{index}:30", "outgoing": {{ "number": "{number}" }} }}"#),
            ]
        })
        .collect();
        let report = run_text(&head(r#""contacts": null,"#, &steps.join(","))).expect("a story");
        assert!(report.passed);
        let incoming = report
            .steps
            .iter()
            .filter(|step| step.actual.response.is_some());
        assert_eq!(incoming.count(), 9);
    }
}
