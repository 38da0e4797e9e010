//! The readers against the collected standards material: MedCom-shaped messages and the gateway's reports, with what a
//! receiver is to make of each. Run where `GENVEJ_STANDARDS` names the folder.

use std::path::{Path, PathBuf};

use case::citizen_number::StatedNumber;
use case::municipality::MunicipalityCode;
use case::plan::{CodeSystem, Diagnosis, PlanType};
use exchange::ggop::{Decision, Reading, Reception, read};
use jiff::civil::date;
use serde_json::Value;

use crate::samples::read_report;

/// The folder, where there is one; else says that the test was not run.
fn standards() -> Option<PathBuf> {
    let folder = std::env::var_os("GENVEJ_STANDARDS").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: GENVEJ_STANDARDS is not set");
    }
    folder
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))).unwrap()
}

/// What the message alone can decide. A message seen before and a second plan are the record's to find.
fn expected(case: &Value) -> Decision {
    match (case["decision"].as_str().unwrap(), case["file"].as_str().unwrap()) {
        ("duplicate" | "accept", _) | (_, "examples/ggop-13-ny-plan-samme-hofte.xml") => Decision::Accept,
        ("review", _) => Decision::Review,
        ("reject", _) => Decision::Reject,
        (other, file) => panic!("{file}: unknown decision {other}"),
    }
}

#[test]
fn every_example_plan_is_taken_in_kept_for_a_person_or_refused_as_it_should_be() {
    let Some(standards) = standards() else { return };
    let folder = standards.join("medcom-gop");
    let holbaek = Reception { at: Some(MunicipalityCode::parse("316").unwrap()), on: date(2026, 12, 21) };
    let cases = json(&folder.join("examples.json"));
    let plans: Vec<_> = cases["cases"].as_array().unwrap().iter().filter(|case| case["message"] == "GGOP").collect();
    assert!(plans.len() >= 23, "the sixteen sound and seven unsound ones are there");
    for case in plans {
        let file = case["file"].as_str().unwrap();
        let reading = read(&std::fs::read(folder.join(file)).unwrap(), &holbaek);
        assert_eq!(reading.decision(), expected(case), "{file}: {:?}", reading.findings());
        match &reading {
            Reading::Intake { plan, .. } => assert_plan(file, case, plan),
            Reading::Refused { identifiers, findings } => {
                assert!(!findings.is_empty());
                let receipt_owed = !case["receipt"].is_null();
                assert_eq!(
                    identifiers.envelope.as_deref(),
                    case["envelopeIdentifier"].as_str().filter(|_| receipt_owed),
                    "{file}"
                );
                assert_eq!(
                    identifiers.letter.as_deref(),
                    case["letterIdentifier"].as_str().filter(|_| receipt_owed),
                    "{file}"
                );
            }
        }
    }
}

fn assert_plan(file: &str, case: &Value, plan: &case::plan::Plan) {
    let text = |key: &str| case[key].as_str().map(str::to_owned);
    let plan_type = match plan.plan_type {
        PlanType::GeneralTraining => "almen",
        PlanType::SpecialisedTraining => "specialiseret",
        PlanType::SpecialisedRehabilitation => "rehabilitering",
    };
    let number = match &plan.citizen.number {
        StatedNumber::Read(number) => Some(number.whole()),
        StatedNumber::Unreadable(number) => Some(number.as_written().to_owned()),
        StatedNumber::NotStated => None,
    };
    assert_eq!(Some(plan.message.envelope.clone()), text("envelopeIdentifier"), "{file}");
    assert_eq!(Some(plan.message.letter.clone()), text("letterIdentifier"), "{file}");
    assert_eq!(Some(plan_type), case["type"].as_str(), "{file}");
    assert_eq!(number, text("citizen"), "{file}");
    assert_eq!(plan.receiver.municipality.map(|code| code.to_string()), text("receiverMunicipality"), "{file}");
    assert_eq!(plan.authorised.map(|time| time.on.to_string()), text("authorised"), "{file}");
    assert_eq!(plan.contact.start.map(|time| time.on.to_string()), text("hospitalStart"), "{file}");
    assert_eq!(plan.contact.end.on().map(|day| day.to_string()), text("expectedEnd"), "{file}");
    assert_eq!(plan.deadline.as_ref().map(|deadline| deadline.as_written().to_owned()), text("deadlineText"), "{file}");
    let codes: Vec<_> = plan
        .diagnoses
        .iter()
        .filter_map(|diagnosis| match diagnosis {
            Diagnosis::Coded { condition, .. } if matches!(condition.system, CodeSystem::Icd10 | CodeSystem::Sks) => {
                Some(Value::from(condition.code.as_str()))
            }
            Diagnosis::Coded { .. } | Diagnosis::InWords(_) => None,
        })
        .collect();
    assert_eq!(Value::from(codes), case["diagnoses"], "{file}");
    assert!(!plan.diagnoses.is_empty(), "{file}: a diagnosis in words is one, too");
}

#[test]
fn danish_letters_survive_in_a_message_in_latin_letters() {
    let Some(standards) = standards() else { return };
    let bytes = std::fs::read(standards.join("medcom-gop/examples/ggop-15-latin1.xml")).unwrap();
    let reading = read(&bytes, &Reception { at: None, on: date(2026, 11, 23) });
    assert_eq!(reading.plan().unwrap().citizen.name.full(), "Cæsar Test Østergård");
}

#[test]
fn the_guides_own_reports_are_read_without_a_finding() {
    let Some(standards) = standards() else { return };
    for number in [1, 2, 6, 7, 8] {
        let file = standards.join(format!("kl-gateway-rehab/examples/DeliveryReport-Ruddi-{number}.json"));
        let report = read_report(&std::fs::read(&file).unwrap());
        assert!(report.is_ok(), "{}: {:#?}", file.display(), report.unwrap_err());
    }
}

#[test]
fn every_broken_report_yields_a_finding() {
    let Some(standards) = standards() else { return };
    let folder = standards.join("kl-gateway-rehab");
    let cases = json(&folder.join("negative-cases.json"));
    let cases = cases["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 33);
    for case in cases {
        let mut report = json(&folder.join(case["base"].as_str().unwrap()));
        for step in case["patch"].as_array().unwrap() {
            patch(&mut report, step);
        }
        let findings = read_report(report.to_string().as_bytes()).err().unwrap_or_default();
        assert!(!findings.is_empty(), "{}: {}", case["id"], case["why"]);
        let rules: Vec<_> = findings.iter().map(exchange::Finding::code).collect();
        println!("{}: {} -> {rules:?}", case["id"], case["violates"]);
    }
}

/// One step of a JSON Patch (RFC 6902): `add`, `remove` and `replace` are all that the cases use.
fn patch(document: &mut Value, step: &Value) {
    let path = step["path"].as_str().unwrap();
    let (parent, last) = path.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{path} is there"));
    let value = step.get("value").cloned();
    match (step["op"].as_str().unwrap(), parent) {
        ("remove", Value::Object(fields)) => drop(fields.remove(last).unwrap()),
        ("remove", Value::Array(items)) => drop(items.remove(last.parse().unwrap())),
        ("add", Value::Array(items)) if last == "-" => items.push(value.unwrap()),
        ("replace", Value::Array(items)) => items[last.parse::<usize>().unwrap()] = value.unwrap(),
        ("add" | "replace", Value::Object(fields)) => drop(fields.insert(last.to_owned(), value.unwrap())),
        (step, _) => panic!("{step} is not used"),
    }
}
