//! Any bytes as a delta.

#![no_main]

use cleardown_fuzz::{delta, rows};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| -> Corpus { rows::keep(delta::check(data).is_some()) });

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    rows::change(data, size, max_size, seed, fuzzer_mutate)
});
