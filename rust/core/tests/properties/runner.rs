//! How many cases are played, and from which seed.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// Plays so many cases. The same ones on every run: set `CLEARDOWN_SEED` to a number for others.
pub fn run<S: Strategy>(
    cases: u32,
    strategy: &S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 1_000,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed());
    if let Err(failure) = TestRunner::new_with_rng(config, rng).run(strategy, test) {
        panic!("{failure}");
    }
}

fn seed() -> [u8; 32] {
    let number = std::env::var("CLEARDOWN_SEED").map_or(0, |text| {
        text.parse::<u64>()
            .expect("CLEARDOWN_SEED is a whole number")
    });
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    seed
}
