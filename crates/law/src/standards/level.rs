//! The level of general training, basic or advanced: an individual assessment by a therapist. The program asks for it and checks
//! who made it; it never sets the level.

use super::Standard;
use crate::Answer;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, AssessmentAssessorRole, Read};
use crate::inquiry::Inquiry;
use crate::trace::Tracer;

/// Who owes the assessment of level, and is it made (HJ-LEVEL-ASSESSMENT)? There is no limit to it.
pub fn assess_level<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(judgement) = standard.judgements.iter().find(|judgement| judgement.act == DutyAct::AssessLevel) else {
        return Owed::No;
    };
    inquiry.rule(judgement.rule, |inquiry| {
        let holds = match judgement.plan_types {
            Some(types) => inquiry.read(fact::PLAN_TYPE).is(|plan| types.contains(plan)),
            None => Answer::Yes,
        };
        match holds {
            Answer::No => return Owed::No,
            Answer::Missing(facts) => return Owed::Missing(facts),
            Answer::Yes => {}
        }
        let mut duty = Duty::new(judgement.rule, judgement.act, judgement.actor, fact::ASSESSMENT_TRAINING_LEVEL.id());
        if let Read::Known(received) = inquiry.read(fact::PLAN_RECEIVED_ON) {
            duty = duty.opening(received);
        }
        let level = inquiry.read(fact::ASSESSMENT_TRAINING_LEVEL);
        let done = match (level, inquiry.read(fact::ASSESSMENT_MADE_ON)) {
            (Read::Known(_), made) if !by_no_therapist(inquiry).is_yes() => {
                let day = made.known().unwrap_or(inquiry.as_of());
                Done::On { day, counts: day }
            }
            _ => Done::NotYet,
        };
        Owed::Yes(Box::new(duty.done(done).lacking(level.missing()).on(inquiry.as_of())))
    })
}

fn by_no_therapist<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    use AssessmentAssessorRole as Role;
    inquiry
        .read(fact::ASSESSMENT_ASSESSOR_ROLE)
        .is(|role| !matches!(role, Role::Therapist | Role::OccupationalTherapist | Role::Physiotherapist))
}
