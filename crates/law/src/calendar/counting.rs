//! How a limit is counted: from a day, by a budget, under a rule that says how.
//!
//! The general rules are those of the Ministry of Justice's guidance to the Public Administration Act, VEJ 9533 of 26
//! June 2018: GEN-COUNT-RECEIPT-DAY, GEN-COUNT-WEEKS, GEN-COUNT-END-OF-DAY, GEN-COUNT-HOLIDAY-MOVES and
//! GEN-COUNT-START-ANY-DAY. Where they leave a choice, the [`CountingRule`] holds it, and nothing is counted without.

use jiff::civil::Date;

use super::budget::{Budget, CalendarDays, Months, Weeks, WorkingDays};
use super::day_table::DayTable;
use super::days_off::{DaysOff, Rest};
use super::range::{OutOfRange, within};

/// Whether the day that a limit runs from is itself day 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FirstDay {
    /// It is day 1.
    Counted,
    /// Day 1 is the day after, or the first working day after (GEN-COUNT-RECEIPT-DAY).
    NotCounted,
}

/// What becomes of a limit that runs out on a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AtRest {
    /// It ends there.
    Stays,
    /// It ends on the next working day (GEN-COUNT-HOLIDAY-MOVES).
    MovesToNextWorkingDay,
}

/// How a limit is counted.
///
/// ```
/// use jiff::civil::date;
/// use law::calendar::{AtRest, CountingRule, DaysOff, FirstDay, Weeks};
///
/// let complaint = CountingRule {
///     first_day: FirstDay::NotCounted,
///     at_rest: AtRest::MovesToNextWorkingDay,
///     days_off: DaysOff::binding_the_citizen(),
/// };
/// // Received on Thursday 5 March 2026: four weeks run out on Maundy Thursday, and the limit moves past Easter.
/// let due = complaint.due(date(2026, 3, 5), Weeks(4))?;
/// assert_eq!((due.ends_on, due.moved_from), (date(2026, 4, 7), Some(date(2026, 4, 2))));
/// # Ok::<(), law::calendar::OutOfRange>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountingRule {
    /// Whether the day that the limit runs from counts.
    pub first_day: FirstDay,
    /// What happens where the limit runs out on a day off.
    pub at_rest: AtRest,
    /// Which days are off.
    pub days_off: DaysOff,
}

impl CountingRule {
    /// What the authority owes the citizen, by its own standard or by § 140, stk. 4: the first day doesn't count, and a
    /// limit that runs out on a day off stays there, since moving it would delay the citizen's right.
    ///
    /// Source: cal-seven-days, GEN-COUNT-HOLIDAY-MOVES and CF-WORKING-DAY-DEFINITION; our reading.
    pub const fn own_promise() -> Self {
        Self { first_day: FirstDay::NotCounted, at_rest: AtRest::Stays, days_off: DaysOff::own_promises() }
    }

    /// What the citizen must keep, such as the time for a complaint: the day of receipt doesn't count, and a limit that
    /// runs out on a day off moves to the next working day.
    ///
    /// Source: VEJ 9533/2018; for 5 June, 24 and 31 December our reading (GEN-COUNT-HALF-HOLIDAYS).
    pub const fn binding_the_citizen() -> Self {
        Self {
            first_day: FirstDay::NotCounted,
            at_rest: AtRest::MovesToNextWorkingDay,
            days_off: DaysOff::binding_the_citizen(),
        }
    }

    /// The last day of a limit that runs from `start`, which may be any day (GEN-COUNT-START-ANY-DAY).
    ///
    /// - Days: the last of so many. With [`FirstDay::Counted`], one day is `start` itself, if it counts.
    /// - Weeks: to the same weekday; the day before it where the first day is counted.
    /// - Months: to the same day of the month, or the month's last where it has no such day (31 January and one month
    ///   is 28 or 29 February); the day before where the first day is counted, unless the month ran out first.
    /// - A budget of nought runs out on `start`.
    ///
    /// Never before `start`. Constant time.
    ///
    /// # Errors
    /// [`OutOfRange::Day`] where `start` lies outside the calendar, [`OutOfRange::Limit`] where the end does.
    // The unit is known where a limit is counted, so that one branch remains: measured, a third of the time of a call.
    #[expect(clippy::inline_always, reason = "two look-ups are cheaper than the call around them")]
    #[inline(always)]
    pub fn due(self, start: Date, budget: impl Into<Budget>) -> Result<Due, OutOfRange> {
        let budget = budget.into();
        let end = self.runs_out_on(start, budget).and_then(|day| Some((day, self.settle(day)?)));
        let (runs_out_on, ends_on) = end.ok_or_else(|| outside(start, budget))?;
        let moved_from = (ends_on != runs_out_on).then_some(runs_out_on);
        Ok(Due { ends_on, moved_from, start, budget, rule: self })
    }

    /// The last day of the budget, before days off are thought of; `None` where it or `start` lies outside the calendar.
    #[expect(clippy::inline_always, reason = "as `due`, which is little without it")]
    #[inline(always)]
    fn runs_out_on(self, start: Date, budget: Budget) -> Option<Date> {
        match budget {
            Budget::CalendarDays(CalendarDays(days)) => self.last_of(u32::from(days), start, DayTable::every_day()),
            Budget::WorkingDays(WorkingDays(days)) => {
                self.last_of(u32::from(days), start, DayTable::working_days(self.days_off))
            }
            Budget::Weeks(Weeks(weeks)) => self.last_of(7 * u32::from(weeks), start, DayTable::every_day()),
            Budget::Months(Months(months)) => self.months_on(within(start)?, months).and_then(within),
        }
    }

    /// The last of so many days that count.
    #[inline]
    fn last_of(self, days: u32, start: Date, table: &DayTable) -> Option<Date> {
        let Some(others) = days.checked_sub(1) else { return within(start) };
        let counted = match self.first_day {
            FirstDay::Counted => table.before(start)?,
            FirstDay::NotCounted => table.through(start)?,
        };
        table.next(counted + others)
    }

    fn months_on(self, start: Date, months: u16) -> Option<Date> {
        let months_since_year_0 = i32::from(start.year()) * 12 + i32::from(start.month()) - 1 + i32::from(months);
        let year = i16::try_from(months_since_year_0 / 12).ok()?;
        let month = i8::try_from(months_since_year_0 % 12 + 1).ok()?;
        let last = Date::new(year, month, 1).ok()?.last_of_month();
        // The month runs out first: its last day is the day before the missing one, also where the first day is counted.
        if start.day() > last.day() {
            return Some(last);
        }
        let same_day = Date::new(year, month, start.day()).ok()?;
        match self.first_day {
            FirstDay::Counted if months > 0 => same_day.yesterday().ok(),
            FirstDay::Counted | FirstDay::NotCounted => Some(same_day),
        }
    }

    /// Where a limit ends that runs out on this day; `None` where that lies outside the calendar.
    #[inline]
    fn settle(self, day: Date) -> Option<Date> {
        match self.at_rest {
            AtRest::Stays => Some(day),
            AtRest::MovesToNextWorkingDay => {
                let table = DayTable::working_days(self.days_off);
                table.next(table.before(day)?)
            }
        }
    }
}

/// When a limit ends, and what moved it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use = "a limit that nobody reads binds nobody"]
pub struct Due {
    /// The last day on which the act is in time, to 23:59 in Denmark (GEN-COUNT-END-OF-DAY).
    pub ends_on: Date,
    /// The day on which the limit ran out, where that was a day off and the rule moved the end.
    pub moved_from: Option<Date>,
    pub(super) start: Date,
    pub(super) budget: Budget,
    pub(super) rule: CountingRule,
}

impl Due {
    /// The days off that made the end later, in order: those that a budget in working days did not count, or those that
    /// the end moved past. Found when asked for; the end itself doesn't need them.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use law::Language;
    /// use law::calendar::{CountingRule, WorkingDays};
    ///
    /// let due = CountingRule::own_promise().due(date(2024, 5, 8), WorkingDays(2))?;
    /// let skipped: Vec<_> = due.skipped().map(|day| day.rest.name(Language::Danish)).collect();
    /// assert_eq!((due.ends_on, skipped), (date(2024, 5, 13), vec!["Kristi himmelfartsdag", "lørdag", "søndag"]));
    /// # Ok::<(), law::calendar::OutOfRange>(())
    /// ```
    pub fn skipped(&self) -> Skipped {
        let next = match (self.budget, self.rule.first_day) {
            (Budget::WorkingDays(WorkingDays(1..)), FirstDay::Counted) => Some(self.start),
            (Budget::WorkingDays(WorkingDays(1..)), FirstDay::NotCounted) => self.start.tomorrow().ok(),
            (
                Budget::WorkingDays(WorkingDays(0)) | Budget::CalendarDays(_) | Budget::Weeks(_) | Budget::Months(_),
                FirstDay::Counted | FirstDay::NotCounted,
            ) => self.moved_from,
        };
        Skipped { next, ends_on: self.ends_on, days_off: self.rule.days_off }
    }
}

/// A day that did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SkippedDay {
    /// The day.
    pub on: Date,
    /// Why it did not count.
    pub rest: Rest,
}

/// The days that did not count; see [`Due::skipped`].
#[derive(Clone, Debug)]
pub struct Skipped {
    next: Option<Date>,
    ends_on: Date,
    days_off: DaysOff,
}

impl Iterator for Skipped {
    type Item = SkippedDay;

    fn next(&mut self) -> Option<SkippedDay> {
        while let Some(on) = self.next.filter(|&day| day < self.ends_on) {
            self.next = on.tomorrow().ok();
            if let Some(rest) = self.days_off.rest_on(on) {
                return Some(SkippedDay { on, rest });
            }
        }
        None
    }
}

/// Which of the two lies outside the calendar: the start, or only the end.
#[cold]
#[inline(never)]
fn outside(start: Date, budget: Budget) -> OutOfRange {
    within(start).map_or(OutOfRange::Day(start), |start| OutOfRange::Limit { start, budget })
}
