//! From a command to events, or a refusal. Pure: time, actor and role come with the command.
//!
//! An act is held against three things, in this order: who may do it (`permission`), whether the case lets anybody do it now
//! (`obstacle`, which the list of possible acts asks as well), and what its fields say. A new act is a variant of [`Act`]; this file
//! doesn't compile until somebody has said what it does.

pub(crate) mod bar;
mod obstacle;
mod permission;
mod second_plan;
mod told;

use jiff::ToSpan;
use jiff::civil::Date;
use law::standards::Standard;

use crate::command::{Act, Command};
use crate::denmark;
use crate::event::{
    ChoiceInformed, ContactAttempted, CourseReviewed, DischargeConfirmed, DischargedAgain, Event, FirstContactMade,
    LevelAssessed, OfferDeclined, OfferWithdrawn, PlanChannel, PlanReceived, PrivateChoiceInformed, ProviderChosen,
    Readmitted, StartLimitRead, StartLimitReading, StartOffered, TrainingHeld,
};
use crate::history::Case;
use crate::ids::CaseId;
use crate::plan::{Plan, StartMeaning};
use crate::refusal::Refusal;

pub(crate) use obstacle::{Doing, obstacle};
pub(crate) use permission::permitted;
pub(crate) use second_plan::{can_be_marked, can_be_named};
pub use told::admit;

/// What a command does: events in its own case, and in the earlier one that it touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Events in the command's case.
    pub here: Vec<Event>,
    /// Events in another case; all are recorded together or none.
    pub elsewhere: Vec<(CaseId, Event)>,
}

impl Decision {
    fn one(event: Event) -> Self {
        Self { here: vec![event], elsewhere: Vec::new() }
    }
}

/// The event that opens a case: the receipt of a plan. Nothing of a plan is refused here; what a reader can't understand never becomes
/// one.
pub fn receive(plan: Plan, channel: PlanChannel) -> Event {
    Event::PlanReceived(PlanReceived { plan: Box::new(plan), channel })
}

/// Decides one command on one case. `earlier` is the other case that the act touches ([`Act::other_case`]), where it is a case of the
/// same person.
///
/// # Errors
/// [`Refusal::Barred`] names the rule in the way, [`Refusal::NotPermitted`] who may do it; the others say which fact of the case
/// contradicts the command.
pub fn decide(
    case: &Case,
    earlier: Option<&Case>,
    command: &Command,
    standard: Option<&Standard>,
) -> Result<Decision, Refusal> {
    let kind = command.act.kind();
    permitted(kind, command.role, standard)?;
    in_time(case, command)?;
    let doing = Doing { on: command.happened_on, today: command.today, role: command.role };
    if let Some(refusal) = obstacle(case, kind, doing) {
        return Err(refusal);
    }
    let event = match &command.act {
        Act::ConfirmDischarge { on } => confirm_discharge(case, command, *on)?,
        Act::ReadStartLimit { reading } => {
            let words = case.plan().0.deadline.as_ref().ok_or(Refusal::NoStartLimit)?;
            if let StartLimitReading::Day { on, .. } = reading {
                not_far_off(case, *on)?;
                not_far_back(case, *on)?;
            }
            Event::StartLimitRead(StartLimitRead { words: words.as_written().to_owned(), reading: *reading })
        }
        Act::RecordContactAttempt { by } => Event::ContactAttempted(ContactAttempted { by: *by }),
        Act::RecordFirstContact { by, choice_informed } => {
            Event::FirstContactMade(FirstContactMade { by: *by, choice_informed: *choice_informed })
        }
        Act::InformOfChoice { by } => Event::ChoiceInformed(ChoiceInformed { by: *by }),
        Act::InformOfPrivateChoice { by } => Event::PrivateChoiceInformed(PrivateChoiceInformed { by: *by }),
        Act::OfferStart { start_on, place } => offer_start(case, command, *start_on, place.as_deref())?,
        Act::DeclineOffer { reason } => Event::OfferDeclined(OfferDeclined { reason: given(reason)? }),
        Act::WithdrawOffer { reason } => Event::OfferWithdrawn(OfferWithdrawn { reason: given(reason)? }),
        Act::ChooseProvider { provider } => {
            bar::choosing(case, command.happened_on, provider)?;
            Event::ProviderChosen(ProviderChosen { provider: provider.clone() })
        }
        Act::HoldTraining { note } => Event::TrainingHeld(TrainingHeld { note: note.trim().to_owned() }),
        Act::AssessLevel { level, reason } => {
            Event::LevelAssessed(LevelAssessed { level: *level, reason: given(reason)? })
        }
        Act::RecordReadmission => Event::Readmitted(Readmitted {}),
        Act::RecordDischargeAgain => Event::DischargedAgain(DischargedAgain {}),
        Act::ReviewCourse { attainment, assessment } => {
            Event::CourseReviewed(CourseReviewed { attainment: *attainment, assessment: given(assessment)? })
        }
        Act::DecideSecondPlan { earlier: other, outcome, reason } => {
            return second_plan::decide(case, earlier, command, (other, *outcome, &given(reason)?));
        }
        Act::MarkInError { number, reason } => {
            return second_plan::mark_in_error(case, earlier, *number, &given(reason)?);
        }
        // The law bars both while the plan stands, and a case has a plan.
        Act::RefusePlan { .. } | Act::ChangePlanType => return Err(Refusal::NotInThisVersion(kind.word())),
    };
    Ok(Decision::one(event))
}

/// Nothing happens on a day to come, and nothing of the municipality's before the plan came.
fn in_time(case: &Case, command: &Command) -> Result<(), Refusal> {
    let happened = command.happened_on;
    not_ahead(happened, command.today)?;
    let now = denmark::local(command.recorded_at);
    if let Some(at) = command.happened_at
        && happened == now.date()
        && at > now.time()
    {
        return Err(Refusal::LaterToday { at, now: now.time() });
    }
    let of_the_hospital = matches!(command.act, Act::ConfirmDischarge { .. });
    if of_the_hospital { Ok(()) } else { not_before_plan(case, happened) }
}

fn not_ahead(happened: Date, today: Date) -> Result<(), Refusal> {
    if happened > today { Err(Refusal::InTheFuture { happened, today }) } else { Ok(()) }
}

fn not_before_plan(case: &Case, happened: Date) -> Result<(), Refusal> {
    let (_, received) = case.plan();
    if happened < received { Err(Refusal::BeforePlan { happened, received }) } else { Ok(()) }
}

/// The discharge lies between the admission and whatever came after it.
fn confirm_discharge(case: &Case, command: &Command, on: Date) -> Result<Event, Refusal> {
    not_ahead(on, command.today)?;
    if let Some(admitted) = case.plan().0.contact.start.map(|begun| begun.on)
        && on < admitted
    {
        return Err(Refusal::DischargedBeforeAdmitted { discharged: on, admitted });
    }
    // The second discharge is another act: taken for the first it would start the seven days anew.
    if let Some((readmitted, _)) = case.readmissions(command.today).first()
        && on > *readmitted
    {
        return Err(Refusal::DischargedAfterReadmission { discharged: on, readmitted: *readmitted });
    }
    Ok(Event::DischargeConfirmed(DischargeConfirmed { on }))
}

fn offer_start(case: &Case, command: &Command, start_on: Date, place: Option<&str>) -> Result<Event, Refusal> {
    if start_on < command.happened_on {
        return Err(Refusal::StartBeforeOffer { start: start_on, made: command.happened_on });
    }
    citizen_can_train(case, command.today, start_on)?;
    not_far_off(case, start_on)?;
    not_behind_another(case, command.happened_on, start_on)?;
    let place = place.map(str::trim).filter(|place| !place.is_empty()).map(ToOwned::to_owned);
    Ok(Event::StartOffered(StartOffered { start_on, place }))
}

/// An offer of a day on which the citizen can't train is none: before the discharge, where it is confirmed, or before the day that the
/// plan sets for health reasons.
fn citizen_can_train(case: &Case, today: Date, start: Date) -> Result<(), Refusal> {
    if let Some(discharged) = case.discharge_confirmed(today)
        && start < discharged
    {
        return Err(Refusal::StartBeforeDischarge { start, discharged });
    }
    match case.start_limit(today) {
        Some(StartLimitReading::Day { on, meaning: StartMeaning::NotBefore, reason_given: true }) if start < on => {
            Err(Refusal::StartBeforePlanDate { start, earliest: on })
        }
        _ => Ok(()),
    }
}

/// A later start beside one that stands would leave the citizen to wait with the limit seemingly kept. Whoever can't keep an offer
/// takes it back, and a citizen who says no has said so.
fn not_behind_another(case: &Case, made: Date, start_on: Date) -> Result<(), Refusal> {
    match case.earliest_offer(made) {
        Some(offer) if offer.offered.start_on < start_on && case.declined(made).is_none() => {
            Err(Refusal::OfferStands { start: offer.offered.start_on })
        }
        _ => Ok(()),
    }
}

/// No training waits for years: a year that was typed wrong would silence the clocks until then.
fn not_far_off(case: &Case, day: Date) -> Result<(), Refusal> {
    let (_, received) = case.plan();
    let last = received.saturating_add(2.years());
    if day > last { Err(Refusal::FarOff { day, received }) } else { Ok(()) }
}

/// No plan asks for a start long before it came.
fn not_far_back(case: &Case, day: Date) -> Result<(), Refusal> {
    let (_, received) = case.plan();
    let first = received.saturating_sub(1.year());
    if day < first { Err(Refusal::FarBack { day, received }) } else { Ok(()) }
}

/// A reason that says something.
fn given(reason: &str) -> Result<String, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(Refusal::NoReason) } else { Ok(reason.to_owned()) }
}
