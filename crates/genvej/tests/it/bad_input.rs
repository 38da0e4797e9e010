//! What is wrong is said: what, where, and how to mend it. Nothing is half done.

use std::process::Stdio;

use crate::program::{Program, plan_number};

const PLAN: &str = "examples/genoptraeningsplan.xml";

/// Not taken in, with a reason, and nothing recorded.
fn refuses(name: &str, bytes: impl AsRef<[u8]>, words: &str) {
    let program = Program::new();
    program.run(&["import", PLAN]).done();
    let events = program.events();
    let file = program.file(name, bytes);
    program.run(&["import", &file]).refused_with(words);
    assert_eq!(program.events(), events, "{name}");
}

#[test]
fn files_that_are_no_message_are_refused() {
    refuses("tom.xml", "", "tom");
    refuses("nul.xml", "<a>\0</a>", "linje 1");
    refuses("kort.xml", &plan_number(1).as_bytes()[..2000], "linje");
    refuses("kort.json", "{\"resourceType\":", "linje 1");
    refuses("andet.json", "{\"resourceType\": \"Patient\"}", "Bundle");
    refuses("latin1.xml", b"<Emessage>\xe6</Emessage>", "linje 1");
}

#[test]
fn a_doctype_is_refused_and_no_entity_followed() {
    let bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    refuses("dtd.xml", plan_number(2).replacen("?>", &format!("?>{bomb}"), 1), "DOCTYPE");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_before_it_is_read() {
    refuses("stor.xml", vec![b' '; 100 << 20], "stor");
}

#[test]
fn a_deep_nest_is_refused() {
    refuses("dyb.xml", "<a>".repeat(200_000), "linje 1");
    refuses("dyb.json", "[".repeat(200_000), "linje 1");
    let program = Program::new();
    let file = program.file("dyb-fakta.json", "[".repeat(200_000));
    program.run(&["assess", &file, "--as-of", "2026-04-04"]).refused_with("dyb-fakta.json");
}

#[test]
fn an_unknown_type_of_plan_is_refused_and_never_guessed() {
    let plan = plan_number(3);
    refuses("type.xml", plan.replace(">almen<", ">ukendt<"), "ukendt");
}

/// The clock runs from the discharge whoever got the plan: it is kept, and somebody is told to send it on.
#[test]
fn a_plan_for_another_municipality_is_taken_in_and_said_to_be_one() {
    let program = Program::new();
    let file = program.file("anden.xml", plan_number(4).replace(">860<", ">851<"));
    let said = program.run(&["import", &file]).done();
    assert!(said.out.contains("Aalborg Kommune (0851), ikke til jer"), "{said:?}");
}

#[test]
fn one_bad_file_holds_no_other_up() {
    let program = Program::new();
    let bad = program.file("tom.xml", "");
    let good = program.file("plan.xml", plan_number(5));
    let said = program.run(&["import", "findes-ikke.xml", &bad, &good]);
    said.refused_with("findes-ikke.xml");
    assert!(said.err.contains("tom.xml"), "{said:?}");
    assert!(said.out.contains("2026-0001"), "{said:?}");
    assert_eq!(program.run(&["case", "list", "--json"]).done().json().as_array().unwrap().len(), 1);
}

#[test]
fn words_that_are_no_act_field_user_or_case_are_named() {
    let program = Program::new();
    program.run(&["import", PLAN]).done();
    program.run(&["user", "add", "terapeut", "--name", "T", "--role", "therapist", "--unit", "Nord"]).done();
    let act = |arguments: &[&str]| {
        let all: Vec<&str> = ["do"].iter().chain(arguments).chain(&["--as", "terapeut"]).copied().collect();
        program.run(&all)
    };
    act(&["2026-0001", "dance"]).refused_with("dance");
    act(&["2026-0001", "offer_start", "start_on=31/4"]).refused_with("31/4");
    act(&["2026-0001", "offer_start", "farve=rød"]).refused_with("farve");
    act(&["2026-9999", "offer_start", "start_on=2026-04-09"]).refused_with("2026-9999");
    act(&["sag", "offer_start"]).refused_with("2026-0001");
    program.run(&["do", "2026-0001", "hold_training", "--as", "ingen"]).refused_with("ingen");
    program.run(&["nonsens"]).refused_with("nonsens");
}

#[test]
fn a_database_that_isnt_there_or_isnt_one_is_named() {
    let program = Program::new();
    program.run(&["duties"]).refused_with("genvej.db");
    std::fs::write(program.db(), "dette er ingen database, men en tekst, der er lang nok til at blive læst").unwrap();
    program.run(&["duties"]).refused_with("genvej.db");
}

#[test]
fn a_reader_that_hears_enough_leaves_no_import_half_done() {
    let program = Program::new();
    let plans: Vec<String> = (1..=6).map(|it| program.file(&format!("{it}.xml"), plan_number(it))).collect();
    let arguments: Vec<&str> = std::iter::once("import").chain(plans.iter().map(String::as_str)).collect();
    let mut import = program.command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    drop(import.stdout.take());
    assert!(import.wait().unwrap().success());
    assert_eq!(program.run(&["case", "list", "--json"]).done().json().as_array().unwrap().len(), 6);
}

#[test]
fn an_answer_that_cannot_be_written_is_not_passed_over() {
    let program = Program::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let said = program.command(&["calendar", "2026"]).stdout(full).output().unwrap();
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8(said.stderr).unwrap().contains("kunne ikke skrives"));
}

#[test]
fn the_name_to_sign_in_with_is_one_that_the_page_takes() {
    let program = Program::new();
    let add = |id: &str| program.run(&["user", "add", id, "--name", "M", "--role", "therapist", "--json"]);
    assert_eq!(add("Mona").done().json()["id"], "mona");
    add("MONA").refused_with("findes allerede");
    add("mona hansen").refused_with("a til z");
}
