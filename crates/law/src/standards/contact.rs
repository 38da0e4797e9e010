//! First contact: one duty, with amount, unit, start and actor from the standard's file. A standard that is silent makes
//! none.

use super::{Standard, StartEvent};
use crate::duty::{Done, Duty, DutyAct, Owed, Party};
use crate::fact::{self, Read, TrainingFirstContactRole};
use crate::inquiry::Inquiry;
use crate::term::Cause;
use crate::trace::Tracer;

/// Who owes the first contact by when, and has it been made (HJ-CONTACT-3WD, S86-CONTACT-1W, BR-PROVIDER-CONTACT-5WD)?
///
/// At a stay it is the talk on start and expectations, from the day after the arrival (DS-START-TALK-1-4D). Neither is a start
/// of training (CF-STAY-IS-NOT-START).
///
/// A contact by somebody whom the standard doesn't name for it doesn't fulfil it; nobody asks who made one until somebody
/// says so. An attempt without an answer is none. Whether the further course was agreed is a part of its own
/// (S86-CONTACT-AGREES-COURSE), and its want doesn't open the duty again.
pub fn first_contact<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::FirstContact) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        let (open, lacking) = match limit.holds(inquiry).stand() {
            Ok(stands) => stands,
            Err(otherwise) => return otherwise,
        };
        let from = match limit.starts_on(inquiry) {
            Read::Known(from) => from,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let (term, due) = match limit.run(inquiry, from, &[Cause::Readmitted, Cause::CitizenAway]) {
            Ok(counted) => counted,
            Err(facts) => return Owed::Missing(facts),
        };
        let (contact, opens) = match limit.from {
            StartEvent::Arrived => (fact::STAY_START_TALK_ON, from.tomorrow().unwrap_or(from)),
            StartEvent::PlanReceived
            | StartEvent::RequestReceived
            | StartEvent::OrderReceived
            | StartEvent::Assessed
            | StartEvent::CourseStarted => (fact::TRAINING_FIRST_CONTACT_ON, from),
        };
        let made = inquiry.happened_on(contact);
        let counts = made.known().is_some() && is_made_by(inquiry, limit.actor);
        let done = if counts { Done::by(made) } else { Done::NotYet }.or_ended(inquiry);
        Duty::new(limit.rule, limit.act, limit.actor, contact.id())
            .limited(term, &due)
            .opening(opens)
            .done(done)
            .lacking(lacking | made.missing())
            .provisionally(open)
            .owed(inquiry)
    })
}

/// Whether the contact was made by a role that can keep the promise: a therapist, where the standard names one.
fn is_made_by<T: Tracer>(inquiry: &mut Inquiry<'_, T>, actor: Party) -> bool {
    use TrainingFirstContactRole as Role;
    if actor != Party::Therapist {
        return true;
    }
    let role = inquiry.presume(fact::TRAINING_FIRST_CONTACT_ROLE, Role::Therapist);
    role.is(|role| matches!(role, Role::Therapist | Role::OccupationalTherapist | Role::Physiotherapist)).is_yes()
}
