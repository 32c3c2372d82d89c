//! The budgets of the design, §12.

/// First decision in a fresh process: at most so many times the bare look-ups.
pub const FIRST_RATIO: f64 = 2.0;
/// Warm decision: at most so many times the bare look-ups,
pub const WARM_RATIO: f64 = 1.5;
/// and at most so many nanoseconds.
pub const WARM_NS: u64 = 20_000;
/// Through JNI: at least so many times as fast as the other way.
pub const JVM_FACTOR: f64 = 5.0;
/// Bytes of the list's file for each number.
pub const BYTES_A_NUMBER: f64 = 16.0;
/// Memory of the engine beyond that of an empty process, in KiB.
pub const MEMORY_KIB: u64 = 12 * 1024;
