//! The first contact, and what the citizen is told at it.

use case::Role;
use case::event::ContactWay;
use case::{Act, Refusal};
use jiff::civil::date;
use law::duty::{DutyAct, DutyKind, DutyState};
use law::standards::Permission;

use crate::given::given;
use crate::samples::{
    DISCHARGED, MONDAY, april, choice_informed, contact_attempted, discharge_confirmed, first_contact,
    first_contact_without_word_of_the_choice, plan_received, record_first_contact, standard,
};

#[test]
fn a_therapist_owes_contact_within_three_working_days_of_the_plan() {
    // HJ-CONTACT-3WD: received on a Thursday; Friday, Monday and Tuesday are the three.
    let contact = given([plan_received()]).contact(MONDAY);
    assert_eq!(contact.due, Some(date(2026, 3, 31)));
    assert_eq!(contact.state, DutyState::Open);
    assert_eq!(given([plan_received()]).contact(april(1)).state, DutyState::Overdue);
}

#[test]
fn a_talk_with_the_citizen_fulfils_it_in_time_or_late() {
    assert_eq!(given([plan_received(), first_contact(MONDAY)]).contact(MONDAY).state, DutyState::Fulfilled);
    assert_eq!(given([plan_received(), first_contact(april(1))]).contact(april(1)).state, DutyState::FulfilledLate);
}

#[test]
fn an_attempt_without_an_answer_fulfils_nothing() {
    let attempted = given([plan_received(), contact_attempted(MONDAY), contact_attempted(date(2026, 3, 31))]);
    assert_eq!(attempted.contact(april(1)).state, DutyState::Overdue);
}

#[test]
fn a_contact_fulfils_neither_clock_of_the_start() {
    // CF-START-MEANING: a talk is no start.
    let contacted = given([plan_received(), discharge_confirmed(DISCHARGED), first_contact(MONDAY)]);
    assert_eq!(contacted.law(MONDAY).state, DutyState::Open);
    assert_eq!(contacted.goal(MONDAY).state, DutyState::Open);
}

#[test]
fn a_contact_by_a_case_officer_is_not_the_one_that_a_therapist_owes() {
    // HJ-CONTACT-3WD: "en terapeut".
    let by_officer = given([plan_received(), first_contact(MONDAY).by(Role::CaseOfficer)]);
    assert_eq!(by_officer.contact(april(1)).state, DutyState::Overdue);
}

#[test]
fn after_a_case_officers_contact_the_therapist_can_still_make_hers() {
    let mut both_may = standard();
    for act in &mut both_may.acts {
        if act.act == "record_first_contact" {
            *act = Permission { act: act.act.clone(), roles: vec!["therapist".into(), "case_officer".into()] };
        }
    }
    let by_officer = given([plan_received(), first_contact(DISCHARGED).by(Role::CaseOfficer)]).under(both_may.clone());
    by_officer.when_by(Role::Therapist, record_first_contact(), MONDAY).then_recorded(first_contact(MONDAY));
    by_officer
        .when_by(Role::CaseOfficer, record_first_contact(), MONDAY)
        .then_refused(Refusal::ContactAlreadyMade { on: DISCHARGED });

    let by_both = given([plan_received(), first_contact(DISCHARGED).by(Role::CaseOfficer), first_contact(MONDAY)]);
    let contact = by_both.contact(MONDAY);
    assert_eq!((contact.state, contact.fulfilled_on()), (DutyState::Fulfilled, Some(MONDAY)));
    by_both
        .under(both_may)
        .when_by(Role::CaseOfficer, record_first_contact(), april(1))
        .then_refused(Refusal::ContactAlreadyMade { on: MONDAY });
}

#[test]
fn a_contact_that_another_system_reports_was_made_by_its_therapist() {
    let reported = given([plan_received(), first_contact(MONDAY).by(Role::System)]);
    assert_eq!(reported.contact(MONDAY).state, DutyState::Fulfilled);
    reported.when(record_first_contact(), april(1)).then_refused(Refusal::ContactAlreadyMade { on: MONDAY });
}

#[test]
fn a_contact_recorded_late_counts_on_its_own_day() {
    given([plan_received()])
        .when_recorded(Role::Therapist, record_first_contact(), MONDAY, april(7))
        .then_recorded(first_contact(MONDAY));
    assert_eq!(given([plan_received(), first_contact(MONDAY)]).contact(april(7)).fulfilled_on(), Some(MONDAY));
}

// ---------- word of the choice ----------

#[test]
fn the_choice_is_told_of_at_the_first_contact() {
    // CHOICE-140-INFORM, SUL140-STAT-INFORM, CF-CONTACT-3WD-START-POINT.
    assert_eq!(given([plan_received()]).word_of_choice(MONDAY), DutyState::NotYet);
    assert_eq!(given([plan_received(), first_contact(MONDAY)]).word_of_choice(MONDAY), DutyState::Fulfilled);
}

#[test]
fn a_first_contact_without_word_of_the_choice_leaves_it_owed() {
    let untold = || [plan_received(), first_contact_without_word_of_the_choice(MONDAY)];
    assert_eq!(given(untold()).word_of_choice(MONDAY), DutyState::Open);
    assert_eq!(given(untold()).word_of_choice(april(1)), DutyState::Overdue);
    let told_later = given(untold().into_iter().chain([choice_informed(april(1))]));
    assert_eq!(told_later.word_of_choice(april(1)), DutyState::FulfilledLate);
}

#[test]
fn word_of_the_choice_before_the_first_contact_counts() {
    let by_letter = given([plan_received(), choice_informed(DISCHARGED)]);
    assert_eq!(by_letter.word_of_choice(DISCHARGED), DutyState::Fulfilled);
    by_letter
        .when(Act::RecordFirstContact { by: ContactWay::InPerson, choice_informed: false }, MONDAY)
        .then_accepted();
}

#[test]
fn word_of_the_choices_in_general_is_not_word_of_the_private_supplier() {
    let told = given([plan_received(), discharge_confirmed(DISCHARGED), first_contact(MONDAY)]);
    let private = told.duty(DutyAct::InformPrivateChoice, DutyKind::Law, april(4)).expect("the limit passed");
    assert_eq!(private.state, DutyState::Open);
}
