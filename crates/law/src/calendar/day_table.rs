//! Counting by table: a day's number among the days that count, and the day of a number.
//!
//! One table for calendar days and one for the working days of each set of days off, made when first asked for: half a
//! megabyte each, most of it the days themselves. Adding is then two look-ups, however long the limit.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::days_off::DaysOff;
use super::range::{EARLIEST, LATEST};

static EVERY_DAY: OnceLock<DayTable> = OnceLock::new();

static WORKING_DAYS: [OnceLock<DayTable>; DaysOff::SETS] = [const { OnceLock::new() }; DaysOff::SETS];

/// Those days of the calendar that count, numbered from 1 in order.
pub(super) struct DayTable {
    months: Box<[Month]>,
    days: Box<[Date]>,
}

/// How many days count before and in a month.
struct Month {
    /// Before its first day, from the calendar's beginning.
    before: u32,
    /// In the month, up to and including the day of that number; nought at 0.
    so_far: [u8; 32],
}

impl DayTable {
    /// The table on which every day counts.
    #[inline]
    pub(super) fn every_day() -> &'static Self {
        EVERY_DAY.get_or_init(|| Self::make(|_| true))
    }

    /// The table on which working days count.
    #[inline]
    pub(super) fn working_days(days_off: DaysOff) -> &'static Self {
        WORKING_DAYS[days_off.place()].get_or_init(|| Self::make(|day| days_off.rest_on(day).is_none()))
    }

    /// The number of the last day that counts up to and including this one; `None` outside the calendar.
    #[inline]
    pub(super) fn through(&self, day: Date) -> Option<u32> {
        let month = self.month(day)?;
        Some(month.before + month.so_far(day.day()))
    }

    /// The number of the last day that counts before this one; `None` outside the calendar.
    #[inline]
    pub(super) fn before(&self, day: Date) -> Option<u32> {
        let month = self.month(day)?;
        Some(month.before + month.so_far(day.day() - 1))
    }

    /// The day after the one of this number, among those that count; `None` after the calendar's end.
    #[inline]
    pub(super) fn next(&self, number: u32) -> Option<Date> {
        self.days.get(usize::try_from(number).ok()?).copied()
    }

    #[inline]
    fn month(&self, day: Date) -> Option<&Month> {
        let years = i32::from(day.year()) - i32::from(EARLIEST.year());
        let months = 12 * years + i32::from(day.month()) - 1;
        self.months.get(usize::try_from(months).ok()?)
    }

    #[cold]
    fn make(counts: impl Fn(Date) -> bool) -> Self {
        let (mut months, mut days) = (Vec::new(), Vec::new());
        for year in EARLIEST.year()..=LATEST.year() {
            for month in 1..=12 {
                let first = Date::constant(year, month, 1);
                months.push(Month::make(first, &counts, &mut days));
            }
        }
        Self { months: months.into(), days: days.into() }
    }
}

impl Month {
    #[inline]
    fn so_far(&self, day_of_month: i8) -> u32 {
        // A day of the month is below 32; the remainder tells the compiler.
        u32::from(self.so_far[usize::from(day_of_month.cast_unsigned()) % 32])
    }

    /// The month that begins on `first`; its days that count are put at the end of `days`.
    fn make(first: Date, counts: impl Fn(Date) -> bool, days: &mut Vec<Date>) -> Self {
        let before = days.len();
        let mut so_far = [0; 32];
        for (day_of_month, so_far) in (1..=first.days_in_month()).zip(&mut so_far[1..]) {
            let day = Date::constant(first.year(), first.month(), day_of_month);
            if counts(day) {
                days.push(day);
            }
            *so_far = u8::try_from(days.len() - before).expect("no month has more than 31 days");
        }
        Self { before: u32::try_from(before).expect("three centuries have fewer than 2^32 days"), so_far }
    }
}
