//! A browser of few words: it keeps cookies and sends forms as a real one does.

use std::{
    collections::BTreeMap,
    net::IpAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use case::{CaseId, Role};
use http_body_util::BodyExt;
use jiff::Timestamp;
use store::{AccessLog as _, Cases, Sqlite, StreamId};
use tower::ServiceExt;
use web::{
    App, Clock, Config, Faults, Key,
    access::{guard::TOKEN_FIELD, source::Peer, user::DEMO_PASSWORD},
};

use crate::record::{CHEAP, Record, hjoerring};

/// 7 April 2026 at 9:12 in Denmark, in seconds.
const START: i64 = 1_775_545_920;

/// The program with its clock in the test's hand.
pub(crate) struct House {
    router: Router,
    seconds: Arc<AtomicI64>,
    record: Record,
    faults: Arc<Mutex<Vec<String>>>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

pub(crate) struct Browser<'a> {
    house: &'a House,
    cookies: BTreeMap<String, String>,
    from: Option<IpAddr>,
}

/// The configuration of the tests.
pub(crate) fn config() -> Config {
    Config { password_cost: CHEAP, ..Config::new("Hjørring Kommune") }
}

/// The name with which a role's demo user signs in.
fn demo_name(role: Role) -> String {
    let users = web::demo_users(CHEAP).unwrap();
    users.into_iter().find(|user| user.role.as_str() == role.word()).unwrap().id.to_string()
}

impl House {
    pub(crate) async fn demo() -> Self {
        Self::with(config(), Record::with_demo_users().await)
    }

    pub(crate) fn with(config: Config, record: Record) -> Self {
        let seconds = Arc::new(AtomicI64::new(START));
        let read = Arc::clone(&seconds);
        let clock = Clock::new(move || Timestamp::from_second(read.load(Ordering::Relaxed)).unwrap());
        let key = Key::new(&[7; 64]).unwrap();
        let faults = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&faults);
        let tell = Faults::told_to(move |fault| told.lock().unwrap().push(fault.to_string()));
        let app = App::new(config, clock, record.cases.clone(), key, tell);
        Self { router: web::router(app), seconds, record, faults }
    }

    pub(crate) fn record(&self) -> &Record {
        &self.record
    }

    pub(crate) fn cases(&self) -> &Cases<Sqlite> {
        &self.record.cases
    }

    /// What whoever runs the program was told.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.faults.lock().unwrap().clone()
    }

    /// What a case was opened for, the latest first, each with who.
    pub(crate) async fn openings(&self, case: &CaseId) -> Vec<String> {
        let key = StreamId::new(case.to_string()).unwrap();
        let accesses = self.cases().store().accesses(hjoerring(), &key).await.unwrap();
        accesses.into_iter().map(|access| format!("{} {}", access.user, access.purpose)).collect()
    }

    pub(crate) fn minutes_pass(&self, minutes: i64) {
        self.seconds.fetch_add(minutes * 60, Ordering::Relaxed);
    }

    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookies: BTreeMap::new(), from: None }
    }

    /// A browser on the machine with this address.
    pub(crate) fn browser_at(&self, address: &str) -> Browser<'_> {
        Browser { from: Some(address.parse().unwrap()), ..self.browser() }
    }

    pub(crate) async fn signed_in_as(&self, role: Role) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.sign_in(&demo_name(role), DEMO_PASSWORD).await;
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
        if let Some(from) = self.from {
            request.extensions_mut().insert(Peer(from));
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

    /// Sends the form of the page with this id: what it holds, with these fields filled in.
    pub(crate) async fn send_form(&mut self, page: &Answer, id: &str, fields: &[(&str, &str)]) -> Answer {
        let form = page.form(id);
        let mut all: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.retain(|(name, _)| fields.iter().all(|(filled, _)| filled != name));
        all.extend_from_slice(fields);
        self.post_bare(&form.action, &all).await
    }

    /// Sends a form, and goes where its answer leads.
    pub(crate) async fn do_form(&mut self, page: &Answer, id: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.send_form(page, id, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.shortly());
        let next = answer.header("location").to_owned();
        self.get(&next).await
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

/// A form as the page holds it: what a browser would send if nothing were changed.
pub(crate) struct PageForm {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
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

    /// The form with this id.
    pub(crate) fn form(&self, id: &str) -> PageForm {
        let forms = self.text().split("<form ").skip(1).map(|rest| rest.split("</form>").next().unwrap());
        let form =
            forms.into_iter().find(|form| attribute(form.split('>').next().unwrap(), "id").as_deref() == Some(id));
        let form = form.unwrap_or_else(|| panic!("no form {id} in {}", self.told()));
        let mut fields = Vec::new();
        for input in form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let is_chosen = !matches!(attribute(input, "type").as_deref(), Some("radio" | "checkbox"))
                || input.contains(" checked");
            if let Some(name) = attribute(input, "name").filter(|_| is_chosen) {
                fields.push((name, attribute(input, "value").unwrap_or_default()));
            }
        }
        for area in form.split("<textarea").skip(1).map(|rest| rest.split("</textarea>").next().unwrap()) {
            let (head, value) = area.split_once('>').unwrap();
            fields.push((attribute(head, "name").unwrap(), value.to_owned()));
        }
        PageForm { action: attribute(form, "action").unwrap(), fields }
    }

    pub(crate) fn has_form(&self, id: &str) -> bool {
        self.text().contains(&format!("id=\"{id}\""))
    }

    /// What the page says, without its markup: for messages, and for what no test should ask of the markup.
    pub(crate) fn told(&self) -> String {
        let main = self.text().split("<main").nth(1).map_or(self.text(), |rest| rest.split("</main>").next().unwrap());
        let mut told = String::new();
        for piece in main.split('<') {
            told.push(' ');
            told.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        }
        let plain = told.replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&").replace('\u{a0}', " ");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The page says this.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.told().contains(words), "»{words}« is not in: {}", self.shortly());
        self
    }

    /// The page doesn't say this.
    #[track_caller]
    pub(crate) fn says_not(&self, words: &str) -> &Self {
        assert!(!self.told().contains(words), "»{words}« is in: {}", self.shortly());
        self
    }

    /// The beginning of what the page says, for messages.
    fn shortly(&self) -> String {
        self.told().chars().take(1500).collect()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split(&format!(" {name}=\"")).nth(1).or_else(|| tag.strip_prefix(&format!("{name}=\"")))?;
    Some(after.split('"').next()?.replace("&#34;", "\"").replace("&amp;", "&"))
}
