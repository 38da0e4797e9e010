//! FHIR's dates and times, and the Danish day that an instant lies in.

use jiff::Timestamp;
use jiff::civil::Date;

/// A time as a report gives it: to the day, or to the instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportedTime {
    /// A day alone.
    Day(Date),
    /// An instant.
    Instant(Timestamp),
}

impl ReportedTime {
    /// Reads FHIR's `dateTime`. A year or a month alone says too little for a limit to be counted from it.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.len() == 10 { read_day(text).map(Self::Day) } else { text.parse().ok().map(Self::Instant) }
    }

    /// The day in Denmark.
    pub fn day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Instant(instant) => case::denmark::day(instant),
        }
    }

    /// The instant, where one was given.
    pub fn instant(self) -> Option<Timestamp> {
        match self {
            Self::Day(_) => None,
            Self::Instant(instant) => Some(instant),
        }
    }

    /// Whether this is before another time for certain. A day and an instant on that day are neither before nor after.
    pub(super) fn is_before(self, other: Self) -> bool {
        match (self.instant(), other.instant()) {
            (Some(this), Some(other)) => this < other,
            (None, _) | (_, None) => self.day() < other.day(),
        }
    }
}

/// Reads FHIR's `date`, to the day, in the years that the calendar knows.
pub(super) fn read_day(text: &str) -> Option<Date> {
    let shape_is_right = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let day: Date = shape_is_right.then(|| text.parse().ok()).flatten()?;
    (1900..=2199).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn day(text: &str) -> Option<Date> {
        ReportedTime::read(text).map(ReportedTime::day)
    }

    #[test]
    fn an_instant_lies_in_its_danish_day_summer_and_winter() {
        assert_eq!(day("2026-03-28T22:59:59Z"), Some(date(2026, 3, 28)));
        assert_eq!(day("2026-03-28T23:00:00Z"), Some(date(2026, 3, 29)));
        assert_eq!(day("2026-03-29T21:59:59Z"), Some(date(2026, 3, 29)));
        assert_eq!(day("2026-03-29T22:00:00.000Z"), Some(date(2026, 3, 30)));
        assert_eq!(day("2026-03-30T00:30:00+05:00"), Some(date(2026, 3, 29)));
    }

    #[test]
    fn less_than_a_day_and_what_is_none_is_not_read() {
        for text in [
            "2026",
            "2026-03",
            "2026-02-30",
            "0001-01-01",
            "2026-03-27T10:00",
            "2026-03-2x",
            "i morgen",
            "",
            "27-03-2026",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_and_an_instant_on_it_are_in_no_order() {
        let (day, noon) =
            (ReportedTime::read("2026-03-27").unwrap(), ReportedTime::read("2026-03-27T12:00:00Z").unwrap());
        assert!(!day.is_before(noon) && !noon.is_before(day));
        assert!(ReportedTime::read("2026-03-26").unwrap().is_before(noon));
    }
}
