//! Writing view rows. A row that is as it was is not written again: it costs no page of the write-ahead log.

use std::collections::HashMap;

use case::municipality::MunicipalityCode;
use jiff::civil::Date;
use law::duty::Party;
use law::fact::{Choice, PlanType};

use super::duty_document::DutyDocument;
use super::script::Script;
use crate::key::StreamId;
use crate::search;
use crate::view::{CaseRow, Clock, DutyRow, InboxRow, PersonRow, ViewChange};

/// Stands for "no due date", so that it sorts last. A real due date never lies there.
pub(super) const NO_DATE: Date = Date::MAX;

/// Adds the changes to the script, in their order.
pub(super) fn write<'a>(
    script: &mut Script,
    municipality: MunicipalityCode,
    changes: impl IntoIterator<Item = &'a ViewChange>,
) {
    let municipality = municipality.to_string();
    for change in changes {
        match change {
            ViewChange::Case(row) => write_case(script, &municipality, row),
            ViewChange::CaseGone(case) => remove_case(script, &municipality, case),
            ViewChange::Inbox(row) => write_inbox(script, &municipality, row),
            ViewChange::InboxGone(intake) => remove_from_inbox(script, &municipality, intake),
            ViewChange::Person(row) => write_person(script, &municipality, row),
            ViewChange::PersonGone(person) => remove_person(script, &municipality, person),
        }
    }
}

/// A case takes the same few statements whatever it has, so that SQLite keeps them prepared: what varies in number goes in as JSON, and
/// what is not to be written is left out by the statement itself.
fn write_case(script: &mut Script, municipality: &str, row: &CaseRow) {
    let due = Due::of(&row.duties);
    leave_worklist(script, municipality, &row.case, due.earliest);
    script.statement(WORKLIST).bind(municipality.to_owned()).bind(day(due.earliest)).bind(row.case.as_str().to_owned());
    for actor in COLUMNS {
        script.bind(day(due.of_actor.get(&actor).copied()));
    }
    script.bind(row.plan_type.map(PlanType::word)).bind(row.provision.clone()).bind(row.unit.clone()).bind(user(row));
    script.bind(day(due.earliest));
    script.statement(SUMMARY);
    bind_summary(script, municipality, row);
    script.bind(day(due.earliest));

    let words = search::words(&format!("{} {}", row.name, row.number));
    for statement in [WORDS_NO_LONGER, WORDS] {
        script.statement(statement).bind(municipality.to_owned()).bind(row.case.as_str().to_owned()).bind_json(&words);
    }
}

/// Takes the case from the place in the worklist where it stands, unless it is to stand there again.
fn leave_worklist(script: &mut Script, municipality: &str, case: &StreamId, stays_on: Option<Date>) {
    const LEAVE: &str = "
        DELETE FROM worklist WHERE municipality = ? AND case_id = ? AND due_on IS NOT ?
            AND due_on = (SELECT worklist_due_on FROM case_summary WHERE municipality = ? AND case_id = ?);";
    let case = case.as_str();
    script.statement(LEAVE).bind(municipality.to_owned()).bind(case.to_owned()).bind(day(stays_on));
    script.bind(municipality.to_owned()).bind(case.to_owned());
}

const SUMMARY: &str = "
    INSERT INTO case_summary (municipality, case_id, number, person_id, name, born_on, plan_type, provision, state, unit, assigned_to,
        received_on, discharged_on, law_from, law_due_on, law_stopped_on, law_provisional,
        goal_from, goal_due_on, goal_stopped_on, goal_provisional, duties, worklist_due_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (municipality, case_id) DO UPDATE SET
        (number, person_id, name, born_on, plan_type, provision, state, unit, assigned_to, received_on, discharged_on,
         law_from, law_due_on, law_stopped_on, law_provisional, goal_from, goal_due_on, goal_stopped_on, goal_provisional, duties,
         worklist_due_on) =
        (excluded.number, excluded.person_id, excluded.name, excluded.born_on, excluded.plan_type, excluded.provision, excluded.state,
         excluded.unit, excluded.assigned_to, excluded.received_on, excluded.discharged_on, excluded.law_from, excluded.law_due_on,
         excluded.law_stopped_on, excluded.law_provisional, excluded.goal_from, excluded.goal_due_on, excluded.goal_stopped_on,
         excluded.goal_provisional, excluded.duties, excluded.worklist_due_on)
    WHERE (number, person_id, name, born_on, plan_type, provision, state, unit, assigned_to, received_on, discharged_on,
         law_from, law_due_on, law_stopped_on, law_provisional, goal_from, goal_due_on, goal_stopped_on, goal_provisional, duties,
         worklist_due_on) IS NOT
        (excluded.number, excluded.person_id, excluded.name, excluded.born_on, excluded.plan_type, excluded.provision, excluded.state,
         excluded.unit, excluded.assigned_to, excluded.received_on, excluded.discharged_on, excluded.law_from, excluded.law_due_on,
         excluded.law_stopped_on, excluded.law_provisional, excluded.goal_from, excluded.goal_due_on, excluded.goal_stopped_on,
         excluded.goal_provisional, excluded.duties, excluded.worklist_due_on);";

const WORKLIST: &str = "
    INSERT INTO worklist (municipality, due_on, case_id, due_municipality, due_training_unit, due_therapist, due_provider, due_region,
        due_hospital, due_citizen, plan_type, provision, unit, assigned_to)
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ? IS NOT NULL
    ON CONFLICT (municipality, due_on, case_id) DO UPDATE SET
        (due_municipality, due_training_unit, due_therapist, due_provider, due_region, due_hospital, due_citizen,
         plan_type, provision, unit, assigned_to) =
        (excluded.due_municipality, excluded.due_training_unit, excluded.due_therapist, excluded.due_provider, excluded.due_region,
         excluded.due_hospital, excluded.due_citizen, excluded.plan_type, excluded.provision, excluded.unit, excluded.assigned_to)
    WHERE (due_municipality, due_training_unit, due_therapist, due_provider, due_region, due_hospital, due_citizen,
         plan_type, provision, unit, assigned_to) IS NOT
        (excluded.due_municipality, excluded.due_training_unit, excluded.due_therapist, excluded.due_provider, excluded.due_region,
         excluded.due_hospital, excluded.due_citizen, excluded.plan_type, excluded.provision, excluded.unit, excluded.assigned_to);";

/// Whose due dates have a column in the worklist, in its order.
const COLUMNS: [Party; 7] = [
    Party::Municipality,
    Party::TrainingUnit,
    Party::Therapist,
    Party::Provider,
    Party::Region,
    Party::Hospital,
    Party::Citizen,
];

/// The column of what an actor owes. A new actor needs a migration, and a place in [`COLUMNS`].
pub(super) fn due_column(actor: Party) -> &'static str {
    match actor {
        Party::Municipality => "due_municipality",
        Party::TrainingUnit => "due_training_unit",
        Party::Therapist => "due_therapist",
        Party::Provider => "due_provider",
        Party::Region => "due_region",
        Party::Hospital => "due_hospital",
        Party::Citizen => "due_citizen",
    }
}

const WORDS_NO_LONGER: &str =
    "DELETE FROM search_word WHERE municipality = ? AND case_id = ? AND word NOT IN (SELECT value FROM json_each(?));";

const WORDS: &str = "
    INSERT INTO search_word (municipality, case_id, word) SELECT ?, ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING;";

/// The earliest due date of what is outstanding: of them all, and of each actor. None where nothing is.
#[derive(Default)]
struct Due {
    earliest: Option<Date>,
    of_actor: HashMap<Party, Date>,
}

impl Due {
    fn of(duties: &[DutyRow]) -> Self {
        let mut due = Self::default();
        for duty in duties.iter().filter(|duty| duty.is_outstanding()) {
            let due_on = duty.due_on.unwrap_or(NO_DATE);
            due.earliest = Some(due.earliest.map_or(due_on, |earliest| earliest.min(due_on)));
            due.of_actor.entry(duty.actor).and_modify(|earliest| *earliest = due_on.min(*earliest)).or_insert(due_on);
        }
        due
    }
}

fn bind_summary(script: &mut Script, municipality: &str, row: &CaseRow) {
    script
        .bind(municipality.to_owned())
        .bind(row.case.as_str().to_owned())
        .bind(row.number.clone())
        .bind(row.person.as_str().to_owned())
        .bind(row.name.clone())
        .bind(day(row.born_on))
        .bind(row.plan_type.map(PlanType::word))
        .bind(row.provision.clone())
        .bind(row.state.clone())
        .bind(row.unit.clone())
        .bind(user(row))
        .bind(day(row.received_on))
        .bind(day(row.discharged_on));
    bind_clock(script, row.law_clock.as_ref());
    bind_clock(script, row.goal_clock.as_ref());
    script.bind_json(&row.duties.iter().map(DutyDocument::of).collect::<Vec<_>>());
}

fn bind_clock(script: &mut Script, clock: Option<&Clock>) {
    script
        .bind(day(clock.map(|clock| clock.from)))
        .bind(day(clock.and_then(|clock| clock.due_on)))
        .bind(day(clock.and_then(|clock| clock.stopped_on)))
        .bind(clock.map(|clock| clock.provisional));
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn user(case: &CaseRow) -> Option<String> {
    case.assigned_to.as_ref().map(|user| user.as_str().to_owned())
}

fn remove_case(script: &mut Script, municipality: &str, case: &StreamId) {
    leave_worklist(script, municipality, case, None);
    for statement in [
        "DELETE FROM case_summary WHERE municipality = ? AND case_id = ?;",
        "DELETE FROM search_word WHERE municipality = ? AND case_id = ?;",
    ] {
        script.statement(statement).bind(municipality.to_owned()).bind(case.as_str().to_owned());
    }
}

fn write_inbox(script: &mut Script, municipality: &str, row: &InboxRow) {
    script
        .statement(
            "INSERT INTO inbox (municipality, intake_id, case_id, received_on, received_at, source, title, state, findings)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (municipality, intake_id) DO UPDATE SET
                (case_id, received_on, received_at, source, title, state, findings) =
                (excluded.case_id, excluded.received_on, excluded.received_at, excluded.source, excluded.title, excluded.state,
                 excluded.findings);",
        )
        .bind(municipality.to_owned())
        .bind(row.intake.as_str().to_owned())
        .bind(row.case.as_ref().map(|case| case.as_str().to_owned()))
        .bind(row.received.on.to_string())
        .bind(row.received.at.map(|at| at.to_string()))
        .bind(row.source.clone())
        .bind(row.title.clone())
        .bind(row.state.word())
        .bind(row.findings.as_bytes().to_vec());
}

fn remove_from_inbox(script: &mut Script, municipality: &str, intake: &StreamId) {
    script
        .statement("DELETE FROM inbox WHERE municipality = ? AND intake_id = ?;")
        .bind(municipality.to_owned())
        .bind(intake.as_str().to_owned());
}

fn write_person(script: &mut Script, municipality: &str, row: &PersonRow) {
    remove_person(script, municipality, &row.person);
    for identifier in &row.identifiers {
        script
            .statement(
                "INSERT INTO person_identifier (municipality, system, value, person_id) VALUES (?, ?, ?, ?)
                 ON CONFLICT (municipality, system, value) DO UPDATE SET person_id = excluded.person_id;",
            )
            .bind(municipality.to_owned())
            .bind(identifier.system.clone())
            .bind(identifier.value.clone())
            .bind(row.person.as_str().to_owned());
    }
}

fn remove_person(script: &mut Script, municipality: &str, person: &StreamId) {
    script
        .statement("DELETE FROM person_identifier WHERE municipality = ? AND person_id = ?;")
        .bind(municipality.to_owned())
        .bind(person.as_str().to_owned());
}
