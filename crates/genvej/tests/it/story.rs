//! One citizen's way, from the hospital's message to the answer that changes.

use serde_json::Value as Json;

use crate::program::Program;

const PLAN: &str = "examples/genoptraeningsplan.xml";
const CASE: &str = "2026-0001";

/// The plan is received the day before the discharge; that is confirmed on the day.
fn with_plan() -> Program {
    let program = Program::new().at("2026-03-26T11:00:00+01:00");
    program.run(&["import", PLAN]).done();
    let program = program.at("2026-03-27T11:00:00+01:00");
    program
        .run(&["user", "add", "terapeut", "--name", "Test Terapeut", "--role", "therapist", "--unit", "Nord"])
        .done();
    program.run(&["do", CASE, "confirm_discharge", "on=2026-03-27", "--as", "terapeut"]).done();
    program
}

fn duty(program: &Program, act: &str) -> Json {
    let shown = program.run(&["case", "show", CASE, "--json"]).done().json();
    let found = shown["duties"].as_array().unwrap().iter().find(|duty| duty["act"] == act);
    found.cloned().unwrap_or_else(|| panic!("no duty {act} in {shown:#}"))
}

#[test]
fn a_plan_received_before_the_discharge_starts_a_provisional_clock() {
    let program = Program::new().at("2026-03-26T11:00:00+01:00");
    let taken_in = program.run(&["import", PLAN, "--json"]).done().json();
    assert_eq!(taken_in[0]["cases"][0], CASE, "{taken_in:#}");
    let offer = duty(&program, "offer_start");
    assert_eq!((offer["due"].as_str(), offer["provisional"].as_bool()), (Some("2026-04-03"), Some(true)));
}

#[test]
fn a_contact_fulfils_its_goal_and_an_offer_in_time_stops_the_laws_clock() {
    let program = with_plan().at("2026-03-30T11:00:00+02:00");
    assert_eq!(duty(&program, "offer_start")["provisional"], false);
    let contact = ["do", CASE, "record_first_contact", "by=telephone", "choice_informed=ja", "--as", "terapeut"];
    program.run(&contact).done();
    assert_eq!(duty(&program, "first_contact")["state"], "fulfilled");
    assert_eq!(duty(&program, "offer_start")["state"], "open");
    program.run(&["do", CASE, "offer_start", "start_on=2026-04-01", "--as", "terapeut"]).done();
    assert_eq!(duty(&program, "offer_start")["state"], "fulfilled");
    assert_eq!(duty(&program, "start_training")["state"], "open", "the goal asks for the training itself");
}

#[test]
fn word_of_the_choices_at_the_contact_is_no_word_of_the_private_one() {
    let program = with_plan().at("2026-03-30T11:00:00+02:00");
    let contact = ["do", CASE, "record_first_contact", "by=telephone", "choice_informed=ja", "--as", "terapeut"];
    program.run(&contact).done();
    program.run(&["do", CASE, "offer_start", "start_on=2026-04-10", "--as", "terapeut"]).done();
    assert_ne!(duty(&program, "offer_start")["state"], "fulfilled");
    assert_eq!(duty(&program, "inform_private_choice")["state"], "open");
    program.run(&["do", CASE, "inform_of_private_choice", "by=telephone", "--as", "terapeut"]).done();
    assert_eq!(duty(&program, "inform_private_choice")["state"], "fulfilled");
}

#[test]
fn the_same_message_twice_is_known() {
    let program = with_plan();
    let events = program.events();
    let again = program.run(&["import", PLAN, "--json"]).done().json();
    assert_eq!(again[0]["outcome"], "known", "{again:#}");
    assert_eq!(program.events(), events);
}

#[test]
fn delivery_reports_tell_the_same_story() {
    let program = Program::new().at("2026-06-12T10:00:00+02:00");
    for number in 1..=4 {
        program.run(&["import", &format!("examples/leveringsrapport-{number}.json")]).done();
    }
    let events = program.events();
    let again = program.run(&["import", "examples/leveringsrapport-2.json", "--json"]).done().json();
    assert_eq!(again[0]["outcome"], "known", "{again:#}");
    assert_eq!(program.events(), events);
    let contact = duty(&program, "first_contact");
    assert_eq!((contact["due"].as_str(), contact["fulfilled_on"].as_str()), (Some("2026-03-31"), Some("2026-04-01")));
    assert_eq!(contact["state"], "fulfilled_late");
}

#[test]
fn another_day_is_asked_for_and_the_past_stands_as_it_was() {
    let program = with_plan();
    let on = |day: &str| {
        let owed = program.run(&["duties", "--on", day, "--overdue", "--json"]).done().json();
        owed.as_array().unwrap().iter().any(|it| it["act"] == "offer_start" || it["duty"]["act"] == "offer_start")
    };
    assert!(!on("2026-04-03"), "the last day is not over");
    assert!(on("2026-04-04"));
}

#[test]
fn whatever_is_derived_is_made_anew_from_the_record() {
    let program = with_plan();
    let before = program.run(&["duties", "--json"]).done().out;
    program.run(&["rebuild"]).done();
    assert_eq!(program.run(&["duties", "--json"]).done().out, before);
    program.run(&["verify"]).done();
}

#[test]
fn a_checkpoint_kept_elsewhere_shows_what_an_old_copy_lacks() {
    let program = with_plan();
    let old = std::fs::read(program.db()).unwrap();
    let checkpoint = program.db().with_file_name("kontrolpunkt");
    let checkpoint = checkpoint.to_str().unwrap();
    program.run(&["do", CASE, "record_first_contact", "by=telephone", "--as", "terapeut"]).done();
    program.run(&["verify", "--write-checkpoint", checkpoint]).done();
    program.run(&["verify", "--against", checkpoint]).done();
    std::fs::write(program.db(), old).unwrap();
    for left in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{left}", program.db().display()));
    }
    let said = program.run(&["verify", "--against", checkpoint]);
    assert_eq!(said.code, 1, "{said:?}");
}

#[test]
fn a_checkpoint_is_for_its_owner_and_never_put_over_the_one_it_is_held_against() {
    use std::os::unix::fs::PermissionsExt;

    let program = with_plan();
    let checkpoint = program.db().with_file_name("kontrolpunkt");
    let name = checkpoint.to_str().unwrap();
    program.run(&["verify", "--write-checkpoint", name]).done();
    assert_eq!(std::fs::metadata(&checkpoint).unwrap().permissions().mode() & 0o777, 0o600);
    let before = std::fs::read(&checkpoint).unwrap();
    let linked = checkpoint.with_file_name("henvisning");
    std::os::unix::fs::symlink(&checkpoint, &linked).unwrap();
    program.run(&["do", CASE, "record_first_contact", "by=telephone", "--as", "terapeut"]).done();
    let refused = program.run(&["verify", "--against", name, "--write-checkpoint", linked.to_str().unwrap()]);
    refused.refused_with("en anden fil");
    assert_eq!(std::fs::read(&checkpoint).unwrap(), before);
}

#[test]
fn no_checkpoint_is_written_of_a_record_that_lacks_something() {
    let program = with_plan();
    let old = std::fs::read(program.db()).unwrap();
    let [first, second] = ["første", "andet"].map(|name| program.db().with_file_name(name));
    program.run(&["do", CASE, "record_first_contact", "by=telephone", "--as", "terapeut"]).done();
    program.run(&["verify", "--write-checkpoint", first.to_str().unwrap()]).done();
    std::fs::write(program.db(), old).unwrap();
    for left in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{left}", program.db().display()));
    }
    let again =
        ["verify", "--against", first.to_str().unwrap(), "--write-checkpoint", second.to_str().unwrap(), "--json"];
    let said = program.run(&again);
    assert_eq!((said.code, said.json()["checkpoint_written"].as_bool()), (1, Some(false)));
    assert!(!second.exists());
}

#[test]
fn a_letter_of_the_same_numbers_that_says_something_else_is_not_dropped() {
    let program = with_plan();
    let plan = std::fs::read_to_string("../../examples/genoptraeningsplan.xml").unwrap();
    let moved = plan.replace("2026-03-27", "2026-03-30");
    assert_ne!(plan, moved, "the example has lost its discharge");
    let file = program.file("rettet.xml", moved);
    let taken_in = program.run(&["import", &file, "--json"]).done().json();
    assert_eq!((&taken_in[0]["cases"][0], &taken_in[0]["differs_from"]), (&"2026-0002".into(), &CASE.into()));
    assert_eq!(program.run(&["import", &file, "--json"]).done().json()[0]["outcome"], "known");
}

#[test]
fn an_act_that_the_law_bars_is_refused_with_its_rule() {
    let program = with_plan();
    let events = program.events();
    let refused = program.run(&["do", CASE, "refuse_plan", "reason=Ikke behov", "--as", "terapeut"]);
    refused.refused_with("SUL § 140");
    assert_eq!(program.events(), events);
}

/// A report of the example with changes, as a file.
fn report(program: &Program, number: u8, change: impl FnOnce(&mut Json)) -> String {
    let example = format!("{}/../../examples/leveringsrapport-{number}.json", env!("CARGO_MANIFEST_DIR"));
    let mut report: Json = serde_json::from_str(&std::fs::read_to_string(example).unwrap()).unwrap();
    change(&mut report);
    program.file("rapport.json", report.to_string())
}

#[test]
fn a_report_that_tells_a_mistake_again_does_not_undo_its_correction() {
    let program = with_plan().at("2026-04-07T10:00:00+02:00");
    program.run(&["import", "examples/leveringsrapport-2.json"]).done();
    for number in 3..=6 {
        let number = format!("number={number}");
        program.run(&["do", CASE, "mark_in_error", &number, "reason=forkert borger", "--as", "terapeut"]).done();
    }
    let events = program.events();
    let again = report(&program, 2, |report| report["timestamp"] = "2026-04-02T08:00:00Z".into());
    let again = program.run(&["import", &again, "--json"]).done().json();
    assert_eq!(again[0]["outcome"], "nothing_new", "{again:#}");
    assert_eq!(program.events(), events);
}

#[test]
fn two_plans_of_one_type_and_day_are_two_cases() {
    let program = with_plan().at("2026-04-07T10:00:00+02:00");
    let twice = |made: &'static str| {
        move |report: &mut Json| {
            report["timestamp"] = made.into();
            let entries = report["entry"].as_array_mut().unwrap();
            let plan = entries.iter().find(|entry| entry["resource"]["resourceType"] == "ServiceRequest").unwrap();
            let mut other = plan.clone();
            other["fullUrl"] = "urn:uuid:5f0c1f64-3a5e-4a57-9d0b-0a6f2b8e1cff".into();
            other["resource"]["id"] = "5f0c1f64-3a5e-4a57-9d0b-0a6f2b8e1cff".into();
            entries.push(other);
        }
    };
    program.run(&["import", "examples/leveringsrapport-1.json"]).done();
    let file = report(&program, 1, twice("2026-03-28T08:00:00Z"));
    let opened = program.run(&["import", &file, "--json"]).done().json();
    assert_eq!(opened[0]["cases"], serde_json::json!(["2026-0002"]), "one is the case of the message: {opened:#}");
    let file = report(&program, 1, twice("2026-03-29T08:00:00Z"));
    let again = program.run(&["import", &file, "--json"]).done().json();
    assert_eq!(again[0]["outcome"], "nothing_new", "{again:#}");
    let (before, rebuilt) = (program.run(&["duties", "--json"]).done().out, program.run(&["rebuild"]));
    rebuilt.done();
    assert_eq!(program.run(&["duties", "--json"]).done().out, before);
}
