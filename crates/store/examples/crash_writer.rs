//! An import that is there to be killed: it records plan after plan and prints the number of each one that is recorded for good.
//!
//! `crash_writer FILE FROM` begins with plan FROM; plans that were recorded before are known by their keys and printed again. The test
//! `tests/it/kill.rs` starts it, kills it, and looks at what is left.

use std::io::Write;

use case::municipality::MunicipalityCode;
use jiff::Timestamp;
use jiff::civil::date;
use law::duty::{DutyAct, DutyKind, Party};
use store::sqlite::Opening;
use store::view::{CaseRow, DutyRow, ViewChange};
use store::{
    Attachment, Batch, EventName, Expected, Happened, IdempotencyKey, Json, Log, NewEvent, Role, Sqlite, Stream,
    StreamId, UserId,
};

type Fault = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Fault> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(from)) = (arguments.next(), arguments.next()) else {
        return Err("usage: crash_writer FILE FROM".into());
    };
    let store = Sqlite::open(&Opening::at(file)).await?;
    let mut out = std::io::stdout();
    for number in from.parse::<u64>()?.. {
        store.append(&plan(number)?).await?;
        writeln!(out, "{number}")?;
        out.flush()?;
    }
    Ok(())
}

/// A plan as an import records it: the case and the person together, with the message, the view and the key.
fn plan(number: u64) -> Result<Batch, Fault> {
    let (case, person) = (StreamId::new(format!("case-{number}"))?, StreamId::new(format!("person-{number}"))?);
    let message = Attachment {
        name: format!("plan-{number}.xml"),
        media_type: "application/xml".to_owned(),
        bytes: vec![b' '; usize::try_from(number % 7)? * 1000],
    };
    let mut received = event("plan_received.v1", number)?;
    received.attachments.push(message);
    let batch = Batch::new(MunicipalityCode::parse("0860")?)
        .append(Stream::case(case.clone()), Expected::New, vec![received, event("plan_checked.v1", number)?])
        .append(Stream::person(person.clone()), Expected::New, vec![event("person_named.v1", number)?])
        .view(ViewChange::Case(view(number, case, person)))
        .keyed(IdempotencyKey::new(format!("plan-{number}"))?);
    Ok(batch)
}

fn event(name: &str, number: u64) -> Result<NewEvent, Fault> {
    Ok(NewEvent {
        name: EventName::new(name)?,
        happened: Happened::on(date(2026, 4, 7)),
        recorded_at: Timestamp::UNIX_EPOCH,
        by: UserId::new("import")?,
        role: Role::new("system")?,
        content: Json::of(&number)?,
        attachments: Vec::new(),
    })
}

fn view(number: u64, case: StreamId, person: StreamId) -> CaseRow {
    let duty = DutyRow {
        rule: "SUL140-STAT-7-DAYS".to_owned(),
        act: DutyAct::OfferStart,
        actor: Party::Municipality,
        owed_to: Party::Citizen,
        kind: DutyKind::Law,
        provisional: false,
        opens_on: None,
        due_on: Some(date(2026, 4, 14)),
        fulfilled_on: None,
        counted_on: None,
        lapsed_on: None,
    };
    CaseRow {
        case,
        number: number.to_string(),
        person,
        name: format!("Plan {number}"),
        born_on: None,
        plan_type: None,
        provision: "SUL § 140, stk. 1".to_owned(),
        state: "received".to_owned(),
        unit: None,
        assigned_to: None,
        received_on: None,
        discharged_on: None,
        law_clock: None,
        goal_clock: None,
        duties: vec![duty],
    }
}
