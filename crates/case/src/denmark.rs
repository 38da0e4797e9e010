//! Danish civil time. The rule is part of the program, so that no time zone database needs to be there.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Central European time with the summer time that the whole Union keeps: from the last Sunday of March to the last of October.
/// In force since 1996, which is before any record that is read here.
static DENMARK: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("the zone is written as POSIX has it"));

/// The date and hour in Denmark at an instant.
pub fn local(instant: Timestamp) -> DateTime {
    DENMARK.to_datetime(instant)
}

/// The day in Denmark at an instant.
pub fn day(instant: Timestamp) -> Date {
    local(instant).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{day, local};

    #[test]
    fn the_day_in_denmark_begins_before_the_day_in_utc() {
        assert_eq!(day("2026-03-27T23:30:00Z".parse().unwrap()), date(2026, 3, 28));
        assert_eq!(day("2026-03-27T22:30:00Z".parse().unwrap()), date(2026, 3, 27));
        assert_eq!(day("2026-07-01T22:30:00Z".parse().unwrap()), date(2026, 7, 2));
    }

    #[test]
    fn summer_time_is_kept() {
        assert_eq!(local("2026-04-07T07:00:00Z".parse().unwrap()).to_string(), "2026-04-07T09:00:00");
    }
}
