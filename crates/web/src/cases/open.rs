//! Opening a case.

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use case::{CaseId, EventNumber};
use serde::Deserialize;

use super::{
    opened::{Opened, Purpose},
    page::{self, Asked},
};
use crate::{
    access::visit::{Visit, Visitor},
    app::App,
    entry,
    problem::Problem,
};

/// What the address of a case's page asks for besides the case.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The day on which it is to be seen.
    pr: Option<String>,
    /// The event that was recorded last, after an act.
    gjort: Option<u64>,
}

/// `GET /sager/{sag}`: the case as it stands today, or on the day in `?pr=`. Recorded before it is shown.
///
/// # Errors
/// [`Problem::NotFound`] for a number that no case has.
pub async fn open(
    State(app): State<App>,
    visit: Visit,
    visitor: Visitor,
    Path(number): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let id = CaseId::parse(&number).map_err(|_| Problem::NotFound)?;
    let opened = Opened::read(&app, &id).await?;
    let mut asked = Asked::today(visit.today);
    asked.done = wanted.gjort.map(EventNumber);
    if let Some(typed) = wanted.pr.filter(|typed| !typed.trim().is_empty()) {
        match entry::date(&typed, visit.today) {
            Ok(day) => asked.on = day,
            Err(misread) => asked.misread = Some((typed, misread)),
        }
    }
    let status = if asked.misread.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::show(&app, &visit, &visitor, opened, asked, (status, Purpose::Page)).await
}

/// The case in the address of a form, whatever comes after it.
#[derive(Debug, Deserialize)]
pub struct BackPath {
    sag: String,
}

/// `GET /sager/{sag}/{handling}`: whoever asks again for the address of a form, as by reloading, gets the case.
///
/// # Errors
/// [`Problem::NotFound`] for what is no case's number.
pub async fn back(Path(path): Path<BackPath>) -> Result<Response, Problem> {
    let id = CaseId::parse(&path.sag).map_err(|_| Problem::NotFound)?;
    Ok(Redirect::to(&super::href(&id)).into_response())
}
