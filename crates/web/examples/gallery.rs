//! Every page with made-up contents, served for a look: `cargo run -p web --example gallery`, then
//! http://localhost:8090/galleri/arbejdsliste.

#[path = "../tests/it/samples/mod.rs"]
#[allow(dead_code, reason = "the tests use every sample, the gallery those that are pages")]
#[allow(clippy::unwrap_used, reason = "a date of Easter 2026 is in range")]
mod samples;

use std::error::Error;

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use case::Role;
use serde::Deserialize;
use web::{
    Config,
    access::{
        session::Session,
        user::UserName,
        visit::{Visit, Visitor},
    },
    language,
    page::{
        self, Chrome, Place,
        case::CasePage,
        inbox::InboxPage,
        interview::{AnswerPage, AnswerPrint, QuestionPage},
        plain::{AccessibilityPage, FrontPage},
        rule::{RulePage, RulesPage},
        worklist::WorklistPage,
    },
    problem::{Problem, ProblemPage},
    text::Voice,
    view::rule::{RuleGroup, RuleLink, RuleView, Standing},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Config { phone: Some("12 34 56 78".into()), ..Config::new("Hjørring Kommune") };
    let assets = Router::new().route(web::asset::ROUTE, get(web::asset::serve));
    let gallery = Router::new().route("/galleri/{page}", get(show)).with_state(config);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8090").await?;
    axum::serve(listener, gallery.merge(assets)).await?;
    Ok(())
}

#[derive(Deserialize)]
struct Switch {
    sprog: Option<String>,
}

async fn show(
    State(config): State<Config>,
    Path(name): Path<String>,
    Query(switch): Query<Switch>,
    uri: axum::http::Uri,
) -> Result<Response, Problem> {
    let language = switch.sprog.as_deref().and_then(language::by_code).unwrap_or_default();
    let (now, today) = (jiff::Timestamp::UNIX_EPOCH, samples::TODAY);
    let user = UserName::read("visitator").map_err(|_| Problem::Fault)?;
    let session = Session::begin(user.clone(), now).map_err(|_| Problem::Fault)?;
    let visitor = Visitor { user, full_name: "Demo Visitator".into(), role: Role::CaseOfficer, session };
    let public = Visit {
        voice: Voice::new(language),
        now,
        today,
        uri,
        source: web::access::source::Source::default(),
        visitor: None,
    };
    let staff = Visit { visitor: Some(visitor), ..public.clone() };
    let at = |place| Chrome::new(&config, &staff, place);
    let open = |place| Chrome::new(&config, &public, place);
    let response = match name.as_str() {
        "arbejdsliste" => worklist(&at(Place::Worklist), &samples::worklist::full()),
        "arbejdsliste-tom" => worklist(&at(Place::Worklist), &samples::worklist::none_found()),
        "arbejdsliste-intet" => worklist(&at(Place::Worklist), &samples::worklist::nothing_owed()),
        "sag" => case(&at(Place::Worklist), &samples::case::overdue()),
        "tilstande" => case(&at(Place::Worklist), &samples::case::with_conflict_and_error()),
        "indbakke" => inbox(&at(Place::Inbox), &samples::inbox::full()),
        "indbakke-tom" => inbox(&at(Place::Inbox), &samples::inbox::empty()),
        "ret-1" => question(&open(Place::Interview), &samples::interview::when()),
        "ret-ja-nej" => question(&open(Place::Interview), &samples::interview::yes_no()),
        "ret-fejl" => question(&open(Place::Interview), &samples::interview::when_with_error()),
        "ret-svar" => page::show(
            StatusCode::OK,
            &AnswerPage { page: &open(Place::Interview), view: &samples::interview::answer() },
        ),
        "ret-udskrift" => page::show(
            StatusCode::OK,
            &AnswerPrint { page: &open(Place::Interview), view: &samples::interview::answer() },
        ),
        "lov" => page::show(StatusCode::OK, &RulesPage { page: &open(Place::Rules), groups: &rules() }),
        "lov-regel" => page::show(StatusCode::OK, &RulePage { page: &open(Place::Rules), view: &rule() }),
        "forside" => page::show(StatusCode::OK, &FrontPage { page: &open(Place::Elsewhere) }),
        "was" => page::show(StatusCode::OK, &AccessibilityPage { page: &open(Place::Elsewhere) }),
        "fejl" => {
            page::show(StatusCode::OK, &ProblemPage::new(Problem::Forbidden, at(Place::Elsewhere), "/log-ind".into()))
        }
        _ => Err(Problem::NotFound),
    };
    response.map(IntoResponse::into_response)
}

fn worklist(page: &Chrome, view: &web::view::worklist::WorklistView) -> Result<Response, Problem> {
    page::show(StatusCode::OK, &WorklistPage { page, view })
}

fn case(page: &Chrome, view: &web::view::case::CaseView) -> Result<Response, Problem> {
    page::show(StatusCode::OK, &CasePage { page, view })
}

fn inbox(page: &Chrome, view: &web::view::inbox::InboxView) -> Result<Response, Problem> {
    page::show(StatusCode::OK, &InboxPage { page, view })
}

fn question(page: &Chrome, view: &web::view::interview::QuestionView) -> Result<Response, Problem> {
    page::show(StatusCode::OK, &QuestionPage { page, view })
}

fn rules() -> Vec<RuleGroup> {
    let link = RuleLink {
        href: "/galleri/lov-regel".into(),
        title: "Syv dage til at tilbyde opstart".into(),
        citation: "Sundhedsloven § 140, stk. 4".into(),
    };
    vec![RuleGroup { name: "Sundhedsloven".into(), rules: vec![link] }]
}

fn rule() -> RuleView {
    RuleView {
        id: "SUL140-STAT-7-DAYS".into(),
        title: "Syv dage til at tilbyde opstart".into(),
        citation: "Sundhedsloven § 140, stk. 4".into(),
        text: vec!["Kommunen tilbyder, at genoptræningen begynder senest 7 kalenderdage efter udskrivningen.".into()],
        valid_from: Some(jiff::civil::date(2018, 7, 1)),
        valid_to: None,
        source: "Sundhedsloven".into(),
        is_unverified: true,
        is_reading: true,
        standing: Standing::Law,
        rests_on: vec![RuleLink {
            href: "#".into(),
            title: "Udskrivning".into(),
            citation: "VEJ 110/2009, afsnit 4.2".into(),
        }],
    }
}
