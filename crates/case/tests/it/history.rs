//! The record and what is read out of it: by day, and as it was known.

use case::event::{Provider, TrainingLevel};
use case::{Case, Event, EventFault, HistoryFault, Role};
use jiff::civil::date;
use law::duty::DutyState;
use law::fact;

use crate::given::{at_ten, case_of, given};
use crate::samples::{
    DISCHARGED, MONDAY, RECEIVED, april, case_id, choice_informed, discharge_confirmed, first_contact, level_assessed,
    plan, plan_received, provider_chosen, received_on, start_offered, training_held,
};

#[test]
fn a_history_begins_with_a_plan() {
    let without = vec![crate::given::case_of(case_id(), [plan_received(), first_contact(MONDAY)]).history()[1].clone()];
    assert_eq!(Case::fold(case_id(), without), Err(HistoryFault::NoBeginning(case_id())));
    assert_eq!(Case::fold(case_id(), Vec::new()), Err(HistoryFault::NoBeginning(case_id())));
}

#[test]
fn a_history_may_lack_events_whose_content_was_removed_but_its_numbers_rise() {
    let mut history =
        case_of(case_id(), [plan_received(), first_contact(MONDAY), training_held(MONDAY)]).history().to_vec();
    let contact = history.remove(1);
    let without = Case::fold(case_id(), history.clone()).expect("an event may be left out");
    assert_eq!(without.first_training(MONDAY), Some(MONDAY));
    history.push(contact);
    assert_eq!(Case::fold(case_id(), history), Err(HistoryFault::Order { case: case_id(), after: 3, found: 2 }));
}

#[test]
fn an_event_of_a_newer_program_is_named_and_one_of_another_shape_explained() {
    assert_eq!(Event::read("course_paused.v1", b"{}"), Err(EventFault::Unknown("course_paused.v1".into())));
    let fault = Event::read("training_held.v1", b"{\"notat\":1}").unwrap_err();
    assert!(matches!(&fault, EventFault::Shape { name: "training_held.v1", .. }), "{fault}");
}

#[test]
fn what_happened_stands_in_the_order_of_the_days_and_is_kept_in_the_order_of_recording() {
    let case = case_of(case_id(), [plan_received(), training_held(april(2)), first_contact(MONDAY)]);
    let names = |events: Vec<&case::Recorded>| events.iter().map(|recorded| recorded.number.0).collect::<Vec<_>>();
    assert_eq!(names(case.happened_by(april(2))), [1, 3, 2]);
    assert_eq!(names(case.history().iter().collect()), [1, 2, 3]);
    assert_eq!(names(case.happened_by(april(1))), [1, 3]);
}

#[test]
fn of_two_things_on_one_day_the_one_recorded_later_is_the_later() {
    let case = case_of(
        case_id(),
        [
            plan_received(),
            level_assessed(MONDAY, TrainingLevel::Basic),
            level_assessed(MONDAY, TrainingLevel::Advanced),
        ],
    );
    let facts = case::facts(&case, MONDAY);
    assert_eq!(facts.read(fact::ASSESSMENT_TRAINING_LEVEL).known(), Some(fact::AssessmentTrainingLevel::Advanced));
}

#[test]
fn a_choice_recorded_late_does_not_take_the_place_of_a_newer_one() {
    let aalborg = Provider::OtherMunicipality { municipality: crate::samples::aalborg() };
    let case = case_of(
        case_id(),
        [plan_received(), provider_chosen(april(2), Provider::OwnUnit), provider_chosen(MONDAY, aalborg.clone())],
    );
    assert_eq!(case.provider(april(2)), Some((Provider::OwnUnit, april(2))));
    assert_eq!(case.provider(MONDAY), Some((aalborg, MONDAY)));
}

#[test]
fn before_the_plan_came_nothing_is_known_and_nothing_owed() {
    let case = given([received_on(plan(), MONDAY), discharge_confirmed(DISCHARGED)]);
    assert_eq!(case::facts(case.case(), DISCHARGED), law::Facts::new());
    assert!(case.owed(DISCHARGED).is_empty());
}

#[test]
fn an_assessment_by_somebody_else_than_a_therapist_is_not_taken_for_hers() {
    // HJ-LEVEL-ASSESSMENT: whoever assessed last is named, not whoever did before.
    let by_officer = given([
        plan_received(),
        level_assessed(DISCHARGED, TrainingLevel::Basic),
        level_assessed(MONDAY, TrainingLevel::Advanced).by(Role::CaseOfficer),
    ]);
    let role = |on| case::facts(by_officer.case(), on).read(fact::ASSESSMENT_ASSESSOR_ROLE).known();
    assert_eq!(role(DISCHARGED), Some(fact::AssessmentAssessorRole::Therapist));
    assert_eq!(role(MONDAY), Some(fact::AssessmentAssessorRole::CaseOfficer));
}

#[test]
fn what_was_recorded_later_was_not_known() {
    // The offer was made on Monday and recorded on Thursday: on Wednesday's list the clock ran.
    let mut history =
        case_of(case_id(), [plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, april(1))])
            .history()
            .to_vec();
    history[2].recorded_at = at_ten(april(2));
    let case = Case::fold(case_id(), history).unwrap();
    let law = |case: &Case, on| {
        case::clocks(case::duties(case, None, on).iter().map(|explained| &explained.duty)).law.unwrap()
    };
    assert_eq!(law(&case, april(1)).state, DutyState::Fulfilled);
    let as_known = case.as_known_at(at_ten(april(1))).unwrap();
    assert_eq!(law(&as_known, april(1)).state, DutyState::Open);
    assert_eq!(case.as_known_at(at_ten(april(2))), Some(case.clone()));
}

#[test]
fn a_correction_recorded_later_was_not_known_either() {
    let corrected =
        case_of(case_id(), [plan_received(), first_contact(MONDAY), crate::samples::entered_in_error(april(2), 2)]);
    let before = corrected.as_known_at(at_ten(april(1))).unwrap();
    assert!(!before.is_in_error(case::EventNumber(2)));
    assert!(corrected.is_in_error(case::EventNumber(2)));
}

#[test]
fn before_it_was_opened_there_was_no_case() {
    assert_eq!(case_of(case_id(), [plan_received()]).as_known_at(at_ten(date(2026, 3, 25))), None);
}

#[test]
fn the_plan_that_opened_the_case_is_always_at_hand() {
    let case = case_of(case_id(), [plan_received(), choice_informed(MONDAY)]);
    assert_eq!(case.plan(), (&plan(), RECEIVED));
    assert_eq!(*case.opening().0.plan, plan());
    assert_eq!(case.event(case::EventNumber(2)).map(|recorded| recorded.happened_on), Some(MONDAY));
    assert_eq!(case.event(case::EventNumber(3)), None);
}
