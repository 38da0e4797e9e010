//! Every route, asked by everybody.

use axum::http::StatusCode;
use case::Role;
use web::{
    access::guard::{Access, Verb},
    routes,
};

use crate::browser::{Answer, Browser, House};

/// The path with something in the places that differ.
pub(crate) fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { "1" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

async fn call(browser: &mut Browser<'_>, verb: Verb, path: &str, token: &str) -> Answer {
    match verb {
        Verb::Get => browser.get(path).await,
        Verb::Post => browser.post(path, token, &[]).await,
    }
}

#[tokio::test]
async fn a_route_answers_the_roles_that_it_names_and_no_other() {
    let house = House::demo().await;
    for endpoint in routes::all() {
        for role in Role::OF_PEOPLE {
            // A session of its own for each call: one of the routes ends it.
            let mut browser = house.signed_in_as(role).await;
            let token = browser.get("/was").await.form_token();
            let answer = call(&mut browser, endpoint.verb(), &filled(endpoint.path()), &token).await;
            let is_forbidden = answer.status == StatusCode::FORBIDDEN;
            // A bare sign-in form lacks the token that the browser was given.
            let is_sign_in_form = endpoint.path() == "/log-ind" && endpoint.verb() == Verb::Post;
            let admitted = endpoint.access().admits(Some(role)) && !is_sign_in_form;
            assert_eq!(
                is_forbidden,
                !admitted,
                "{role:?} {:?} {}: {}",
                endpoint.verb(),
                endpoint.path(),
                answer.status
            );
        }
    }
}

#[tokio::test]
async fn nobody_gets_past_the_guard_without_signing_in() {
    let house = House::demo().await;
    for endpoint in routes::all().into_iter().filter(|endpoint| endpoint.access() != Access::Public) {
        let answer = call(&mut house.browser(), endpoint.verb(), &filled(endpoint.path()), "").await;
        match endpoint.verb() {
            Verb::Get => {
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", endpoint.path());
                assert!(answer.header("location").starts_with("/log-ind?videre="));
            }
            Verb::Post => {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", endpoint.path());
                let leads_back = answer.text().contains("href=\"/log-ind?videre=%2Fsager%2F");
                assert_eq!(leads_back, endpoint.path().starts_with("/sager/{sag}/"), "{}", endpoint.path());
            }
        }
    }
}

#[tokio::test]
async fn an_unknown_address_is_told_in_words() {
    let house = House::demo().await;
    let answer = house.browser().get("/findes-ikke").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text().contains("Siden findes ikke"));
}

#[tokio::test]
async fn the_front_page_leads_everybody_where_they_want() {
    let house = House::demo().await;
    let front = house.browser().get("/").await;
    assert_eq!(front.status, StatusCode::OK);
    assert!(front.text().contains("href=\"/ret\"") && front.text().contains("href=\"/log-ind\""));
    for role in [Role::CaseOfficer, Role::Therapist, Role::Manager] {
        assert_eq!(house.signed_in_as(role).await.get("/").await.header("location"), "/arbejdsliste", "{role:?}");
    }
    for role in [Role::ProviderManager, Role::Administrator] {
        house.signed_in_as(role).await.get("/").await.says("Din rolle ser ingen borgeres sager");
    }
}
