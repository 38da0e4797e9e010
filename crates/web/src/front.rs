//! The front page: citizens to their question, staff to their work.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    access::{role, visit::Visit},
    app::App,
    page::{
        self, Chrome, Place,
        plain::{AccessibilityPage, FrontPage},
    },
    problem::Problem,
};

/// `GET /`: those who see cases to their worklist, everybody else to a choice: the question that citizens have, or signing
/// in.
///
/// # Errors
/// Never, but for a template that fails.
pub async fn front(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    if visit.visitor.as_ref().is_some_and(|visitor| role::may_read(visitor.role)) {
        return Ok(Redirect::to("/arbejdsliste").into_response());
    }
    page::show(StatusCode::OK, &FrontPage { page: &Chrome::new(app.config(), &visit, Place::Elsewhere) })
}

/// `GET /was`: the accessibility statement, where it is published; until then what we know ourselves.
///
/// # Errors
/// As [`front`].
pub async fn accessibility(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    if let Some(address) = &app.config().accessibility_statement {
        return Ok(Redirect::to(address).into_response());
    }
    page::show(StatusCode::OK, &AccessibilityPage { page: &Chrome::new(app.config(), &visit, Place::Elsewhere) })
}
