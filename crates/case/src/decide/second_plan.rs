//! A second plan is a second case, linked by a person's decision; and the correction of mistakes, which for such a decision is made in
//! both cases at once.

use jiff::civil::Date;

use super::Decision;
use crate::command::Command;
use crate::event::{EnteredInError, Event, Recorded, SecondPlanDecided, SecondPlanOutcome, Succeeded};
use crate::history::Case;
use crate::ids::{CaseId, EventNumber};
use crate::refusal::Refusal;

/// Decides what this plan is to an earlier one.
pub(super) fn decide(
    case: &Case,
    earlier: Option<&Case>,
    command: &Command,
    (other, outcome, reason): (&CaseId, SecondPlanOutcome, &str),
) -> Result<Decision, Refusal> {
    let earlier = earlier.filter(|earlier| earlier.id() == other);
    let earlier = earlier.ok_or_else(|| Refusal::NoEarlierCase(other.clone()))?;
    can_be_named(case, earlier, command.today)?;
    let succeeded = || vec![(other.clone(), Event::Succeeded(Succeeded { by: case.id().clone(), outcome }))];
    let (carried, elsewhere) = match outcome {
        SecondPlanOutcome::Replaces => (earlier.course_so_far(command.today), succeeded()),
        SecondPlanOutcome::Restarts => (Vec::new(), succeeded()),
        SecondPlanOutcome::Beside => (Vec::new(), Vec::new()),
    };
    let decided = SecondPlanDecided { earlier: other.clone(), outcome, reason: reason.to_owned(), carried };
    Ok(Decision { here: vec![Event::SecondPlanDecided(decided)], elsewhere })
}

/// Whether a decision on this case can name that one.
///
/// # Errors
/// Another that is no earlier, running case of the same person, or of which it is decided already.
pub(crate) fn can_be_named(case: &Case, earlier: &Case, today: Date) -> Result<(), Refusal> {
    let id = earlier.id();
    if case.second_plan_decisions(today).iter().any(|decided| decided.earlier == *id) {
        return Err(Refusal::AlreadyDecided(id.clone()));
    }
    let is_closed = earlier.closed_on(today).is_some();
    if is_closed || !came_before(earlier, case) || is_another_persons(earlier, case) {
        return Err(Refusal::NoEarlierCase(id.clone()));
    }
    Ok(())
}

/// The plan that came first is the earlier one; of two that came on one day, the one that was opened first.
fn came_before(earlier: &Case, later: &Case) -> bool {
    (earlier.plan().1, earlier.id()) < (later.plan().1, later.id())
}

/// Two CPR numbers that differ are two persons. A replacement number may be the same person's.
fn is_another_persons(one: &Case, other: &Case) -> bool {
    let cpr = |case: &Case| case.plan().0.citizen.number.cpr();
    matches!((cpr(one), cpr(other)), (Some(one), Some(other)) if one != other)
}

/// Marks an event as a mistake. A decision on a second plan is corrected in both cases at once.
pub(super) fn mark_in_error(
    case: &Case,
    earlier: Option<&Case>,
    number: EventNumber,
    reason: &str,
) -> Result<Decision, Refusal> {
    let marked = case.event(number).ok_or(Refusal::NoSuchEvent(number))?;
    can_be_marked(case, marked)?;
    let error = |number| Event::EnteredInError(EnteredInError { number, reason: reason.to_owned() });
    let elsewhere = match &marked.event {
        Event::SecondPlanDecided(decided) if decided.outcome != SecondPlanOutcome::Beside => {
            let earlier = earlier.filter(|earlier| *earlier.id() == decided.earlier);
            let earlier = earlier.ok_or_else(|| Refusal::OtherCaseMissing(decided.earlier.clone()))?;
            let succeeded = succession(earlier, case.id());
            succeeded.map(|number| (decided.earlier.clone(), error(number))).into_iter().collect()
        }
        _ => Vec::new(),
    };
    Ok(Decision { here: vec![error(number)], elsewhere })
}

/// The event by which a later case took this one's place.
fn succession(earlier: &Case, later: &CaseId) -> Option<EventNumber> {
    let of_later = |event: &Event| matches!(event, Event::Succeeded(succeeded) if succeeded.by == *later);
    let mut standing = earlier.history().iter().filter(|recorded| !earlier.is_in_error(recorded.number));
    standing.find(|recorded| of_later(&recorded.event)).map(|recorded| recorded.number)
}

/// Whether an event can be marked as a mistake.
///
/// # Errors
/// The plan that opened the case, a correction, what was marked already, and what stands here only since it was decided in another case.
pub(crate) fn can_be_marked(case: &Case, recorded: &Recorded) -> Result<(), Refusal> {
    let number = recorded.number;
    if case.is_in_error(number) {
        return Err(Refusal::AlreadyMarked(number));
    }
    match &recorded.event {
        Event::PlanReceived(_) => Err(Refusal::CannotMark(number)),
        Event::EnteredInError(_) => Err(Refusal::CorrectionStands(number)),
        Event::Succeeded(succeeded) => Err(Refusal::MarkInOtherCase { number, case: succeeded.by.clone() }),
        Event::DischargeConfirmed(_)
        | Event::StartLimitRead(_)
        | Event::ContactAttempted(_)
        | Event::FirstContactMade(_)
        | Event::ChoiceInformed(_)
        | Event::PrivateChoiceInformed(_)
        | Event::StartOffered(_)
        | Event::OfferDeclined(_)
        | Event::OfferWithdrawn(_)
        | Event::ProviderChosen(_)
        | Event::TrainingHeld(_)
        | Event::LevelAssessed(_)
        | Event::Readmitted(_)
        | Event::DischargedAgain(_)
        | Event::CourseReviewed(_)
        | Event::CourseEnded(_)
        | Event::SecondPlanDecided(_) => Ok(()),
    }
}
