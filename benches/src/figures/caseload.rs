//! A hundred thousand cases: taking them in, proving the record, making the views anew, and the pages that staff open all day.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use store::{Cases, Log as _, Sqlite, StreamId, StreamKind};

use super::page::Pages;
use crate::fault::Fault;
use crate::figure::{Amount, Figure, Goal};
use crate::made_up::MadeUp;
use crate::progress;
use crate::record::{self, municipality};
use crate::stopwatch::{Times, time, time_of};

const CASES: u32 = 100_000;
const FILES_A_ROUND: u32 = 1000;

/// How many of a round's files are also appended to a bare file.
const BARE_A_ROUND: u32 = 100;

/// The first page is also shown of a record of this size, to tell what the other cases cost.
const FEW_CASES: u32 = 1000;
const VIEWINGS: usize = 31;

/// Seconds that the server may take for a page.
const PAGE_LIMIT: f64 = 0.05;

/// # Errors
/// Where the record can't be written or read.
pub(crate) async fn measure(folder: &Path) -> Result<Vec<Figure>, Fault> {
    let cases = record::open(&folder.join("many.db")).await?;
    let mut figures = import(&cases, &folder.join("bare")).await?;
    let few = record::open(&folder.join("few.db")).await?;
    record::take_in(&few, record::messages(0..FEW_CASES)?).await?;
    figures.extend(pages(&cases, &few).await?);
    figures.extend(rebuild(&cases).await?);
    figures.push(verify(&few).await?);
    few.store().close().await;
    cases.store().close().await;
    Ok(figures)
}

/// Each file is read and taken in, with what has happened since, in a durable commit of its own.
async fn import(cases: &Cases<Sqlite>, bare: &Path) -> Result<Vec<Figure>, Fault> {
    let bar = progress::bar("import", CASES);
    let mut bare = File::create(bare)?;
    let (mut files, mut events, mut appends) = (Vec::new(), Vec::new(), Vec::new());
    let mut known = 0;
    for first in (0..CASES).step_by(FILES_A_ROUND as usize) {
        let messages = record::messages(first..first + FILES_A_ROUND)?;
        let some = messages.iter().take(BARE_A_ROUND as usize).map(|(_, message)| message.clone()).collect::<Vec<_>>();
        let (took, done) = time_of(record::take_in(cases, messages)).await;
        done?;
        files.push(took);
        let all = cases.store().events(municipality()?).await?;
        events.push(took / u32::try_from(all - known)?);
        known = all;
        let append = |message: &String| bare.write_all(message.as_bytes()).and_then(|()| bare.sync_data());
        let (took, done) = time(|| some.iter().try_for_each(append));
        done?;
        appends.push(took);
        bar.inc(u64::from(FILES_A_ROUND));
    }
    bar.finish_and_clear();
    let each_bare = Times::each_of(&appends, BARE_A_ROUND);
    Ok(vec![
        Figure {
            what: "import, each file checked, with its views, in a durable commit",
            measured: Amount::Does("files", Times::each_of(&files, FILES_A_ROUND)),
            against: Some(("bare append and fdatasync of the file", each_bare)),
            goal: Goal::Told,
        },
        told("the same, by the events that are recorded", Amount::Does("events", Times::of(&events))),
    ])
}

/// The pages of many cases, each in turn with the first page of few.
async fn pages(many: &Cases<Sqlite>, few: &Cases<Sqlite>) -> Result<Vec<Figure>, Fault> {
    let (of_many, of_few) = (Pages::of(many).await?, Pages::of(few).await?);
    let middle = format!("/sager/{}", MadeUp(CASES / 2).case());
    let asked = [
        ("worklist with 100,000 cases: first page", "/arbejdsliste"),
        ("worklist: what is overdue", "/arbejdsliste?frist=overskredet"),
        ("worklist: a name that every sixth citizen has", "/arbejdsliste?q=ruddi"),
        (
            "worklist: a therapist's duties on specialised plans",
            "/arbejdsliste?hvem=therapist&type=specialised_training",
        ),
        ("worklist: the thousandth page", "/arbejdsliste?side=1000"),
        ("search in all cases, the same name", "/sager?q=ruddi"),
        ("one case", &middle),
    ];
    let mut figures = Vec::new();
    for (what, path) in asked {
        let (mut taken, mut first_of_few) = (Vec::new(), Vec::new());
        for _ in 0..VIEWINGS {
            taken.push(show(&of_many, path).await?);
            first_of_few.push(show(&of_few, "/arbejdsliste").await?);
        }
        figures.push(Figure {
            what,
            measured: Amount::Takes(Times::of(&taken)),
            against: Some(("first page with 1,000 cases", Times::of(&first_of_few))),
            goal: Goal::Under(PAGE_LIMIT),
        });
    }
    Ok(figures)
}

async fn show(pages: &Pages, path: &str) -> Result<Duration, Fault> {
    let (took, page) = time_of(pages.show(path)).await;
    page?;
    Ok(took)
}

/// What an update of the rules costs: each case is folded, its duties are asked for, and its rows compared with the old ones.
///
/// # Errors
/// Also where the views that an import kept are others than those made anew.
async fn rebuild(cases: &Cases<Sqlite>) -> Result<Vec<Figure>, Fault> {
    let (read, done) = time_of(read_all(cases)).await;
    done?;
    let bar = progress::bar("rebuild", CASES);
    let (took, rebuilt) = time_of(cases.rebuild(|done| bar.set_position(done))).await;
    bar.finish_and_clear();
    let rebuilt = rebuilt?;
    if rebuilt.cases != u64::from(CASES) || !rebuilt.moved.is_empty() {
        return Err(format!("{} cases were rebuilt, and {} duties moved", rebuilt.cases, rebuilt.moved.len()).into());
    }
    Ok(vec![
        Figure {
            what: "rebuild of 100,000 cases",
            measured: Amount::Does("cases", Times::each_of(&[took], CASES)),
            against: Some(("reading a case's events", Times::each_of(&[read], CASES))),
            goal: Goal::Told,
        },
        told(
            "the same, by the events that are read",
            Amount::Does("events", Times::each_of(&[took], u32::try_from(rebuilt.events)?)),
        ),
    ])
}

/// Reads what a rebuild reads, and makes nothing of it.
async fn read_all(cases: &Cases<Sqlite>) -> Result<(), Fault> {
    const STREAMS: u32 = 500;
    for kind in [StreamKind::Person, StreamKind::Case] {
        let mut after: Option<StreamId> = None;
        loop {
            let page = cases.store().histories(municipality()?, kind, after.as_ref(), STREAMS).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.stream.id.clone());
        }
    }
    Ok(())
}

async fn verify(cases: &Cases<Sqlite>) -> Result<Figure, Fault> {
    const ROUNDS: usize = 5;
    let (mut rounds, mut events) = (Vec::new(), 0);
    for _ in 0..ROUNDS {
        let (took, proved) = time_of(cases.store().verify(|_| ())).await;
        let proved = proved?;
        if let Some(fault) = proved.faults.first() {
            return Err(format!("the record has a fault: {fault:?}").into());
        }
        events = u32::try_from(proved.events)?;
        rounds.push(took);
    }
    Ok(told("proof of a record", Amount::Does("events", Times::each_of(&rounds, events))))
}

fn told(what: &'static str, measured: Amount) -> Figure {
    Figure { what, measured, against: None, goal: Goal::Told }
}
