//! What the screens are told beyond the decision.

use cleardown_engine::api::{CallNote, ExplainRequest, Explanation, HistoryAction, NumberToRing};
use cleardown_engine::doors::{Door, StoryRow};
use serde_json::Value;

use crate::phone::{KENT, Phone};

impl Phone {
    fn explains(&self, number: &str) -> Explanation {
        let ask = ExplainRequest {
            now: self.now,
            number: number.to_owned(),
        };
        self.engine.explain(&ask).expect("answered")
    }

    fn has_listed(&self, rows: Value) {
        let rows: Vec<StoryRow> = serde_json::from_value(rows).expect("rows");
        let door = Door::InstallList { rows };
        self.engine.door(&door).expect("installed");
    }
}

#[test]
fn until_when_they_may_ring_again_is_told() {
    let mut phone = Phone::new();
    assert_eq!(phone.status().may_ring_again_until_ms, None);
    phone.flagged_call();
    let day_ms = 24 * 3600 * 1000;
    let until = Some(phone.now.wall_ms + day_ms);
    assert_eq!(phone.status().may_ring_again_until_ms, until);
    phone.later(24 * 3600 - 1);
    assert_eq!(phone.status().may_ring_again_until_ms, until);
    phone.later(1);
    assert_eq!(phone.status().may_ring_again_until_ms, None);
}

#[test]
fn a_listing_of_the_bundled_list_comes_with_its_page_and_date() {
    let phone = Phone::new();
    let kent = phone.explains("01622 604100");
    let source = kent.source.expect("a page");
    assert!(source.contains("kent.police.uk"), "{source}");
    assert_eq!(kent.date.as_deref(), Some("2021-03-01"));
    let code = phone.explains("159");
    assert!(code.source.is_some_and(|page| page.starts_with("https://")));
    assert_eq!(code.date, None, "that page carries no date");
    let stranger = phone.explains("07700 900123");
    assert_eq!((stranger.source, stranger.date), (None, None));
}

#[test]
fn a_listing_of_somebody_else_has_no_page_of_ours() {
    let phone = Phone::new();
    phone.has_listed(serde_json::json!([
        {"number": "+441622604100", "organisation": "Other Police", "kind": "police",
         "calls_out": "unknown"}
    ]));
    let other = phone.explains("01622 604100");
    assert_eq!(other.listings[0].organisation, "Other Police");
    assert_eq!((other.source, other.date), (None, None));
}

#[test]
fn numbers_that_the_list_offers_for_ringing_are_shown_with_the_call() {
    let mut phone = Phone::new();
    phone.flagged_call();
    let flagged = phone.status().flagged.expect("one");
    assert_eq!(flagged.ring, [], "none of the bundled list is");
    phone.has_listed(serde_json::json!([
        {"number": KENT, "organisation": "Kent Police", "kind": "police", "calls_out": "unknown"},
        {"number": "+441632960124", "organisation": "Kent Police", "kind": "police",
         "calls_out": "unknown", "line": "front desk", "ring": true},
        {"number": "+441632960125", "organisation": "Kent Police", "kind": "police",
         "calls_out": "unknown"},
        {"number": "+441632960126", "organisation": "Other Police", "kind": "police",
         "calls_out": "unknown", "ring": true}
    ]));
    let expected = NumberToRing {
        number: "+441632960124".to_owned(),
        display: "01632 960124".to_owned(),
        line: Some("front desk".to_owned()),
    };
    let flagged = phone.status().flagged.expect("one");
    assert_eq!(flagged.ring, [expected]);
}

#[test]
fn the_whole_history_can_be_taken_out_as_a_file() {
    let mut phone = Phone::new();
    phone.flagged_call();
    let note = CallNote {
        name: "DC \"Example\"".to_owned(),
        number: "4711".to_owned(),
        ..CallNote::default()
    };
    phone.history(HistoryAction::Note, Some(note));
    let file = exported(&phone);
    assert_eq!(file["format"], "cleardown-history");
    assert_eq!(file["version"], 1);
    assert_eq!(file["exported_at"], "2020-09-13T12:27:10Z");
    let call = &file["calls"][0];
    assert_eq!(call["at"], "2020-09-13T12:26:40Z");
    assert_eq!(call["at_ms"], 1_600_000_000_000_i64);
    assert_eq!(call["number"], KENT);
    assert_eq!(call["display"], "01622 690690");
    assert_eq!(call["reasons"], serde_json::json!(["listed_unknown"]));
    assert_eq!(call["note"]["name"], "DC \"Example\"");
    assert_eq!(call["note"]["number"], "4711", "nothing is masked");
    for _ in 0..1100 {
        let ringing = phone.rings("+447700900123");
        phone.engine.record_screen(&ringing).expect("recorded");
    }
    assert_eq!(
        exported(&phone)["calls"].as_array().map(Vec::len),
        Some(1101)
    );
}

fn exported(phone: &Phone) -> Value {
    let text = phone.history(HistoryAction::Export, None).export;
    serde_json::from_str(&text.expect("a text")).expect("JSON")
}
