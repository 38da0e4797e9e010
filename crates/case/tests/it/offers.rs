//! Offers of a start, in time and late, and what the law's clock makes of them.

use case::plan::ExpectedEnd;
use case::{Act, Refusal, Role};
use law::duty::{DutyAct, DutyKind, DutyState};

use crate::given::given;
use crate::samples::{
    DISCHARGED, GOAL, LIMIT, MONDAY, RECEIVED, april, discharge_confirmed, first_contact, hold_training,
    inform_of_private_choice, not_before, offer_declined, offer_start, offer_withdrawn, plan_but, plan_received,
    plan_with_words, private_choice_informed, received, start_limit_read, start_offered, training_held,
};

#[test]
fn the_law_gives_seven_calendar_days_from_discharge_and_hjoerring_seven_from_receipt() {
    // SUL140-STAT-7-DAYS and HJ-START-7D side by side (CF-START-CLOCK-RECEIPT-VS-DISCHARGE, SUL140-STAT-LOCAL-CLOCK-APART).
    let discharged = given([plan_received(), discharge_confirmed(DISCHARGED)]);
    let clocks = case::clocks(&[discharged.law(MONDAY), discharged.goal(MONDAY)]);
    assert_eq!(clocks.law.and_then(|law| law.due), Some(LIMIT));
    assert_eq!(clocks.goal.and_then(|goal| goal.due), Some(GOAL));
}

#[test]
fn an_offer_in_time_stops_the_laws_clock_on_the_day_it_is_made() {
    let offered = given([plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, LIMIT)]);
    let law = offered.law(MONDAY);
    assert_eq!((law.state, law.fulfilled_on()), (DutyState::Fulfilled, Some(MONDAY)));
    assert_eq!(offered.law(april(20)).state, DutyState::Fulfilled);
    assert_eq!(offered.word_of_private_choice(april(20)), None);
}

#[test]
fn an_offer_in_time_leaves_the_goal_open_until_training_is_held() {
    // CF-START-MEANING: the goal asks for the training, the law for the offer.
    let offered = || vec![plan_received(), start_offered(MONDAY, april(1))];
    assert_eq!(given(offered()).goal(MONDAY).state, DutyState::Open);
    assert_eq!(given(offered()).goal(LIMIT).state, DutyState::Overdue);
    let trained = given([offered(), vec![training_held(april(1))]].concat());
    assert_eq!(trained.goal(april(1)).state, DutyState::Fulfilled);
}

#[test]
fn a_late_offer_leaves_the_clock_running_and_opens_the_private_choice_the_same_day() {
    // DS-LAW-140-4-CHOICE, DS-LAW-140-6-INFORM: foreseen, not only after the breach.
    let late = given([plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, april(4))]);
    assert_eq!(late.law(MONDAY).state, DutyState::Open);
    assert_eq!(late.law(april(4)).state, DutyState::Overdue);
    assert_eq!(late.word_of_private_choice(MONDAY), Some(DutyState::Open));
    assert_eq!(late.word_of_private_choice(april(1)), Some(DutyState::Overdue));
    late.when(inform_of_private_choice(), MONDAY).then_recorded(private_choice_informed(MONDAY));
}

#[test]
fn the_day_after_a_limit_without_an_offer_the_choice_opens_by_itself() {
    let silent = given([plan_received(), discharge_confirmed(DISCHARGED), first_contact(MONDAY)]);
    assert_eq!(silent.word_of_private_choice(LIMIT), None);
    assert_eq!(silent.word_of_private_choice(april(4)), Some(DutyState::Open));
    silent.when(inform_of_private_choice(), LIMIT).then_refused(Refusal::NoPrivateChoice);
    silent.when(inform_of_private_choice(), april(4)).then_recorded(private_choice_informed(april(4)));
}

#[test]
fn telling_of_it_fulfils_that_duty_and_leaves_the_clock_red() {
    let told = given([plan_received(), discharge_confirmed(DISCHARGED), private_choice_informed(april(4))]);
    assert_eq!(told.word_of_private_choice(april(4)), Some(DutyState::Fulfilled));
    assert_eq!(told.law(april(4)).state, DutyState::Overdue);
}

#[test]
fn training_that_begins_late_fulfils_the_duty_late() {
    let late = given([plan_received(), discharge_confirmed(DISCHARGED), training_held(april(9))]);
    assert_eq!(late.law(april(9)).state, DutyState::FulfilledLate);
    assert_eq!(late.goal(april(9)).state, DutyState::FulfilledLate);
}

#[test]
fn training_held_in_time_shows_that_a_start_was_possible_though_nobody_recorded_the_offer() {
    let trained = given([plan_received(), discharge_confirmed(DISCHARGED), training_held(april(2))]);
    assert_eq!(trained.law(april(2)).state, DutyState::Fulfilled);
    assert_eq!(trained.word_of_private_choice(april(20)), None, "nothing is late");
}

#[test]
fn training_before_the_start_that_was_offered_counts_for_more_than_the_offer() {
    let earlier = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(20)),
        training_held(april(2)),
    ]);
    assert_eq!(earlier.law(april(2)).state, DutyState::Fulfilled);
    assert_eq!(earlier.word_of_private_choice(april(2)), None);
}

// ---------- declined ----------

#[test]
fn a_declined_offer_in_time_stops_both_clocks_and_gives_no_right() {
    // CF-START-MEANING: the right doesn't arise, and the goal is met by the offer.
    let declined = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(1)),
        offer_declined(MONDAY),
    ]);
    assert_eq!(declined.law(april(20)).state, DutyState::Fulfilled);
    assert_eq!(declined.goal(april(20)).state, DutyState::Fulfilled);
    assert_eq!(declined.word_of_private_choice(april(20)), None);
}

#[test]
fn a_declined_late_offer_stops_neither() {
    let declined = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(9)),
        offer_declined(MONDAY),
    ]);
    assert_eq!(declined.law(april(4)).state, DutyState::Overdue);
    assert_eq!(declined.goal(april(4)).state, DutyState::Overdue);
    assert_eq!(declined.word_of_private_choice(MONDAY), Some(DutyState::Open));
}

#[test]
fn no_to_a_later_start_is_no_answer_to_the_one_in_time() {
    // The first start came to nothing without the citizen having said no to it: the goal isn't met by that offer.
    let moved = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(1)),
        start_offered(april(1), april(20)),
        offer_declined(april(1)),
    ]);
    assert_eq!(moved.goal(LIMIT).state, DutyState::Overdue);
    assert_eq!(moved.law(LIMIT).state, DutyState::Fulfilled, "an offer in time was made");
}

#[test]
fn no_to_a_late_start_is_no_answer_to_the_earlier_one_that_follows() {
    let better = || {
        vec![
            plan_received(),
            discharge_confirmed(DISCHARGED),
            start_offered(MONDAY, april(9)),
            offer_declined(MONDAY),
            start_offered(april(1), april(2)),
        ]
    };
    assert_eq!(given(better()).goal(april(1)).state, DutyState::Open, "nobody has said no to the second of April");
    let declined = given([better(), vec![offer_declined(april(2))]].concat());
    let goal = declined.goal(april(2));
    assert_eq!((goal.state, goal.fulfilled_on()), (DutyState::Fulfilled, Some(april(1))));
}

// ---------- a second offer ----------

#[test]
fn a_second_offer_that_is_earlier_can_still_be_in_time() {
    let better = || {
        [
            plan_received(),
            discharge_confirmed(DISCHARGED),
            start_offered(MONDAY, april(9)),
            start_offered(april(1), april(2)),
        ]
    };
    let law = given(better()).law(april(1));
    assert_eq!((law.state, law.fulfilled_on()), (DutyState::Fulfilled, Some(april(1))));
    assert_eq!(given(better()).word_of_private_choice(april(1)), None, "the right has fallen away");
    assert_eq!(given(better()).word_of_private_choice(MONDAY), Some(DutyState::Open), "and was there before");
}

#[test]
fn what_the_citizen_was_told_while_there_was_a_right_stays_told() {
    let told = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(9)),
        private_choice_informed(MONDAY),
        start_offered(april(1), april(2)),
    ]);
    assert_eq!(told.word_of_private_choice(april(1)), Some(DutyState::Fulfilled));
}

#[test]
fn a_second_offer_that_is_later_takes_nothing_back() {
    let later = given([
        plan_received(),
        discharge_confirmed(DISCHARGED),
        start_offered(MONDAY, april(1)),
        start_offered(april(1), april(15)),
    ]);
    assert_eq!(later.law(april(15)).state, DutyState::Fulfilled);
    assert_eq!(later.word_of_private_choice(april(15)), None);
}

#[test]
fn a_later_start_is_not_offered_beside_one_that_stands() {
    let offered = || vec![plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, april(1))];
    given(offered()).when(offer_start(april(15)), april(1)).then_refused(Refusal::OfferStands { start: april(1) });
    given(offered()).when(offer_start(april(1)), april(1)).then_accepted();

    let declined = given([offered(), vec![offer_declined(april(1))]].concat());
    declined.when(offer_start(april(15)), april(1)).then_accepted();
    assert_eq!(declined.law(april(15)).state, DutyState::Fulfilled, "the citizen's no makes the municipality no later");
}

#[test]
fn an_offer_taken_back_starts_the_laws_clock_again_and_opens_the_private_choice_once_it_is_late() {
    let withdraw = || Act::WithdrawOffer { reason: "holdet er fyldt".into() };
    let offered = || vec![plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, april(1))];
    given(offered()).when(withdraw(), april(1)).then_recorded(offer_withdrawn(april(1)));

    let withdrawn = given([offered(), vec![offer_withdrawn(april(1))]].concat());
    assert_eq!(withdrawn.law(MONDAY).state, DutyState::Fulfilled, "it stood until then");
    assert_eq!(withdrawn.law(april(1)).state, DutyState::Open);
    assert_eq!(withdrawn.law(april(4)).state, DutyState::Overdue);
    withdrawn.when(withdraw(), april(2)).then_refused(Refusal::NoOffer);
    withdrawn.when(offer_start(april(15)), april(2)).then_accepted();

    let late = given([offered(), vec![offer_withdrawn(april(1)), start_offered(april(2), april(15))]].concat());
    assert_eq!(late.word_of_private_choice(april(2)), Some(DutyState::Open));
}

#[test]
fn no_training_is_held_before_the_citizen_has_left_the_hospital() {
    let expected = given([plan_received()]);
    let refused = Refusal::BeforeDischarge { held: RECEIVED, discharged: DISCHARGED };
    expected.when(hold_training(), RECEIVED).then_refused(refused);
    expected.when(hold_training(), MONDAY).then_accepted();
}

// ---------- a start that the citizen can't take up ----------

#[test]
fn no_start_is_offered_for_a_day_before_the_discharge_or_before_the_plans_own_day() {
    let discharged = given([plan_received(), discharge_confirmed(april(5))]);
    discharged
        .when(offer_start(april(4)), april(5))
        .then_refused(Refusal::StartBeforeOffer { start: april(4), made: april(5) });
    discharged
        .when_recorded(Role::Therapist, offer_start(april(4)), MONDAY, april(6))
        .then_refused(Refusal::StartBeforeDischarge { start: april(4), discharged: april(5) });

    let later = given([
        received(plan_with_words("Genoptræning kan tidligst påbegyndes 08-04-2026.")),
        discharge_confirmed(DISCHARGED),
        start_limit_read(not_before(april(8)), MONDAY),
    ]);
    later
        .when(offer_start(april(7)), MONDAY)
        .then_refused(Refusal::StartBeforePlanDate { start: april(7), earliest: april(8) });
    later.when(offer_start(april(8)), MONDAY).then_accepted();
}

#[test]
fn an_offer_of_a_day_that_turned_out_to_lie_before_the_discharge_was_none() {
    let early = || vec![plan_received(), start_offered(MONDAY, april(1)), discharge_confirmed(april(5))];
    let moved = given(early());
    assert_eq!((moved.law(april(13)).due, moved.law(april(13)).state), (Some(april(12)), DutyState::Overdue));
    assert_eq!(moved.word_of_private_choice(april(13)), Some(DutyState::Open));

    let declined = given([early(), vec![offer_declined(april(6)), start_offered(april(6), april(9))]].concat());
    let law = declined.law(april(13));
    assert_eq!((law.state, law.fulfilled_on()), (DutyState::Fulfilled, Some(april(6))), "the later offer counts");
}

#[test]
fn training_that_nobody_recorded_an_offer_of_is_no_offer() {
    let trained = given([plan_received(), discharge_confirmed(DISCHARGED), training_held(april(2))]);
    let known = case::facts(trained.case(), april(5));
    assert_eq!(known.slot(law::fact::TRAINING_OFFER_MADE_ON.id()), &law::fact::Slot::Absent);
    assert_eq!(trained.law(april(5)).state, DutyState::Fulfilled);
    assert_eq!(trained.word_of_private_choice(april(5)), None, "a start in time was possible");
}

// ---------- while the discharge is unknown ----------

#[test]
fn an_offer_while_nobody_knows_the_discharge_waits_for_it() {
    let in_words = || received(plan_but(|plan| plan.contact.end = ExpectedEnd::InWords("efter påske".into())));
    given([in_words()]).when(offer_start(april(8)), MONDAY).then_recorded(start_offered(MONDAY, april(8)));

    let waiting = given([in_words(), start_offered(MONDAY, april(8))]);
    let law = waiting.law(april(20));
    assert_eq!((law.due, law.state), (None, DutyState::Open), "owed from the receipt, and no day is counted from it");
    assert_eq!(law.opens_on, Some(RECEIVED));
    assert_eq!(law.missing.iter().map(law::fact::FactId::name).collect::<Vec<_>>(), ["hospital.discharged_on"]);
    assert_eq!(waiting.word_of_private_choice(april(20)), None);

    let known = given([in_words(), start_offered(MONDAY, april(8)), discharge_confirmed(april(6))]);
    assert_eq!(known.law(april(6)).state, DutyState::Fulfilled);
    let known_late = given([in_words(), start_offered(MONDAY, april(8)), discharge_confirmed(DISCHARGED)]);
    assert_eq!(known_late.law(MONDAY).state, DutyState::Open, "the start lies five days after the limit");
    assert!(known_late.duty(DutyAct::InformPrivateChoice, DutyKind::Law, MONDAY).is_some());
}
