//! Any bytes as settings that a relative signed.

#![no_main]

use cleardown_fuzz::bundle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    bundle::check(data);
});
