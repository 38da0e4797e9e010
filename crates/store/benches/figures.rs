//! The store's figures. Each is a ratio within one run, or a rate; the machine's disk and load are in both halves of a ratio.
//!
//! `cargo bench -p store` prints them all; `cargo bench -p store -- durable` those whose name holds the word.
#![expect(clippy::disallowed_methods, reason = "measuring is what a bench is for")]

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use case::municipality::MunicipalityCode;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use law::duty::{DutyAct, DutyKind, Party};
use law::fact::PlanType;
use store::chain::Digest;
use store::sqlite::Opening;
use store::view::{CaseRow, Clock, DutyRow, MadeOf, ViewChange};
use store::worklist::{DueState, Horizon, Page, WorklistFilter, WorklistQuery};
use store::{
    Batch, EventName, Expected, Happened, IdempotencyKey, Json, Log, NewEvent, Rebuild, Role, Sqlite, Stream, StreamId,
    UserId, Version, Views,
};

type Fault = Box<dyn std::error::Error>;

const CASES: u32 = 100_000;
const TODAY: Date = date(2026, 4, 7);

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.contains(word));
    let folder = tempfile::tempdir_in(std::env::var("GENVEJ_BENCH_DIR").unwrap_or_else(|_| ".".to_owned()))?;
    if wants("durable") {
        durable_append(folder.path()).await?;
    }
    if wants("worklist") || wants("rebuild") {
        worklist_and_rebuild(folder.path()).await?;
    }
    if wants("import") || wants("verify") {
        import_and_verify(folder.path()).await?;
    }
    Ok(())
}

/// One command with all checks and views in one durable commit, against a bare append and fdatasync of the same content.
///
/// The command records a first contact: an event, its key, a duty fulfilled and another moved, the case moved in the worklist.
async fn durable_append(folder: &Path) -> Result<(), Fault> {
    const ROUNDS: usize = 2000;
    let store = Sqlite::open(&Opening::at(folder.join("durable.db"))).await?;
    for number in 0..2000 {
        store.append(&opening_of(number)?).await?;
    }
    let mut file = std::fs::File::create(folder.join("bare"))?;
    let (mut bare, mut appends, mut commands) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Each in turn, so that whatever else the machine does falls on all of them.
        let number = u32::try_from(round * 7 % 2000)?;
        let stream = Stream::case(StreamId::new(case_id(number))?);
        let content = content()?;

        let start = Instant::now();
        file.write_all(content.as_bytes())?;
        file.sync_data()?;
        bare.push(start.elapsed());

        let version = store.read(hjoerring()?, &stream).await?.last().map_or(Version(0), |event| event.place.version);
        let next = command(number, version, round)?;
        let start = Instant::now();
        store.append(&next).await?;
        appends.push(start.elapsed());

        let start = Instant::now();
        let version = store.read(hjoerring()?, &stream).await?.last().map_or(Version(0), |event| event.place.version);
        store.append(&command(number, version, round + ROUNDS)?).await?;
        commands.push(start.elapsed());
    }
    let (append, command) = (median_ratio(&bare, &appends), median_ratio(&bare, &commands));
    println!("durable: bare append and fdatasync    {:?}", median(bare));
    println!("durable: append with checks and views {:?}, {append:.2} of bare", median(appends));
    println!("durable: read, then append            {:?}, {command:.2} of bare", median(commands));
    Ok(())
}

/// A page of the worklist with 100,000 cases, by several filters; and how fast the views are made anew.
async fn worklist_and_rebuild(folder: &Path) -> Result<(), Fault> {
    let store = Sqlite::open(&Opening::at(folder.join("worklist.db"))).await?;
    for round in ["first", "again"] {
        let start = Instant::now();
        rebuild(&store).await?;
        let rate = f64::from(CASES) / start.elapsed().as_secs_f64();
        println!("rebuild, {round}: {CASES} cases in {:?}, {rate:.0} cases/s", start.elapsed());
    }
    let all = WorklistFilter::default();
    let queries = [
        ("first page", WorklistFilter { ..all.clone() }, None, 0),
        ("last page", WorklistFilter { ..all.clone() }, None, CASES / 50 - 1),
        ("overdue", WorklistFilter { ..all.clone() }, Some(DueState::Overdue), 0),
        ("one actor", WorklistFilter { actor: Some(Party::Provider), ..all.clone() }, None, 0),
        ("one plan type", WorklistFilter { plan_type: Some(PlanType::SpecialisedTraining), ..all.clone() }, None, 0),
        ("a rare name", WorklistFilter { text: Some("jensen 99999".to_owned()), ..all.clone() }, None, 0),
        ("a common name", WorklistFilter { text: Some("ber".to_owned()), ..all }, None, 0),
    ];
    for (name, filter, state, page) in queries {
        let horizon = Horizon { today: TODAY, soon_until: TODAY.saturating_add(3.days()) };
        let query = WorklistQuery { horizon, state, filter, page: Page { number: page, size: 50 } };
        let mut times = Vec::new();
        let mut shown = 0;
        for _ in 0..31 {
            let start = Instant::now();
            let worklist = store.worklist(hjoerring()?, &query).await?;
            times.push(start.elapsed());
            shown = worklist.tally.all();
        }
        println!("worklist, {name}: {:?} ({shown} cases)", median(times));
    }
    let mut times = Vec::new();
    for _ in 0..31 {
        let start = Instant::now();
        store.search(hjoerring()?, "ber", 50).await?;
        times.push(start.elapsed());
    }
    println!("search, a common name: {:?}", median(times));
    Ok(())
}

async fn rebuild(store: &Sqlite) -> Result<(), Fault> {
    let mut rebuild = store.rebuild(hjoerring()?).await?;
    // As a rebuild reads the log: in the order of the ids.
    let mut numbers: Vec<u32> = (0..CASES).collect();
    numbers.sort_by_cached_key(|number| case_id(*number));
    for some in numbers.chunks(500) {
        let changes: Vec<ViewChange> =
            some.iter().map(|number| case_row(*number).map(ViewChange::Case)).collect::<Result<_, _>>()?;
        rebuild.write(&changes).await?;
    }
    rebuild.finish(&MadeOf { book: Digest::NONE, standard: Digest::NONE }).await?;
    Ok(())
}

/// Plans as an import records them, each in its own durable commit; and how fast their chains are proved and read.
async fn import_and_verify(folder: &Path) -> Result<(), Fault> {
    const PLANS: u32 = 10_000;
    let store = Sqlite::open(&Opening::at(folder.join("import.db"))).await?;
    let start = Instant::now();
    for number in 0..PLANS {
        store.append(&opening_of(number)?).await?;
    }
    println!("import: {:.0} plans/s, each durable", f64::from(PLANS) / start.elapsed().as_secs_f64());
    let start = Instant::now();
    let found = store.verify(|_| ()).await?;
    let events = f64::from(u32::try_from(found.events)?);
    println!("verify: {:.0} events/s", events / start.elapsed().as_secs_f64());
    let (start, mut after, mut read) = (Instant::now(), None, 0);
    loop {
        let page = store.histories(hjoerring()?, store::StreamKind::Case, after.as_ref(), 500).await?;
        read += page.iter().map(|history| history.events.len()).sum::<usize>();
        let Some(last) = page.last() else { break };
        after = Some(last.stream.id.clone());
    }
    println!("read all: {:.0} events/s", f64::from(u32::try_from(read)?) / start.elapsed().as_secs_f64());
    Ok(())
}

fn hjoerring() -> Result<MunicipalityCode, Fault> {
    Ok(MunicipalityCode::parse("0860")?)
}

/// Like a UUID: neighbours in time are no neighbours in the key.
fn case_id(number: u32) -> String {
    let digest = Digest::of(&number.to_be_bytes()).to_string();
    digest[..32].to_owned()
}

fn content() -> Result<Json, serde_json::Error> {
    Json::of(
        &serde_json::json!({ "contact": "telephone", "by": "therapist", "note": "x".repeat(400), "reached": true }),
    )
}

fn event(name: &str) -> Result<NewEvent, Fault> {
    Ok(NewEvent {
        name: EventName::new(name)?,
        happened: Happened::on(TODAY),
        recorded_at: Timestamp::UNIX_EPOCH,
        by: UserId::new("therapist")?,
        role: Role::new("therapist")?,
        content: content()?,
        attachments: Vec::new(),
    })
}

fn opening_of(number: u32) -> Result<Batch, Fault> {
    let id = StreamId::new(case_id(number))?;
    Ok(Batch::new(hjoerring()?)
        .append(Stream::case(id.clone()), Expected::New, vec![event("plan_received.v1")?, event("plan_checked.v1")?])
        .append(Stream::person(id), Expected::New, vec![event("person_named.v1")?])
        .view(ViewChange::Case(case_row(number)?))
        .keyed(IdempotencyKey::new(format!("plan-{number}"))?))
}

/// A first contact: one event, one duty fulfilled, the others as they were.
fn command(number: u32, version: Version, round: usize) -> Result<Batch, Fault> {
    let mut row = case_row(number)?;
    let due_on = TODAY.saturating_add(i64::try_from(round % 60)?.days());
    row.duties[0].due_on = Some(due_on);
    row.duties[1].fulfilled_on = Some(due_on);
    Ok(Batch::new(hjoerring()?)
        .append(
            Stream::case(StreamId::new(case_id(number))?),
            Expected::At(version),
            vec![event("citizen_contacted.v1")?],
        )
        .view(ViewChange::Case(row))
        .keyed(IdempotencyKey::new(format!("form-{round}"))?))
}

fn case_row(number: u32) -> Result<CaseRow, Fault> {
    const GIVEN: [&str; 5] = ["Nancy Ann", "Åge", "Bruno", "Max", "Kirsten"];
    const FAMILY: [&str; 5] = ["Berggren", "Elmer", "Lauridsen", "Moberg", "Jensen"];
    let pick = |names: [&'static str; 5], by: u32| names[(number / by % 5) as usize];
    let due = |offset: u32| {
        Some(
            TODAY.saturating_add((i64::from(number.wrapping_mul(2_654_435_761) % 120) - 20 + i64::from(offset)).days()),
        )
    };
    let clock = Clock { from: TODAY, due_on: due(0), stopped_on: None, provisional: false };
    let types = [PlanType::GeneralTraining, PlanType::GeneralTraining, PlanType::SpecialisedTraining];
    Ok(CaseRow {
        case: StreamId::new(case_id(number))?,
        number: format!("2026-{number}"),
        person: StreamId::new(case_id(number))?,
        name: format!("{} Test {}", pick(GIVEN, 1), pick(FAMILY, 5)),
        born_on: Some(date(1955, 1, 2)),
        plan_type: Some(types[(number % 3) as usize]),
        provision: "SUL § 140, stk. 1".to_owned(),
        state: "received".to_owned(),
        unit: Some("training_unit".to_owned()),
        assigned_to: Some(UserId::new(format!("officer-{}", number % 9))?),
        received_on: Some(TODAY),
        discharged_on: Some(TODAY),
        law_clock: Some(clock.clone()),
        goal_clock: Some(clock),
        duties: vec![
            duty(Party::Municipality, DutyAct::OfferStart, due(0)),
            duty(Party::Therapist, DutyAct::FirstContact, due(1)),
            duty(Party::Provider, DutyAct::StartTraining, due(2)),
            duty(Party::Municipality, DutyAct::InformFreeChoice, due(3)),
            duty(Party::Therapist, DutyAct::AssessLevel, None),
        ],
    })
}

fn duty(actor: Party, act: DutyAct, due_on: Option<Date>) -> DutyRow {
    DutyRow {
        rule: "SUL140-STAT-7-DAYS".to_owned(),
        act,
        actor,
        owed_to: Party::Citizen,
        kind: DutyKind::Law,
        provisional: false,
        opens_on: Some(TODAY),
        due_on,
        fulfilled_on: None,
        counted_on: None,
        lapsed_on: None,
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// How much of the first is left in the second, where the two were measured one after the other: 1 is as fast, 0.5 takes twice as long.
/// The median over all pairs, so that the ratio doesn't move with the machine's load.
fn median_ratio(first: &[Duration], second: &[Duration]) -> f64 {
    let mut ratios: Vec<f64> =
        first.iter().zip(second).map(|(first, second)| first.as_secs_f64() / second.as_secs_f64()).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
