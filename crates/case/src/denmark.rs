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

/// The instant at which a Danish clock shows this. In the hour that summer time skips, the hour after; in the one that it repeats, the
/// first.
pub fn instant(local: DateTime) -> Timestamp {
    // Only a date at the very ends of what a timestamp holds has no instant.
    DENMARK.to_timestamp(local).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The day in Denmark at an instant.
pub fn day(instant: Timestamp) -> Date {
    local(instant).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{day, instant, local};

    #[test]
    fn the_day_in_denmark_begins_before_the_day_in_utc() {
        assert_eq!(day("2026-03-27T23:30:00Z".parse().unwrap()), date(2026, 3, 28));
        assert_eq!(day("2026-03-27T22:30:00Z".parse().unwrap()), date(2026, 3, 27));
        assert_eq!(day("2026-07-01T22:30:00Z".parse().unwrap()), date(2026, 7, 2));
    }

    #[test]
    fn an_instant_is_the_one_at_which_a_danish_clock_shows_it() {
        for text in ["2026-01-15T09:04:00", "2026-04-07T09:04:00", "2026-03-29T03:30:00"] {
            let shown = text.parse().unwrap();
            assert_eq!(local(instant(shown)), shown);
        }
    }

    #[test]
    fn summer_time_is_kept() {
        assert_eq!(local("2026-04-07T07:00:00Z".parse().unwrap()).to_string(), "2026-04-07T09:00:00");
    }
}
