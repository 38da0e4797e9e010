//! How the plan's words on the start may be read: filled into the form of the person who reads them, never taken for the
//! reading.

use case::{
    Case,
    plan::{CountedFrom, StartMeaning, SuggestedDay, Unit},
};
use jiff::civil::Date;
use law::calendar::{Budget, CalendarDays, CountingRule, Months, Weeks, WorkingDays};

/// A reading that is suggested.
pub(super) struct Suggested {
    /// Earliest or latest, by the word that the form sends.
    pub(super) meaning: &'static str,
    /// The day.
    pub(super) on: Date,
}

/// What the words suggest; nothing where they are not understood to the last figure, where there are none, or where what they
/// count from isn't known.
pub(super) fn of(case: &Case, today: Date) -> Option<Suggested> {
    let (plan, _) = case.plan();
    let suggestion = plan.deadline.as_ref()?.suggestion()?;
    let on = match suggestion.day {
        SuggestedDay::On(day) => day,
        SuggestedDay::After { count, unit, from } => {
            let start = match from {
                CountedFrom::Day(day) => day,
                CountedFrom::Discharge => case.discharge_confirmed(today).or_else(|| plan.contact.end.on())?,
            };
            CountingRule::own_promise().due(start, budget(count, unit)).ok()?.ends_on
        }
    };
    let meaning = match suggestion.meaning {
        StartMeaning::NotBefore => "not_before",
        StartMeaning::NotAfter => "not_after",
    };
    Some(Suggested { meaning, on })
}

fn budget(count: u16, unit: Unit) -> Budget {
    match unit {
        Unit::Days => CalendarDays(count).into(),
        Unit::WorkingDays => WorkingDays(count).into(),
        Unit::Weeks => Weeks(count).into(),
        Unit::Months => Months(count).into(),
    }
}
