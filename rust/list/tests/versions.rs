//! The version of one dependency is part of the design.

/// `phonenumber` 0.4.0 takes 700 ms and 500 MB for its first parse, 0.3.10 takes 50 ms and 9 MB
/// (facts: sync §4.2). And before 0.3.6 a text could make it panic (RUSTSEC-2024-0369).
#[test]
fn phonenumber_stays_on_the_version_that_loads_fast() {
    let lock = include_str!("../../../Cargo.lock");
    let version = lock
        .split("name = \"phonenumber\"\nversion = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the crate is in Cargo.lock");
    let patch = version
        .strip_prefix("0.3.")
        .and_then(|rest| rest.split('+').next());
    let patch: u32 = patch
        .and_then(|patch| patch.parse().ok())
        .unwrap_or_default();
    assert!(
        patch >= 10,
        "phonenumber is {version}: measure its first parse before moving on"
    );
}
