//! The days of a limit one by one, for a page that draws them.

use jiff::civil::Date;

use super::budget::Budget;
use super::counting::{Due, FirstDay};
use super::days_off::Rest;

/// Where a day lies in its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The day that the limit runs from.
    Start,
    /// A day between start and end.
    Within,
    /// The last day of the limit, also where it is the start.
    Due,
    /// A day after the last.
    Over,
}

/// One day of a [`Strip`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StripDay {
    /// The day.
    pub on: Date,
    /// Its number. Up to the due day: which day of the limit it is, from 1. After it: how many days over.
    ///
    /// `None` on a day that doesn't count: a start that the rule leaves out, a day off where the budget is in working
    /// days, and the days that a moved limit passes. Budgets in weeks and months number their calendar days.
    pub count: Option<u32>,
    /// Why nobody works on it, if nobody does; also on days that count.
    pub rest: Option<Rest>,
    /// Where it lies in the limit.
    pub place: Place,
}

impl Due {
    /// Every day of the limit, from its start to its end, and on to `until` where that is later.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use law::calendar::{CountingRule, WorkingDays};
    ///
    /// let friday = date(2024, 5, 3);
    /// let due = CountingRule::own_promise().due(friday, WorkingDays(2))?;
    /// let counts: Vec<_> = due.strip(friday).map(|day| day.count).collect();
    /// assert_eq!(counts, [None, None, None, Some(1), Some(2)]);
    /// # Ok::<(), law::calendar::OutOfRange>(())
    /// ```
    pub fn strip(self, until: Date) -> Strip {
        Strip { due: self, last: self.ends_on.max(until), next: Some(self.start), counted: 0 }
    }
}

/// The days of a limit in order; see [`Due::strip`].
#[derive(Clone, Debug)]
pub struct Strip {
    due: Due,
    last: Date,
    next: Option<Date>,
    /// The number of the last day that counted, within the limit or over it.
    counted: u32,
}

impl Strip {
    fn place(&self, on: Date) -> Place {
        if on > self.due.ends_on {
            Place::Over
        } else if on == self.due.ends_on {
            Place::Due
        } else if on == self.due.start {
            Place::Start
        } else {
            Place::Within
        }
    }

    fn counts(&self, on: Date, rest: Option<Rest>) -> bool {
        let Due { ends_on, moved_from, start, budget, rule } = self.due;
        let is_of_the_unit = rest.is_none() || !matches!(budget, Budget::WorkingDays(_));
        let is_left_out = on == start && (rule.first_day == FirstDay::NotCounted || budget.length() == 0);
        let is_passed = moved_from.is_some_and(|ran_out_on| ran_out_on < on && on <= ends_on);
        is_of_the_unit && !is_left_out && !is_passed
    }
}

impl Iterator for Strip {
    type Item = StripDay;

    fn next(&mut self) -> Option<StripDay> {
        let on = self.next.filter(|&day| day <= self.last)?;
        self.next = on.tomorrow().ok();
        let rest = self.due.rule.days_off.rest_on(on);
        let count = self.counts(on, rest).then(|| {
            self.counted += 1;
            self.counted
        });
        let place = self.place(on);
        if place == Place::Due {
            // What lies over is numbered anew.
            self.counted = 0;
        }
        Some(StripDay { on, count, rest, place })
    }
}
