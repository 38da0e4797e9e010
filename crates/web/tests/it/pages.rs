//! What stands on each page, in the order in which it is read.

use askama::Template;
use axum::http::Uri;
use case::Role;
use jiff::Timestamp;
use law::Language;
use web::{
    Config,
    access::{
        session::Session,
        user::UserName,
        visit::{Visit, Visitor},
    },
    language,
    page::{
        Chrome, Place,
        case::CasePage,
        inbox::InboxPage,
        interview::{AnswerPage, AnswerPrint, QuestionPage},
        worklist::WorklistPage,
    },
    problem::{Problem, ProblemPage},
    text::Voice,
};

use crate::{
    browser,
    samples::{self, TODAY},
};

fn config() -> Config {
    Config { phone: Some("12 34 56 78".into()), ..browser::config() }
}

fn visit(language: Language, role: Option<Role>) -> Visit {
    let visitor = role.map(|role| {
        let user = UserName::read("visitator").unwrap();
        let session = Session::read(&format!("{0} {user} {0} 0 0", "0f".repeat(16))).unwrap();
        Visitor { user, full_name: "Demo Visitator".into(), role, session }
    });
    let uri = Uri::from_static("/");
    Visit {
        voice: Voice::new(language),
        now: Timestamp::UNIX_EPOCH,
        today: TODAY,
        uri,
        source: web::access::source::Source::default(),
        visitor,
    }
}

fn staff(place: Place) -> Chrome {
    Chrome::new(&config(), &visit(Language::Danish, Some(Role::CaseOfficer)), place)
}

fn citizen(language: Language) -> Chrome {
    Chrome::new(&config(), &visit(language, None), Place::Interview)
}

/// The main part, one element a line, the asset's hash left out: it changes with every change of a stylesheet.
fn main_part(page: &impl Template) -> String {
    let html = page.render().unwrap();
    let main =
        html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a page has a main part");
    let version = web::asset::url("").replace("/assets/", "");
    let told = format!("<main{main}").replace(&version, "…/").replace("><", ">\n<").replace("> <", ">\n<");
    told.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_worklist_is_by_due_date_with_both_clocks() {
    let (page, view) = (staff(Place::Worklist), samples::worklist::full());
    insta::assert_snapshot!(main_part(&WorklistPage { page: &page, view: &view }));
}

#[test]
fn a_search_that_finds_nothing_says_among_what_and_the_way_out() {
    let (page, view) = (staff(Place::Worklist), samples::worklist::none_found());
    insta::assert_snapshot!(main_part(&WorklistPage { page: &page, view: &view }));
}

#[test]
fn a_list_where_nothing_is_owed_says_so_and_the_next_due_date() {
    let (page, view) = (staff(Place::Worklist), samples::worklist::nothing_owed());
    insta::assert_snapshot!(main_part(&WorklistPage { page: &page, view: &view }));
}

#[test]
fn a_case_says_who_the_clocks_the_duties_and_what_may_be_done() {
    let (page, view) = (staff(Place::Worklist), samples::case::overdue());
    insta::assert_snapshot!(main_part(&CasePage { page: &page, view: &view }));
}

#[test]
fn a_form_that_was_refused_comes_back_open_and_filled_in() {
    let (page, view) = (staff(Place::Worklist), samples::case::with_conflict_and_error());
    let html = CasePage { page: &page, view: &view }.render().unwrap();
    assert!(html.contains("<a href=\"#kontakt-skete\">Datoen 31/2 findes ikke."), "the message leads to the field");
    assert!(
        html.contains(
            "value=\"31/2\" aria-invalid=\"true\" aria-describedby=\"kontakt-skete-hint kontakt-skete-error\""
        )
    );
    assert!(html.contains("<details class=\"gv-two\" open>"));
    assert!(html.contains("251248-9996"), "the number was asked for");
}

#[test]
fn a_case_masks_the_cpr_number_until_asked() {
    let (page, view) = (staff(Place::Worklist), samples::case::overdue());
    let html = CasePage { page: &page, view: &view }.render().unwrap();
    assert!(html.contains("xxxxxx-xxxx"));
    assert!(
        html.contains("method=\"post\" action=\"/sager/2026-0412/cpr\""),
        "asking is a form, so that it can be recorded"
    );
}

#[test]
fn the_inbox_tells_what_each_choice_does_before_it_is_made() {
    let (page, view) = (staff(Place::Inbox), samples::inbox::full());
    let html = main_part(&InboxPage { page: &page, view: &view });
    assert!(!html.contains("checked"), "nothing is preset");
    insta::assert_snapshot!(html);
}

#[test]
fn an_empty_inbox_says_so() {
    let (page, view) = (staff(Place::Inbox), samples::inbox::empty());
    insta::assert_snapshot!(main_part(&InboxPage { page: &page, view: &view }));
}

#[test]
fn a_question_can_be_answered_by_not_knowing() {
    let (page, view) = (citizen(Language::Danish), samples::interview::when());
    let html = main_part(&QuestionPage { page: &page, view: &view });
    assert!(html.contains("name=\"ved-ikke\""));
    insta::assert_snapshot!(html);
}

#[test]
fn a_date_that_does_not_exist_is_told_and_kept_as_typed() {
    let (page, view) = (citizen(Language::Danish), samples::interview::when_with_error());
    let html = QuestionPage { page: &page, view: &view }.render().unwrap();
    assert!(html.contains("<a href=\"#svar-1\">Datoen 31/2 2026 findes ikke."));
    assert!(html.contains("value=\"31\" aria-invalid=\"true\" aria-describedby=\"svar-fejl\""));
}

#[test]
fn a_question_speaks_english_too() {
    let (page, view) = (citizen(Language::English), samples::interview::yes_no());
    insta::assert_snapshot!(main_part(&QuestionPage { page: &page, view: &view }));
}

#[test]
fn no_answer_stands_in_an_address() {
    let (page, view) = (citizen(Language::Danish), samples::interview::when());
    let html = QuestionPage { page: &page, view: &view }.render().unwrap();
    for link in html.split("href=\"").skip(1).chain(html.split("action=\"").skip(1)) {
        let address = link.split('"').next().unwrap();
        assert!(!address.contains("plan.issued") && !address.contains("mother"), "{address}");
    }
}

#[test]
fn the_answer_is_yes_or_no_then_what_when_who_then_what_to_do() {
    let (page, view) = (citizen(Language::Danish), samples::interview::answer());
    insta::assert_snapshot!(main_part(&AnswerPage { page: &page, view: &view }));
}

#[test]
fn the_answer_on_paper_carries_what_was_answered() {
    let (page, view) = (citizen(Language::Danish), samples::interview::answer());
    let html = main_part(&AnswerPrint { page: &page, view: &view });
    assert!(
        html.contains("Ja, hun fik en plan på sygehuset") && html.contains("Det er vejledning og ikke en afgørelse.")
    );
}

#[test]
fn every_problem_says_what_happened_and_what_to_do() {
    let told: Vec<String> = Problem::ALL
        .into_iter()
        .flat_map(|problem| language::ALL.map(|language| (problem, language)))
        .map(|(problem, language)| {
            let chrome = Chrome::new(&config(), &visit(language, None), Place::Elsewhere);
            format!("## {problem}\n{}\n", main_part(&ProblemPage::new(problem, chrome, "/log-ind".into())))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}
