//! A page as the server makes it: from the request to the last byte, without a network.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, header};
use store::{Cases, Sqlite, Users as _};
use tower::ServiceExt as _;
use web::access::password::Cost;
use web::access::user::DEMO_PASSWORD;
use web::{App, Clock, Config, Faults, Key};

use crate::fault::Fault;
use crate::record::municipality;

/// The cheapest hash there is: signing in is no part of what is measured.
const CHEAP: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };

/// The pages, as a therapist sees them.
pub(super) struct Pages {
    router: Router,
    session: String,
}

impl Pages {
    /// # Errors
    /// Where nobody can sign in.
    pub(super) async fn of(cases: &Cases<Sqlite>) -> Result<Self, Fault> {
        for user in web::demo_users(CHEAP)? {
            cases.store().add_user(municipality()?, &user).await?;
        }
        let clock = Clock::standing_at("2026-04-07T09:12:00+02:00".parse()?);
        let config = Config { password_cost: CHEAP, ..Config::new("Hjørring Kommune") };
        let router = web::router(App::new(config, clock, cases.clone(), Key::random()?, Faults::untold()));
        let session = sign_in(&router).await?;
        Ok(Self { router, session })
    }

    /// The page's bytes, compressed as a browser asks for.
    ///
    /// # Errors
    /// Where it isn't shown.
    pub(super) async fn show(&self, path: &str) -> Result<Bytes, Fault> {
        let request = Request::get(path).header(header::COOKIE, &self.session).header(header::ACCEPT_ENCODING, "gzip");
        let answer = self.router.clone().oneshot(request.body(Body::empty())?).await?;
        if !answer.status().is_success() {
            return Err(format!("{path} answers {}", answer.status()).into());
        }
        Ok(axum::body::to_bytes(answer.into_body(), usize::MAX).await?)
    }
}

/// Signs in as the therapist, with the form that the page gives, and has the session's cookie.
async fn sign_in(router: &Router) -> Result<String, Fault> {
    let form = router.clone().oneshot(Request::get("/log-ind").body(Body::empty())?).await?;
    let cookie = cookies(form.headers());
    let form = axum::body::to_bytes(form.into_body(), usize::MAX).await?;
    let form = String::from_utf8_lossy(&form);
    let token = form.split("name=\"formular\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let token = token.ok_or("the sign-in form has no token")?;
    let filled = format!("formular={token}&navn=terapeut&adgangskode={DEMO_PASSWORD}");
    let request = Request::post("/log-ind")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(filled))?;
    let answer = router.clone().oneshot(request).await?;
    if !answer.status().is_redirection() {
        return Err(format!("signing in answers {}", answer.status()).into());
    }
    Ok(cookies(answer.headers()))
}

fn cookies(headers: &HeaderMap) -> String {
    let set = headers.get_all(header::SET_COOKIE).iter();
    let pairs: Vec<&str> = set.filter_map(|value| value.to_str().ok()?.split(';').next()).collect();
    pairs.join("; ")
}
