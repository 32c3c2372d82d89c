//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

/// A day: year 1 to 9999, month, day of the month. Ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i32,
    month: u32,
    day: u32,
}

const MS_A_DAY: i64 = 86_400_000;

impl Day {
    /// The day of this date, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The day of a time in milliseconds since 1970, UTC. Times outside the years 1 to 9999 give
    /// the nearest day inside.
    pub fn from_unix_ms(ms: i64) -> Self {
        // Howard Hinnant's days-to-civil: years begin in March, so that the leap day is the last.
        let first = Self {
            year: 1,
            month: 1,
            day: 1,
        }
        .days_since_1970();
        let last = Self {
            year: 9999,
            month: 12,
            day: 31,
        }
        .days_since_1970();
        let days = ms.div_euclid(MS_A_DAY).clamp(first, last) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: year as i32,
            month: month as u32,
            day: day as u32,
        }
    }

    /// The first millisecond of the day, UTC, counted from 1970.
    pub fn unix_ms(self) -> i64 {
        self.days_since_1970() * MS_A_DAY
    }

    /// The same date a year before; 28 February for a leap day.
    #[must_use]
    pub fn a_year_before(self) -> Self {
        let year = self.year - 1;
        let day = self.day.min(days_in(year, self.month));
        Self {
            year,
            month: self.month,
            day,
        }
    }

    fn days_since_1970(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = i64::from(self.month);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        match parts(text)? {
            (year, Some(month), Some(day)) => Self::new(year, month, day).ok_or(NotADay),
            _ => Err(NotADay),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date: write YYYY-MM-DD")]
pub struct NotADay;

/// The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[cfg(feature = "lint")]
pub(crate) fn first_day(text: &str) -> Result<Day, NotADay> {
    let (year, month, day) = parts(text)?;
    Day::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or(NotADay)
}

fn parts(text: &str) -> Result<(i32, Option<u32>, Option<u32>), NotADay> {
    let mut fields = text.split('-');
    let year = field(fields.next(), 4)?.ok_or(NotADay)?;
    let month = field(fields.next(), 2)?;
    let day = field(fields.next(), 2)?;
    if fields.next().is_some() {
        return Err(NotADay);
    }
    Ok((year as i32, month, day))
}

fn field(text: Option<&str>, digits: usize) -> Result<Option<u32>, NotADay> {
    let Some(text) = text else { return Ok(None) };
    let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    if plain {
        text.parse().map(Some).map_err(|_| NotADay)
    } else {
        Err(NotADay)
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_agree() {
        for (text, ms) in [
            ("1970-01-01", 0),
            ("1969-12-31", -MS_A_DAY),
            ("2000-02-29", 951_782_400_000),
            ("2026-11-21", 1_795_219_200_000),
        ] {
            let day: Day = text.parse().expect("a date");
            assert_eq!(day.unix_ms(), ms, "{text}");
            assert_eq!(Day::from_unix_ms(ms + MS_A_DAY - 1), day, "{text}");
            assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        let first = Day::new(1801, 1, 1).expect("a date").unix_ms();
        for day in 0..146_097 {
            let ms = first + day * MS_A_DAY;
            assert_eq!(Day::from_unix_ms(ms).unix_ms(), ms);
        }
    }

    #[test]
    fn times_beyond_the_calendar_give_its_ends() {
        assert_eq!(Day::from_unix_ms(i64::MAX).to_string(), "9999-12-31");
        assert_eq!(Day::from_unix_ms(i64::MIN).to_string(), "0001-01-01");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2026",
            "2026-13-01",
            "2026-02-29",
            "26-01-01",
            "2026-1-1",
            "2026-01-01-",
            "+026-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn a_year_before_a_leap_day_is_the_day_before() {
        let leap: Day = "2024-02-29".parse().expect("a date");
        assert_eq!(leap.a_year_before().to_string(), "2023-02-28");
    }
}
