//! Serviceloven § 86: rehabilitation training after illness not treated in hospital (stk. 1), and training that maintains
//! skills (stk. 2).

use jiff::civil::Date;

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book::{self, Rule};
use crate::content::{self, Checked};
use crate::fact::{
    self, CaseRunningProvisions, DecisionOutcome, DecisionProvision, DecisionReasonCodes, FactSet,
    HospitalContactKinds, NeedCauses, NeedFunctionKinds, Read, Set, TrainingProvision,
};
use crate::inquiry::Inquiry;
use crate::routing;
use crate::ruling::Ruling;
use crate::sundhedsloven::s140;
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
/// (CF-EXTRA-CRITERIA); no more does age above 18 (SEL86-1-OTHER-ADULTS). A plan for the same need sends the person to § 140;
/// contact with a hospital without a plan doesn't exclude (CF-HOSPITAL-CONTACT-GAP).
pub fn may_have_rehabilitation<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL86_1_OFFER, |right| {
        right
            .unless(book::SEL86_1_NOT_UNDER_18, routing::is_a_child)
            .unless(book::BR_EXCLUDE_140, has_plan_for_the_need)
            .provided(book::SEL_TRAIN_PROVISION_BY_GROUP, routing::is_to_regain)
            .provided(book::SEL86_1_COND_PHYSICAL, |inquiry| inquiry.holds(fact::CITIZEN_PHYSICAL_ABILITY_REDUCED))
            .unless(book::SEL86_1_COND_NOT_HOSPITAL, treated_in_connection_with_admission)
            .judged(book::SEL86_1_COND_ILLNESS, FactSet::EMPTY, caused_by_illness)
            .provided(book::SEL86_1_OTHER_ADULTS, |_| Answer::Yes)
            .judged(book::AELD_EXCLUDES_86, BY_THE_MUNICIPALITY, |inquiry| !covered_by_elder_act(inquiry))
    })
}

/// A hospital's plan for the same need that gives a right to training: one for the citizen's own training, or from a hospital that
/// may make none, sends nobody to § 140. Where nothing tells of a contact with a hospital, nobody is asked for a plan.
pub(crate) fn has_plan_for_the_need<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let plan = s140::plan_stands(inquiry);
    let Answer::Missing(_) = plan else { return plan };
    let not_admitted = inquiry.holds(fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION).is_no();
    let no_contact = match inquiry.read(fact::HOSPITAL_CONTACT_KINDS) {
        Read::Known(kinds) => kinds.is_empty(),
        Read::Absent => true,
        Read::Missing(_) if not_admitted => {
            inquiry.presume(fact::HOSPITAL_CONTACT_KINDS, Set::NONE).known().is_some_and(Set::is_empty)
        }
        Read::Missing(_) => false,
    };
    if no_contact { inquiry.presume(fact::PLAN_ISSUED, false).holds() } else { plan }
}

/// Illness; long bed rest at home and a fall count as well. Other causes don't settle it by themselves: a person must
/// judge whether illness lies behind, and no further fact decides it.
fn caused_by_illness<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let causes = inquiry.read(fact::NEED_CAUSES);
    let Read::Known(causes) = causes else { return causes.is(|_| true) };
    if causes.contains(NeedCauses::Illness) {
        return Answer::Yes;
    }
    if causes.contains(NeedCauses::BedRestAtHome) {
        return inquiry.rule(book::SEL86_1_EXAMPLE_BED_REST, |_| Answer::Yes);
    }
    if causes.contains(NeedCauses::Fall) {
        return inquiry.rule(book::SEL86_1_EXAMPLE_FALL, |inquiry| !treated_in_connection_with_admission(inquiry));
    }
    let no_illness = Set::of(&[NeedCauses::Congenital, NeedCauses::DevelopmentalDisability, NeedCauses::Age]);
    if causes.iter().all(|cause| no_illness.contains(cause)) {
        return Answer::No;
    }
    Answer::Missing(FactSet::EMPTY)
}

/// Treated in connection with an admission: as told, else known not to be where no contact was an admission.
fn treated_in_connection_with_admission<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let treated = inquiry.holds(fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION);
    let Answer::Missing(_) = treated else { return treated };
    if inquiry.has(fact::HOSPITAL_CONTACT_KINDS, HospitalContactKinds::Admission).is_no() {
        return inquiry.presume(fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION, false).holds();
    }
    treated
}

/// Whether Ældreloven takes the person over. It does so for requests from its first day; a decision made before stands
/// (CF-ELDER-ACT-86). Only the municipality's own finding says so; below the age at which it is to be expected, nobody is asked,
/// unless the need is found to be the same as that of the elderly.
fn covered_by_elder_act<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    if !book::AELD_EXCLUDES_86.is_in_force(day_that_picks_the_act(inquiry)) {
        return Answer::No;
    }
    let told = inquiry.holds(fact::DECISION_UNDER_ELDER_ACT);
    let Answer::Missing(_) = told else { return told };
    match inquiry.age_on(inquiry.as_of()) {
        Read::Known(age) if age < ELDER_ACT_PRESUMED_FROM_AGE => {
            if inquiry.presume(fact::NEED_IS_SAME_AS_ELDERLY, false).holds().is_yes() {
                return told;
            }
            inquiry.presume(fact::DECISION_UNDER_ELDER_ACT, false).holds()
        }
        Read::Known(_) | Read::Absent => told,
        Read::Missing(facts) => Answer::Missing(facts),
    }
}

/// The day of the request, or of the decision where that came first; else the day asked about.
fn day_that_picks_the_act<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Date {
    let requested = inquiry.presume_not_happened(fact::REQUEST_RECEIVED_ON);
    let decided = inquiry.presume_not_happened(fact::DECISION_MADE_ON);
    requested.into_iter().chain(decided).min().unwrap_or(inquiry.as_of())
}

/// Has this person a right to training that maintains skills under § 86, stk. 2?
///
/// Any one cause is enough: reduced physical ability, reduced mental ability, special social problems. That the person needs an
/// effort of her own is judged by a person. No age, diagnosis or dwelling excludes; under 18 the same is given by way of the
/// children's provision.
pub fn may_have_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SEL86_2_OFFER, |right| {
        right
            .unless(book::SEL86_2_CHILDREN_VIA_44, routing::is_a_child)
            .provided(book::SEL86_2_CAUSE, some_cause)
            .provided(book::SEL86_2_TARGET_ALL, needs_maintenance)
            .judged(book::SEL86_2_INDIVIDUAL_EFFORT, INDIVIDUAL_EFFORT, needs_individual_effort)
            .judged(book::AELD_EXCLUDES_86, BY_THE_MUNICIPALITY, |inquiry| !covered_by_elder_act(inquiry))
    })
}

/// Reduced physical or mental ability, or special social problems.
pub(crate) fn some_cause<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let physical = inquiry.holds(fact::CITIZEN_PHYSICAL_ABILITY_REDUCED);
    if physical.is_yes() {
        return physical;
    }
    let mental = inquiry.holds(fact::CITIZEN_MENTAL_ABILITY_REDUCED);
    if mental.is_yes() {
        return mental;
    }
    physical.or(mental).or(inquiry.holds(fact::CITIZEN_HAS_SPECIAL_SOCIAL_PROBLEMS))
}

/// The help is needed to keep what is there: physical, mental or social skills.
pub(crate) fn needs_maintenance<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let skills = inquiry.presume_absent(fact::NEED_FUNCTION_KINDS);
    if skills.is(|skills| skills.contains(NeedFunctionKinds::Social)).is_yes() {
        inquiry.state(book::SEL86_2_SOCIAL_SKILLS);
    }
    routing::is_to_maintain(inquiry)
}

/// A person has judged that the training must be arranged for this person.
pub(crate) fn needs_individual_effort<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.holds(fact::NEED_INDIVIDUAL_EFFORT_NEEDED)
}

// ---------- content ----------

/// Does the record of maintenance training say where it takes place (SEL86-2-PLACES)? Any place will do. Nothing where no such
/// training has begun.
pub fn check_record<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Checked> {
    let under_stk_2 = inquiry.is(fact::TRAINING_PROVISION, TrainingProvision::Sel862);
    let begun = inquiry.happened_on(fact::TRAINING_STARTED_ON).known().is_some();
    let day = inquiry.as_of();
    (under_stk_2.is_yes() && begun).then(|| {
        content::look_at(inquiry, Checked::new("course_record", None), [book::SEL86_2_PLACES].into_iter(), day)
    })
}

// ---------- bars ----------

/// May a decision rest on § 86, stk. 1? Never for a person under 18 on the day of the decision, whatever the other facts are.
pub fn decide_under_stk_1<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::DecideUnderSel86, book::SEL86_1_NOT_UNDER_18, |inquiry| {
        let so_decided = inquiry.is(fact::DECISION_PROVISION, DecisionProvision::Sel861);
        if so_decided.is_no() {
            return so_decided;
        }
        let today = inquiry.as_of();
        let decided_on = inquiry.presume(fact::DECISION_MADE_ON, today).known().unwrap_or(today);
        so_decided.and(inquiry.age_on(decided_on).is(|age| age < routing::ADULT_FROM_AGE))
    })
}

/// May rehabilitation training be refused for age? Younger adults are covered too: that the group is typically old is no
/// condition (SEL86-1-TYPICAL-GROUP).
pub fn refuse_for_age<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    refuse_on(
        inquiry,
        BarredAct::RefuseForAge,
        book::SEL86_1_TYPICAL_GROUP,
        DecisionProvision::Sel861,
        DecisionReasonCodes::Age,
    )
}

/// May maintenance training be refused since the skill is mental? The help is for body and mind alike.
pub fn refuse_for_mental_skill<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    refuse_on(
        inquiry,
        BarredAct::RefuseMaintenance,
        book::SEL86_2_PHYSICAL_OR_MENTAL,
        DecisionProvision::Sel862,
        DecisionReasonCodes::MentalSkill,
    )
}

/// May maintenance training be refused since the illness is chronic?
pub fn refuse_for_chronic_illness<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    refuse_on(
        inquiry,
        BarredAct::RefuseMaintenance,
        book::SEL86_2_CHRONIC,
        DecisionProvision::Sel862,
        DecisionReasonCodes::ChronicIllness,
    )
}

/// May a course under stk. 1 go on as it is once the hospital has made a plan for the same need (BR-NEW-PLAN-AFTER-ADMISSION)? It
/// is to be ended, or kept apart from the plan's course as one of its own; nothing ends it by itself.
pub fn continue_beside_plan<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::ContinueOldCourse, book::BR_NEW_PLAN_AFTER_ADMISSION, |inquiry| {
        let runs = inquiry.is(fact::TRAINING_PROVISION, TrainingProvision::Sel861);
        let plan = s140::plan_stands(inquiry);
        let ended = inquiry.presume_not_happened(fact::TRAINING_ENDED_ON).is_some();
        let apart = inquiry
            .presume(fact::CASE_RUNNING_PROVISIONS, Set::NONE)
            .is(|running| running.contains(CaseRunningProvisions::Sul140));
        runs.and(plan).and(Answer::known(!ended)).and(!apart)
    })
}

/// A refusal under a provision on a ground that may not carry it. A decision that isn't known to grant the help is held to be one.
fn refuse_on<T: Tracer>(
    inquiry: &mut Inquiry<'_, T>,
    act: BarredAct,
    rule: Rule,
    provision: DecisionProvision,
    ground: DecisionReasonCodes,
) -> Bar {
    Bar::decide(inquiry, act, rule, |inquiry| {
        let under_it = inquiry.is(fact::DECISION_PROVISION, provision);
        let granted = inquiry
            .presume(fact::DECISION_OUTCOME, DecisionOutcome::Refused)
            .is(|what| what == DecisionOutcome::Granted);
        under_it.and(!granted).and(inquiry.has(fact::DECISION_REASON_CODES, ground))
    })
}
