//! The target `delta` with a bug that is not in the code under test, to show that bugs are found: a
//! delta must fit a list, offer both its numbers for ringing and remove no code, all at once.

#![no_main]

use std::hint::black_box;

use cleardown_fuzz::{delta, rows};
use cleardown_list::{Class, DeltaText};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| -> Corpus {
    let checked = delta::check(data);
    if let Some((delta, true)) = &checked {
        assert_ne!(steps(delta), 3, "the planted bug");
    }
    rows::keep(checked.is_some())
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    rows::change(data, size, max_size, seed, fuzzer_mutate)
});

/// How far a delta has come towards the bug. Each step is a branch that coverage shows.
fn steps(delta: &DeltaText) -> u8 {
    let mut set = delta.set().map(|row| row.class);
    let is_offered = |class: Option<Class>| class.is_some_and(Class::ring);
    if !is_offered(set.next()) {
        return black_box(0);
    }
    if !is_offered(set.next()) {
        return black_box(1);
    }
    if !delta.old_codes().is_empty() {
        return black_box(2);
    }
    3
}
