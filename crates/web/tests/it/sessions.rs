//! Signing in, staying signed in, signing out.

use axum::http::StatusCode;
use case::Role;
use store::Users as _;
use web::{
    Config,
    access::{
        cookie::{Key, NoKey},
        user::{DEMO_PASSWORD, UserName},
    },
    config::Transport,
};

use crate::{
    browser::{House, config},
    record::{CHEAP, Record, hjoerring},
};

#[tokio::test]
async fn the_right_password_opens_the_page_that_was_wanted() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let token = browser.get("/log-ind?videre=%2Fwas").await.form_token();
    let fields = [("navn", " Visitator "), ("adgangskode", DEMO_PASSWORD), ("videre", "/was")];
    let answer = browser.post("/log-ind", &token, &fields).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/was"));
    assert!(browser.get("/was").await.text().contains("Demo Visitator · visitator"));
}

#[tokio::test]
async fn a_link_from_elsewhere_does_not_lead_elsewhere_after_sign_in() {
    let house = House::demo().await;
    let elsewhere =
        ["https://example.org/", "//example.org", "/\\example.org", "/\t/example.org", "/a\r\nb", "/\0", "example", ""];
    for wanted in elsewhere {
        let mut browser = house.browser();
        let token = browser.get("/log-ind").await.form_token();
        let fields = [("navn", "visitator"), ("adgangskode", DEMO_PASSWORD), ("videre", wanted)];
        let answer = browser.post("/log-ind", &token, &fields).await;
        assert_eq!(answer.header("location"), "/", "{wanted}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_a_wrong_name_are_answered_alike() {
    let house = House::demo().await;
    for (name, password) in [("visitator", "forkert"), ("ingen", DEMO_PASSWORD), ("", ""), ("vi sitator", "x")] {
        let answer = house.browser().sign_in(name, password).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.text().contains("Brugernavn og adgangskode passer ikke sammen."), "{name}");
        assert!(!answer.text().contains("forkert"), "the password never comes back");
    }
}

#[tokio::test]
async fn after_five_wrong_passwords_from_one_place_the_name_must_wait_a_quarter_of_an_hour() {
    let house = House::demo().await;
    for _ in 0..5 {
        let answer = house.browser().sign_in("visitator", "forkert").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = house.browser().sign_in("visitator", DEMO_PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "the right one must wait as well");
    assert_eq!(
        house.browser().sign_in("terapeut", DEMO_PASSWORD).await.status,
        StatusCode::SEE_OTHER,
        "others need not"
    );
    house.minutes_pass(15);
    assert_eq!(house.browser().sign_in("visitator", DEMO_PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_right_password_forgives_the_wrong_ones_before_it() {
    let house = House::demo().await;
    for _ in 0..3 {
        for _ in 0..4 {
            house.browser().sign_in("visitator", "forkert").await;
        }
        assert_eq!(house.browser().sign_in("visitator", DEMO_PASSWORD).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_a_request() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::Therapist).await;
    house.minutes_pass(29);
    assert!(browser.get("/was").await.text().contains("Demo Terapeut"));
    house.minutes_pass(29);
    assert!(browser.get("/was").await.text().contains("Demo Terapeut"), "each request begins the half hour anew");
    house.minutes_pass(30);
    assert!(!browser.get("/was").await.text().contains("Demo Terapeut"));
}

#[tokio::test]
async fn a_session_ends_after_ten_hours_however_busy() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::Therapist).await;
    for _ in 0..29 {
        house.minutes_pass(20);
        assert!(browser.get("/was").await.text().contains("Demo Terapeut"));
    }
    house.minutes_pass(20);
    assert!(!browser.get("/was").await.text().contains("Demo Terapeut"));
}

#[tokio::test]
async fn signing_out_ends_the_session_for_a_copy_of_its_cookie_too() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::Manager).await;
    let stolen = browser.cookies();
    let token = browser.get("/was").await.form_token();
    let answer = browser.post("/log-af", &token, &[]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/log-ind"));
    assert!(!browser.get("/was").await.text().contains("Demo Leder"));
    browser.set_cookies(stolen);
    assert!(!browser.get("/was").await.text().contains("Demo Leder"));
}

#[tokio::test]
async fn a_cookie_that_was_changed_is_nobodys() {
    let house = House::demo().await;
    let mut browser = house.signed_in_as(Role::Therapist).await;
    let forged =
        browser.cookies().into_iter().map(|(name, value)| (name, value.replace("terapeut", "leder"))).collect();
    browser.set_cookies(forged);
    let page = browser.get("/was").await;
    assert!(!page.text().contains("Demo Leder") && !page.text().contains("Demo Terapeut"));
}

#[tokio::test]
async fn a_session_of_somebody_who_is_no_longer_a_user_is_over() {
    let before = House::demo().await;
    let cookies = before.signed_in_as(Role::Therapist).await.cookies();
    let after = House::with(config(), Record::empty().await);
    let mut browser = after.browser();
    browser.set_cookies(cookies);
    assert!(!browser.get("/was").await.text().contains("Demo Terapeut"));
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_and_over_tls_of_anything_else() {
    let house = House::demo().await;
    let answer = house.browser().sign_in("visitator", DEMO_PASSWORD).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
    assert!(!cookie.contains("Secure"), "a browser keeps no such cookie from http: {cookie}");

    let config = Config { transport: Transport::Tls, ..config() };
    let behind_tls = House::with(config, Record::with_somebody_real().await);
    let answer = behind_tls.browser().sign_in("mona", DEMO_PASSWORD).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-genvej-session=") && cookie.contains("Secure"), "{cookie}");
}

#[test]
fn a_short_key_is_no_key() {
    assert_eq!(Key::new(b"kort").unwrap_err(), NoKey::TooShort(4));
    assert!(Key::new(&[1; 64]).is_ok());
}

#[test]
fn a_users_name_is_of_plain_letters() {
    assert_eq!(UserName::read(" Mette.Lind-2 ").unwrap().as_str(), "mette.lind-2");
    for typed in ["", "mette lind", "mette=lind", "ærø", "a\u{301}", &"a".repeat(65)] {
        assert!(UserName::read(typed).is_err(), "{typed}");
    }
}

#[tokio::test]
async fn nobody_locks_a_colleague_out_from_another_machine() {
    let house = House::demo().await;
    for _ in 0..6 {
        house.browser_at("10.0.0.66").sign_in("visitator", "forkert").await;
    }
    let there = house.browser_at("10.0.0.66").sign_in("visitator", DEMO_PASSWORD).await;
    assert_eq!(there.status, StatusCode::TOO_MANY_REQUESTS);
    let elsewhere = house.browser_at("10.0.0.7").sign_in("visitator", DEMO_PASSWORD).await;
    assert_eq!(elsewhere.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn demo_users_do_not_sign_in_where_others_reach_the_pages() {
    let here = House::demo().await;
    let session = here.signed_in_as(Role::CaseOfficer).await.cookies();
    let config = Config { transport: Transport::Tls, ..config() };
    let public = House::with(config, Record::empty().await);
    // Made while the pages are served.
    for user in web::demo_users(CHEAP).unwrap() {
        public.cases().store().add_user(hjoerring(), &user).await.unwrap();
    }
    let page = public.browser().get("/log-ind").await;
    page.says_not("visitator").says_not("genvej");
    let answer = public.browser().sign_in("visitator", DEMO_PASSWORD).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut browser = public.browser();
    browser.set_cookies(session.into_iter().map(|(name, value)| (format!("__Host-{name}"), value)).collect());
    assert!(!browser.get("/was").await.text().contains("Demo Visitator"), "nor does a session from before hold");
}
