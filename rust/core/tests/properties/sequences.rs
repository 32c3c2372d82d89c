//! The random sequences.

use std::cell::RefCell;

use proptest::collection::vec;

use crate::coverage::Coverage;
use crate::event::event;
use crate::promises::{trial, try_all};
use crate::runner::run;
use crate::world::World;

/// Sequences of a run.
const SEQUENCES: u32 = 1_800;
/// Events of a sequence: each leaves a state.
const EVENTS: std::ops::Range<usize> = 40..80;

#[test]
fn no_sequence_of_events_breaks_a_promise() {
    let coverage = RefCell::new(Coverage::default());
    run(SEQUENCES, &vec((event(), trial()), EVENTS), |sequence| {
        let mut world = World::new();
        let mut coverage = coverage.borrow_mut();
        for (event, trial) in &sequence {
            world.play(event, &mut coverage);
            let holds = try_all(&world, trial)?;
            coverage.count_state(holds);
        }
        Ok(())
    });
    coverage.borrow().assert_wide();
}
