//! What is broken is refused with what, where and how to mend it; nothing is half-read.

use exchange::Finding;
use exchange::file::SIZE_LIMIT;
use exchange::ggop::{Decision, Identifiers, Reading, read};
use law::Language;

use crate::samples::{codes, example, hjoerring, plan_xml, read_report, read_with};

/// The findings of a message that has to be refused.
fn refused(bytes: &[u8]) -> (Vec<Finding>, Identifiers) {
    match read(bytes, &hjoerring()) {
        Reading::Refused { findings, identifiers } => (findings, identifiers),
        Reading::Intake { findings, .. } => panic!("taken in, with {findings:?}"),
    }
}

fn only_code(bytes: &[u8]) -> &'static str {
    let (findings, _) = refused(bytes);
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings[0].code()
}

#[test]
fn a_file_cut_anywhere_is_refused_and_never_half_read() {
    let bytes = example("genoptraeningsplan.xml");
    let end = bytes.len() - 1 - bytes.iter().rev().position(|byte| *byte == b'>').unwrap();
    for cut in (0..=end).step_by(50).chain([end]) {
        let (findings, identifiers) = refused(&bytes[..cut]);
        assert!(findings.iter().all(|finding| finding.code().starts_with("file_")), "at {cut}: {findings:?}");
        for known in [identifiers.sender, identifiers.envelope, identifiers.letter].into_iter().flatten() {
            let whole = ["5790000999019", "26032600000001", "26032690000001"];
            assert!(whole.contains(&known.as_str()), "at {cut}: half an identifier, {known}");
        }
    }
}

#[test]
fn a_cut_file_still_tells_which_message_it_was() {
    let xml = plan_xml();
    let (findings, identifiers) = refused(&xml.as_bytes()[..xml.find("<Relatives>").unwrap() + 4]);
    assert_eq!(findings[0].code(), "file_truncated");
    assert_eq!(identifiers.letter.as_deref(), Some("26032690000001"));
}

#[test]
fn a_cut_report_is_refused_as_a_whole() {
    let bytes = example("leveringsrapport-2.json");
    let end = bytes.iter().rposition(|byte| *byte == b'}').unwrap();
    for cut in (0..=end).step_by(50) {
        let findings = read_report(&bytes[..cut]).unwrap_err();
        assert_eq!(findings.len(), 1, "at {cut}");
        assert!(["file_empty", "file_truncated"].contains(&findings[0].code()), "at {cut}: {findings:?}");
    }
}

#[test]
fn a_hundred_megabytes_are_refused_by_their_length_alone() {
    let huge = vec![b'<'; 100_000_000];
    assert_eq!(only_code(&huge), "file_too_large");
    assert_eq!(read_report(&huge).unwrap_err()[0].code(), "file_too_large");
    // A file at the limit is parsed.
    assert_eq!(only_code(&vec![b'<'; SIZE_LIMIT]), "file_truncated");
}

#[test]
fn deep_nesting_is_refused() {
    assert_eq!(refused("<a>".repeat(100_000).as_bytes()).0[0].code(), "file_too_deep");
    assert_eq!(read_report("[".repeat(100_000).as_bytes()).unwrap_err()[0].code(), "file_too_deep");
    assert_eq!(read_report("{\"a\":".repeat(100_000).as_bytes()).unwrap_err()[0].code(), "file_too_deep");
}

#[test]
fn what_is_no_plan_at_all_is_refused() {
    for (bytes, code) in [
        (&b""[..], "file_empty"),
        (b"   \r\n", "file_empty"),
        (b"{\"plan.type\": \"general_training\"}", "file_malformed"),
        (b"%PDF-1.7", "file_malformed"),
        (b"PK\x03\x04", "file_forbidden_character"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "plan_not_a_plan"),
        (b"<Emessage/>", "plan_not_a_plan"),
        (b"<Emessage xmlns='urn:oio:medcom:municipality:1.0.4'/>", "plan_part_missing"),
    ] {
        assert_eq!(only_code(bytes), code, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn nul_and_letters_of_another_encoding_are_refused_with_their_line() {
    let mut bytes = example("genoptraeningsplan.xml");
    let line = 1 + bytes.iter().position(|byte| *byte == b'\n').unwrap();
    bytes[line + 2] = 0;
    let (findings, _) = refused(&bytes);
    assert_eq!((findings[0].code(), findings[0].place.line), ("file_forbidden_character", Some(2)));

    let latin: Vec<u8> =
        plan_xml().chars().map(|character| u8::try_from(u32::from(character)).unwrap_or(b'?')).collect();
    let (findings, _) = refused(&latin);
    assert_eq!(findings[0].code(), "file_wrong_encoding");
    let first_letter = 1 + plan_xml().lines().position(|line| !line.is_ascii()).unwrap();
    assert_eq!(findings[0].place.line, Some(first_letter));
}

#[test]
fn the_same_plan_in_latin_letters_or_utf_16_reads_the_same() {
    let xml = plan_xml();
    let expected = read(xml.as_bytes(), &hjoerring());
    let declared = xml.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");
    let latin: Vec<u8> = declared.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    assert_eq!(read(&latin, &hjoerring()), expected);
    let wide: Vec<u8> = std::iter::once(0xFEFF).chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide, &hjoerring()), expected);
    let marked = [&[0xEF, 0xBB, 0xBF], xml.as_bytes()].concat();
    assert_eq!(read(&marked, &hjoerring()), expected);
}

#[test]
fn a_doctype_is_refused_and_no_entity_is_followed() {
    let doctype = "<!DOCTYPE Emessage [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<Emessage ";
    let xml = plan_xml().replacen("<Emessage ", doctype, 1).replace("Ruddi Test", "&x;");
    let (findings, identifiers) = refused(xml.as_bytes());
    assert_eq!(findings.iter().map(Finding::code).collect::<Vec<_>>(), ["file_doctype", "file_entity"]);
    assert_eq!(identifiers.envelope.as_deref(), Some("26032600000001"), "the sender can be told which message");
}

#[test]
fn a_billion_laughs_are_not_laughed() {
    let ten_of = |level: u8| format!("<!ENTITY a{level} '{}'>", format!("&a{};", level - 1).repeat(10));
    let entities: Vec<_> = std::iter::once("<!ENTITY a0 'ha'>".to_owned()).chain((1..30).map(ten_of)).collect();
    let entities = entities.concat();
    let (findings, _) = refused(format!("<!DOCTYPE a [{entities}]><a>&a29;</a>").as_bytes());
    assert_eq!(findings[0].code(), "file_doctype");
}

#[test]
fn an_unknown_or_missing_type_is_refused_and_never_guessed() {
    let reading = read_with(">almen<", ">egentraening<");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Reject, vec!["plan_type_unknown"]));
    let reading = read_with("<TypeOfRehabilitationPlan>almen</TypeOfRehabilitationPlan>", "");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Reject, vec!["plan_type_missing"]));
    let twice = "<TypeOfRehabilitationPlan>almen</TypeOfRehabilitationPlan><TypeOfRehabilitationPlan>specialiseret</TypeOfRehabilitationPlan>";
    let reading = read_with("<TypeOfRehabilitationPlan>almen</TypeOfRehabilitationPlan>", twice);
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Reject, vec!["plan_part_repeated"]));
}

#[test]
fn another_version_is_refused_with_the_one_that_came() {
    let reading = read_with("GGOP100", "GGOP099");
    assert_eq!(codes(&reading), ["plan_wrong_version"]);
    assert!(reading.findings()[0].say(Language::Danish).contains("GGOP099"));
    assert_eq!(codes(&read_with("<VersionCode>GGOP100</VersionCode>", "")), ["plan_wrong_version"]);
}

#[test]
fn a_message_without_its_identifiers_is_refused() {
    let reading = read_with("<mm100:EANIdentifier>5790000999019</mm100:EANIdentifier>", "");
    assert_eq!(codes(&reading), ["plan_part_missing"]);
    let reading = read_with("<Identifier>26032690000001</Identifier>", "<Identifier> </Identifier>");
    assert_eq!(codes(&reading), ["plan_part_missing"]);
}

#[test]
fn a_date_that_cannot_be_is_kept_for_a_person() {
    for date in ["2026-02-30", "0001-01-01", "2026-13-01", "9999-12-31", "27-03-2026", "i dag"] {
        let reading = read_with("<Date>2026-03-27</Date>", &format!("<Date>{date}</Date>"));
        assert_eq!(reading.decision(), Decision::Review, "{date}");
        assert!(codes(&reading).contains(&"plan_impossible_date"), "{date}: {:?}", codes(&reading));
        assert_eq!(reading.plan().unwrap().contact.end.on(), None, "{date}");
    }
}

#[test]
fn a_contact_that_ends_before_it_begins_is_kept_for_a_person() {
    let reading = read_with("<Date>2026-03-27</Date>", "<Date>2026-03-01</Date>");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_ends_before_start"]));
}

#[test]
fn a_birth_date_that_has_not_come_is_kept_for_a_person() {
    // Digit 5 and year 57: born 15 February 2057. Fails modulus 11.
    let reading = read_with("1502779995", "1502575995");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_born_ahead"]));
}

#[test]
fn a_number_whose_day_cannot_be_is_kept_for_a_person_and_not_repeated() {
    let reading = read_with("1502779995", "3202779995");
    assert_eq!((reading.decision(), codes(&reading)), (Decision::Review, vec!["plan_number_impossible"]));
    for language in [Language::Danish, Language::English] {
        assert!(!reading.findings()[0].say(language).contains("3202779995"));
    }
}

/// The codes and places of what is wrong with a report, after one text in it was changed.
fn report_findings(from: &str, to: &str) -> Vec<(&'static str, String)> {
    let report = String::from_utf8(example("leveringsrapport-2.json")).unwrap();
    assert!(report.contains(from), "the example has {from:?}");
    let findings = read_report(report.replace(from, to).as_bytes()).unwrap_err();
    findings.iter().map(|finding| (finding.code(), finding.place.path.clone())).collect()
}

#[test]
fn a_report_that_breaks_one_rule_names_the_element() {
    for (from, to, code, path) in [
        ("1502779995", "3202779995", "report_impossible_number", "Bundle.entry[0].resource.identifier[0].value"),
        ("1502779995", "1502777AB1", "report_impossible_number", "Bundle.entry[0].resource.identifier[0].value"),
        (
            "\"valueDate\": \"2026-03-27\"",
            "\"valueDate\": \"2026-02-30\"",
            "report_impossible_time",
            "Bundle.entry[4].resource.extension[0].valueDate",
        ),
        (
            "\"authoredOn\": \"2026-03-26\"",
            "\"authoredOn\": \"2026-03\"",
            "report_impossible_time",
            "Bundle.entry[4].resource.authoredOn",
        ),
        (
            "\"authoredOn\": \"2026-03-26\"",
            "\"authoredOn\": 20260326",
            "report_wrong_shape",
            "Bundle.entry[4].resource.authoredOn",
        ),
        (
            "\"deceasedBoolean\": false",
            "\"deceasedBoolean\": \"nej\"",
            "report_wrong_shape",
            "Bundle.entry[0].resource.deceasedBoolean",
        ),
        (
            "\"status\": \"finished\"",
            "\"status\": \"afholdt\"",
            "report_unknown_code",
            "Bundle.entry[6].resource.status",
        ),
        (
            "2026-04-01T08:45:00Z",
            "2026-04-01T07:45:00Z",
            "report_ends_before_start",
            "Bundle.entry[6].resource.period.end",
        ),
        (
            "\"intent\": \"plan\",\n        \"category\"",
            "\"intent\": \"plan\",\n        \"note\": [],\n        \"category\"",
            "report_element_not_allowed",
            "Bundle.entry[4].resource.note",
        ),
    ] {
        let findings = report_findings(from, to);
        assert!(findings.contains(&(code, path.to_owned())), "{from} to {to}: {findings:?}");
    }
}

#[test]
fn a_report_from_a_day_to_come_is_refused() {
    for (from, to, code, path) in [
        ("2026-04-01T15:05:00Z", "2030-04-01T15:05:00Z", "report_ahead", "Bundle.timestamp"),
        (
            "\"authoredOn\": \"2026-03-26\"",
            "\"authoredOn\": \"2030-01-01\"",
            "report_ahead",
            "Bundle.entry[4].resource.authoredOn",
        ),
        (
            "\"valueDate\": \"2026-03-27\"",
            "\"valueDate\": \"2031-01-01\"",
            "report_far_ahead",
            "Bundle.entry[4].resource.extension[0].valueDate",
        ),
    ] {
        assert_eq!(report_findings(from, to), [(code, path.to_owned())]);
    }
}

#[test]
fn a_report_of_contradicting_categories_is_refused() {
    let (almen, specialised) = ("ffd81f78-352e-4589-a195-5350dd1df2a4", "0c8e2bfc-1350-45d1-90da-c07e2645d073");
    assert_eq!(report_findings(almen, specialised)[0].0, "report_categories_contradict");
    let basal = "8b962281-2ab6-4b10-9c91-4bac592d6d49";
    assert_eq!(report_findings(basal, specialised)[0].0, "report_categories_contradict");
}

#[test]
fn what_is_json_but_no_report_is_refused() {
    for text in
        ["null", "[]", "\"Bundle\"", "{}", "{\"plan.type\": \"general_training\"}", "{\"resourceType\": \"Patient\"}"]
    {
        let findings = read_report(text.as_bytes()).unwrap_err();
        assert!(findings.iter().all(|finding| finding.code().starts_with("report_")), "{text}: {findings:?}");
    }
}
