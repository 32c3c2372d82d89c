//! When a publisher is asked again. Times are milliseconds since 1970 by the phone's clock.

/// Seconds within which a new phone asks for the first time: not all at the same moment.
const FIRST_WITHIN_S: i64 = 60;

/// Wait after the first failure, seconds; doubled with each.
const BACK_OFF_S: i64 = 15 * 60;

/// Longest wait after a failure, seconds.
const LONGEST_BACK_OFF_S: i64 = 24 * 3600;

/// No plan reaches further than this, seconds: beyond, the clock was wrong when it was made.
const FURTHEST_S: i64 = 15 * 24 * 3600;

/// When a phone that never asked asks for the first time.
pub(crate) fn first(now_ms: i64, random: u32) -> i64 {
    now_ms + share(FIRST_WITHIN_S * 1000, random)
}

/// The next moment that belongs to this phone, half a wait from now at the earliest: `spread` is
/// drawn once and kept, so that phones stay apart whatever brought them together.
pub(crate) fn after_success(now_ms: i64, wait_s: u64, spread: u32) -> i64 {
    let wait = i64::try_from(wait_s).unwrap_or(LONGEST_BACK_OFF_S) * 1000;
    let earliest = now_ms + wait / 2;
    let moment = share(wait, spread);
    earliest + (moment - earliest).rem_euclid(wait)
}

/// Longer with each of `tries` failures in a row, by a random share longer still (Safe Browsing's
/// rule); not before the moment that the server asked for.
pub(crate) fn after_failure(
    now_ms: i64,
    tries: u32,
    random: u32,
    retry_after_s: Option<u64>,
) -> i64 {
    let doubled = BACK_OFF_S << tries.saturating_sub(1).min(16);
    let longer = doubled + share(doubled, random);
    let asked = retry_after_s.map_or(0, |s| i64::try_from(s).unwrap_or(LONGEST_BACK_OFF_S));
    now_ms + longer.max(asked).min(LONGEST_BACK_OFF_S) * 1000
}

/// Whether the moment has come, or cannot be right.
pub(crate) fn is_due(next_ms: i64, now_ms: i64) -> bool {
    next_ms <= now_ms || next_ms - now_ms > FURTHEST_S * 1000
}

/// A random part of a length.
fn share(of: i64, random: u32) -> i64 {
    let part = i128::from(of) * i128::from(random) / (i128::from(u32::MAX) + 1);
    i64::try_from(part).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const DAY_S: u64 = 86_400;

    #[test]
    fn a_new_phone_asks_within_a_minute() {
        assert_eq!(first(7, 0), 7);
        assert!((59_000..60_007).contains(&first(7, u32::MAX)));
    }

    #[test]
    fn phones_that_were_asked_at_once_do_not_ask_at_once_again() {
        let now = 1_800_000_000_000;
        let spreads = (0..1000_u32).map(|one| one * (u32::MAX / 1000));
        let mut next: Vec<i64> = spreads
            .map(|spread| after_success(now, DAY_S, spread))
            .collect();
        assert!(
            next.iter()
                .all(|at| (12 * HOUR..36 * HOUR).contains(&(at - now)))
        );
        next.sort_unstable();
        next.dedup();
        assert_eq!(next.len(), 1000);
        assert!(next.last().unwrap() - next[0] > 23 * HOUR);
    }

    #[test]
    fn a_phone_asks_once_a_wait_at_its_own_moment() {
        let first = after_success(1_800_000_000_000, DAY_S, 12_345);
        // The system runs a job up to some hours late.
        let second = after_success(first + 3 * HOUR, DAY_S, 12_345);
        assert_eq!(second - first, 24 * HOUR);
    }

    #[test]
    fn failures_wait_longer_each_time_but_a_day_at_most() {
        let waits: Vec<i64> = (1..9)
            .map(|tries| after_failure(0, tries, 0, None) / 60_000)
            .collect();
        assert_eq!(waits, [15, 30, 60, 120, 240, 480, 960, 1440]);
        assert_eq!(
            after_failure(0, u32::MAX, u32::MAX, Some(u64::MAX)),
            24 * HOUR
        );
        assert!(after_failure(0, 1, u32::MAX, None) > 29 * 60_000);
    }

    #[test]
    fn a_server_that_asks_for_patience_gets_it() {
        assert_eq!(after_failure(0, 1, 0, Some(7200)), 2 * HOUR);
        assert_eq!(after_failure(0, 1, 0, Some(1)), HOUR / 4);
    }

    #[test]
    fn a_plan_made_by_a_wrong_clock_does_not_hold() {
        assert!(is_due(0, 0));
        assert!(!is_due(1, 0));
        assert!(
            is_due(5 * 365 * 24 * HOUR, 0),
            "the clock was five years ahead"
        );
    }
}
