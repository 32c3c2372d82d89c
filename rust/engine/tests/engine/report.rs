//! The health report: what is in it, and that no number and no name ever is.

use std::collections::BTreeMap;

use cleardown_engine::api::{
    CallNote, ConfigureRequest, HealthRequest, HistoryAction, Origin, ReportAnswer, ReportRequest,
};
use serde_json::Value;

use crate::phone::{KENT, Phone};

impl Phone {
    /// File and page together, and what is in the file.
    fn reports(&self, app: &str, works: &[(&str, bool)]) -> (String, Value) {
        let answer = self.report(app, works);
        let json = serde_json::from_str(&answer.report).expect("JSON");
        (answer.report + &answer.page, json)
    }

    fn report(&self, app: &str, works: &[(&str, bool)]) -> ReportAnswer {
        let works = works.iter().map(|(code, on)| ((*code).to_owned(), *on));
        let ask = ReportRequest {
            now: self.now,
            app: app.to_owned(),
            android: "16".to_owned(),
            sdk: 36,
            works: works.collect(),
        };
        self.engine.report(&ask).expect("answered")
    }

    fn is_set_up(&self, origin: Origin, settings: &str) {
        let ask = ConfigureRequest {
            now: self.now,
            origin,
            in_call: false,
            policy: serde_json::from_str(settings).expect("settings"),
            at_ms: None,
            cancel_scheduled: false,
            replace: true,
            others: Vec::new(),
        };
        self.engine.configure(&ask).expect("answered");
    }
}

#[test]
fn it_says_what_works_and_who_set_what() {
    let mut phone = Phone::new();
    phone.is_set_up(
        Origin::Managed,
        "{\"lock\": \"pin\", \"hold\": 3, \"colour\": 1}",
    );
    phone.flagged_call();
    let (_, report) = phone.reports("0.1.0", &[("screening", true), ("redirection", false)]);
    assert_eq!(report["format"], "cleardown-report");
    assert_eq!(report["version"], 1);
    assert_eq!(report["made"], "2020-09-13");
    assert_eq!(report["app"], "0.1.0");
    assert_eq!(report["works"]["redirection"], false);
    assert_eq!(report["settings"]["lock"], "managed");
    let errors = report["key_errors"].as_array().expect("errors");
    let keys: Vec<_> = errors.iter().map(|one| &one["key"]).collect();
    assert_eq!(
        keys,
        ["unknown", "hold"],
        "a key that nobody knows is not repeated"
    );
    assert_eq!(report["lists"][0]["publisher"], "gb");
    assert_eq!(report["lists"][0]["bundled"], true);
    assert_eq!(report["counts"]["flagged_last_day"], 1);
}

#[test]
fn it_says_that_a_lock_has_no_pin() {
    let phone = Phone::new();
    let works = || phone.reports("0.1.0", &[("screening", true)]).1["works"].clone();
    assert_eq!(works().get("pin"), None, "nobody asks for one");
    phone.is_set_up(
        Origin::Managed,
        "{\"lock\": \"pin\", \"report_contents\": \"short\"}",
    );
    assert_eq!(works()["pin"], false);
    phone.sets_pin(crate::pin::PIN);
    assert_eq!(works()["pin"], true);
}

#[test]
fn a_short_one_has_no_counts_and_times() {
    let mut phone = Phone::new();
    phone.flagged_call();
    phone.is_set_up(Origin::Family, "{\"report_contents\": \"short\"}");
    let (_, report) = phone.reports("0.1.0", &[]);
    assert_eq!(report["contents"], "short");
    assert_eq!(report.get("counts"), None);
    assert!(report["settings"].is_object());
}

#[test]
fn the_page_says_the_same_in_lines() {
    let mut phone = Phone::new();
    phone.is_set_up(Origin::Managed, "{\"lock\": \"pin\", \"hold\": 3}");
    phone.flagged_call();
    let works = [
        ("screening", true),
        ("practice", true),
        ("redirection", false),
    ];
    let page = phone.report("0.1.0", &works).page;
    for line in [
        "Cleardown 0.1.0 on Android 16 (API 36), 2020-09-13",
        "Works: practice, screening",
        "Is off: pin, redirection",
        "Set by managed: lock",
        "Not taken from managed: hold",
        "Calls warned about in the last day: 1",
        "Screening: none measured yet",
    ] {
        assert!(page.lines().any(|one| one == line), "{line}\n{page}");
    }
    assert!(page.contains("\nList: gb, version "), "{page}");
    phone.is_set_up(Origin::Managed, "{\"report_contents\": \"short\"}");
    let page = phone.report("0.1.0", &works).page;
    assert!(page.contains("Is off: redirection"), "{page}");
    assert!(
        !page.contains("Calls warned") && !page.contains("measured"),
        "{page}"
    );
}

/// Numbers and names in everything that can be put in; none of them comes out.
#[test]
fn no_number_and_no_name_is_in_it() {
    let mut phone = Phone::new();
    phone.is_set_up(
        Origin::Managed,
        "{\"trusted_contacts\": \"07700 900111, 07700 900112\", \"bank_number\": \"01632 960456\",
          \"other_phone\": \"Gwen 01632 960457\", \"help_name\": \"Gwen Pritchard\",
          \"help_number\": \"01632 960458\", \"help_text\": \"Ring Gwen on 01632 960459\",
          \"07700 900113\": \"Gwen\", \"gwen\": 7700900114, \"hold\": \"07700 900115 Gwen\",
          \"lists\": \"07700900116\"}",
    );
    phone.flagged_call();
    let note = CallNote {
        name: "Gwen".to_owned(),
        number: "07700 900117".to_owned(),
        station: "Gwen 07700 900118".to_owned(),
        wanted: "07700 900119".to_owned(),
    };
    phone.history(HistoryAction::Note, Some(note));
    phone.record_hold("07700 900120");
    let event = HealthRequest {
        now: phone.now,
        event: Some("native_panic".to_owned()),
        decision_us: None,
        what: None,
    };
    phone.engine.health(&event).expect("counted");
    let said = [
        ("gwen_", true),
        ("screening 07700900121", true),
        ("Gwen", false),
        ("07700900122", false),
    ];
    for app in [
        "07700900123",
        "0.1.0-07700 900124",
        "Gwen 7.7.0.0.9.0.0.1.2.5",
    ] {
        let (text, _) = phone.reports(app, &said);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        for planted in ["9001", "960456", "960457", "960458", "960459", "622690690"] {
            assert!(!digits.contains(planted), "{planted} in {text}");
        }
        for line in text.lines().filter(|line| !line.contains("gwen_")) {
            let is_name = line.to_lowercase().contains("gwen") && !line.contains("\"app\"");
            assert!(!is_name && !line.contains("Pritchard"), "{line}");
        }
        assert!(
            !text.contains(&KENT[3..]) && !text.contains("Kent"),
            "{text}"
        );
        let longest = text
            .split(|one: char| !one.is_ascii_digit())
            .map(str::len)
            .max();
        assert!(longest <= Some(6), "{text}");
    }
}

#[test]
fn it_is_as_its_schema_says() {
    let schema: Value =
        serde_json::from_str(include_str!("../../report.schema.json")).expect("JSON");
    let mut phone = Phone::new();
    phone.is_set_up(Origin::Managed, "{\"hold\": 3}");
    phone.flagged_call();
    let (_, report) = phone.reports("0.1.0", &[("screening", true)]);
    let mut wrong = Vec::new();
    differs(&schema, &report, "report", &mut wrong);
    assert!(wrong.is_empty(), "{wrong:?}");
    let mut other = report;
    other["lists"][0]["number"] = "x".into();
    differs(&schema, &other, "report", &mut wrong);
    assert_eq!(wrong, ["report.lists.number: not in the schema"]);
}

/// As much of JSON Schema as the file uses: properties, required, items, type.
fn differs(schema: &Value, found: &Value, at: &str, wrong: &mut Vec<String>) {
    let kind = match found {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if !kinds.contains(&kind) {
        wrong.push(format!("{at}: {kind} is not its type"));
    }
    for item in found.as_array().into_iter().flatten() {
        differs(&schema["items"], item, at, wrong);
    }
    let Some(fields) = found.as_object() else {
        return;
    };
    for required in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(required.as_str().unwrap_or_default()) {
            wrong.push(format!("{at}: {required} is missing"));
        }
    }
    let known: BTreeMap<_, _> = schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .collect();
    for (name, value) in fields {
        let at = format!("{at}.{name}");
        match known
            .get(name)
            .copied()
            .or(schema.get("additionalProperties"))
        {
            Some(rule) if rule.is_object() => differs(rule, value, &at, wrong),
            _ => wrong.push(format!("{at}: not in the schema")),
        }
    }
}
