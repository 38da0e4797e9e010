//! What every answer tells the browser, and where the pages may be served.

use std::net::SocketAddr;

use jiff::{Timestamp, tz::TimeZone};
use web::{
    App, Clock, Config,
    access::{cookie::Key, role::Role, user::Users},
    config::{Transport, Unsafe},
};

use crate::browser::{CHEAP, House};

#[tokio::test]
async fn every_answer_forbids_what_the_pages_do_not_need() {
    let house = House::demo();
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
    let config = Config { transport: Transport::Tls, ..Config::new("Hjørring Kommune") };
    let house = House::with(config, Users::demo(CHEAP).unwrap());
    assert!(house.browser().get("/log-ind").await.header("strict-transport-security").starts_with("max-age="));
}

#[tokio::test]
async fn no_page_is_kept_by_the_browser() {
    let house = House::demo();
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    for path in ["/", "/was", "/log-ind", "/findes-ikke"] {
        assert_eq!(browser.get(path).await.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn the_accessibility_statement_is_where_it_is_published() {
    let house = House::demo();
    assert!(house.browser().get("/was").await.text().contains("Tilgængelighed"));
    let address = "https://was.digst.dk/hjoerring-dk";
    let config = Config { accessibility_statement: Some(address.into()), ..Config::new("Hjørring Kommune") };
    let house = House::with(config, Users::demo(CHEAP).unwrap());
    assert_eq!(house.browser().get("/was").await.header("location"), address);
}

#[test]
fn demo_users_are_served_on_this_machine_only() {
    let users = || Users::demo(CHEAP).unwrap();
    let kept = || Users::new([], CHEAP).unwrap();
    let may = |users, transport, address: &str| {
        let config = Config { transport, ..Config::new("Hjørring Kommune") };
        let clock = Clock::standing_at(Timestamp::UNIX_EPOCH, TimeZone::UTC);
        let app = App::new(config, clock, users, Key::new(&[7; 64]).unwrap());
        app.may_listen_on(address.parse::<SocketAddr>().unwrap())
    };
    for loopback in ["127.0.0.1:8080", "[::1]:8080"] {
        assert_eq!(may(users(), Transport::Loopback, loopback), Ok(()));
    }
    for elsewhere in ["0.0.0.0:8080", "[::]:8080", "10.0.0.7:8080"] {
        let address: SocketAddr = elsewhere.parse().unwrap();
        assert_eq!(may(users(), Transport::Tls, elsewhere), Err(Unsafe::DemoUsers(address)));
        assert_eq!(may(kept(), Transport::Loopback, elsewhere), Err(Unsafe::Unencrypted(address)));
        assert_eq!(may(kept(), Transport::Tls, elsewhere), Ok(()));
    }
}

#[test]
fn secrets_are_not_shown_when_debugged() {
    let users = Users::demo(CHEAP).unwrap();
    let clock = Clock::standing_at(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let app = App::new(Config::new("Hjørring Kommune"), clock, users, Key::new(&[7; 64]).unwrap());
    let shown = format!("{app:?}");
    assert!(!shown.contains("$argon2") && !shown.contains("7, 7, 7"), "{shown}");
}
