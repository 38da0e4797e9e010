//! Stylesheets and icons, from the binary.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};

use crate::browser::House;

#[tokio::test]
async fn an_asset_is_kept_for_good_under_its_hash() {
    let house = House::demo().await;
    let answer = house.browser().get(&web::asset::url("genvej.css")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    assert!(answer.text().contains("--late"));
}

#[tokio::test]
async fn an_asset_under_an_older_hash_is_asked_for_again() {
    let house = House::demo().await;
    let answer = house.browser().get("/assets/0123456789abcdef/genvej.css").await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-cache"));
}

#[tokio::test]
async fn an_asset_that_the_browser_has_is_not_sent_again() {
    let house = House::demo().await;
    let path = web::asset::url("genvej.css");
    let tag = house.browser().get(&path).await.header("etag").to_owned();
    let again = Request::get(&path).header("if-none-match", tag).body(Body::empty()).unwrap();
    let answer = house.browser().send(again).await;
    assert_eq!((answer.status, answer.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test]
async fn text_is_compressed_for_those_who_can_read_it() {
    let house = House::demo().await;
    let path = web::asset::url("genvej.css");
    let plain = house.browser().get(&path).await;
    let asked = Request::get(&path).header("accept-encoding", "gzip").body(Body::empty()).unwrap();
    let packed = house.browser().send(asked).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.bytes.len() * 2 < plain.bytes.len());
}

#[tokio::test]
async fn pages_are_not_compressed_since_they_hold_secrets() {
    let house = House::demo().await;
    let asked = Request::get("/log-ind").header("accept-encoding", "gzip").body(Body::empty()).unwrap();
    assert_eq!(house.browser().send(asked).await.header("content-encoding"), "");
}

#[tokio::test]
async fn what_is_not_an_asset_is_not_there() {
    let house = House::demo().await;
    for path in ["genvej.scss", "../Cargo.toml", ".gitignore", "vendor/", ""] {
        let answer = house.browser().get(&web::asset::url(path)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
