//! The level of general training, basic or advanced: an individual assessment by a therapist. The program asks for it and checks
//! who made it; it never sets the level.

use super::Standard;
use super::limit::is_of_type;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, AssessmentAssessorRole, Read};
use crate::inquiry::Inquiry;
use crate::sundhedsloven::s140;
use crate::trace::Tracer;

/// Who owes the assessment of level, and is it made (HJ-LEVEL-ASSESSMENT)? There is no limit to it.
pub fn assess_level<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(judgement) = standard.judgement(DutyAct::AssessLevel) else { return Owed::No };
    inquiry.rule(judgement.rule, |inquiry| {
        let of_type = is_of_type(inquiry, judgement.plan_types);
        let (open, lacking) = match s140::footing(inquiry, of_type).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
        let mut duty = Duty::new(judgement.rule, judgement.act, judgement.actor, fact::ASSESSMENT_TRAINING_LEVEL.id());
        if let Read::Known(received) = inquiry.happened_on(fact::PLAN_RECEIVED_ON) {
            duty = duty.opening(received);
        }
        let level = inquiry.read(fact::ASSESSMENT_TRAINING_LEVEL);
        let done = if level.known().is_some() && is_made_by_a_therapist(inquiry) {
            let made = inquiry.presume(fact::ASSESSMENT_MADE_ON, inquiry.as_of());
            Done::by(made)
        } else {
            Done::NotYet
        };
        duty.done(done.or_ended(inquiry)).lacking(lacking | level.missing()).provisionally(open).owed(inquiry)
    })
}

/// Whether the level was set by one of the two professions; nobody asks by whom until somebody says so.
fn is_made_by_a_therapist<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> bool {
    inquiry.presume(fact::ASSESSMENT_ASSESSOR_ROLE, AssessmentAssessorRole::Therapist).is(is_a_therapist).is_yes()
}

/// One of the two professions, named or not.
pub(super) fn is_a_therapist(role: AssessmentAssessorRole) -> bool {
    use AssessmentAssessorRole as Role;
    matches!(role, Role::Therapist | Role::OccupationalTherapist | Role::Physiotherapist)
}
