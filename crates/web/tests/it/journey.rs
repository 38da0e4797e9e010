//! The newcomer's way: from signing in to a clock that stops, and what happens when it doesn't.

use axum::http::StatusCode;
use case::{
    Event, Role,
    event::{ContactWay, FirstContactMade},
};
use jiff::civil::date;

use crate::{
    browser::House,
    record::{again, plan},
};

#[tokio::test]
async fn a_therapist_finds_the_overdue_case_and_reads_why_it_is_red() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let list = therapist.get("/arbejdsliste").await;
    list.says("1 overskredet").says("Ruddi Test Berggren").says("Første hverdag efter 2. påskedag");
    list.says("Lov 4 dage over").says("Mål 5 dage over");
    let page = therapist.get(&format!("/sager/{case}")).await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("Ruddi Test Berggren, 49 år").says("Loven: 7 dage fra udskrivning").says("4 dage over.");
    page.says("Udskrivningen var fredag d. 27. marts 2026.").says("altså senest fredag d. 3. april 2026");
    page.says("Weekender og helligdage tæller med.").says("Sundhedsloven § 140, stk. 4");
    page.says("torsdag d. 2. april: skærtorsdag, dag 6");
}

#[tokio::test]
async fn the_first_contact_fulfils_the_goal_and_leaves_the_laws_clock_running() {
    let house = House::demo().await;
    let case = house.record().ruddi().await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let form = page.form("record-first-contact");
    assert!(form.fields.contains(&("happened_on".into(), "7/4 2026".into())), "today is filled in");
    assert!(form.fields.contains(&("happened_at".into(), "9.12".into())), "and the hour");
    let after = therapist.do_form(&page, "record-first-contact", &[("choice_informed", "ja")]).await;
    after.says("Gemt: Første kontakt med borgeren (telefon). Oplyst om frit valg");
    after.says("Opfyldt for sent: Kontakt borgeren.").says("Lovens ur løber stadig: overskredet 4 dage.");
    after.says("Skete og blev skrevet tirsdag d. 7. april 2026 kl. 9.12 · Demo Terapeut, terapeut");
    after.says("Loven: 7 dage fra udskrivning").says("4 dage over.");
}

#[tokio::test]
async fn a_start_within_the_limit_stops_the_clock() {
    let house = House::demo().await;
    let plan = again(plan("genoptraeningsplan-barn.xml"), "i-tide", date(2026, 4, 5));
    let discharged = vec![crate::record::confirmed(date(2026, 4, 5))];
    let case = house.record().take_in(plan, date(2026, 4, 5), discharged).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    page.says("5 dage tilbage.").says("Ligger starten senest søndag d. 12. april 2026, stopper lovens ur.");
    let after = therapist.do_form(&page, "offer-start", &[("start_on", "10/4"), ("place", "Træningscenter Syd")]).await;
    after.says("Opfyldt i tide: Tilbyd opstart af genoptræning.").says("nået i tide.");
    after.says("Opstart tilbudt til fredag d. 10. april 2026").says("Træningscenter Syd");
    therapist.get("/arbejdsliste").await.says("nået i tide");
}

#[tokio::test]
async fn a_start_after_the_limit_leaves_it_red_and_opens_the_private_choice_with_the_duty_to_tell_of_it() {
    let house = House::demo().await;
    let plan = again(plan("genoptraeningsplan.xml"), "for-sent", date(2026, 4, 6));
    let case = house.record().take_in(plan, date(2026, 4, 6), vec![crate::record::confirmed(date(2026, 4, 6))]).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    page.says("Vælge privat leverandør efter de 7 dage").says_not("Oplys om retten til privat leverandør");
    let after = therapist.do_form(&page, "offer-start", &[("start_on", "15. april")]).await;
    after.says("Ny pligt: Oplys om retten til privat leverandør.");
    after.says("Den start, der er tilbudt, ligger efter fristen: onsdag d. 15. april 2026.");
    after.says("Følge: ret til privat leverandør.").says_not("Vælge privat leverandør efter de 7 dage");
    let told = therapist.do_form(&after, "inform-of-private-choice", &[("by", "telephone")]).await;
    told.says("Opfyldt i tide: Oplys om retten til privat leverandør.");
    let fields = [("provider", "private"), ("name", "Test Fys"), ("kl", "ja")];
    let chosen = therapist.do_form(&told, "choose-provider", &fields).await;
    chosen.says("Test Fys (privat leverandør)").says("Bortfaldet: Tilbyd opstart af genoptræning.");
}

#[tokio::test]
async fn what_was_recorded_by_mistake_is_corrected_and_stays() {
    let house = House::demo().await;
    let contact = Event::FirstContactMade(FirstContactMade { by: ContactWay::Letter, choice_informed: false });
    let happened = vec![(contact, date(2026, 4, 1))];
    let case = house.record().take_in(plan("genoptraeningsplan.xml"), date(2026, 3, 30), happened).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    let after = therapist.do_form(&page, "mark-in-error-2", &[("reason", "forkert borger")]).await;
    after.says("Rettet tirsdag d. 7. april 2026 kl. 9.12 af Demo Terapeut: forkert borger.").says("Intet er slettet.");
    assert!(after.has_form("record-first-contact"), "the contact is owed again");
    assert!(!after.has_form("mark-in-error-2"), "a correction is made once");
}

#[tokio::test]
async fn a_plans_words_on_the_start_are_read_by_a_person_with_a_suggestion_filled_in() {
    let house = House::demo().await;
    let words = plan("genoptraeningsplan-tidlig-frist.xml");
    let case = house.record().take_in(words, date(2026, 4, 1), vec![crate::record::confirmed(date(2026, 4, 2))]).await;
    let mut officer = house.signed_in_as(Role::CaseOfficer).await;
    let page = officer.get(&format!("/sager/{case}")).await;
    page.says("senest 3 hverdage efter udskrivelsen")
        .says("Indtil det er læst, regnes lovens frist fra udskrivningen.");
    let form = page.form("read-start-limit");
    assert!(form.fields.contains(&("meaning".into(), "not_after".into())));
    assert!(form.fields.contains(&("on".into(), "9/4 2026".into())), "three working days after Maundy Thursday");
    let after = officer.do_form(&page, "read-start-limit", &[("reason_given", "ja")]).await;
    after.says("senest torsdag d. 9. april 2026").says_not("som ingen har læst endnu");
}

#[tokio::test]
async fn a_discharge_that_is_only_expected_is_confirmed_from_the_top_of_the_case() {
    let house = House::demo().await;
    let case = house.record().take_in(plan("genoptraeningsplan.xml"), date(2026, 3, 26), Vec::new()).await;
    let mut therapist = house.signed_in_as(Role::Therapist).await;
    let page = therapist.get(&format!("/sager/{case}")).await;
    page.says("Udskrivningen er ventet fredag d. 27. marts 2026").says("ventet udskrivning");
    let after = therapist.do_form(&page, "confirm-discharge", &[]).await;
    after.says("Udskrivning bekræftet: fredag d. 27. marts 2026").says_not("ventet udskrivning");
}
