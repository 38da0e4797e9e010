//! Danish first, English for those who ask.

use axum::http::StatusCode;

use crate::browser::House;

#[tokio::test]
async fn the_switch_is_kept_and_leaves_the_address() {
    let house = House::demo().await;
    let mut browser = house.browser();
    assert!(browser.get("/was").await.text().contains("<html lang=\"da\">"));
    let answer = browser.get("/was?fra=1&sprog=en").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/was?fra=1"));
    let page = browser.get("/was").await;
    assert!(page.text().contains("<html lang=\"en\">") && page.text().contains("Accessibility"));
    browser.get("/was?sprog=da").await;
    assert!(browser.get("/was").await.text().contains("<html lang=\"da\">"));
}

#[tokio::test]
async fn the_footer_offers_this_page_in_the_other_language() {
    let house = House::demo().await;
    let page = house.browser().get("/log-ind?videre=%2Fwas").await;
    assert!(page.text().contains("href=\"/log-ind?videre=%2Fwas&#38;sprog=en\""), "{}", page.text());
}

#[tokio::test]
async fn a_language_that_we_do_not_speak_changes_nothing() {
    let house = House::demo().await;
    let answer = house.browser().get("/was?sprog=tlh").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text().contains("<html lang=\"da\">"));
}

#[tokio::test]
async fn problems_are_told_in_the_readers_language() {
    let house = House::demo().await;
    let mut browser = house.browser();
    browser.get("/was?sprog=en").await;
    assert!(browser.get("/findes-ikke").await.text().contains("There is no such page"));
}
