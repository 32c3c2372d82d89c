//! How loud a call is, worked out a second time and more simply.

use cleardown_core::{Alert, CallsOut, Contact, Kind, Verification};
use proptest::prelude::*;

use super::Trial;
use crate::phone::Call;
use crate::world::{World, call_of};

pub fn the_alert_is_that_of_the_loudest_rule(
    world: &World,
    trial: &Trial,
) -> Result<(), TestCaseError> {
    let call = call_of(&trial.ring);
    let verdict = world.phone.screens(&call);
    prop_assert_eq!(
        verdict.rang_emergency.is_some(),
        is_in_grace(world).unwrap_or(verdict.rang_emergency.is_some())
    );
    let rules = [
        rule_1_and_2(&call),
        rule_3(world, &call),
        rule_4(world, &call),
        rule_5(&call),
    ];
    let loudest = rules.into_iter().max().unwrap_or_default();
    let others = [rules[1], rules[2], rules[3]];
    let police_only = !call.listings.is_empty()
        && call
            .listings
            .iter()
            .all(|listing| listing.kind == Kind::Police)
        && call
            .listings
            .iter()
            .all(|listing| listing.calls_out != CallsOut::Never)
        && call.caller().code() != "short_code"
        && others == [Alert::None; 3];
    let lowered = verdict.rang_emergency.is_some() && police_only;
    let expected = if lowered {
        loudest.min(Alert::Caution)
    } else {
        loudest
    };
    prop_assert_eq!(verdict.alert, expected, "{:?}: {:?}", call, verdict);
    Ok(())
}

pub fn nothing_but_an_emergency_call_lowers_an_alert(
    world: &World,
    trial: &Trial,
) -> Result<(), TestCaseError> {
    let phone = &world.phone;
    let call = Call {
        verification: Verification::NotVerified,
        ..call_of(&trial.ring)
    };
    let plain = phone.screens(&call);
    let listed = phone.screens(&call.clone().listed(trial.listing.clone()));
    prop_assert!(
        listed.alert >= plain.alert,
        "a listing lowered {:?}: {:?}",
        plain,
        listed
    );
    let passed = phone.screens(&call.clone().verification(Verification::Passed));
    prop_assert_eq!(&passed, &plain, "a check that was passed says nothing");
    let failed = phone.screens(&call.verification(Verification::Failed));
    prop_assert!(failed.alert >= plain.alert.max(Alert::Caution));
    Ok(())
}

fn rule_1_and_2(call: &Call) -> Alert {
    let listed = call.listings.iter().map(|listing| match listing.calls_out {
        CallsOut::Never => Alert::CertainFake,
        CallsOut::Unlikely | CallsOut::Unknown => Alert::Warning,
        CallsOut::Known => Alert::Caution,
    });
    listed.chain(authority_code(call)).max().unwrap_or_default()
}

fn rule_3(world: &World, call: &Call) -> Alert {
    warning_if(world.phone.is_window_open() && is_unknown_or_listed(call))
}

fn rule_4(world: &World, call: &Call) -> Alert {
    warning_if(world.phone.remaining() > 0 && is_unknown_or_listed(call))
}

fn rule_5(call: &Call) -> Alert {
    if call.verification == Verification::Failed {
        Alert::Caution
    } else {
        Alert::None
    }
}

fn authority_code(call: &Call) -> Option<Alert> {
    match call.caller().key().as_deref() {
        Some("159") => Some(Alert::CertainFake),
        Some("999" | "112" | "101" | "111" | "105") => Some(Alert::Warning),
        _ => None,
    }
}

fn is_unknown_or_listed(call: &Call) -> bool {
    let listed = !call.listings.is_empty() || authority_code(call).is_some();
    listed || call.caller().is_hidden() || call.contact != Contact::Yes
}

fn warning_if(is_so: bool) -> Alert {
    if is_so { Alert::Warning } else { Alert::None }
}

/// Whether the person rang an emergency number a short while ago; `None` = before a restart.
fn is_in_grace(world: &World) -> Option<bool> {
    let Some(rang) = world.rang_emergency else {
        return Some(false);
    };
    let now = world.phone.now;
    let grace_ms = i64::from(world.phone.policy.emergency_grace_minutes) * 60_000;
    (rang.boot == now.boot).then_some(now.elapsed_ms - rang.elapsed_ms < grace_ms)
}
