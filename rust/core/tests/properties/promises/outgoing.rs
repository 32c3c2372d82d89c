//! What is never held, what can always be passed, and what a pass is worth.

use cleardown_core::{CallAnyway, Hold, Now, Placement, Policy, Reason, place};
use proptest::prelude::*;

use super::Trial;
use crate::numbers::{is_listed, stranger};
use crate::phone::{Dial, Phone, dial, is_held};
use crate::world::World;

pub fn no_life_saving_number_is_held(world: &World, trial: &Trial) -> Result<(), TestCaseError> {
    let strictest = Policy {
        hold: Hold::All,
        call_anyway: CallAnyway::Locked,
        trusted_contacts_pass: false,
        ..world.phone.policy.clone()
    };
    let in_call = trial.pick.is_multiple_of(2);
    let dial = Dial {
        in_call,
        listed: true,
        ..dial(&trial.life_saving)
    };
    let dialled = dial.dialled();
    let Phone { state, policy, now } = &world.phone;
    for policy in [policy, &strictest] {
        let placing = place(&dial.outgoing(&dialled), state, policy, *now);
        prop_assert_eq!(placing.placement, Placement::Place, "{}", trial.life_saving);
        prop_assert!(
            placing.reasons.contains(&Reason::LifeSaving),
            "{}",
            trial.life_saving
        );
    }
    Ok(())
}

/// True if any ordinary number is held at all.
pub fn always_passable_numbers_are_passable(world: &World) -> Result<bool, TestCaseError> {
    let mut holds = false;
    let unknown = |placing: &cleardown_core::Placing| {
        !placing.reasons.contains(&Reason::SameCaller) && !placing.reasons.contains(&Reason::Listed)
    };
    for number in [stranger(0), stranger(7), "101".to_owned(), "159".to_owned()] {
        for in_call in [false, true] {
            let placing = world.phone.asks(&Dial {
                in_call,
                ..dial(&number)
            });
            if is_held(&placing) && unknown(&placing) {
                holds = true;
                let running = world.is_flagged_call_running(in_call);
                prop_assert_eq!(placing.passable, !running, "{} {:?}", number, placing);
                prop_assert_eq!(placing.plain_tap, !running && number.len() == 3);
            }
        }
    }
    Ok(holds)
}

pub fn a_pass_is_for_one_number_and_two_minutes(world: &World) -> Result<(), TestCaseError> {
    let phone = &world.phone;
    let of_the_pass = world.pass.iter().map(|(number, _)| number.clone());
    for key in of_the_pass.chain([stranger(0), stranger(7), "101".to_owned()]) {
        for in_call in [false, true] {
            let dial = Dial {
                in_call,
                listed: is_listed(&key),
                ..dial(&key)
            };
            if matches!(
                dial.dialled().key().as_str(),
                "service_code" | "call_forwarding"
            ) {
                continue;
            }
            let passes = phone.asks(&dial).reasons == [Reason::Passed];
            let waits = phone.remaining() > 0;
            let same = dial.dialled().key() == key;
            prop_assert!(same, "a key is a spelling of its number");
            prop_assert_eq!(passes, waits && world.has_pass(&key, in_call), "{}", key);
            let mut used = phone.state.clone();
            if used.use_pass(&dial.dialled(), in_call, phone.now) {
                prop_assert!(world.has_pass(&key, in_call));
                prop_assert!(
                    !used.use_pass(&dial.dialled(), in_call, phone.now),
                    "one call"
                );
                let again = place(
                    &dial.outgoing(&dial.dialled()),
                    &used,
                    &phone.policy,
                    phone.now,
                );
                prop_assert!(!again.reasons.contains(&Reason::Passed), "one call");
            }
        }
    }
    Ok(())
}

/// Two hours later everything is over: a wait that was armed, and any that was started.
pub fn what_was_armed_expires(world: &World) -> Result<(), TestCaseError> {
    if !world.told {
        return Ok(());
    }
    let Phone { state, policy, now } = &world.phone;
    let later = Now {
        elapsed_ms: now.elapsed_ms + 7_200_000,
        ..*now
    };
    prop_assert_eq!(state.remaining_s(later), 0);
    prop_assert!(!state.is_flagged_call_running(later));
    let dial = dial(&stranger(0)).listed();
    let placing = place(&dial.outgoing(&dial.dialled()), state, policy, later);
    prop_assert_eq!(placing.reasons, [Reason::NoCoolDown]);
    Ok(())
}
