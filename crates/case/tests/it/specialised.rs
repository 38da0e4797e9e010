//! Training that must take place in a hospital: the plan is recorded, and no clock runs for the municipality.

use law::duty::DutyAct;

use crate::given::given;
use crate::samples::{DISCHARGED, MONDAY, RECEIVED, april, plan_with_words, received, specialised_plan};
use case::plan::PlanType;

#[test]
fn specialised_training_raises_no_clock_of_the_municipalitys() {
    // CF-CONTACT-ONLY-ALMEN, DS-LAW-140-4-NOT-IN-HOSPITAL, SUL140-STAT-NOT-IN-HOSPITAL.
    let case = given([received(specialised_plan())]);
    for on in [RECEIVED, DISCHARGED, MONDAY, april(20)] {
        assert_eq!(case.owed(on), Vec::<DutyAct>::new(), "on {on}");
        assert!(case::foreseen(case.case(), Some(&crate::samples::standard()), on).is_empty());
    }
}

#[test]
fn its_case_says_so_and_speaks_of_no_limit() {
    let mut plan = plan_with_words("Senest 10-04-2026");
    plan.plan_type = PlanType::SpecialisedTraining;
    let notices = given([received(plan)]).notices(MONDAY);
    assert_eq!(
        notices,
        [
            "Sygehuset har valgt specialiseret genoptræning. Den foregår på et sygehus, og kommunen har ingen frist for start."
        ]
    );
}
