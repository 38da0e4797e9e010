//! From a command to events, or a refusal. Pure: time, actor and role come with the command.

use law::bar::Bar;
use law::book::Rule;
use law::explain::sentence;
use law::standards::Standard;
use law::sundhedsloven::{s140, s140_choice};
use law::trace::{Reasons, Verdict};
use law::{Answer, Facts, Inquiry, Language};

use crate::command::{Act, Command};
use crate::event::{
    ChoiceInformed, ContactAttempted, CourseReviewed, DischargeConfirmed, DischargedAgain, EnteredInError, Event,
    FirstContactMade, LevelAssessed, OfferDeclined, PlanChannel, PlanReceived, PrivateChoiceInformed, Provider,
    ProviderChosen, Readmitted, SecondPlanDecided, SecondPlanOutcome, StartLimitRead, StartOffered, Succeeded,
    TrainingHeld,
};
use crate::facts::{facts, provider_facts};
use crate::history::Case;
use crate::ids::{CaseId, EventNumber};
use crate::plan::Plan;
use crate::refusal::Refusal;
use crate::role::Role;

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

/// Decides one command on one case. `earlier` is the other case that the act names, where it is a case of the same person.
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
    permitted(command, standard)?;
    in_time(case, command)?;
    match &command.act {
        Act::ConfirmDischarge { on } => confirm_discharge(case, command, *on),
        Act::ReadStartLimit { reading } => {
            let words = case.plan().0.deadline.as_ref().ok_or(Refusal::NoStartLimit)?;
            let words = words.as_written().to_owned();
            Ok(Decision::one(Event::StartLimitRead(StartLimitRead { words, reading: *reading })))
        }
        Act::RecordContactAttempt { by } => Ok(Decision::one(Event::ContactAttempted(ContactAttempted { by: *by }))),
        Act::RecordFirstContact { by, choice_informed } => {
            if let Some(on) = facts(case, command.today).read(law::fact::TRAINING_FIRST_CONTACT_ON).known() {
                return Err(Refusal::ContactAlreadyMade { on });
            }
            let contact = FirstContactMade { by: *by, choice_informed: *choice_informed };
            Ok(Decision::one(Event::FirstContactMade(contact)))
        }
        Act::InformOfChoice { by } => Ok(Decision::one(Event::ChoiceInformed(ChoiceInformed { by: *by }))),
        Act::InformOfPrivateChoice { by } => {
            let right = s140_choice::may_choose_private(&mut Inquiry::new(
                &facts(case, command.happened_on),
                command.happened_on,
                &mut law::trace::Silent,
            ));
            if !right.answer().is_yes() {
                return Err(Refusal::NoPrivateChoice);
            }
            Ok(Decision::one(Event::PrivateChoiceInformed(PrivateChoiceInformed { by: *by })))
        }
        Act::OfferStart { start_on, place } => {
            if *start_on < command.happened_on {
                return Err(Refusal::StartBeforeOffer { start: *start_on, made: command.happened_on });
            }
            Ok(Decision::one(Event::StartOffered(StartOffered { start_on: *start_on, place: place.clone() })))
        }
        Act::DeclineOffer { reason } => {
            if case.offers(command.happened_on).is_empty() {
                return Err(Refusal::NoOffer);
            }
            Ok(Decision::one(Event::OfferDeclined(OfferDeclined { reason: given(reason)? })))
        }
        Act::ChooseProvider { provider } => choose_provider(case, command, provider),
        Act::HoldTraining { note } => Ok(Decision::one(Event::TrainingHeld(TrainingHeld { note: note.clone() }))),
        Act::AssessLevel { level, reason } => {
            Ok(Decision::one(Event::LevelAssessed(LevelAssessed { level: *level, reason: given(reason)? })))
        }
        Act::RecordReadmission if case.is_in_hospital(command.happened_on) => Err(Refusal::AlreadyInHospital),
        Act::RecordReadmission => Ok(Decision::one(Event::Readmitted(Readmitted {}))),
        Act::RecordDischargeAgain if !case.is_in_hospital(command.happened_on) => Err(Refusal::NotInHospital),
        Act::RecordDischargeAgain => Ok(Decision::one(Event::DischargedAgain(DischargedAgain {}))),
        Act::ReviewCourse { attainment, assessment } => {
            let reviewed = CourseReviewed { attainment: *attainment, assessment: given(assessment)? };
            Ok(Decision::one(Event::CourseReviewed(reviewed)))
        }
        Act::DecideSecondPlan { earlier: other, outcome, reason } => {
            second_plan(case, earlier, command, other, *outcome, reason)
        }
        Act::MarkInError { number, reason } => mark_in_error(case, earlier, *number, reason),
        Act::RefusePlan { .. } => barred_or(case, command, s140::refuse_for_want_of_need),
        Act::ChangePlanType => barred_or(case, command, s140::change_plan_type),
    }
}

/// Who may do an act stands in the standard. Acts that the law bars for everybody are answered by their bar instead.
fn permitted(command: &Command, standard: Option<&Standard>) -> Result<(), Refusal> {
    if matches!(command.act, Act::RefusePlan { .. } | Act::ChangePlanType) {
        return Ok(());
    }
    // What another system reports has happened there; nobody here is asked for leave.
    if command.role == Role::System {
        return Ok(());
    }
    let act = command.act.word();
    let roles = standard.and_then(|standard| standard.roles_for(act)).unwrap_or_default();
    let allowed: Vec<Role> = roles.iter().filter_map(|word| Role::of_word(word)).collect();
    if allowed.contains(&command.role) {
        return Ok(());
    }
    Err(Refusal::NotPermitted { act, role: command.role, allowed })
}

/// Nothing happens on a day to come, nothing of the municipality's happens before the plan came, and nothing more in a closed case but the
/// correction of mistakes.
fn in_time(case: &Case, command: &Command) -> Result<(), Refusal> {
    let (happened, today) = (command.happened_on, command.today);
    if happened > today {
        return Err(Refusal::InTheFuture { happened, today });
    }
    let (_, received) = case.plan();
    let of_the_hospital = matches!(command.act, Act::ConfirmDischarge { .. });
    if happened < received && !of_the_hospital {
        return Err(Refusal::BeforePlan { happened, received });
    }
    match case.closed_on(today) {
        Some(since) if !matches!(command.act, Act::MarkInError { .. }) => Err(Refusal::Closed { since }),
        _ => Ok(()),
    }
}

fn confirm_discharge(case: &Case, command: &Command, on: jiff::civil::Date) -> Result<Decision, Refusal> {
    if on > command.today {
        return Err(Refusal::InTheFuture { happened: on, today: command.today });
    }
    if let Some(admitted) = case.plan().0.contact.start.map(|begun| begun.on)
        && on < admitted
    {
        return Err(Refusal::DischargedBeforeAdmitted { discharged: on, admitted });
    }
    Ok(Decision::one(Event::DischargeConfirmed(DischargeConfirmed { on })))
}

/// The law is asked with the provider that would be chosen.
fn choose_provider(case: &Case, command: &Command, provider: &Provider) -> Result<Decision, Refusal> {
    let mut facts = facts(case, command.happened_on);
    provider_facts(&mut facts, provider);
    let bar = match provider {
        Provider::Private { .. } => s140_choice::choose_private_supplier,
        Provider::OwnUnit | Provider::OtherMunicipality { .. } | Provider::SupplierOf { .. } => {
            s140_choice::choose_provider
        }
    };
    ask(&facts, command, bar)?;
    Ok(Decision::one(Event::ProviderChosen(ProviderChosen { provider: provider.clone() })))
}

fn barred_or(case: &Case, command: &Command, bar: AskBar) -> Result<Decision, Refusal> {
    ask(&facts(case, command.happened_on), command, bar)?;
    Err(Refusal::NotInThisVersion(command.act.word()))
}

type AskBar = fn(&mut Inquiry<'_, Reasons>) -> Bar;

/// Asks a bar; the refusal carries what the rule says of these very facts.
fn ask(facts: &Facts, command: &Command, bar: AskBar) -> Result<(), Refusal> {
    let mut reasons = Reasons::new();
    let bar = bar(&mut Inquiry::new(facts, command.happened_on, &mut reasons));
    let missing = match bar.barred {
        Answer::No => return Ok(()),
        Answer::Missing(missing) => return Err(Refusal::NotSettled { rule: bar.rule, missing }),
        Answer::Yes => reasons.tree(),
    };
    let notes = missing.first().map(|why| why.notes.clone()).unwrap_or_default();
    let words = |language| sentence(bar.rule, Verdict::Yes, &notes, facts, language);
    Err(Refusal::Barred {
        act: bar.act,
        rule: bar.rule,
        because: [words(Language::Danish), words(Language::English)],
        provision: provision(bar.rule, command),
    })
}

fn provision(rule: Rule, command: &Command) -> String {
    rule.provision_on(command.happened_on).to_string()
}

fn second_plan(
    case: &Case,
    earlier: Option<&Case>,
    command: &Command,
    other: &CaseId,
    outcome: SecondPlanOutcome,
    reason: &str,
) -> Result<Decision, Refusal> {
    let reason = given(reason)?;
    let no_case = || Refusal::NoEarlierCase(other.clone());
    let earlier = earlier.filter(|earlier| earlier.id() == other && other != case.id()).ok_or_else(no_case)?;
    if case.second_plan_decisions(command.today).iter().any(|decided| decided.earlier == *other) {
        return Err(Refusal::AlreadyDecided(other.clone()));
    }
    if earlier.closed_on(command.today).is_some() {
        return Err(no_case());
    }
    let decided = SecondPlanDecided { earlier: other.clone(), outcome, reason };
    let elsewhere = match outcome {
        SecondPlanOutcome::Replaces | SecondPlanOutcome::Restarts => {
            vec![(other.clone(), Event::Succeeded(Succeeded { by: case.id().clone(), outcome }))]
        }
        SecondPlanOutcome::Beside => Vec::new(),
    };
    Ok(Decision { here: vec![Event::SecondPlanDecided(decided)], elsewhere })
}

/// The opening plan and corrections stay; a decision on a second plan is corrected in both cases at once.
fn mark_in_error(case: &Case, earlier: Option<&Case>, number: EventNumber, reason: &str) -> Result<Decision, Refusal> {
    let reason = given(reason)?;
    let marked = case.history().iter().find(|recorded| recorded.number == number);
    let marked = marked.ok_or(Refusal::NoSuchEvent(number))?;
    if case.is_in_error(number) {
        return Err(Refusal::AlreadyMarked(number));
    }
    let error = |number| Event::EnteredInError(EnteredInError { number, reason: reason.clone() });
    let elsewhere = match &marked.event {
        Event::PlanReceived(_) | Event::EnteredInError(_) | Event::Succeeded(_) => {
            return Err(Refusal::CannotMark(number));
        }
        Event::SecondPlanDecided(decided) => earlier
            .filter(|earlier| *earlier.id() == decided.earlier)
            .and_then(|earlier| {
                let succeeded = earlier.history().iter().find(|recorded| {
                    matches!(&recorded.event, Event::Succeeded(succeeded) if succeeded.by == *case.id())
                        && !earlier.is_in_error(recorded.number)
                });
                succeeded.map(|succeeded| (earlier.id().clone(), error(succeeded.number)))
            })
            .into_iter()
            .collect(),
        _ => Vec::new(),
    };
    Ok(Decision { here: vec![error(number)], elsewhere })
}

/// A reason that says something.
fn given(reason: &str) -> Result<String, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() { Err(Refusal::NoReason) } else { Ok(reason.to_owned()) }
}
