//! »No plan« and »was in hospital« are never the two answers to one person (CF-HOSPITAL-CONTACT-GAP).

use jiff::civil::{Date, date};
use law::book;
use law::fact::{self, FactId, Facts, HospitalContactKinds, NeedCauses, Set, Slot, Value};
use law::rights::Right;
use law::ruling::Ruling;
use law::trace::Silent;
use law::{Inquiry, Outcome};

const AS_OF: Date = date(2026, 3, 10);

fn statements() -> [Slot; 5] {
    let told = [true, false].map(|is| Slot::Known(Value::Bool(is)));
    let [yes, no] = told;
    [Slot::NotYet, Slot::Absent, Slot::Unknowable, yes, no]
}

fn contacts() -> [Option<Set<HospitalContactKinds>>; 5] {
    use HospitalContactKinds::{Admission, OutPatient};
    [
        None,
        Some(Set::NONE),
        Some(Set::of(&[Admission])),
        Some(Set::of(&[OutPatient])),
        Some(Set::of(&[Admission, OutPatient])),
    ]
}

/// An adult with everything else that § 86, stk. 1, asks for.
fn adult() -> Facts {
    let mut facts = Facts::new();
    facts
        .set(fact::CITIZEN_BORN_ON, date(1980, 1, 1))
        .set(fact::CITIZEN_PHYSICAL_ABILITY_REDUCED, true)
        .set(fact::NEED_CAUSES, Set::of(&[NeedCauses::Illness]));
    facts
}

fn answer(right: Right, facts: &Facts) -> Ruling {
    right.ask(&mut Inquiry::new(facts, AS_OF, &mut Silent))
}

fn discharges() -> [Slot; 3] {
    [Slot::NotYet, Slot::Absent, Slot::Known(Value::Date(date(2026, 3, 1)))]
}

#[test]
fn no_plan_and_was_in_hospital_never_stand_together_whatever_is_known_of_the_hospital() {
    let mut asked_the_hospital = 0;
    for plan in statements() {
        for treated in statements() {
            for kinds in contacts() {
                for discharged in discharges() {
                    let mut facts = adult();
                    let put = |facts: &mut Facts, fact: FactId, slot: &Slot| facts.put(fact, slot.clone());
                    put(&mut facts, fact::PLAN_ISSUED.id(), &plan);
                    put(&mut facts, fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION.id(), &treated);
                    put(&mut facts, fact::HOSPITAL_DISCHARGED_ON.id(), &discharged);
                    if let Some(kinds) = kinds {
                        facts.set(fact::HOSPITAL_CONTACT_KINDS, kinds);
                    }
                    let after_hospital = answer(Right::TrainingAfterHospital, &facts);
                    let without_plan = answer(Right::TrainingWithoutPlan, &facts);
                    let no_plan = after_hospital == Ruling { outcome: Outcome::No, by: book::HJ_LAW_140 };
                    let in_hospital =
                        without_plan == Ruling { outcome: Outcome::No, by: book::SEL86_1_COND_NOT_HOSPITAL };
                    assert!(!(no_plan && in_hospital), "{facts:?}");
                    asked_the_hospital += u32::from(in_hospital && matches!(after_hospital.outcome, Outcome::Judge(_)));
                }
            }
        }
    }
    assert!(asked_the_hospital > 0, "the hospital is asked somewhere");
}
