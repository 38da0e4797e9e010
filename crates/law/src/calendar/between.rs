//! How many days lie from one day to another.

use jiff::civil::Date;

use super::day_table::DayTable;
use super::days_off::DaysOff;
use super::range::OutOfRange;

/// Calendar days after `after`, up to and including `through`: 1 from a day to the next, 0 from a day to itself, and
/// negative where `through` lies first.
///
/// Weekends and public holidays count. It is answered for every date, also outside the calendar.
pub fn calendar_days_between(after: Date, through: Date) -> i32 {
    let hours = through.duration_since(after).as_hours();
    i32::try_from(hours / 24).expect("all dates there are lie fewer than 2^31 days apart")
}

/// Working days after `after`, up to and including `through`: 0 from a day to itself, negative where `through` lies
/// first. Constant time.
///
/// # Errors
/// [`OutOfRange::Day`] where one of the two lies outside the calendar.
///
/// ```
/// use jiff::civil::date;
/// use law::calendar::{DaysOff, calendar_days_between, working_days_between};
///
/// let (wednesday, saturday) = (date(2024, 3, 27), date(2024, 4, 6));
/// assert_eq!(working_days_between(wednesday, saturday, DaysOff::own_promises())?, 4);
/// assert_eq!(calendar_days_between(wednesday, saturday), 10);
/// # Ok::<(), law::calendar::OutOfRange>(())
/// ```
pub fn working_days_between(after: Date, through: Date, days_off: DaysOff) -> Result<i32, OutOfRange> {
    let table = DayTable::working_days(days_off);
    let number = |day| table.through(day).map(u32::cast_signed).ok_or(OutOfRange::Day(day));
    let (first, last) = (number(after)?, number(through)?);
    Ok(last - first)
}
