//! *Hvad har jeg ret til?* The public interview: one question a page, and the law's answer.
//!
//! Nothing is stored. What was answered goes out with each page and comes back with the next, in the body of a form and never
//! in an address; what comes back and is no answer of ours is left out, and its question asked again.

mod answer;
mod given;
mod open;
mod question;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use law::{
    Facts,
    fact::FactId,
    interview::{Question, Turn, next_question},
    rights::Right,
};

use self::{
    given::{Answers, askable},
    question::Asking,
};
use crate::{
    access::{cookie::Cookies, visit::Visit},
    app::App,
    form::Sent,
    language,
    page::{
        self, Chrome, Place,
        interview::{AnswerPage, AnswerPrint, QuestionPage},
    },
    problem::Problem,
    text::Voice,
};

/// Where the interview is.
pub const PATH: &str = "/ret";
/// Where its answer is made ready for print.
pub const PRINT: &str = "/ret/udskrift";

/// The rights that it is about.
const RIGHTS: &[Right] = &Right::ALL;

/// The rights that are asked about first: most who come here have been in hospital, and the first question tells whether they
/// have a plan.
const FIRST: &[Right] = &[Right::TrainingAfterHospital, Right::FreeChoice, Right::PrivateSupplier];

const CORRECT: &str = "ret";
const BACK: &str = "tilbage";

/// `GET /ret`: the first question.
///
/// # Errors
/// Never, but for a template that fails.
pub async fn begin(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    go(&app, &visit, &Answers::default(), StatusCode::OK).map(kept_for_back)
}

/// `POST /ret`: the next question, or the answer once no question is left that could change it. 422 where an answer can't be
/// read; the question comes again with what was typed.
///
/// # Errors
/// As [`begin`].
pub async fn go_on(State(app): State<App>, mut visit: Visit, body: Bytes) -> Result<Response, Problem> {
    let sent = Sent::read(&body);
    let chosen = sent.get(language::PARAMETER).and_then(language::by_code);
    if let Some(chosen) = chosen {
        visit.voice = Voice::new(chosen);
    }
    let mut response = step(&app, &visit, &sent, chosen.is_some())?;
    if let Some(chosen) = chosen {
        Cookies::new(app.key(), app.config().transport).keep_language(response.headers_mut(), chosen);
    }
    Ok(kept_for_back(response))
}

/// `POST /ret/udskrift`: the answer on paper.
///
/// # Errors
/// As [`begin`].
pub async fn print(State(app): State<App>, visit: Visit, body: Bytes) -> Result<Response, Problem> {
    let (answers, _) = Answers::read(&Sent::read(&body));
    if answers.is_empty() {
        return Ok(Redirect::to(PATH).into_response());
    }
    let view = answer::answer(&app, &visit, &answers, &told(&answers, &visit));
    let print = AnswerPrint { page: &Chrome::new(app.config(), &visit, Place::Interview), view: &view };
    page::show(StatusCode::OK, &print).map(kept_for_back)
}

/// Lets the browser's own *Back* show the pages gone through, which it otherwise asks to be sent again. They stay in that browser,
/// as long as its history does.
fn kept_for_back(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

/// What one press of a button leads to.
fn step(app: &App, visit: &Visit, sent: &Sent, only_language: bool) -> Result<Response, Problem> {
    let (mut answers, was_strange) = Answers::read(sent);
    let asked = sent.get(question::FACT).and_then(FactId::named).filter(|fact| askable(*fact));
    if let Some(fact) = sent.get(CORRECT).and_then(FactId::named).filter(|fact| askable(*fact)) {
        return ask_again(app, visit, answers, fact);
    }
    if sent.get(BACK).is_some() {
        return match answers.last() {
            Some(fact) => ask_again(app, visit, answers, fact),
            None => go(app, visit, &answers, StatusCode::OK),
        };
    }
    if let Some(fact) = asked.filter(|_| !only_language) {
        match question::answer(fact, sent, visit) {
            Ok(slot) => answers.put(fact, slot, question::place(sent)),
            Err(fault) => {
                let asking = Asking { place: question::place(sent), typed: Some((sent, fault)), ..Asking::of(fact) };
                return show_question(app, visit, &answers, &asking, StatusCode::UNPROCESSABLE_ENTITY);
            }
        }
    }
    let status = if was_strange { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    go(app, visit, &answers, status)
}

/// The question of an answer given before, the others kept.
fn ask_again(app: &App, visit: &Visit, mut answers: Answers, fact: FactId) -> Result<Response, Problem> {
    let (place, before) = answers.take(fact);
    let asking = Asking { place, before, ..Asking::of(fact) };
    show_question(app, visit, &answers, &asking, StatusCode::OK)
}

/// The next question, or the answer.
fn go(app: &App, visit: &Visit, answers: &Answers, status: StatusCode) -> Result<Response, Problem> {
    let told = told(answers, visit);
    if let Some(question) = &told.next {
        let asking = Asking { is_again: status != StatusCode::OK, ..Asking::of(question.fact) };
        return show_question(app, visit, answers, &asking, status);
    }
    let view = answer::answer(app, visit, answers, &told);
    page::show(StatusCode::OK, &AnswerPage { page: &Chrome::new(app.config(), visit, Place::Interview), view: &view })
}

fn show_question(
    app: &App,
    visit: &Visit,
    answers: &Answers,
    asking: &Asking<'_>,
    status: StatusCode,
) -> Result<Response, Problem> {
    let view = question::view(app, visit, answers, asking);
    page::show(status, &QuestionPage { page: &Chrome::new(app.config(), visit, Place::Interview), view: &view })
}

/// What the answers tell, and what is still worth asking.
struct Told {
    facts: Facts,
    next: Option<Question>,
}

/// A question that a citizen can't answer on a page, since it wants words or is the staff's to find out, counts as one that
/// nobody can find out here: the answer then says that a person must.
fn told(answers: &Answers, visit: &Visit) -> Told {
    let mut facts = answers.facts(visit.today);
    loop {
        let next = next_question(&facts, visit.today, FIRST);
        match next.or_else(|| next_question(&facts, visit.today, RIGHTS)) {
            Some(question) if question.turn != Turn::Citizen || !askable(question.fact) => {
                facts.set_unknowable(question.fact);
            }
            next => return Told { facts, next },
        }
    }
}
