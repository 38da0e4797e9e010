//! The standard's own limit to the start of training. Counted beside the law's seven days; neither clock stands in for the
//! other (SUL140-STAT-7-DAYS, HJ-START-7D).

use jiff::civil::Date;

use super::{Limit, Standard};
use crate::Answer;
use crate::book;
use crate::duty::{Duty, DutyAct, Owed};
use crate::fact::{self, FactSet, PlanStartMeaning, Read};
use crate::inquiry::Inquiry;
use crate::sundhedsloven::s140_seven_days::{reads_the_plan_date_so, started_by};
use crate::term::Cause;
use crate::trace::{Note, Tracer};

/// By when must training have begun under the standard (HJ-START-7D)?
///
/// Fulfilled by the first training held; a start that the citizen declined though it was offered in time counts as met by offer.
/// Where the standard follows the hospital's date, an earlier one with a health reason takes the limit's place
/// (HJ-START-EARLIER) and a later one starts the count (HJ-START-LATER).
pub fn start<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::StartTraining) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        let (open, lacking) = match limit.holds(inquiry).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
        let received = match limit.starts_on(inquiry) {
            Read::Known(day) => day,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let (duty, last_in_time) = match limited(inquiry, limit, received) {
            Ok(limited) => limited,
            Err(facts) => return Owed::Missing(facts),
        };
        // The plan's own date is read above; the declined offer reads it for the law's clock.
        let moves = open || reads_the_plan_date_so(inquiry);
        let (done, untold) = started_by(inquiry, last_in_time);
        let done = done.or_private_supplier(inquiry).or_ended(inquiry);
        duty.done(done).lacking(lacking | untold).provisionally(moves).owed(inquiry)
    })
}

/// What the hospital's date does to the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlanDate {
    /// Nothing: there is none, or it has no health reason.
    Nothing,
    /// Takes the limit's place.
    Earlier(Date),
    /// Starts the count.
    Later(Date),
}

/// The duty with its limit, and the last day for which a start can be offered in time, as far as that is known: while the limit stands
/// still, it is [`DueDay::earliest`](crate::term::DueDay::earliest). The fact that starts it, where the count leaves the calendar.
fn limited<T: Tracer>(inquiry: &mut Inquiry<'_, T>, limit: &Limit, received: Date) -> Result<(Duty, Date), FactSet> {
    let (_, plain) = limit.run(inquiry, received, &[])?;
    let moved = if limit.follows_plan_date { plan_date(inquiry, plain.earliest) } else { PlanDate::Nothing };
    let (from, rule) = match moved {
        PlanDate::Nothing => (received, limit.rule),
        PlanDate::Earlier(_) => (received, book::HJ_START_EARLIER),
        PlanDate::Later(day) => (day, limit.rule),
    };
    let (term, due) = limit.run(inquiry, from, &[Cause::Readmitted, Cause::CitizenAway])?;
    let duty = Duty::new(rule, limit.act, limit.actor, fact::TRAINING_STARTED_ON.id());
    let duty = duty.limited(term, &due).opening(received);
    Ok(match moved {
        PlanDate::Nothing => (duty, due.earliest),
        PlanDate::Earlier(day) => {
            state_with(inquiry, book::HJ_START_EARLIER, Note::Limit(day));
            (duty.due_on(day), day)
        }
        PlanDate::Later(day) => {
            state_with(inquiry, book::HJ_START_LATER, Note::From(day));
            (duty, due.earliest)
        }
    })
}

/// Says that a rule holds, with the day that its sentence speaks of.
fn state_with<T: Tracer>(inquiry: &mut Inquiry<'_, T>, rule: book::Rule, note: Note) {
    let _ = inquiry.rule(rule, |inquiry| {
        inquiry.note(note);
        Answer::Yes
    });
}

/// The hospital's date, as the standard takes it: earlier or later than the limit. Without its health reason it moves
/// nothing. Where nobody has stated its meaning it is presumed to be the earliest day, as the law's clock presumes it.
fn plan_date<T: Tracer>(inquiry: &mut Inquiry<'_, T>, plain: Date) -> PlanDate {
    let Read::Known(day) = inquiry.presume_absent(fact::PLAN_START_ON) else { return PlanDate::Nothing };
    if !inquiry.presume(fact::PLAN_START_REASON_GIVEN, false).holds().is_yes() {
        return PlanDate::Nothing;
    }
    match inquiry.presume(fact::PLAN_START_MEANING, PlanStartMeaning::NotBefore) {
        Read::Known(PlanStartMeaning::NotAfter) if day < plain => PlanDate::Earlier(day),
        Read::Known(PlanStartMeaning::NotBefore) if day > plain => PlanDate::Later(day),
        _ => PlanDate::Nothing,
    }
}
