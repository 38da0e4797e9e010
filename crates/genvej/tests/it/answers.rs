//! `assess`, `facts` and `plan check`: questions that no database is needed for.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value as Json;

use crate::program::{Program, Said};

fn assess(example: &str, as_of: &str) -> Json {
    let file = format!("examples/{example}");
    Program::new().run(&["assess", &file, "--as-of", as_of, "--standard", "001", "--json"]).done().json()
}

fn duty<'a>(answer: &'a Json, act: &str) -> &'a Json {
    let found = answer["duties"].as_array().unwrap().iter().find(|duty| duty["act"] == act);
    found.unwrap_or_else(|| panic!("no duty {act} in {answer:#}"))
}

#[test]
fn a_start_offered_within_the_limit_fulfils_the_statutory_duty() {
    let answer = assess("facts-til-tiden.json", "2026-04-02");
    let offer = duty(&answer, "offer_start");
    assert_eq!(offer["provision"], "SUL § 140, stk. 4");
    assert_eq!(offer["kind"], "law");
    assert_eq!(offer["state"], "fulfilled");
}

#[test]
fn a_late_offer_opens_the_private_choice_before_the_limit_has_passed() {
    let answer = assess("facts-for-sent-tilbud.json", "2026-03-31");
    assert_eq!(duty(&answer, "inform_private_choice")["state"], "open");
    assert_ne!(duty(&answer, "offer_start")["state"], "fulfilled");
}

#[test]
fn an_answer_that_lacks_facts_names_them_and_the_next_question() {
    let answer = assess("facts-mangler.json", "2026-04-01");
    assert!(answer["next_question"]["fact"].is_string(), "{answer:#}");
    assert!(answer["next_question"]["question"].is_string(), "{answer:#}");
}

#[test]
fn every_answer_has_all_its_parts() {
    let answer = assess("facts-intet-tilbud.json", "2026-04-04");
    let parts = [
        "as_of",
        "standard",
        "entitlements",
        "duties",
        "bars",
        "content",
        "remedies",
        "amounts",
        "contradictions",
        "unverified",
        "next_question",
    ];
    for part in parts {
        assert!(answer.get(part).is_some(), "{part} is missing");
    }
    assert_eq!(answer["standard"], "001");
    let tree = Program::new()
        .run(&["assess", "examples/facts-intet-tilbud.json", "--as-of", "2026-04-04", "--json", "--why"])
        .done()
        .json();
    let entitlement = &tree["entitlements"][0];
    assert!(entitlement["why"].is_object() || entitlement["why"].is_array(), "{entitlement:#}");
}

#[test]
fn facts_are_read_from_standard_input() {
    let program = Program::new();
    let mut command = program.command(&["assess", "-", "--as-of", "2026-04-04", "--json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"{}").unwrap();
    let said = Said::from(child.wait_with_output().unwrap()).done();
    assert_eq!(said.json()["as_of"], "2026-04-04");
}

#[test]
fn a_wrong_name_is_answered_with_the_nearest_right_one() {
    let program = Program::new();
    let file = program.file("facts.json", r#"{"hospital.dischargd_on": "2026-04-02"}"#);
    program.run(&["assess", &file, "--as-of", "2026-04-04"]).refused_with("hospital.discharged_on");
}

#[test]
fn the_facts_are_listed_with_type_and_question() {
    let facts = Program::new().run(&["facts", "--json"]).done().json();
    let facts = facts.as_array().unwrap();
    let discharged = facts.iter().find(|fact| fact["name"] == "hospital.discharged_on").unwrap();
    assert_eq!(discharged["type"], "date");
    assert!(discharged["question"].as_str().is_some_and(|question| question.ends_with('?')));
}

#[test]
fn a_plan_is_checked_against_its_order_and_the_status_tells_whether_something_was_found() {
    let program = Program::new();
    for plan in ["examples/plan.json", "examples/genoptraeningsplan.xml"] {
        let said = program.run(&["plan", "check", plan, "--as-of", "2026-03-26", "--json"]);
        assert!(said.code == 0 || said.code == 1, "{said:?}");
        let found = &said.json()["content"][0];
        assert_eq!(found["document"], "rehabilitation_plan");
    }
    let bare = program.file("plan.json", r#"{"plan.issued": true, "plan.need_description": null}"#);
    let said = program.run(&["plan", "check", &bare, "--as-of", "2026-03-26"]);
    assert_eq!(said.code, 1, "{said:?}");
}

#[test]
fn help_and_answers_come_in_both_languages() {
    let program = Program::new();
    let danish = program.run(&["--help"]).done().out;
    let english = program.run(&["--help", "--lang", "en"]).done().out;
    assert!(danish.contains("Regn med dage"), "{danish}");
    assert!(english.contains("Count days"), "{english}");
}

#[test]
fn the_interview_on_a_terminal_asks_until_the_input_ends_and_answers_in_json_alone() {
    let program = Program::new();
    let mut command = program.command(&["ask", "--as-of", "2026-04-07", "--json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("måske\n?\n?\n?\n".as_bytes()).unwrap();
    let said = Said::from(child.wait_with_output().unwrap()).done();
    assert!(said.err.contains("Prøv igen"), "{said:?}");
    assert!(said.json()["entitlements"].is_array());
}
