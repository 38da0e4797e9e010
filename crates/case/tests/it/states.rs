//! Each act in each state of a case: where it may be done, and where it may not.

use case::event::SecondPlanOutcome;
use case::{CaseId, Refusal, Role};
use jiff::civil::{Date, date};
use law::bar::BarredAct;

use crate::given::{Given, case_of, given};
use crate::samples::{
    DISCHARGED, Happened, MONDAY, RECEIVED, april, course_ended, discharge_confirmed, discharged_again, earlier_id,
    first_contact, hold_training, mark_in_error, offer_start, one_of_each_act, plan, plan_received, plan_with_words,
    readmitted, received, received_on, start_offered, succeeded, training_held,
};

/// What is refused of one of each act, each done by a therapist, with the reason as the log has it.
fn refused(given: &Given, on: Date) -> Vec<String> {
    let acts = one_of_each_act(on).into_iter();
    acts.filter_map(|act| {
        let word = act.word();
        given.when(act, on).result().err().map(|refusal| format!("{word}: {refusal}"))
    })
    .collect()
}

/// A case of a person who has an earlier one, in which this happened.
fn a_case(happened: impl IntoIterator<Item = Happened>) -> Given {
    given(happened).and(&case_of(earlier_id(), [received_on(plan(), date(2026, 3, 2))]))
}

const BARRED: [&str; 2] = [
    "refuse_plan: barred by rule SUL140-NO-OVERRIDE-NEED",
    "change_plan_type: barred by rule SUL140-NO-OVERRIDE-SPECIALISED",
];

#[test]
fn in_a_new_case_there_is_nothing_yet_to_decline_read_leave_or_correct() {
    let new = a_case([plan_received()]);
    let expected = [
        "decline_offer: no offer stands",
        "withdraw_offer: no offer stands",
        "inform_of_private_choice: the right to a private supplier has not arisen",
        "hold_training: training 2026-03-26 lies before discharge 2026-03-27",
        "confirm_discharge: happened on 2026-03-27, after 2026-03-26",
        "read_start_limit: the plan has no words on the start",
        "record_discharge_again: not in hospital",
        "mark_in_error: nothing to mark",
    ];
    assert_eq!(refused(&new, RECEIVED), [&expected[..], &BARRED].concat());
}

#[test]
fn after_the_discharge_it_can_be_confirmed_and_a_mistake_corrected() {
    let discharged = a_case([plan_received(), discharge_confirmed(DISCHARGED)]);
    let expected = [
        "decline_offer: no offer stands",
        "withdraw_offer: no offer stands",
        "inform_of_private_choice: the right to a private supplier has not arisen",
        "read_start_limit: the plan has no words on the start",
        "record_discharge_again: not in hospital",
    ];
    assert_eq!(refused(&discharged, MONDAY), [&expected[..], &BARRED].concat());
}

#[test]
fn the_first_contact_is_made_once() {
    let contacted = a_case([plan_received(), first_contact(MONDAY)]);
    let expected = [
        "record_first_contact: first contact was made on 2026-03-30",
        "decline_offer: no offer stands",
        "withdraw_offer: no offer stands",
        "inform_of_private_choice: the right to a private supplier has not arisen",
        "read_start_limit: the plan has no words on the start",
        "record_discharge_again: not in hospital",
    ];
    assert_eq!(refused(&contacted, MONDAY), [&expected[..], &BARRED].concat());
}

#[test]
fn an_offer_in_time_can_be_declined_and_gives_no_right_to_a_private_supplier() {
    let offered = a_case([plan_received(), start_offered(MONDAY, april(1))]);
    let expected = [
        "inform_of_private_choice: the right to a private supplier has not arisen",
        "read_start_limit: the plan has no words on the start",
        "record_discharge_again: not in hospital",
    ];
    assert_eq!(refused(&offered, MONDAY), [&expected[..], &BARRED].concat());
}

#[test]
fn a_late_offer_lets_the_citizen_be_told_of_a_private_supplier_at_once() {
    let late = a_case([plan_received(), start_offered(MONDAY, april(20))]);
    let expected = ["read_start_limit: the plan has no words on the start", "record_discharge_again: not in hospital"];
    assert_eq!(refused(&late, MONDAY), [&expected[..], &BARRED].concat());
}

#[test]
fn a_limit_that_passed_without_an_offer_does_so_too() {
    let passed = a_case([plan_received(), discharge_confirmed(DISCHARGED)]);
    let expected = [
        "decline_offer: no offer stands",
        "withdraw_offer: no offer stands",
        "read_start_limit: the plan has no words on the start",
        "record_discharge_again: not in hospital",
    ];
    assert_eq!(refused(&passed, april(4)), [&expected[..], &BARRED].concat());
}

#[test]
fn words_on_the_start_can_be_read_and_read_anew() {
    let with_words = a_case([received(plan_with_words("Tidligst 20-04-2026")), training_held(MONDAY)]);
    let expected = [
        "decline_offer: no offer stands",
        "withdraw_offer: no offer stands",
        "inform_of_private_choice: the right to a private supplier has not arisen",
        "record_discharge_again: not in hospital",
    ];
    assert_eq!(refused(&with_words, MONDAY), [&expected[..], &BARRED].concat());
}

#[test]
fn who_is_in_hospital_can_leave_it_and_not_be_admitted_again() {
    let in_hospital = a_case([plan_received(), readmitted(MONDAY)]);
    let expected = [
        "decline_offer: no offer stands",
        "withdraw_offer: no offer stands",
        "inform_of_private_choice: the right to a private supplier has not arisen",
        "read_start_limit: the plan has no words on the start",
        "record_readmission: already in hospital",
    ];
    assert_eq!(refused(&in_hospital, MONDAY), [&expected[..], &BARRED].concat());
}

#[test]
fn who_has_left_it_again_can_be_admitted_once_more() {
    let home = a_case([plan_received(), readmitted(MONDAY), discharged_again(april(1))]);
    assert!(!refused(&home, april(2)).iter().any(|refusal| refusal.starts_with("record_readmission")));
    assert!(refused(&home, april(2)).contains(&"record_discharge_again: not in hospital".to_owned()));
}

/// Everything but the correction of mistakes and what the law bars anyway.
fn everything_is_closed(given: &Given, on: Date, since: &str) {
    let refused = refused(given, on);
    let closed = format!("closed since {since}");
    assert_eq!(refused.iter().filter(|refusal| refusal.ends_with(&closed)).count(), 16, "{refused:?}");
    assert_eq!(refused[16..], BARRED);
}

#[test]
fn in_a_case_whose_course_has_ended_mistakes_are_corrected_and_nothing_else_is_done() {
    let ended = a_case([plan_received(), training_held(MONDAY), course_ended(april(8))]);
    everything_is_closed(&ended, april(8), "2026-04-08");
    everything_is_closed(&ended, april(9), "2026-04-08");
    ended.when(mark_in_error(2), april(9)).then_accepted();
}

#[test]
fn in_a_case_that_a_later_plan_has_succeeded_likewise() {
    let later = CaseId::new(2026, 413);
    let case =
        || [plan_received(), training_held(MONDAY), succeeded(april(8), later.clone(), SecondPlanOutcome::Restarts)];
    everything_is_closed(&a_case(case()), april(8), "2026-04-08");
    given(case())
        .when(hold_training(), april(9))
        .then_refused(Refusal::Closed { since: april(8), successor: Some(later.clone()) });
}

#[test]
fn what_happened_before_a_case_closed_can_still_be_put_down() {
    given([plan_received(), course_ended(april(8))])
        .when_recorded(Role::Therapist, hold_training(), april(7), april(9))
        .then_recorded(training_held(april(7)));
}

#[test]
fn the_plan_can_be_refused_by_nobody_and_in_no_state() {
    for role in Role::ALL {
        for history in [vec![plan_received()], vec![plan_received(), course_ended(april(8))]] {
            let case = given(history);
            let acts = one_of_each_act(april(9)).into_iter();
            for act in acts.filter(|act| matches!(act.word(), "refuse_plan" | "change_plan_type")) {
                let (barred, rule) = match act.word() {
                    "refuse_plan" => (BarredAct::RefuseForWantOfNeed, "SUL140-NO-OVERRIDE-NEED"),
                    _ => (BarredAct::ChangePlanType, "SUL140-NO-OVERRIDE-SPECIALISED"),
                };
                case.when_by(role, act, april(9)).then_barred(barred, rule);
            }
        }
    }
}

// ---------- when it happened ----------

#[test]
fn nothing_has_happened_on_a_day_to_come() {
    for act in one_of_each_act(april(2)).into_iter().filter(|act| act.word() != "confirm_discharge") {
        a_case([plan_received()])
            .when_recorded(Role::Therapist, act, april(2), april(1))
            .then_refused(Refusal::InTheFuture { happened: april(2), today: april(1) });
    }
}

#[test]
fn nothing_has_happened_at_an_hour_to_come() {
    let case = given([plan_received()]);
    let mut command =
        crate::given::command(case.case().id(), crate::samples::record_first_contact(), MONDAY, Role::Therapist);
    command.happened_at = Some(jiff::civil::time(23, 59, 0, 0));
    let refused = case::decide(case.case(), None, &command, Some(&crate::samples::standard()));
    assert!(matches!(refused, Err(Refusal::LaterToday { .. })), "{refused:?}");
    command.happened_at = Some(jiff::civil::time(8, 0, 0, 0));
    assert!(case::decide(case.case(), None, &command, Some(&crate::samples::standard())).is_ok());
}

#[test]
fn nothing_of_the_municipalitys_happened_before_the_plan_came() {
    let before = date(2026, 3, 25);
    for act in one_of_each_act(before).into_iter().filter(|act| act.word() != "confirm_discharge") {
        a_case([plan_received()])
            .when_recorded(Role::Therapist, act, before, MONDAY)
            .then_refused(Refusal::BeforePlan { happened: before, received: RECEIVED });
    }
}

#[test]
fn the_discharge_may_have_been_before_the_plan_came() {
    let late_plan = received_on(plan(), MONDAY);
    let confirm = case::Act::ConfirmDischarge { on: DISCHARGED };
    given([late_plan])
        .when_recorded(Role::Therapist, confirm, DISCHARGED, MONDAY)
        .then_recorded(discharge_confirmed(DISCHARGED));
}

#[test]
fn a_start_is_offered_for_the_day_of_the_offer_or_a_later_one() {
    let case = given([plan_received()]);
    case.when(offer_start(MONDAY), MONDAY).then_recorded(start_offered(MONDAY, MONDAY));
    case.when(offer_start(DISCHARGED), MONDAY)
        .then_refused(Refusal::StartBeforeOffer { start: DISCHARGED, made: MONDAY });
}

#[test]
fn a_judgement_without_words_is_none() {
    let case = a_case([plan_received(), start_offered(MONDAY, april(1))]);
    let blank = || "  \n ".to_owned();
    for act in [
        case::Act::DeclineOffer { reason: blank() },
        case::Act::AssessLevel { level: case::event::TrainingLevel::Basic, reason: blank() },
        case::Act::ReviewCourse { attainment: case::event::GoalAttainment::None, assessment: blank() },
        case::Act::MarkInError { number: case::EventNumber(2), reason: blank() },
        case::Act::DecideSecondPlan { earlier: earlier_id(), outcome: SecondPlanOutcome::Beside, reason: blank() },
    ] {
        case.when(act, MONDAY).then_refused(Refusal::NoReason);
    }
}
