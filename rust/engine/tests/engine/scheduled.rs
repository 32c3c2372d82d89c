//! Settings that are written down and hold later, over real files.

use cleardown_engine::api::{
    AtNow, ConfigureAnswer, ConfigureRequest, Origin, PolicyValue, ScheduledChange,
};
use cleardown_engine::doors::Door;
use cleardown_engine::json::{Entry, call};

use crate::phone::{KENT, Phone};

const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 3600;

fn text(value: &str) -> PolicyValue {
    PolicyValue::Text(value.to_owned())
}

impl Phone {
    fn asks(&self, key: &str, value: PolicyValue) -> ConfigureRequest {
        ConfigureRequest {
            now: self.now,
            origin: Origin::Person,
            in_call: false,
            policy: [(key.to_owned(), value)].into(),
            at_ms: None,
            cancel_scheduled: false,
            replace: false,
            others: Vec::new(),
        }
    }

    fn sets(&self, key: &str, value: PolicyValue) -> ConfigureAnswer {
        let ask = self.asks(key, value);
        self.engine.configure(&ask).expect("answered")
    }

    fn sets_in(&self, seconds: i64, key: &str, value: PolicyValue) -> ConfigureAnswer {
        let mut ask = self.asks(key, value);
        ask.at_ms = Some(self.now.wall_ms + seconds * 1000);
        self.engine.configure(&ask).expect("answered")
    }

    fn policy(&self, key: &str) -> PolicyValue {
        self.status().policy[key].clone()
    }

    fn scheduled(&self) -> Vec<ScheduledChange> {
        self.status().scheduled
    }
}

#[test]
fn what_is_scheduled_holds_from_its_time_on_and_is_shown_until_then() {
    let mut phone = Phone::new();
    let answer = phone.sets_in(10 * MINUTE_S, "hold", text("advise"));
    assert!(answer.accepted);
    assert_eq!(answer.policy["hold"], text("callbacks"));
    let expected = ScheduledChange {
        at_ms: phone.now.wall_ms + 600_000,
        policy: [("hold".to_owned(), text("advise"))].into(),
    };
    assert_eq!(answer.scheduled, std::slice::from_ref(&expected));
    phone.later(599);
    assert_eq!(phone.policy("hold"), text("callbacks"));
    assert_eq!(phone.scheduled(), [expected]);
    let mut phone = phone.restarted();
    phone.later(1);
    assert_eq!(phone.policy("hold"), text("advise"));
    assert_eq!(phone.scheduled(), []);
    assert_eq!(phone.restarted().policy("hold"), text("advise"));
}

#[test]
fn nobody_has_to_look_for_it_to_hold() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "cool_down_seconds", PolicyValue::Int(60));
    phone.later(MINUTE_S);
    let answer = phone.engine.screen(&phone.rings(KENT)).expect("answered");
    assert_eq!(answer.cool_down, 60);
    phone.kent_calls();
    assert_eq!(phone.cool_down(), 60, "the wait does not take it back");
    assert_eq!(phone.policy("cool_down_seconds"), PolicyValue::Int(60));
}

#[test]
fn a_wait_puts_it_off_until_one_hour_after() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "hold", text("advise"));
    phone.flagged_call();
    let lock_s = 300 + HOUR_S;
    let ends_ms = phone.now.wall_ms + lock_s * 1000;
    assert_eq!(phone.scheduled()[0].at_ms, ends_ms);
    phone.later(lock_s - 1);
    assert_eq!(phone.policy("hold"), text("callbacks"));
    phone.later(1);
    assert_eq!(phone.policy("hold"), text("advise"));
}

#[test]
fn during_a_wait_it_is_taken_for_the_time_after_and_refused_for_before() {
    let mut phone = Phone::new();
    phone.flagged_call();
    assert!(!phone.sets("hold", text("advise")).accepted);
    let early = phone.sets_in(HOUR_S, "hold", text("advise"));
    assert!(!early.accepted);
    assert_eq!(early.allowed_in, Some(300 + HOUR_S));
    assert_eq!(early.scheduled, []);
    assert!(phone.sets_in(300 + HOUR_S, "hold", text("advise")).accepted);
    phone.later(300 + HOUR_S);
    assert_eq!(phone.policy("hold"), text("advise"));
}

#[test]
fn more_than_a_week_ahead_is_an_error_of_its_own() {
    let phone = Phone::new();
    let answer = phone.sets_in(8 * 24 * HOUR_S, "hold", text("advise"));
    assert!(!answer.accepted);
    assert_eq!(answer.errors[0].key, "at_ms");
    assert_eq!(phone.scheduled(), []);
}

#[test]
fn what_is_stronger_does_not_wait_and_drops_what_was_scheduled_for_the_key() {
    let phone = Phone::new();
    let mut both = phone.asks("hold", text("all"));
    both.policy
        .insert("history_days".to_owned(), PolicyValue::Int(7));
    both.at_ms = Some(phone.now.wall_ms + 60_000);
    let answer = phone.engine.configure(&both).expect("answered");
    assert!(answer.accepted);
    assert_eq!(answer.policy["hold"], text("all"));
    assert_eq!(answer.policy["history_days"], PolicyValue::Int(90));
    phone.sets_in(HOUR_S, "hold", text("advise"));
    assert_eq!(phone.scheduled().len(), 2);
    phone.sets("hold", text("all"));
    let left = phone.scheduled();
    assert_eq!(left.len(), 1);
    assert!(left[0].policy.contains_key("history_days"));
}

#[test]
fn it_can_be_taken_back_at_any_time() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "hold", text("advise"));
    phone.flagged_call();
    let mut cancel = phone.asks("hold", text("advise"));
    (cancel.policy, cancel.cancel_scheduled) = ([].into(), true);
    let answer = phone.engine.configure(&cancel).expect("answered");
    assert_eq!(answer.scheduled, []);
    phone.later(3 * HOUR_S);
    assert_eq!(phone.policy("hold"), text("callbacks"));
}

#[test]
fn what_was_due_first_is_overruled_by_what_is_set_later() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "hold", text("advise"));
    phone.later(MINUTE_S);
    assert!(phone.sets("hold", text("all")).accepted);
    assert_eq!(phone.restarted().policy("hold"), text("all"));
}

#[test]
fn it_does_not_begin_while_a_call_is_running_by_the_audio_mode() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "hold", text("advise"));
    phone.later(MINUTE_S);
    let mut ask = phone.asks("other_phone", text("the kitchen phone"));
    ask.in_call = true;
    let during = phone.engine.configure(&ask).expect("answered");
    assert_eq!(during.policy["hold"], text("callbacks"));
    assert_eq!(phone.policy("hold"), text("advise"));
}

#[test]
fn a_full_disk_neither_loses_nor_hastens_it() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "hold", text("advise"));
    phone.engine.door(&Door::DiskFull).expect("done");
    phone
        .engine
        .configure(&ConfigureRequest {
            at_ms: Some(phone.now.wall_ms),
            ..phone.asks("lock", text("pin"))
        })
        .expect_err("nothing can be written");
    phone.later(MINUTE_S);
    assert_eq!(phone.policy("hold"), text("advise"));
    phone.engine.door(&Door::None).expect("done");
    let now = phone.now;
    phone.engine.maintain(&AtNow { now }).expect("done");
    assert_eq!(phone.restarted().policy("hold"), text("advise"));
}

#[test]
fn a_call_in_another_app_puts_it_off_whatever_is_asked() {
    let mut phone = Phone::new();
    phone.sets_in(MINUTE_S, "hold", text("advise"));
    phone.later(MINUTE_S);
    let hold = |in_call: bool| {
        let ask = serde_json::json!({"v": 1, "now": phone.now, "in_call": in_call}).to_string();
        for entry in [Entry::Maintain, Entry::Status] {
            call(&phone.engine, entry, ask.as_bytes()).expect("answered");
        }
        let answer = call(&phone.engine, Entry::Status, ask.as_bytes()).expect("answered");
        let answer: serde_json::Value = serde_json::from_slice(&answer).expect("JSON");
        answer["policy"]["hold"].clone()
    };
    assert_eq!(hold(true), "callbacks");
    assert_eq!(hold(false), "advise");
}
