//! The discharge: expected, confirmed, confirmed on another day, corrected.

use case::{Act, Refusal, Role};
use jiff::civil::date;
use law::duty::DutyState;

use crate::given::given;
use crate::samples::{
    DISCHARGED, LIMIT, MONDAY, RECEIVED, april, discharge_confirmed, entered_in_error, expected, plan_but,
    plan_received, readmitted, received, start_offered,
};

#[test]
fn a_plan_received_before_the_discharge_has_a_provisional_clock() {
    // The design's normal case: the clock runs from the day that the hospital expects (SUL140-STAT-7-DAYS).
    let expected = given([plan_received()]);
    let law = expected.law(RECEIVED);
    assert_eq!((law.due, law.provisional, law.state), (Some(LIMIT), true, DutyState::NotYet));
    assert_eq!(
        expected.notices(RECEIVED),
        [
            "Udskrivningen er ventet fredag d. 27. marts 2026 og ikke bekræftet. Lovens frist er foreløbig, indtil nogen bekræfter dagen."
        ]
    );
}

#[test]
fn a_confirmation_makes_it_certain() {
    let confirmed = given([plan_received(), discharge_confirmed(DISCHARGED)]);
    let law = confirmed.law(DISCHARGED);
    assert_eq!((law.due, law.provisional, law.state), (Some(LIMIT), false, DutyState::Open));
    assert_eq!(confirmed.notices(DISCHARGED), Vec::<String>::new());
}

#[test]
fn a_confirmation_on_another_day_moves_it() {
    let later = given([plan_received(), discharge_confirmed(MONDAY)]);
    assert_eq!(later.law(MONDAY).due, Some(april(6)));
    let earlier = given([plan_received(), discharge_confirmed(RECEIVED)]);
    assert_eq!(earlier.law(RECEIVED).due, Some(april(2)));
}

#[test]
fn a_discharge_earlier_than_expected_can_make_a_start_late_that_was_in_time() {
    let offered = given([plan_received(), start_offered(RECEIVED, LIMIT)]);
    let provisional = offered.law(RECEIVED);
    assert_eq!((provisional.state, provisional.provisional), (DutyState::Fulfilled, true));
    let earlier = given([plan_received(), start_offered(RECEIVED, LIMIT), discharge_confirmed(date(2026, 3, 25))]);
    assert_eq!(earlier.law(RECEIVED).state, DutyState::Open);
    assert_eq!(earlier.word_of_private_choice(RECEIVED), Some(DutyState::Open));
}

#[test]
fn a_discharge_later_than_expected_can_bring_a_late_start_into_time() {
    let late = given([plan_received(), start_offered(MONDAY, april(6))]);
    assert_eq!(late.word_of_private_choice(MONDAY), Some(DutyState::Open));
    let later = given([plan_received(), start_offered(MONDAY, april(6)), discharge_confirmed(MONDAY)]);
    assert_eq!(later.law(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(later.word_of_private_choice(MONDAY), None);
}

#[test]
fn the_last_word_counts_and_on_every_day() {
    let confirmed_anew = given([plan_received(), discharge_confirmed(DISCHARGED), discharge_confirmed(MONDAY)]);
    assert_eq!(confirmed_anew.law(MONDAY).due, Some(april(6)));
    // On Sunday the citizen, as it turned out, was in hospital still; the plan's expectation is all there was.
    assert_eq!(confirmed_anew.case().discharge_confirmed(date(2026, 3, 29)), None);
    assert!(confirmed_anew.law(date(2026, 3, 29)).provisional);
    let earlier_after_all = given([plan_received(), discharge_confirmed(MONDAY), discharge_confirmed(DISCHARGED)]);
    assert_eq!(earlier_after_all.law(MONDAY).due, Some(LIMIT));
}

#[test]
fn a_corrected_confirmation_was_never_made() {
    let corrected = given([plan_received(), discharge_confirmed(MONDAY), entered_in_error(april(1), 2)]);
    let law = corrected.law(april(1));
    assert_eq!((law.due, law.provisional), (Some(LIMIT), true), "expected again, on the plan's day");
    let mended = given([
        plan_received(),
        discharge_confirmed(MONDAY),
        entered_in_error(april(1), 2),
        discharge_confirmed(DISCHARGED),
    ]);
    assert_eq!((mended.law(april(1)).due, mended.law(april(1)).provisional), (Some(LIMIT), false));
}

#[test]
fn a_corrected_second_confirmation_leaves_the_first() {
    let corrected = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        discharge_confirmed(MONDAY),
        entered_in_error(april(1), 3),
    ]);
    assert_eq!(corrected.law(april(1)).due, Some(LIMIT));
}

#[test]
fn a_discharge_is_not_before_the_stay_and_not_on_a_day_to_come() {
    let case = given([plan_received()]);
    case.when(Act::ConfirmDischarge { on: date(2026, 3, 18) }, MONDAY)
        .then_refused(Refusal::DischargedBeforeAdmitted { discharged: date(2026, 3, 18), admitted: date(2026, 3, 19) });
    case.when(Act::ConfirmDischarge { on: april(1) }, MONDAY)
        .then_refused(Refusal::InTheFuture { happened: april(1), today: MONDAY });
}

#[test]
fn the_discharge_after_a_re_admission_is_not_taken_for_the_first() {
    // Taken for the first it would start the seven days anew.
    given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(april(1))])
        .when(Act::ConfirmDischarge { on: april(5) }, april(5))
        .then_refused(Refusal::DischargedAfterReadmission { discharged: april(5), readmitted: april(1) });
}

#[test]
fn an_out_patient_visit_begins_and_ends_on_one_day() {
    // DEF-DISCHARGE-OUTPATIENT, CF-CONTACT-VS-DISCHARGE-WORD.
    let visit = plan_but(|plan| {
        plan.contact.start = Some(crate::samples::day(RECEIVED));
        plan.contact.end = expected(RECEIVED);
    });
    given([received(visit)])
        .when(Act::ConfirmDischarge { on: RECEIVED }, RECEIVED)
        .then_recorded(discharge_confirmed(RECEIVED));
}

#[test]
fn a_confirmation_is_kept_under_the_day_of_discharge_not_of_the_telephone_call() {
    let case = given([plan_received()]);
    let mut command =
        crate::given::command(case.case().id(), Act::ConfirmDischarge { on: DISCHARGED }, MONDAY, Role::CaseOfficer);
    command.happened_at = Some(jiff::civil::time(9, 30, 0, 0));
    let decision = case::decide(case.case(), None, &command, Some(&crate::samples::standard())).unwrap();
    let recorded = command.record(case::EventNumber(2), decision.here[0].clone());
    assert_eq!((recorded.happened_on, recorded.happened_at), (DISCHARGED, None));
    assert_eq!(recorded.role, Role::CaseOfficer);
}
