//! In hospital again: the limits stand still, and go on when the citizen leaves.

use case::{Act, Refusal, Role};
use jiff::civil::date;
use law::duty::DutyState;

use crate::given::given;
use crate::samples::{
    DISCHARGED, LIMIT, MONDAY, april, discharge_confirmed, discharged_again, entered_in_error, offer_declined,
    plan_received, private_choice_informed, readmitted, start_offered,
};

#[test]
fn while_the_citizen_is_in_hospital_the_limits_stand_still() {
    let in_hospital = given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(MONDAY)]);
    for duty in [in_hospital.law(april(20)), in_hospital.goal(april(20)), in_hospital.contact(april(20))] {
        assert_eq!((duty.due, duty.state), (None, DutyState::Open), "{:?}", duty.act);
        assert!(duty.stands_still());
    }
    assert_eq!(in_hospital.notices(april(20)), ["Borgeren er indlagt igen. Fristerne står stille."]);
    assert_eq!(in_hospital.word_of_private_choice(april(20)), None, "no days run");
}

#[test]
fn they_go_on_where_they_stood_when_the_citizen_leaves() {
    // Three days were left; 30 March to 3 April are given back.
    let home = given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(MONDAY), discharged_again(LIMIT)]);
    assert_eq!(home.law(LIMIT).due, Some(april(8)));
    assert_eq!(home.goal(LIMIT).due, Some(april(7)));
    assert_eq!(home.notices(LIMIT), [""; 0]);
}

#[test]
fn what_was_owed_on_a_day_before_is_as_it_was() {
    let home = given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(MONDAY), discharged_again(LIMIT)]);
    assert_eq!(home.law(date(2026, 3, 29)).due, Some(LIMIT));
    assert_eq!(home.law(april(1)).due, None);
}

#[test]
fn a_stay_that_is_recorded_late_moves_the_limit_all_the_same() {
    let case = given([plan_received(), discharge_confirmed(DISCHARGED)]);
    case.when_recorded(Role::Therapist, Act::RecordReadmission, MONDAY, april(6)).then_recorded(readmitted(MONDAY));
    let admitted = given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(MONDAY)]);
    admitted
        .when_recorded(Role::Therapist, Act::RecordDischargeAgain, april(1), april(6))
        .then_recorded(discharged_again(april(1)));
}

#[test]
fn nobody_leaves_before_they_came() {
    given([plan_received(), readmitted(april(2))])
        .when_recorded(Role::Therapist, Act::RecordDischargeAgain, april(1), april(6))
        .then_refused(Refusal::NotInHospital);
}

#[test]
fn nobody_comes_back_before_the_first_discharge() {
    given([plan_received(), discharge_confirmed(april(2))])
        .when_recorded(Role::Therapist, Act::RecordReadmission, april(1), april(6))
        .then_refused(Refusal::ReadmittedBeforeDischarge { readmitted: april(1), discharged: april(2) });
}

#[test]
fn the_day_on_which_two_stays_meet_is_given_back_once() {
    let case = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        readmitted(MONDAY),
        discharged_again(april(1)),
        readmitted(april(1)),
        discharged_again(LIMIT),
    ]);
    assert_eq!(case.case().readmissions(LIMIT), [(MONDAY, Some(april(1))), (april(1), Some(LIMIT))]);
    assert_eq!(case.law(LIMIT).due, Some(april(8)));
}

#[test]
fn an_offer_within_the_days_given_back_stays_in_time_when_a_new_stay_begins() {
    let offered = || {
        vec![
            plan_received(),
            discharge_confirmed(DISCHARGED),
            readmitted(MONDAY),
            discharged_again(april(1)),
            start_offered(april(1), april(6)),
        ]
    };
    assert_eq!(given(offered()).law(april(1)).state, DutyState::Fulfilled);
    let again = given([offered(), vec![readmitted(april(1))]].concat());
    assert_eq!(again.law(april(1)).state, DutyState::Fulfilled);
}

#[test]
fn while_the_limit_stands_still_a_start_beyond_it_fulfils_nothing_yet() {
    let late =
        given([plan_received(), discharge_confirmed(DISCHARGED), readmitted(MONDAY), start_offered(MONDAY, april(20))]);
    assert_eq!(late.law(april(1)).state, DutyState::Open);
    assert_eq!(late.word_of_private_choice(april(1)), None);
}

#[test]
fn the_discharge_tells_whether_a_start_beyond_the_standstill_was_in_time() {
    // The offer waits however long the stay; then it counts from the day on which it was made.
    let stay =
        || vec![plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, april(10)), readmitted(MONDAY)];
    for on in [MONDAY, april(8), april(20)] {
        assert_eq!(given(stay()).law(on).state, DutyState::Open, "{on}");
    }
    let home = given([stay(), vec![discharged_again(april(8))]].concat());
    let law = home.law(april(8));
    assert_eq!((law.due, law.state, law.fulfilled_on()), (Some(april(13)), DutyState::Fulfilled, Some(MONDAY)));
    let home_early = given([stay(), vec![discharged_again(april(1))]].concat());
    assert_eq!(home_early.law(april(1)).state, DutyState::Open);
    assert_eq!(home_early.word_of_private_choice(april(1)), Some(DutyState::Open));
}

#[test]
fn no_to_a_late_start_does_not_meet_the_goal_because_the_limit_stands_still() {
    // HJ-START-7D: the promise is met by an offer in time, and nobody knows yet that this one is.
    let stay = || {
        vec![
            plan_received(),
            discharge_confirmed(DISCHARGED),
            start_offered(MONDAY, april(9)),
            readmitted(MONDAY),
            offer_declined(MONDAY),
        ]
    };
    assert_eq!(given(stay()).goal(MONDAY).state, DutyState::Open);
    let home_at_once = given([stay(), vec![discharged_again(MONDAY)]].concat());
    assert_eq!((home_at_once.goal(MONDAY).due, home_at_once.goal(MONDAY).state), (Some(april(3)), DutyState::Open));
    let home_late = given([stay(), vec![discharged_again(april(8))]].concat());
    assert_eq!(home_late.goal(april(8)).state, DutyState::Fulfilled, "the days given back brought it into time");
}

#[test]
fn a_stay_told_of_twice_is_one() {
    // First told of on Wednesday; then it turned out that it began on Monday.
    let case = given([plan_received(), readmitted(april(1)), discharged_again(april(3)), readmitted(MONDAY)]);
    assert_eq!(case.case().readmissions(april(4)), [(MONDAY, Some(april(3)))]);
    assert!(!case.case().is_in_hospital(april(4)));
}

#[test]
fn a_stay_marked_as_a_mistake_gives_its_days_back() {
    let corrected = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        readmitted(MONDAY),
        discharged_again(april(1)),
        entered_in_error(april(2), 3),
    ]);
    assert_eq!(corrected.case().readmissions(april(2)), []);
    assert_eq!(corrected.law(april(2)).due, Some(LIMIT));
}

#[test]
fn an_offer_in_time_before_the_stay_stays_in_time() {
    let offered = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(1)),
        readmitted(date(2026, 3, 31)),
    ]);
    assert_eq!(offered.law(april(20)).state, DutyState::Fulfilled);
}

#[test]
fn what_the_citizen_was_told_before_the_stay_stays_told() {
    let told = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(9)),
        private_choice_informed(MONDAY),
        readmitted(april(1)),
    ]);
    assert_eq!(told.word_of_private_choice(april(2)), Some(DutyState::Fulfilled));
}

#[test]
fn what_the_citizen_was_told_stays_told_whatever_happens_later_the_same_day() {
    // DS-LAW-140-6-INFORM: by a stay that begins, and by an earlier start that is offered.
    let told = || {
        vec![
            plan_received(),
            discharge_confirmed(DISCHARGED),
            start_offered(MONDAY, april(9)),
            private_choice_informed(MONDAY),
        ]
    };
    for then in [readmitted(MONDAY), start_offered(MONDAY, april(2))] {
        let then = given([told(), vec![then]].concat());
        assert_eq!(then.word_of_private_choice(MONDAY), Some(DutyState::Fulfilled));
    }
}

#[test]
fn word_given_too_soon_counts_from_the_day_on_which_the_right_is_known() {
    // Told when the expected discharge made it seem late; the true one came afterwards, and so did an offer that is late by it.
    let told = given([
        plan_received(),
        private_choice_informed(april(4)),
        start_offered(april(6), april(20)),
        discharge_confirmed(april(6)),
        readmitted(april(6)),
    ]);
    assert_eq!(told.word_of_private_choice(april(6)), Some(DutyState::Fulfilled));
    assert_eq!(told.word_of_private_choice(april(8)), Some(DutyState::Fulfilled));
}
