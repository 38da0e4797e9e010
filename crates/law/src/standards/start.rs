//! The standard's own limit to the start of training. Counted beside the law's seven days; neither clock stands in for the
//! other (SUL140-STAT-7-DAYS, HJ-START-7D).

use jiff::civil::Date;

use super::{Limit, Standard};
use crate::Answer;
use crate::book;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, FactSet, PlanStartMeaning, Read};
use crate::inquiry::Inquiry;
use crate::term::Cause;
use crate::trace::{Note, Tracer};

/// The label under which the offer that the citizen said no to is kept apart from the offer of the earliest start: a later offer may be
/// the earlier one, and nobody has said no to that.
pub const DECLINED: &str = "declined";

/// By when must training have begun under the standard (HJ-START-7D)?
///
/// Fulfilled by the first training held; a start that the citizen declined though it was offered in time counts as met by offer.
/// Where the standard follows the hospital's date, an earlier one with a health reason takes the limit's place
/// (HJ-START-EARLIER) and a later one starts the count (HJ-START-LATER).
pub fn start<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::StartTraining) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        match limit.holds(inquiry) {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let received = match limit.starts_on(inquiry) {
            Read::Known(day) => day,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let (duty, last_in_time) = match limited(inquiry, limit, received) {
            Ok(limited) => limited,
            Err(facts) => return Owed::Missing(facts),
        };
        let (done, lacking) = started(inquiry, last_in_time);
        duty.done(done.or_ended(inquiry)).lacking(lacking).owed(inquiry)
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
/// nothing. Its stated meaning wins over its place; where none is stated, its place tells.
fn plan_date<T: Tracer>(inquiry: &mut Inquiry<'_, T>, plain: Date) -> PlanDate {
    let Read::Known(day) = inquiry.presume_absent(fact::PLAN_START_ON) else { return PlanDate::Nothing };
    if !inquiry.presume(fact::PLAN_START_REASON_GIVEN, false).holds().is_yes() {
        return PlanDate::Nothing;
    }
    let meaning = inquiry.presume_absent(fact::PLAN_START_MEANING).known();
    if day < plain && meaning != Some(PlanStartMeaning::NotBefore) {
        PlanDate::Earlier(day)
    } else if day > plain && meaning != Some(PlanStartMeaning::NotAfter) {
        PlanDate::Later(day)
    } else {
        PlanDate::Nothing
    }
}

/// Begun, or declined though offered in time: then the promise was met by the offer, and is reported apart.
fn started<T: Tracer>(inquiry: &mut Inquiry<'_, T>, last_in_time: Date) -> (Done, FactSet) {
    let started = inquiry.happened_on(fact::TRAINING_STARTED_ON);
    if let Read::Known(day) = started {
        return (Done::on(day), FactSet::EMPTY);
    }
    match declined_offer(inquiry) {
        Some(offer) if offer.start <= last_in_time => {
            (Done::On { day: offer.made, counts: offer.start }, FactSet::EMPTY)
        }
        _ => (Done::NotYet, started.missing()),
    }
}

/// An offer that the citizen said no to.
#[derive(Clone, Copy)]
struct DeclinedOffer {
    /// The day it was made.
    made: Date,
    /// The start offered.
    start: Date,
}

/// The offer that the citizen said no to by the day asked about. Who keeps it apart, under [`DECLINED`], is asked for that alone;
/// elsewhere it is the one offer that is on record.
fn declined_offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<DeclinedOffer> {
    if !inquiry.is_told(fact::TRAINING_DECLINED_REASON) {
        return None;
    }
    let as_of = inquiry.as_of();
    let mut kept_apart = |day| inquiry.labelled(day).find(|(label, _)| *label == DECLINED).map(|(_, day)| day);
    let (start, made) = (kept_apart(fact::TRAINING_OFFERED_START_ON), kept_apart(fact::TRAINING_OFFER_MADE_ON));
    let start = start.unwrap_or_else(|| inquiry.presume_absent(fact::TRAINING_OFFERED_START_ON)).known()?;
    let made = made.unwrap_or_else(|| inquiry.presume(fact::TRAINING_OFFER_MADE_ON, start.min(as_of))).known()?;
    (made <= as_of).then_some(DeclinedOffer { made, start })
}
