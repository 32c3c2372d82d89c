//! The PIN that locks the settings, over real files.

use std::thread;
use std::time::Duration;

use cleardown_engine::api::{
    ClockEvent, ClockRequest, ConfigureAnswer, ConfigureRequest, Now, Origin, PinAction, PinAnswer,
    PinRefusal, PinRequest, PinStatus, PolicyValue, Refusal,
};
use cleardown_engine::doors::Door;

use crate::phone::{KENT, Phone};

const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 3600;
pub const PIN: &str = "4711";

impl Phone {
    fn pin(&self, action: PinAction) -> PinAnswer {
        self.engine.pin(&self.asks_pin(action)).expect("answered")
    }

    fn asks_pin(&self, action: PinAction) -> PinRequest {
        PinRequest {
            now: self.now,
            in_call: false,
            action,
        }
    }

    pub fn sets_pin(&self, pin: &str) -> PinAnswer {
        self.pin(PinAction::Set {
            pin: pin.to_owned(),
            salt: "0123456789abcdef0123456789abcdef".to_owned(),
        })
    }

    pub fn tries(&self, pin: &str) -> PinAnswer {
        let pin = pin.to_owned();
        self.pin(PinAction::Check { pin })
    }

    pub fn changes(&self, key: &str, value: PolicyValue, origin: Origin) -> ConfigureAnswer {
        self.engine
            .configure(&ConfigureRequest {
                now: self.now,
                origin,
                in_call: false,
                policy: [(key.to_owned(), value)].into(),
                at_ms: None,
                cancel_scheduled: false,
                replace: false,
                others: Vec::new(),
            })
            .expect("answered")
    }

    fn weakens(&self) -> ConfigureAnswer {
        let value = PolicyValue::Int(60);
        self.changes("cool_down_seconds", value, Origin::Person)
    }

    /// A phone whose settings are locked.
    pub fn locked() -> Self {
        let phone = Self::new();
        assert_eq!(phone.sets_pin(PIN).refused, None);
        let lock = PolicyValue::Text("pin".to_owned());
        assert!(phone.changes("lock", lock, Origin::Person).accepted);
        assert!(phone.status().pin.locks);
        phone
    }
}

#[test]
fn without_a_pin_a_lock_locks_nothing() {
    let phone = Phone::new();
    let lock = PolicyValue::Text("pin".to_owned());
    assert!(phone.changes("lock", lock, Origin::Person).accepted);
    assert_eq!(phone.status().pin, PinStatus::default());
    assert!(phone.weakens().accepted);
    assert_eq!(phone.tries(PIN).refused, Some(PinRefusal::NotSet));
}

#[test]
fn the_lock_of_somebody_stronger_stays_one_until_a_pin_is_chosen() {
    for origin in [Origin::Family, Origin::Managed] {
        let phone = Phone::new();
        let lock = PolicyValue::Text("pin".to_owned());
        assert!(phone.changes("lock", lock, origin).accepted);
        let refused = phone.weakens();
        assert_eq!(
            (refused.accepted, refused.refused),
            (false, Some(Refusal::Pin))
        );
        let longer = PolicyValue::Int(600);
        assert!(
            phone
                .changes("cool_down_seconds", longer, Origin::Person)
                .accepted
        );
        assert!(!phone.status().pin.locks, "there is none to ask for");
        assert_eq!(phone.sets_pin(PIN).refused, None);
        assert_eq!(phone.weakens().refused, Some(Refusal::Pin));
        assert_eq!(phone.tries(PIN).refused, None);
        assert!(phone.weakens().accepted);
    }
}

#[test]
fn nobody_is_locked_out_by_the_lock_of_somebody_stronger() {
    let mut phone = Phone::locked();
    let lock = PolicyValue::Text("pin".to_owned());
    assert!(phone.changes("lock", lock, Origin::Managed).accepted);
    phone.pin(PinAction::Forgot);
    phone.later(24 * HOUR_S);
    assert_eq!(phone.weakens().refused, Some(Refusal::Pin));
    assert_eq!(phone.sets_pin("1234").refused, None);
    assert_eq!(phone.tries("1234").refused, None);
    assert!(phone.weakens().accepted);
    // And who set the lock can take it away.
    let phone = phone.restarted();
    let open = PolicyValue::Text("open".to_owned());
    assert!(phone.changes("lock", open, Origin::Managed).accepted);
    let advise = PolicyValue::Text("advise".to_owned());
    assert!(phone.changes("hold", advise, Origin::Person).accepted);
}

#[test]
fn weaker_settings_need_the_pin_and_stronger_ones_do_not() {
    let phone = Phone::locked();
    let refused = phone.weakens();
    assert_eq!(
        (refused.accepted, refused.refused),
        (false, Some(Refusal::Pin))
    );
    assert_eq!(refused.policy["cool_down_seconds"], PolicyValue::Int(300));
    let open = PolicyValue::Text("open".to_owned());
    let unlock = phone.changes("lock", open, Origin::Person);
    assert_eq!(unlock.refused, Some(Refusal::Pin));
    let stronger = PolicyValue::Int(600);
    assert!(
        phone
            .changes("cool_down_seconds", stronger, Origin::Person)
            .accepted
    );
    let managed = PolicyValue::Int(60);
    assert!(
        phone
            .changes("cool_down_seconds", managed, Origin::Managed)
            .accepted
    );
}

#[test]
fn nothing_weaker_is_put_down_for_later_without_it() {
    let phone = Phone::locked();
    let ask = ConfigureRequest {
        now: phone.now,
        origin: Origin::Person,
        in_call: false,
        policy: [("hold".to_owned(), PolicyValue::Text("advise".to_owned()))].into(),
        at_ms: Some(phone.now.wall_ms + 60_000),
        cancel_scheduled: false,
        replace: false,
        others: Vec::new(),
    };
    let answer = phone.engine.configure(&ask).expect("answered");
    assert_eq!(
        (answer.accepted, answer.refused),
        (false, Some(Refusal::Pin))
    );
    assert_eq!(phone.status().scheduled, []);
}

#[test]
fn the_right_pin_opens_for_two_minutes_of_the_phone_running() {
    let mut phone = Phone::locked();
    assert_eq!(phone.tries("4712").refused, Some(PinRefusal::Wrong));
    assert!(!phone.weakens().accepted);
    let right = phone.tries(PIN);
    assert_eq!((right.refused, right.pin.open), (None, 120));
    phone.now.wall_ms -= 24 * HOUR_S * 1000;
    phone.later(119);
    assert!(phone.weakens().accepted);
    phone.later(1);
    let value = PolicyValue::Text("advise".to_owned());
    let late = phone.changes("hold", value, Origin::Person);
    assert_eq!(late.refused, Some(Refusal::Pin));
}

#[test]
fn what_was_open_is_locked_again_when_the_process_starts() {
    let phone = Phone::locked();
    phone.tries(PIN);
    assert!(!phone.restarted().weakens().accepted);
}

#[test]
fn four_slips_are_free_and_a_right_pin_forgives_them() {
    let phone = Phone::locked();
    for _ in 0..4 {
        assert_eq!(phone.tries("0000").pin.wait, 0);
    }
    assert_eq!(phone.tries(PIN).refused, None);
    for _ in 0..4 {
        assert_eq!(phone.tries("0000").pin.wait, 0);
    }
    let fifth = phone.tries("0000");
    assert_eq!(
        (fifth.refused, fifth.pin.wait),
        (Some(PinRefusal::Wrong), 30)
    );
    let sixth = phone.tries(PIN);
    assert_eq!(
        (sixth.refused, sixth.pin.wait),
        (Some(PinRefusal::Wait), 30)
    );
}

#[test]
fn the_wait_survives_another_process_a_start_of_the_phone_and_every_clock() {
    let mut phone = Phone::locked();
    for _ in 0..5 {
        phone.tries("0000");
    }
    phone.later(10);
    assert_eq!(phone.status().pin.wait, 20);
    let mut phone = phone.restarted();
    phone.now.wall_ms += 48 * HOUR_S * 1000;
    assert_eq!(phone.status().pin.wait, 20);
    phone.now = Now {
        wall_ms: phone.now.wall_ms + 48 * HOUR_S * 1000,
        elapsed_ms: 5000,
        boot: phone.now.boot + 1,
    };
    let (now, event) = (phone.now, ClockEvent::Booted);
    phone
        .engine
        .clock(&ClockRequest { now, event })
        .expect("told");
    assert_eq!(phone.tries(PIN).refused, Some(PinRefusal::Wait));
    let wait = phone.status().pin.wait;
    assert!((20..=25).contains(&wait), "{wait}");
    phone.later(wait);
    assert_eq!(phone.tries(PIN).refused, None);
}

#[test]
fn a_try_that_cannot_be_counted_is_not_made() {
    let phone = Phone::locked();
    phone.engine.door(&Door::DiskFull).expect("done");
    let check = PinAction::Check {
        pin: PIN.to_owned(),
    };
    let failed = phone
        .engine
        .pin(&phone.asks_pin(check))
        .expect_err("not counted");
    assert_eq!(failed.code(), "disk_full");
    phone.engine.door(&Door::None).expect("done");
    assert!(!phone.weakens().accepted);
}

#[test]
fn a_try_counts_although_nobody_waits_for_its_answer() {
    let phone = Phone::locked();
    for _ in 0..4 {
        phone.tries("0000");
    }
    thread::scope(|scope| {
        let engine = &phone.engine;
        let asks = phone.asks_pin(PinAction::Check {
            pin: "0000".to_owned(),
        });
        let tried = scope.spawn(move || engine.pin(&asks));
        while phone.status().pin.wait == 0 && !tried.is_finished() {
            thread::yield_now();
        }
        let is_running = !tried.is_finished();
        assert!(
            is_running,
            "the try is counted before it is known to be wrong"
        );
    });
}

#[test]
fn a_call_is_decided_while_a_pin_is_hashed() {
    let phone = Phone::locked();
    let (mut decided, rings) = (0, phone.rings(KENT));
    thread::scope(|scope| {
        let tried = scope.spawn(|| [0; 4].map(|_| phone.tries("0000")));
        while !tried.is_finished() {
            phone.engine.screen(&rings).expect("never busy");
            decided += 1;
            thread::sleep(Duration::from_millis(1));
        }
    });
    // Under the lock it would be one between two tries.
    assert!(decided > 20, "{decided}");
}

#[test]
fn another_pin_needs_the_one_before() {
    let phone = Phone::locked();
    assert_eq!(phone.sets_pin("1234").refused, Some(PinRefusal::Locked));
    phone.tries(PIN);
    assert_eq!(phone.sets_pin("123").refused, Some(PinRefusal::NoPin));
    assert_eq!(phone.sets_pin("1234").refused, None);
    assert_eq!(phone.tries(PIN).refused, Some(PinRefusal::Wrong));
    assert_eq!(phone.tries("1234").refused, None);
}

#[test]
fn a_forgotten_pin_is_gone_after_a_day_and_nothing_is_locked_then() {
    let mut phone = Phone::locked();
    let forgot = phone.pin(PinAction::Forgot);
    assert_eq!(forgot.pin.forgotten, Some(24 * HOUR_S));
    phone.now.wall_ms += 48 * HOUR_S * 1000;
    phone.later(24 * HOUR_S - 1);
    assert_eq!(phone.status().pin.forgotten, Some(1));
    assert_eq!(phone.weakens().refused, Some(Refusal::Pin));
    phone.later(1);
    assert!(phone.weakens().accepted);
    assert_eq!(phone.status().pin, PinStatus::default());
    assert_eq!(phone.restarted().sets_pin("1234").refused, None);
}

#[test]
fn who_remembers_it_takes_that_back() {
    let mut phone = Phone::locked();
    phone.pin(PinAction::Forgot);
    assert_eq!(phone.pin(PinAction::Cancel).pin.forgotten, None);
    phone.pin(PinAction::Forgot);
    assert_eq!(phone.tries(PIN).pin.forgotten, None);
    phone.later(25 * HOUR_S);
    assert_eq!(phone.weakens().refused, Some(Refusal::Pin));
}

#[test]
fn the_day_goes_on_over_a_start_of_the_phone_as_far_as_it_was_seen() {
    let mut phone = Phone::locked();
    phone.pin(PinAction::Forgot);
    phone.later(20 * HOUR_S);
    phone.status();
    phone.now = Now {
        wall_ms: phone.now.wall_ms + 48 * HOUR_S * 1000,
        elapsed_ms: HOUR_S * 1000,
        boot: phone.now.boot + 1,
    };
    assert_eq!(phone.restarted().status().pin.forgotten, Some(3 * HOUR_S));
}

#[test]
fn under_pressure_the_pin_is_neither_changed_nor_given_up() {
    let mut phone = Phone::locked();
    phone.tries(PIN);
    phone.flagged_call();
    phone.tries(PIN);
    for _ in 0..2 {
        assert_eq!(phone.weakens().refused, Some(Refusal::Pressure));
        assert_eq!(phone.sets_pin("1234").refused, Some(PinRefusal::Pressure));
        let forgot = phone.pin(PinAction::Forgot);
        assert_eq!(forgot.refused, Some(PinRefusal::Pressure));
        phone.later(5 * MINUTE_S + HOUR_S - 1);
    }
    phone.later(1);
    assert_eq!(phone.pin(PinAction::Forgot).refused, None);
    let during = PinRequest {
        in_call: true,
        ..phone.asks_pin(PinAction::Forgot)
    };
    phone.pin(PinAction::Cancel);
    let refused = phone.engine.pin(&during).expect("answered").refused;
    assert_eq!(refused, Some(PinRefusal::Pressure));
}

#[test]
fn a_first_pin_can_be_set_at_any_time() {
    let mut phone = Phone::new();
    phone.flagged_call();
    assert_eq!(phone.sets_pin(PIN).refused, None);
}

#[test]
fn no_pin_is_in_what_is_printed() {
    let phone = Phone::new();
    let salt = String::new();
    let pin = "0815".to_owned();
    for action in [
        PinAction::Set {
            pin: pin.clone(),
            salt,
        },
        PinAction::Check { pin },
    ] {
        assert!(!format!("{:?}", phone.asks_pin(action)).contains("0815"));
    }
}
