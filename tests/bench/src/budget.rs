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
/// A look with nothing new: bytes of bodies,
pub const POLL_BYTES: u64 = 1_024;
/// in so many requests.
pub const POLL_REQUESTS: u64 = 2;
/// Bytes of a delta that changes 1 %
pub const DELTA_BYTES: u64 = 45_000;
/// of so many numbers.
pub const DELTA_ROWS: usize = 1_000_000;
/// A list verified, applied and hashed anew: at most so many times the bare writes and one scan.
pub const SYNC_RATIO: f64 = 2.0;
