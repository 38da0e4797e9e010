//! The CPR number, shown to whoever asks for it, and the asking recorded.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use case::CaseId;

use super::{
    opened::{Opened, Purpose},
    page::{self, Asked, Number},
};
use crate::{
    access::visit::{Visit, Visitor},
    app::App,
    problem::Problem,
};

/// `POST /sager/{sag}/cpr`: the case's page with the number in full.
///
/// # Errors
/// [`Problem::NotFound`] for a number that no case has.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    visitor: Visitor,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let id = CaseId::parse(&number).map_err(|_| Problem::NotFound)?;
    let opened = Opened::read(&app, &id).await?;
    let asked = Asked { number: Number::InFull, ..Asked::today(visit.today) };
    page::show(&app, &visit, &visitor, opened, asked, (StatusCode::OK, Purpose::Number)).await
}
