//! Moments as they stand in metadata.

use crate::Day;

/// The moment of a text `YYYY-MM-DDTHH:MM:SSZ`, in milliseconds since 1970.
pub fn instant_ms(text: &str) -> Option<i64> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let day: Day = day.parse().ok()?;
    let mut parts = time.split(':').map(|part| {
        let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<i64>().ok()).flatten()
    });
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    let in_range = hours < 24 && minutes < 60 && seconds < 60 && parts.next().is_none();
    in_range.then(|| day.unix_ms() + ((hours * 60 + minutes) * 60 + seconds) * 1000)
}

/// The text of a moment in milliseconds since 1970, whole seconds. Outside the years 1 to 9999 the
/// day is the nearest inside.
pub fn instant_text(ms: i64) -> String {
    let day = Day::from_unix_ms(ms);
    let of_day = ms.div_euclid(1_000).rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_back() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (1_795_255_201_999, "2026-11-21T10:00:01Z"),
        ] {
            assert_eq!(instant_text(ms), text);
            assert_eq!(instant_ms(text), Some(ms.div_euclid(1_000) * 1_000));
        }
        assert_eq!(instant_text(i64::MAX), "9999-12-31T07:12:55Z");
    }

    #[test]
    fn times_are_read_in_one_form_only() {
        assert_eq!(instant_ms("1970-01-02T00:00:01Z"), Some(86_401_000));
        assert_eq!(instant_ms("2026-11-21T10:00:00Z"), Some(1_795_255_200_000));
        for text in [
            "2026-11-21",
            "2026-11-21T10:00:00",
            "2026-11-21T24:00:00Z",
            "2026-11-21T10:00:00+00:00",
            "2026-11-21T+1:00:00Z",
            "2026-11-21T10:00:00:00Z",
            "2026-11-21T10:00Z",
        ] {
            assert_eq!(instant_ms(text), None, "{text}");
        }
    }
}
