//! Whom the citizen can choose, and whom not.

use case::Refusal;
use case::event::Provider;
use law::Language;
use law::bar::BarredAct;
use law::book;
use law::duty::DutyState;

use crate::given::{Given, given};
use crate::samples::{
    DISCHARGED, MONDAY, aalborg, april, discharge_confirmed, hjoerring, plan_but, plan_received, private_supplier,
    private_supplier_without_kl, provider_chosen, received, specialised_plan, start_offered, supplier_of,
};
use case::Act;

fn choose(provider: Provider) -> Act {
    Act::ChooseProvider { provider }
}

fn discharged() -> Given {
    given([plan_received(), discharge_confirmed(DISCHARGED)])
}

#[test]
fn the_own_unit_and_another_municipalitys_own_place_can_always_be_chosen() {
    // CHOICE-140-OWN, CHOICE-140-OTHER-INSTITUTIONS, HJ-CHOICE-OTHER-MUNICIPALITY.
    for provider in [Provider::OwnUnit, Provider::OtherMunicipality { municipality: aalborg() }] {
        discharged().when(choose(provider.clone()), MONDAY).then_recorded(provider_chosen(MONDAY, provider));
    }
}

#[test]
fn another_municipalitys_supplier_is_barred() {
    // CHOICE-140-NOT-OTHER-SUPPLIERS, HJ-CHOICE-NO-OTHER-PRIVATE, SUL140-STAT-NOT-OTHERS-EXTERNAL.
    for on in [MONDAY, april(9)] {
        discharged()
            .when(choose(supplier_of(aalborg())), on)
            .then_barred(BarredAct::ChooseProvider, "CHOICE-140-NOT-OTHER-SUPPLIERS");
    }
}

#[test]
fn a_supplier_of_the_citizens_own_municipality_can_be_chosen() {
    // CHOICE-140-OWN-SUPPLIERS.
    discharged().when(choose(supplier_of(hjoerring())), MONDAY).then_accepted();
}

#[test]
fn whose_supplier_it_is_waits_for_the_citizens_own_municipality() {
    let nobody_knows = plan_but(|plan| plan.receiver.municipality = None);
    let refused = given([received(nobody_knows)]).when(choose(supplier_of(aalborg())), MONDAY).result().unwrap_err();
    assert!(matches!(&refused, Refusal::NotSettled { rule, .. } if *rule == book::CHOICE_140_NOT_OTHER_SUPPLIERS));
    assert!(refused.say(Language::Danish).starts_with("Det kan ikke afgøres endnu."), "{refused}");
}

#[test]
fn a_private_supplier_can_be_chosen_when_the_seven_days_have_failed_and_not_before() {
    // DS-LAW-140-4-CHOICE, DS-LAW-140-5; CF-PRIVATE-CHOICE-MISSING: Hjørring's silence takes nothing away.
    let silent = discharged();
    silent
        .when(choose(private_supplier()), april(3))
        .then_barred(BarredAct::ChoosePrivateSupplier, "DS-LAW-140-4-CHOICE");
    silent.when(choose(private_supplier()), april(4)).then_recorded(provider_chosen(april(4), private_supplier()));
    let late = given([plan_received(), discharge_confirmed(DISCHARGED), start_offered(MONDAY, april(9))]);
    late.when(choose(private_supplier()), MONDAY).then_accepted();
}

#[test]
fn a_private_supplier_without_kls_agreement_is_barred_however_late_the_start() {
    // SUL140-STAT-SUPPLIERS-KL.
    discharged()
        .when(choose(private_supplier_without_kl()), april(9))
        .then_barred(BarredAct::ChoosePrivateSupplier, "DS-LAW-140-5");
}

#[test]
fn a_refusal_says_whether_the_right_is_wanting_or_the_agreement() {
    let say = |outcome: crate::given::Outcome| outcome.result().unwrap_err().say(Language::Danish);
    let no_right = say(discharged().when(choose(private_supplier()), MONDAY));
    assert!(no_right.contains("ikke ret til at vælge en privat leverandør"), "{no_right}");
    let no_agreement = say(discharged().when(choose(private_supplier_without_kl()), april(9)));
    assert!(no_agreement.contains("ingen aftale med KL"), "{no_agreement}");
    assert!(!no_agreement.contains("tilbyde en start"), "{no_agreement}");
}

#[test]
fn training_in_a_hospital_is_outside_the_private_choice() {
    // DS-LAW-140-4-NOT-IN-HOSPITAL, SUL140-STAT-NOT-IN-HOSPITAL.
    given([received(specialised_plan()), discharge_confirmed(DISCHARGED)])
        .when(choose(private_supplier()), april(20))
        .then_barred(BarredAct::ChoosePrivateSupplier, "DS-LAW-140-4-NOT-IN-HOSPITAL");
}

#[test]
fn choosing_a_private_supplier_lifts_the_offer_the_goal_and_the_word_of_the_choice_from_the_municipality() {
    let chosen =
        given([plan_received(), discharge_confirmed(DISCHARGED), provider_chosen(april(4), private_supplier())]);
    assert_eq!(chosen.law(april(4)).state, DutyState::Lapsed);
    assert_eq!(chosen.goal(april(10)).state, DutyState::Lapsed);
    assert_eq!(chosen.word_of_private_choice(april(10)), Some(DutyState::Lapsed));
}

#[test]
fn the_choice_can_be_made_over_and_nothing_is_left_of_the_one_before() {
    let chosen =
        given([plan_received(), discharge_confirmed(DISCHARGED), provider_chosen(MONDAY, supplier_of(hjoerring()))]);
    chosen.when(choose(private_supplier()), april(4)).then_accepted();
    chosen.when(choose(Provider::OtherMunicipality { municipality: aalborg() }), MONDAY).then_accepted();
    let twice = given([
        plan_received(),
        provider_chosen(MONDAY, supplier_of(hjoerring())),
        provider_chosen(april(1), Provider::OwnUnit),
    ]);
    assert_eq!(twice.case().provider(april(1)), Some((Provider::OwnUnit, april(1))));
    let facts = case::facts(twice.case(), april(1));
    assert_eq!(facts.read(law::fact::PROVIDER_CONTRACTING_MUNICIPALITY).known(), None);
}
