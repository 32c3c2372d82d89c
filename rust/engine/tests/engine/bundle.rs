//! Settings that a relative signed: shown, taken, followed by newer ones, removed.

use std::collections::BTreeMap;

use cleardown_engine::api::{
    BundleAction, BundleAnswer, BundleRefusal, BundleRequest, Origin, PolicyValue,
};
use cleardown_engine::doors::Door;
use cleardown_list::bundle::BundleText;
use cleardown_list::hex;
use ed25519_dalek::{Signer, SigningKey};

use crate::phone::Phone;

const HOUR_S: i64 = 3600;

/// Somebody with a key, who makes settings on a phone of their own.
struct Maker {
    key: SigningKey,
    name: &'static str,
}

const ANNA: u8 = 1;
const STRANGER: u8 = 2;

fn maker(seed: u8) -> Maker {
    let key = SigningKey::from_bytes(&[seed; 32]);
    Maker { key, name: "Anna" }
}

impl Maker {
    fn makes(&self, version: u64, policy: &[(&str, PolicyValue)]) -> BundleAnswer {
        let own = Phone::new();
        let policy = policy
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect::<BTreeMap<_, _>>();
        let text = BundleText::new(self.name, version, "2026-11-21T20:00:00Z", policy);
        let signed = text.expect("a text to sign").to_sign();
        own.bundle(BundleAction::Pack {
            sig: hex(&self.key.sign(signed.as_bytes()).to_bytes()),
            keytype: "ed25519".to_owned(),
            key: hex(self.key.verifying_key().as_bytes()),
            signed,
        })
    }

    fn file(&self, version: u64, policy: &[(&str, PolicyValue)]) -> String {
        self.makes(version, policy).file.expect("a file")
    }
}

impl Phone {
    fn bundle(&self, action: BundleAction) -> BundleAnswer {
        self.engine
            .bundle(&self.asks_bundle(action))
            .expect("answered")
    }

    fn asks_bundle(&self, action: BundleAction) -> BundleRequest {
        BundleRequest {
            now: self.now,
            in_call: false,
            action,
        }
    }

    fn sees(&self, content: &str) -> BundleAnswer {
        let content = content.to_owned();
        self.bundle(BundleAction::Preview { content })
    }

    fn takes(&self, content: &str) -> BundleAnswer {
        let content = content.to_owned();
        self.bundle(BundleAction::Import { content })
    }

    fn hold_is(&self) -> PolicyValue {
        self.status().policy["hold"].clone()
    }
}

fn text(value: &str) -> PolicyValue {
    PolicyValue::Text(value.to_owned())
}

fn hold(value: &str) -> [(&'static str, PolicyValue); 1] {
    [("hold", text(value))]
}

#[test]
fn it_is_shown_before_it_is_taken_and_changes_nothing_until_then() {
    let phone = Phone::new();
    let made = maker(ANNA).makes(7, &hold("all"));
    let link = made.link.expect("a link");
    let seen = phone.sees(&link);
    assert_eq!((seen.refused, seen.first), (None, true));
    assert_eq!(seen.sender, made.sender);
    assert_eq!(seen.changes.len(), 1);
    let change = &seen.changes[0];
    assert_eq!(
        (&change.before, &change.after),
        (&text("callbacks"), &text("all"))
    );
    assert!(!change.weaker);
    assert_eq!(phone.hold_is(), text("callbacks"));
    assert_eq!(phone.takes(&link).refused, None);
    assert_eq!(phone.hold_is(), text("all"));
    let status = phone.restarted().status();
    assert_eq!(status.relative, made.sender);
    assert_eq!(status.origins["hold"], Origin::Family);
}

#[test]
fn newer_settings_take_the_place_of_all_before() {
    let (phone, anna) = (Phone::new(), maker(ANNA));
    let two = [
        ("hold", text("all")),
        ("history_days", PolicyValue::Int(200)),
    ];
    phone.takes(&anna.file(7, &two));
    let newer = anna.file(8, &hold("advise"));
    let seen = phone.sees(&newer);
    assert!(!seen.first);
    let weaker: Vec<_> = seen
        .changes
        .iter()
        .map(|one| (&*one.key, one.weaker))
        .collect();
    assert_eq!(weaker, [("history_days", true), ("hold", true)]);
    assert_eq!(phone.takes(&newer).refused, None);
    assert_eq!(phone.hold_is(), text("advise"));
    assert_eq!(phone.status().policy["history_days"], PolicyValue::Int(90));
}

#[test]
fn old_ones_those_in_use_and_other_peoples_are_refused_and_change_nothing() {
    let (phone, anna) = (Phone::new(), maker(ANNA));
    phone.takes(&anna.file(7, &hold("all")));
    let before = phone.status();
    for (content, why) in [
        (anna.file(6, &hold("advise")), BundleRefusal::Old),
        (anna.file(7, &hold("advise")), BundleRefusal::InUse),
        (
            maker(STRANGER).file(9, &hold("advise")),
            BundleRefusal::OtherKey,
        ),
        (
            anna.file(8, &hold("advise")).replace("advise", "callba"),
            BundleRefusal::Forged,
        ),
        ("{\"format\":1".to_owned(), BundleRefusal::Truncated),
        ("https://example.org".to_owned(), BundleRefusal::NotOurs),
        (format!("{{{}", " ".repeat(70_000)), BundleRefusal::TooLarge),
    ] {
        assert_eq!(phone.sees(&content).refused, Some(why));
        assert_eq!(phone.takes(&content).refused, Some(why));
        assert_eq!(phone.status(), before);
    }
}

#[test]
fn wrong_types_and_lists_without_a_root_are_errors_and_the_rest_is_taken() {
    let phone = Phone::new();
    let list = r#"[{"id":"club","title":"Club","url":"https://lists.example"}]"#;
    let file = maker(ANNA).file(
        7,
        &[
            ("hold", PolicyValue::Int(3)),
            ("lists", text(list)),
            ("no_such_key", text("x")),
            ("call_anyway", text("locked")),
        ],
    );
    let seen = phone.takes(&file);
    let bad: Vec<&str> = seen.errors.iter().map(|error| &*error.key).collect();
    assert_eq!(bad, ["hold", "lists", "no_such_key"]);
    assert_eq!(phone.hold_is(), text("callbacks"));
    assert_eq!(phone.status().policy["call_anyway"], text("locked"));
}

#[test]
fn who_holds_the_phone_can_remove_it_all() {
    let phone = Phone::new();
    assert_eq!(
        phone.bundle(BundleAction::Remove).refused,
        Some(BundleRefusal::NoRelative)
    );
    phone.takes(&maker(ANNA).file(7, &hold("all")));
    let removed = phone.bundle(BundleAction::Remove);
    assert_eq!((removed.refused, removed.changes.len()), (None, 1));
    assert_eq!(phone.hold_is(), text("callbacks"));
    assert_eq!(phone.status().relative, None);
    let other = maker(STRANGER).file(1, &hold("all"));
    assert_eq!(phone.takes(&other).refused, None);
}

#[test]
fn under_pressure_nothing_of_a_relative_is_taken_or_removed() {
    let mut phone = Phone::new();
    let anna = maker(ANNA);
    phone.takes(&anna.file(7, &hold("callbacks")));
    phone.flagged_call();
    let stronger = anna.file(8, &hold("all"));
    let refused = phone.takes(&stronger);
    assert_eq!(refused.refused, Some(BundleRefusal::Pressure));
    assert_eq!(refused.allowed_in, Some(300 + HOUR_S));
    assert_eq!(phone.sees(&stronger).refused, Some(BundleRefusal::Pressure));
    let removed = phone.bundle(BundleAction::Remove);
    assert_eq!(removed.refused, Some(BundleRefusal::Pressure));
    phone.later(300 + HOUR_S);
    let mut during = phone.asks_bundle(BundleAction::Import {
        content: stronger.clone(),
    });
    during.in_call = true;
    let during = phone.engine.bundle(&during).expect("answered");
    assert_eq!(during.refused, Some(BundleRefusal::Pressure));
    assert_eq!(phone.takes(&stronger).refused, None);
}

#[test]
fn on_a_locked_phone_a_first_relative_and_a_removal_need_the_pin() {
    let phone = Phone::locked();
    let anna = maker(ANNA);
    let first = anna.file(7, &hold("advise"));
    assert_eq!(phone.takes(&first).refused, Some(BundleRefusal::Pin));
    phone.tries(crate::pin::PIN);
    assert_eq!(phone.takes(&first).refused, None);
    let phone = phone.restarted();
    assert_eq!(phone.takes(&anna.file(8, &hold("all"))).refused, None);
    assert_eq!(
        phone.bundle(BundleAction::Remove).refused,
        Some(BundleRefusal::Pin)
    );
    assert_eq!(phone.hold_is(), text("all"));
}

#[test]
fn without_a_pin_a_relatives_own_lock_goes_with_them_and_an_it_teams_lock_holds_them_off() {
    let (phone, anna) = (Phone::new(), maker(ANNA));
    let first = anna.file(7, &[("lock", text("pin"))]);
    assert_eq!(phone.takes(&first).refused, None);
    assert_eq!(phone.bundle(BundleAction::Remove).refused, None);
    phone.changes("lock", text("pin"), Origin::Managed);
    assert_eq!(phone.sees(&first).refused, Some(BundleRefusal::Pin));
    assert_eq!(phone.takes(&first).refused, Some(BundleRefusal::Pin));
    phone.sets_pin(crate::pin::PIN);
    phone.tries(crate::pin::PIN);
    assert_eq!(phone.takes(&first).refused, None);
}

#[test]
fn what_cannot_be_written_is_not_taken() {
    let phone = Phone::new();
    let content = maker(ANNA).file(7, &hold("all"));
    phone.engine.door(&Door::DiskFull).expect("done");
    let ask = phone.asks_bundle(BundleAction::Import {
        content: content.clone(),
    });
    phone
        .engine
        .bundle(&ask)
        .expect_err("nothing can be written");
    phone.engine.door(&Door::None).expect("done");
    assert_eq!(phone.hold_is(), text("callbacks"));
    assert_eq!(phone.takes(&content).refused, None);
}

#[test]
fn nobody_makes_what_no_phone_takes() {
    let anna = maker(ANNA);
    let own = Phone::new();
    let draft_of = |from: &str, key: &str, value: PolicyValue| {
        own.bundle(BundleAction::Draft {
            from: from.to_owned(),
            version: 1,
            policy: [(key.to_owned(), value)].into(),
        })
    };
    let draft = |from: &str, minutes: i64| {
        let seconds = PolicyValue::Int(minutes * 60);
        draft_of(from, "cool_down_seconds", seconds)
    };
    let rootless = r#"[{"id": "club", "title": "Club", "url": "https://club.example"}]"#;
    let list = draft_of("Anna", "lists", text(rootless));
    assert_eq!((list.signed, &*list.errors[0].key), (None, "lists"));
    assert_eq!(draft("", 5).refused, Some(BundleRefusal::Unreadable));
    let wrong = draft("Anna", 45);
    assert_eq!(
        (wrong.signed, &*wrong.errors[0].key),
        (None, "cool_down_seconds")
    );
    let signed = draft("Anna", 5).signed.expect("a text");
    let packed = own.bundle(BundleAction::Pack {
        signed,
        keytype: "ed25519".to_owned(),
        key: hex(anna.key.verifying_key().as_bytes()),
        sig: hex(&anna.key.sign(b"something else").to_bytes()),
    });
    assert_eq!(packed.refused, Some(BundleRefusal::Forged));
}
