//! Routes, each with who may call it.
//!
//! A route is built in three steps: method and path, who may call it, and the handler. The handler can only be given to a
//! route that says who may call it:
//!
//! ```compile_fail
//! # use web::access::guard::Route;
//! // There is no `to` before `public` or `only`.
//! let endpoint = Route::get("/sager/{sag}").to(|| async { "" });
//! ```
//!
//! ```
//! # use web::access::{guard::Route, role::Role};
//! let endpoint = Route::get("/sager/{sag}").only(&[Role::CaseOfficer]).to(|| async { "" });
//! assert!(!endpoint.access().admits(Some(Role::Manager)));
//! ```

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    handler::Handler,
    http::{HeaderMap, Method, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{MethodFilter, MethodRouter, on},
};

use super::{role::Role, token::Token, visit::Visit};
use crate::{app::App, form::Sent, problem::Problem};

/// Bytes in the body of a form, at most. A form has a few dates and some sentences.
pub const FORM_LIMIT: usize = 256 * 1024;

/// The name under which a form carries its session's token.
pub const TOKEN_FIELD: &str = "formular";

/// Who may call a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Those who have signed in with one of these roles.
    Only(&'static [Role]),
}

impl Access {
    /// Whether it admits somebody with this role; `None` has not signed in.
    pub fn admits(self, role: Option<Role>) -> bool {
        match self {
            Self::Public => true,
            Self::Only(roles) => role.is_some_and(|role| roles.contains(&role)),
        }
    }
}

/// A route whose access has not been declared: it takes no handler.
#[derive(Clone, Copy, Debug)]
pub struct Undeclared(());

/// A route on its way to become an [`Endpoint`].
#[derive(Clone, Copy, Debug)]
pub struct Route<A = Undeclared> {
    verb: Verb,
    path: &'static str,
    access: A,
}

/// What pages are asked with. Nothing is changed but by `POST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `GET`, and `HEAD` with it.
    Get,
    /// `POST`.
    Post,
}

impl Verb {
    /// The HTTP method.
    pub fn method(self) -> Method {
        match self {
            Self::Get => Method::GET,
            Self::Post => Method::POST,
        }
    }
}

impl Route {
    /// A page, `{name}` for a part of the path that differs.
    pub const fn get(path: &'static str) -> Self {
        Self { verb: Verb::Get, path, access: Undeclared(()) }
    }

    /// A form's address.
    pub const fn post(path: &'static str) -> Self {
        Self { verb: Verb::Post, path, access: Undeclared(()) }
    }

    /// Everybody may call it.
    pub const fn public(self) -> Route<Access> {
        Route { verb: self.verb, path: self.path, access: Access::Public }
    }

    /// Only those who have signed in with one of these roles may call it.
    pub const fn only(self, roles: &'static [Role]) -> Route<Access> {
        Route { verb: self.verb, path: self.path, access: Access::Only(roles) }
    }
}

impl Route<Access> {
    /// What answers it.
    pub fn to<H, T>(self, handler: H) -> Endpoint
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let filter = match self.verb {
            Verb::Get => MethodFilter::GET,
            Verb::Post => MethodFilter::POST,
        };
        Endpoint { verb: self.verb, path: self.path, access: self.access, service: on(filter, handler) }
    }
}

/// A route with its access and its handler.
#[derive(Clone, Debug)]
pub struct Endpoint {
    verb: Verb,
    path: &'static str,
    access: Access,
    service: MethodRouter<App>,
}

impl Endpoint {
    /// What it is asked with.
    pub fn verb(&self) -> Verb {
        self.verb
    }

    /// Its path, `{name}` for a part that differs.
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// Who may call it.
    pub fn access(&self) -> Access {
        self.access
    }
}

/// The endpoints as a router, each behind its guard.
pub fn guarded(endpoints: impl IntoIterator<Item = Endpoint>) -> Router<App> {
    endpoints.into_iter().fold(Router::new(), |router, endpoint| {
        let guard = middleware::from_fn_with_state(endpoint.access, stand_guard);
        router.route(endpoint.path, endpoint.service.route_layer(guard))
    })
}

/// Lets through who may call the route, with a form of this session.
async fn stand_guard(State(access): State<Access>, visit: Visit, request: Request, next: Next) -> Response {
    let role = visit.visitor.as_ref().map(|visitor| visitor.role);
    if !access.admits(role) {
        return refuse(&visit, request.method());
    }
    if *request.method() != Method::POST {
        return next.run(request).await;
    }
    if !is_from_here(request.headers()) {
        return Problem::StrangeForm.into_response();
    }
    match with_token_checked(access, &visit, request).await {
        Ok(request) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

/// Those who have not signed in are asked to, and come back to the page that they wanted.
fn refuse(visit: &Visit, method: &Method) -> Response {
    match (&visit.visitor, *method == Method::POST) {
        (Some(_), _) => Problem::Forbidden.into_response(),
        (None, true) => Problem::SignedOut.into_response(),
        (None, false) => Redirect::to(&crate::sign_in::then(&visit.uri)).into_response(),
    }
}

/// Whether the browser says that the form was sent from one of our own pages. Old browsers say nothing; for them the
/// token in the form decides alone.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        _ => true,
    }
}

/// Every form of a signed-in page carries its session's token. The body is read here, so that no handler can forget it.
async fn with_token_checked(access: Access, visit: &Visit, request: Request) -> Result<Request, Problem> {
    let (Access::Only(_), Some(visitor)) = (access, &visit.visitor) else { return Ok(request) };
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, FORM_LIMIT).await.map_err(|_| Problem::TooLarge)?;
    let token = Sent::read(&bytes).get(TOKEN_FIELD).and_then(Token::read);
    if token != Some(visitor.session.form_token) {
        return Err(Problem::StrangeForm);
    }
    Ok(Request::from_parts(parts, Body::from(bytes)))
}
