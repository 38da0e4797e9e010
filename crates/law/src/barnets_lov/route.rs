//! Training of children and young people under 18: which provision.
//!
//! To the end of 2023 Serviceloven §§ 11(3), 44 and 52(3)(10); from 2024 Barnets lov. The date picks the provision that the
//! answer cites; the conditions are the same. Where in Barnets lov the first and the last stand was not seen, so that from 2024
//! what they would exclude is left to a person.

use jiff::civil::{Date, date};

use crate::Answer;
use crate::book;
use crate::fact::{self, FactSet};
use crate::inquiry::Inquiry;
use crate::routing;
use crate::ruling::Ruling;
use crate::serviceloven::s086;
use crate::trace::Tracer;

/// The date of the guidance on these provisions.
const FIRST_GUIDANCE: Date = date(2009, 12, 1);

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
            .provided(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, routing::is_a_child)
            .unless(book::SEL11_3_OTHER_LAW_FIRST, routing::is_covered_by_other_law)
            .provided(book::SEL32_ADDS_TO_OTHER_OFFERS, routing::needs_training)
            .judged(book::SEL11_3_TARGET_NO_MEASURES, MEASURE, |inquiry| {
                !inquiry.holds(fact::NEED_SUPPORT_MEASURE_NEEDED)
            })
            .when(is_as_the_guidance_saw_it)
    })
}

/// The guidance of that day is the first to say what the provision gave: before it, a person must answer and no fact settles it.
fn is_as_the_guidance_saw_it<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    if inquiry.as_of() < FIRST_GUIDANCE { Answer::Missing(FactSet::EMPTY) } else { Answer::Yes }
}

/// Has this child a right to training that maintains skills? The adults' rule holds by way of the children's provision.
pub fn may_have_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL86_2_CHILDREN_VIA_44, |right| {
        right
            .provided(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, routing::is_a_child)
            .provided(book::SEL86_2_CAUSE, s086::some_cause)
            .provided(book::SEL86_2_TARGET_ALL, s086::needs_maintenance)
            .judged(book::SEL86_2_INDIVIDUAL_EFFORT, s086::INDIVIDUAL_EFFORT, s086::needs_individual_effort)
    })
}
