//! Everything that a case says to people, on a page each, in both languages: read by somebody who writes well before it is accepted.

use case::citizen_number::StatedNumber;
use case::event::{
    ContactAttempted, ContactWay, CourseReviewed, FirstContactMade, GoalAttainment, LevelAssessed, Provider,
    ProviderChosen, SecondPlanDecided, SecondPlanOutcome, StartLimitRead, StartLimitReading, StartOffered, Succeeded,
    TrainingHeld, TrainingLevel,
};
use case::form::{FieldFault, FieldKind, fields};
use case::municipality::MunicipalityCode;
use case::plan::{Address, ExpectedEnd};
use case::{Act, ActKind, CaseId, Event, EventNumber, Notice, Refusal, Role};
use jiff::civil::{date, time};
use law::Language;

use crate::given::{Outcome, case_of, given};
use crate::samples::{
    self, DISCHARGED, MONDAY, RECEIVED, aalborg, april, case_id, choice_informed, contact_attempted, course_ended,
    discharge_confirmed, discharged_again, earlier_id, entered_in_error, first_contact, not_after, not_before,
    not_before_without_reason, offer_declined, offer_withdrawn, one_of_each_act, plan_but, plan_received,
    plan_with_words, private_choice_informed, private_supplier, readmitted, received, start_offered, supplier_of,
    training_held,
};

fn both(say: impl Fn(Language) -> String) -> String {
    format!("{}\n{}\n", say(Language::Danish), say(Language::English))
}

fn refusal(outcome: Outcome) -> Refusal {
    outcome.result().unwrap_err()
}

/// A place for each refusal; one that has none doesn't compile.
fn place(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::Barred { .. } => 0,
        Refusal::NotSettled { .. } => 1,
        Refusal::NotPermitted { .. } => 2,
        Refusal::Closed { .. } => 3,
        Refusal::InTheFuture { .. } => 4,
        Refusal::BeforePlan { .. } => 5,
        Refusal::StartBeforeOffer { .. } => 6,
        Refusal::DischargedBeforeAdmitted { .. } => 7,
        Refusal::DischargedAfterReadmission { .. } => 8,
        Refusal::ReadmittedBeforeDischarge { .. } => 9,
        Refusal::ContactAlreadyMade { .. } => 10,
        Refusal::NoOffer => 11,
        Refusal::NoPrivateChoice => 12,
        Refusal::NoStartLimit => 13,
        Refusal::AlreadyInHospital => 14,
        Refusal::NotInHospital => 15,
        Refusal::NoReason => 16,
        Refusal::NoSuchEvent(_) => 17,
        Refusal::AlreadyMarked(_) => 18,
        Refusal::CannotMark(_) => 19,
        Refusal::CorrectionStands(_) => 20,
        Refusal::MarkInOtherCase { .. } => 21,
        Refusal::NothingToMark => 22,
        Refusal::NoEarlierCase(_) => 23,
        Refusal::NoOtherCase => 24,
        Refusal::OtherCaseMissing(_) => 25,
        Refusal::AlreadyDecided(_) => 26,
        Refusal::NotInThisVersion(_) => 27,
        Refusal::FarOff { .. } => 28,
        Refusal::LaterToday { .. } => 29,
        Refusal::FarBack { .. } => 30,
        Refusal::OfferStands { .. } => 31,
        Refusal::BeforeDischarge { .. } => 32,
        Refusal::StartBeforeDischarge { .. } => 33,
        Refusal::StartBeforePlanDate { .. } => 34,
    }
}

/// What the rules say is read with the law; here their place stands in the sentence.
fn barred() -> Vec<Refusal> {
    let discharged = given([plan_received(), discharge_confirmed(DISCHARGED)]);
    let mut barred = refusal(discharged.when(Act::RefusePlan { reason: "intet behov".into() }, MONDAY));
    if let Refusal::Barred { because, .. } = &mut barred {
        *because = ["Det, som reglen siger.".into(), "What the rule says.".into()];
    }
    let nobody_knows = given([received(plan_but(|plan| plan.receiver.municipality = None))]);
    let supplier = Act::ChooseProvider { provider: supplier_of(aalborg()) };
    vec![barred, refusal(nobody_knows.when(supplier, MONDAY))]
}

fn not_permitted() -> Vec<Refusal> {
    let not_for = |act, allowed| Refusal::NotPermitted { act, role: Role::Manager, allowed };
    vec![
        not_for("assess_level", vec![Role::Therapist]),
        not_for("offer_start", vec![Role::Therapist, Role::CaseOfficer]),
        not_for("hold_training", vec![Role::Therapist, Role::ProviderManager, Role::Manager]),
        not_for("mark_in_error", vec![]),
    ]
}

fn others() -> Vec<Refusal> {
    let number = EventNumber(4);
    vec![
        Refusal::Closed { since: MONDAY, successor: None },
        Refusal::Closed { since: MONDAY, successor: Some(case_id()) },
        Refusal::InTheFuture { happened: april(2), today: april(1) },
        Refusal::LaterToday { at: time(23, 59, 0, 0), now: time(13, 5, 0, 0) },
        Refusal::BeforePlan { happened: RECEIVED, received: DISCHARGED },
        Refusal::StartBeforeOffer { start: MONDAY, made: april(1) },
        Refusal::StartBeforeDischarge { start: RECEIVED, discharged: DISCHARGED },
        Refusal::StartBeforePlanDate { start: MONDAY, earliest: april(8) },
        Refusal::FarOff { day: date(2062, 4, 1), received: RECEIVED },
        Refusal::FarBack { day: date(2020, 1, 1), received: RECEIVED },
        Refusal::OfferStands { start: april(1) },
        Refusal::BeforeDischarge { held: RECEIVED, discharged: DISCHARGED },
        Refusal::DischargedBeforeAdmitted { discharged: RECEIVED, admitted: DISCHARGED },
        Refusal::DischargedAfterReadmission { discharged: april(5), readmitted: april(1) },
        Refusal::ReadmittedBeforeDischarge { readmitted: RECEIVED, discharged: DISCHARGED },
        Refusal::ContactAlreadyMade { on: MONDAY },
        Refusal::NoOffer,
        Refusal::NoPrivateChoice,
        Refusal::NoStartLimit,
        Refusal::AlreadyInHospital,
        Refusal::NotInHospital,
        Refusal::NoReason,
        Refusal::NoSuchEvent(number),
        Refusal::AlreadyMarked(number),
        Refusal::CannotMark(EventNumber(1)),
        Refusal::CorrectionStands(number),
        Refusal::MarkInOtherCase { number, case: CaseId::new(2026, 413) },
        Refusal::NothingToMark,
        Refusal::NoEarlierCase(earlier_id()),
        Refusal::NoOtherCase,
        Refusal::OtherCaseMissing(earlier_id()),
        Refusal::AlreadyDecided(earlier_id()),
        Refusal::NotInThisVersion("refuse_plan"),
    ]
}

#[test]
fn every_refusal_says_what_stands_in_the_way_and_what_can_be_done() {
    let all = [barred(), not_permitted(), others()].concat();
    let mut places: Vec<usize> = all.iter().map(place).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places, (0..35).collect::<Vec<_>>(), "one of each");
    let page: Vec<String> = all.iter().map(|refusal| both(|language| refusal.say(language))).collect();
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn no_refusal_begins_with_a_small_letter_or_is_left_with_a_place_unfilled() {
    for refusal in [barred(), not_permitted(), others()].concat() {
        for language in [Language::Danish, Language::English] {
            let said = refusal.say(language);
            let first = said.chars().find(|sign| sign.is_alphabetic()).unwrap();
            assert!(first.is_uppercase(), "{said}");
            assert!(!said.contains(['{', '}']), "{said}");
        }
    }
}

fn events() -> Vec<Event> {
    let second_plan = |outcome| {
        let decided =
            SecondPlanDecided { earlier: earlier_id(), outcome, reason: "samme knæ".into(), carried: vec![] };
        Event::SecondPlanDecided(decided)
    };
    let succeeded = |outcome| Event::Succeeded(Succeeded { by: CaseId::new(2026, 413), outcome });
    let read = |reading| Event::StartLimitRead(StartLimitRead { words: "planens ord".into(), reading });
    let chosen = |provider| Event::ProviderChosen(ProviderChosen { provider });
    let contact = |by, choice_informed| Event::FirstContactMade(FirstContactMade { by, choice_informed });
    let reviewed =
        |attainment| Event::CourseReviewed(CourseReviewed { attainment, assessment: "træner videre til maj".into() });
    let assessed = |level| Event::LevelAssessed(LevelAssessed { level, reason: "kan gå selv".into() });
    let copenhagen = MunicipalityCode::parse("0101").unwrap();
    vec![
        plan_received().event,
        discharge_confirmed(DISCHARGED).event,
        read(StartLimitReading::NoLimit),
        read(not_before(april(20))),
        read(not_before_without_reason(april(20))),
        read(not_after(april(1))),
        contact_attempted(MONDAY).event,
        Event::ContactAttempted(ContactAttempted { by: ContactWay::Letter }),
        contact(ContactWay::Telephone, true),
        contact(ContactWay::InPerson, false),
        choice_informed(MONDAY).event,
        private_choice_informed(MONDAY).event,
        start_offered(MONDAY, april(1)).event,
        Event::StartOffered(StartOffered { start_on: april(1), place: Some("Træningscenter Hjørring".into()) }),
        offer_declined(MONDAY).event,
        offer_withdrawn(MONDAY).event,
        chosen(Provider::OwnUnit),
        chosen(Provider::OtherMunicipality { municipality: copenhagen }),
        chosen(supplier_of(aalborg())),
        chosen(private_supplier()),
        training_held(MONDAY).event,
        Event::TrainingHeld(TrainingHeld { note: String::new() }),
        assessed(TrainingLevel::Basic),
        assessed(TrainingLevel::Advanced),
        readmitted(MONDAY).event,
        discharged_again(MONDAY).event,
        reviewed(GoalAttainment::None),
        reviewed(GoalAttainment::Partly),
        reviewed(GoalAttainment::Fully),
        course_ended(MONDAY).event,
        second_plan(SecondPlanOutcome::Replaces),
        second_plan(SecondPlanOutcome::Restarts),
        second_plan(SecondPlanOutcome::Beside),
        succeeded(SecondPlanOutcome::Replaces),
        succeeded(SecondPlanOutcome::Restarts),
        entered_in_error(MONDAY, 4).event,
    ]
}

#[test]
fn every_event_is_a_line_of_the_story() {
    let events = events();
    for name in Event::NAMES {
        assert!(events.iter().any(|event| event.name() == *name), "{name}");
    }
    let page: Vec<String> = events.iter().map(|event| both(|language| event.say(language))).collect();
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn every_notice_says_what_is_unsettled_and_what_to_do() {
    let elsewhere =
        Address { street: None, suburb: None, post_code: Some("9000".into()), district: Some("Aalborg".into()) };
    let in_words = ExpectedEnd::InWords("Forventes udskrevet efter påske.".into());
    let notices = [
        given([received(plan_with_words("Genoptræningen skal begynde senest 3 hverdage efter udskrivelsen."))]),
        given([received(plan_but(|plan| plan.contact.end = in_words))]),
        given([received(plan_but(|plan| plan.contact.end = ExpectedEnd::NotStated))]),
        given([
            received(plan_but(|plan| plan.citizen.number = StatedNumber::NotStated)),
            discharge_confirmed(DISCHARGED),
        ]),
        given([received(plan_but(|plan| plan.citizen.address = Some(elsewhere))), discharge_confirmed(DISCHARGED)]),
        given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(MONDAY)]),
        given([received(samples::specialised_plan())]),
        given([plan_received(), course_ended(MONDAY)]),
        given([plan_received(), samples::succeeded(MONDAY, CaseId::new(2026, 413), SecondPlanOutcome::Replaces)]),
    ];
    let found: Vec<Notice> = notices.iter().flat_map(|given| case::notices(given.case(), MONDAY)).collect();
    let all = found.into_iter().chain([Notice::ReplacementNumber]);
    let page: Vec<String> = all.map(|notice| both(|language| notice.say(language))).collect();
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn every_act_and_field_has_its_words() {
    let mut page = Vec::new();
    for kind in ActKind::ALL {
        page.push(format!("{}: {} / {}", kind.word(), kind.title(Language::Danish), kind.title(Language::English)));
        for field in fields(kind.word()).unwrap() {
            let (danish, english) = (field.label(Language::Danish), field.label(Language::English));
            page.push(format!("    {}: {danish} / {english}", field.name));
            if let FieldKind::Choice(choices) = field.kind {
                for choice in choices {
                    let (danish, english) = (choice.say(Language::Danish), choice.say(Language::English));
                    page.push(format!("        {}: {danish} / {english}", choice.word));
                }
            }
        }
    }
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn every_fault_of_a_form_says_how_to_mend_it() {
    let wrong = |act: &str, name: &str, given: &str| {
        let filled = [(name.to_owned(), given.to_owned())].into_iter().collect();
        Act::of_form(act, &filled).unwrap_err()
    };
    let faults: Vec<FieldFault> = [
        wrong("slet_sagen", "on", "i dag"),
        wrong("record_readmission", "on", "i dag"),
        wrong("confirm_discharge", "dag", "i dag"),
        wrong("confirm_discharge", "on", "31/2"),
        wrong("decline_offer", "reason", "\u{1b}[2J"),
        wrong("decline_offer", "reason", &"x".repeat(20_000)),
        wrong("assess_level", "level", "høj"),
        wrong("mark_in_error", "number", "nr. 4"),
        wrong("decide_second_plan", "earlier", "den gamle"),
        Act::of_form(
            "choose_provider",
            &[("provider", "supplier_of"), ("municipality", "Atlantis"), ("kl", "måske")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into_iter()
                .collect(),
        )
        .unwrap_err(),
    ]
    .concat();
    let page: Vec<String> = faults
        .iter()
        .map(|fault| format!("{}\n{}", fault.field().unwrap_or("-"), both(|language| fault.say(language))))
        .collect();
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn no_log_line_of_a_refusal_names_a_person_or_repeats_their_words() {
    for refusal in [barred(), not_permitted(), others()].concat() {
        let logged = refusal.to_string();
        for secret in ["Ruddi", "Berggren", samples::RUDDI, "intet behov"] {
            assert!(!logged.contains(secret), "{logged}");
        }
    }
    // Nor does a refusal to people, who have the case before them anyway.
    let case = case_of(case_id(), [plan_received(), first_contact(MONDAY)]);
    assert!(one_of_each_act(MONDAY).into_iter().all(|act| {
        let command = crate::given::command(case.id(), act, MONDAY, Role::Therapist);
        case::decide(&case, None, &command, None)
            .err()
            .is_none_or(|refusal| !refusal.say(Language::Danish).contains("Ruddi"))
    }));
}
