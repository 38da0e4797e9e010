//! The review of a course after the standard's length. It is a point at which a person decides; no timer ends a course, and without
//! a decision training goes on (CF-DURATION-CAP-VS-NEED).

use super::Standard;
use super::contact::start_fact;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, FactSet, Read, TrainingEndReason};
use crate::inquiry::Inquiry;
use crate::term::{Cause, Term, suspensions};
use crate::trace::{Note, Tracer};

/// Who owes the therapist's assessment of whether the course goes on, by when, and is it made (HJ-EXTENSION-CRITERIA,
/// HJ-DURATION-3M)? Fulfilled by the assessment on record together with how far the goals are reached.
pub fn review<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::ReviewCourse) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        let from = match inquiry.read(start_fact(limit.from)) {
            Read::Known(from) => from,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let duty = Duty::new(limit.rule, limit.act, limit.actor, fact::TRAINING_EXTENSION_ASSESSMENT.id());
        let stopped = suspensions(inquiry, &[Cause::Readmitted]);
        let term = Term { from, budget: limit.budget, counting: limit.counting };
        let Ok(duty) = duty.limited(term, &stopped) else { return Owed::No };
        inquiry.note(Note::From(from));
        inquiry.note(Note::Days(limit.budget.length()));
        if let Some(due) = duty.due {
            inquiry.note(Note::Limit(due));
        }
        let done = reviewed(inquiry);
        Owed::Yes(Box::new(duty.done(done).lacking(FactSet::EMPTY).on(inquiry.as_of())))
    })
}

fn reviewed<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Done {
    if let Read::Known(ended) = inquiry.read(fact::TRAINING_ENDED_ON) {
        return Done::Lapsed(ended);
    }
    let assessed = inquiry.read(fact::TRAINING_EXTENSION_ASSESSMENT).is_there();
    let attained = inquiry.read(fact::TRAINING_GOAL_ATTAINMENT).is_there();
    if !assessed.and(attained).is_yes() {
        return Done::NotYet;
    }
    let day = inquiry.read(fact::TRAINING_EVALUATED_ON).known().unwrap_or(inquiry.as_of());
    Done::On { day, counts: day }
}

/// May a course be ended since its time has passed? Never for that alone: the need decides.
pub fn end_by_time_alone<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::EndByTimeAlone, book::HJ_DURATION_3M, |inquiry| {
        inquiry.is(fact::TRAINING_END_REASON, TrainingEndReason::TimePassed)
    })
}
