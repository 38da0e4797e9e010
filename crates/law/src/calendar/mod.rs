//! The Danish calendar: public holidays, working days, and how a limit is counted.
//!
//! Everything here is a civil date in Denmark; no clock, no time zone, no hour. A limit is never counted without a
//! [`CountingRule`], and its length has a unit that is a type: seven [`CalendarDays`] are not seven [`WorkingDays`].
//!
//! ```
//! use jiff::civil::date;
//! use law::calendar::{CalendarDays, CountingRule, WorkingDays};
//!
//! let promise = CountingRule::own_promise();
//! // The Monday before Easter 2026: Thursday, Friday, the weekend and Easter Monday don't count.
//! assert_eq!(promise.due(date(2026, 3, 30), WorkingDays(3))?.ends_on, date(2026, 4, 7));
//! // Calendar days run on through Easter, and a limit on Good Friday stays there.
//! assert_eq!(promise.due(date(2026, 3, 27), CalendarDays(7))?.ends_on, date(2026, 4, 3));
//! # Ok::<(), law::calendar::OutOfRange>(())
//! ```
//!
//! The rooms: [`Holiday`] and its dates (`holiday.rs`), which days are off besides (`days_off.rs`), lengths with units
//! (`budget.rs`), counting forward (`counting.rs`) and back (`between.rs`) on tables of the days that count
//! (`day_table.rs`), the days of a limit one by one (`strip.rs`), and dates as people read them (`words.rs`).
//!
//! A holiday that an act makes or abolishes is one line in `holiday.rs`; the tables follow.

mod between;
mod budget;
mod counting;
mod day_table;
mod days_off;
mod holiday;
mod range;
mod strip;
mod words;

pub use between::{calendar_days_between, working_days_between};
pub use budget::{Budget, CalendarDays, Months, Weeks, WorkingDays};
pub use counting::{AtRest, CountingRule, Due, FirstDay, Skipped, SkippedDay};
pub use days_off::{DayOff, DaysOff, Rest};
pub use holiday::{Holiday, easter_day, holiday_on, holidays_of};
pub use range::{EARLIEST, LATEST, OutOfRange};
pub use strip::{Place, Strip, StripDay};
pub use words::{date_in_words, date_with_weekday, weekday_name};
