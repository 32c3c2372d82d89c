//! The two spellings of time in a story: `m:ss` and `h:mm:ss`.

/// Seconds of `m:ss` or `h:mm:ss`. Minutes may pass 59 only where no hours are given.
pub fn parse(text: &str) -> Option<u32> {
    let parts = text
        .split(':')
        .map(digits)
        .collect::<Option<Vec<(u32, usize)>>>()?;
    match parts[..] {
        [(minutes, _), (seconds, 2)] if seconds < 60 => {
            minutes.checked_mul(60)?.checked_add(seconds)
        }
        [(hours, _), (minutes, 2), (seconds, 2)] if minutes < 60 && seconds < 60 => {
            hours.checked_mul(3600)?.checked_add(minutes * 60 + seconds)
        }
        _ => None,
    }
}

/// Seconds of a clock jump: a sign, then a time as in [`parse`].
pub fn parse_jump(text: &str) -> Option<i64> {
    match text.split_at_checked(1)? {
        ("+", time) => parse(time).map(i64::from),
        ("-", time) => parse(time).map(|seconds| -i64::from(seconds)),
        _ => None,
    }
}

/// The value and length of a run of digits.
fn digits(part: &str) -> Option<(u32, usize)> {
    let plain = part.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| part.parse().ok().map(|value| (value, part.len())))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_spellings() {
        assert_eq!(parse("0:06"), Some(6));
        assert_eq!(parse("7:00"), Some(420));
        assert_eq!(parse("75:30"), Some(4530));
        assert_eq!(parse("25:00:01"), Some(90_001));
    }

    #[test]
    fn refuses_everything_else() {
        for wrong in [
            "",
            "7",
            "7:0",
            "7:60",
            "1:60:00",
            "1:0:00",
            "-1:00",
            "1:00:00:00",
            "a:00",
            ":00",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_jump_needs_its_sign() {
        assert_eq!(parse_jump("+2:00:00"), Some(7200));
        assert_eq!(parse_jump("-498000:00:00"), Some(-1_792_800_000));
        assert_eq!(parse_jump("2:00:00"), None);
        assert_eq!(parse_jump(""), None);
    }
}
