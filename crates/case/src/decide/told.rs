//! What another system tells has happened there: held against the same rules as what people do here, so that no history comes into the
//! record by a message that nobody could have made by hand.

use law::standards::Standard;

use super::{decide, not_ahead, not_before_plan};
use crate::command::{Act, ActKind, Command};
use crate::denmark;
use crate::event::{Event, Recorded};
use crate::history::Case;
use crate::ids::CommandId;
use crate::refusal::Refusal;

/// Decides on what another system tells: the event to be recorded, where the same act would be carried out in this case.
///
/// `told` is the event as it would be recorded; its number says nothing here.
///
/// # Errors
/// As [`decide`]; [`Refusal::NotPermitted`] for what only a person's reading can be, or follows from another act.
pub fn admit(case: &Case, told: &Recorded, standard: Option<&Standard>) -> Result<Event, Refusal> {
    let command = |act| Command {
        id: CommandId(String::new()),
        case: case.id().clone(),
        act,
        happened_on: told.happened_on,
        happened_at: told.happened_at,
        recorded_at: told.recorded_at,
        today: denmark::day(told.recorded_at),
        by: told.by.clone(),
        role: told.role,
    };
    match act(&told.event) {
        Ok(act) => {
            let mut decision = decide(case, None, &command(act), standard)?;
            Ok(decision.here.pop().unwrap_or_else(|| told.event.clone()))
        }
        Err(NoAct::Ended) => ended(case, told),
        Err(NoAct::OfAPerson(kind)) => {
            Err(Refusal::NotPermitted { act: kind.word(), role: told.role, allowed: Vec::new() })
        }
    }
}

/// Why an event is no act that another system can do.
enum NoAct {
    /// The end of a course: it is told of and never done here.
    Ended,
    /// A person does it.
    OfAPerson(ActKind),
}

/// The act that leads to an event.
fn act(event: &Event) -> Result<Act, NoAct> {
    Ok(match event.clone() {
        Event::DischargeConfirmed(told) => Act::ConfirmDischarge { on: told.on },
        Event::ContactAttempted(told) => Act::RecordContactAttempt { by: told.by },
        Event::FirstContactMade(told) => Act::RecordFirstContact { by: told.by, choice_informed: told.choice_informed },
        Event::ChoiceInformed(told) => Act::InformOfChoice { by: told.by },
        Event::PrivateChoiceInformed(told) => Act::InformOfPrivateChoice { by: told.by },
        Event::StartOffered(told) => Act::OfferStart { start_on: told.start_on, place: told.place },
        Event::OfferDeclined(told) => Act::DeclineOffer { reason: told.reason },
        Event::OfferWithdrawn(told) => Act::WithdrawOffer { reason: told.reason },
        Event::ProviderChosen(told) => Act::ChooseProvider { provider: told.provider },
        Event::TrainingHeld(told) => Act::HoldTraining { note: told.note },
        Event::LevelAssessed(told) => Act::AssessLevel { level: told.level, reason: told.reason },
        Event::Readmitted(_) => Act::RecordReadmission,
        Event::DischargedAgain(_) => Act::RecordDischargeAgain,
        Event::CourseReviewed(told) => Act::ReviewCourse { attainment: told.attainment, assessment: told.assessment },
        Event::CourseEnded(_) => return Err(NoAct::Ended),
        Event::StartLimitRead(_) => return Err(NoAct::OfAPerson(ActKind::ReadStartLimit)),
        Event::PlanReceived(_) | Event::SecondPlanDecided(_) | Event::Succeeded(_) => {
            return Err(NoAct::OfAPerson(ActKind::DecideSecondPlan));
        }
        Event::EnteredInError(_) => return Err(NoAct::OfAPerson(ActKind::MarkInError)),
    })
}

/// A course ends once, on a day that has come, and not before its plan came.
fn ended(case: &Case, told: &Recorded) -> Result<Event, Refusal> {
    let today = denmark::day(told.recorded_at);
    not_ahead(told.happened_on, today)?;
    not_before_plan(case, told.happened_on)?;
    match case.closed_on(today) {
        Some(since) => {
            let successor = case.succeeded(today).map(|(succeeded, _)| succeeded.by.clone());
            Err(Refusal::Closed { since, successor })
        }
        None => Ok(told.event.clone()),
    }
}
