//! What may be done now, and what not, as the case's page and the command line show it.

use case::acts::{Standing, earlier_cases, fulfilling, fulfils, markable, possible, private_supplier};
use case::event::SecondPlanOutcome;
use case::form::ACTS;
use case::{CaseId, Refusal, Role};
use jiff::civil::{Date, date};
use law::Language;
use law::duty::DutyAct;

use crate::given::{Given, case_of, given};
use crate::samples::{
    DISCHARGED, Happened, MONDAY, april, course_ended, discharge_confirmed, earlier_id, first_contact, plan,
    plan_received, plan_with_words, private_choice_informed, readmitted, received, received_on, standard,
    start_offered, succeeded, training_held,
};

/// The list as a page shows it: `+` may be done, `role` by others, `bar` barred, `-` nothing to act on.
fn listed(given: &Given, role: Role, on: Date) -> Vec<String> {
    possible(given.case(), &[], Some(&standard()), role, on)
        .into_iter()
        .map(|possible| {
            let mark = match possible.standing {
                Standing::Allowed => "+",
                Standing::NotForRole(_) => "role",
                Standing::Barred(_) => "bar",
                Standing::Pointless(_) => "-",
            };
            format!("{mark} {}", possible.act)
        })
        .collect()
}

fn standing(given: &Given, act: &str, on: Date) -> Standing {
    let all = possible(given.case(), &[], Some(&standard()), Role::Therapist, on);
    all.into_iter().find(|possible| possible.act == act).expect("every act is listed").standing
}

fn with(happened: impl IntoIterator<Item = Happened>) -> Given {
    given([plan_received(), discharge_confirmed(DISCHARGED)].into_iter().chain(happened))
}

#[test]
fn a_therapist_sees_first_what_is_due_first_and_last_what_is_pointless() {
    assert_eq!(
        listed(&with([]), Role::Therapist, MONDAY),
        [
            "+ record_first_contact", // due 31 March
            "+ hold_training",        // 2 April
            "+ offer_start",          // 3 April
            "+ inform_of_choice",     // with the first contact
            "+ assess_level",         // no limit
            "+ record_contact_attempt",
            "+ choose_provider",
            "+ review_course",
            "+ confirm_discharge",
            "+ record_readmission",
            "+ mark_in_error",
            "bar refuse_plan",
            "bar change_plan_type",
            "- decline_offer",
            "- withdraw_offer",
            "- inform_of_private_choice",
            "- read_start_limit",
            "- record_discharge_again",
            "- decide_second_plan",
        ]
    );
}

#[test]
fn a_case_officer_sees_what_is_for_others_after_what_is_for_her() {
    let listed = listed(&with([]), Role::CaseOfficer, MONDAY);
    assert_eq!(listed[..2], ["+ offer_start", "+ inform_of_choice"]);
    assert_eq!(
        listed[7..11],
        ["role record_first_contact", "role hold_training", "role assess_level", "role review_course"]
    );
    let contact = possible(with([]).case(), &[], Some(&standard()), Role::CaseOfficer, MONDAY).swap_remove(7);
    assert_eq!(contact.standing, Standing::NotForRole(vec![Role::Therapist]));
    assert_eq!(
        contact.standing.why_not(contact.act, Role::CaseOfficer, Language::Danish).as_deref(),
        Some("»Registrér første kontakt« må kun gøres af en terapeut. Bed en terapeut om det.")
    );
}

#[test]
fn every_act_is_listed_once_for_every_role_in_every_state() {
    let states = [
        vec![],
        vec![first_contact(MONDAY), start_offered(MONDAY, april(1))],
        vec![readmitted(MONDAY)],
        vec![course_ended(MONDAY)],
    ];
    for state in states {
        for role in Role::ALL {
            let all = possible(with(state.clone()).case(), &[], Some(&standard()), role, april(1));
            let mut words: Vec<&str> = all.iter().map(|possible| possible.act).collect();
            words.sort_unstable();
            let mut every = ACTS.to_vec();
            every.sort_unstable();
            assert_eq!(words, every);
        }
    }
}

#[test]
fn refusing_the_plan_and_changing_its_type_are_always_shown_as_barred_with_the_laws_reason() {
    for state in [vec![], vec![training_held(MONDAY)], vec![course_ended(MONDAY)]] {
        let case = with(state);
        for (act, rule) in
            [("refuse_plan", "SUL140-NO-OVERRIDE-NEED"), ("change_plan_type", "SUL140-NO-OVERRIDE-SPECIALISED")]
        {
            let Standing::Barred(Refusal::Barred { rule: by, .. }) = standing(&case, act, april(1)) else {
                panic!("{act} is barred")
            };
            assert_eq!(by.id(), rule);
        }
    }
}

#[test]
fn an_offer_can_be_declined_only_when_there_is_one() {
    assert_eq!(standing(&with([]), "decline_offer", MONDAY), Standing::Pointless(Refusal::NoOffer));
    assert_eq!(standing(&with([start_offered(MONDAY, april(1))]), "decline_offer", MONDAY), Standing::Allowed);
}

#[test]
fn words_on_the_start_can_be_read_only_where_there_are_some() {
    assert_eq!(standing(&with([]), "read_start_limit", MONDAY), Standing::Pointless(Refusal::NoStartLimit));
    let with_words = given([received(plan_with_words("Snarest"))]);
    assert_eq!(standing(&with_words, "read_start_limit", MONDAY), Standing::Allowed);
}

#[test]
fn a_new_discharge_is_recorded_only_of_who_is_in_hospital() {
    assert_eq!(standing(&with([]), "record_discharge_again", MONDAY), Standing::Pointless(Refusal::NotInHospital));
    let in_hospital = with([readmitted(MONDAY)]);
    assert_eq!(standing(&in_hospital, "record_discharge_again", MONDAY), Standing::Allowed);
    assert_eq!(standing(&in_hospital, "record_readmission", MONDAY), Standing::Pointless(Refusal::AlreadyInHospital));
}

#[test]
fn the_private_choice_is_told_of_only_when_the_right_has_arisen() {
    let silent = with([]);
    let act = "inform_of_private_choice";
    assert_eq!(standing(&silent, act, april(3)), Standing::Pointless(Refusal::NoPrivateChoice));
    assert_eq!(standing(&silent, act, april(4)), Standing::Allowed);
}

#[test]
fn once_the_right_has_arisen_telling_of_it_comes_before_what_is_due_later() {
    // Overdue since 31 March, 2 April and 3 April; the word of the private choice is due on the 4th.
    let listed = listed(&with([]), Role::Therapist, april(4));
    assert_eq!(
        listed[..4],
        ["+ record_first_contact", "+ hold_training", "+ offer_start", "+ inform_of_private_choice"]
    );
    let told = with([private_choice_informed(april(4))]);
    assert!(!crate::acts::listed(&told, Role::Therapist, april(4))[..4].contains(&"+ inform_of_private_choice".into()));
}

#[test]
fn a_second_plan_is_decided_only_where_the_person_has_an_earlier_open_case() {
    let second = with([]);
    let act = |others: &[&case::Case]| {
        let all = possible(second.case(), others, Some(&standard()), Role::CaseOfficer, MONDAY);
        all.into_iter().find(|possible| possible.act == "decide_second_plan").unwrap().standing
    };
    assert_eq!(act(&[]), Standing::Pointless(Refusal::NoOtherCase));
    let open = case_of(earlier_id(), [received_on(plan(), date(2026, 3, 2))]);
    assert_eq!(act(&[&open]), Standing::Allowed);
    let closed = case_of(earlier_id(), [received_on(plan(), date(2026, 3, 2)), course_ended(date(2026, 3, 20))]);
    assert_eq!(act(&[&closed]), Standing::Pointless(Refusal::NoOtherCase));
    let later = case_of(CaseId::new(2026, 900), [received_on(plan(), april(1))]);
    assert_eq!(act(&[&later]), Standing::Pointless(Refusal::NoOtherCase));
}

#[test]
fn the_latest_of_the_earlier_cases_comes_first() {
    let (first, second) = (CaseId::new(2025, 3), CaseId::new(2026, 1));
    let older = case_of(first.clone(), [received_on(plan(), date(2025, 12, 1))]);
    let newer = case_of(second.clone(), [received_on(plan(), date(2026, 3, 2))]);
    assert_eq!(earlier_cases(with([]).case(), &[&older, &newer], MONDAY), [second, first]);
}

#[test]
fn in_a_closed_case_everything_is_barred_but_the_correction_of_mistakes() {
    let later = CaseId::new(2026, 413);
    let closed = with([succeeded(MONDAY, later.clone(), SecondPlanOutcome::Restarts)]);
    let listed = listed(&closed, Role::Therapist, april(1));
    assert_eq!(listed[0], "+ mark_in_error");
    assert!(listed[1..].iter().all(|line| line.starts_with("bar ")), "{listed:?}");
    assert_eq!(
        standing(&closed, "hold_training", april(1)),
        Standing::Barred(Refusal::Closed { since: MONDAY, successor: Some(later) })
    );
}

#[test]
fn only_what_somebody_recorded_can_be_marked() {
    let marked = with([first_contact(MONDAY), crate::samples::entered_in_error(april(1), 3)]);
    let numbers: Vec<u64> = markable(marked.case()).iter().map(|recorded| recorded.number.0).collect();
    assert_eq!(numbers, [2]);
    assert_eq!(
        standing(&given([plan_received()]), "mark_in_error", MONDAY),
        Standing::Pointless(Refusal::NothingToMark)
    );
}

#[test]
fn the_page_can_say_why_a_private_supplier_is_not_among_the_choices() {
    let refused = private_supplier(with([]).case(), MONDAY).expect("the right has not arisen");
    assert!(refused.say(Language::Danish).contains("ikke ret til at vælge en privat leverandør"));
    assert_eq!(private_supplier(with([]).case(), april(4)), None);
}

#[test]
fn each_duty_has_the_act_that_fulfils_it() {
    for duty in DutyAct::ALL {
        assert_eq!(fulfils(fulfilling(duty)), Some(duty));
    }
    for act in ["record_contact_attempt", "mark_in_error", "refuse_plan", "no_such_act"] {
        assert_eq!(fulfils(act), None, "{act}");
    }
}
