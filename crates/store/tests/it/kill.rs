//! An import that is killed at any moment loses nothing that it acknowledged, and leaves nothing half done.
//!
//! A killed process is not a power cut: what the operating system has, it still writes. That each commit is synced to the disk rests on
//! SQLite's `synchronous = FULL`.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use store::{IdempotencyKey, Log, Sqlite, Stream, Views};

use crate::fresh;
use crate::samples::{hjoerring, id};

#[tokio::test]
async fn an_import_killed_25_times_loses_nothing_and_leaves_nothing_half_done() {
    kill_an_import(25).await;
}

#[tokio::test]
#[ignore = "long: some minutes"]
async fn an_import_killed_200_times_loses_nothing_and_leaves_nothing_half_done() {
    kill_an_import(200).await;
}

async fn kill_an_import(times: u32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    let mut chance = Chance(u64::from(times));
    let mut next = 0;
    for kill in 1..=times {
        // A few of the last ones come again, as when somebody imports the same folder anew.
        let acknowledged = run_and_kill(&path, u64::saturating_sub(next, 3), &mut chance);
        next = acknowledged.map_or(next, |last| next.max(last + 1));
        let recorded = look(&path, next).await;
        assert!(recorded <= next + 1, "kill {kill}: one plan at most was under way");
        next = recorded;
    }
    assert!(next > u64::from(times), "it got somewhere between the kills: {next}");
}

/// Lets the import run until it has acknowledged some plans, kills it somewhere in the next ones, and returns the last it acknowledged.
fn run_and_kill(path: &Path, from: u64, chance: &mut Chance) -> Option<u64> {
    let mut import = start(path, from);
    let mut lines =
        BufReader::new(import.stdout.take().unwrap()).lines().map(|line| line.unwrap().parse::<u64>().unwrap());
    let before_the_kill = usize::try_from(chance.below(60)).unwrap();
    let mut last = lines.by_ref().take(before_the_kill).last();
    for _ in 0..chance.below(200_000) {
        std::hint::spin_loop();
    }
    import.kill().unwrap();
    last = lines.last().or(last);
    import.wait().unwrap();
    last
}

fn start(path: &Path, from: u64) -> Child {
    let import = import_program();
    assert!(import.exists(), "build {} first: cargo build -p store --example crash_writer", import.display());
    Command::new(import).arg(path).arg(from.to_string()).stdout(Stdio::piped()).spawn().unwrap()
}

/// Beside this test's own program, where Cargo puts examples.
fn import_program() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    here.parent()
        .unwrap()
        .with_file_name("examples")
        .join("crash_writer")
        .with_extension(std::env::consts::EXE_EXTENSION)
}

/// Opens what is left, proves it, and returns how many plans are recorded.
async fn look(path: &Path, acknowledged: u64) -> u64 {
    let store = Sqlite::open(&fresh::opening(path.to_owned())).await.unwrap();
    let found = store.verify(|_| ()).await.unwrap();
    assert!(found.is_sound(), "{:?}", found.faults);

    // The ones long before are vouched for by the chains and the count.
    let mut plans = acknowledged.saturating_sub(100);
    while is_recorded(&store, plans).await {
        plans += 1;
    }
    assert!(plans >= acknowledged, "acknowledged {acknowledged}, found {plans}");
    assert_eq!(store.events(hjoerring()).await.unwrap(), plans * 3, "nothing beyond whole plans");
    store.close().await;
    plans
}

/// Whether the plan is there: all of it, or nothing of it.
async fn is_recorded(store: &Sqlite, plan: u64) -> bool {
    let case = id(&format!("case-{plan}"));
    let key = IdempotencyKey::new(format!("plan-{plan}")).unwrap();
    let events = store.read(hjoerring(), &Stream::case(case.clone())).await.unwrap().len();
    let person = store.read(hjoerring(), &Stream::person(id(&format!("person-{plan}")))).await.unwrap().len();
    let view = store.case(hjoerring(), &case).await.unwrap().is_some();
    let done = store.done_before(hjoerring(), &key).await.unwrap().is_some();
    match (events, person, view, done) {
        (2, 1, true, true) => true,
        (0, 0, false, false) => false,
        half => panic!("plan {plan} is half there: {half:?}"),
    }
}

/// Numbers that look random and are the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}
