//! How long the server takes for a page, from the request to the last byte, with 100,000 cases in the record: `cargo bench -p web`.
//!
//! `cargo bench -p web -- 1000` takes so many cases; `GENVEJ_BENCH_DIR` names the folder of the record.
#![allow(clippy::disallowed_methods, reason = "measuring is what a bench is for")]

#[path = "../tests/it/record.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
#[allow(clippy::unwrap_used, reason = "the examples are there, and are read by tests")]
mod record;

use std::{
    error::Error,
    time::{Duration, Instant},
};

use axum::{Router, body::Body, http::Request, response::Response};
use case::citizen_number::StatedNumber;
use jiff::{Timestamp, ToSpan};
use record::{Record, TODAY, again, confirmed, plan};
use tower::ServiceExt;
use web::{App, Clock, Config, Faults, Key, access::user::DEMO_PASSWORD};

const CASES: u32 = 100_000;
const ROUNDS: usize = 101;

/// The pages that staff open all day: the list, a search in it, a page far down, the search in all cases, a case.
const PAGES: [&str; 6] = [
    "/arbejdsliste",
    "/arbejdsliste?q=test+77",
    "/arbejdsliste?frist=overskredet&side=40",
    "/sager?q=test+7",
    "/sager/2026-0007",
    "/ret",
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(CASES);
    let record = Record::with_demo_users().await;
    let begun = Instant::now();
    fill(&record, count).await;
    println!("{count} cases taken in within {:.1?}", begun.elapsed());
    let clock = Clock::standing_at("2026-04-07T09:12:00+02:00".parse::<Timestamp>()?);
    let config = Config { password_cost: record::CHEAP, ..Config::new("Hjørring Kommune") };
    let router = web::router(App::new(config, clock, record.cases.clone(), Key::random()?, Faults::untold()));
    let session = sign_in(&router).await?;
    for path in PAGES {
        let (median, worst, bytes) = measure(&router, &session, path).await?;
        println!("{path}: median {median:.2?}, worst of {ROUNDS} {worst:.2?}, {bytes} bytes");
    }
    Ok(())
}

/// Cases received over the last ten weeks, so that every urgency is there. Each is a person of its own: without a number
/// nobody knows who it is.
async fn fill(record: &Record, count: u32) {
    let sample = plan("genoptraeningsplan.xml");
    for number in 0..count {
        let received = TODAY - i64::from(number % 70).days();
        let mut plan = again(sample.clone(), &format!("nr-{number}"), received);
        plan.citizen.number = StatedNumber::NotStated;
        plan.citizen.name.given = Some(format!("Test {number}"));
        record.take_in(plan, received, vec![confirmed(received)]).await;
    }
}

async fn ask(router: &Router, request: Request<Body>) -> Result<Response, Box<dyn Error>> {
    Ok(router.clone().oneshot(request).await?)
}

/// Signs in as the therapist, and gives the session's cookie.
async fn sign_in(router: &Router) -> Result<String, Box<dyn Error>> {
    let form = ask(router, Request::get("/log-ind").body(Body::empty())?).await?;
    let cookie = cookies(&form);
    let page = axum::body::to_bytes(form.into_body(), usize::MAX).await?;
    let page = String::from_utf8_lossy(&page);
    let token = page.split("name=\"formular\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let body = format!("formular={}&navn=terapeut&adgangskode={DEMO_PASSWORD}", token.unwrap_or_default());
    let signed_in = ask(router, Request::post("/log-ind").header("cookie", cookie).body(Body::from(body))?).await?;
    Ok(cookies(&signed_in))
}

fn cookies(response: &Response) -> String {
    let set = response.headers().get_all("set-cookie").iter();
    set.filter_map(|value| value.to_str().ok()?.split(';').next()).collect::<Vec<_>>().join("; ")
}

async fn measure(router: &Router, session: &str, path: &str) -> Result<(Duration, Duration, usize), Box<dyn Error>> {
    let (mut times, mut bytes) = (Vec::with_capacity(ROUNDS), 0);
    for _ in 0..ROUNDS {
        let request = Request::get(path).header("cookie", session).body(Body::empty())?;
        let begun = Instant::now();
        let answer = ask(router, request).await?;
        if !answer.status().is_success() {
            return Err(format!("{path}: {}", answer.status()).into());
        }
        bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await?.len();
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok((times[ROUNDS / 2], times[ROUNDS - 1], bytes))
}
