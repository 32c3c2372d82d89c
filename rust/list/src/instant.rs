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

#[cfg(test)]
mod tests {
    use super::*;

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
