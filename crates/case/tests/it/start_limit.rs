//! The plan's own words on when training is to begin, read by a person.

use case::event::StartLimitReading;
use case::plan::PlanType;
use case::{Act, Refusal};
use law::duty::{DutyAct, DutyKind, DutyState};

use crate::given::{Given, given};
use crate::samples::{
    DISCHARGED, GOAL, Happened, LIMIT, MONDAY, RECEIVED, april, discharge_confirmed, entered_in_error, not_after,
    not_before, not_before_without_reason, offer_start, plan_but, plan_received, plan_with_words, received,
    start_limit_read, start_offered,
};

const WORDS: &str = "Genoptræning kan tidligst påbegyndes 20-04-2026.";

fn with_words() -> Vec<Happened> {
    vec![received(plan_with_words(WORDS)), discharge_confirmed(DISCHARGED)]
}

fn read_as(reading: StartLimitReading) -> Given {
    given([with_words(), vec![start_limit_read(reading, MONDAY)]].concat())
}

#[test]
fn unread_words_move_nothing_and_stand_at_the_top() {
    let unread = given(with_words());
    assert_eq!(unread.law(MONDAY).due, Some(LIMIT), "the seven days run from the discharge");
    assert_eq!(
        unread.notices(MONDAY),
        [format!(
            "Planen siger noget om start, som ingen har læst endnu: »{WORDS}« Indtil det er læst, regnes lovens frist fra udskrivningen."
        )]
    );
}

#[test]
fn words_that_say_there_is_no_limit_need_no_reading() {
    assert_eq!(
        given([received(plan_with_words("Ingen særlig frist.")), discharge_confirmed(DISCHARGED)]).notices(MONDAY),
        [""; 0]
    );
}

#[test]
fn the_reading_is_recorded_with_the_plans_own_words_beside() {
    let decision =
        given(with_words()).when(Act::ReadStartLimit { reading: not_before(april(20)) }, MONDAY).then_accepted();
    let [case::Event::StartLimitRead(read)] = decision.here.as_slice() else { panic!("{decision:?}") };
    assert_eq!((read.words.as_str(), read.reading), (WORDS, not_before(april(20))));
    given([plan_received()])
        .when(Act::ReadStartLimit { reading: StartLimitReading::NoLimit }, MONDAY)
        .then_refused(Refusal::NoStartLimit);
}

#[test]
fn a_later_start_with_a_health_reason_moves_both_clocks() {
    // DS-LAW-140-4-LATER-START, HJ-START-LATER, CF-PLAN-LATER-START.
    let later = read_as(not_before(april(20)));
    assert_eq!(later.law(MONDAY).due, Some(april(27)));
    assert_eq!(later.goal(MONDAY).due, Some(april(27)));
    assert_eq!(later.notices(MONDAY), [""; 0]);
}

#[test]
fn a_later_start_without_a_reason_moves_neither() {
    // CF-PLAN-LATER-START: the hospital is asked, and the clock doesn't wait for the answer.
    let later = read_as(not_before_without_reason(april(20)));
    assert_eq!(later.law(MONDAY).due, Some(LIMIT));
    assert_eq!(later.goal(MONDAY).due, Some(GOAL));
}

#[test]
fn each_clock_has_its_own_rule_for_a_start_within_the_seven_days() {
    // CF-PLAN-LATER-START: a date on the fourth day moves the law's limit and leaves Hjørring's.
    let within = read_as(not_before(april(1)));
    assert_eq!(within.law(MONDAY).due, Some(april(8)));
    assert_eq!(within.goal(MONDAY).due, Some(GOAL));
}

#[test]
fn an_earlier_date_is_due_on_its_own_and_leaves_the_laws_seven_days() {
    // PLAN-START-EARLIER, HJ-START-EARLIER, CF-PLAN-EARLIER-START.
    let earlier = read_as(not_after(april(1)));
    assert_eq!(earlier.law(MONDAY).due, Some(LIMIT));
    assert_eq!(earlier.goal(MONDAY).due, Some(april(1)));
    let of_the_plan = earlier.duty(DutyAct::StartTraining, DutyKind::Law, MONDAY).expect("the plan's date is owed");
    assert_eq!(of_the_plan.due, Some(april(1)));
    assert_eq!(earlier.duty(DutyAct::StartTraining, DutyKind::Law, april(2)).unwrap().state, DutyState::Overdue);
    assert_eq!(earlier.word_of_private_choice(april(2)), None, "missing it gives no private choice");
}

#[test]
fn words_that_set_no_limit_are_read_and_gone() {
    let read = read_as(StartLimitReading::NoLimit);
    assert_eq!(read.law(MONDAY).due, Some(LIMIT));
    assert_eq!(read.notices(MONDAY), [""; 0]);
}

#[test]
fn the_last_reading_counts_from_its_own_day() {
    let twice = given(
        [
            with_words(),
            vec![start_limit_read(not_before(april(20)), MONDAY), start_limit_read(not_before(april(13)), april(1))],
        ]
        .concat(),
    );
    assert_eq!(twice.law(MONDAY).due, Some(april(27)));
    assert_eq!(twice.law(april(1)).due, Some(april(20)));
}

#[test]
fn a_corrected_reading_leaves_the_words_unread() {
    let corrected = given(
        [with_words(), vec![start_limit_read(not_before(april(20)), MONDAY), entered_in_error(april(1), 3)]].concat(),
    );
    assert_eq!(corrected.law(april(1)).due, Some(LIMIT));
    assert_eq!(corrected.notices(april(1)).len(), 1);
}

#[test]
fn a_reading_can_bring_a_late_offer_into_time() {
    let late = [with_words(), vec![start_offered(MONDAY, april(20))]].concat();
    assert_eq!(given(late.clone()).word_of_private_choice(MONDAY), Some(DutyState::Open));
    let read = given([late, vec![start_limit_read(not_before(april(20)), MONDAY)]].concat());
    assert_eq!(read.law(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(read.word_of_private_choice(april(20)), None);
}

#[test]
fn specialised_rehabilitation_has_both_clocks_and_no_contact_goal() {
    // CF-CONTACT-ONLY-ALMEN.
    let plan = plan_but(|plan| plan.plan_type = PlanType::SpecialisedRehabilitation);
    let case = given([received(plan), discharge_confirmed(DISCHARGED)]);
    assert_eq!((case.law(MONDAY).due, case.goal(MONDAY).due), (Some(LIMIT), Some(GOAL)));
    assert_eq!(case.duty(DutyAct::FirstContact, DutyKind::Goal, MONDAY), None);
}

#[test]
fn a_year_typed_wrong_does_not_silence_the_clock_for_decades() {
    let far = jiff::civil::date(2062, 4, 20);
    let refusal = Refusal::FarOff { day: far, received: RECEIVED };
    for reading in [not_before(far), not_after(far)] {
        given(with_words()).when(Act::ReadStartLimit { reading }, MONDAY).then_refused(refusal.clone());
    }
    given(with_words()).when(offer_start(far), MONDAY).then_refused(refusal);
    let within = jiff::civil::date(2028, 3, 26);
    given(with_words()).when(Act::ReadStartLimit { reading: not_before(within) }, MONDAY).then_accepted();
}
