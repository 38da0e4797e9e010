//! What cannot be used is answered in words, on a page like the others, and changes nothing.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use case::{CaseId, Role, form::ACTS, municipality::MunicipalityCode};
use store::Cases;
use web::{
    access::guard::{Access, FORM_LIMIT, TOKEN_FIELD, Verb},
    routes,
};

use crate::{
    browser::{Answer, House},
    record::{again, confirmed, plan},
    routes::filled,
};

/// What a page that tells of a problem has in common with every other: the headers, a heading, and Danish.
#[track_caller]
fn is_told_in_words(answer: &Answer, what: &str) {
    assert!(answer.status.is_client_error(), "{what}: {}", answer.status);
    assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{what}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    assert!(answer.header("content-type").starts_with("text/html"), "{what}: {}", answer.header("content-type"));
    assert!(answer.text().contains("<html lang=\"da\">") && answer.text().contains("<h1"), "{what}: {}", answer.told());
}

/// The addresses of forms that only those may send who have signed in.
fn guarded_forms() -> Vec<String> {
    let forms =
        routes::all().into_iter().filter(|route| route.verb() == Verb::Post && route.access() != Access::Public);
    forms.map(|route| filled(route.path())).collect()
}

#[tokio::test]
async fn no_form_is_taken_without_its_sessions_token() {
    let house = House::demo().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let theirs = house.signed_in_as(Role::CaseOfficer).await.get("/was").await.form_token();
    for path in guarded_forms() {
        is_told_in_words(&officer.post_bare(&path, &[]).await, &path);
        for token in ["", "0", &theirs] {
            let answer = officer.post(&path, token, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {token}");
            is_told_in_words(&answer, &path);
        }
    }
}

#[tokio::test]
async fn what_is_too_large_is_refused_at_every_address() {
    let house = House::demo().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let token = officer.get("/was").await.form_token();
    let long = "a".repeat(3 << 20);
    for route in routes::all().into_iter().filter(|route| route.verb() == Verb::Post) {
        let path = filled(route.path());
        let answer = officer.post(&path, &token, &[("grund", &long)]).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        is_told_in_words(&answer, &path);
    }
    const { assert!(FORM_LIMIT < 3 << 20) };
}

#[tokio::test]
async fn an_address_is_asked_in_its_own_way_or_told_so() {
    let house = House::demo().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    for route in routes::all() {
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let path = filled(route.path());
            let request = Request::builder().method(method).uri(&path).body(Body::empty()).unwrap();
            let answer = officer.send(request).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            is_told_in_words(&answer, &path);
        }
    }
}

#[tokio::test]
async fn an_address_that_makes_no_sense_is_a_page_or_a_problem_in_words() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    for path in [
        "/arbejdsliste?q=a&q=b",
        "/arbejdsliste?side=99999999999999999999&frist=aldrig&type=ukendt&hvem=alle",
        "/arbejdsliste?q=%ff%fe%00",
        "/sager?q=a&q=b",
        "/sager?q=%00%25_",
        "/sager/%ff",
        "/sager/%00",
        "/sager/2026-0001%0d%0aset-cookie:x=y",
        "/lov/%ff",
        "/lov/INGEN-REGEL",
        "/log-ind?videre=a&videre=b",
        &format!("/sager/{case}?dag=1&dag=2&gjort=x"),
        &format!("/sager/{case}?gjort=99999999999999999999"),
        &format!("/sager/{case}?dag=31%2F2"),
        &format!("/sager/{}", "9".repeat(5000)),
        "/ret?sprog=xx&sprog=en",
    ] {
        let answer = officer.get(path).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
        if answer.status.is_client_error() {
            is_told_in_words(&answer, path);
        }
    }
    assert_eq!(house.faults(), Vec::<String>::new());
}

#[tokio::test]
async fn a_case_that_isnt_there_or_is_anothers_is_not_found_whatever_is_sent_to_it() {
    let house = House::demo().await;
    let aalborg = MunicipalityCode::parse("0851").unwrap();
    let theirs = Cases::new(house.cases().store().clone(), aalborg, None);
    let theirs = take_in(&theirs).await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let token = officer.get("/was").await.form_token();
    for case in [theirs.to_string().as_str(), "2026-0999", "1", "..%2f..", "%00"] {
        is_told_in_words(&officer.get(&format!("/sager/{case}")).await, case);
        for act in ["offer_start", "cpr", "mark_in_error"] {
            let key = [("noegle", "0".repeat(32)), ("start_on", "9/4".to_owned())];
            let key: Vec<(&str, &str)> = key.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = officer.post(&format!("/sager/{case}/{act}"), &token, &key).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{case} {act}");
            is_told_in_words(&answer, case);
            assert!(!answer.text().contains("Ruddi") && !answer.told().contains("1502779995"));
        }
    }
    assert!(house.openings(&theirs).await.is_empty());
    officer.get("/sager?q=Ruddi").await.says("Ingen sag har et navn eller nummer");
    officer.get("/arbejdsliste").await.says("Intet skyldes nu");
    officer.get("/indbakke").await.says("Indbakken er tom");
}

/// Another municipality's case, in the same file.
async fn take_in(cases: &Cases<store::Sqlite>) -> CaseId {
    use case::{UserId, event::PlanChannel};
    use store::{Happened, Intake, PlanIntake};
    let intake = PlanIntake {
        plan: plan("genoptraeningsplan.xml"),
        channel: PlanChannel::GgopMessage,
        received: Happened::on(jiff::civil::date(2026, 3, 26)),
        recorded_at: crate::record::at(jiff::civil::date(2026, 3, 27)),
        by: UserId("import".into()),
        original: None,
        happened: vec![confirmed(jiff::civil::date(2026, 3, 27))],
    };
    match cases.take_in(&intake).await.unwrap() {
        Intake::Opened(case) => case,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_act_with_fields_that_make_no_sense_records_nothing() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let other = again(plan("genoptraeningsplan.xml"), "anden", jiff::civil::date(2026, 4, 6));
    house.record().take_in(other, jiff::civil::date(2026, 4, 6), Vec::new()).await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let page = officer.get(&format!("/sager/{case}")).await;
    let carried = page.form("record-contact-attempt").fields;
    let before = house.cases().case(&case).await.unwrap().unwrap().history().len();
    let long = "æ".repeat(20_000);
    for act in ACTS {
        let fields = case::form::fields(act).unwrap();
        for value in ["", " ", "\0", "31/2", "år 1", "1/1 0001", "-1", "99999999999999999999", "<b>", "ukendt", &long]
        {
            let mut sent: Vec<(&str, &str)> =
                carried.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            sent.retain(|(name, _)| fields.iter().all(|field| field.name != *name));
            sent.extend(fields.iter().map(|field| (field.name, value)));
            // The day it happened makes no sense either, so that an act without fields has one that is wrong.
            sent.retain(|(name, _)| *name != "happened_on");
            sent.push(("happened_on", "31/2"));
            let answer = officer.post_bare(&format!("/sager/{case}/{act}"), &sent).await;
            let shown = value.chars().take(9).collect::<String>();
            assert!(answer.status.is_client_error(), "{act} {shown:?}: {}", answer.status);
            is_told_in_words(&answer, act);
        }
    }
    assert_eq!(house.cases().case(&case).await.unwrap().unwrap().history().len(), before);
    assert_eq!(house.faults(), Vec::<String>::new());
}

#[tokio::test]
async fn words_that_no_text_may_hold_are_refused_and_the_longest_are_kept() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let longest = "ø".repeat(case::form::LONGEST_TEXT);
    for (note, status) in [
        (format!("{longest}ø"), StatusCode::UNPROCESSABLE_ENTITY),
        ("før\0efter".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
        (longest, StatusCode::SEE_OTHER),
    ] {
        let answer = therapist.send_form(&page, "hold-training", &[("note", &note)]).await;
        let shown = note.chars().take(9).collect::<String>();
        assert_eq!(answer.status, status, "{shown:?}: {}", answer.told().chars().take(300).collect::<String>());
    }
}

/// No address that the pages give, no address that they send one to, and no line for whoever runs the program has one.
#[tokio::test]
async fn no_cpr_number_stands_in_an_address_or_a_line_of_the_log() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let number = house.cases().case(&case).await.unwrap().unwrap().plan().0.citizen.number.cpr().unwrap().whole();
    let hyphened = format!("{}-{}", &number[..6], &number[6..]);
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let mut answers = Vec::new();
    for typed in [number.clone(), hyphened.clone(), format!("Ruddi {hyphened}"), format!("sag+{number}")] {
        let typed = typed.replace(' ', "+");
        for path in ["/sager", "/arbejdsliste"] {
            answers.push(officer.get(&format!("{path}?q={typed}")).await);
            answers.push(house.browser().get(&format!("{path}?q={typed}")).await);
        }
        answers.push(house.browser().get(&format!("/sager/{typed}")).await);
        answers.push(officer.get(&format!("/sager/{typed}")).await);
    }
    let search = officer.get("/sager").await;
    answers.push(officer.send_form(&search, "find", &[("cpr", &hyphened)]).await);
    let page = officer.get(&format!("/sager/{case}")).await;
    let token = page.form_token();
    answers.push(officer.post(&format!("/sager/{case}/cpr"), &token, &[]).await);
    answers.push(officer.post("/sager/find", "", &[("cpr", &number)]).await);
    answers.push(house.browser().post_bare("/log-ind", &[("navn", &number), (TOKEN_FIELD, "")]).await);
    house.cases().store().close().await;
    answers.push(officer.post("/sager/find", &token, &[("cpr", &number)]).await);
    for answer in &answers {
        for written in [number.as_str(), &hyphened] {
            assert!(!answer.header("location").contains(written), "{}", answer.header("location"));
            for address in answer.text().split(['"', '\'']).filter(|part| part.starts_with('/') || part.contains("://"))
            {
                assert!(!address.contains(written), "{address}");
            }
        }
    }
    assert!(!house.faults().is_empty());
    assert!(
        house.faults().iter().all(|line| !line.contains(&number) && !line.contains(&hyphened)),
        "{:?}",
        house.faults()
    );
}
