//! The project's own examples are read as their description says.

use case::citizen_number::StatedNumber;
use case::plan::{ExpectedEnd, GeneralPractitioner, PhoneKind, PlanType, Relation};
use exchange::fhir;
use exchange::ggop::{Decision, read};
use jiff::civil::{date, time};

use crate::samples::{codes, example, hjoerring, read_report, read_with};

#[test]
fn the_main_plan_is_taken_in_with_every_part() {
    let reading = read(&example("genoptraeningsplan.xml"), &hjoerring());
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Accept, Vec::new()));
    let plan = reading.plan().unwrap();
    assert_eq!(plan.message.to_string(), "5790000999019/26032600000001/26032690000001");
    assert_eq!(plan.plan_type, PlanType::GeneralTraining);
    assert_eq!(plan.citizen.name.full(), "Ruddi Test Berggren");
    assert_eq!(plan.citizen.born_on(), Some(date(1977, 2, 15)));
    assert_eq!(plan.contact.end.on(), Some(date(2026, 3, 27)));
    assert!(matches!(&plan.contact.end, ExpectedEnd::Dated { when, .. } if when.at == Some(time(11, 0, 0, 0))));
    assert!(plan.deadline.as_ref().is_some_and(case::plan::DeadlineText::says_there_is_none));
    assert_eq!(plan.citizen.relatives[0].relation, Relation::Spouse);
    assert_eq!(plan.citizen.relatives[0].phones[1].kind, PhoneKind::Work);
    assert_eq!(plan.journal_excerpts.len(), 2);
    assert_eq!(plan.icf.len(), 1);
    assert!(matches!(&plan.general_practitioner, GeneralPractitioner::Copied { organisation: Some(_), .. }));
    let summary = plan.descriptions.health_summary.as_deref().unwrap();
    assert!(summary.contains("Forløb\nFaldt ned fra en stige den 19-03-2026. Operation den 20-03-2026"), "{summary}");
    assert!(summary.contains("CRP         34"), "columns stay under each other: {summary}");
}

#[test]
fn a_plan_is_stored_and_read_back_the_same() {
    for file in ["genoptraeningsplan.xml", "genoptraeningsplan-barn.xml", "genoptraeningsplan-udskrivning-i-ord.xml"] {
        let reading = read(&example(file), &hjoerring());
        let plan = reading.plan().unwrap();
        let stored = serde_json::to_string(plan).unwrap();
        assert_eq!(&serde_json::from_str::<case::plan::Plan>(&stored).unwrap(), plan);
    }
}

#[test]
fn a_plan_shown_in_a_log_does_not_give_the_number_away() {
    let reading = read(&example("genoptraeningsplan.xml"), &hjoerring());
    assert!(!format!("{reading:?}").contains("1502779995"));
}

#[test]
fn each_other_plan_is_what_its_name_says() {
    for (file, decision, found) in [
        ("genoptraeningsplan-tidlig-frist.xml", Decision::Review, vec!["plan_deadline_in_words"]),
        ("genoptraeningsplan-senere-start.xml", Decision::Review, vec!["plan_deadline_in_words"]),
        ("genoptraeningsplan-udskrivning-i-ord.xml", Decision::Review, vec!["plan_end_in_words"]),
        ("genoptraeningsplan-specialiseret.xml", Decision::Accept, vec![]),
        ("genoptraeningsplan-barn.xml", Decision::Accept, vec![]),
    ] {
        let reading = read(&example(file), &hjoerring());
        assert_eq!((reading.decision(), codes(&reading)), (decision, found), "{file}");
    }
}

#[test]
fn a_plan_for_another_municipality_is_kept_for_a_person() {
    let reading = read_with("<mm100:Identifier>860</mm100:Identifier>", "<mm100:Identifier>810</mm100:Identifier>");
    assert_eq!((reading.decision(), codes(&reading)[0]), (Decision::Review, "plan_other_municipality"));
}

#[test]
fn a_citizen_whose_address_names_another_municipality_is_looked_up() {
    let reading = read_with("<mm100:DistrictName>Hjørring<", "<mm100:DistrictName>Aalborg SØ<");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_lives_elsewhere"]));
}

#[test]
fn a_replacement_number_is_taken_in_and_kept_for_a_person() {
    let reading = read_with("1502779995", "1502777AB1");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_replacement_number"]));
}

#[test]
fn ten_zeros_are_no_number() {
    let reading = read_with("1502779995", "0000000000");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_number_missing"]));
    assert_eq!(reading.plan().unwrap().citizen.number, StatedNumber::NotStated);
}

#[test]
fn a_refused_consent_is_kept_for_a_person() {
    let reading = read_with("<ConsentInformed>ja<", "<ConsentInformed>nej<");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_consent_refused"]));
}

#[test]
fn a_part_that_nobody_knows_is_named_and_does_not_stop_the_plan() {
    let reading = read_with(
        "<ConsentInformed>ja</ConsentInformed>",
        "<ConsentInformed>ja</ConsentInformed><Kostplan>ja</Kostplan>",
    );
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Accept, vec!["plan_unknown_part"]));
}

#[test]
fn an_element_in_the_other_of_the_two_namespaces_is_the_same_element() {
    let reading = read_with("mm100:CivilRegistrationNumber", "CivilRegistrationNumber");
    assert_eq!(reading.decision(), Decision::Accept);
}

fn report(number: u8) -> fhir::Report {
    read_report(&example(&format!("leveringsrapport-{number}.json"))).unwrap()
}

#[test]
fn the_first_report_tells_of_a_plan_received_before_the_discharge() {
    let report = report(1);
    let occasion = &report.occasions[0];
    assert_eq!(report.citizen.cpr.born_on(), date(1977, 2, 15));
    assert_eq!((occasion.plan_type, occasion.level), (PlanType::GeneralTraining, None));
    assert_eq!((occasion.received.day(), occasion.discharged_on), (date(2026, 3, 26), date(2026, 3, 27)));
    assert_eq!(occasion.first_contact_offered, None);
    assert_eq!(occasion.diagnoses, [report.diagnoses[0].id.clone()]);
    assert_eq!(report.interventions[0].kind, Some(fhir::InterventionKind::Examination));
}

#[test]
fn the_second_report_tells_of_the_first_contact_and_the_course() {
    let report = report(2);
    assert_eq!(report.occasions[0].first_contact_offered.map(fhir::ReportedTime::day), Some(date(2026, 4, 1)));
    assert_eq!(report.occasions[0].level, Some(fhir::Level::Basic));
    let held = &report.encounters[0];
    assert_eq!((held.status, held.class), (fhir::EncounterStatus::Finished, fhir::EncounterClass::AtFacility));
    assert_eq!(held.start.day(), date(2026, 4, 1));
    assert_eq!(report.encounters[1].status, fhir::EncounterStatus::Planned);
    assert_eq!(report.care_plans[0].kind, fhir::CourseKind::Training);
    assert_eq!(report.interventions[1].care_plan.as_ref(), Some(&report.care_plans[0].id));
    assert_eq!(report.interventions[1].delivery, [fhir::DeliveryType::Group]);
    assert_eq!(report.conditions[0].condition.name(), "Mobilitet og bevægelse");
}

#[test]
fn the_later_reports_tell_of_meetings_and_of_the_end() {
    let statuses: Vec<_> = report(3).encounters.iter().map(|encounter| encounter.status).collect();
    let (finished, cancelled) = (fhir::EncounterStatus::Finished, fhir::EncounterStatus::Cancelled);
    assert_eq!(statuses, [finished, cancelled, finished]);
    let last = report(4);
    assert_eq!(last.occasions[0].status, fhir::RequestStatus::Completed);
    assert_eq!(last.care_plans[0].progress, fhir::CourseProgress::At(fhir::ActivityStatus::Completed));
    assert_eq!(last.care_plans[0].period.end.map(fhir::ReportedTime::day), Some(date(2026, 6, 11)));
    assert!(last.conditions.iter().all(|condition| !condition.is_in_focus));
}

#[test]
fn every_file_of_facts_is_read_without_a_fault() {
    for name in [
        "plan",
        "facts-til-tiden",
        "facts-for-sent-tilbud",
        "facts-intet-tilbud",
        "facts-mangler",
        "facts-senere-start",
        "facts-specialiseret",
        "facts-uden-plan",
        "facts-barn",
    ] {
        let text = String::from_utf8(example(&format!("{name}.json"))).unwrap();
        let faults = law::Facts::from_json(&text).err().unwrap_or_default();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn a_discharge_that_lay_ahead_when_the_report_was_made_is_not_confirmed_by_it() {
    let hjoerring = hjoerring().at.unwrap();
    let confirms = |number| {
        let story = report(number).stories(hjoerring).remove(0);
        assert_eq!(story.plan.contact.end.on(), Some(date(2026, 3, 27)), "expected in any case");
        story.happened.iter().any(|happening| matches!(happening.event, case::Event::DischargeConfirmed(_)))
    };
    assert!(!confirms(1), "made the day before");
    assert!(confirms(2));
}
