//! The course itself: the level, the training, and the point at which a therapist says whether it goes on.

use case::event::TrainingLevel;
use case::{Act, Role};
use jiff::civil::date;
use law::duty::{DutyAct, DutyKind, DutyState};
use law::fact::{self, AssessmentTrainingLevel as Level};

use crate::given::given;
use crate::samples::{
    DISCHARGED, MONDAY, april, course_ended, course_reviewed, level_assessed, plan_received, training_held,
};

#[test]
fn a_therapist_assesses_the_level_and_no_limit_runs_for_it() {
    // HJ-LEVEL-ASSESSMENT.
    let unassessed = given([plan_received()]);
    let level = unassessed.duty(DutyAct::AssessLevel, DutyKind::Goal, april(20)).expect("it is owed");
    assert_eq!((level.due, level.state), (None, DutyState::Open));
    let assessed = given([plan_received(), level_assessed(MONDAY, TrainingLevel::Basic)]);
    let level = assessed.duty(DutyAct::AssessLevel, DutyKind::Goal, april(20)).expect("it was owed");
    assert_eq!(level.state, DutyState::Fulfilled);
}

#[test]
fn an_assessment_by_a_case_officer_leaves_it_owed() {
    let by_officer = given([plan_received(), level_assessed(MONDAY, TrainingLevel::Basic).by(Role::CaseOfficer)]);
    assert_eq!(by_officer.duty(DutyAct::AssessLevel, DutyKind::Goal, MONDAY).unwrap().state, DutyState::Open);
}

#[test]
fn the_level_can_be_assessed_anew_and_each_day_has_its_own() {
    // CF-LEVEL-CORRECTABLE.
    let twice = given([
        plan_received(),
        level_assessed(MONDAY, TrainingLevel::Basic),
        level_assessed(april(9), TrainingLevel::Advanced),
    ]);
    let level = |on| case::facts(twice.case(), on).read(fact::ASSESSMENT_TRAINING_LEVEL).known();
    assert_eq!((level(MONDAY), level(april(9))), (Some(Level::Basic), Some(Level::Advanced)));
}

#[test]
fn the_course_is_reviewed_three_months_after_the_first_training() {
    // HJ-EXTENSION-CRITERIA, HJ-DURATION-3M.
    let trained = given([plan_received(), training_held(april(1)), training_held(april(8))]);
    let review = trained.duty(DutyAct::ReviewCourse, DutyKind::Goal, april(8)).expect("training has begun");
    assert_eq!(review.due, Some(date(2026, 7, 1)));
    assert_eq!(given([plan_received()]).duty(DutyAct::ReviewCourse, DutyKind::Goal, april(8)), None);
}

#[test]
fn no_timer_ends_a_course() {
    // CF-DURATION-CAP-VS-NEED: without a decision it stays open and overdue.
    let long = given([plan_received(), training_held(april(1))]);
    let day = date(2026, 9, 1);
    assert_eq!(long.case().closed_on(day), None);
    assert_eq!(long.duty(DutyAct::ReviewCourse, DutyKind::Goal, day).unwrap().state, DutyState::Overdue);
    long.when(Act::HoldTraining { note: String::new() }, day).then_accepted();
}

#[test]
fn a_review_on_record_fulfils_it_and_the_course_goes_on() {
    let reviewed = given([plan_received(), training_held(april(1)), course_reviewed(date(2026, 6, 24))]);
    let review = reviewed.duty(DutyAct::ReviewCourse, DutyKind::Goal, date(2026, 7, 2)).unwrap();
    assert_eq!((review.state, review.fulfilled_on()), (DutyState::Fulfilled, Some(date(2026, 6, 24))));
    assert_eq!(reviewed.case().closed_on(date(2026, 7, 2)), None);
}

#[test]
fn a_review_in_the_first_days_is_not_the_one_after_three_months() {
    let early = given([plan_received(), training_held(april(1)), course_reviewed(april(2))]);
    let review = |on| early.duty(DutyAct::ReviewCourse, DutyKind::Goal, on).unwrap();
    assert_eq!((review(april(2)).state, review(april(2)).opens_on), (DutyState::NotYet, Some(date(2026, 5, 17))));
    assert_eq!(review(date(2026, 5, 17)).state, DutyState::Open);
    assert_eq!(review(date(2026, 7, 2)).state, DutyState::Overdue);
}

#[test]
fn a_second_review_does_not_make_the_first_one_late() {
    let once = || vec![plan_received(), training_held(april(1)), course_reviewed(date(2026, 6, 24))];
    let twice = given([once(), vec![course_reviewed(date(2026, 8, 3))]].concat());
    let review = twice.duty(DutyAct::ReviewCourse, DutyKind::Goal, date(2026, 8, 3)).unwrap();
    assert_eq!((review.state, review.fulfilled_on()), (DutyState::Fulfilled, Some(date(2026, 6, 24))));
}

#[test]
fn a_review_by_somebody_else_leaves_it_to_the_therapist() {
    // HJ-EXTENSION-WHO.
    let by = |role| {
        given([plan_received(), training_held(april(1)), course_reviewed(date(2026, 6, 24)).by(role)])
            .duty(DutyAct::ReviewCourse, DutyKind::Goal, date(2026, 6, 24))
            .unwrap()
            .state
    };
    assert_eq!(by(Role::CaseOfficer), DutyState::Open);
    assert_eq!(by(Role::Therapist), DutyState::Fulfilled);
}

#[test]
fn after_an_early_review_the_next_one_meets_the_limit() {
    let both = given([
        plan_received(),
        training_held(april(1)),
        course_reviewed(april(2)),
        course_reviewed(date(2026, 6, 24)),
    ]);
    let review = both.duty(DutyAct::ReviewCourse, DutyKind::Goal, date(2026, 7, 2)).unwrap();
    assert_eq!((review.state, review.fulfilled_on()), (DutyState::Fulfilled, Some(date(2026, 6, 24))));
}

#[test]
fn an_end_on_record_lets_fall_what_was_still_owed() {
    let ended = given([plan_received(), training_held(DISCHARGED), course_ended(april(8))]);
    assert!(ended.owed(april(8)).is_empty());
    assert!(!ended.owed(april(7)).is_empty());
    assert_eq!(ended.contact(april(8)).state, DutyState::Lapsed);
    assert_eq!(ended.goal(april(8)).state, DutyState::Fulfilled);
}
