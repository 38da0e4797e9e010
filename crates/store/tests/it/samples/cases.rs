//! Real plans, taken in through the cases.

use std::sync::Arc;

use case::event::PlanChannel;
use case::plan::Plan;
use case::{Act, CaseId, Command, CommandId, Role, UserId};
use exchange::ggop::{self, Reception};
use jiff::civil::{Date, date};
use law::standards::Standard;
use store::{Cases, Happened, Intake, Log, PlanIntake, Sqlite, Stream};

use super::{hjoerring, noon};
use crate::fresh::FreshSqlite;

pub(crate) const TODAY: Date = date(2026, 4, 7);

pub(crate) fn of_hjoerring(store: &FreshSqlite) -> Cases<Sqlite> {
    Cases::new(Sqlite::clone(store), hjoerring(), Standard::named("001").map(Arc::new))
}

/// The plan of the example.
pub(crate) fn plan() -> Plan {
    read(include_bytes!("../../../../../examples/genoptraeningsplan.xml"))
}

/// The plan of another citizen.
pub(crate) fn plan_of_another() -> Plan {
    read(include_bytes!("../../../../../examples/genoptraeningsplan-specialiseret.xml"))
}

fn read(message: &[u8]) -> Plan {
    ggop::read(message, &Reception { at: Some(hjoerring()), on: TODAY }).plan().unwrap().clone()
}

/// The same plan in a letter of its own.
pub(crate) fn again(mut plan: Plan, letter: u32) -> Plan {
    plan.message.letter = format!("letter-{letter}");
    plan
}

pub(crate) fn intake(plan: Plan) -> PlanIntake {
    PlanIntake {
        plan,
        channel: PlanChannel::GgopMessage,
        received: Happened::on(TODAY),
        recorded_at: noon(),
        by: UserId("import".into()),
        original: None,
        happened: Vec::new(),
    }
}

pub(crate) async fn opened(cases: &Cases<Sqlite>, intake: &PlanIntake) -> CaseId {
    match cases.take_in(intake).await.unwrap() {
        Intake::Opened(case) => case,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn command(id: &str, case: &CaseId, act: Act) -> Command {
    Command {
        id: CommandId(id.into()),
        case: case.clone(),
        act,
        happened_on: TODAY,
        happened_at: None,
        recorded_at: noon(),
        today: TODAY,
        by: UserId("therapist".into()),
        role: Role::Therapist,
    }
}

/// A decision to remove what an event says, in the words of the record.
pub(crate) async fn remove(store: &FreshSqlite, stream: &Stream, name: &str) {
    let events = store.read(hjoerring(), stream).await.unwrap();
    let event = events.iter().find(|event| event.name.words() == name).unwrap();
    store.remove_content(hjoerring(), &super::removal(event.place.position)).await.unwrap();
}
