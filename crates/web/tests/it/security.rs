//! What every answer tells the browser, and where the pages may be served.

use std::net::SocketAddr;

use case::Role;
use jiff::Timestamp;
use store::Users as _;
use web::{
    App, Clock, Config, Faults, Key, ServeError,
    config::{Transport, Unsafe},
};

use crate::{
    browser::{House, config},
    record::{Record, hjoerring},
};

#[tokio::test]
async fn every_answer_forbids_what_the_pages_do_not_need() {
    let house = House::demo().await;
    let css = web::asset::url("genvej.css");
    for path in ["/log-ind", "/", "/was", "/findes-ikke", &css] {
        let answer = house.browser().get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        for needed in
            ["script-src 'self'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]
        {
            assert!(policy.contains(needed), "{path}: {needed}");
        }
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert!(!answer.header("permissions-policy").is_empty(), "{path}");
        assert!(
            answer.header("strict-transport-security").is_empty(),
            "{path}: without TLS nobody is told to insist on it"
        );
    }
}

#[tokio::test]
async fn behind_tls_browsers_are_told_never_to_come_without_it() {
    let config = Config { transport: Transport::Tls, ..config() };
    let house = House::with(config, Record::with_demo_users().await);
    assert!(house.browser().get("/log-ind").await.header("strict-transport-security").starts_with("max-age="));
}

#[tokio::test]
async fn no_page_is_kept_by_the_browser() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    for path in ["/", "/was", "/log-ind", "/findes-ikke"] {
        assert_eq!(browser.get(path).await.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn the_accessibility_statement_is_where_it_is_published() {
    let house = House::demo().await;
    assert!(house.browser().get("/was").await.text().contains("Tilgængelighed"));
    let address = "https://was.digst.dk/hjoerring-dk";
    let config = Config { accessibility_statement: Some(address.into()), ..config() };
    let house = House::with(config, Record::with_demo_users().await);
    assert_eq!(house.browser().get("/was").await.header("location"), address);
}

fn app(record: &Record, transport: Transport) -> App {
    let clock = Clock::standing_at(Timestamp::UNIX_EPOCH);
    let config = Config { transport, ..config() };
    App::new(config, clock, record.cases.clone(), Key::new(&[7; 64]).unwrap(), Faults::untold())
}

#[tokio::test]
async fn demo_users_are_served_on_this_machine_only() {
    let (demo, kept) = (Record::with_demo_users().await, Record::empty().await);
    for loopback in ["127.0.0.1:8080", "[::1]:8080"] {
        let address = loopback.parse().unwrap();
        assert_eq!(app(&demo, Transport::Loopback).may_listen_on(address).await, Ok(()));
    }
    for elsewhere in ["0.0.0.0:8080", "[::]:8080", "10.0.0.7:8080"] {
        let address: SocketAddr = elsewhere.parse().unwrap();
        let may = async |record, transport| app(record, transport).may_listen_on(address).await;
        assert_eq!(may(&demo, Transport::Tls).await, Err(Unsafe::DemoUsers(address)));
        assert_eq!(may(&kept, Transport::Loopback).await, Err(Unsafe::Unencrypted(address)));
        assert_eq!(may(&kept, Transport::Tls).await, Ok(()));
    }
}

#[tokio::test]
async fn what_may_not_be_served_is_not_served() {
    let demo = Record::with_demo_users().await;
    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
    let served = web::serve(listener, app(&demo, Transport::Loopback), std::future::pending()).await;
    assert!(matches!(served, Err(ServeError::Unsafe(Unsafe::DemoUsers(_)))), "{served:?}");
}

#[tokio::test]
async fn the_pages_are_served_until_they_are_told_to_stop() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let record = Record::empty().await;
    web::serve(listener, app(&record, Transport::Loopback), std::future::ready(())).await.unwrap();
}

#[tokio::test]
async fn secrets_are_not_shown_when_debugged() {
    let record = Record::with_demo_users().await;
    let users = record.cases.store().users(hjoerring()).await.unwrap();
    let shown = format!("{:?} {users:?}", app(&record, Transport::Loopback));
    assert!(!shown.contains("$argon2") && !shown.contains("7, 7, 7"), "{shown}");
}
