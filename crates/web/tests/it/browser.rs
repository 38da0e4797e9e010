//! A browser of few words: it keeps cookies and sends forms as a real one does.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use jiff::{Timestamp, tz::TimeZone};
use tower::ServiceExt;
use web::{
    App, Clock, Config,
    access::{
        cookie::Key,
        guard::TOKEN_FIELD,
        password::Cost,
        role::Role,
        user::{DEMO_PASSWORD, Users},
    },
};

/// The cheapest hash there is: the tests are about what follows from it.
pub(crate) const CHEAP: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };

/// 7 April 2026 at 9:12 in Denmark, in seconds.
const START: i64 = 1_775_545_920;

/// The program with its clock in the test's hand.
pub(crate) struct House {
    router: Router,
    seconds: Arc<AtomicI64>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

pub(crate) struct Browser<'a> {
    house: &'a House,
    cookies: BTreeMap<String, String>,
}

impl House {
    pub(crate) fn demo() -> Self {
        Self::with(Config::new("Hjørring Kommune"), Users::demo(CHEAP).unwrap())
    }

    pub(crate) fn with(config: Config, users: Users) -> Self {
        let seconds = Arc::new(AtomicI64::new(START));
        let read = Arc::clone(&seconds);
        let now = move || Timestamp::from_second(read.load(Ordering::Relaxed)).unwrap();
        let clock = Clock::new(now, TimeZone::fixed(jiff::tz::offset(2)));
        let key = Key::new(&[7; 64]).unwrap();
        Self { router: web::router(App::new(config, clock, users, key)), seconds }
    }

    pub(crate) fn minutes_pass(&self, minutes: i64) {
        self.seconds.fetch_add(minutes * 60, Ordering::Relaxed);
    }

    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookies: BTreeMap::new() }
    }

    pub(crate) async fn signed_in_as(&self, role: Role) -> Browser<'_> {
        let users = Users::demo(CHEAP).unwrap();
        let user = users.by_role().into_iter().find(|user| user.role == role).unwrap().name.to_string();
        let mut browser = self.browser();
        let answer = browser.sign_in(&user, DEMO_PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{role:?} signs in");
        browser
    }
}

impl Browser<'_> {
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as it is given, without the session's token.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(form(path).body(encoded(fields)).unwrap()).await
    }

    /// Sends a form of our own pages: with the token that they gave, and as coming from them.
    pub(crate) async fn post(&mut self, path: &str, token: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![(TOKEN_FIELD, token)];
        all.extend_from_slice(fields);
        self.post_bare(path, &all).await
    }

    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.house.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(set.to_str().unwrap());
        }
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    fn keep(&mut self, set: &str) {
        let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
        if set.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        let token = self.get("/log-ind").await.form_token();
        self.post("/log-ind", &token, &[("navn", name), ("adgangskode", password)]).await
    }

    pub(crate) fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.clone()
    }

    pub(crate) fn set_cookies(&mut self, cookies: BTreeMap<String, String>) {
        self.cookies = cookies;
    }
}

fn form(path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
}

fn encoded(fields: &[(&str, &str)]) -> Body {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    Body::from(body.finish())
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The token in the first form of the page.
    pub(crate) fn form_token(&self) -> String {
        let start = format!("name=\"{TOKEN_FIELD}\" value=\"");
        let after = self.text().split(&start).nth(1).expect("a form with a token");
        after.split('"').next().unwrap().to_owned()
    }
}
