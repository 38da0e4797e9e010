//! How often one may guess at a password.

use std::net::Ipv4Addr;

use axum::{body::Body, extract::Request};
use jiff::{SignedDuration, Timestamp};
use web::{
    Config,
    access::{
        source::{Peer, Source},
        throttle::{REMEMBERED, TRIES, TRIES_FROM_WHEREVER, Throttle},
        user::UserName,
    },
    config::Transport,
};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn name(text: &str) -> UserName {
    UserName::read(text).unwrap()
}

/// One of many places.
fn place(number: usize) -> Source {
    Source::at(Ipv4Addr::from_bits(0x0a00_0000 + u32::try_from(number).unwrap()).into())
}

#[test]
fn tries_are_counted_also_when_ten_thousand_names_are_remembered() {
    let throttle = Throttle::default();
    for number in 0..REMEMBERED {
        assert!(throttle.admits(&name(&format!("navn-{number}")), place(1), NOW));
    }
    let admitted = (0..10).filter(|_| throttle.admits(&name("mona"), place(1), NOW)).count();
    assert_eq!(admitted, TRIES);
}

#[test]
fn a_try_counts_for_a_quarter_of_an_hour() {
    let throttle = Throttle::default();
    for _ in 0..TRIES {
        assert!(throttle.admits(&name("mona"), place(1), NOW));
    }
    let after = |minutes| NOW.saturating_add(SignedDuration::from_mins(minutes)).unwrap();
    assert!(!throttle.admits(&name("mona"), place(1), after(14)));
    assert!(throttle.admits(&name("mona"), place(1), after(15)));
}

#[test]
fn guesses_from_many_places_are_counted_together() {
    let throttle = Throttle::default();
    for number in 0..TRIES_FROM_WHEREVER {
        assert!(throttle.admits(&name("mona"), place(number / TRIES), NOW));
    }
    let fresh = place(1_000);
    assert!(throttle.admits(&name("mona"), fresh, NOW), "who has not tried in vain gets in");
    assert!(!throttle.admits(&name("mona"), fresh, NOW), "and has one try");
    throttle.forget(&name("mona"), fresh);
    assert!(throttle.admits(&name("mona"), fresh, NOW), "a right password is not held against anybody");
    assert!(throttle.admits(&name("lars"), place(0), NOW), "others need not wait");
}

#[test]
fn the_source_is_what_a_server_in_front_says_only_behind_tls_and_when_asked_for() {
    let request = |told: &str| {
        let mut request = Request::builder().header("x-forwarded-for", told).body(Body::empty()).unwrap();
        request.extensions_mut().insert(Peer([127, 0, 0, 1].into()));
        request
    };
    let asked = Config { source_header: Some("x-forwarded-for".parse().unwrap()), ..Config::new("Hjørring Kommune") };
    let behind_tls = Config { transport: Transport::Tls, ..asked.clone() };
    let not_asked = Config { source_header: None, ..behind_tls.clone() };
    let (here, there) = (Source::at([127, 0, 0, 1].into()), Source::at([10, 0, 0, 7].into()));
    for told in ["10.0.0.7", "1.2.3.4, 10.0.0.7", "10.0.0.7:4711"] {
        assert_eq!(Source::of(&request(told), &behind_tls), there, "{told}");
        assert_eq!(Source::of(&request(told), &asked), here, "{told}");
        assert_eq!(Source::of(&request(told), &not_asked), here, "{told}");
    }
    assert_eq!(Source::of(&request("nogen"), &behind_tls), here);
}

#[test]
fn a_network_of_ipv6_is_one_place() {
    let at = |address: &str| Source::at(address.parse().unwrap());
    assert_eq!(at("2001:db8::1"), at("2001:db8::ffff:1"));
    assert_ne!(at("2001:db8::1"), at("2001:db8:0:1::1"));
    assert_eq!(at("::ffff:10.0.0.7"), at("10.0.0.7"));
}
