//! Any bytes as settings of an IT team.

#![no_main]

use cleardown_fuzz::settings;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    settings::check(data);
});
