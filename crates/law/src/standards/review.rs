//! The review of a course after the standard's length. It is a point at which a person decides; no timer ends a course, and without
//! a decision training goes on (CF-DURATION-CAP-VS-NEED).

use super::Standard;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, FactSet, Read, TrainingEndReason};
use crate::inquiry::Inquiry;
use crate::term::Cause;
use crate::trace::Tracer;

/// Who owes the therapist's assessment of whether the course goes on, by when, and is it made (HJ-EXTENSION-CRITERIA,
/// HJ-DURATION-3M)? Fulfilled by the assessment on record together with how far the goals are reached.
pub fn review<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::ReviewCourse) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        let from = match limit.starts_on(inquiry) {
            Read::Known(from) => from,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let (term, due) = match limit.run(inquiry, from, &[Cause::Readmitted]) {
            Ok(counted) => counted,
            Err(facts) => return Owed::Missing(facts),
        };
        let (done, lacking) = reviewed(inquiry);
        Duty::new(limit.rule, limit.act, limit.actor, fact::TRAINING_EXTENSION_ASSESSMENT.id())
            .limited(term, &due)
            .done(done.or_ended(inquiry))
            .lacking(lacking)
            .owed(inquiry)
    })
}

/// On record are the assessment and how far the goals are reached: one without the other is no review.
fn reviewed<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> (Done, FactSet) {
    let assessed = inquiry.exists(fact::TRAINING_EXTENSION_ASSESSMENT);
    let attained = inquiry.exists(fact::TRAINING_GOAL_ATTAINMENT);
    let both = assessed.and(attained);
    if !both.is_yes() {
        return (Done::NotYet, both.missing());
    }
    let day = inquiry.presume(fact::TRAINING_EVALUATED_ON, inquiry.as_of());
    (Done::by(day), FactSet::EMPTY)
}

/// May a course be ended since its time has passed? Never for that alone: the need decides.
pub fn end_by_time_alone<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::EndByTimeAlone, book::HJ_DURATION_3M, |inquiry| {
        inquiry.is(fact::TRAINING_END_REASON, TrainingEndReason::TimePassed)
    })
}
