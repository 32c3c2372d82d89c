//! When settings may be weakened.

use std::collections::BTreeMap;

use cleardown_core::{
    CallAnyway, Hold, Lock, Now, Origin, Policy, PolicyValue, Region, State, change,
};
use proptest::prelude::*;

use super::Trial;
use crate::phone::Phone;
use crate::world::World;

const HOUR_S: i64 = 3600;

pub fn weakening_is_refused_while_it_may_be_forced(
    world: &World,
    trial: &Trial,
) -> Result<(), TestCaseError> {
    let Phone { state, policy, now } = &world.phone;
    let weaker = weaker(policy);
    let weaker = BTreeMap::from([weaker[trial.pick % weaker.len()].clone()]);
    let (left, other_line) = (state.remaining_s(*now), state.other_line_s(*now));
    let locked = left > 0 || other_line > 0 || state.is_call_running(*now);
    for in_call in [false, true] {
        prop_assert!(is_taken(
            &weaker,
            Origin::Managed,
            policy,
            state,
            in_call,
            *now
        ));
        for origin in [Origin::Person, Origin::Family] {
            let taken = is_taken(&weaker, origin, policy, state, in_call, *now);
            prop_assert!(!(taken && (in_call || locked)), "{:?} was taken", weaker);
        }
    }
    if !world.told || state.is_flagged_call_running(*now) {
        return Ok(());
    }
    let wait_s = left.max(other_line);
    let jump_ms = trial.jump_s * 1000;
    let after = |seconds: i64| Now {
        elapsed_ms: now.elapsed_ms + seconds * 1000,
        wall_ms: now.wall_ms + jump_ms,
        ..*now
    };
    if wait_s > 0 {
        let last = after(wait_s + HOUR_S - 1);
        prop_assert!(!is_taken(
            &weaker,
            Origin::Person,
            policy,
            state,
            false,
            last
        ));
    }
    let over = after(wait_s + HOUR_S);
    if !state.is_call_running(over) {
        prop_assert!(is_taken(
            &weaker,
            Origin::Person,
            policy,
            state,
            false,
            over
        ));
    }
    Ok(())
}

/// What was written down before a call never begins to hold during it, nor during the wait and the
/// hour after; and no setting of the wall clock changes when it does.
pub fn what_is_scheduled_holds_once_nobody_can_force_it(
    world: &World,
    trial: &Trial,
) -> Result<(), TestCaseError> {
    let Phone { policy, now, .. } = &world.phone;
    let mut state = world.phone.state.clone();
    let weaker = weaker(policy);
    let weaker = BTreeMap::from([weaker[trial.pick % weaker.len()].clone()]);
    let delay_ms = trial.later_s * 1000;
    state.schedule(weaker.clone(), Origin::Person, delay_ms, *now);
    let just_before = (trial.later_s - 1).max(0);
    for seconds in [0, just_before, trial.later_s, trial.later_s + 5400] {
        let then = Now {
            elapsed_ms: now.elapsed_ms + seconds * 1000,
            wall_ms: now.wall_ms + trial.jump_s * 1000,
            ..*now
        };
        for in_call in [false, true] {
            let person = Origin::Person;
            let may = is_taken(&weaker, person, policy, &state, in_call, then);
            let is_time = seconds >= trial.later_s;
            prop_assert_eq!(state.has_due(in_call, then), may && is_time);
        }
    }
    Ok(())
}

pub fn strengthening_is_always_taken(world: &World) -> Result<(), TestCaseError> {
    let Phone { state, policy, now } = &world.phone;
    let text = |text: &str| PolicyValue::Text(text.to_owned());
    let stronger = BTreeMap::from([
        ("cool_down_seconds".to_owned(), PolicyValue::Int(1800)),
        ("hold".to_owned(), text("all")),
        ("call_anyway".to_owned(), text("locked")),
        ("second_call_hours".to_owned(), PolicyValue::Int(72)),
        ("emergency_grace_minutes".to_owned(), PolicyValue::Int(0)),
        ("trusted_contacts_pass".to_owned(), PolicyValue::Bool(false)),
        ("trusted_contacts".to_owned(), PolicyValue::List(Vec::new())),
        ("bank_number".to_owned(), text("")),
        ("lock".to_owned(), text("pin")),
    ]);
    for origin in [Origin::Person, Origin::Family, Origin::Managed] {
        prop_assert!(is_taken(&stronger, origin, policy, state, true, *now));
    }
    Ok(())
}

fn is_taken(
    requested: &BTreeMap<String, PolicyValue>,
    origin: Origin,
    policy: &Policy,
    state: &State,
    in_call: bool,
    now: Now,
) -> bool {
    let change = change(policy, requested, origin, state, in_call, Region::gb(), now);
    assert!(change.errors.is_empty(), "{:?}", change.errors);
    assert!(
        change.accepted || change.policy == *policy,
        "a refused change changes nothing"
    );
    change.accepted
}

/// Every way to protect less than this policy does. Never empty: somebody can always be trusted.
fn weaker(policy: &Policy) -> Vec<(String, PolicyValue)> {
    let text = |text: &str| PolicyValue::Text(text.to_owned());
    let less = |number: u32| PolicyValue::Int(i64::from(number) - 1);
    let somebody = "+447700900999";
    let mut trusted: Vec<String> = policy
        .trusted_contacts
        .iter()
        .map(|one| one.to_string())
        .collect();
    trusted.push(somebody.to_owned());
    let ways = [
        (
            policy.cool_down_seconds > 60,
            "cool_down_seconds",
            less(policy.cool_down_seconds),
        ),
        (policy.hold > Hold::Advise, "hold", text("advise")),
        (
            policy.call_anyway > CallAnyway::TwoTaps,
            "call_anyway",
            text("two_taps"),
        ),
        (
            policy.second_call_hours > 0,
            "second_call_hours",
            less(policy.second_call_hours),
        ),
        (
            policy.ask_after_unknown,
            "ask_after_unknown",
            PolicyValue::Bool(false),
        ),
        (
            policy.emergency_grace_minutes < 120,
            "emergency_grace_minutes",
            PolicyValue::Int(120),
        ),
        (
            !policy.trusted_contacts_pass,
            "trusted_contacts_pass",
            PolicyValue::Bool(true),
        ),
        (
            policy.history_days > 0,
            "history_days",
            less(policy.history_days),
        ),
        (true, "bank_number", text(somebody)),
        (policy.lock > Lock::Open, "lock", text("open")),
        (true, "trusted_contacts", PolicyValue::List(trusted)),
    ];
    let possible = ways.into_iter().filter(|(is_possible, ..)| *is_possible);
    possible
        .map(|(_, key, value)| (key.to_owned(), value))
        .collect()
}
