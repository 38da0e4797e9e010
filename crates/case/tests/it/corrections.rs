//! A mistake is answered by a correction; it stays on record, and counts no more.

use case::event::{EnteredInError, SecondPlanOutcome};
use case::{CaseId, Event, EventNumber, Refusal};
use law::duty::DutyState;

use crate::given::given;
use crate::samples::{
    DISCHARGED, MONDAY, april, contact_attempted, course_ended, discharge_confirmed, entered_in_error, first_contact,
    mark_in_error, offer_declined, plan_received, private_choice_informed, record_first_contact, start_offered,
    succeeded, training_held,
};

#[test]
fn a_mistake_is_marked_with_its_reason() {
    let error = EnteredInError { number: EventNumber(2), reason: "forkert borger".into() };
    given([plan_received(), first_contact(MONDAY)])
        .when(mark_in_error(2), april(1))
        .then([Event::EnteredInError(error)]);
}

#[test]
fn what_was_marked_stays_on_record_and_fulfils_nothing() {
    let corrected = given([plan_received(), first_contact(MONDAY), entered_in_error(april(1), 2)]);
    assert_eq!(corrected.case().history().len(), 3);
    assert!(corrected.case().is_in_error(EventNumber(2)));
    assert_eq!(corrected.contact(april(1)).state, DutyState::Overdue);
    assert_eq!(corrected.word_of_choice(april(1)), DutyState::NotYet);
    corrected.when(record_first_contact(), april(1)).then_recorded(first_contact(april(1)));
}

#[test]
fn an_offer_marked_as_a_mistake_starts_the_clock_again() {
    let corrected = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(1)),
        offer_declined(MONDAY),
        entered_in_error(april(4), 3),
    ]);
    assert_eq!(corrected.law(april(4)).state, DutyState::Overdue);
    assert_eq!(corrected.goal(april(4)).state, DutyState::Overdue, "the no answered an offer that never was");
    assert_eq!(corrected.word_of_private_choice(april(4)), Some(DutyState::Open));
    corrected.when(case::Act::DeclineOffer { reason: "rejser bort".into() }, april(4)).then_refused(Refusal::NoOffer);
}

#[test]
fn a_late_offer_marked_as_a_mistake_takes_the_early_right_with_it() {
    let corrected = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(20)),
        private_choice_informed(MONDAY),
        entered_in_error(april(1), 3),
    ]);
    assert_eq!(corrected.word_of_private_choice(april(1)), None, "there was nothing to tell of then");
    assert_eq!(corrected.word_of_private_choice(april(4)), Some(DutyState::Fulfilled), "it was told before it arose");
}

#[test]
fn a_training_marked_as_a_mistake_was_not_held() {
    let corrected = given([plan_received(), training_held(MONDAY), entered_in_error(MONDAY, 2)]);
    assert_eq!(corrected.case().first_training(april(20)), None);
    assert_eq!(corrected.goal(april(3)).state, DutyState::Overdue);
}

#[test]
fn an_end_marked_as_a_mistake_opens_the_case_again() {
    let corrected = given([plan_received(), course_ended(april(1)), entered_in_error(april(2), 2)]);
    assert_eq!(corrected.case().closed_on(april(2)), None);
    assert_eq!(corrected.contact(april(2)).state, DutyState::Overdue);
    corrected.when(record_first_contact(), april(2)).then_accepted();
}

#[test]
fn the_plan_itself_cannot_be_marked() {
    given([plan_received(), contact_attempted(MONDAY)])
        .when(mark_in_error(1), MONDAY)
        .then_refused(Refusal::CannotMark(EventNumber(1)));
}

#[test]
fn a_correction_cannot_be_corrected() {
    given([plan_received(), first_contact(MONDAY), contact_attempted(MONDAY), entered_in_error(april(1), 2)])
        .when(mark_in_error(4), april(1))
        .then_refused(Refusal::CorrectionStands(EventNumber(4)));
}

#[test]
fn a_mistake_is_marked_once() {
    given([plan_received(), first_contact(MONDAY), contact_attempted(MONDAY), entered_in_error(april(1), 2)])
        .when(mark_in_error(2), april(1))
        .then_refused(Refusal::AlreadyMarked(EventNumber(2)));
}

#[test]
fn only_what_is_there_is_marked() {
    for number in [0, 3, u64::MAX] {
        given([plan_received(), first_contact(MONDAY)])
            .when(mark_in_error(number), april(1))
            .then_refused(Refusal::NoSuchEvent(EventNumber(number)));
    }
}

#[test]
fn what_a_later_case_decided_is_corrected_there() {
    let later = CaseId::new(2026, 413);
    given([plan_received(), succeeded(MONDAY, later.clone(), SecondPlanOutcome::Replaces), contact_attempted(MONDAY)])
        .when(mark_in_error(2), april(1))
        .then_refused(Refusal::MarkInOtherCase { number: EventNumber(2), case: later });
}

#[test]
fn a_correction_of_what_the_case_rests_on_or_of_what_comes_later_counts_for_nothing() {
    // No command makes them; a record of another program might hold them.
    let odd = given([plan_received(), entered_in_error(MONDAY, 1), entered_in_error(MONDAY, 4), first_contact(MONDAY)]);
    assert!(!odd.case().is_in_error(EventNumber(1)));
    assert_eq!(odd.contact(MONDAY).state, DutyState::Fulfilled);
}
