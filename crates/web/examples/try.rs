//! The real pages on a record of its own, filled with the plans of `examples/`: `cargo run -p web --example try`, then
//! http://localhost:8091. The record is gone when the program ends.

#[path = "../tests/it/record.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
#[allow(clippy::unwrap_used, reason = "the examples are there, and are read by tests")]
mod record;

use std::error::Error;

use case::{
    Event,
    event::{ContactWay, FirstContactMade, StartOffered},
};
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use record::{Record, again, confirmed, plan};
use web::{App, Clock, Config, Faults, Key};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let record = Record::with_demo_users().await;
    let clock = Clock::standing_at("2026-04-07T09:12:00+02:00".parse::<Timestamp>()?);
    let config =
        Config { phone: Some("12 34 56 78".into()), password_cost: record::CHEAP, ..Config::new("Hjørring Kommune") };
    let faults = Faults::told_to(|fault| eprintln!("{fault}"));
    let app = App::new(config, clock, record.cases.clone(), Key::random()?, faults);
    a_few(&record).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8091").await?;
    println!("http://{}", listener.local_addr()?);
    Ok(web::serve(listener, app, async { drop(tokio::signal::ctrl_c().await) }).await?)
}

/// One case of each kind.
async fn a_few(record: &Record) {
    record.ruddi().await;
    let on = |day: Date| vec![confirmed(day)];
    record.take_in(plan("genoptraeningsplan-tidlig-frist.xml"), date(2026, 4, 1), on(date(2026, 4, 2))).await;
    record.take_in(plan("genoptraeningsplan-senere-start.xml"), date(2026, 4, 1), Vec::new()).await;
    record.take_in(plan("genoptraeningsplan-specialiseret.xml"), date(2026, 4, 1), Vec::new()).await;
    record.take_in(plan("genoptraeningsplan-udskrivning-i-ord.xml"), date(2026, 3, 30), Vec::new()).await;
    let child = plan("genoptraeningsplan-barn.xml");
    let offered =
        Event::StartOffered(StartOffered { start_on: date(2026, 4, 8), place: Some("Træningscenter Syd".into()) });
    let contact = Event::FirstContactMade(FirstContactMade { by: ContactWay::Telephone, choice_informed: true });
    let mut happened = on(date(2026, 4, 2));
    happened.extend([(contact, date(2026, 4, 6)), (offered, date(2026, 4, 6))]);
    record.take_in(again(child, "barn", date(2026, 4, 2)), date(2026, 4, 2), happened).await;
    let second = again(plan("genoptraeningsplan.xml"), "anden-plan", date(2026, 4, 6));
    record.take_in(second, date(2026, 4, 7), on(date(2026, 4, 6))).await;
}
