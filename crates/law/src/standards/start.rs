//! The standard's own limit to the start of training. Counted beside the law's seven days; neither clock stands in for the
//! other (SUL140-STAT-7-DAYS, HJ-START-7D).

use jiff::civil::Date;

use super::contact::{holds_for_plan, start_fact};
use super::{Limit, Standard};
use crate::Answer;
use crate::book;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, FactSet, PlanStartMeaning, Read};
use crate::inquiry::Inquiry;
use crate::sundhedsloven::s140;
use crate::term::{Cause, Term, suspensions};
use crate::trace::{Note, Tracer};

/// By when must training have begun under the standard (HJ-START-7D)?
///
/// Fulfilled by the first training held; a start that the citizen declined though it was offered in time counts as met by offer.
/// Where the standard follows the hospital's date, an earlier one with a health reason takes the limit's place
/// (HJ-START-EARLIER) and a later one starts the count (HJ-START-LATER).
pub fn start<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::StartTraining) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        let holds = holds_for_plan(inquiry, limit).and(s140::plan_stands(inquiry));
        match holds {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let received = match inquiry.read(start_fact(limit.from)) {
            Read::Known(day) => day,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let Some(duty) = limited(inquiry, limit, received) else { return Owed::No };
        let (done, lacking) = started(inquiry, &duty);
        Owed::Yes(Box::new(duty.done(done).lacking(lacking).on(inquiry.as_of())))
    })
}

/// What the hospital's date does to the limit.
enum PlanDate {
    /// Nothing: there is none, or it has no health reason.
    Nothing,
    /// Takes the limit's place.
    Earlier(Date),
    /// Starts the count.
    Later(Date),
}

/// The duty with its limit; nothing where the count leaves the calendar.
fn limited<T: Tracer>(inquiry: &mut Inquiry<'_, T>, limit: &Limit, received: Date) -> Option<Duty> {
    let stopped = suspensions(inquiry, &[Cause::Readmitted, Cause::CitizenAway]);
    let term = |from| Term { from, budget: limit.budget, counting: limit.counting };
    let plain = term(received).due(&[]).ok()?.on?;
    let moved = if limit.follows_plan_date { plan_date(inquiry, plain) } else { PlanDate::Nothing };
    let from = if let PlanDate::Later(day) = moved { day } else { received };
    let rule = match moved {
        PlanDate::Nothing => limit.rule,
        PlanDate::Earlier(_) => book::HJ_START_EARLIER,
        PlanDate::Later(_) => book::HJ_START_LATER,
    };
    let duty = Duty::new(rule, limit.act, limit.actor, fact::TRAINING_STARTED_ON.id());
    let mut duty = duty.limited(term(from), &stopped).ok()?.opening(received);
    if let PlanDate::Earlier(day) = moved {
        duty = duty.due_on(day);
    }
    inquiry.note(Note::From(from));
    inquiry.note(Note::Days(limit.budget.length()));
    if let Some(due) = duty.due {
        inquiry.note(Note::Limit(due));
    }
    Some(duty)
}

/// The hospital's date, as the standard takes it: earlier or later than the limit. Without its health reason it moves
/// nothing. Its stated meaning wins over its place.
fn plan_date<T: Tracer>(inquiry: &mut Inquiry<'_, T>, plain: Date) -> PlanDate {
    let Read::Known(day) = inquiry.read(fact::PLAN_START_ON) else { return PlanDate::Nothing };
    if !inquiry.holds(fact::PLAN_START_REASON_GIVEN).is_yes() {
        return PlanDate::Nothing;
    }
    match inquiry.read(fact::PLAN_START_MEANING) {
        Read::Known(PlanStartMeaning::NotAfter) if day < plain => earlier(inquiry, day),
        Read::Known(PlanStartMeaning::NotBefore) if day > plain => later(inquiry, day),
        Read::Known(_) => PlanDate::Nothing,
        Read::Absent | Read::Missing(_) if day < plain => earlier(inquiry, day),
        Read::Absent | Read::Missing(_) if day > plain => later(inquiry, day),
        Read::Absent | Read::Missing(_) => PlanDate::Nothing,
    }
}

fn earlier<T: Tracer>(inquiry: &mut Inquiry<'_, T>, day: Date) -> PlanDate {
    let _ = inquiry.rule(book::HJ_START_EARLIER, |inquiry| {
        inquiry.note(Note::Limit(day));
        Answer::Yes
    });
    PlanDate::Earlier(day)
}

fn later<T: Tracer>(inquiry: &mut Inquiry<'_, T>, day: Date) -> PlanDate {
    let _ = inquiry.rule(book::HJ_START_LATER, |inquiry| {
        inquiry.note(Note::From(day));
        Answer::Yes
    });
    PlanDate::Later(day)
}

fn started<T: Tracer>(inquiry: &mut Inquiry<'_, T>, duty: &Duty) -> (Done, FactSet) {
    let started = inquiry.read(fact::TRAINING_STARTED_ON);
    if let Read::Known(day) = started {
        return (Done::On { day, counts: day }, FactSet::EMPTY);
    }
    // Declined though offered in time: the promise was met by the offer, and is reported apart.
    let declined = inquiry.read(fact::TRAINING_DECLINED_REASON).is_there().is_yes();
    let offered = inquiry.read(fact::TRAINING_OFFERED_START_ON).known();
    if declined
        && let Some(start) = offered
        && duty.due.is_none_or(|due| start <= due)
    {
        let made = inquiry.read(fact::TRAINING_OFFER_MADE_ON).known().unwrap_or(start);
        return (Done::On { day: made, counts: start }, FactSet::EMPTY);
    }
    (Done::NotYet, started.missing())
}
