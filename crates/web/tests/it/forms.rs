//! A form is taken from our own page of the same session, or not at all.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use case::Role;
use web::access::{guard::FORM_LIMIT, user::DEMO_PASSWORD};

use crate::browser::House;

#[tokio::test]
async fn a_form_without_its_sessions_token_changes_nothing() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    let theirs = house.signed_in_as(Role::CaseOfficer).await.get("/was").await.form_token();
    for token in ["", "0", &"0".repeat(32), &theirs] {
        let answer = browser.post("/log-af", token, &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{token}");
        assert!(answer.text().contains("Intet er ændret."));
    }
    assert_eq!(browser.post_bare("/log-af", &[]).await.status, StatusCode::FORBIDDEN);
    assert!(browser.get("/was").await.text().contains("Demo Visitator"), "still signed in");
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_though_it_has_the_token() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    let body = format!("formular={}", browser.get("/was").await.form_token());
    let from = |name: &str, value: &str| {
        Request::post("/log-af")
            .header("host", "genvej.example")
            .header(name, value)
            .body(Body::from(body.clone()))
            .unwrap()
    };
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://elsewhere.example"),
        ("origin", "null"),
    ] {
        assert_eq!(browser.send(from(name, value)).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let answer = browser.send(from("origin", "https://genvej.example")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "our own origin, told by a browser that knows no better header");
}

#[tokio::test]
async fn signing_in_needs_the_form_that_this_browser_was_given() {
    let house = House::demo().await;
    let theirs = house.browser().get("/log-ind").await.form_token();
    let mut browser = house.browser();
    let fields = [("navn", "visitator"), ("adgangskode", DEMO_PASSWORD)];
    assert_eq!(browser.post("/log-ind", &theirs, &fields).await.status, StatusCode::FORBIDDEN, "no cookie");
    browser.get("/log-ind").await;
    assert_eq!(browser.post("/log-ind", &theirs, &fields).await.status, StatusCode::FORBIDDEN, "another browser's");
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_in_words() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    let token = browser.get("/was").await.form_token();
    let long = "a".repeat(FORM_LIMIT);
    let answer = browser.post("/log-af", &token, &[("grund", &long)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("fylder for meget"));
    let answer = house.browser().post_bare("/log-ind", &[("navn", &long)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn bytes_that_are_no_form_do_no_harm() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::CaseOfficer).await;
    for body in [&b"\0\xff\xfe%%%&&==;"[..], b"{\"a\":1}", b"<?xml?>", &[0xff; 64]] {
        let request = Request::post("/log-af").body(Body::from(body.to_vec())).unwrap();
        assert_eq!(browser.send(request).await.status, StatusCode::FORBIDDEN);
    }
}
