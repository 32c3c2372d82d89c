//! Any bytes as metadata files.

#![no_main]

use cleardown_fuzz::{json, metadata};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| {
    metadata::check(data);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    json::change(data, size, max_size, seed, fuzzer_mutate)
});
