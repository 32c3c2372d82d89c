//! Trying the PIN: what a guesser waits, and what does not shorten it.

use cleardown_core::{Now, PinTries, is_pin};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

fn at(elapsed_ms: i64) -> Now {
    Now {
        wall_ms: 1_700_000_000_000,
        elapsed_ms,
        boot: 3,
    }
}

/// After so many wrong PINs, each tried as soon as it could be: when, and what is to wait now.
fn guessed(times: u32) -> (PinTries, Now) {
    let (mut tries, mut now) = (PinTries::default(), at(1000));
    for _ in 0..times {
        now.elapsed_ms += tries.wait_ms(now);
        tries.begin(now).expect("the wait is over");
    }
    (tries, now)
}

#[test]
fn four_slips_cost_nothing_and_then_each_costs_more() {
    let waits: Vec<i64> = (0..=10)
        .map(|times| {
            let (tries, now) = guessed(times);
            tries.wait_ms(now)
        })
        .collect();
    let minutes = [MINUTE_MS / 2, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];
    assert_eq!(waits[..5], [0; 5]);
    assert_eq!(waits[5..9], minutes);
    assert_eq!(waits[9..], [HOUR_MS; 2]);
}

#[test]
fn during_the_wait_nothing_is_tried_nor_counted() {
    let (mut tries, mut now) = guessed(6);
    let before = tries.clone();
    now.elapsed_ms += MINUTE_MS - 1;
    assert_eq!(tries.begin(now), Err(1));
    assert_eq!(tries, before);
    now.elapsed_ms += 1;
    assert_eq!(tries.begin(now), Ok(()));
    assert_eq!(tries.wait_ms(now), 5 * MINUTE_MS);
}

#[test]
fn the_wall_clock_shortens_no_wait() {
    let (tries, mut now) = guessed(9);
    for wall_ms in [0, i64::MIN, i64::MAX, now.wall_ms + 48 * HOUR_MS] {
        now.wall_ms = wall_ms;
        assert_eq!(tries.wait_ms(now), HOUR_MS);
    }
}

#[test]
fn over_a_start_of_the_phone_only_its_running_counts() {
    let (tries, mut now) = guessed(9);
    now.elapsed_ms += 20 * MINUTE_MS;
    let tries = tries.seen(now);
    let started = Now {
        wall_ms: now.wall_ms + 48 * HOUR_MS,
        elapsed_ms: MINUTE_MS,
        boot: now.boot + 1,
    };
    assert_eq!(tries.wait_ms(started), 39 * MINUTE_MS);
    let uncounted = Now {
        boot: now.boot,
        ..started
    };
    assert_eq!(tries.wait_ms(uncounted), 39 * MINUTE_MS);
    let damaged = Now {
        elapsed_ms: i64::MIN,
        ..started
    };
    assert_eq!(tries.wait_ms(damaged), 40 * MINUTE_MS);
}

#[test]
fn a_right_pin_begins_anew() {
    let (mut tries, now) = guessed(9);
    tries.forget(now);
    tries.was_right();
    assert_eq!(tries, PinTries::default());
}

#[test]
fn a_forgotten_pin_is_gone_after_a_day_of_running_and_not_before() {
    let (mut tries, now) = guessed(9);
    assert_eq!(tries.forgotten_ms(now), None);
    tries.forget(now);
    let later = at(now.elapsed_ms + 23 * HOUR_MS);
    tries.forget(later);
    assert_eq!(tries.forgotten_ms(later), Some(HOUR_MS));
    let jumped = Now {
        wall_ms: later.wall_ms + 48 * HOUR_MS,
        ..later
    };
    assert_eq!(tries.forgotten_ms(jumped), Some(HOUR_MS));
    let over = at(later.elapsed_ms + HOUR_MS);
    assert_eq!(tries.forgotten_ms(over), Some(0));
    tries.remember();
    assert_eq!(tries.forgotten_ms(over), None);
}

#[test]
fn a_pin_is_four_to_twelve_digits() {
    for pin in ["0000", "123456789012"] {
        assert!(is_pin(pin));
    }
    for text in ["", "123", "1234567890123", "12a4", "12 4", "-123", "١٢٣٤"] {
        assert!(!is_pin(text), "{text}");
    }
}
