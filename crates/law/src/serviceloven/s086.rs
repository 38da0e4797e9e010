//! Serviceloven § 86: rehabilitation training after illness not treated in hospital (stk. 1), and training that maintains
//! skills (stk. 2).

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::fact::{
    self, DecisionProvision, DecisionReasonCodes, FactSet, HospitalContactKinds, NeedCauses, NeedKinds, Read, Set,
};
use crate::inquiry::Inquiry;
use crate::ruling::Ruling;
use crate::trace::Tracer;

/// Years below which nobody is presumed to be covered by Ældreloven. Age is not that act's test: below it the municipality
/// may find the need to be the same, and then it says so (`decision.under_elder_act`).
const ELDER_ACT_PRESUMED_FROM_AGE: i16 = 67;

/// The municipality's finding that a person is under Ældreloven: a judgement, not a fact to be asked for.
const BY_THE_MUNICIPALITY: FactSet = FactSet::of(fact::DECISION_UNDER_ELDER_ACT.id());

/// The judgement that a person needs an effort of her own.
pub(crate) const INDIVIDUAL_EFFORT: FactSet = FactSet::of(fact::NEED_INDIVIDUAL_EFFORT_NEEDED.id());

/// Has this person a right to rehabilitation training under § 86, stk. 1?
///
/// An adult whose physical ability is reduced by illness that isn't treated in connection with a hospital admission. Motivation,
/// potential and the ability to train in a group are not in the act's words: they are weighed, they never exclude
/// (CF-EXTRA-CRITERIA). A plan for the same need sends the person to § 140; contact with a hospital without a plan doesn't
/// exclude (CF-HOSPITAL-CONTACT-GAP).
pub fn may_have_rehabilitation<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL86_1_OFFER, |right| {
        right
            .unless(book::SEL86_1_NOT_UNDER_18, |inquiry| inquiry.is_under_18())
            .unless(book::BR_EXCLUDE_140, has_plan_for_the_need)
            .provided(book::SEL86_1_COND_PHYSICAL, |inquiry| inquiry.holds(fact::CITIZEN_PHYSICAL_ABILITY_REDUCED))
            .judged(book::SEL86_1_COND_ILLNESS, FactSet::EMPTY, caused_by_illness)
            .unless(book::SEL86_1_COND_NOT_HOSPITAL, treated_in_connection_with_admission)
            .judged(book::AELD_EXCLUDES_86, BY_THE_MUNICIPALITY, |inquiry| !covered_by_elder_act(inquiry))
    })
}

fn has_plan_for_the_need<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.holds(fact::PLAN_ISSUED)
}

/// Illness; long bed rest at home and a fall count as well. Other causes don't settle it by themselves: a person must
/// judge whether illness lies behind, and no further fact decides it.
fn caused_by_illness<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let causes = inquiry.read(fact::NEED_CAUSES);
    let Read::Known(causes) = causes else { return causes.is(|_| true) };
    for (cause, example) in
        [(NeedCauses::BedRestAtHome, book::SEL86_1_EXAMPLE_BED_REST), (NeedCauses::Fall, book::SEL86_1_EXAMPLE_FALL)]
    {
        if causes.contains(cause) {
            return inquiry.rule(example, |_| Answer::Yes);
        }
    }
    if causes.contains(NeedCauses::Illness) {
        return Answer::Yes;
    }
    let from_birth = Set::of(&[NeedCauses::Congenital, NeedCauses::DevelopmentalDisability, NeedCauses::Age]);
    if causes.iter().all(|cause| from_birth.contains(cause)) {
        return Answer::No;
    }
    Answer::Missing(FactSet::EMPTY)
}

/// Treated in connection with an admission: as told, else known not to be where no contact was an admission.
fn treated_in_connection_with_admission<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let treated = inquiry.holds(fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION);
    let Answer::Missing(_) = treated else { return treated };
    let admitted = inquiry.has(fact::HOSPITAL_CONTACT_KINDS, HospitalContactKinds::Admission);
    if admitted.is_no() { Answer::No } else { treated }
}

/// Whether Ældreloven takes the person over (from 1 July 2025). Only the municipality's own finding says so; below the age
/// at which it is to be expected, nobody is asked.
fn covered_by_elder_act<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let told = inquiry.holds(fact::DECISION_UNDER_ELDER_ACT);
    if told.is_yes() || told.is_no() {
        return told;
    }
    match inquiry.age_on(inquiry.as_of()) {
        Read::Known(age) if age < ELDER_ACT_PRESUMED_FROM_AGE => {
            inquiry.presume(fact::DECISION_UNDER_ELDER_ACT, false).holds()
        }
        Read::Known(_) | Read::Absent => told,
        Read::Missing(facts) => Answer::Missing(facts),
    }
}

/// Has this person a right to training that maintains skills under § 86, stk. 2?
///
/// Any one cause is enough: reduced physical ability, reduced mental ability, special social problems. That the person needs an
/// effort of her own is judged by a person. No age, diagnosis or dwelling excludes; under 18 the same is given by way of the
/// children's provision.
pub fn may_have_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL86_2_OFFER, |right| {
        right
            .unless(book::SEL86_2_CHILDREN_VIA_44, |inquiry| inquiry.is_under_18())
            .provided(book::SEL86_2_CAUSE, some_cause)
            .provided(book::SEL86_2_TARGET_ALL, needs_maintenance)
            .judged(book::SEL86_2_INDIVIDUAL_EFFORT, INDIVIDUAL_EFFORT, |inquiry| {
                inquiry.holds(fact::NEED_INDIVIDUAL_EFFORT_NEEDED)
            })
            .judged(book::AELD_EXCLUDES_86, BY_THE_MUNICIPALITY, |inquiry| !covered_by_elder_act(inquiry))
    })
}

/// Reduced physical or mental ability, or special social problems.
pub fn some_cause<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let physical = inquiry.holds(fact::CITIZEN_PHYSICAL_ABILITY_REDUCED);
    if physical.is_yes() {
        return physical;
    }
    let mental =
        inquiry.rule(book::SEL86_2_PHYSICAL_OR_MENTAL, |inquiry| inquiry.holds(fact::CITIZEN_MENTAL_ABILITY_REDUCED));
    if mental.is_yes() {
        return mental;
    }
    physical.or(mental).or(inquiry.holds(fact::CITIZEN_HAS_SPECIAL_SOCIAL_PROBLEMS))
}

/// The kind of help is to keep what is there.
pub fn needs_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.has(fact::NEED_KINDS, NeedKinds::MaintenanceTraining)
}

// ---------- bars ----------

/// May a decision rest on § 86, stk. 1? Never for a person under 18, whatever the other facts are.
pub fn decide_under_stk_1<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::DecideUnderSel86, book::SEL86_1_NOT_UNDER_18, |inquiry| {
        let so_decided = inquiry.is(fact::DECISION_PROVISION, DecisionProvision::Sel861);
        so_decided.and(inquiry.is_under_18())
    })
}

/// May maintenance training be refused on this ground? Not since the skill is mental, nor since the illness is chronic.
pub fn refuse_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::RefuseMaintenance, book::SEL86_2_CHRONIC, |inquiry| {
        let refused = inquiry.is(fact::DECISION_PROVISION, DecisionProvision::Sel862);
        let grounds = inquiry.read(fact::DECISION_REASON_CODES);
        refused.and(grounds.is(|grounds| {
            grounds.contains(DecisionReasonCodes::MentalSkill) || grounds.contains(DecisionReasonCodes::ChronicIllness)
        }))
    })
}
