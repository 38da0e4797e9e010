//! Who may do what stands in the standard (CF-WHO-DECIDES): here Hjørring's, 001.

use case::{ActKind, Refusal, Role};
use law::standards::{Permission, Standard};

use crate::given::given;
use crate::samples::{
    MONDAY, discharge_confirmed, first_contact, inform_of_private_choice, mark_in_error, not_before, offer_start,
    one_of_each_act, plan_received, record_first_contact, standard,
};
use case::event::SecondPlanOutcome;
use case::{Act, CaseId};

/// The roles of 001 that may do an act. HJ-LEVEL-ASSESSMENT, HJ-CONTACT-3WD and HJ-EXTENSION-WHO name the therapist alone.
fn of_hjoerring(kind: ActKind) -> &'static [Role] {
    match kind {
        ActKind::RecordFirstContact | ActKind::AssessLevel | ActKind::HoldTraining | ActKind::ReviewCourse => {
            &[Role::Therapist]
        }
        ActKind::RecordContactAttempt
        | ActKind::OfferStart
        | ActKind::DeclineOffer
        | ActKind::WithdrawOffer
        | ActKind::InformOfChoice
        | ActKind::InformOfPrivateChoice
        | ActKind::ChooseProvider
        | ActKind::ReadStartLimit
        | ActKind::ConfirmDischarge
        | ActKind::RecordReadmission
        | ActKind::RecordDischargeAgain
        | ActKind::DecideSecondPlan
        | ActKind::MarkInError => &[Role::Therapist, Role::CaseOfficer],
        // Nobody is asked for leave: the law's own bar answers.
        ActKind::RefusePlan | ActKind::ChangePlanType => &[],
    }
}

fn is_for(kind: ActKind, role: Role, standard: Option<&Standard>) -> bool {
    let case = given([plan_received(), discharge_confirmed(MONDAY)]);
    let act = one_of_each_act(MONDAY).into_iter().find(|act| act.kind() == kind).expect("one of each");
    let command = crate::given::command(case.case().id(), act, MONDAY, role);
    !matches!(case::decide(case.case(), None, &command, standard), Err(Refusal::NotPermitted { .. }))
}

#[test]
fn each_act_is_for_the_roles_that_the_standard_names_and_for_no_other() {
    let standard = standard();
    for kind in ActKind::ALL.into_iter().filter(|kind| !of_hjoerring(*kind).is_empty()) {
        for role in Role::OF_PEOPLE {
            let expected = of_hjoerring(kind).contains(&role);
            assert_eq!(is_for(kind, role, Some(&standard)), expected, "{} by {role:?}", kind.word());
        }
    }
}

#[test]
fn without_a_standard_nobody_is_named_and_nobody_may() {
    for kind in ActKind::ALL.into_iter().filter(|kind| !of_hjoerring(*kind).is_empty()) {
        for role in Role::OF_PEOPLE {
            assert!(!is_for(kind, role, None), "{} by {role:?}", kind.word());
        }
    }
}

#[test]
fn a_refusal_says_who_may() {
    given([plan_received()]).when_by(Role::CaseOfficer, record_first_contact(), MONDAY).then_refused(
        Refusal::NotPermitted { act: "record_first_contact", role: Role::CaseOfficer, allowed: vec![Role::Therapist] },
    );
}

#[test]
fn what_another_system_reports_needs_nobodys_leave() {
    given([plan_received()]).when_by(Role::System, offer_start(MONDAY), MONDAY).then_accepted();
    given([plan_received()]).when_by(Role::System, record_first_contact(), MONDAY).then_recorded(first_contact(MONDAY));
}

#[test]
fn no_system_reads_decides_or_corrects_for_a_person() {
    for act in [
        Act::ReadStartLimit { reading: not_before(MONDAY) },
        crate::samples::decide_second_plan(&CaseId::new(2026, 1), SecondPlanOutcome::Replaces),
        mark_in_error(2),
    ] {
        let refused = given([plan_received(), discharge_confirmed(MONDAY)]).when_by(Role::System, act, MONDAY);
        assert!(matches!(refused.result(), Err(Refusal::NotPermitted { .. })));
    }
}

#[test]
fn a_standard_that_names_the_system_gives_it_no_persons_act() {
    let mut standard = standard();
    standard.acts = vec![Permission { act: "mark_in_error".into(), roles: vec!["system".into(), "janitor".into()] }];
    given([plan_received(), discharge_confirmed(MONDAY)])
        .under(standard)
        .when_by(Role::System, mark_in_error(2), MONDAY)
        .then_refused(Refusal::NotPermitted { act: "mark_in_error", role: Role::System, allowed: Vec::new() });
}

#[test]
fn who_may_is_asked_before_anything_of_the_case_is_told() {
    let refused = given([plan_received()]).when_by(Role::Manager, inform_of_private_choice(), MONDAY);
    assert!(matches!(refused.result(), Err(Refusal::NotPermitted { .. })));
}
