//! Any bytes as a full text, and as a packed one.

#![no_main]

use cleardown_fuzz::{list_text, rows};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| -> Corpus { rows::keep(list_text::check(data)) });

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    rows::change(data, size, max_size, seed, fuzzer_mutate)
});
