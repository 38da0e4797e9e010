//! Samples, named by what matters in them.

pub(crate) mod cases;

use case::municipality::MunicipalityCode;
use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use law::duty::{DutyAct, DutyKind, Party};
use law::fact::PlanType;
use store::access::Access;
use store::chain::Digest;
use store::user::{Account, PasswordHash, User};
use store::view::{CaseRow, Clock, DutyRow, Identifier, InboxRow, InboxState, MadeOf, PersonRow, ViewChange};
use store::worklist::{Horizon, Page, WorklistFilter, WorklistQuery};
use store::{
    Attachment, Batch, EventName, Expected, Happened, IdempotencyKey, Json, NewEvent, Position, Removal, RemovalScope,
    Role, Stream, StreamId, UserId,
};

pub(crate) fn hjoerring() -> MunicipalityCode {
    MunicipalityCode::parse("0860").unwrap()
}

pub(crate) fn broenderslev() -> MunicipalityCode {
    MunicipalityCode::parse("0810").unwrap()
}

pub(crate) fn id(id: &str) -> StreamId {
    StreamId::new(id).unwrap()
}

pub(crate) fn case(name: &str) -> Stream {
    Stream::case(id(name))
}

pub(crate) fn key(key: &str) -> IdempotencyKey {
    IdempotencyKey::new(key).unwrap()
}

pub(crate) fn noon() -> Timestamp {
    "2026-04-07T10:00:00Z".parse().unwrap()
}

fn event(name: &str, content: &serde_json::Value) -> NewEvent {
    NewEvent {
        name: EventName::new(name).unwrap(),
        happened: Happened::on(date(2026, 4, 7)),
        recorded_at: noon(),
        by: UserId::new("therapist").unwrap(),
        role: Role::new("therapist").unwrap(),
        content: Json::of(content).unwrap(),
        attachments: Vec::new(),
    }
}

/// A plan, with the hospital's message as it came.
pub(crate) fn plan_received() -> NewEvent {
    let message = Attachment {
        name: "plan-0407-1.xml".to_owned(),
        media_type: "application/xml".to_owned(),
        bytes: b"<Emessage>\xe6\xf8\xe5</Emessage>".to_vec(),
    };
    NewEvent {
        attachments: vec![message],
        ..event("plan_received.v1", &serde_json::json!({ "plan_type": "general_training" }))
    }
}

pub(crate) fn citizen_contacted() -> NewEvent {
    event("citizen_contacted.v1", &serde_json::json!({ "how": "telephone" }))
}

pub(crate) fn start_offered() -> NewEvent {
    event("start_offered.v1", &serde_json::json!({ "start_on": "2026-04-10" }))
}

/// A call on Wednesday, written down on Tuesday after Easter.
pub(crate) fn call_written_down_later() -> NewEvent {
    NewEvent {
        happened: Happened { on: date(2026, 4, 1), at: Some(time(11, 20, 0, 0)) },
        recorded_at: "2026-04-07T06:05:00.123456789Z".parse().unwrap(),
        ..citizen_contacted()
    }
}

/// A batch of one stream, whatever was there before.
pub(crate) fn batch(stream: Stream, events: Vec<NewEvent>) -> Batch {
    Batch::new(hjoerring()).append(stream, Expected::Any, events)
}

pub(crate) fn removal(position: Position) -> Removal {
    Removal {
        position,
        scope: RemovalScope::ContentAndAttachments,
        expected: Expected::Any,
        reason: "Planen hørte til en anden borger".to_owned(),
        happened: Happened::on(date(2026, 4, 8)),
        recorded_at: noon(),
        by: UserId::new("officer").unwrap(),
        role: Role::new("case_officer").unwrap(),
        views: Vec::new(),
    }
}

/// An open duty.
pub(crate) fn duty(actor: Party, due_on: Option<Date>) -> DutyRow {
    DutyRow {
        rule: "SUL140-STAT-7-DAYS".to_owned(),
        act: DutyAct::OfferStart,
        actor,
        owed_to: Party::Citizen,
        kind: DutyKind::Law,
        provisional: true,
        opens_on: Some(date(2026, 4, 1)),
        due_on,
        fulfilled_on: None,
        counted_on: None,
        lapsed_on: None,
    }
}

/// A general training case after hospital, with these duties.
pub(crate) fn case_row(case: &str, name: &str, duties: Vec<DutyRow>) -> CaseRow {
    let clock = |from, due_on| Clock { from, due_on: Some(due_on), stopped_on: None, provisional: true };
    CaseRow {
        case: id(case),
        number: format!("2026-{case}"),
        person: id(&format!("person-{case}")),
        name: name.to_owned(),
        born_on: Some(date(1955, 1, 2)),
        plan_type: Some(PlanType::GeneralTraining),
        provision: "SUL § 140, stk. 1".to_owned(),
        state: "received".to_owned(),
        unit: Some("training_unit".to_owned()),
        assigned_to: Some(UserId::new("officer").unwrap()),
        received_on: Some(date(2026, 3, 30)),
        discharged_on: Some(date(2026, 3, 27)),
        law_clock: Some(clock(date(2026, 3, 27), date(2026, 4, 3))),
        goal_clock: None,
        duties,
    }
}

pub(crate) fn inbox_row(intake: &str) -> InboxRow {
    InboxRow {
        intake: id(intake),
        case: Some(id("0412")),
        received: Happened { on: date(2026, 4, 7), at: Some(time(7, 48, 0, 0)) },
        source: "Aalborg Universitetshospital".to_owned(),
        title: "Bruno Test Elmer".to_owned(),
        state: InboxState::NeedsChoice,
        findings: Json::of(&serde_json::json!([{ "part": "first_contact_by", "rule": "PLAN-PART" }])).unwrap(),
    }
}

/// The number of an official test person, Nancy Ann Test Berggren.
pub(crate) fn cpr() -> Identifier {
    Identifier { system: "cpr".to_owned(), value: "2512489996".to_owned() }
}

pub(crate) fn person_row(person: &str) -> PersonRow {
    PersonRow { person: id(person), identifiers: vec![cpr()] }
}

/// Every kind of view row, as one history would leave them.
pub(crate) fn all_views() -> Vec<ViewChange> {
    vec![
        ViewChange::Case(case_row(
            "0412",
            "Nancy Ann Test Berggren",
            vec![duty(Party::Municipality, Some(date(2026, 4, 3))), duty(Party::Provider, None)],
        )),
        ViewChange::Case(case_row(
            "0398",
            "Åge Test Berggren",
            vec![duty(Party::Municipality, Some(date(2026, 4, 5)))],
        )),
        ViewChange::Inbox(inbox_row("intake-1")),
        ViewChange::Person(person_row("person-0412")),
    ]
}

pub(crate) fn made_of(book: &str) -> MadeOf {
    MadeOf { book: Digest::of(book.as_bytes()), standard: Digest::of(b"001") }
}

pub(crate) fn horizon() -> Horizon {
    Horizon { today: date(2026, 4, 7), soon_until: date(2026, 4, 10) }
}

pub(crate) fn whole_worklist() -> WorklistQuery {
    WorklistQuery {
        horizon: horizon(),
        state: None,
        filter: WorklistFilter::default(),
        page: Page { number: 0, size: 50 },
    }
}

pub(crate) fn user(id: &str) -> User {
    User {
        id: UserId::new(id).unwrap(),
        name: "Demo Terapeut".to_owned(),
        role: Role::new("therapist").unwrap(),
        unit: "Træningsenheden".to_owned(),
        password: PasswordHash::new("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"),
        account: Account::Demo,
    }
}

pub(crate) fn opened(case: &str, at: Timestamp) -> Access {
    Access {
        case: id(case),
        user: UserId::new("officer").unwrap(),
        role: Role::new("case_officer").unwrap(),
        at,
        purpose: "case_page".to_owned(),
    }
}
