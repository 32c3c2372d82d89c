//! Plays every story in `tests/scenarios/` over the real engine, and checks the stories
//! themselves: that they use every word of the format, and that no lazy engine passes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use cleardown_engine::api::{Origin, PolicyValue};
use cleardown_engine::{Region, check_settings};
use cleardown_stories::codes::{self, Fault, Person};
use cleardown_stories::{Action, Expect, Phone, Step, StepActual, Story, failures, run};

/// Stories are played side by side: each has a folder and an engine of its own.
const WORKERS: usize = 4;

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = fs::read_dir(&folder).expect("tests/scenarios is there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no story in {}", folder.display());
    files
}

fn stories() -> Vec<(String, Story)> {
    let story = |path: &PathBuf| match Story::read(path) {
        Ok(story) => (name_of(path), story),
        Err(error) => panic!("{error}"),
    };
    files().iter().map(story).collect()
}

fn name_of(path: &Path) -> String {
    path.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn all_steps(stories: &[(String, Story)]) -> impl Iterator<Item = &Step> {
    stories.iter().flat_map(|(_, story)| &story.steps)
}

#[test]
fn every_story_passes() {
    let files = files();
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::<String>::new());
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let lines = match run(file) {
                        Ok(report) => report.failure_lines(),
                        Err(error) => vec![error.to_string()],
                    };
                    failed.lock().expect("no worker panics").extend(lines);
                }
            });
        }
    });
    let mut failed = failed.into_inner().expect("no worker panics");
    failed.sort();
    let count = failed.len();
    assert!(
        failed.is_empty(),
        "{count} expectations were not met:\n{}",
        failed.join("\n")
    );
}

#[test]
fn every_word_of_the_format_is_in_a_story() {
    let stories = stories();
    let mut missing = Vec::new();
    let mut need = |what: &str, word: &str, found: bool| {
        if !found {
            missing.push(format!("{what} {word}"));
        }
    };
    let expects = || all_steps(&stories).map(|step| &step.expect);
    for reason in codes::reasons() {
        let is_named = |expect: &Expect| expect.reasons.iter().flatten().any(|one| one == reason);
        need("reason", reason, expects().any(is_named));
    }
    for screen in codes::SCREENS {
        need(
            "screen",
            screen,
            expects().any(|expect| expect.screen.as_deref() == Some(screen)),
        );
    }
    for alert in codes::ALERTS {
        need(
            "alert",
            alert,
            expects().any(|expect| expect.alert.as_deref() == Some(alert)),
        );
    }
    let actions = || all_steps(&stories).filter_map(|step| step.action.as_ref());
    for person in Person::ALL {
        let is_done =
            |action: &Action| matches!(action, Action::Person { what, .. } if what == person);
        need("person", person.code(), actions().any(is_done));
    }
    for fault in Fault::ALL {
        need(
            "fault",
            fault.code(),
            actions().any(|action| *action == Action::Fault(*fault)),
        );
    }
    let phone = |is: fn(&Phone) -> bool| {
        actions().any(|action| matches!(action, Action::Phone(event) if is(event)))
    };
    need(
        "phone",
        "reboot",
        phone(|event| matches!(event, Phone::Reboot)),
    );
    need("phone", "idle", phone(|event| matches!(event, Phone::Idle)));
    need(
        "phone",
        "clock +",
        phone(|event| matches!(event, Phone::Clock(jump) if *jump > 0)),
    );
    need(
        "phone",
        "clock -",
        phone(|event| matches!(event, Phone::Clock(jump) if *jump < 0)),
    );
    for accepted in [true, false] {
        let found = expects().any(|expect| expect.accepted == Some(accepted));
        need("accepted", &accepted.to_string(), found);
    }
    for refusal in codes::REFUSALS {
        let found = expects().any(|expect| expect.refused.as_deref() == Some(refusal));
        need("refused", refusal, found);
    }
    assert!(missing.is_empty(), "no story has: {}", missing.join(", "));
}

#[test]
fn the_seeds_and_more_use_only_the_bundled_list() {
    let stories = stories();
    let bundled: BTreeSet<&str> = stories
        .iter()
        .filter(|(_, story)| story.list.is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    let seeds = bundled
        .iter()
        .filter(|name| name.starts_with("seed-"))
        .count();
    assert_eq!(
        seeds, 5,
        "one story for each seed, on the bundled list: {bundled:?}"
    );
    assert!(bundled.len() > seeds);
    for (name, story) in stories.iter().filter(|(name, _)| name.starts_with("seed-")) {
        assert!(
            story.source.is_some(),
            "{name} does not say which page it follows"
        );
    }
}

/// The phone takes the rest of a relative's settings where one key is wrong: without this, a story
/// about lists could be one about nothing.
#[test]
fn every_list_that_a_story_names_is_one_that_a_phone_takes() {
    let stories = stories();
    let lists: BTreeSet<&str> = all_steps(&stories)
        .filter_map(|step| match &step.action {
            Some(Action::Person { policy, .. }) => policy.get("lists")?.as_str(),
            _ => None,
        })
        .collect();
    assert!(lists.len() > 2, "none, one list, and another");
    for text in lists {
        let lists = ("lists".to_owned(), PolicyValue::Text(text.to_owned()));
        let checked = check_settings(&[lists].into(), Origin::Family, Region::gb());
        assert_eq!(checked.errors, [], "{text}");
    }
}

/// A judge as lenient as can be: only four values are constant, all others are what was wished.
fn passes_with(story: &Story, alert: &str, placement: &str, screen: &str, cool_down: u32) -> bool {
    story.steps.iter().all(|step| {
        let wished = &step.expect;
        let actual = StepActual {
            alert: Some(alert.into()),
            response: wished.response.clone(),
            reasons: wished.reasons.clone(),
            organisation: wished.organisation.clone().flatten(),
            placement: Some(placement.into()),
            remaining: wished.remaining,
            cool_down: Some(cool_down),
            passable: wished.passable,
            screen: Some(screen.into()),
            accepted: wished.accepted,
            refused: wished.refused.clone(),
        };
        failures(wished, &actual).is_empty()
    })
}

#[test]
fn an_engine_that_always_answers_the_same_fails_most_stories() {
    let stories = stories();
    for alert in codes::ALERTS {
        for placement in codes::PLACEMENTS {
            for screen in codes::SCREENS {
                for cool_down in [0, 300] {
                    let passed: Vec<&str> = stories
                        .iter()
                        .filter(|(_, story)| {
                            passes_with(story, alert, placement, screen, cool_down)
                        })
                        .map(|(name, _)| name.as_str())
                        .collect();
                    assert!(
                        passed.len() * 20 < stories.len(),
                        "always {alert}, {placement}, {screen}, {cool_down} s passes {passed:?}"
                    );
                }
            }
        }
    }
}
