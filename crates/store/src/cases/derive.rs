//! The rows that follow from a person's cases. [`Subject::rows`] makes them at each append and at a rebuild, of the same: all that the record
//! says of the person, and nothing beside it. No row knows what day it is.

use case::citizen_number::{CitizenNumber, StatedNumber};
use case::person::Person;
use case::plan::PlanType;
use case::{Case, CaseId, clocks, foreseen};
use jiff::civil::Date;
use law::Inquiry;
use law::duty::{Done, Duty};
use law::fact;
use law::standards::Standard;
use law::sundhedsloven::s084;
use law::trace::Silent;

use super::{CasesError, stream_id, unwritable};
use crate::event::{Happened, Json};
use crate::key::StreamId;
use crate::view::{CaseRow, Clock, DutyRow, Identifier, InboxRow, InboxState, PersonRow, ViewChange};

/// The way in which rows are derived: another edition, and the views are rebuilt.
pub(super) const EDITION: &str = "derived 2";

/// A person as far as the lists show one.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// The person's stream.
    pub(super) person: StreamId,
    name: String,
    number: Option<StatedNumber>,
    /// The cases, in the order in which they were opened.
    pub(super) cases: Vec<CaseId>,
}

impl Subject {
    /// The person of a stream.
    pub(super) fn of(person: StreamId, who: &Person) -> Self {
        Self { person, name: who.name(), number: who.number().cloned(), cases: who.cases() }
    }

    /// By what the person is known; by nothing where the number can't be right: two people may have the same wrong one.
    pub(super) fn row(&self) -> PersonRow {
        let identifiers = self.number.as_ref().and_then(identifier).into_iter().collect();
        PersonRow { person: self.person.clone(), identifiers }
    }

    /// The rows of all the person's cases, given those that can be read: one case bears on another's.
    pub(super) fn rows(&self, cases: &[Case], standard: Option<&Standard>) -> Result<Vec<ViewChange>, CasesError> {
        let mut rows = Vec::with_capacity(2 * cases.len());
        for case in cases {
            rows.push(ViewChange::Case(case_row(case, self, standard)?));
            rows.push(inbox_row(case, cases, &self.name)?);
        }
        Ok(rows)
    }
}

/// The row of a case, and its duties with the dates that they have as long as nothing more happens.
fn case_row(case: &Case, subject: &Subject, standard: Option<&Standard>) -> Result<CaseRow, CasesError> {
    let latest = latest_day(case);
    let duties = foreseen(case, standard, latest);
    let clocks = clocks(duties.iter());
    let (plan, received_on) = case.plan();
    let told = plan.citizen.name.full();
    Ok(CaseRow {
        case: stream_id(case.id())?,
        number: case.id().to_string(),
        person: subject.person.clone(),
        name: if told.is_empty() { subject.name.clone() } else { told },
        born_on: plan.citizen.born_on(),
        plan_type: Some(plan_type(plan.plan_type)),
        provision: "SUL § 140".into(),
        state: if is_closed(case) { "closed".into() } else { "open".into() },
        unit: None,
        assigned_to: None,
        received_on: Some(received_on),
        discharged_on: case.discharge_confirmed(latest).or_else(|| plan.contact.end.on()),
        law_clock: clocks.law.as_ref().and_then(clock),
        goal_clock: clocks.goal.as_ref().and_then(clock),
        duties: duties.iter().map(DutyRow::from).collect(),
    })
}

/// The day of the case's latest record: what is known by then is all that is known.
fn latest_day(case: &Case) -> Date {
    let (_, received) = case.plan();
    let happened =
        case.history().iter().map(|recorded| recorded.happened_on.max(case::denmark::day(recorded.recorded_at)));
    happened.chain([received]).max().unwrap_or(received)
}

fn plan_type(plan: PlanType) -> fact::PlanType {
    match plan {
        PlanType::GeneralTraining => fact::PlanType::GeneralTraining,
        PlanType::SpecialisedTraining => fact::PlanType::SpecialisedTraining,
        PlanType::SpecialisedRehabilitation => fact::PlanType::SpecialisedRehabilitation,
    }
}

fn clock(duty: &Duty) -> Option<Clock> {
    let term = duty.term?;
    let stopped_on = match duty.done {
        Done::On { day, .. } | Done::Lapsed(day) => Some(day),
        Done::NotYet => None,
    };
    Some(Clock { from: term.from, due_on: duty.due, stopped_on, provisional: duty.provisional })
}

/// The inbox row of a case: there until a person has done something in it, and, where earlier plans were running when it came, until a
/// person has decided what it is to each of them.
fn inbox_row(case: &Case, all: &[Case], name: &str) -> Result<ViewChange, CasesError> {
    let intake = stream_id(case.id())?;
    let undecided = undecided(case, all);
    let touched = case.history().iter().any(|recorded| recorded.role != case::Role::System);
    if (touched && undecided.is_empty()) || is_closed(case) {
        return Ok(ViewChange::InboxGone(intake));
    }
    let (plan, received_on) = case.plan();
    let lacking = lacking(case, received_on);
    let state = match (undecided.is_empty(), lacking.is_empty()) {
        (false, _) => InboxState::NeedsChoice,
        (true, false) => InboxState::NeedsHospital,
        (true, true) => InboxState::Ready,
    };
    let sender = [plan.sender.organisation.as_deref(), plan.sender.department.as_deref()];
    let told = plan.citizen.name.full();
    let findings = serde_json::json!({
        "missing": lacking,
        "undecided": undecided.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    let findings = Json::of(&findings).map_err(|fault| unwritable("inbox", &fault))?;
    Ok(ViewChange::Inbox(InboxRow {
        case: Some(intake.clone()),
        intake,
        received: Happened { on: received_on, at: case.history().first().and_then(|first| first.happened_at) },
        source: sender.into_iter().flatten().collect::<Vec<_>>().join(", "),
        title: if told.is_empty() { name.to_owned() } else { told },
        state,
        findings,
    }))
}

/// The earlier cases of the person that still run and of which nobody has decided what this plan is to them.
fn undecided(case: &Case, all: &[Case]) -> Vec<CaseId> {
    let decided = case.second_plan_decisions(latest_day(case));
    all.iter()
        .filter(|other| other.id() < case.id() && !is_closed(other))
        .map(|other| other.id().clone())
        .filter(|other| !decided.iter().any(|decided| decided.earlier == *other))
        .collect()
}

fn is_closed(case: &Case) -> bool {
    case.closed_on(latest_day(case)).is_some()
}

/// The rules whose parts the plan lacks.
fn lacking(case: &Case, received_on: Date) -> Vec<&'static str> {
    let facts = case::facts(case, received_on);
    let checked = s084::check(&mut Inquiry::new(&facts, received_on, &mut Silent));
    checked.missing.iter().map(|finding| finding.rule.id()).collect()
}

/// The identifier that a number is; none where it can't be right: two people may have the same wrong one.
pub(super) fn identifier(number: &StatedNumber) -> Option<Identifier> {
    match number {
        StatedNumber::Read(CitizenNumber::Cpr(cpr)) => Some(Identifier { system: "cpr".into(), value: cpr.whole() }),
        StatedNumber::Read(CitizenNumber::Replacement(number)) => {
            Some(Identifier { system: "replacement_cpr".into(), value: number.whole() })
        }
        StatedNumber::Unreadable(_) | StatedNumber::NotStated => None,
    }
}
