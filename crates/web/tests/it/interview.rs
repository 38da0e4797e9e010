//! The public interview, through to its answers.

use axum::http::StatusCode;

use crate::browser::{Answer, Browser, House};

/// What somebody answers: the fact, and the word of the answer; `?` for not knowing, `-` for what never was, a date as
/// `2026-3-27`. What isn't among them nobody knows.
type Answers<'a> = &'a [(&'a str, &'a str)];

fn asked(page: &Answer) -> Option<String> {
    let form = page.text().split("name=\"spm\" value=\"").nth(1)?;
    Some(form.split('"').next().unwrap().to_owned())
}

/// What the page carries of the answers given.
fn carried(page: &Answer) -> Vec<String> {
    let form = page.text().split("</form>").next().unwrap();
    form.split("name=\"har\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

async fn answer(browser: &mut Browser<'_>, page: &Answer, fact: &str, word: &str) -> Answer {
    let given = carried(page);
    let mut fields: Vec<(&str, &str)> = given.iter().map(|given| ("har", given.as_str())).collect();
    fields.push(("spm", fact));
    let parts: Vec<&str> = word.split('-').collect();
    match (word, parts.as_slice()) {
        ("?", _) => fields.push(("ved-ikke", "1")),
        ("-", _) => fields.push(("ikke-sket", "1")),
        (_, [year, month, day]) => fields.extend([("aar", *year), ("maaned", *month), ("dag", *day)]),
        _ => fields.push(("svar", word)),
    }
    browser.post_bare("/ret", &fields).await
}

/// Answers question after question, and comes back with the answer and the facts that were asked for.
async fn go_through(browser: &mut Browser<'_>, answers: Answers<'_>) -> (Answer, Vec<String>) {
    let mut page = browser.get("/ret").await;
    let mut all = Vec::new();
    while let Some(fact) = asked(&page) {
        assert_eq!(page.status, StatusCode::OK, "{fact}: {}", page.told());
        assert!(!all.contains(&fact), "{fact} is asked once");
        let word = answers.iter().find(|(of, _)| *of == fact).map_or("?", |(_, word)| word);
        page = answer(browser, &page, &fact, word).await;
        all.push(fact);
        assert!(all.len() < 30, "{all:?}");
    }
    (page, all)
}

const AFTER_HOSPITAL: Answers<'_> = &[
    ("plan.issued", "yes"),
    ("plan.type", "general_training"),
    ("hospital.discharged_on", "2026-3-27"),
    ("training.offered_start_on", "-"),
    ("need.kinds", "rehabilitation_training"),
    ("citizen.born_on", "1950-1-1"),
    ("citizen.is_pensioner", "yes"),
];

#[tokio::test]
async fn somebody_with_a_plan_and_no_offer_has_the_right_and_reads_that_the_limit_has_passed() {
    let house = House::demo().await;
    let (page, asked) = go_through(&mut house.browser(), AFTER_HOSPITAL).await;
    assert_eq!(asked[0], "plan.issued", "the plan is asked for first");
    page.says("Ja. Du har ret til gratis genoptræning efter sygehus.");
    page.says("Kommunen skulle tilbyde en start senest fredag d. 3. april 2026.").says("langfredag, dag 7, frist");
    page.says("Fristen er gået. Det kan du gøre").says("Vælg en privat leverandør.").says("Det er gratis.");
    page.says("Befordring til træningen.").says("Svar pr. tirsdag d. 7. april 2026");
}

#[tokio::test]
async fn somebody_who_is_still_in_hospital_is_told_not_yet() {
    let house = House::demo().await;
    let in_hospital: Vec<_> = AFTER_HOSPITAL
        .iter()
        .map(|(fact, word)| if *fact == "hospital.discharged_on" { (*fact, "-") } else { (*fact, *word) })
        .collect();
    let (page, _) = go_through(&mut house.browser(), &in_hospital).await;
    page.says("Ikke endnu. Du får ret til gratis genoptræning efter sygehus, når du bliver udskrevet.");
}

#[tokio::test]
async fn a_discharge_on_a_day_to_come_is_spoken_of_as_expected() {
    let house = House::demo().await;
    let leaves_soon: Vec<_> = AFTER_HOSPITAL
        .iter()
        .map(|(fact, word)| if *fact == "hospital.discharged_on" { (*fact, "2026-4-10") } else { (*fact, *word) })
        .collect();
    let (page, _) = go_through(&mut house.browser(), &leaves_soon).await;
    page.says("Ja. Du har ret til gratis genoptræning efter sygehus.");
    page.says("Udskrivningen er ventet fredag d. 10. april 2026.");
    page.says_not("Udskrivningen var");
}

#[tokio::test]
async fn somebody_without_a_plan_is_told_that_a_person_must_judge() {
    let house = House::demo().await;
    let answers = &[
        ("plan.issued", "no"),
        ("need.kinds", "rehabilitation_training"),
        ("citizen.born_on", "1950-1-1"),
        ("citizen.physical_ability_reduced", "yes"),
        ("hospital.treats_cause_in_admission", "no"),
        ("need.causes", "fall"),
    ];
    let (page, _) = go_through(&mut house.browser(), answers).await;
    page.says("Måske. Et menneske i kommunen skal vurdere, om du har ret til genoptræning fra kommunen");
    page.says("Dine svar udelukker det ikke.").says("Kommunen skal vejlede dig");
}

#[tokio::test]
async fn a_child_is_never_asked_to_go_by_the_adults_rule() {
    let house = House::demo().await;
    let answers = &[
        ("plan.issued", "no"),
        ("need.kinds", "rehabilitation_training"),
        ("citizen.born_on", "2016-1-1"),
        ("need.other_law_cover", "none"),
    ];
    let (page, _) = go_through(&mut house.browser(), answers).await;
    page.says("træning til et barn").says_not("Serviceloven § 86, stk. 1");
}

#[tokio::test]
async fn who_knows_nothing_gets_the_way_to_find_out() {
    let house = House::demo().await;
    let (page, _) = go_through(&mut house.browser(), &[]).await;
    page.says("Det kan vi ikke svare på endnu.").says("Har du fået en genoptræningsplan fra sygehuset?");
    page.says("Svar på spørgsmålet nu").says("Spørg sygehuset.");
}

#[tokio::test]
async fn an_answer_is_corrected_in_its_place_and_the_others_are_kept() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let (page, _) = go_through(&mut browser, AFTER_HOSPITAL).await;
    let given = carried(&page);
    let mut fields: Vec<(&str, &str)> = given.iter().map(|given| ("har", given.as_str())).collect();
    fields.push(("ret", "hospital.discharged_on"));
    let again = browser.post_bare("/ret", &fields).await;
    again.says("Hvornår blev du udskrevet fra sygehuset?");
    assert!(again.text().contains("name=\"dag\" inputmode=\"numeric\" value=\"27\""), "with the answer given before");
    let place = given.iter().position(|given| given.starts_with("hospital.discharged_on")).unwrap();
    assert!(again.text().contains(&format!("name=\"plads\" value=\"{place}\"")));
    let kept = carried(&again);
    let mut fields: Vec<(&str, &str)> = kept.iter().map(|given| ("har", given.as_str())).collect();
    let place = place.to_string();
    fields.extend([
        ("spm", "hospital.discharged_on"),
        ("plads", &place),
        ("dag", "5"),
        ("maaned", "april"),
        ("aar", "2026"),
    ]);
    let page = browser.post_bare("/ret", &fields).await;
    page.says("Kommunen skal tilbyde en start senest søndag d. 12. april 2026.").says_not("Fristen er gået");
    assert_eq!(carried(&page)[place.parse::<usize>().unwrap()], "hospital.discharged_on=2026-04-05");
}

#[tokio::test]
async fn back_leads_to_the_question_before() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let first = browser.get("/ret").await;
    first.says("Spørgsmål 1.").says_not("Tilbage");
    let second = answer(&mut browser, &first, "plan.issued", "yes").await;
    second.says("Spørgsmål 2.").says("Dine svar indtil nu").says("Har du fået en genoptræningsplan fra sygehuset? Ja");
    let fields = [("har", "plan.issued=yes"), ("tilbage", "1")];
    let back = browser.post_bare("/ret", &fields).await;
    back.says("Spørgsmål 1.");
    assert!(back.text().contains("value=\"yes\" checked"), "the answer given before is still there");
}

#[tokio::test]
async fn a_wrong_answer_is_told_with_what_was_typed() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let date = [("spm", "hospital.discharged_on"), ("dag", "31"), ("maaned", "2"), ("aar", "2026")];
    let page = browser.post_bare("/ret", &date).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says("Datoen 31/2 2026 findes ikke.");
    assert!(page.text().contains("value=\"31\""));
    for (fields, words) in [
        (vec![("spm", "plan.issued")], "Vælg et af svarene"),
        (vec![("spm", "plan.issued"), ("svar", "maybe")], "Vælg et af svarene"),
        (vec![("spm", "need.kinds")], "Vælg mindst ét svar"),
        (vec![("spm", "need.kinds"), ("svar", "ingen"), ("svar", "treatment")], "Vælg enten"),
        (vec![("spm", "transport.distance_km"), ("svar", "langt")], "Skriv et tal"),
        (
            vec![("spm", "hospital.discharged_on"), ("dag", "2"), ("maaned", "4"), ("aar", "")],
            "Året mangler. Skriv dag, måned og år.",
        ),
        (
            vec![("spm", "hospital.discharged_on"), ("dag", "2"), ("maaned", "4"), ("aar", "226")],
            "Det kan ikke læses som en dato.",
        ),
        (
            vec![("spm", "citizen.born_on"), ("dag", "1"), ("maaned", "1"), ("aar", "2030")],
            "Datoen ligger efter i dag.",
        ),
        (
            vec![("spm", "hospital.discharged_on"), ("dag", "1"), ("maaned", "12"), ("aar", "2030")],
            "mere end et år ude i fremtiden",
        ),
    ] {
        let page = browser.post_bare("/ret", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        page.says(words);
    }
}

#[tokio::test]
async fn of_a_date_the_message_leads_to_the_field_that_is_wrong() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let mut send = async |day, month, year| {
        let fields = [("spm", "hospital.discharged_on"), ("dag", day), ("maaned", month), ("aar", year)];
        let page = browser.post_bare("/ret", &fields).await;
        let is_marked = |name: &str| {
            let input = page.text().split("<input ").find(|input| input.contains(&format!("name=\"{name}\""))).unwrap();
            input.split('>').next().unwrap().contains("aria-invalid")
        };
        (["dag", "maaned", "aar"].map(is_marked), page.text().contains("<a href=\"#aar\">"))
    };
    assert_eq!(send("2", "4", "").await.0, [false, false, true]);
    assert!(send("2", "4", "").await.1, "the message leads to the year");
    assert_eq!(send("2", "", "").await.0, [false, true, true]);
    assert_eq!(send("31", "2", "2026").await.0, [true, true, true], "none is empty: together they are no date");
}

#[tokio::test]
async fn what_is_no_answer_of_ours_is_left_out_and_asked_again() {
    let house = House::demo().await;
    let mut browser = house.browser();
    for strange in [
        "x=y",
        "plan.issued=maybe",
        "hospital.discharged_on=2026-02-31",
        "citizen.home_municipality=0860",
        "=",
        "plan.type=",
        "need.kinds=a,b",
    ] {
        let page = browser.post_bare("/ret", &[("har", strange)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{strange}");
        page.says("Et af svarene kunne ikke læses og er taget ud.")
            .says("Har du fået en genoptræningsplan fra sygehuset?");
        assert_eq!(carried(&page), Vec::<String>::new(), "{strange}");
    }
    let many: Vec<String> = (0..500).map(|_| "plan.issued=yes".to_owned()).collect();
    let fields: Vec<(&str, &str)> = many.iter().map(|one| ("har", one.as_str())).collect();
    assert_eq!(browser.post_bare("/ret", &fields).await.status, StatusCode::OK, "the same answer many times is one");
}

#[tokio::test]
async fn a_choice_that_is_sent_twice_is_one_choice() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let twice = [("spm", "need.kinds"), ("svar", "treatment"), ("svar", "treatment")];
    assert!(carried(&browser.post_bare("/ret", &twice).await).contains(&"need.kinds=treatment".to_owned()));
    let carried_twice = [("har", "need.kinds=treatment,treatment"), ("spm", "plan.issued"), ("svar", "no")];
    assert!(carried(&browser.post_bare("/ret", &carried_twice).await).contains(&"need.kinds=treatment".to_owned()));
}

#[tokio::test]
async fn the_language_is_switched_without_losing_an_answer() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let fields = [("har", "plan.issued=yes"), ("spm", "plan.type"), ("sprog", "en")];
    let page = browser.post_bare("/ret", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("Question 2").says("Your answers so far").says("Yes");
    assert_eq!(carried(&page), ["plan.issued=yes"]);
    assert!(browser.get("/was").await.text().contains("<html lang=\"en\">"), "and kept");
}

#[tokio::test]
async fn the_answer_is_made_ready_for_paper_with_what_was_answered() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let (page, _) = go_through(&mut browser, AFTER_HOSPITAL).await;
    let given = carried(&page);
    let fields: Vec<(&str, &str)> = given.iter().map(|given| ("har", given.as_str())).collect();
    let paper = browser.post_bare("/ret/udskrift", &fields).await;
    paper.says("Det har du svaret").says("Fredag d. 27. marts 2026".to_lowercase().as_str());
    assert_eq!(browser.post_bare("/ret/udskrift", &[]).await.header("location"), "/ret");
}

#[tokio::test]
async fn nothing_is_kept_of_what_citizens_answer() {
    let house = House::demo().await;
    let mut browser = house.browser();
    let (page, _) = go_through(&mut browser, AFTER_HOSPITAL).await;
    assert!(browser.cookies().is_empty(), "not even a cookie");
    assert_eq!(page.header("cache-control"), "private, no-cache", "nobody between keeps it; the browser's Back may");
    for address in page.text().split("href=\"").skip(1).chain(page.text().split("action=\"").skip(1)) {
        let address = address.split('"').next().unwrap();
        assert!(!address.contains("discharged") && !address.contains("2026-"), "{address}");
    }
}

#[tokio::test]
async fn the_rules_can_be_read_by_everybody_each_with_its_source() {
    let house = House::demo().await;
    let mut browser = house.browser();
    browser.get("/lov").await.says("Sundhedsloven").says("De 7 dage").says("Kommunens kvalitetsstandard");
    let rule = browser.get("/lov/SUL140-STAT-7-DAYS").await;
    rule.says("Sundhedsloven § 140, stk. 4").says("fra d. 1. juli 2018").says("SUL140-STAT-7-DAYS");
    assert_eq!(browser.get("/lov/SUL140-NOTHING").await.status, StatusCode::NOT_FOUND);
    for rule in law::book::Rule::all() {
        let page = browser.get(&format!("/lov/{}", rule.id())).await;
        assert_eq!(page.status, StatusCode::OK, "{rule}");
        assert!(page.told().contains(rule.entry().title.danish), "{rule}");
    }
}
