//! Whose lists a phone fetches, as its settings say: those of an IT team and of a relative.

use std::collections::BTreeMap;

use cleardown_engine::api::{
    BundleAction, BundleAnswer, ConfigureAnswer, Origin, PolicyValue, SyncOutcome,
};
use cleardown_list::bundle::BundleText;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::json;

use crate::phone::Phone;
use crate::publisher::Publisher;
use crate::repo::hex;
use crate::server::Server;
use crate::world::OLD;

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
    fn setting(&self, root: &str) -> serde_json::Value {
        json!({"id": "club", "title": "Club", "url": self.server.url, "root": root})
    }

    /// The setting as its publisher gives it out.
    fn lists(&self) -> String {
        json!([self.setting(&self.publisher.pinned_root)]).to_string()
    }
}

impl Phone {
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
