//! Times as they stand in metadata: whole seconds, UTC, `2026-11-21T10:00:00Z`.

use cleardown_list::{instant_ms, instant_text};

/// Seconds of a day.
pub const DAY_S: i64 = 86_400;

/// The text of a time in seconds since 1970.
pub fn text_of(seconds: i64) -> String {
    instant_text(seconds.saturating_mul(1_000))
}

/// The time of a text, in seconds since 1970. A fraction of a second is left away.
pub fn of_text(text: &str) -> Option<i64> {
    let whole = text.strip_suffix('Z')?.split('.').next()?;
    instant_ms(&format!("{whole}Z")).map(|ms| ms / 1_000)
}

/// How long until then, for people: "89 days", "5 hours", "2 days ago".
pub fn until(then_s: i64, now_s: i64) -> String {
    let left = then_s - now_s;
    let (count, unit) = match left.abs() {
        seconds @ ..172_800 => (seconds / 3_600, "hour"),
        seconds => (seconds / DAY_S, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    if left < 0 {
        format!("{count} {unit}{plural} ago")
    } else {
        format!("in {count} {unit}{plural}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_back() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (1_795_255_201, "2026-11-21T10:00:01Z"),
        ] {
            assert_eq!(text_of(seconds), text);
            assert_eq!(of_text(text), Some(seconds));
        }
        assert_eq!(of_text("2026-11-21T10:00:01.25Z"), Some(1_795_255_201));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "2026-11-21",
            "2026-11-21T24:00:00Z",
            "2026-11-21T1:00:00Z",
            "2026-11-21T10:00:00",
        ] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }

    #[test]
    fn waiting_times_are_worded() {
        assert_eq!(until(7_300, 100), "in 2 hours");
        assert_eq!(until(3 * DAY_S, 0), "in 3 days");
        assert_eq!(until(0, 3_600), "1 hour ago");
    }
}
