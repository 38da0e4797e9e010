//! The calendar: public holidays, working days and the counting of limits.

mod counting;
mod holidays;
mod properties;
mod strip;

use jiff::civil::{Date, Weekday};
use law::calendar::{AtRest, CountingRule, DayOff, DaysOff, EARLIEST, FirstDay, LATEST};

/// Every day of the calendar.
fn every_day() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(EARLIEST), |day| day.tomorrow().ok()).take_while(|&day| day <= LATEST)
}

/// Every set of days off.
fn every_set_of_days_off() -> Vec<DaysOff> {
    let sets = [DaysOff::sundays_and_holidays()];
    DayOff::ALL.into_iter().fold(sets.to_vec(), |sets, day_off| {
        let with = sets.iter().map(|set| set.with(day_off));
        sets.iter().copied().chain(with).collect()
    })
}

/// A rule by which every limit moves from days off.
fn moving(days_off: DaysOff) -> CountingRule {
    CountingRule { first_day: FirstDay::NotCounted, at_rest: AtRest::MovesToNextWorkingDay, days_off }
}

/// The same calendar once more, written from the almanac and day by day, to hold the tables against.
mod almanac {
    use super::{Date, DayOff, DaysOff, Weekday};
    use jiff::ToSpan;

    /// Easter Day by the anonymous computation of 1876, which shares no step with the calendar's own.
    ///
    /// Source: Meeus, Astronomical Algorithms, chapter 8.
    #[expect(clippy::many_single_char_names, reason = "the letters are those of the source")]
    pub(super) fn easter(year: i16) -> Date {
        let y = i32::from(year);
        let (a, b, c) = (y % 19, y / 100, y % 100);
        let g = (b - (b + 8) / 25 + 1) / 3;
        let h = (19 * a + b - b / 4 - g + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let n = h + l - 7 * m + 114;
        let [month, day] = [n / 31, n % 31 + 1].map(|number| i8::try_from(number).expect("a month or a day of it"));
        jiff::civil::date(year, month, day)
    }

    /// The Danish name of the public holiday on this day.
    pub(super) fn holiday(day: Date) -> Option<&'static str> {
        let easter = easter(day.year());
        let from_easter = |days: i32| easter.checked_add(days.days()).expect("a day near Easter") == day;
        match (day.month(), day.day()) {
            (1, 1) => Some("Nytårsdag"),
            (12, 25) => Some("Juledag"),
            (12, 26) => Some("2. juledag"),
            _ if from_easter(-3) => Some("Skærtorsdag"),
            _ if from_easter(-2) => Some("Langfredag"),
            _ if from_easter(0) => Some("Påskedag"),
            _ if from_easter(1) => Some("2. påskedag"),
            _ if from_easter(26) && day.year() < 2024 => Some("Store bededag"),
            _ if from_easter(39) => Some("Kristi himmelfartsdag"),
            _ if from_easter(49) => Some("Pinsedag"),
            _ if from_easter(50) => Some("2. pinsedag"),
            _ => None,
        }
    }

    /// Whether people work on this day.
    pub(super) fn is_working_day(day: Date, days_off: DaysOff) -> bool {
        let off = match (day.weekday(), day.month(), day.day()) {
            (Weekday::Sunday, _, _) => true,
            (Weekday::Saturday, _, _) if days_off.contains(DayOff::Saturday) => true,
            (_, 6, 5) => days_off.contains(DayOff::ConstitutionDay),
            (_, 12, 24) => days_off.contains(DayOff::ChristmasEve),
            (_, 12, 31) => days_off.contains(DayOff::NewYearsEve),
            _ => false,
        };
        !off && holiday(day).is_none()
    }
}
