//! A second plan is a second case; a person decides what it is to the first (CF-REALLOCATION-VS-NEW-PLAN).

use case::event::{EnteredInError, SecondPlanDecided, SecondPlanOutcome, StartLimitReading, Succeeded, TrainingLevel};
use case::{Act, Case, CaseId, Decision, Event, EventNumber, Refusal, Role};
use jiff::civil::{Date, date};
use law::duty::{DutyAct, DutyKind, DutyState};

use crate::given::{Given, at_ten, case_of, command, given};
use crate::samples::{
    AAGE, DISCHARGED, Happened, MONDAY, april, case_id, course_ended, decide_second_plan, discharge_confirmed,
    earlier_id, expected, first_contact, hold_training, level_assessed, mark_in_error, offer_start, plan, plan_but,
    plan_received, private_supplier, provider_chosen, readmitted, received_on, start_limit_read, start_offered,
    succeeded, training_held,
};
use case::citizen_number::StatedNumber;

/// Ruddi's first plan came on 18 March, and training began on 24 March.
fn earlier_course() -> Case {
    case_of(earlier_id(), earlier_events())
}

fn earlier_events() -> Vec<Happened> {
    let first = plan_but(|plan| {
        plan.contact.start = Some(crate::samples::day(date(2026, 3, 10)));
        plan.contact.end = expected(date(2026, 3, 18));
    });
    vec![
        received_on(first, date(2026, 3, 18)),
        discharge_confirmed(date(2026, 3, 18)),
        first_contact(date(2026, 3, 19)),
        start_offered(date(2026, 3, 19), date(2026, 3, 24)),
        level_assessed(date(2026, 3, 24), TrainingLevel::Basic),
        training_held(date(2026, 3, 24)),
        training_held(date(2026, 3, 26)),
    ]
}

fn second() -> Given {
    given([plan_received()])
}

/// The second case after the decision, as the store would record it.
fn after(decision: &Decision, on: Date) -> Given {
    let [event] = decision.here.as_slice() else { panic!("one event here: {decision:?}") };
    given([plan_received(), Happened { event: event.clone(), on, role: Role::Therapist }])
}

fn decide(outcome: SecondPlanOutcome) -> Decision {
    second().and(&earlier_course()).when(decide_second_plan(&earlier_id(), outcome), MONDAY).then_accepted()
}

fn succession(outcome: SecondPlanOutcome) -> Vec<(CaseId, Event)> {
    vec![(earlier_id(), Event::Succeeded(Succeeded { by: case_id(), outcome }))]
}

// ---------- the three outcomes ----------

#[test]
fn a_plan_that_replaces_closes_the_earlier_case_and_carries_its_course_on() {
    let decision = decide(SecondPlanOutcome::Replaces);
    assert_eq!(decision.elsewhere, succession(SecondPlanOutcome::Replaces));
    let replaced = after(&decision, MONDAY);
    // Offered, begun, contacted, told, assessed: all of it in the earlier case, and none of it asked for again.
    assert_eq!(replaced.law(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(replaced.goal(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(replaced.contact(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(replaced.word_of_choice(MONDAY), DutyState::Fulfilled);
    assert_eq!(replaced.owed(MONDAY), [DutyAct::ReviewCourse], "three months from the first training");
    assert_eq!(replaced.law(MONDAY).due, Some(date(2026, 3, 25)), "the law's clock is the one from 18 March");
}

#[test]
fn before_the_day_of_the_decision_the_plan_stood_alone() {
    let replaced = after(&decide(SecondPlanOutcome::Replaces), MONDAY);
    assert_eq!(replaced.law(date(2026, 3, 29)).state, DutyState::Open);
    assert_eq!(replaced.law(date(2026, 3, 29)).due, Some(april(3)));
}

#[test]
fn what_is_carried_keeps_its_day_its_role_and_who_recorded_it_but_not_the_notes() {
    let decision = decide(SecondPlanOutcome::Replaces);
    let [Event::SecondPlanDecided(SecondPlanDecided { carried, .. })] = decision.here.as_slice() else { panic!() };
    let names: Vec<_> = carried.iter().map(|carried| (carried.0.number.0, carried.0.event.name())).collect();
    let expected = [
        (2, "discharge_confirmed.v1"),
        (3, "first_contact_made.v1"),
        (4, "start_offered.v1"),
        (5, "level_assessed.v1"),
        (6, "training_held.v1"),
    ];
    assert_eq!(names, expected, "of the trainings the first alone");
    let first = &carried[1].0;
    let there = earlier_course();
    assert_eq!(first, &there.history()[2]);
    assert!(matches!(&carried[4].0.event, Event::TrainingHeld(held) if held.note.is_empty()));
}

#[test]
fn a_stay_in_hospital_and_a_chosen_provider_are_carried_too() {
    let events = [earlier_events(), vec![provider_chosen(MONDAY, private_supplier()), readmitted(MONDAY)]].concat();
    let decision = second()
        .and(&case_of(earlier_id(), events))
        .when(decide_second_plan(&earlier_id(), SecondPlanOutcome::Replaces), MONDAY)
        .then_accepted();
    let replaced = after(&decision, MONDAY);
    assert_eq!(replaced.case().provider(MONDAY), Some((private_supplier(), MONDAY)));
    assert!(replaced.case().is_in_hospital(MONDAY));
    replaced.when(Act::RecordDischargeAgain, april(2)).then_accepted();
}

#[test]
fn what_the_earlier_plan_said_of_the_start_is_not_carried() {
    let reading = StartLimitReading::NoLimit;
    let events = [earlier_events(), vec![start_limit_read(reading, MONDAY)]].concat();
    let decision = second()
        .and(&case_of(earlier_id(), events))
        .when(decide_second_plan(&earlier_id(), SecondPlanOutcome::Replaces), MONDAY)
        .then_accepted();
    assert_eq!(after(&decision, MONDAY).case().start_limit(MONDAY), None);
}

#[test]
fn a_third_plan_carries_what_the_second_carried() {
    let decision = decide(SecondPlanOutcome::Replaces);
    let second = after(&decision, MONDAY);
    let third = CaseId::new(2026, 500);
    let third_case = case_of(third.clone(), [received_on(plan(), april(1))]);
    let act = decide_second_plan(second.case().id(), SecondPlanOutcome::Replaces);
    let command = command(&third, act, april(1), Role::Therapist);
    let decision = case::decide(&third_case, Some(second.case()), &command, Some(&crate::samples::standard())).unwrap();
    let [Event::SecondPlanDecided(decided)] = decision.here.as_slice() else { panic!() };
    assert_eq!(decided.carried.len(), 5);
}

#[test]
fn a_plan_that_restarts_closes_the_earlier_case_and_has_clocks_of_its_own() {
    let decision = decide(SecondPlanOutcome::Restarts);
    assert_eq!(decision.elsewhere, succession(SecondPlanOutcome::Restarts));
    let restarted = after(&decision, MONDAY);
    assert_eq!((restarted.law(MONDAY).state, restarted.law(MONDAY).due), (DutyState::Open, Some(april(3))));
    assert_eq!(restarted.contact(MONDAY).state, DutyState::Open);
}

#[test]
fn a_plan_beside_leaves_the_earlier_case_open() {
    let decision = decide(SecondPlanOutcome::Beside);
    assert_eq!(decision.elsewhere, Vec::new());
    assert_eq!(after(&decision, MONDAY).law(MONDAY).state, DutyState::Open);
}

#[test]
fn what_was_still_owed_in_the_earlier_case_falls_away_and_what_was_fulfilled_stands() {
    let later = CaseId::new(2026, 413);
    let case =
        given([plan_received(), first_contact(DISCHARGED), succeeded(MONDAY, later, SecondPlanOutcome::Replaces)]);
    assert_eq!(case.law(MONDAY).state, DutyState::Lapsed);
    assert_eq!(case.goal(MONDAY).state, DutyState::Lapsed);
    assert_eq!(case.contact(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(case.owed(MONDAY), Vec::<DutyAct>::new());
    assert!(!case.owed(DISCHARGED).is_empty(), "on the day before it was still owed");
    assert_eq!(
        case.duty(DutyAct::InformPrivateChoice, DutyKind::Law, april(4)).map(|duty| duty.state),
        Some(DutyState::Lapsed)
    );
}

#[test]
fn an_offer_that_was_carried_can_be_declined() {
    let replaced = after(&decide(SecondPlanOutcome::Replaces), MONDAY);
    replaced.when(Act::DeclineOffer { reason: "rejser bort".into() }, april(1)).then_accepted();
}

// ---------- which case can be named ----------

fn refused(earlier: &Case, named: &CaseId) -> Refusal {
    let act = decide_second_plan(named, SecondPlanOutcome::Replaces);
    second().and(earlier).when(act, MONDAY).result().expect_err("refused")
}

#[test]
fn only_an_earlier_open_case_of_the_same_person_can_be_named() {
    let no = Refusal::NoEarlierCase;
    let elsewhere = CaseId::new(2025, 7);
    assert_eq!(refused(&earlier_course(), &elsewhere), no(elsewhere.clone()), "another than was fetched");
    assert_eq!(refused(second().case(), &case_id()), no(case_id()), "itself");
    let closed = case_of(earlier_id(), [earlier_events(), vec![course_ended(date(2026, 3, 28))]].concat());
    assert_eq!(refused(&closed, &earlier_id()), no(earlier_id()), "closed");
    let aages = plan_but(|plan| plan.citizen.number = StatedNumber::read(AAGE));
    let aages = case_of(earlier_id(), [received_on(aages, date(2026, 3, 18))]);
    assert_eq!(refused(&aages, &earlier_id()), no(earlier_id()), "another person's");
    let later = case_of(earlier_id(), [received_on(plan(), april(1))]);
    assert_eq!(refused(&later, &earlier_id()), no(earlier_id()), "a later plan");
    let opened_later = CaseId::new(2026, 413);
    let same_day = case_of(opened_later.clone(), [plan_received()]);
    assert_eq!(refused(&same_day, &opened_later), no(opened_later), "the same day, opened later");
}

#[test]
fn a_case_that_was_not_fetched_cannot_be_named() {
    second()
        .when(decide_second_plan(&earlier_id(), SecondPlanOutcome::Beside), MONDAY)
        .then_refused(Refusal::NoEarlierCase(earlier_id()));
}

#[test]
fn a_replacement_number_may_be_the_same_persons() {
    let with_replacement = plan_but(|plan| plan.citizen.number = StatedNumber::read("not a number"));
    let earlier = case_of(earlier_id(), [received_on(with_replacement, date(2026, 3, 18))]);
    second().and(&earlier).when(decide_second_plan(&earlier_id(), SecondPlanOutcome::Beside), MONDAY).then_accepted();
}

#[test]
fn it_is_decided_once() {
    let decided = after(&decide(SecondPlanOutcome::Beside), MONDAY).and(&earlier_course());
    decided
        .when(decide_second_plan(&earlier_id(), SecondPlanOutcome::Replaces), april(1))
        .then_refused(Refusal::AlreadyDecided(earlier_id()));
}

// ---------- corrected in both cases ----------

fn succeeded_course(outcome: SecondPlanOutcome) -> Case {
    case_of(earlier_id(), [earlier_events(), vec![succeeded(MONDAY, case_id(), outcome)]].concat())
}

#[test]
fn a_wrong_decision_is_corrected_in_both_cases_at_once() {
    for outcome in [SecondPlanOutcome::Replaces, SecondPlanOutcome::Restarts] {
        let decided = after(&decide(outcome), MONDAY).and(&succeeded_course(outcome));
        let decision = decided.when(mark_in_error(2), april(1)).then_accepted();
        let error = |number| {
            Event::EnteredInError(EnteredInError { number: EventNumber(number), reason: "forkert borger".into() })
        };
        assert_eq!(decision.here, [error(2)]);
        assert_eq!(decision.elsewhere, [(earlier_id(), error(8))]);
    }
}

#[test]
fn after_the_correction_the_earlier_case_is_open_and_the_later_stands_alone() {
    let earlier = [
        earlier_events(),
        vec![succeeded(MONDAY, case_id(), SecondPlanOutcome::Replaces), crate::samples::entered_in_error(april(1), 8)],
    ];
    let earlier = given(earlier.concat());
    assert_eq!(earlier.case().closed_on(april(1)), None);
    earlier.when(hold_training(), april(1)).then_accepted();

    let decision = decide(SecondPlanOutcome::Replaces);
    let decided = Happened { event: decision.here[0].clone(), on: MONDAY, role: Role::Therapist };
    let later = given([plan_received(), decided, crate::samples::entered_in_error(april(1), 2)]);
    assert_eq!(later.law(april(1)).state, DutyState::Open, "nothing is carried any longer");
    later
        .and(&earlier_course())
        .when(decide_second_plan(&earlier_id(), SecondPlanOutcome::Restarts), april(1))
        .then_accepted();
}

#[test]
fn a_decision_to_run_beside_is_corrected_here_alone() {
    let decided = after(&decide(SecondPlanOutcome::Beside), MONDAY);
    assert_eq!(decided.when(mark_in_error(2), april(1)).then_accepted().elsewhere, Vec::new());
}

#[test]
fn half_a_correction_is_refused() {
    after(&decide(SecondPlanOutcome::Replaces), MONDAY)
        .when(mark_in_error(2), april(1))
        .then_refused(Refusal::OtherCaseMissing(earlier_id()));
}

#[test]
fn whoever_carries_a_command_out_is_told_which_other_case_to_fetch() {
    let decided = after(&decide(SecondPlanOutcome::Replaces), MONDAY);
    let other = |act: Act| act.other_case(decided.case());
    assert_eq!(other(decide_second_plan(&CaseId::new(2026, 9), SecondPlanOutcome::Beside)), Some(CaseId::new(2026, 9)));
    assert_eq!(other(mark_in_error(2)), Some(earlier_id()));
    assert_eq!(other(mark_in_error(1)), None);
    assert_eq!(other(offer_start(MONDAY)), None);
}

#[test]
fn what_was_carried_is_written_and_read_back_within_the_decision() {
    let decision = decide(SecondPlanOutcome::Replaces);
    let event = &decision.here[0];
    let read = Event::read(event.name(), &event.content().unwrap()).unwrap();
    assert_eq!(read, *event);
    let case = case_of(case_id(), [plan_received(), Happened { event: read, on: MONDAY, role: Role::Therapist }]);
    assert_eq!(case.as_known_at(at_ten(MONDAY)).unwrap().first_training(MONDAY), Some(date(2026, 3, 24)));
}
