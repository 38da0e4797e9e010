//! Which provision must a need be examined under? Everything else is asked of its answer.
//!
//! The provision follows from the group (child, adult), from the kind of training (regain, maintain, treat) and from the
//! hospital's plan. There is no single answer without age and cause: several provisions may have to be gone through, and none
//! is left out because another one fits.

use crate::Answer;
use crate::book;
use crate::fact::{self, NeedKinds, TrainingAims};
use crate::inquiry::Inquiry;
use crate::ruling::Ruling;
use crate::sundhedsloven::s140;
use crate::trace::Tracer;

/// A provision that a need may have to be examined under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// Sundhedsloven § 140.
    Sul140,
    /// Serviceloven § 86, stk. 1.
    Sel86Stk1,
    /// Serviceloven § 86, stk. 2.
    Sel86Stk2,
    /// The children's provision on training and treatment.
    ChildTraining,
    /// The children's provision on maintaining skills.
    ChildMaintenance,
}

impl Route {
    /// Every provision that this version examines.
    pub const ALL: [Self; 5] =
        [Self::Sul140, Self::Sel86Stk1, Self::Sel86Stk2, Self::ChildTraining, Self::ChildMaintenance];
}

/// Must the need be examined under this provision?
pub fn examine<T: Tracer>(inquiry: &mut Inquiry<'_, T>, route: Route) -> Ruling {
    match route {
        Route::Sul140 => {
            inquiry.grant(book::HJ_LAW_84, |right| right.provided(book::HJ_TARGET_CONTACT_KINDS, s140::plan_stands))
        }
        Route::Sel86Stk1 => inquiry.grant(book::SEL_TRAIN_PROVISION_BY_GROUP, |right| {
            right
                .unless(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, |inquiry| inquiry.is_under_18())
                .unless(book::S86_LEGAL_BASIS, |inquiry| inquiry.holds(fact::PLAN_ISSUED))
                .when(is_to_regain)
        }),
        Route::Sel86Stk2 => inquiry.grant(book::SEL_TRAIN_MAINTENANCE_ALL_AGES, |right| {
            right
                .unless(book::SEL86_2_CHILDREN_VIA_44, |inquiry| inquiry.is_under_18())
                .provided(book::DEF_VEDLIGEHOLD_AIM, is_to_maintain)
        }),
        Route::ChildTraining => inquiry.grant(book::SEL11_3_OR_52_CHILD_TRAINING, |right| {
            right.when(|inquiry| inquiry.is_under_18()).when(is_to_regain)
        }),
        Route::ChildMaintenance => inquiry.grant(book::SEL86_2_CHILDREN_VIA_44, |right| {
            right.when(|inquiry| inquiry.is_under_18()).provided(book::DEF_VEDLIGEHOLD_AIM, is_to_maintain)
        }),
    }
}

/// The need is to regain or improve; a goal of regaining lost ability makes training rehabilitation (DEF-VEDLIGEHOLD-AIM).
fn is_to_regain<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let kind = inquiry
        .read(fact::NEED_KINDS)
        .is(|kinds| kinds.contains(NeedKinds::RehabilitationTraining) || kinds.contains(NeedKinds::Treatment));
    if kind.is_yes() {
        return kind;
    }
    let aim = inquiry.presume_absent(fact::TRAINING_AIMS);
    kind.or(aim.is(|aims| aims.contains(TrainingAims::Regain) || aims.contains(TrainingAims::Improve)))
}

/// The need is to keep what is there, or to put off its loss.
fn is_to_maintain<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let kind = inquiry.has(fact::NEED_KINDS, NeedKinds::MaintenanceTraining);
    if kind.is_yes() {
        return kind;
    }
    let aim = inquiry.presume_absent(fact::TRAINING_AIMS);
    kind.or(aim.is(|aims| {
        aims.contains(TrainingAims::Maintain)
            || aims.contains(TrainingAims::DelayLoss)
            || aims.contains(TrainingAims::Prevent)
    }))
}

/// Must a decision's provision be changed, since it doesn't fit the kind of training (SEL86-LEGAL-BASIS)?
pub fn provision_fits<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.rule(book::SEL86_LEGAL_BASIS, |inquiry| match inquiry.read(fact::DECISION_PROVISION) {
        fact::Read::Known(fact::DecisionProvision::Sel861) => is_to_regain(inquiry),
        fact::Read::Known(fact::DecisionProvision::Sel862) => is_to_maintain(inquiry),
        read => read.is(|_| true),
    })
}
