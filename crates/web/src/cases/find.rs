//! Finding a case: by name or number in the address, by CPR number in a form, so that no such number stands in an address.
//! Whoever searches for one in the address is led here by [`crate::access::cpr`].

use axum::{
    body::Bytes,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use case::citizen_number::CitizenNumber;
use jiff::civil::Date;
use law::fact::Choice as _;
use serde::Deserialize;
use store::{
    Views as _,
    view::{CaseRow, Identifier},
};

use super::{
    facts,
    opened::{Purpose, record},
};
use crate::{
    access::{
        role::ACTORS,
        visit::{Visit, Visitor},
    },
    app::App,
    form::{Field, FieldKind, Form, Sent, Submit},
    page::{self, Chrome, Place, case::CasesPage},
    problem::Problem,
    text::Voice,
    view::{
        act::Rank,
        find::{FoundView, Search, SearchView},
    },
};

/// Cases shown for one search. Who finds more, searches with more words.
const SHOWN: u32 = 50;

/// The field of the CPR number.
const NUMBER: &str = "cpr";

/// What the address of the search says.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    q: Option<String>,
    /// Somebody searched for a CPR number in the address, and was sent here without it.
    fejl: Option<String>,
}

/// `GET /sager`: the search, and with `?q=` what it finds: also cases in which nothing is owed.
///
/// # Errors
/// [`Problem::Fault`] and its like where the database fails.
pub async fn search(
    State(app): State<App>,
    visit: Visit,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let words = wanted.q.unwrap_or_default();
    let rows = app.store().search(app.municipality(), &words, SHOWN).await;
    let rows = rows.map_err(|fault| Problem::of_store(&app, &fault))?;
    let found = rows.iter().map(|row| found(row, visit.today, visit.voice)).collect();
    let search = if words.trim().is_empty() { Search::None } else { Search::Words(words.clone()) };
    let may_ask = ACTORS.contains(&visitor.role);
    let told = |key| wanted.fejl.is_some().then(|| visit.voice.say(key).to_string());
    let refused = if may_ask { None } else { told("find-no-number") };
    let by_number = may_ask.then(|| by_number(visit.voice, told("find-not-in-address")));
    let view = SearchView { words, search, found, by_number, refused };
    page::show(StatusCode::OK, &CasesPage { page: &Chrome::new(app.config(), &visit, Place::Cases), view: &view })
}

/// `POST /sager/find`: the cases of a CPR number. 303 to the case where there is one; 422 for what is no such number.
///
/// # Errors
/// As [`search`].
pub async fn by_cpr(State(app): State<App>, visit: Visit, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    let sent = Sent::read(&body);
    let typed = sent.get(NUMBER).unwrap_or_default();
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let (status, rows, error) = match CitizenNumber::parse(&bare) {
        Ok(number) => (StatusCode::OK, rows_of(&app, number).await?, None),
        Err(fault) => (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), Some(fault.say(visit.voice.language))),
    };
    for row in &rows {
        let id = case::CaseId::parse(&row.number).map_err(|fault| Problem::told(&app, &fault))?;
        record(&app, &visitor, &id, Purpose::Found, visit.now).await?;
        if rows.len() == 1 {
            return Ok(Redirect::to(&super::href(&id)).into_response());
        }
    }
    let view = SearchView {
        words: String::new(),
        search: if error.is_some() { Search::None } else { Search::Number },
        found: rows.iter().map(|row| found(row, visit.today, visit.voice)).collect(),
        by_number: Some(by_number(visit.voice, error)),
        refused: None,
    };
    page::show(status, &CasesPage { page: &Chrome::new(app.config(), &visit, Place::Cases), view: &view })
}

async fn rows_of(app: &App, number: CitizenNumber) -> Result<Vec<CaseRow>, Problem> {
    let of_store = |fault| Problem::of_store(app, &fault);
    let system = match number {
        CitizenNumber::Cpr(_) => "cpr",
        CitizenNumber::Replacement(_) => "replacement_cpr",
    };
    let identifier = Identifier { system: system.into(), value: number.whole() };
    let person = app.store().person_with(app.municipality(), &identifier).await.map_err(of_store)?;
    match person {
        Some(person) => app.store().cases_of(app.municipality(), &person).await.map_err(of_store),
        None => Ok(Vec::new()),
    }
}

fn found(row: &CaseRow, today: Date, voice: Voice) -> FoundView {
    let plan_type = row.plan_type.map(|plan_type| plan_type.say(voice.language).to_owned());
    let received = row.received_on.map(|day| voice.say("linked-received").with("date", voice.full(&day).to_string()));
    let state = if row.state == "closed" { voice.say("find-closed") } else { voice.say("find-open") };
    FoundView {
        href: format!("/sager/{}", row.number),
        name: facts::name_and_age(&row.name, row.born_on, today, voice),
        particulars: [Some(row.number.clone()), plan_type].into_iter().flatten().collect(),
        state: received.map_or_else(|| state.to_string(), |received| format!("{received} {state}")),
    }
}

/// The form for the number. What was typed is never sent back.
fn by_number(voice: Voice, error: Option<String>) -> Form {
    Form {
        id: "find".into(),
        action: "/sager/find".into(),
        fields: vec![Field {
            name: NUMBER.into(),
            label: voice.say("find-number").to_string(),
            hint: Some(voice.say("find-number-hint").to_string()),
            error,
            kind: FieldKind::Short(String::new()),
        }],
        submits: vec![Submit {
            label: voice.say("find-number-do").to_string(),
            rank: Rank::Secondary,
            sends: None,
            to: None,
        }],
        open: true,
        ..Form::default()
    }
}
