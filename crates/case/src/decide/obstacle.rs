//! What stands in the way of an act before anybody has filled in its fields: the case's state, and the bars that hold whatever is
//! filled in.

use jiff::civil::Date;
use law::Inquiry;
use law::sundhedsloven::s140_choice;
use law::trace::Silent;

use super::bar;
use super::second_plan::can_be_marked;
use crate::command::ActKind;
use crate::event::Event;
use crate::facts::{facts, is_a_therapists};
use crate::history::Case;
use crate::refusal::Refusal;
use crate::role::Role;

/// When an act is done, and in which role.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doing {
    /// The day it happens.
    pub(crate) on: Date,
    /// The day it is recorded.
    pub(crate) today: Date,
    /// In which role.
    pub(crate) role: Role,
}

/// What stands in the way of an act; nothing where only its fields can.
pub(crate) fn obstacle(case: &Case, kind: ActKind, doing: Doing) -> Option<Refusal> {
    barred(case, kind, doing).or_else(|| closed(case, kind, doing)).or_else(|| pointless(case, kind, doing))
}

/// The acts that a rule bars whatever their fields say.
fn barred(case: &Case, kind: ActKind, doing: Doing) -> Option<Refusal> {
    if kind == ActKind::RefusePlan {
        bar::refusing(case, doing.on).err()
    } else if kind == ActKind::ChangePlanType {
        bar::changing_type(case, doing.on).err()
    } else {
        None
    }
}

/// In a case that is closed mistakes are corrected, and what happened before can still be put down; nothing more happens, and nothing
/// more is decided.
fn closed(case: &Case, kind: ActKind, doing: Doing) -> Option<Refusal> {
    let since = case.closed_on(doing.today)?;
    let happened_before = doing.on < since && kind != ActKind::DecideSecondPlan;
    if happened_before || kind == ActKind::MarkInError {
        return None;
    }
    let successor = case.succeeded(doing.today).map(|(succeeded, _)| succeeded.by.clone());
    Some(Refusal::Closed { since, successor })
}

/// The acts that have nothing to act on.
fn pointless(case: &Case, kind: ActKind, doing: Doing) -> Option<Refusal> {
    let Doing { on, today, role } = doing;
    match kind {
        ActKind::ReadStartLimit => case.plan().0.deadline.is_none().then_some(Refusal::NoStartLimit),
        ActKind::RecordFirstContact => contact_made(case, today, role).map(|on| Refusal::ContactAlreadyMade { on }),
        ActKind::InformOfPrivateChoice => (!has_private_choice(case, on)).then_some(Refusal::NoPrivateChoice),
        ActKind::DeclineOffer | ActKind::WithdrawOffer => case.offers(on).is_empty().then_some(Refusal::NoOffer),
        ActKind::HoldTraining => before_discharge(case, on, today),
        ActKind::RecordReadmission => readmission(case, on, today),
        ActKind::RecordDischargeAgain => (!case.is_in_hospital(on)).then_some(Refusal::NotInHospital),
        ActKind::MarkInError => {
            let any = case.history().iter().any(|recorded| can_be_marked(case, recorded).is_ok());
            (!any).then_some(Refusal::NothingToMark)
        }
        ActKind::ConfirmDischarge
        | ActKind::RecordContactAttempt
        | ActKind::OfferStart
        | ActKind::InformOfChoice
        | ActKind::ChooseProvider
        | ActKind::AssessLevel
        | ActKind::ReviewCourse
        | ActKind::DecideSecondPlan
        | ActKind::RefusePlan
        | ActKind::ChangePlanType => None,
    }
}

/// The day of the first contact, where there is none left to be made: a therapist's stands, and anybody else's only against those who
/// are no therapists either.
fn contact_made(case: &Case, today: Date, role: Role) -> Option<Date> {
    let made = case.happened_by(today);
    let contacts = || made.iter().filter(|recorded| matches!(recorded.event, Event::FirstContactMade(_)));
    let by_therapist = contacts().find(|contact| is_a_therapists(contact.role));
    let by_anybody = || contacts().next().filter(|_| !is_a_therapists(role));
    by_therapist.or_else(by_anybody).map(|contact| contact.happened_on)
}

fn has_private_choice(case: &Case, on: Date) -> bool {
    let facts = facts(case, on);
    s140_choice::may_choose_private(&mut Inquiry::new(&facts, on, &mut Silent)).answer().is_yes()
}

/// The municipality's training comes after the hospital. A discharge that is only expected is confirmed first: the limit is counted from
/// it.
fn before_discharge(case: &Case, on: Date, today: Date) -> Option<Refusal> {
    let discharged = case.discharge_confirmed(today).or_else(|| case.plan().0.contact.end.on())?;
    (on < discharged).then_some(Refusal::BeforeDischarge { held: on, discharged })
}

/// Nobody comes back to a hospital that they are in.
fn readmission(case: &Case, on: Date, today: Date) -> Option<Refusal> {
    if case.is_in_hospital(on) {
        return Some(Refusal::AlreadyInHospital);
    }
    let discharged = case.discharge_confirmed(today).filter(|discharged| on < *discharged)?;
    Some(Refusal::ReadmittedBeforeDischarge { readmitted: on, discharged })
}
