//! Whose lists a phone fetches, as its settings say: those of an IT team and of a relative.

use std::collections::BTreeMap;

use cleardown_engine::api::{
    BundleAction, BundleAnswer, ConfigureAnswer, HealthRequest, Origin, PolicyValue,
    PublisherResult, ReportRequest, SyncOutcome,
};
use cleardown_list::bundle::BundleText;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};

use crate::phone::{Phone, now};
use crate::publisher::Publisher;
use crate::repo::{Key, hex};
use crate::server::Server;
use crate::world::{FORGED, NEW, OLD};

/// Of the list that comes with the app: Kent Police, switchboard.
const KENT: &str = "+441622690690";

/// A publisher that no app knows, with its server.
struct Club {
    publisher: Publisher,
    server: Server,
}

impl Club {
    /// Its first list has the number [`OLD`].
    fn new() -> Self {
        let mut publisher = Publisher::new("club");
        publisher.publish(&[OLD]);
        let server = Server::new();
        server.serve(&publisher.files);
        Self { publisher, server }
    }

    /// As it stands in the setting `lists`.
    fn setting(&self, root: &str) -> Value {
        json!({"id": "club", "title": "Club", "url": self.server.url, "root": root})
    }

    /// The setting as its publisher gives it out.
    fn lists(&self) -> String {
        json!([self.setting(&self.publisher.pinned_root)]).to_string()
    }
}

impl Phone {
    /// The club's part of the health report.
    fn report_of_club(&self) -> Value {
        let ask = ReportRequest {
            now: now(self.now_s),
            app: String::new(),
            android: String::new(),
            sdk: 36,
            works: BTreeMap::new(),
        };
        let report = self.engine.report(&ask).expect("it answers").report;
        let report: Value = serde_json::from_str(&report).expect("JSON");
        let lists = report["lists"].as_array().expect("lists");
        let club = lists.iter().find(|list| list["publisher"] == "club");
        club.expect("the club's list").clone()
    }

    /// The codes of what went wrong, as the page of the app's health gives them.
    fn events(&self) -> Vec<String> {
        let ask = HealthRequest {
            now: now(self.now_s),
            event: None,
            decision_us: None,
            what: None,
        };
        let health = self.engine.health(&ask).expect("it answers");
        health.events.into_iter().map(|event| event.code).collect()
    }

    /// The club's list is refused with this code: whoever looks finds it everywhere.
    #[track_caller]
    fn refuses_the_club(&self, code: &str) -> PublisherResult {
        let result = self.update().remove(0);
        assert_eq!((&*result.id, result.outcome), ("club", SyncOutcome::Failed));
        assert_eq!(result.code.as_deref(), Some(code));
        assert_eq!(self.status().sync.last_code.as_deref(), Some(code));
        assert!(self.events().contains(&format!("sync_{code}")));
        assert_eq!(self.report_of_club()["failure"], code);
        assert!(self.lists(KENT), "the list that came with the app answers");
        assert!(!self.lists(FORGED));
        result
    }

    fn is_managed(&self, lists: &str) -> ConfigureAnswer {
        self.gives_all(Origin::Managed, settings(&[("lists", lists)]))
    }

    fn takes_of_anna(&self, version: u64, values: &[(&str, &str)]) -> BundleAnswer {
        let made = BundleText::new("Anna", version, "2026-11-21T20:00:00Z", settings(values));
        let signed = made.expect("a text to sign").to_sign();
        let key = SigningKey::from_bytes(&[1; 32]);
        let packed = self.bundle(BundleAction::Pack {
            sig: hex(&key.sign(signed.as_bytes()).to_bytes()),
            keytype: "ed25519".to_owned(),
            key: hex(key.verifying_key().as_bytes()),
            signed,
        });
        let content = packed.file.expect("a file");
        self.bundle(BundleAction::Import { content })
    }
}

/// Somebody else with the same name: all keys are others.
fn stranger() -> Publisher {
    let mut stranger = Publisher::new("club");
    let keys = [
        Key::new(41),
        Key::new(42),
        Key::new(43),
        Key::new(44),
        Key::new(45),
    ];
    stranger.repo.set_keys("root", &keys[..2], 2);
    for (role, key) in ["timestamp", "snapshot", "targets"]
        .into_iter()
        .zip(&keys[2..])
    {
        stranger.repo.set_keys(role, std::slice::from_ref(key), 1);
    }
    stranger.pinned_root = String::from_utf8(stranger.repo.file("root")).expect("JSON");
    stranger.repo.pin();
    stranger
}

fn settings(values: &[(&str, &str)]) -> BTreeMap<String, PolicyValue> {
    let text = |(key, value): &(&str, &str)| {
        let value = PolicyValue::Text((*value).to_owned());
        ((*key).to_owned(), value)
    };
    values.iter().map(text).collect()
}

#[test]
fn a_relatives_list_goes_with_the_settings_that_name_it() {
    let club = Club::new();
    let phone = Phone::new(Vec::new());
    assert_eq!(
        phone.takes_of_anna(1, &[("lists", &club.lists())]).refused,
        None
    );
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    assert!(phone.lists(OLD));
    let newer = phone.takes_of_anna(2, &[("hold", "all")]);
    assert_eq!(newer.refused, None);
    assert!(!phone.lists(OLD), "at once, not with the next fetch");
    assert_eq!(
        phone.takes_of_anna(3, &[("lists", &club.lists())]).refused,
        None
    );
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    assert!(phone.lists(OLD));
    assert_eq!(phone.bundle(BundleAction::Remove).refused, None);
    assert!(!phone.lists(OLD), "who set it is gone, and so is the list");
}

#[test]
fn an_it_teams_list_goes_with_the_settings_that_name_it() {
    let club = Club::new();
    let phone = Phone::new(Vec::new());
    assert_eq!(phone.is_managed(&club.lists()).errors, []);
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    assert!(phone.lists(OLD));
    assert_eq!(phone.gives_all(Origin::Managed, settings(&[])).errors, []);
    assert!(!phone.lists(OLD), "at once, not with the next fetch");
}

#[test]
fn the_list_that_came_with_the_app_answers_beside_a_company_list() {
    let club = Club::new();
    // Nobody has opened the app yet, and the phone has not started since it was installed.
    let phone = Phone::new(Vec::new());
    assert_eq!(phone.is_managed(&club.lists()).errors, []);
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    assert!(phone.lists(OLD));
    assert!(phone.lists(KENT));
}

#[test]
fn a_root_of_other_keys_is_named_and_nothing_of_that_list_is_used() {
    let club = Club::new();
    let phone = Phone::new(Vec::new());
    let wrong = json!([club.setting(&stranger().pinned_root)]).to_string();
    assert_eq!(phone.is_managed(&wrong).errors, [], "it can be read");
    let refused = phone.refuses_the_club("other_root");
    let text = refused.text.expect("what to do");
    assert!(text.contains("publisher's file 1.root.json"), "{text}");
    assert!(!phone.lists(OLD));
    assert_eq!(phone.report_of_club()["version"], Value::Null);
    assert_eq!(phone.is_managed(&club.lists()).errors, []);
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    assert!(phone.lists(OLD));
    assert_eq!(phone.report_of_club()["failure"], Value::Null);
}

#[test]
fn a_server_of_other_keys_than_the_root_changes_nothing() {
    let mut club = Club::new();
    let mut phone = Phone::new(Vec::new());
    phone.is_managed(&club.lists());
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    let mut stranger = stranger();
    for _ in 0..3 {
        stranger.publish(&[FORGED]);
    }
    club.server.serve(&stranger.files);
    for _ in 0..2 {
        phone.refuses_the_club("threshold");
        assert!(phone.lists(OLD), "the last good list stays");
        assert_eq!(phone.report_of_club()["version"], 1);
        phone.restart();
    }
    club.publisher.publish(&[OLD, NEW]);
    club.server.serve(&club.publisher.files);
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    assert!(phone.lists(NEW));
    assert_eq!(phone.report_of_club()["failure"], Value::Null);
}

#[test]
fn of_two_lists_with_one_id_neither_is_taken_and_the_last_good_ones_stay() {
    let (club, other) = (Club::new(), Club::new());
    let phone = Phone::new(Vec::new());
    phone.is_managed(&club.lists());
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Updated);
    let [one, two] = [&club, &other].map(|one| one.setting(&one.publisher.pinned_root));
    let twice = json!([one, two]).to_string();
    let expected = "of list 2: an id that no other list has";
    let errors = phone.is_managed(&twice).errors;
    assert_eq!((&*errors[0].key, &*errors[0].expected), ("lists", expected));
    assert_eq!(
        phone.status().key_errors[0].error,
        errors[0],
        "it is told until it is mended"
    );
    assert!(phone.lists(OLD));
    assert_eq!(phone.update()[0].outcome, SyncOutcome::Current);
    assert_eq!(other.server.asked(), [] as [&str; 0]);
    // The same from a relative, whom nobody has set up before.
    let phone = Phone::new(Vec::new());
    let taken = phone.takes_of_anna(1, &[("lists", &twice), ("hold", "all")]);
    assert_eq!(
        (taken.refused, &*taken.errors[0].expected),
        (None, expected)
    );
    assert_eq!(phone.status().sync.publishers, [] as [&str; 0]);
    assert_eq!(
        phone.status().policy["hold"],
        PolicyValue::Text("all".to_owned())
    );
}
