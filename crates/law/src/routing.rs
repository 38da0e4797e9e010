//! Which provision must a need be examined under? Everything else is asked of its answer.
//!
//! The provision follows from the group (child, adult), from the kind of training (regain, maintain, treat) and from the
//! hospital's plan. There is no single answer without age and cause: several provisions may have to be gone through, and none
//! is left out because another one fits. A right under a provision that isn't on the way is never answered *Yes*.

use jiff::civil::Date;

use crate::bar::{Bar, BarredAct};
use crate::book::{self, Rule};
use crate::fact::{self, DecisionProvision, NeedKinds, NeedOtherLawCover, Read, Set, TrainingAims};
use crate::inquiry::Inquiry;
use crate::provision::{Act, Provision};
use crate::rights::FIRST_DAY_OF_BARNETS_LOV;
use crate::ruling::{Outcome, Ruling};
use crate::serviceloven::s086;
use crate::sundhedsloven::s140;
use crate::trace::Tracer;
use crate::{Answer, Language};

/// A provision that a need may have to be examined under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// Sundhedsloven § 140.
    Sul140,
    /// Serviceloven § 86, stk. 1.
    Sel86Stk1,
    /// Serviceloven § 86, stk. 2.
    Sel86Stk2,
    /// The children's provision on training and treatment.
    ChildTraining,
    /// The children's provision on supporting measures. Whether its conditions are met is no part of this version.
    ChildMeasure,
    /// The children's provision on maintaining skills.
    ChildMaintenance,
}

impl Route {
    /// Every provision that this version examines.
    pub const ALL: [Self; 6] = [
        Self::Sul140,
        Self::Sel86Stk1,
        Self::Sel86Stk2,
        Self::ChildTraining,
        Self::ChildMeasure,
        Self::ChildMaintenance,
    ];

    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sul140 => "training_after_hospital",
            Self::Sel86Stk1 => "training_without_plan",
            Self::Sel86Stk2 => "maintenance",
            Self::ChildTraining => "child_training",
            Self::ChildMeasure => "child_measure",
            Self::ChildMaintenance => "child_maintenance",
        }
    }

    /// The rule that sends a need this way.
    pub fn rule(self) -> Rule {
        match self {
            Self::Sul140 => book::HJ_LAW_84,
            Self::Sel86Stk1 => book::SEL_TRAIN_PROVISION_BY_GROUP,
            Self::Sel86Stk2 => book::SEL_TRAIN_MAINTENANCE_ALL_AGES,
            Self::ChildTraining => book::SEL32_ADDS_TO_OTHER_OFFERS,
            Self::ChildMeasure => book::SEL11_3_SUPPLEMENT,
            Self::ChildMaintenance => book::SEL86_2_CHILDREN_VIA_44,
        }
    }

    /// The provision, as it stood on a day.
    pub fn provision_on(self, day: Date) -> Provision {
        let rule = match self {
            Self::Sul140 => book::SUL140_ENTITLED,
            Self::Sel86Stk1 => book::SEL86_1_OFFER,
            Self::Sel86Stk2 => book::SEL86_2_OFFER,
            Self::ChildTraining => book::SEL11_3_OR_52_CHILD_TRAINING,
            Self::ChildMeasure => book::SEL52_3_10_OTHER_LAW_FIRST,
            Self::ChildMaintenance => book::SEL86_2_CHILDREN_VIA_44,
        };
        rule.provision_on(day)
    }

    /// What is examined there, in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Sul140 => language.pick("genoptræning efter sygehus", "training after hospital"),
            Self::Sel86Stk1 => {
                language.pick("genoptræning uden plan fra sygehuset", "training without a hospital's plan")
            }
            Self::Sel86Stk2 => language.pick("vedligeholdende træning", "training that maintains skills"),
            Self::ChildTraining => {
                language.pick("træning eller behandling af et barn", "training or treatment of a child")
            }
            Self::ChildMeasure => language.pick("støttende indsats til et barn", "a supporting measure for a child"),
            Self::ChildMaintenance => {
                language.pick("vedligeholdende træning til et barn", "training that maintains a child's skills")
            }
        }
    }
}

/// Years from which a person is an adult in the rules on training.
pub const ADULT_FROM_AGE: i16 = 18;

/// Must the need be examined under this provision?
pub fn examine<T: Tracer>(inquiry: &mut Inquiry<'_, T>, route: Route) -> Ruling {
    let main = route.rule();
    match route {
        Route::Sul140 => inquiry.grant(main, |way| way.when(s140::plan_stands)),
        Route::Sel86Stk1 => inquiry.grant(main, |way| {
            way.unless(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, is_a_child)
                .unless(book::S86_LEGAL_BASIS, s086::has_plan_for_the_need)
                .when(is_to_regain)
        }),
        Route::Sel86Stk2 => inquiry.grant(main, |way| {
            way.unless(book::SEL86_2_CHILDREN_VIA_44, is_a_child).provided(book::DEF_VEDLIGEHOLD_AIM, is_to_maintain)
        }),
        Route::ChildTraining => inquiry
            .grant(main, |way| way.provided(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, is_a_child).when(needs_training)),
        // The two provisions stand beside each other: advice or treatment doesn't release from a measure that is needed.
        Route::ChildMeasure => inquiry.grant(main, |way| {
            way.provided(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, is_a_child)
                .unless(book::SEL52_3_10_OTHER_LAW_FIRST, is_covered_by_other_law)
                .rests_on(measure_is_needed)
        }),
        Route::ChildMaintenance => inquiry.grant(main, |way| {
            way.provided(book::SEL_TRAIN_REHAB_DIFFERS_BY_AGE, is_a_child)
                .provided(book::DEF_VEDLIGEHOLD_AIM, is_to_maintain)
        }),
    }
}

/// Under 18 on the day asked about.
pub(crate) fn is_a_child<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.age_on(inquiry.as_of()).is(|age| age < ADULT_FROM_AGE)
}

/// That a measure is needed is a person's judgement, and so is that none is.
fn measure_is_needed<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let outcome = match inquiry.holds(fact::NEED_SUPPORT_MEASURE_NEEDED) {
        Answer::Yes => Outcome::Yes,
        Answer::No => Outcome::No,
        Answer::Missing(facts) => Outcome::Judge(facts),
    };
    Ruling { outcome, by: book::SEL11_3_SUPPLEMENT }
}

/// The need is to regain or improve: so its kind says, or the aim of the training; a goal of regaining lost ability makes
/// training rehabilitation (DEF-VEDLIGEHOLD-AIM). Until somebody tells of a kind, it is taken to be.
pub(crate) fn is_to_regain<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let regain = Set::of(&[NeedKinds::RehabilitationTraining]);
    let kinds = inquiry.presume(fact::NEED_KINDS, regain);
    let by_kind =
        kinds.is(|kinds| kinds.contains(NeedKinds::RehabilitationTraining) || kinds.contains(NeedKinds::Treatment));
    let aims = inquiry.presume_absent(fact::TRAINING_AIMS);
    by_kind.or(aims.is(|aims| aims.contains(TrainingAims::Regain) || aims.contains(TrainingAims::Improve)))
}

/// The need is to keep what is there, or to put off its loss.
pub(crate) fn is_to_maintain<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let by_kind = inquiry.has(fact::NEED_KINDS, NeedKinds::MaintenanceTraining);
    if by_kind.is_yes() {
        return by_kind;
    }
    let aims = inquiry.presume_absent(fact::TRAINING_AIMS);
    by_kind.or(aims.is(|aims| {
        [TrainingAims::Maintain, TrainingAims::DelayLoss, TrainingAims::Prevent].iter().any(|aim| aims.contains(*aim))
    }))
}

/// A child needs rehabilitation training or treatment, whether or not a special day offer is open to it too
/// (SEL32-ADDS-TO-OTHER-OFFERS).
pub(crate) fn needs_training<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry
        .read(fact::NEED_KINDS)
        .is(|kinds| kinds.contains(NeedKinds::RehabilitationTraining) || kinds.contains(NeedKinds::Treatment))
}

/// The whole need is covered by another act: by a hospital's plan that gives a right to training, or as told.
pub(crate) fn is_covered_by_other_law<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let plan = s140::plan_stands(inquiry);
    if plan.is_yes() {
        return plan;
    }
    plan.or(inquiry.is(fact::NEED_OTHER_LAW_COVER, NeedOtherLawCover::Whole))
}

/// The day of the decision; else the day asked about.
fn decided_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Date {
    let today = inquiry.as_of();
    inquiry.presume(fact::DECISION_MADE_ON, today).known().unwrap_or(today)
}

/// Under 18 on the day of the decision (CF-CHILDREN).
fn was_a_child_when_decided<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let day = decided_on(inquiry);
    inquiry.age_on(day).is(|age| age < ADULT_FROM_AGE)
}

/// A provision that only a decision on a child can rest on. To the end of 2023 they stood in Serviceloven.
fn is_of_children(provision: DecisionProvision) -> bool {
    use DecisionProvision as On;
    matches!(provision, On::Sel113 | On::Sel32 | On::Sel36 | On::Sel44 | On::Sel52310)
        || provision.act() == Some(Act::Bl)
}

/// May a decision rest on the provision that it names (SEL86-LEGAL-BASIS)? Not where that doesn't fit the kind of training or the
/// person's age, and not where none is named.
pub fn rest_on_provision<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::RestOnProvision, book::SEL86_LEGAL_BASIS, |inquiry| {
        match inquiry.read(fact::DECISION_PROVISION) {
            Read::Known(DecisionProvision::Sel861) => (!is_to_regain(inquiry)).or(was_a_child_when_decided(inquiry)),
            Read::Known(DecisionProvision::Sel862) => (!is_to_maintain(inquiry)).or(was_a_child_when_decided(inquiry)),
            Read::Known(provision) if is_of_children(provision) => {
                let act = if decided_on(inquiry) < FIRST_DAY_OF_BARNETS_LOV { Act::Sel } else { Act::Bl };
                Answer::known(provision.act() != Some(act)).or(!was_a_child_when_decided(inquiry))
            }
            Read::Known(_) => Answer::No,
            Read::Absent => Answer::Yes,
            Read::Missing(facts) => Answer::Missing(facts),
        }
    })
}
