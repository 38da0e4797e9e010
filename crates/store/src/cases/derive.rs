//! The rows that follow from a case. The same function makes them at each append and at a rebuild, so that the two can't differ.

use case::citizen_number::{CitizenNumber, StatedNumber};
use case::plan::PlanType;
use case::{Case, CaseId, clocks, foreseen};
use jiff::civil::Date;
use law::Inquiry;
use law::duty::{Done, Duty};
use law::fact;
use law::standards::Standard;
use law::sundhedsloven::s084;
use law::trace::Silent;

use super::{Cases, CasesError, Found, stream_id};
use crate::contract::Store;
use crate::event::{Happened, Json};
use crate::key::StreamId;
use crate::view::{CaseRow, Clock, DutyRow, Identifier, InboxRow, InboxState, PersonRow, ViewChange};

/// The way in which rows are derived: another edition, and the views are rebuilt.
pub(super) const EDITION: &str = "derived 1";

impl<S: Store> Cases<S> {
    /// The rows of changed cases of one person, and the inbox rows of the person's others, which a second plan touches.
    pub(super) async fn rows(
        &self,
        found: &Found,
        changed: &[Case],
        today: Date,
    ) -> Result<Vec<ViewChange>, CasesError> {
        let mut others = Vec::new();
        for id in found.who.cases().into_iter().filter(|id| changed.iter().all(|case| case.id() != id)) {
            others.extend(self.case(&id).await?);
        }
        let mut all: Vec<&Case> = changed.iter().chain(&others).collect();
        all.sort_by_key(|case| case.id());
        let (person, name) = (&found.person, found.who.name());
        let mut rows = Vec::new();
        for case in changed {
            rows.push(ViewChange::Case(case_row(case, person, &name, self.standard())?));
        }
        for case in &all {
            rows.push(inbox_row(case, &all, &name, today)?);
        }
        Ok(rows)
    }
}

/// The row of a case, and its duties with the dates that they have as long as nothing more happens.
pub(super) fn case_row(
    case: &Case,
    person: &StreamId,
    name: &str,
    standard: Option<&Standard>,
) -> Result<CaseRow, CasesError> {
    let latest = latest_day(case);
    let duties = foreseen(case, standard, latest);
    let clocks = clocks(duties.iter());
    let (plan, received_on) = case.plan();
    let told = plan.citizen.name.full();
    Ok(CaseRow {
        case: stream_id(case.id())?,
        number: case.id().to_string(),
        person: person.clone(),
        name: if told.is_empty() { name.to_owned() } else { told },
        born_on: plan.citizen.born_on(),
        plan_type: Some(plan_type(plan.plan_type)),
        provision: "SUL § 140".into(),
        state: if case.closed_on(latest).is_some() { "closed".into() } else { "open".into() },
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
pub(super) fn inbox_row(case: &Case, all: &[&Case], name: &str, today: Date) -> Result<ViewChange, CasesError> {
    let intake = stream_id(case.id())?;
    let undecided = undecided(case, all, today);
    let touched = case.history().iter().any(|recorded| recorded.role != case::Role::System);
    if (touched && undecided.is_empty()) || case.closed_on(today).is_some() {
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
    let findings = Json::of(&findings)
        .map_err(|fault| CasesError::Unreadable { case: case.id().to_string(), fault: fault.to_string() })?;
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
pub(super) fn undecided(case: &Case, all: &[&Case], today: Date) -> Vec<CaseId> {
    let decided = case.second_plan_decisions(today);
    all.iter()
        .filter(|other| other.id() < case.id() && other.closed_on(today).is_none())
        .map(|other| other.id().clone())
        .filter(|other| !decided.iter().any(|decided| decided.earlier == *other))
        .collect()
}

/// The rules whose parts the plan lacks.
fn lacking(case: &Case, received_on: Date) -> Vec<&'static str> {
    let facts = case::facts(case, received_on);
    let checked = s084::check(&mut Inquiry::new(&facts, received_on, &mut Silent));
    checked.missing.iter().map(|finding| finding.rule.id()).collect()
}

/// By what a person is known.
pub(super) fn person_row(person: &StreamId, number: &StatedNumber) -> Option<PersonRow> {
    let identifiers = identifier(number).into_iter().collect::<Vec<_>>();
    (!identifiers.is_empty()).then(|| PersonRow { person: person.clone(), identifiers })
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
