//! Nobody is sent from a page of ours to another host's, and no CPR number stands in an address.

use axum::http::StatusCode;
use case::Role;
use proptest::prelude::*;
use web::access::{cpr, own_path::OwnPath};

use crate::browser::House;

/// Where a browser ends that is on `https://genvej.example/` and is told to go to this address, after the URL standard: tabs and
/// line ends are dropped, a backslash is a slash, and what begins with two slashes names a host.
fn names_a_host(address: &str) -> bool {
    let read: String =
        address.trim_matches(|c| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\r' | '\n')).collect();
    let read = read.replace('\\', "/");
    !read.starts_with('/') || read.starts_with("//")
}

proptest! {
    #[test]
    fn an_address_of_ours_names_no_host_and_fits_into_a_header(text in r"[/\\]{0,3}[ \t\r\n\x00]{0,2}[/\\]{0,2}.{0,20}") {
        if let Some(path) = OwnPath::read(&text) {
            prop_assert!(!names_a_host(path.as_str()), "{text:?}");
            prop_assert!(axum::http::HeaderValue::from_str(path.as_str()).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn every_address_that_our_pages_spell_is_ours(path in "(/[a-zæøå0-9-]{1,12}){1,3}", words in "\\PC{0,12}") {
        let path: String = path.split('/').map(|part| form_urlencoded::byte_serialize(part.as_bytes()).collect()).collect::<Vec<String>>().join("/");
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", &words).finish();
        let address = format!("{path}?{query}");
        prop_assert!(OwnPath::read(&address).is_some());
    }
}

#[tokio::test]
async fn the_switch_of_language_leads_to_no_other_host() {
    let house = House::demo().await;
    for asked in ["//evil.example/x?sprog=en", "/%09/evil.example?sprog=en", "//evil.example?sprog=da"] {
        let answer = house.browser().get(asked).await;
        assert!(OwnPath::read(answer.header("location")).is_some(), "{asked}: {}", answer.header("location"));
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{asked}");
    }
    let missing = house.browser().get("//evil.example/x").await;
    assert!(!missing.text().contains("href=\"//"), "nor do the links of the page that says so");
}

#[tokio::test]
async fn whoever_has_signed_in_is_led_on_to_our_own_pages_alone() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    for wanted in
        ["/%09/evil.example", "/%0a", "/%0d", "/%00", "//evil.example", "/%5Cevil.example", "%C3%A6", "/%C3%A6"]
    {
        let answer = browser.get(&format!("/log-ind?videre={wanted}")).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{wanted}");
    }
    let answer = browser.get("/log-ind?videre=%2Fsager%3Fq%3DRuddi").await;
    assert_eq!(answer.header("location"), "/sager?q=Ruddi");
}

#[test]
fn a_cpr_number_is_seen_wherever_it_stands_and_however_it_is_typed() {
    let typed = [
        "1502779995",
        "150277-9995",
        "150277 9995",
        " 15 02 77 99 95 ",
        "15.02.77-9995",
        "150277\u{2013}9995",
        "150277\u{a0}9995",
        "Ruddi 1502779995",
        "1502779995, Ruddi",
        "cpr150277-9995!",
        "2026-0001 150277-9995",
        "15027799950",
        "150277-1AB2",
        "ruddi 1502771ab2",
    ];
    for text in typed {
        assert!(cpr::is_in(text), "{text}");
    }
    for text in [
        "",
        "Ruddi",
        "2026-0001",
        "2026-04-07",
        "150277",
        "15. februar 1977",
        "Ruddi 150277",
        "12345678",
        "2026-0001 2026-0002",
    ] {
        assert!(!cpr::is_in(text), "{text}");
    }
}

/// As they may be typed into an address, one of them inside another.
const WITH_A_NUMBER: [&str; 6] = [
    "/sager?q=1502779995",
    "/sager?q=Ruddi+1502779995",
    "/arbejdsliste?q=150277%209995&frist=snart",
    "/arbejdsliste?q=150277-9995",
    "/sager/150277-9995",
    "/arbejdsliste?frist=snart&150277-9995",
];

#[tokio::test]
async fn whoever_searches_for_a_cpr_number_in_an_address_is_led_to_the_form_that_posts_it() {
    let house = House::demo().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    for asked in WITH_A_NUMBER {
        for browser in [&mut officer, &mut house.browser()] {
            let answer = browser.get(asked).await;
            let led = (answer.status, answer.header("location"));
            assert_eq!(led, (StatusCode::SEE_OTHER, "/sager?fejl=cpr"), "{asked}");
        }
    }
    let to_sign_in = house.browser().get("/sager?fejl=cpr").await;
    assert_eq!(to_sign_in.header("location"), "/log-ind?videre=%2Fsager%3Ffejl%3Dcpr");
    let mut manager = house.signed_in_as(Role::Manager).await;
    manager.get("/sager?fejl=cpr").await.says("Du kan ikke søge på CPR-nummer.");
    assert!(house.faults().is_empty(), "nobody who runs the program is told of it: {:?}", house.faults());
}

#[tokio::test]
async fn no_cpr_number_is_carried_on_in_an_address() {
    let house = House::demo().await;
    for asked in WITH_A_NUMBER {
        let wanted: String = form_urlencoded::byte_serialize(asked.as_bytes()).collect();
        let answer = house.browser().get(&format!("/log-ind?videre={wanted}")).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/log-ind"), "{asked}");
    }
    let act = house.browser().post_bare("/sager/2026-0001/record_first_contact?q=150277+9995", &[]).await;
    assert!(!act.text().contains("9995"), "{}", act.told());
    let answer = house.browser().get("/ret?x=1&cpr=150277-9995").await;
    assert_eq!(answer.header("location"), "/ret?x=1", "of another page only the number goes");
}
