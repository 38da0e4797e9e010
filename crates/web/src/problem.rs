//! What could not be done, as a page in words: what, and what to do about it.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use store::{CasesError, StoreError};

use crate::{
    access::visit::Visit,
    app::App,
    page::{Chrome, Place},
    sign_in,
};

/// Why a request got no page of its own. A handler returns it; the outermost layer, which knows the language, puts it in
/// words. What was typed into a form is kept by showing the form again instead, with the same status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// 401: the session is over.
    #[error("not signed in")]
    SignedOut,
    /// 403: the role may not do this.
    #[error("not allowed for the role")]
    Forbidden,
    /// 403: the form was not sent from our own page, or is from another session.
    #[error("the form is not from this session")]
    StrangeForm,
    /// 404: there is no such page or case.
    #[error("not found")]
    NotFound,
    /// 405: the address is right, what is asked of it is not.
    #[error("method not allowed")]
    WrongMethod,
    /// 409: somebody else recorded something meanwhile.
    #[error("somebody else recorded something meanwhile")]
    Conflict,
    /// 413: more was sent than a form holds.
    #[error("too much was sent")]
    TooLarge,
    /// 422: what was sent makes no sense.
    #[error("what was sent makes no sense")]
    Unreadable,
    /// 429: too many tries.
    #[error("too many tries")]
    TooMany,
    /// 503: it took too long.
    #[error("it took too long")]
    TimedOut,
    /// 503: another program holds the database.
    #[error("the database is busy")]
    Busy,
    /// 507: there is no room for what was to be saved.
    #[error("no room left")]
    Full,
    /// 500: a fault of ours.
    #[error("a fault of ours")]
    Fault,
}

impl Problem {
    /// What a failure of the store is to the reader. Whoever runs the program is told all of it.
    pub(crate) fn of_store(app: &App, fault: &StoreError) -> Self {
        app.faults().tell(fault);
        match fault {
            StoreError::Locked { .. } => Self::Busy,
            StoreError::Full { .. } => Self::Full,
            StoreError::Absent { .. }
            | StoreError::Unreachable { .. }
            | StoreError::NotADatabase { .. }
            | StoreError::AnotherProgram { .. }
            | StoreError::Newer { .. }
            | StoreError::OtherMigration { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Device { .. }
            | StoreError::Damaged { .. }
            | StoreError::NoRandomness { .. }
            | StoreError::Other { .. } => Self::Fault,
        }
    }

    /// What a failure of the cases is to the reader, where the page has no better words for it.
    pub(crate) fn of_cases(app: &App, fault: &CasesError) -> Self {
        match fault {
            CasesError::NoCase(_) => Self::NotFound,
            CasesError::Conflict(_) => Self::Conflict,
            CasesError::Store(fault) => Self::of_store(app, fault),
            CasesError::Refused(_) => Self::Unreadable,
            other => Self::told(app, other),
        }
    }

    /// A fault of ours, told to whoever runs the program.
    pub(crate) fn told(app: &App, fault: &dyn std::fmt::Display) -> Self {
        app.faults().tell(fault);
        Self::Fault
    }

    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::SignedOut,
        Self::Forbidden,
        Self::StrangeForm,
        Self::NotFound,
        Self::WrongMethod,
        Self::Conflict,
        Self::TooLarge,
        Self::Unreadable,
        Self::TooMany,
        Self::TimedOut,
        Self::Busy,
        Self::Full,
        Self::Fault,
    ];

    /// The HTTP status.
    pub fn status(self) -> StatusCode {
        match self {
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::StrangeForm => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TimedOut | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The keys of what it says: the heading, and what to do.
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::SignedOut => ("problem-signed-out", "problem-signed-out-do"),
            Self::Forbidden => ("problem-forbidden", "problem-forbidden-do"),
            Self::StrangeForm => ("problem-strange-form", "problem-strange-form-do"),
            Self::NotFound => ("problem-not-found", "problem-not-found-do"),
            Self::WrongMethod => ("problem-wrong-method", "problem-wrong-method-do"),
            Self::Conflict => ("problem-conflict", "problem-conflict-do"),
            Self::TooLarge => ("problem-too-large", "problem-too-large-do"),
            Self::Unreadable => ("problem-unreadable", "problem-unreadable-do"),
            Self::TooMany => ("problem-too-many", "problem-too-many-do"),
            Self::TimedOut => ("problem-timed-out", "problem-timed-out-do"),
            Self::Busy => ("problem-busy", "problem-busy-do"),
            Self::Full => ("problem-full", "problem-full-do"),
            Self::Fault => ("problem-fault", "problem-fault-do"),
        }
    }
}

/// The status alone, marked for [`in_words`].
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The page of a problem.
#[derive(Debug, Template)]
#[template(path = "problem.html")]
pub struct ProblemPage {
    page: Chrome,
    heading: &'static str,
    what_to_do: &'static str,
    status: u16,
    sign_in: String,
}

impl ProblemPage {
    /// The page of this problem; `sign_in` is where to sign in, and come back from.
    pub fn new(problem: Problem, page: Chrome, sign_in: String) -> Self {
        let (heading, what_to_do) = problem.keys();
        Self { page, heading, what_to_do, status: problem.status().as_u16(), sign_in }
    }
}

/// Puts a problem in words, where the response is one; any other response is left as it is.
pub fn in_words(response: Response, app: &App, visit: &Visit) -> Response {
    let Some(problem) = response.extensions().get::<Problem>().copied() else { return response };
    let page =
        ProblemPage::new(problem, Chrome::new(app.config(), visit, Place::Elsewhere), sign_in::after(&visit.uri));
    let Ok(html) = page.render() else { return response };
    let mut worded = (problem.status(), Html(html)).into_response();
    worded.headers_mut().extend(response.headers().clone());
    // The bare answer was of another length and kind.
    worded.headers_mut().remove(header::CONTENT_LENGTH);
    worded.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    worded
}
