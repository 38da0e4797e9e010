//! Training of children and young people under 18: which provision.
//!
//! To the end of 2023 Serviceloven §§ 11(3), 44 and 52(3)(10); from 2024 Barnets lov. The date picks the provision that the
//! answer cites; the conditions are the same.

use crate::Answer;
use crate::book;
use crate::fact::{self, FactSet, NeedKinds, NeedOtherLawCover};
use crate::inquiry::Inquiry;
use crate::ruling::Ruling;
use crate::serviceloven::s086;
use crate::trace::Tracer;

/// The judgement that a child needs a supporting measure.
const MEASURE: FactSet = FactSet::of(fact::NEED_SUPPORT_MEASURE_NEEDED.id());

/// Has this child a right to training or treatment under the children's provision?
///
/// Only what no other act covers (a hospital's plan comes first), and only where the child needs no supporting measure: that
/// goes by a provision of its own, after an examination. Being in the group for special day offers takes nothing away
/// (SEL32-ADDS-TO-OTHER-OFFERS).
pub fn may_have_training<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL11_3_OR_52_CHILD_TRAINING, |right| {
        right
            .when(|inquiry| inquiry.is_under_18())
            .unless(book::SEL11_3_OTHER_LAW_FIRST, covered_by_other_law)
            .when(needs_training)
            .judged(book::SEL11_3_TARGET_NO_MEASURES, MEASURE, |inquiry| {
                !inquiry.holds(fact::NEED_SUPPORT_MEASURE_NEEDED)
            })
    })
}

/// Needs a supporting measure: a person's judgement, and another provision (SEL52-3-10-OTHER-LAW-FIRST holds there too).
pub fn may_have_measure<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL11_3_SUPPLEMENT, |right| {
        right
            .when(|inquiry| inquiry.is_under_18())
            .unless(book::SEL52_3_10_OTHER_LAW_FIRST, covered_by_other_law)
            .judged(book::SEL11_3_TARGET_NO_MEASURES, MEASURE, |inquiry| {
                inquiry.holds(fact::NEED_SUPPORT_MEASURE_NEEDED)
            })
    })
}

/// Has this child a right to training that maintains skills? The adults' rule holds by way of the children's provision.
pub fn may_have_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL86_2_CHILDREN_VIA_44, |right| {
        right
            .when(|inquiry| inquiry.is_under_18())
            .provided(book::SEL86_2_CAUSE, s086::some_cause)
            .provided(book::SEL86_2_TARGET_ALL, s086::needs_maintenance)
            .judged(book::SEL86_2_INDIVIDUAL_EFFORT, s086::INDIVIDUAL_EFFORT, |inquiry| {
                inquiry.holds(fact::NEED_INDIVIDUAL_EFFORT_NEEDED)
            })
    })
}

/// The whole need is covered by another act: as told, or by a hospital's plan for it.
fn covered_by_other_law<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let plan = inquiry.holds(fact::PLAN_ISSUED);
    if plan.is_yes() {
        return plan;
    }
    inquiry.rule(book::SEL11_3_TRAINING_SUBSIDIARY, |inquiry| {
        let covered = inquiry.is(fact::NEED_OTHER_LAW_COVER, NeedOtherLawCover::Whole);
        if plan.is_no() { covered } else { covered.or(plan) }
    })
}

fn needs_training<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.rule(book::SEL32_ADDS_TO_OTHER_OFFERS, |inquiry| {
        inquiry
            .read(fact::NEED_KINDS)
            .is(|kinds| kinds.contains(NeedKinds::RehabilitationTraining) || kinds.contains(NeedKinds::Treatment))
    })
}
