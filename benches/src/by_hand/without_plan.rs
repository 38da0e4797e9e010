//! Serviceloven § 86, stk. 1 and 2.

use jiff::civil::Date;
use law::book::{self, Rule};
use law::fact::{HospitalContactKinds, NeedCauses, NeedKinds, Set, TrainingAims};

use super::after_hospital::{is_for_self_training_only, is_paid_by_the_patient};
use super::{Decision, Lacks, Open, Plain, Told, Truth, no};

const FIRST_DAY_OF_THE_ELDER_ACT: Date = Date::constant(2025, 7, 1);
const ELDER_ACT_PRESUMED_FROM_AGE: i16 = 67;
const ADULT_FROM_AGE: i16 = 18;

/// § 86, stk. 1.
pub(super) fn may_have_rehabilitation(plain: &Plain) -> Decision {
    let mut open = Open::NOTHING;
    match age(plain) {
        Some(age) if age < ADULT_FROM_AGE => return no(book::SEL86_1_NOT_UNDER_18),
        Some(_) => {}
        None => open.lacks(Lacks::born_on, book::SEL86_1_NOT_UNDER_18),
    }
    match has_plan(plain) {
        Truth::Yes => return no(book::BR_EXCLUDE_140),
        Truth::No => {}
        Truth::Missing(facts) => open.lacks(facts, book::BR_EXCLUDE_140),
    }
    if !is_to_regain(plain) {
        return no(book::SEL_TRAIN_PROVISION_BY_GROUP);
    }
    match holds(plain.physical_ability_reduced, Lacks::physical_ability_reduced) {
        Truth::Yes => {}
        Truth::No => return no(book::SEL86_1_COND_PHYSICAL),
        Truth::Missing(facts) => open.lacks(facts, book::SEL86_1_COND_PHYSICAL),
    }
    match is_treated_in_admission(plain) {
        Truth::Yes => return no(book::SEL86_1_COND_NOT_HOSPITAL),
        Truth::No => {}
        Truth::Missing(facts) => open.lacks(facts, book::SEL86_1_COND_NOT_HOSPITAL),
    }
    match is_caused_by_illness(plain) {
        Truth::Yes => {}
        Truth::No => return no(book::SEL86_1_COND_ILLNESS),
        Truth::Missing(Lacks::NONE) => open.is_for_a_person(Lacks::NONE, book::SEL86_1_COND_ILLNESS),
        Truth::Missing(facts) => open.lacks(facts, book::SEL86_1_COND_ILLNESS),
    }
    close_outside_elder_act(plain, open, book::SEL86_1_OFFER)
}

/// § 86, stk. 2.
pub(super) fn may_have_maintenance(plain: &Plain) -> Decision {
    let mut open = Open::NOTHING;
    match age(plain) {
        Some(age) if age < ADULT_FROM_AGE => return no(book::SEL86_2_CHILDREN_VIA_44),
        Some(_) => {}
        None => open.lacks(Lacks::born_on, book::SEL86_2_CHILDREN_VIA_44),
    }
    let physical = holds(plain.physical_ability_reduced, Lacks::physical_ability_reduced);
    let mental = holds(plain.mental_ability_reduced, Lacks::mental_ability_reduced);
    let social = holds(plain.special_social_problems, Lacks::special_social_problems);
    match physical.or(mental).or(social) {
        Truth::Yes => {}
        Truth::No => return no(book::SEL86_2_CAUSE),
        Truth::Missing(facts) => open.lacks(facts, book::SEL86_2_CAUSE),
    }
    match is_to_maintain(plain) {
        Truth::Yes => {}
        Truth::No => return no(book::SEL86_2_TARGET_ALL),
        Truth::Missing(facts) => open.lacks(facts, book::SEL86_2_TARGET_ALL),
    }
    match holds(plain.individual_effort_needed, Lacks::individual_effort_needed) {
        Truth::Yes => {}
        Truth::No => return no(book::SEL86_2_INDIVIDUAL_EFFORT),
        Truth::Missing(facts) => open.is_for_a_person(facts, book::SEL86_2_INDIVIDUAL_EFFORT),
    }
    close_outside_elder_act(plain, open, book::SEL86_2_OFFER)
}

fn close_outside_elder_act(plain: &Plain, mut open: Open, granted_by: Rule) -> Decision {
    if day_that_picks_the_act(plain) >= FIRST_DAY_OF_THE_ELDER_ACT {
        match plain.under_elder_act {
            Told::Value(true) => return no(book::AELD_EXCLUDES_86),
            Told::Value(false) | Told::Absent => {}
            Told::NotYet => match age(plain) {
                Some(age) if age < ELDER_ACT_PRESUMED_FROM_AGE && plain.same_as_elderly != Told::Value(true) => {}
                Some(_) => open.is_for_a_person(Lacks::under_elder_act, book::AELD_EXCLUDES_86),
                None => open.lacks(Lacks::born_on, book::AELD_EXCLUDES_86),
            },
        }
    }
    open.close(granted_by)
}

fn day_that_picks_the_act(plain: &Plain) -> Date {
    let days = [plain.requested_on.value(), plain.decided_on.value()];
    days.into_iter().flatten().filter(|day| *day <= plain.as_of).min().unwrap_or(plain.as_of)
}

fn holds(told: Told<bool>, fact: Lacks) -> Truth {
    match told {
        Told::Value(holds) => Truth::known(holds),
        Told::Absent => Truth::No,
        Told::NotYet => Truth::Missing(fact),
    }
}

fn age(plain: &Plain) -> Option<i16> {
    let (day, told) = (plain.as_of, plain.age_years.value());
    match plain.born_on {
        Told::Value(born) => {
            let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
            Some(day.year() - born.year() - i16::from(before_birthday))
        }
        Told::Absent | Told::NotYet => told.map(|years| i16::try_from(years).unwrap_or(i16::MAX)),
    }
}

fn has_plan(plain: &Plain) -> Truth {
    let issued = holds(plain.plan_issued, Lacks::plan_issued);
    match issued {
        Truth::Yes => return Truth::known(!is_for_self_training_only(plain) && !is_paid_by_the_patient(plain)),
        Truth::No => return Truth::No,
        Truth::Missing(_) => {}
    }
    let no_contact = match plain.contact_kinds {
        Told::Value(kinds) => kinds.is_empty(),
        Told::Absent => true,
        Told::NotYet => matches!(plain.treated_in_admission, Told::Value(false) | Told::Absent),
    };
    if no_contact { Truth::No } else { issued }
}

fn is_to_regain(plain: &Plain) -> bool {
    let by_kind = match plain.need_kinds {
        Told::Value(kinds) => kinds.contains(NeedKinds::RehabilitationTraining) || kinds.contains(NeedKinds::Treatment),
        Told::Absent => false,
        Told::NotYet => true,
    };
    let regains = |aims: Set<TrainingAims>| aims.contains(TrainingAims::Regain) || aims.contains(TrainingAims::Improve);
    by_kind || plain.training_aims.value().is_some_and(regains)
}

fn is_to_maintain(plain: &Plain) -> Truth {
    let keeps = |aims: Set<TrainingAims>| {
        aims.contains(TrainingAims::Maintain)
            || aims.contains(TrainingAims::DelayLoss)
            || aims.contains(TrainingAims::Prevent)
    };
    match plain.need_kinds {
        Told::Value(kinds) if kinds.contains(NeedKinds::MaintenanceTraining) => Truth::Yes,
        _ if plain.training_aims.value().is_some_and(keeps) => Truth::Yes,
        Told::NotYet => Truth::Missing(Lacks::need_kinds),
        Told::Value(_) | Told::Absent => Truth::No,
    }
}

fn is_treated_in_admission(plain: &Plain) -> Truth {
    let treated = holds(plain.treated_in_admission, Lacks::treated_in_admission);
    match (treated, plain.contact_kinds) {
        (Truth::Missing(_), Told::Absent) => Truth::No,
        (Truth::Missing(_), Told::Value(kinds)) if !kinds.contains(HospitalContactKinds::Admission) => Truth::No,
        _ => treated,
    }
}

fn is_caused_by_illness(plain: &Plain) -> Truth {
    let causes = match plain.need_causes {
        Told::Value(causes) => causes,
        Told::Absent => return Truth::No,
        Told::NotYet => return Truth::Missing(Lacks::need_causes),
    };
    if causes.contains(NeedCauses::Illness) || causes.contains(NeedCauses::BedRestAtHome) {
        return Truth::Yes;
    }
    if causes.contains(NeedCauses::Fall) {
        return match is_treated_in_admission(plain) {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            missing @ Truth::Missing(_) => missing,
        };
    }
    let is_no_illness =
        |cause| matches!(cause, NeedCauses::Congenital | NeedCauses::DevelopmentalDisability | NeedCauses::Age);
    if causes.iter().all(is_no_illness) { Truth::No } else { Truth::Missing(Lacks::NONE) }
}
