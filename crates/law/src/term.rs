//! A limit with a beginning, a length and whatever stopped it on the way.
//!
//! There is no typed-in due date. A limit is a budget of days, a day that starts the count, a counting rule and a ledger of suspensions;
//! the last day follows from the four and says what moved it.

use jiff::civil::Date;

use crate::Language;
use crate::book;
use crate::calendar::{
    AtRest, Budget, CalendarDays, CountingRule, FirstDay, OutOfRange, WorkingDays, calendar_days_between,
    working_days_between,
};
use crate::fact::{self, Read};
use crate::inquiry::Inquiry;
use crate::trace::{Note, Tracer};

/// Why a limit stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The citizen is in hospital again (SUL140-READMISSION, our reading).
    Readmitted,
    /// The citizen is away, and said so before.
    CitizenAway,
}

impl Cause {
    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Readmitted => "readmitted",
            Self::CitizenAway => "citizen_away",
        }
    }

    /// The cause in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Readmitted => language.pick("borgeren er indlagt igen", "the citizen is in hospital again"),
            Self::CitizenAway => language.pick("borgeren er væk efter aftale", "the citizen is away by agreement"),
        }
    }
}

/// A time in which a limit stands still. Neither its first nor its last day is counted, as the day that starts a count
/// isn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Suspension {
    /// Why.
    pub cause: Cause,
    /// First day that isn't counted.
    pub from: Date,
    /// Last day that isn't counted; none while it lasts.
    pub through: Option<Date>,
}

/// A limit: its beginning, its length and how it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The day that starts the count.
    pub from: Date,
    /// How long.
    pub budget: Budget,
    /// How it is counted.
    pub counting: CountingRule,
}

/// The last day of a limit, with what moved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDay {
    /// The last day in time; none while the limit stands still.
    pub on: Option<Date>,
    /// The earliest day that the last day can turn out to be: the same, or where the limit would end if it didn't stand
    /// still. What is done by then is in time, however long the suspension lasts.
    ///
    /// The days that have passed since the suspension began are not added, though they will be given back: what becomes of a duty
    /// follows from what happened, never from a day gone by, since a list keeps it until something happens. An offer of a start beyond
    /// this day is therefore neither in time nor late while the limit stands still. Nothing falls due meanwhile, and no right arises or
    /// is lost; the end of the suspension tells, and then the offer counts from the day on which it was made.
    pub earliest: Date,
    /// The suspensions that moved it, in order of time.
    pub moved_by: Vec<Suspension>,
}

impl DueDay {
    /// Tells those who listen when the limit ends, where that is known, and by which rule a stay in hospital moved it.
    pub(crate) fn explain<T: Tracer>(&self, inquiry: &mut Inquiry<'_, T>) {
        if self.moved_by.iter().any(|suspension| suspension.cause == Cause::Readmitted) {
            inquiry.state(book::SUL140_READMISSION);
        }
        inquiry.note(self.on.map_or(Note::StandsStill, Note::Limit));
    }
}

impl Term {
    /// The last day of the limit, moved by these suspensions.
    ///
    /// The suspensions come in the order of their first day. One that begins after the limit ran out, or ended before it
    /// began, moves nothing; where two overlap, no day is given back twice.
    ///
    /// # Errors
    /// Where the count leaves the calendar, 1900-2199.
    pub fn due(&self, suspensions: &[Suspension]) -> Result<DueDay, OutOfRange> {
        // The count first runs out on a day of its own; only the last such day moves off a weekend or a holiday.
        let running = CountingRule { at_rest: AtRest::Stays, ..self.counting };
        let mut due = running.due(self.from, self.budget)?.ends_on;
        let mut moved_by = Vec::new();
        let mut given_back_through = self.from;
        for suspension in suspensions {
            let starts_late = suspension.from > due;
            let is_spent = suspension.through.is_some_and(|last| last <= given_back_through);
            if starts_late || is_spent {
                continue;
            }
            moved_by.push(*suspension);
            let Some(through) = suspension.through else {
                return Ok(DueDay { on: None, earliest: self.settled(due)?, moved_by });
            };
            let before = suspension.from.yesterday().unwrap_or(suspension.from).max(given_back_through);
            due = self.give_back(due, before, through)?;
            given_back_through = through;
        }
        let last = self.settled(due)?;
        Ok(DueDay { on: Some(last), earliest: last, moved_by })
    }

    /// Where a count that ran out on this day ends: moved off a day off, where the counting rule says so.
    fn settled(&self, ran_out_on: Date) -> Result<Date, OutOfRange> {
        let rests = CountingRule { first_day: FirstDay::NotCounted, ..self.counting };
        Ok(rests.due(ran_out_on, CalendarDays(0))?.ends_on)
    }

    /// The day on which the count runs out once the days after `before` up to and including `through` are given back.
    fn give_back(&self, due: Date, before: Date, through: Date) -> Result<Date, OutOfRange> {
        let going_on = CountingRule { first_day: FirstDay::NotCounted, at_rest: AtRest::Stays, ..self.counting };
        let lost: Budget = match self.budget {
            Budget::WorkingDays(_) => {
                let lost = working_days_between(before, through, self.counting.days_off)?;
                WorkingDays(u16::try_from(lost.max(0)).unwrap_or(u16::MAX)).into()
            }
            Budget::CalendarDays(_) | Budget::Weeks(_) | Budget::Months(_) => {
                let lost = calendar_days_between(before, through);
                CalendarDays(u16::try_from(lost.max(0)).unwrap_or(u16::MAX)).into()
            }
        };
        Ok(going_on.due(due, lost)?.ends_on)
    }
}

/// The times in which a limit has stood still by the day asked about, for these causes, in order of time.
///
/// A re-admission is a labelled pair `hospital.admitted_on`, `hospital.discharged_on`; an agreed absence the pair
/// `training.interruption_first_on`, `training.interruption_last_on` with word sent before.
pub fn suspensions<T: Tracer>(inquiry: &mut Inquiry<'_, T>, causes: &[Cause]) -> Vec<Suspension> {
    let mut found = Vec::new();
    for cause in causes {
        match cause {
            Cause::Readmitted => readmissions(inquiry, &mut found),
            Cause::CitizenAway => found.extend(absence(inquiry)),
        }
    }
    found.sort_by_key(|suspension| suspension.from);
    found
}

fn readmissions<T: Tracer>(inquiry: &mut Inquiry<'_, T>, found: &mut Vec<Suspension>) {
    let as_of = inquiry.as_of();
    for (label, admitted) in inquiry.labelled(fact::HOSPITAL_ADMITTED_ON) {
        let Read::Known(from) = admitted else { continue };
        if from > as_of {
            continue;
        }
        let left = inquiry.labelled(fact::HOSPITAL_DISCHARGED_ON).find(|(other, _)| *other == label);
        let through = left.and_then(|(_, left)| left.known()).filter(|day| *day <= as_of);
        found.push(Suspension { cause: Cause::Readmitted, from, through });
    }
}

/// An absence that the citizen sent word of. Its last day may lie ahead: it is agreed, and the limit moves at once.
fn absence<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Suspension> {
    let from = inquiry.presume_not_happened(fact::TRAINING_INTERRUPTION_FIRST_ON)?;
    let notified = inquiry.presume(fact::TRAINING_INTERRUPTION_NOTIFIED, false).holds();
    let through = inquiry.presume_absent(fact::TRAINING_INTERRUPTION_LAST_ON).known();
    notified.is_yes().then_some(Suspension { cause: Cause::CitizenAway, from, through })
}
