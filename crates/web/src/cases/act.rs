//! An act done in a case: read, decided and recorded in one place, and told in words whatever became of it.

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use case::{ActKind, Case, CaseId, Recorded, Refusal};
use store::CasesError;

use super::{
    forms,
    opened::{Opened, Purpose},
    page::{self, Asked, Setback},
    sent::{self, Returned, Unusable},
};
use crate::{
    access::visit::{Visit, Visitor},
    app::App,
    form::Sent,
    problem::Problem,
};

/// `POST /sager/{sag}/{handling}`: does the act. 303 to the case, which then says what it changed.
///
/// 422 with what stands in the way and the form as it was filled in; 403 where the standard gives the act to other roles; 409
/// where somebody else recorded something since the form was made. Nothing is recorded then. The same form sent twice is
/// recorded once.
///
/// # Errors
/// [`Problem::NotFound`] for a case or an act that isn't; [`Problem::Unreadable`] for what is from no form of ours.
pub async fn act(
    State(app): State<App>,
    visit: Visit,
    visitor: Visitor,
    Path((number, act)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Problem> {
    let id = CaseId::parse(&number).map_err(|_| Problem::NotFound)?;
    let kind = ActKind::of_word(&act).ok_or(Problem::NotFound)?;
    let sent = Sent::read(&body);
    let opened = Opened::read(&app, &id).await?;
    let returned = Returned::whole(kind, sent.clone());
    let command = match sent::command(&id, kind, &sent, &visit, &visitor) {
        Ok(command) => command,
        Err(Unusable::Strange(problem)) => return Err(problem),
        Err(Unusable::Fields(faults)) => {
            let setback = Setback::Fields(Returned { faults, ..returned });
            return again(&app, &visit, &visitor, opened, setback).await;
        }
    };
    if !others_wrote(&opened.case, &sent, &visitor).is_empty() {
        return again(&app, &visit, &visitor, opened, Setback::Meanwhile(returned)).await;
    }
    match app.cases().carry_out(&command).await {
        Ok(carried) => Ok(done(carried.case())),
        Err(CasesError::Refused(refusal)) => {
            let setback = refused(returned, refusal, &visit);
            again(&app, &visit, &visitor, Opened::read(&app, &id).await?, setback).await
        }
        Err(CasesError::Conflict(_)) => {
            let opened = Opened::read(&app, &id).await?;
            again(&app, &visit, &visitor, opened, Setback::Meanwhile(returned)).await
        }
        Err(fault) => Err(Problem::of_cases(&app, &fault)),
    }
}

/// What others recorded since the form was made. Nothing of it is lost whatever the sender does; but who acts on what they
/// saw should see it first.
pub(super) fn others_wrote<'c>(case: &'c Case, sent: &Sent, visitor: &Visitor) -> Vec<&'c Recorded> {
    let Some(seen) = sent::seen(sent) else { return Vec::new() };
    let me = visitor.user.id();
    case.history().iter().filter(|recorded| recorded.number > seen && recorded.by != me).collect()
}

fn done(case: &Case) -> Response {
    let last = case.history().last().map_or(1, |last| last.number.0);
    Redirect::to(&format!("{}?gjort={last}", super::href(case.id()))).into_response()
}

/// A refusal stands at the field that it is about, else over the page.
fn refused(mut returned: Returned, refusal: Refusal, visit: &Visit) -> Setback {
    match sent::field_of(&refusal, returned.kind).filter(|field| forms::asks(returned.kind, field)) {
        Some(field) => {
            returned.faults.push((field.to_owned(), refusal.say(visit.voice.language)));
            Setback::Fields(returned)
        }
        None => Setback::Refused(returned, refusal),
    }
}

/// The case's page again, with the form as it was filled in and what is wrong.
async fn again(
    app: &App,
    visit: &Visit,
    visitor: &Visitor,
    opened: Opened,
    setback: Setback,
) -> Result<Response, Problem> {
    let status = match &setback {
        Setback::Meanwhile(_) => StatusCode::CONFLICT,
        Setback::Refused(_, Refusal::NotPermitted { .. }) => StatusCode::FORBIDDEN,
        Setback::Refused(..) | Setback::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let asked = Asked { setback: Some(setback), ..Asked::today(visit.today) };
    page::show(app, visit, visitor, opened, asked, (status, Purpose::Page)).await
}
