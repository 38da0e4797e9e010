//! Every finding in both languages, in one place for somebody who writes well.

use case::citizen_number::NumberFault;
use case::municipality::MunicipalityCode;
use exchange::{Finding, Place, Problem, fhir, file, ggop};
use jiff::civil::date;
use law::Language;
use law::fact::NotJson;

fn file_problems() -> Vec<file::Problem> {
    vec![
        file::Problem::Empty,
        file::Problem::TooLarge,
        file::Problem::TooDeep,
        file::Problem::Truncated,
        file::Problem::WrongEncoding { declared: "UTF-8".into() },
        file::Problem::UnknownEncoding { declared: "EBCDIC-CP-DK".into() },
        file::Problem::MislabelledEncoding { declared: "utf-16".into(), actual: "UTF-8" },
        file::Problem::ForbiddenCharacter { code_point: 0 },
        file::Problem::Doctype,
        file::Problem::Entity { name: "x".into() },
        file::Problem::Malformed(file::Breach::Json(NotJson::new(
            &serde_json::from_str::<serde_json::Value>("{1}").unwrap_err(),
        ))),
        file::Problem::Malformed(file::Breach::NameTwice { name: "status".into() }),
        file::Problem::Malformed(file::Breach::WrongEndTag { found: "Patient".into() }),
        file::Problem::Malformed(file::Breach::Attribute),
        file::Problem::Malformed(file::Breach::UnknownPrefix { prefix: "mm100".into() }),
        file::Problem::Malformed(file::Breach::SecondRoot),
        file::Problem::Malformed(file::Breach::TextOutside),
        file::Problem::Malformed(file::Breach::Declaration),
        file::Problem::Malformed(file::Breach::Reference),
        file::Problem::Malformed(file::Breach::Other { parser: "unknown markup".into() }),
    ]
}

fn plan_problems() -> Vec<ggop::Problem> {
    let aalborg = MunicipalityCode::parse("0851").unwrap();
    vec![
        ggop::Problem::NotAPlan { name: "Emessage".into(), namespace: "urn:oio:medcom:municipality:9.9.9".into() },
        ggop::Problem::PartMissing { part: ggop::Part::EnvelopeIdentifier },
        ggop::Problem::PartMissing { part: ggop::Part::LetterIdentifier },
        ggop::Problem::PartMissing { part: ggop::Part::SenderLocation },
        ggop::Problem::PartMissing { part: ggop::Part::RehabilitationPlan },
        ggop::Problem::PartMissing { part: ggop::Part::Patient },
        ggop::Problem::Repeated { decisive: true },
        ggop::Problem::Repeated { decisive: false },
        ggop::Problem::WrongVersion { found: Some("GGOP099".into()) },
        ggop::Problem::WrongVersion { found: None },
        ggop::Problem::UnknownPlanType { found: "egentraening".into() },
        ggop::Problem::PlanTypeMissing,
        ggop::Problem::ImpossibleDate { found: "2026-02-30".into() },
        ggop::Problem::ImpossibleTime { found: "24:00".into() },
        ggop::Problem::EndsBeforeStart { start: date(2026, 3, 27), end: date(2026, 3, 19) },
        ggop::Problem::EndMissing,
        ggop::Problem::EndInWords { words: "Forventes udskrevet efter påske".into() },
        ggop::Problem::DeadlineInWords { words: "Senest 3 hverdage efter udskrivelsen".into() },
        ggop::Problem::NumberMissing,
        ggop::Problem::NumberImpossible { fault: NumberFault::NoSuchDay { day: 32, month: 2, year: 1977 } },
        ggop::Problem::NumberImpossible { fault: NumberFault::NoSuchMonth(13) },
        ggop::Problem::NumberImpossible { fault: NumberFault::Length(9) },
        ggop::Problem::NumberImpossible { fault: NumberFault::NotADigit { position: 7 } },
        ggop::Problem::ReplacementNumber,
        ggop::Problem::TwoNumbers,
        ggop::Problem::BornAhead { born_on: date(2057, 2, 15) },
        ggop::Problem::OtherMunicipality { addressed: aalborg },
        ggop::Problem::ReceiverUnclear,
        ggop::Problem::LivesElsewhere { hinted: aalborg },
        ggop::Problem::ConsentRefused,
        ggop::Problem::ConsentInWords { words: "delvist".into() },
        ggop::Problem::ConsentMissing,
        ggop::Problem::UnknownPart { name: "Kostplan".into() },
    ]
}

fn report_problems() -> Vec<fhir::Problem> {
    vec![
        fhir::Problem::WrongShape { expected: fhir::Shape::Object },
        fhir::Problem::WrongShape { expected: fhir::Shape::List },
        fhir::Problem::WrongShape { expected: fhir::Shape::Text },
        fhir::Problem::WrongShape { expected: fhir::Shape::TrueOrFalse },
        fhir::Problem::Missing,
        fhir::Problem::NotAllowed,
        fhir::Problem::TooMany { most: 2 },
        fhir::Problem::WrongValue { expected: "plan", found: "order".into() },
        fhir::Problem::UnknownCode { list: "EncounterClassCodes", found: "XYZ".into() },
        fhir::Problem::ImpossibleNumber { fault: NumberFault::NoSuchDay { day: 32, month: 2, year: 1977 } },
        fhir::Problem::ImpossibleOrganisation,
        fhir::Problem::ImpossibleTime { found: "2026-03".into() },
        fhir::Problem::Ahead { day: date(2030, 1, 1), received: date(2026, 4, 7) },
        fhir::Problem::FarAhead { day: date(2031, 1, 1) },
        fhir::Problem::Refused {
            refusal: case::Refusal::BeforePlan { happened: date(2010, 1, 1), received: date(2026, 3, 26) },
        },
        fhir::Problem::EndsBeforeStart,
        fhir::Problem::NotOneCitizen { found: 0 },
        fhir::Problem::Unresolved { reference: "Organization/findes-ikke".into() },
        fhir::Problem::SameIdTwice { id: "a1".into() },
        fhir::Problem::NoPlanType,
        fhir::Problem::CategoriesContradict,
        fhir::Problem::EndReasonMissing,
        fhir::Problem::EndReasonTooEarly,
        fhir::Problem::CourseMissing,
        fhir::Problem::CourseForbidden,
    ]
}

fn all() -> Vec<Finding> {
    let problems = file_problems().into_iter().map(Problem::from);
    let problems = problems.chain(plan_problems().into_iter().map(Problem::from));
    let problems = problems.chain(report_problems().into_iter().map(Problem::from));
    problems.map(|problem| Finding { place: Place::default(), problem }).collect()
}

fn paragraph(finding: &Finding) -> String {
    let said = |language| format!("  {} {}", finding.say(language), finding.mend(language));
    let head = format!("{} ({})", finding.code(), finding.severity().name());
    [head, said(Language::Danish), said(Language::English)].join("\n")
}

#[test]
fn every_finding_says_what_is_wrong_and_how_to_mend_it() {
    let page: Vec<_> = all().iter().map(paragraph).collect();
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn a_place_reads_as_a_place() {
    let place = Place { line: Some(67), path: "Emessage/RehabilitationPlan".into() };
    let finding = Finding { place, problem: ggop::Problem::PlanTypeMissing.into() };
    assert_eq!(finding.whereabouts(Language::Danish), "linje 67, Emessage/RehabilitationPlan");
    assert_eq!(finding.whereabouts(Language::English), "line 67, Emessage/RehabilitationPlan");
}
