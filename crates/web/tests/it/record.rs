//! A record on a file of its own, filled with the plans that the examples show. The day is 7 April 2026, the first working day
//! after Easter: there the law's clock, the municipality's goal and the contact in three working days part ways.

use std::sync::Arc;

use case::{
    CaseId, Event, UserId,
    event::{DischargeConfirmed, PlanChannel},
    municipality::MunicipalityCode,
    plan::{ExpectedEnd, Plan, StatedTime},
};
use exchange::ggop::{self, Reception};
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use law::standards::Standard;
use store::{
    Cases, Happened, Intake, PlanIntake, Sqlite, UserId as UserKey, Users as _,
    sqlite::Opening,
    user::{Account, User},
};
use tempfile::TempDir;
use web::{access::password::Cost, demo_users};

/// The cheapest hash there is: the tests are about what follows from it.
pub(crate) const CHEAP: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };

pub(crate) const TODAY: Date = date(2026, 4, 7);

/// The file is gone when this is.
pub(crate) struct Record {
    pub(crate) cases: Cases<Sqlite>,
    _folder: TempDir,
}

pub(crate) fn hjoerring() -> MunicipalityCode {
    MunicipalityCode::parse("0860").unwrap()
}

impl Record {
    /// A record without users and cases.
    pub(crate) async fn empty() -> Self {
        let folder = match std::env::var("GENVEJ_BENCH_DIR") {
            Ok(place) => tempfile::tempdir_in(place),
            Err(_) => tempfile::tempdir(),
        };
        let folder = folder.unwrap();
        let store = Sqlite::open(&Opening::at(folder.path().join("genvej.db"))).await.unwrap();
        let standard = Standard::named("001").map(Arc::new);
        assert!(standard.is_some(), "the standard of Hjørring ships with the program");
        Self { cases: Cases::new(store, hjoerring(), standard), _folder: folder }
    }

    /// A record with a demo user for each role.
    pub(crate) async fn with_demo_users() -> Self {
        let record = Self::empty().await;
        for user in demo_users(CHEAP).unwrap() {
            record.cases.store().add_user(hjoerring(), &user).await.unwrap();
        }
        record
    }

    /// A record with one user who is no demo user: Mona, a case officer. She has their password, though.
    #[allow(dead_code, reason = "not every program that fills a record needs her")]
    pub(crate) async fn with_somebody_real() -> Self {
        let record = Self::empty().await;
        let user = demo_users(CHEAP).unwrap().into_iter().find(|user| user.id.as_str() == "visitator").unwrap();
        let real = User { id: UserKey::new("mona").unwrap(), account: Account::Real, ..user };
        record.cases.store().add_user(hjoerring(), &real).await.unwrap();
        record
    }

    /// Takes in a plan, received on this day.
    pub(crate) async fn take_in(&self, plan: Plan, received: Date, happened: Vec<(Event, Date)>) -> CaseId {
        let last = happened.iter().map(|(_, day)| *day).max().unwrap_or(received).max(received);
        let intake = PlanIntake {
            plan,
            channel: PlanChannel::GgopMessage,
            received: Happened { on: received, at: Some(jiff::civil::time(9, 4, 0, 0)) },
            recorded_at: at(last),
            by: UserId("import".into()),
            original: None,
            happened,
        };
        match self.cases.take_in(&intake).await.unwrap() {
            Intake::Opened(case) => case,
            other => panic!("{other:?}"),
        }
    }

    /// Ruddi's plan, received the day before the discharge on 27 March, which was confirmed: four days over on the day.
    pub(crate) async fn ruddi(&self) -> CaseId {
        let discharged = date(2026, 3, 27);
        self.take_in(plan("genoptraeningsplan.xml"), date(2026, 3, 26), vec![confirmed(discharged)]).await
    }
}

/// The discharge happened on this day.
pub(crate) fn confirmed(on: Date) -> (Event, Date) {
    (Event::DischargeConfirmed(DischargeConfirmed { on }), on)
}

/// Four minutes past nine in the morning, in Denmark.
pub(crate) fn at(day: Date) -> Timestamp {
    let hours = [1, 2].map(|offset| format!("{day}T09:04:00+0{offset}:00").parse().unwrap());
    hours.into_iter().find(|at: &Timestamp| case::denmark::local(*at).hour() == 9).unwrap()
}

/// A plan of the examples.
pub(crate) fn plan(file: &str) -> Plan {
    let path = format!("{}/../../examples/{file}", env!("CARGO_MANIFEST_DIR"));
    let reading = ggop::read(&std::fs::read(path).unwrap(), &Reception { at: Some(hjoerring()), on: TODAY });
    reading.plan().unwrap_or_else(|| panic!("{file}: {:?}", reading.findings())).clone()
}

/// The same plan in a letter of its own, with another discharge.
pub(crate) fn again(mut plan: Plan, letter: &str, discharged: Date) -> Plan {
    letter.clone_into(&mut plan.message.letter);
    plan.contact.end = ExpectedEnd::Dated { when: StatedTime { on: discharged, at: None }, remark: None };
    // Nobody is discharged before the stay began.
    plan.contact.start = plan.contact.start.filter(|start| start.on <= discharged);
    plan
}
