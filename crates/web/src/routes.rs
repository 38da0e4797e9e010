//! The table of routes: every address, who may call it, and what answers.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    access::{
        guard::{Endpoint, Route},
        role::Role,
        visit::Visit,
    },
    app::App,
    page::{Chrome, Place, plain::AccessibilityPage, show},
    problem::Problem,
    sign_in,
};

/// Everybody who has signed in.
const STAFF: &[Role] = &Role::ALL;

/// Every route but the assets'.
pub fn all() -> Vec<Endpoint> {
    vec![
        Route::get("/").public().to(home),
        Route::get(sign_in::PATH).public().to(sign_in::ask),
        Route::post(sign_in::PATH).public().to(sign_in::check),
        Route::post("/log-af").only(STAFF).to(sign_in::leave),
        Route::get("/was").public().to(accessibility),
    ]
}

/// `GET /`: staff to their work, everybody else to the question that they have.
async fn home(State(app): State<App>, visit: Visit) -> Redirect {
    Redirect::to(Chrome::new(&app, &visit, Place::Elsewhere).home())
}

/// `GET /was`: the accessibility statement, where it is published; until then what we know ourselves.
async fn accessibility(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    if let Some(address) = &app.config().accessibility_statement {
        return Ok(Redirect::to(address).into_response());
    }
    show(StatusCode::OK, &AccessibilityPage { page: &Chrome::new(&app, &visit, Place::Elsewhere) })
}
