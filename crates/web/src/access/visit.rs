//! One request's visit: who comes, in which language, on which day.

use std::convert::Infallible;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Method, Uri, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use jiff::{Timestamp, civil::Date};

use super::{cookie::Cookies, cpr, own_path::OwnPath, role::Role, session::Session, source::Source, user::UserName};
use crate::{
    app::{App, Clock},
    language,
    problem::{self, Problem},
    text::Voice,
};

/// What is known of a request before any page looks at it.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The language to answer in.
    pub voice: Voice,
    /// The instant of the request: one for all that is done in it.
    pub now: Timestamp,
    /// The same as a date in Denmark.
    pub today: Date,
    /// What was asked for.
    pub uri: Uri,
    /// Where it comes from.
    pub source: Source,
    /// Who has signed in.
    pub visitor: Option<Visitor>,
}

/// Somebody who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// The name to sign in with.
    pub user: UserName,
    /// The name that others read.
    pub full_name: String,
    /// The role, as it is now: a role that was changed counts from the next request.
    pub role: Role,
    /// The session.
    pub session: Session,
}

/// The outermost layer of every page: leads away from addresses with a CPR number in them, works out the visit, and afterwards renews the session and puts problems in words.
pub async fn receive(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(elsewhere) = (*request.method() != Method::POST).then(|| cpr::led_away(request.uri())).flatten() {
        return Redirect::to(elsewhere.as_str()).into_response();
    }
    let cookies = Cookies::new(app.key(), app.config().transport);
    if let Some(chosen) = chosen_language(&request) {
        let mut response = Redirect::to(without_language(request.uri()).as_str()).into_response();
        cookies.keep_language(response.headers_mut(), chosen);
        return response;
    }
    let mut visit = visit_of(&app, &cookies, &request);
    let response = match visitor(&app, cookies.session(request.headers()), visit.now).await {
        Ok(visitor) => {
            visit.visitor = visitor;
            request.extensions_mut().insert(visit.clone());
            next.run(request).await
        }
        Err(problem) => problem.into_response(),
    };
    let mut response = problem::in_words(response, &app, &visit);
    let renewed = visit.visitor.as_ref().and_then(|visitor| visitor.session.renewed(visit.now));
    if let Some(session) = renewed.filter(|_| !cookies.sets_session(response.headers())) {
        cookies.keep_session(response.headers_mut(), &session);
    }
    response
}

/// What is known of the request itself.
fn visit_of(app: &App, cookies: &Cookies<'_>, request: &Request) -> Visit {
    let now = app.clock().now();
    let voice = Voice::new(cookies.language(request.headers()).unwrap_or_default());
    let source = Source::of(request, app.config());
    Visit { voice, now, today: Clock::date_of(now), uri: request.uri().clone(), source, visitor: None }
}

/// Who has signed in: the session's user as the record has them at this moment.
async fn visitor(app: &App, session: Option<Session>, now: Timestamp) -> Result<Option<Visitor>, Problem> {
    let session = session.filter(|session| session.holds(now, app.config().sessions) && !app.ended().has(session));
    let Some(session) = session else { return Ok(None) };
    let known = app.user(&session.user).await;
    let known = known.map_err(|fault| Problem::of_store(app, &fault))?;
    Ok(known.map(|user| Visitor { user: session.user.clone(), full_name: user.full_name, role: user.role, session }))
}

/// The language that the address asks to switch to: `?sprog=en`.
fn chosen_language(request: &Request) -> Option<language::Language> {
    if *request.method() != Method::GET {
        return None;
    }
    let query = form_urlencoded::parse(request.uri().query()?.as_bytes());
    query.into_iter().find(|(name, _)| name == language::PARAMETER).and_then(|(_, code)| language::by_code(&code))
}

/// The address without the switch, so that a link that is copied from it forces no language on others.
fn without_language(uri: &Uri) -> OwnPath {
    OwnPath::of(uri, Some(language::PARAMETER))
}

impl Visit {
    /// The same address with the switch to this language.
    pub fn in_language(&self, other: language::Language) -> String {
        let bare = without_language(&self.uri);
        let mark = if bare.as_str().contains('?') { '&' } else { '?' };
        format!("{bare}{mark}{}={}", language::PARAMETER, language::code(other))
    }
}

/// Every page below [`receive`] has a visit. Without that layer there is nobody, in Danish, at the epoch.
impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_else(|| Self {
            voice: Voice::default(),
            now: Timestamp::UNIX_EPOCH,
            today: Date::constant(1970, 1, 1),
            uri: parts.uri.clone(),
            source: Source::default(),
            visitor: None,
        }))
    }
}

/// A page that only those see who have signed in. Its route's guard has seen to it that there is somebody.
impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        visit.visitor.ok_or(Problem::SignedOut)
    }
}
