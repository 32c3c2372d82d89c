//! Waits and clocks.

use cleardown_core::{Now, screen};
use proptest::prelude::*;

use super::Trial;
use crate::phone::Phone;
use crate::world::{World, call_of};

pub fn no_clock_change_within_a_boot_touches_a_wait(
    world: &World,
    trial: &Trial,
) -> Result<(), TestCaseError> {
    let Phone { state, policy, now } = &world.phone;
    if !world.told {
        return Ok(());
    }
    let later = Now {
        elapsed_ms: now.elapsed_ms + trial.later_s * 1000,
        ..*now
    };
    let jumped = Now {
        wall_ms: now.wall_ms + trial.jump_s * 1000,
        ..later
    };
    let mut noticed = state.clone();
    noticed.rebase(jumped);
    let (left, waited) = (state.remaining_s(*now), state.remaining_s(later));
    if !state.is_flagged_call_running(*now) {
        prop_assert_eq!(
            waited,
            (left - trial.later_s).max(0),
            "it counts down by the second"
        );
    }
    prop_assert!(waited <= left, "waiting never lengthens it");
    for other in [state, &noticed] {
        prop_assert_eq!(other.remaining_s(jumped), waited);
        prop_assert_eq!(other.other_line_s(jumped), state.other_line_s(later));
        prop_assert_eq!(
            other.weakening_lock_s(jumped),
            state.weakening_lock_s(later)
        );
        prop_assert_eq!(other.is_call_running(jumped), state.is_call_running(later));
    }
    let call = call_of(&trial.ring);
    let caller = call.caller();
    let incoming = call.incoming(&caller);
    let verdict = screen(&incoming, state, policy, later);
    prop_assert_eq!(screen(&incoming, state, policy, jumped), verdict.clone());
    prop_assert_eq!(screen(&incoming, &noticed, policy, jumped), verdict);
    Ok(())
}

/// Also after restarts, whatever the wall clock says then.
pub fn a_wait_is_never_longer_than_its_length(world: &World) -> Result<(), TestCaseError> {
    let Phone { state, now, .. } = &world.phone;
    let started_again = Now {
        elapsed_ms: 1,
        boot: now.boot + 1,
        ..*now
    };
    for jump_ms in [-10_i64.pow(13), -1, 0, 1, 10_i64.pow(13)] {
        let later = Now {
            wall_ms: now.wall_ms + jump_ms,
            ..started_again
        };
        let left = state.remaining_s(later);
        prop_assert!((0..=world.longest_s).contains(&left), "{} s are left", left);
    }
    let left = state.remaining_s(*now);
    prop_assert!((0..=world.longest_s).contains(&left), "{} s are left", left);
    if world.told && world.dated && !state.is_flagged_call_running(*now) {
        let off_s = 30;
        let well_dated = Now {
            wall_ms: now.wall_ms + off_s * 1000,
            ..started_again
        };
        prop_assert_eq!(state.remaining_s(well_dated), (left - off_s).max(0));
    }
    Ok(())
}
