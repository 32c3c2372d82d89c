//! `cleardown play`

use std::path::Path;

use cleardown_stories::{Answer, Report, RunError, StepReport, StoryReport, run as play};
use serde_json::Value;

use crate::args::PlayArgs;
use crate::words::Words;

/// Plays stories. True where every expectation holds.
pub fn run(args: &PlayArgs) -> Result<bool, String> {
    let words = Words::english()?;
    let mut report = Report {
        stories: Vec::new(),
    };
    let mut unreadable = Vec::new();
    for file in &args.files {
        match play_one(file) {
            Ok(story) => {
                if !args.json {
                    print_story(&story, &words);
                }
                report.stories.push(story);
            }
            Err(error) => unreadable.push(error.to_string()),
        }
    }
    if args.json {
        let document = serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?;
        println!("{document}");
    }
    let passed = report.stories.iter().filter(|story| story.passed).count();
    for story in &report.stories {
        story
            .failure_lines()
            .iter()
            .for_each(|line| eprintln!("{line}"));
    }
    eprintln!("{passed} of {} stories passed", report.stories.len());
    if unreadable.is_empty() {
        Ok(passed == report.stories.len())
    } else {
        Err(unreadable.join("\ncleardown: "))
    }
}

/// A story may make the engine panic on purpose; what it prints of that is no news here.
fn play_one(file: &Path) -> Result<StoryReport, RunError> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let story = play(file);
    std::panic::set_hook(hook);
    story
}

fn print_story(story: &StoryReport, words: &Words) {
    println!("{}", story.title);
    println!("{}", "─".repeat(story.title.chars().count()));
    for step in &story.steps {
        print_step(step, words);
    }
    println!(
        "{}\n",
        if story.passed {
            "as expected"
        } else {
            "NOT as expected"
        }
    );
}

fn print_step(step: &StepReport, words: &Words) {
    println!("{:>8}  {}", step.at, event(&step.action));
    let took = step.played.took.as_secs_f64() * 1000.0;
    println!("{:>8}  → {}  ({took:.1} ms)", "", result(step));
    for line in spoken(step, words) {
        println!("{:>8}    {line}", "");
    }
    for failure in &step.failures {
        println!("{:>8}  ✗ {failure}", "");
    }
}

/// Characters of a text in a timeline: lists with their keys would fill a display.
const MOST_OF_TEXT: usize = 80;

/// The keys of a step that say what happens.
const EVENTS: &[&str] = &["incoming", "ended", "outgoing", "person", "phone", "fault"];

/// What happened, in words.
fn event(action: &Value) -> String {
    let Some(kind) = EVENTS.iter().find(|kind| action.get(**kind).is_some()) else {
        return "time passes".to_owned();
    };
    let what = &action[*kind];
    let number = || match &what["number"] {
        Value::String(number) => number.clone(),
        _ => "no number".to_owned(),
    };
    match *kind {
        "incoming" => format!("the phone is about to ring: {}", number()),
        "ended" => format!("the call ends{}", extras(what, &[])),
        "outgoing" => format!("the person rings {}{}", number(), extras(what, &["number"])),
        kind => format!("the {kind}: {}{}", plain(what), extras(action, EVENTS)),
    }
}

fn extras(what: &Value, known: &[&str]) -> String {
    let fields = what.as_object().into_iter().flatten();
    let told: Vec<String> = fields
        .filter(|(key, _)| !known.contains(&key.as_str()))
        .map(|(key, value)| format!("{key} {}", plain(value)))
        .collect();
    if told.is_empty() {
        String::new()
    } else {
        format!(" ({})", told.join(", "))
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) if text.chars().count() > MOST_OF_TEXT => {
            let start: String = text.chars().take(MOST_OF_TEXT).collect();
            format!("{start}…")
        }
        Value::String(text) if text.is_empty() => "nothing".to_owned(),
        Value::String(text) => text.replace('_', " "),
        Value::Object(fields) => {
            let told = fields
                .iter()
                .map(|(key, value)| format!("{key} {}", plain(value)));
            told.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// What the app did, in one line.
fn result(step: &StepReport) -> String {
    let actual = &step.actual;
    let mut parts = Vec::new();
    match &actual.alert {
        Some(alert) if alert != "none" => parts.push(alert.replace('_', " ").to_uppercase()),
        Some(_) if actual.response.is_some() => parts.push("rings, no warning".to_owned()),
        _ => {}
    }
    if let Some(placement) = &actual.placement {
        let held = placement == "hold";
        parts.push(if held {
            "HELD".to_owned()
        } else {
            "placed".to_owned()
        });
    }
    if let Some(reasons) = actual
        .reasons
        .as_ref()
        .filter(|reasons| !reasons.is_empty())
    {
        parts.push(reasons.join(", "));
    }
    if let Some(screen) = actual.screen.as_deref().filter(|screen| *screen != "none") {
        parts.push(format!("screen: {}", screen.replace('_', " ")));
    }
    if let Some(accepted) = actual.accepted {
        parts.push(match &actual.refused {
            _ if accepted => "taken".to_owned(),
            Some(why) => format!("refused: {}", why.replace('_', " ")),
            None => "refused".to_owned(),
        });
    }
    if let Some(left) = actual.cool_down.filter(|left| *left > 0) {
        parts.push(format!("wait {}:{:02}", left / 60, left % 60));
    }
    if parts.is_empty() {
        "nothing to say".to_owned()
    } else {
        parts.join(" · ")
    }
}

/// The words that the phone would show.
fn spoken(step: &StepReport, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    match &step.played.answer {
        Some(Answer::Screened(call)) if step.actual.alert.as_deref() != Some("none") => {
            let alert = step.actual.alert.as_deref().unwrap_or_default();
            lines.push(words.get(&format!("headline_{alert}")).to_owned());
            lines.push(words.can_be_faked(call.organisation.as_deref(), call.confidence));
            if let Some(rang) = &call.rang_emergency {
                lines.push(words.fill("rang_emergency_note", rang));
            }
        }
        Some(Answer::Placing(_)) if step.actual.placement.as_deref() == Some("hold") => {
            lines.push(words.get("hold_headline").to_owned());
        }
        Some(_) if step.actual.refused.as_deref() == Some("pressure") => {
            lines.push(words.get("fraud_asks").to_owned());
        }
        _ => return lines,
    }
    let reasons = step.actual.reasons.iter().flatten();
    lines.extend(reasons.map(|code| format!("– {}", words.reason(code))));
    lines
}
