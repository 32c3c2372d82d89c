//! `cleardown report FILE…`

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::args::ReportArgs;

/// From so many milliseconds on a phone answers slowly: Android waits for five seconds, the app for
/// three.
const SLOW_MS: u64 = 500;

/// The version of the report that is read.
const VERSION: u64 = 1;

/// One phone.
#[derive(Serialize)]
struct Phone {
    file: String,
    app: String,
    android: String,
    made: String,
    /// Roles, permissions and surfaces that do not work.
    lost: Vec<String>,
    /// Publishers whose list is old, or could not be fetched and why.
    lists: Vec<String>,
    /// Keys that were not taken.
    keys: Vec<String>,
    troubles: Vec<String>,
    /// The slower of both kinds of decisions, milliseconds: 19 of 20 took less.
    p95_ms: Option<u64>,
}

#[derive(Deserialize)]
struct List {
    publisher: String,
    stale: bool,
    failure: Option<String>,
}

/// Prints a line for each phone.
pub fn run(args: &ReportArgs) -> Result<bool, String> {
    let phones: Vec<Phone> = args
        .files
        .iter()
        .map(|file| read(file).map_err(|what| format!("{}: {what}", file.display())))
        .collect::<Result<_, _>>()?;
    let ill = phones.iter().filter(|phone| !phone.is_well()).count();
    if args.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&phones).unwrap_or_default()
        );
        return Ok(ill == 0);
    }
    let width = phones.iter().map(|phone| phone.file.chars().count()).max();
    let width = width.unwrap_or_default().max("phone".len());
    println!(
        "{:<width$}  {:<8} {:<8} {:<10}  what is wrong",
        "phone", "app", "android", "made"
    );
    for phone in &phones {
        let Phone {
            file,
            app,
            android,
            made,
            ..
        } = phone;
        println!(
            "{file:<width$}  {app:<8} {android:<8} {made:<10}  {}",
            phone.wrong()
        );
    }
    eprintln!("{} of {} phones need a look.", ill, phones.len());
    Ok(ill == 0)
}

impl Phone {
    fn is_well(&self) -> bool {
        self.wrong() == "-"
    }

    fn wrong(&self) -> String {
        let part = |name: &str, all: &[String]| {
            (!all.is_empty()).then(|| format!("{name}: {}", all.join(", ")))
        };
        let slow = self
            .p95_ms
            .filter(|ms| *ms >= SLOW_MS)
            .map(|ms| format!("slow: {ms} ms"));
        let parts = [
            part("off", &self.lost),
            part("old lists", &self.lists),
            part("bad keys", &self.keys),
            part("troubles", &self.troubles),
            slow,
        ];
        let said: Vec<String> = parts.into_iter().flatten().collect();
        if said.is_empty() {
            "-".to_owned()
        } else {
            said.join("; ")
        }
    }
}

fn read(file: &Path) -> Result<Phone, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let report: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    if report["format"] != "cleardown-report" {
        return Err("this is no health report of the app".to_owned());
    }
    if report["version"] != VERSION {
        let version = &report["version"];
        return Err(format!(
            "it has version {version}, this program knows version {VERSION}"
        ));
    }
    let field = |name: &str| report[name].as_str().unwrap_or("?").to_owned();
    let lists: Vec<List> =
        serde_json::from_value(report["lists"].clone()).map_err(|error| error.to_string())?;
    let works = report["works"].as_object().into_iter().flatten();
    let lost = works.filter(|(_, on)| **on == Value::Bool(false));
    let texts = |name: &str, of: fn(&Value) -> &Value| -> Vec<String> {
        let all = report[name].as_array().into_iter().flatten();
        all.filter_map(|one| of(one).as_str().map(str::to_owned))
            .collect()
    };
    let times = &report["counts"]["decisions"];
    let p95 = ["screening", "placing"]
        .iter()
        .filter_map(|kind| times[kind]["p95_us"].as_u64());
    Ok(Phone {
        file: file.display().to_string(),
        app: field("app"),
        android: field("android"),
        made: field("made"),
        lost: lost.map(|(code, _)| code.clone()).collect(),
        lists: lists
            .into_iter()
            .filter(|list| list.stale || list.failure.is_some())
            .map(|list| match list.failure {
                Some(code) => format!("{} ({code})", list.publisher),
                None => list.publisher,
            })
            .collect(),
        keys: texts("key_errors", |one| &one["key"]),
        troubles: texts("troubles", |one| one),
        p95_ms: p95.max().map(|us| us / 1000),
    })
}
