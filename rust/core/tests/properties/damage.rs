//! A state that was damaged on the way, and clocks that say anything: no function panics.

use std::collections::BTreeMap;

use cleardown_core::{
    Now, Origin, Person, Policy, PolicyValue, Region, SCHEDULED_AT_MOST_S, State, change,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::coverage::Coverage;
use crate::event::event;
use crate::numbers::stranger;
use crate::phone::lists::{POLICE, police};
use crate::phone::{Phone, call, dial};
use crate::runner::run;
use crate::world::World;

#[test]
fn a_damaged_state_stops_nothing() {
    let times = vec(extreme(), 1..6);
    let strategy = (
        vec(event(), 1..25),
        times,
        any::<u64>(),
        [clock(), clock(), clock()],
    );
    run(3_000, &strategy, |(events, extremes, pick, clocks)| {
        let mut world = World::new();
        let mut coverage = Coverage::default();
        events
            .iter()
            .for_each(|event| world.play(event, &mut coverage));
        let mut written = serde_json::to_value(&world.phone.state).expect("it can be written");
        damage(&mut written, &extremes, &mut { pick | 1 });
        let Ok(state) = serde_json::from_value::<State>(written) else {
            return Ok(());
        };
        for now in clocks {
            use_everything(Phone {
                state: state.clone(),
                policy: world.phone.policy.clone(),
                now,
            });
        }
        Ok(())
    });
}

#[test]
fn noise_is_no_state_and_no_panic() {
    run(20_000, &vec(any::<u8>(), 0..200), |bytes| {
        let _ = serde_json::from_slice::<State>(&bytes);
        let _ = serde_json::from_slice::<Policy>(&bytes);
        let _ = serde_json::from_slice::<PolicyValue>(&bytes);
        Ok(())
    });
}

fn extreme() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(i64::MIN),
        Just(i64::MIN + 1),
        Just(-1),
        Just(0),
        Just(i64::from(u32::MAX)),
        Just(i64::MAX / 1000),
        Just(i64::MAX - 1),
        Just(i64::MAX),
        any::<i64>(),
    ]
}

fn clock() -> impl Strategy<Value = Now> {
    let usual = Just(Phone::default().now);
    let any = (extreme(), extreme(), extreme());
    prop_oneof![
        1 => usual,
        2 => any.prop_map(|(wall_ms, elapsed_ms, boot)| Now { wall_ms, elapsed_ms, boot }),
    ]
}

/// Replaces about a third of all numbers.
fn damage(value: &mut Value, extremes: &[i64], random: &mut u64) {
    match value {
        Value::Array(values) => values
            .iter_mut()
            .for_each(|one| damage(one, extremes, random)),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|one| damage(one, extremes, random)),
        Value::Number(_) => {
            // xorshift64
            *random ^= *random << 13;
            *random ^= *random >> 7;
            *random ^= *random << 17;
            if random.is_multiple_of(3) {
                let pick = usize::try_from(*random % 1_000_003).expect("it is small");
                *value = extremes[pick % extremes.len()].into();
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn use_everything(mut phone: Phone) {
    let now = phone.now;
    let listed = call(POLICE).listed(police());
    phone.screens(&listed);
    for number in [POLICE, "101", "999", "*21*1#"] {
        phone.asks(&dial(number));
    }
    let left = phone.remaining();
    assert!((0..=1800).contains(&left), "{left} s are left");
    assert!((0..=1800).contains(&phone.state.other_line_s(now)));
    assert!(phone.state.weakening_lock_s(now) >= 0);
    let requested = BTreeMap::from([("hold".to_owned(), PolicyValue::Text("all".to_owned()))]);
    let (policy, state, gb) = (&phone.policy, &phone.state, Region::gb());
    change(policy, &requested, Origin::Person, state, false, gb, now);
    phone.state.is_call_running(now);
    phone.state.gave_details(now);
    phone.state.lengthen(i64::MAX, now);
    phone.state.count_calls_from(u64::MAX);
    for at_ms in [i64::MIN, now.wall_ms, i64::MAX] {
        let _ = phone.state.may_schedule(at_ms, Origin::Person, false, now);
    }
    phone
        .state
        .schedule(requested, Origin::Person, i64::MAX, now);
    let longest_ms = SCHEDULED_AT_MOST_S * 1000;
    assert!(
        phone
            .state
            .scheduled(now)
            .all(|(left_ms, _)| left_ms <= longest_ms)
    );
    phone.state.take_due(false, now);
    phone.state.window_left_ms(&phone.policy, now);
    phone.rings(&listed);
    phone.dials(&dial(&stranger(0)));
    phone.calls_anyway(&stranger(0));
    phone.dials(&dial(&stranger(0)));
    phone.hangs_up(POLICE);
    for says in [
        Person::SaidAuthority,
        Person::GaveDetails,
        Person::SuspiciousCallElsewhere,
    ] {
        phone.says(says);
        phone.says_in_call(says);
    }
    phone.idle();
    phone.state.rebase(now);
}
