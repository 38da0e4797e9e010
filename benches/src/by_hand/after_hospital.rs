//! Sundhedsloven § 140, stk. 1.

use jiff::civil::Date;
use law::book;
use law::fact::{HospitalFinancing, HospitalKind, HospitalPatientGroup, PlanType};

use super::discharge::{Day, discharge};
use super::{Decision, Lacks, Open, Plain, Told, no};

const FIRST_DAY_OF_THE_REGION: Date = Date::constant(2027, 1, 1);

pub(super) fn entitled(plain: &Plain) -> Decision {
    let mut open = Open::NOTHING;
    match plain.plan_issued {
        Told::Value(true) => {}
        Told::NotYet => open.lacks(Lacks::plan_issued, book::HJ_LAW_140),
        Told::Value(false) | Told::Absent if need_arose_later(plain) => return no(book::SUL140_NEED_AT_DISCHARGE),
        Told::Value(false) | Told::Absent if plain.treated_in_admission == Told::Value(true) => {
            open.is_for_a_person(Lacks::NONE, book::HJ_LAW_140);
        }
        Told::Value(false) | Told::Absent => return no(book::HJ_LAW_140),
    }
    if is_for_self_training_only(plain) {
        return no(book::EGEN_PLAN_NOT_REFERRAL);
    }
    if is_paid_by_the_patient(plain) {
        return no(book::GP_SELF_PAID_NO_COMPETENCE);
    }
    match plain.need_is_somatic {
        Told::NotYet if plain.patient_group == Told::Value(HospitalPatientGroup::Psychiatric) => {
            open.lacks(Lacks::need_is_somatic, book::DEF_GENOPTRAENING_SOMATIC);
        }
        Told::Value(true) | Told::NotYet => {}
        Told::Value(false) | Told::Absent => return no(book::DEF_GENOPTRAENING_SOMATIC),
    }
    if matches!(plain.registered_in_denmark, Told::Value(false) | Told::Absent) {
        open.is_for_a_person(Lacks::NONE, book::SUL140_ENTITLED);
    }
    let discharged = discharge(plain);
    if may_be_the_regions(plain, discharged.on) {
        open.is_for_a_person(Lacks::NONE, book::SUL140_SPECIALISED_REGION);
    }
    let has_no_plan = matches!(plain.plan_issued, Told::Value(false) | Told::Absent);
    if !has_no_plan && let Some(refused) = open.rests_on(discharged.decision) {
        return refused;
    }
    open.close(book::SUL140_ENTITLED)
}

fn may_be_the_regions(plain: &Plain, discharged: Day) -> bool {
    let began = match discharged {
        Day::Known(day) => day,
        Day::Absent | Day::Missing(_) => plain.as_of,
    };
    plain.plan_type == Told::Value(PlanType::SpecialisedRehabilitation)
        && plain.as_of.max(began) >= FIRST_DAY_OF_THE_REGION
}

fn need_arose_later(plain: &Plain) -> bool {
    let days = plain.need_arose_on.value().zip(plain.discharged_on.value());
    days.is_some_and(|(arose, discharged)| arose > discharged)
}

pub(super) fn is_for_self_training_only(plain: &Plain) -> bool {
    plain.self_training_only == Told::Value(true)
}

pub(super) fn is_paid_by_the_patient(plain: &Plain) -> bool {
    plain.hospital_kind == Told::Value(HospitalKind::PrivateHospital)
        && plain.hospital_financing == Told::Value(HospitalFinancing::Patient)
}
