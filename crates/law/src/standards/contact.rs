//! First contact: one duty, with amount, unit, start and actor from the standard's file. A standard that is silent makes
//! none.

use super::{Limit, Standard, StartEvent};
use crate::Answer;
use crate::book;
use crate::duty::{Done, Duty, DutyAct, Owed, Party};
use crate::fact::{self, Fact, Read, TrainingFirstContactRole};
use crate::inquiry::Inquiry;
use crate::term::{Cause, Term, suspensions};
use crate::trace::{Note, Tracer};
use jiff::civil::Date;

/// The fact that dates a start event.
pub(super) fn start_fact(event: StartEvent) -> Fact<Date> {
    match event {
        StartEvent::PlanReceived => fact::PLAN_RECEIVED_ON,
        StartEvent::RequestReceived => fact::REQUEST_RECEIVED_ON,
        StartEvent::OrderReceived => fact::PROVIDER_ORDER_RECEIVED_ON,
        StartEvent::Assessed => fact::ASSESSMENT_MADE_ON,
        StartEvent::Arrived => fact::STAY_ARRIVED_ON,
        StartEvent::CourseStarted => fact::TRAINING_STARTED_ON,
    }
}

/// Whether a limit holds for this plan: those for general training alone don't hold for the others.
pub(super) fn holds_for_plan<T: Tracer>(inquiry: &mut Inquiry<'_, T>, limit: &Limit) -> Answer {
    match limit.plan_types {
        Some(types) => inquiry.read(fact::PLAN_TYPE).is(|plan| types.contains(plan)),
        None => Answer::Yes,
    }
}

/// Who owes the first contact by when, and has it been made (HJ-CONTACT-3WD, S86-CONTACT-1W, BR-PROVIDER-CONTACT-5WD)?
///
/// A contact by somebody whom the standard doesn't name for it doesn't fulfil it. An attempt without an answer is none.
/// Whether the further course was agreed is a part of its own (S86-CONTACT-AGREES-COURSE).
pub fn first_contact<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::FirstContact) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        match holds_for_plan(inquiry, limit) {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let duty = Duty::new(limit.rule, limit.act, limit.actor, fact::TRAINING_FIRST_CONTACT_ON.id());
        let from = match inquiry.read(start_fact(limit.from)) {
            Read::Known(from) => from,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let stopped = suspensions(inquiry, &[Cause::Readmitted, Cause::CitizenAway]);
        let term = Term { from, budget: limit.budget, counting: limit.counting };
        let Ok(duty) = duty.limited(term, &stopped) else { return Owed::No };
        inquiry.note(Note::From(from));
        inquiry.note(Note::Days(limit.budget.length()));
        if let Some(due) = duty.due {
            inquiry.note(Note::Limit(due));
        }
        let made = inquiry.read(fact::TRAINING_FIRST_CONTACT_ON);
        let done = match made {
            Read::Known(day) if !by_somebody_else(inquiry, limit.actor).is_yes() => Done::On { day, counts: day },
            Read::Known(_) | Read::Absent | Read::Missing(_) => Done::NotYet,
        };
        if limit.rule == book::S86_CONTACT_1W {
            let _ =
                inquiry.rule(book::S86_CONTACT_AGREES_COURSE, |inquiry| inquiry.holds(fact::TRAINING_NEXT_STEP_AGREED));
        }
        Owed::Yes(Box::new(duty.done(done).lacking(made.missing()).on(inquiry.as_of())))
    })
}

/// The contact is known to have been made by a role that can't discharge the promise.
fn by_somebody_else<T: Tracer>(inquiry: &mut Inquiry<'_, T>, actor: Party) -> Answer {
    use TrainingFirstContactRole as Role;
    if actor != Party::Therapist {
        return Answer::No;
    }
    inquiry
        .read(fact::TRAINING_FIRST_CONTACT_ROLE)
        .is(|role| !matches!(role, Role::Therapist | Role::OccupationalTherapist | Role::Physiotherapist))
}
