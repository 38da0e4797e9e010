//! The worklist, the inbox and the search on a record with cases in it.

use axum::http::StatusCode;
use case::Role;
use jiff::civil::date;

use crate::{
    browser::House,
    record::{TODAY, again, confirmed, plan},
};

/// Cases whose limits lie on both sides of the day.
async fn several(house: &House) {
    let record = house.record();
    record.ruddi().await;
    let discharged = date(2026, 4, 2);
    let early = plan("genoptraeningsplan-tidlig-frist.xml");
    record.take_in(early, date(2026, 4, 1), vec![confirmed(discharged)]).await;
    let child = again(plan("genoptraeningsplan-barn.xml"), "barn", date(2026, 4, 6));
    record.take_in(child, date(2026, 4, 7), vec![confirmed(date(2026, 4, 6))]).await;
    record.take_in(plan("genoptraeningsplan-specialiseret.xml"), date(2026, 4, 1), Vec::new()).await;
    record.take_in(plan("genoptraeningsplan-udskrivning-i-ord.xml"), date(2026, 3, 30), Vec::new()).await;
}

#[tokio::test]
async fn the_list_is_by_due_date_under_its_urgencies_with_the_laws_reason() {
    let house = House::demo().await;
    several(&house).await;
    let list = house.signed_in_as(Role::Therapist).await.get("/arbejdsliste").await;
    list.says("Overskredet (2)").says("Snart: de næste tre dage (2)");
    list.says("Lovens ur kan ikke regnes: udskrivningen er ikke kendt");
    let told = list.told();
    let place = |name: &str| told.find(name).unwrap_or_else(|| panic!("{name} is not on the list: {told}"));
    assert!(place("Ruddi") < place("Rasmus") && place("Rasmus") < place("Einer") && place("Einer") < place("Lars"));
    list.says("En terapeut skal kontakte borgeren senest tirsdag d. 31. marts 2026.");
    list.says("og 5 mere, blandt andet: hold første træning (overskredet 5 dage)");
    assert!(!told.contains("Nancy"), "in specialised training the municipality owes nothing");
}

#[tokio::test]
async fn the_filters_live_in_the_address_and_know_each_other() {
    let house = House::demo().await;
    several(&house).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let overdue = therapist.get("/arbejdsliste?frist=overskredet").await;
    overdue.says("Ruddi").says_not("Lars");
    assert!(overdue.text().contains("href=\"/arbejdsliste\" aria-current=\"true\""), "the chosen box leads back");
    therapist.get("/arbejdsliste?q=lars+ber").await.says("Lars Test").says_not("Ruddi");
    let both = therapist.get("/arbejdsliste?q=test&frist=snart").await;
    assert!(both.text().contains("href=\"/arbejdsliste?q=test&#38;frist=overskredet\""), "the box keeps the words");
    therapist
        .get("/arbejdsliste?hvem=therapist")
        .await
        .says("Kontakt borgeren")
        .says_not("Tilbyd opstart af genoptræning Skyldes");
    for nonsense in ["frist=nu", "type=x", "hvem=citizen", "side=-1", "side=x", "q=%00%ff"] {
        let answer = therapist.get(&format!("/arbejdsliste?{nonsense}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{nonsense}");
    }
}

#[tokio::test]
async fn an_empty_list_says_why_and_the_way_out() {
    let house = House::demo().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    therapist.get("/arbejdsliste").await.says("Intet skyldes nu");
    therapist.get("/indbakke").await.says("Indbakken er tom");
    house.record().ruddi().await;
    let none = therapist.get("/arbejdsliste?q=Holgersen&frist=i-dag").await;
    none.says("Ingen sager passer til din søgning").says("»Holgersen«, i dag").says("Der er 1 sag uden dette filter.");
    assert!(none.text().contains("href=\"/sager?q=Holgersen\""), "the wider search is in all cases");
    therapist.get("/arbejdsliste?side=9").await.says("side 9");
}

#[tokio::test]
async fn a_long_list_is_paged_and_counts_the_whole() {
    let house = House::demo().await;
    for number in 0..30 {
        let mut one = again(plan("genoptraeningsplan.xml"), &format!("nr-{number}"), date(2026, 3, 27));
        one.citizen.number = case::citizen_number::StatedNumber::NotStated;
        house.record().take_in(one, date(2026, 3, 27), Vec::new()).await;
    }
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let first = therapist.get("/arbejdsliste").await;
    first.says("30 overskredet").says("Overskredet (30)").says("Side 1 af 2");
    assert_eq!(first.text().matches("class=\"who\"").count(), 25);
    let second = therapist.get("/arbejdsliste?side=2").await;
    assert_eq!(second.text().matches("class=\"who\"").count(), 5);
    assert!(second.text().contains("rel=\"prev\"") && !second.text().contains("rel=\"next\""));
}

#[tokio::test]
async fn the_inbox_names_what_the_hospital_left_out_and_empties_as_work_begins() {
    let house = House::demo().await;
    several(&house).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let inbox = therapist.get("/indbakke").await;
    inbox.says("Kræver et svar fra sygehuset (4)").says("Klar til at blive åbnet (1)");
    inbox.says("Planen siger ikke, hvordan man får fat i regionen.").says("Træningen venter ikke på svaret.");
    inbox.says("7 dele er med. 1 fremgår ikke af beskeden og skal læses i planen.");
    let case = therapist.get("/sager/2026-0001").await;
    therapist.do_form(&case, "record-first-contact", &[]).await;
    therapist.get("/indbakke").await.says_not("Klar til at blive åbnet");
}

#[tokio::test]
async fn a_discharge_that_is_only_expected_is_told_as_such() {
    let house = House::demo().await;
    for (letter, day) in [("i-dag", TODAY), ("siden", date(2026, 4, 9)), ("før", date(2026, 4, 2))] {
        let mut one = again(plan("genoptraeningsplan.xml"), letter, day);
        one.citizen.number = case::citizen_number::StatedNumber::NotStated;
        house.record().take_in(one, date(2026, 4, 1), Vec::new()).await;
    }
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let inbox = therapist.get("/indbakke").await;
    inbox.says("ventes udskrevet tirsdag d. 7. april").says("ventes udskrevet torsdag d. 9. april");
    inbox.says("var ventet udskrevet torsdag d. 2. april, ikke bekræftet").says_not("· udskrevet");
    therapist.get("/sager/2026-0002").await.says("Ventes udskrevet torsdag d. 9. april 2026");
    let passed = therapist.get("/sager/2026-0003").await;
    passed.says("Ventet udskrevet torsdag d. 2. april 2026, ikke bekræftet");
    therapist.do_form(&passed, "confirm-discharge", &[("on", "2/4")]).await;
    therapist.get("/sager/2026-0003").await.says("Udskrevet torsdag d. 2. april 2026");
    therapist.get("/indbakke?sprog=en").await;
    therapist.get("/indbakke").await.says("discharge expected Thursday 9 April");
}

#[tokio::test]
async fn a_manager_sees_the_choice_and_cannot_make_it() {
    let house = House::demo().await;
    let old = house.record().ruddi().await;
    let second = again(plan("genoptraeningsplan.xml"), "anden-plan", date(2026, 4, 6));
    house.record().take_in(second, date(2026, 4, 7), Vec::new()).await;
    let inbox = house.signed_in_as(Role::Manager).await.get("/indbakke").await;
    inbox.says("Kræver et valg (1)").says("Planen, der løber");
    assert!(!inbox.has_form(&format!("decide-second-plan-{old}")));
}

#[tokio::test]
async fn a_case_is_found_by_its_beginning_also_when_nothing_is_owed_in_it() {
    let house = House::demo().await;
    several(&house).await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    officer.get("/sager?q=nancy").await.says("1 sag").says("Nancy Ann Test Berggren, 77 år");
    officer.get("/sager?q=2026-0002").await.says("Einer Test Lauridsen");
    officer.get("/sager?q=zz").await.says("Ingen sag har et navn eller nummer, der begynder med »zz«.");
    officer.get("/sager").await.says("Begyndelsen af navn eller sagsnummer er nok.").says_not("Ingen sager");
}

#[tokio::test]
async fn names_from_a_message_are_text_and_nothing_else() {
    let house = House::demo().await;
    let mut wild = plan("genoptraeningsplan.xml");
    wild.citizen.name.given = Some("<script>alert(1)</script>\"'&".into());
    wild.descriptions.need_and_potential = Some("<img src=x onerror=alert(1)>".into());
    let case = house.record().take_in(wild, date(2026, 3, 27), Vec::new()).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    for path in ["/arbejdsliste", "/indbakke", "/sager?q=script", &format!("/sager/{case}")] {
        let page = therapist.get(path).await;
        assert!(!page.text().contains("<script>alert") && !page.text().contains("<img"), "{path}");
        assert!(page.text().contains("&#60;script&#62;"), "{path}");
    }
}

#[tokio::test]
async fn a_plan_that_the_inbox_shows_is_opened_once_a_day_by_each_who_looks() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    for _ in 0..3 {
        officer.get("/indbakke").await.says("Ruddi");
    }
    house.signed_in_as(Role::Manager).await.get("/indbakke").await.says("Ruddi");
    assert_eq!(house.openings(&case).await, ["leder inbox", "visitator inbox"]);
    house.minutes_pass(24 * 60);
    house.signed_in_as(Role::CaseOfficer).await.get("/indbakke").await;
    assert_eq!(house.openings(&case).await, ["visitator inbox", "leder inbox", "visitator inbox"]);
}

#[tokio::test]
async fn a_search_for_a_thousand_words_is_a_search_for_ten() {
    let house = House::demo().await;
    house.record().ruddi().await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let words: Vec<String> = (0..2_000).map(|number| format!("zz{number}")).collect();
    for path in ["/sager", "/arbejdsliste"] {
        let answer = officer.get(&format!("{path}?q={}", words.join("+"))).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    officer.get("/sager?q=ruddi+test+berggren").await.says("1 sag");
}
