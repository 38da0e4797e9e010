//! Acts that are refused, sent twice, sent late, or not for everybody; and what is recorded of those who look.

use axum::http::StatusCode;
use case::Role;
use jiff::civil::date;

use crate::{
    browser::House,
    record::{again, confirmed, plan},
};

#[tokio::test]
async fn the_hospitals_plan_may_not_be_refused() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let page = officer.get(&format!("/sager/{case}")).await;
    page.says("Det kan du ikke gøre nu").says("Afvise planen, fordi der ikke er behov");
    assert!(page.text().contains("href=\"/lov/SUL140-NO-OVERRIDE-NEED\""), "with the rule that stands in the way");
    assert!(!page.has_form("refuse-plan"), "no form is offered for it");
    let form = page.form("record-contact-attempt");
    let mut fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("reason", "Vi ser intet behov"));
    let answer = officer.post_bare(&format!("/sager/{case}/refuse_plan"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Intet er ændret").says("Sygehuset har vurderet behovet");
    assert_eq!(house.cases().case(&case).await.unwrap().unwrap().history().len(), 2, "nothing was recorded");
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_event() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let once = therapist.send_form(&page, "hold-training", &[("note", "Gangtræning")]).await;
    let twice = therapist.send_form(&page, "hold-training", &[("note", "Gangtræning")]).await;
    assert_eq!((once.status, twice.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(once.header("location"), twice.header("location"));
    assert_eq!(house.cases().case(&case).await.unwrap().unwrap().history().len(), 3);
    // From the browser's history, with other words, it is another act.
    therapist.send_form(&page, "hold-training", &[("note", "Balance")]).await;
    assert_eq!(house.cases().case(&case).await.unwrap().unwrap().history().len(), 4);
}

#[tokio::test]
async fn who_acts_on_what_they_saw_is_told_what_others_recorded_since() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let seen = therapist.get(&format!("/sager/{case}")).await;
    let page = officer.get(&format!("/sager/{case}")).await;
    officer.do_form(&page, "offer-start", &[("start_on", "13/4")]).await;
    let answer = therapist.send_form(&seen, "offer-start", &[("start_on", "9/4"), ("place", "Syd")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.says("Demo Visitator gemte noget, mens du skrev").says("Opstart tilbudt til mandag d. 13. april 2026");
    let kept = answer.form("offer-start");
    assert!(kept.fields.contains(&("start_on".into(), "9/4".into())), "what was typed is kept");
    assert!(kept.fields.contains(&("place".into(), "Syd".into())));
    therapist.do_form(&answer, "offer-start", &[]).await.says("Opstart tilbudt til torsdag d. 9. april 2026, Syd");
}

#[tokio::test]
async fn a_date_that_does_not_exist_stands_at_its_field_with_what_was_typed() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let answer = therapist.send_form(&page, "offer-start", &[("start_on", "31/2"), ("happened_on", "i går")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Der er 1 fejl").says("Datoen 31/2 findes ikke. Februar har 28 dage i 2026.");
    assert!(answer.text().contains("<a href=\"#offer-start-start_on\">"), "the message leads to the field");
    let kept = answer.form("offer-start");
    assert!(kept.fields.contains(&("start_on".into(), "31/2".into())));
    assert!(kept.fields.contains(&("happened_on".into(), "i går".into())));
}

#[tokio::test]
async fn what_the_case_contradicts_is_said_where_it_can_be_mended() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let answer = therapist.send_form(&page, "offer-start", &[("start_on", "2/4")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Der er 1 fejl").says("for tilbuddet er fra tirsdag d. 7. april 2026");
    let answer = therapist.send_form(&page, "hold-training", &[("happened_on", "i morgen")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("<a href=\"#hold-training-happened_on\">"));
    let answer = therapist.send_form(&page, "assess-level", &[]).await;
    answer.says("Der er 2 fejl").says("Vælg en af mulighederne.").says("Udfyld feltet.");
}

#[tokio::test]
async fn an_act_is_for_the_roles_that_the_standard_names() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let page = officer.get(&format!("/sager/{case}")).await;
    assert!(!page.has_form("assess-level") && !page.has_form("hold-training"), "what others do is not offered");
    let mut fields = page.form("record-contact-attempt").fields;
    fields.extend([("level".into(), "basic".into()), ("reason".into(), "Enkel situation".into())]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = officer.post_bare(&format!("/sager/{case}/assess_level"), &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    answer.says("Intet er ændret").says("terapeut");
}

#[tokio::test]
async fn a_manager_sees_and_changes_nothing_and_others_see_no_citizen() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut manager = house.signed_in_as(Role::Manager).await;
    let page = manager.get(&format!("/sager/{case}")).await;
    page.says("Ruddi Test Berggren, 49 år").says_not("Det kan du gøre");
    let forms: Vec<&str> = page.text().split("<form").skip(1).filter(|form| form.contains("method=\"post\"")).collect();
    assert_eq!(forms.len(), 1, "signing out alone: {forms:?}");
    let refused = manager.post(&format!("/sager/{case}/cpr"), &page.form_token(), &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    for role in [Role::ProviderManager, Role::Administrator] {
        for path in ["/arbejdsliste", "/indbakke", "/sager", &format!("/sager/{case}")] {
            let answer = house.signed_in_as(role).await.get(path).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role:?} {path}");
            assert!(!answer.text().contains("Ruddi"), "{role:?} {path}");
        }
    }
}

#[tokio::test]
async fn each_opening_is_recorded_before_it_is_shown_and_can_be_seen() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    therapist.get(&format!("/sager/{case}")).await.says("Ingen før dig");
    let page = house.signed_in_as(Role::Manager).await.get(&format!("/sager/{case}")).await;
    page.says("Demo Terapeut, terapeut").says("tirsdag d. 7. april 2026 kl. 9.12 · åbnede sagen");
    assert_eq!(house.openings(&case).await, ["leder page", "terapeut page"]);
    therapist.get("/arbejdsliste").await;
    assert_eq!(house.openings(&case).await.len(), 2, "a list is no opening");
}

#[tokio::test]
async fn the_cpr_number_is_masked_until_asked_for_and_the_asking_is_recorded() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let number = house.cases().case(&case).await.unwrap().unwrap().plan().0.citizen.number.cpr().unwrap().whole();
    let hyphened = format!("{}-{}", &number[..6], &number[6..]);
    page.says("xxxxxx-xxxx").says_not(&hyphened).says_not(&number);
    let shown = therapist.post(&format!("/sager/{case}/cpr"), &page.form_token(), &[]).await;
    shown.says(&hyphened).says("Visningen er logget");
    assert_eq!(house.openings(&case).await, ["terapeut cpr_number", "terapeut page"]);
    assert!(!shown.text().split("<title>").nth(1).unwrap().split("</title>").next().unwrap().contains(&hyphened));
    let back = therapist.get(&format!("/sager/{case}/cpr")).await;
    assert_eq!(back.header("location"), format!("/sager/{case}"), "reloading shows the case, masked");
}

#[tokio::test]
async fn a_case_is_found_by_its_cpr_number_without_the_number_in_an_address() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let number = house.cases().case(&case).await.unwrap().unwrap().plan().0.citizen.number.cpr().unwrap().whole();
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let page = officer.get("/sager").await;
    let typed = format!(" {}-{} ", &number[..6], &number[6..]);
    let found = officer.send_form(&page, "find", &[("cpr", &typed)]).await;
    assert_eq!(found.header("location"), format!("/sager/{case}"));
    assert_eq!(house.openings(&case).await, ["visitator found_by_cpr_number"]);
    for path in ["/sager", "/arbejdsliste"] {
        let away = officer.get(&format!("{path}?q={number}")).await;
        assert_eq!((away.status, away.header("location")), (StatusCode::SEE_OTHER, "/sager?fejl=cpr"), "{path}");
    }
    officer.get("/sager?fejl=cpr").await.says("Søg ikke på CPR-nummer i det andet felt");
    let wrong = officer.send_form(&page, "find", &[("cpr", "3102261234")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text().contains("3102261234"), "the number never comes back");
}

#[tokio::test]
async fn a_case_is_seen_as_it_stands_on_another_day_and_left_alone() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let then = therapist.get(&format!("/sager/{case}?pr=3/4")).await;
    then.says("Sagen, som den står fredag d. 3. april 2026").says("Udløber fredag d. 3. april.").says("i dag.");
    then.says_not("Det kan du gøre");
    assert!(!then.has_form("offer-start"));
    therapist.get(&format!("/sager/{case}?pr=2026-06-01")).await.says("59 dage over");
    let wrong = therapist.get(&format!("/sager/{case}?pr=31/2")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says("Datoen 31/2 findes ikke.").says("4 dage over.");
    for wild in ["1900-01-01", "2199-12-31", "0001-01-01", "x", "%00"] {
        let answer = therapist.get(&format!("/sager/{case}?pr={wild}")).await;
        assert!(answer.status.is_success() || answer.status == StatusCode::UNPROCESSABLE_ENTITY, "{wild}");
    }
}

#[tokio::test]
async fn a_second_plan_needs_a_choice_and_tells_what_each_outcome_does() {
    let house = House::demo().await;
    let old = house.record().ruddi().await;
    let second = again(plan("genoptraeningsplan.xml"), "anden-plan", date(2026, 4, 6));
    let new = house.record().take_in(second, date(2026, 4, 7), vec![confirmed(date(2026, 4, 6))]).await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let inbox = officer.get("/indbakke").await;
    inbox.says("Kræver et valg (1)").says("Den nye plan erstatter den gamle").says("Forløbet starter forfra");
    inbox.says(&format!("Sag {old} bliver lukket, og 6 åbne pligter i den falder bort."));
    inbox.says("Lovens ur løber fra mandag d. 6. april 2026 og udløber mandag d. 13. april 2026.");
    inbox.says(&format!("Sag {old} løber videre med sine egne frister."));
    let form = format!("decide-second-plan-{old}");
    assert!(inbox.form(&form).fields.iter().all(|(name, _)| name != "outcome"), "nothing is preset");
    officer.get("/indbakke").await;
    assert_eq!(house.openings(&old).await, ["visitator inbox"], "the two plans were opened to be held together");
    let refused = officer.send_form(&inbox, &form, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Der er 2 fejl");
    let fields = [("outcome", "restarts"), ("reason", "Ny operation")];
    let after = officer.do_form(&refused, &form, &fields).await;
    after.says("Ny operation").says_not("Borgeren har en sag i forvejen");
    let closed = officer.get(&format!("/sager/{old}")).await;
    closed.says("Sagen er lukket").says(&new.to_string());
    officer.get("/indbakke").await.says_not("Kræver et valg");
}

#[tokio::test]
async fn what_is_no_case_and_no_act_is_not_found_and_never_shown() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let token = therapist.get("/was").await.form_token();
    for path in ["/sager/2026-0999", "/sager/1", "/sager/..%2f..%2fetc"] {
        let answer = therapist.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let no_act = therapist.post(&format!("/sager/{case}/slet_alt"), &token, &[]).await;
    assert_eq!(no_act.status, StatusCode::NOT_FOUND);
    let no_key = therapist.post(&format!("/sager/{case}/offer_start"), &token, &[("start_on", "9/4")]).await;
    assert_eq!(no_key.status, StatusCode::UNPROCESSABLE_ENTITY, "a form without its key is none of ours");
}

#[tokio::test]
async fn a_record_that_fails_is_told_in_words_and_to_whoever_runs_the_program() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    therapist.get(&format!("/sager/{case}")).await;
    house.cases().store().close().await;
    for path in ["/arbejdsliste", "/indbakke", &format!("/sager/{case}"), "/log-ind"] {
        let answer = therapist.get(path).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        answer.says("Der er en fejl hos os").says("Det er ikke noget, du har gjort.");
        assert!(!answer.text().contains("Ruddi"), "{path}");
    }
    assert!(!house.faults().is_empty() && house.faults().iter().all(|fault| !fault.contains("Ruddi")));
    assert_eq!(house.browser().get("/ret").await.status, StatusCode::OK, "what needs no record goes on");
}
