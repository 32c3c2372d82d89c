//! Who set what: IT team over relative over person.

use std::collections::{BTreeMap, BTreeSet};

use cleardown_engine::POLICY_KEYS;
use cleardown_engine::api::{ConfigureAnswer, ConfigureRequest, Origin, PolicyValue, Refusal};

use crate::phone::Phone;

fn json(text: &str) -> BTreeMap<String, PolicyValue> {
    serde_json::from_str(text).expect("settings as JSON")
}

impl Phone {
    fn request(&self, origin: Origin, replace: bool, settings: &str) -> ConfigureRequest {
        ConfigureRequest {
            now: self.now,
            origin,
            in_call: false,
            policy: json(settings),
            at_ms: None,
            cancel_scheduled: false,
            replace,
            others: Vec::new(),
        }
    }

    fn wants(&self, origin: Origin, settings: &str) -> ConfigureAnswer {
        let ask = self.request(origin, false, settings);
        self.engine.configure(&ask).expect("answered")
    }

    fn gives_all(&self, origin: Origin, settings: &str) -> ConfigureAnswer {
        let ask = self.request(origin, true, settings);
        self.engine.configure(&ask).expect("answered")
    }

    fn holds(&self, key: &str) -> (PolicyValue, Option<Origin>) {
        let status = self.status();
        let origin = status.origins.get(key).copied();
        (status.policy[key].clone(), origin)
    }
}

fn int(number: i64) -> PolicyValue {
    PolicyValue::Int(number)
}

fn text(text: &str) -> PolicyValue {
    PolicyValue::Text(text.to_owned())
}

#[test]
fn the_strongest_holds_and_what_was_below_comes_back() {
    let phone = Phone::new();
    assert_eq!(phone.holds("history_days"), (int(90), None));
    phone.wants(Origin::Person, "{\"history_days\": 30}");
    phone.gives_all(Origin::Family, "{\"history_days\": 100}");
    assert_eq!(
        phone.holds("history_days"),
        (int(100), Some(Origin::Family))
    );
    phone.gives_all(Origin::Managed, "{\"history_days\": 7, \"hold\": \"all\"}");
    assert_eq!(phone.holds("history_days"), (int(7), Some(Origin::Managed)));
    phone.gives_all(Origin::Managed, "{\"hold\": \"all\"}");
    assert_eq!(
        phone.holds("history_days"),
        (int(100), Some(Origin::Family))
    );
    phone.gives_all(Origin::Managed, "{}");
    phone.gives_all(Origin::Family, "{}");
    assert_eq!(phone.holds("history_days"), (int(30), Some(Origin::Person)));
    assert_eq!(phone.holds("hold"), (text("callbacks"), None));
}

#[test]
fn what_an_it_team_set_is_theirs_also_where_it_was_so_before() {
    let phone = Phone::new();
    phone.gives_all(Origin::Managed, "{\"hold\": \"callbacks\"}");
    let refused = phone.wants(Origin::Person, "{\"hold\": \"all\", \"history_days\": 91}");
    assert!(!refused.accepted, "even what is stronger");
    assert_eq!(refused.refused, Some(Refusal::Stronger));
    assert_eq!(
        refused.held_by,
        [("hold".to_owned(), Origin::Managed)].into()
    );
    assert_eq!(refused.policy["history_days"], int(90), "as a whole");
    let same = phone.wants(
        Origin::Person,
        "{\"hold\": \"callbacks\", \"history_days\": 91}",
    );
    assert!(same.accepted, "a value that holds already is no change");
}

#[test]
fn a_relative_takes_what_an_it_team_left_free() {
    let phone = Phone::new();
    phone.gives_all(Origin::Managed, "{\"hold\": \"all\"}");
    let taken = phone.gives_all(
        Origin::Family,
        "{\"hold\": \"callbacks\", \"lock\": \"pin\"}",
    );
    assert!(taken.accepted);
    assert_eq!(taken.held_by, [("hold".to_owned(), Origin::Managed)].into());
    assert_eq!(phone.holds("hold"), (text("all"), Some(Origin::Managed)));
    assert_eq!(phone.holds("lock"), (text("pin"), Some(Origin::Family)));
}

#[test]
fn a_bad_key_keeps_the_last_good_value_and_its_error_until_the_next_time() {
    let phone = Phone::new();
    phone.gives_all(
        Origin::Managed,
        "{\"cool_down_seconds\": 900, \"hold\": \"all\"}",
    );
    let given = phone.gives_all(
        Origin::Managed,
        "{\"cool_down_seconds\": \"900\", \"hold\": {\"a\": [1]}, \"colour\": \"red\", \"history_days\": 80}",
    );
    assert!(given.accepted);
    let errors: Vec<_> = given.errors.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(errors, ["colour", "cool_down_seconds", "hold"]);
    assert_eq!(given.errors[1].found, "\"900\"");
    assert_eq!(given.errors[1].expected, "a whole number from 60 to 1800");
    assert_eq!(given.errors[1].used, "900");
    for (key, value) in [
        ("cool_down_seconds", int(900)),
        ("hold", text("all")),
        ("history_days", int(80)),
    ] {
        assert_eq!(phone.holds(key), (value, Some(Origin::Managed)));
    }
    let kept = phone.status().key_errors;
    assert_eq!(kept.len(), 3);
    assert!(kept.iter().all(|one| one.origin == Origin::Managed));
    let opened_again = phone.restarted();
    assert_eq!(opened_again.status().key_errors, kept);
    opened_again.gives_all(Origin::Managed, "{\"cool_down_seconds\": 900}");
    assert_eq!(opened_again.status().key_errors, []);
}

#[test]
fn no_key_takes_what_is_huge_nested_or_of_no_use() {
    let phone = Phone::new();
    let before = phone.status().policy;
    let (long, many) = (
        format!("\"{}\"", "0770 ".repeat(200_000)),
        "[\"1\"],".repeat(9),
    );
    let nested = format!("{{\"a\": [{many} null]}}");
    for bad in [
        &*long,
        &nested,
        "null",
        "1e300",
        "99999999999999999999",
        "-1",
    ] {
        let all = POLICY_KEYS.map(|key| format!("\"{key}\": {bad}"));
        let given = phone.gives_all(Origin::Managed, &format!("{{{}}}", all.join(",")));
        let shown: String = bad.chars().take(40).collect();
        let wrong: BTreeSet<&str> = given.errors.iter().map(|one| &*one.key).collect();
        assert_eq!(wrong, BTreeSet::from(POLICY_KEYS), "{shown}");
        let longest = given
            .errors
            .iter()
            .map(|one| one.found.chars().count())
            .max();
        assert!(longest <= Some(63), "{shown}");
        assert_eq!(phone.status().policy, before, "{shown}");
        assert_eq!(phone.status().key_errors.len(), POLICY_KEYS.len());
    }
}

#[test]
fn thousands_of_unknown_keys_do_not_fill_the_state() {
    let phone = Phone::new();
    let many: Vec<String> = (0..5000)
        .map(|at| format!("\"key{at}\": \"{}\"", "x".repeat(100)))
        .collect();
    let settings = format!("{{{}, \"hold\": \"all\"}}", many.join(","));
    phone.gives_all(Origin::Managed, &settings);
    assert_eq!(phone.holds("hold").0, text("all"));
    assert_eq!(phone.status().key_errors.len(), 20);
}

#[test]
fn a_relative_waits_for_the_end_of_the_pressure_and_an_it_team_does_not() {
    let mut phone = Phone::new();
    phone.gives_all(Origin::Family, "{\"hold\": \"all\"}");
    phone.flagged_call();
    let refused = phone.gives_all(Origin::Family, "{}");
    assert_eq!(
        (refused.accepted, refused.refused),
        (false, Some(Refusal::Pressure))
    );
    assert_eq!(phone.holds("hold").0, text("all"));
    let stronger = "{\"hold\": \"all\", \"cool_down_seconds\": 1800}";
    assert!(phone.gives_all(Origin::Family, stronger).accepted);
    assert!(phone.cool_down() > 300, "it lengthens the wait that runs");
    assert!(
        phone
            .gives_all(Origin::Managed, "{\"hold\": \"advise\"}")
            .accepted
    );
    assert_eq!(phone.holds("hold").0, text("advise"));
}

#[test]
fn the_person_cannot_choose_lists_or_a_help_desk() {
    let phone = Phone::new();
    for settings in [
        "{\"lists\": \"\"}",
        "{\"help_number\": \"01632 960001\"}",
        "{\"help_text\": \"x\"}",
    ] {
        let answer = phone.wants(Origin::Person, settings);
        assert!(!answer.accepted, "{settings}");
        assert_eq!(answer.errors[0].expected, "a key that the person may set");
    }
}

#[test]
fn all_settings_of_an_origin_cannot_wait() {
    let phone = Phone::new();
    let mut ask = phone.request(Origin::Managed, true, "{}");
    ask.at_ms = Some(phone.now.wall_ms + 60_000);
    let error = phone.engine.configure(&ask).expect_err("no such thing");
    assert_eq!(error.code(), "invalid_request");
}

#[test]
fn each_slip_in_the_lists_is_named() {
    let phone = Phone::new();
    for (lists, expected) in [
        ("nonsense", "a JSON array of lists, each with id, title"),
        ("{\"id\": \"acme\"}", "a JSON array of lists"),
        (
            "[{\"id\": \"acme\", \"roots\": \"\"}]",
            "unknown field `roots`",
        ),
        (
            "[{\"id\": \"Acme Ltd\"}]",
            "of list 1: an id of small letters",
        ),
        (
            "[{\"id\": \"gb\"}]",
            "of list 1: an id that no other list has",
        ),
        ("[{\"id\": \"acme\"}]", "of list 1: a title"),
        (
            "[{\"id\": \"acme\", \"title\": \"Acme\", \"url\": \"http://a.example\"}]",
            "of list 1: a url that begins with https://",
        ),
        (
            "[{\"id\": \"acme\", \"title\": \"Acme\", \"url\": \"https://a.example\"}]",
            "of list 1: a root: the text of the publisher's file",
        ),
        (
            "[{\"id\": \"acme\", \"title\": \"A\", \"url\": \"https://a.example\", \"root\": \"{}\"}]",
            "of list 1: a root that can be read",
        ),
        ("[{},{},{},{},{},{},{},{},{}]", "at most 8 lists"),
    ] {
        let value = serde_json::to_string(lists).expect("a text");
        let answer = phone.gives_all(Origin::Managed, &format!("{{\"lists\": {value}}}"));
        let said = &answer.errors[0].expected;
        assert!(said.contains(expected), "{lists}: {said}");
        assert!(answer.errors[0].found.chars().count() <= 63, "{lists}");
        assert_eq!(phone.status().sync.publishers, [] as [&str; 0], "{lists}");
    }
    let huge = format!("{{\"lists\": \"{}\"}}", " ".repeat(70_000));
    let answer = phone.gives_all(Origin::Managed, &huge);
    assert_eq!(
        answer.errors[0].expected,
        "a text of at most 65536 bytes: a JSON array of lists"
    );
}

#[test]
fn of_two_it_teams_the_stronger_value_counts_whoever_is_named_first() {
    let one = json("{\"cool_down_seconds\": 600, \"hold\": \"all\", \"language\": \"cy\"}");
    let other = json("{\"cool_down_seconds\": 900, \"hold\": \"some\", \"language\": \"en\"}");
    for (first, second) in [(&one, &other), (&other, &one)] {
        let phone = Phone::new();
        let mut ask = phone.request(Origin::Managed, true, "{}");
        ask.policy = first.clone();
        ask.others = vec![second.clone()];
        let given = phone.engine.configure(&ask).expect("answered");
        assert_eq!(given.errors, [], "the other team's value is a good one");
        assert_eq!(phone.holds("cool_down_seconds").0, int(900));
        assert_eq!(phone.holds("hold").0, text("all"));
        assert_eq!(
            phone.holds("language").0,
            text("en"),
            "neither protects more"
        );
    }
}
