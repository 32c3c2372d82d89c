//! The promises, each tried on the state that the events have left.

mod alerts;
mod clocks;
mod outgoing;
mod settings;

use cleardown_core::{Listing, State};
use proptest::prelude::*;

use crate::event::{Ring, ring};
use crate::numbers::{any_listing, life_saving};
use crate::world::World;

/// What is tried on one state.
#[derive(Clone, Debug)]
pub struct Trial {
    life_saving: String,
    ring: Ring,
    listing: Listing,
    jump_s: i64,
    later_s: i64,
    pick: usize,
}

pub fn trial() -> impl Strategy<Value = Trial> {
    let jump_s = prop_oneof![-7200..7200i64, -2_000_000_000..2_000_000_000i64];
    let later_s = prop_oneof![0..400i64, 0..100_000i64];
    (
        life_saving(),
        ring(),
        any_listing(),
        jump_s,
        later_s,
        any::<usize>(),
    )
        .prop_map(
            |(life_saving, ring, listing, jump_s, later_s, pick)| Trial {
                life_saving,
                ring,
                listing,
                jump_s,
                later_s,
                pick,
            },
        )
}

/// Tries every promise; true if the state holds an ordinary number.
pub fn try_all(world: &World, trial: &Trial) -> Result<bool, TestCaseError> {
    outgoing::no_life_saving_number_is_held(world, trial)?;
    let holds = outgoing::always_passable_numbers_are_passable(world)?;
    outgoing::a_pass_is_for_one_number_and_two_minutes(world)?;
    outgoing::what_was_armed_expires(world)?;
    alerts::the_alert_is_that_of_the_loudest_rule(world, trial)?;
    alerts::nothing_but_an_emergency_call_lowers_an_alert(world, trial)?;
    clocks::no_clock_change_within_a_boot_touches_a_wait(world, trial)?;
    clocks::a_wait_is_never_longer_than_its_length(world)?;
    settings::weakening_is_refused_while_it_may_be_forced(world, trial)?;
    settings::strengthening_is_always_taken(world)?;
    // These take longest: every eighth state is enough.
    if trial.pick.is_multiple_of(8) {
        settings::what_is_scheduled_holds_once_nobody_can_force_it(world, trial)?;
        the_state_survives_writing_and_reading(&world.phone.state)?;
    }
    Ok(holds)
}

fn the_state_survives_writing_and_reading(state: &State) -> Result<(), TestCaseError> {
    let written = serde_json::to_string(state).expect("a state can be written");
    let read: State = serde_json::from_str(&written).expect("a written state can be read");
    prop_assert_eq!(&read, state);
    Ok(())
}
