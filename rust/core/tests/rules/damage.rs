//! A damaged state is still a state: nothing panics, nothing is held for years.

use cleardown_core::{CallId, CoolDown, Moment, Now, State};

use crate::phone::lists::STRANGER;
use crate::phone::{Phone, call};

fn cool_down(length_s: i64, started: bool, now: Now) -> CoolDown {
    let at = Moment::at(now);
    CoolDown {
        call: Some(CallId(1)),
        caller: None,
        armed: at,
        started: started.then_some(at),
        length_s,
    }
}

#[test]
fn a_damaged_length_holds_for_half_an_hour_at_most() {
    let now = Phone::default().now;
    for started in [true, false] {
        assert_eq!(cool_down(i64::MAX, started, now).remaining_s(now), 1800);
        assert_eq!(cool_down(1801, started, now).remaining_s(now), 1800);
        assert_eq!(cool_down(-1, started, now).remaining_s(now), 0);
        assert_eq!(cool_down(i64::MIN, started, now).remaining_s(now), 0);
    }
    assert_eq!(cool_down(i64::MAX, true, now).lock_s(now), 1800 + 3600);
}

#[test]
fn the_ends_of_time_are_survived() {
    let ends = [i64::MIN, -1, 0, i64::MAX];
    for (then, now) in ends.iter().flat_map(|then| ends.map(|now| (*then, now))) {
        for boot in [1, 2] {
            let earlier = Now {
                wall_ms: then,
                elapsed_ms: then,
                boot: 1,
            };
            let later = Now {
                wall_ms: now,
                elapsed_ms: now,
                boot,
            };
            let wait = cool_down(300, true, earlier);
            assert!((0..=300).contains(&wait.remaining_s(later)));
            assert!(Moment::at(earlier).age_ms(later) >= 0);
            assert!((0..=3900).contains(&wait.lock_s(later)));
        }
    }
}

#[test]
fn the_last_call_number_there_is_does_not_stop_the_phone() {
    let mut phone = Phone::default();
    phone.state.count_calls_from(u64::MAX);
    phone.rings(&call(STRANGER));
    assert_eq!(phone.state.last_call(), u64::MAX);
}

#[test]
fn an_older_or_empty_state_is_a_phone_on_which_nothing_happened() {
    let state: State = serde_json::from_str("{}").expect("every field has a default");
    assert_eq!(state, State::default());
    let state: State = serde_json::from_str("{\"later\": 1}").expect("unknown fields are ignored");
    assert_eq!(state, State::default());
}
