//! The people of whom the law is asked: a mixed set, the same in every run.
//!
//! Three kinds in equal parts: those who come with a hospital's plan, those who come without, and those of whom little is known yet. The
//! days lie on both sides of those on which the acts changed.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::fact::{Choice, HospitalContactEndReason, HospitalKind, HospitalPatientGroup, PlanType, Set};

use crate::by_hand::{Offer, Plain, Readmission, Told};
use crate::chance::Chance;

/// The first day asked about; the last is ten years on, on the other side of the latest change.
const FIRST_DAY: Date = date(2017, 7, 1);
const DAYS: i64 = 3650;

/// A mixed set of people.
pub(crate) fn mixed(count: usize) -> Vec<Plain> {
    let mut chance = Chance::seeded(140);
    let kinds = [with_plan, without_plan, hardly_known];
    kinds.into_iter().cycle().take(count).map(|kind| kind(&mut chance)).collect()
}

/// Somebody who was discharged with a plan.
fn with_plan(chance: &mut Chance) -> Plain {
    let mut plain = anybody(chance);
    let discharged = plain.as_of.saturating_add(chance.days(-21, 5).days());
    let after = |chance: &mut Chance, days| discharged.saturating_add(chance.days(0, days).days());
    plain.plan_issued = Told::Value(true);
    plain.self_training_only = Told::Value(chance.percent(4));
    plain.plan_type = told(chance, 95, |chance| mostly(chance, PlanType::GeneralTraining));
    plain.discharged_on = told(chance, 80, |_| discharged);
    plain.contact_ended_on = told(chance, 60, |_| discharged);
    plain.offer_made_on = told(chance, 60, |chance| after(chance, 8));
    plain.offered_start_on = told(chance, 70, |chance| after(chance, 14));
    if chance.percent(15) {
        plain.plan_start_on = Told::Value(after(chance, 20));
        plain.plan_start_meaning = told(chance, 80, any);
        plain.plan_start_reason_given = told(chance, 80, |chance| chance.percent(70));
    }
    if chance.percent(5) {
        let from = after(chance, 6);
        let through = chance.percent(70).then(|| from.saturating_add(chance.days(0, 9).days()));
        plain.readmissions.push(Readmission { from, through });
    }
    if chance.percent(10) {
        let made_on = chance.percent(70).then(|| after(chance, 8));
        plain.other_offers.push(Offer { made_on, start_on: after(chance, 14) });
    }
    if chance.percent(10) {
        plain.training_started_on = Told::Value(after(chance, 20));
        plain.training_ended_on = told(chance, 30, |chance| after(chance, 20));
        plain.training_end_reason = told(chance, 50, any);
    }
    plain
}

/// Somebody who comes by themselves.
fn without_plan(chance: &mut Chance) -> Plain {
    let mut plain = anybody(chance);
    plain.plan_issued = told(chance, 70, |_| false);
    plain.contact_kinds = told(chance, 60, |chance| if chance.percent(60) { Set::NONE } else { some(chance) });
    plain.physical_ability_reduced = told(chance, 90, |chance| chance.percent(90));
    plain.mental_ability_reduced = told(chance, 70, |chance| chance.percent(20));
    plain.need_kinds = told(chance, 85, some);
    plain.need_causes = told(chance, 85, some);
    plain.requested_on = told(chance, 30, |chance| plain.as_of.saturating_add(chance.days(-60, 5).days()));
    plain.decided_on = told(chance, 20, |chance| plain.as_of.saturating_add(chance.days(-60, 5).days()));
    plain.same_as_elderly = told(chance, 20, |chance| chance.percent(50));
    plain
}

/// Somebody of whom little is known yet: each fact is told one time in three.
fn hardly_known(chance: &mut Chance) -> Plain {
    let mut plain = Plain::on(day(chance));
    let near = |chance: &mut Chance, plain: &Plain| plain.as_of.saturating_add(chance.days(-20, 10).days());
    plain.age_years = told(chance, 33, |chance| chance.days(5, 95));
    plain.registered_in_denmark = told(chance, 33, |chance| chance.percent(80));
    plain.physical_ability_reduced = told(chance, 33, |chance| chance.percent(80));
    plain.mental_ability_reduced = told(chance, 33, |chance| chance.percent(40));
    plain.special_social_problems = told(chance, 33, |chance| chance.percent(40));
    plain.discharged_on = told(chance, 20, |chance| near(chance, &plain));
    plain.contact_ended_on = told(chance, 33, |chance| near(chance, &plain));
    plain.contact_end_reason = told(chance, 50, any);
    plain.contact_kinds = told(chance, 33, some);
    plain.referred_on_to = told(chance, 50, any);
    plain.treated_in_admission = told(chance, 33, |chance| chance.percent(30));
    plain.hospital_kind = told(chance, 33, any);
    plain.hospital_financing = told(chance, 33, any);
    plain.patient_group = told(chance, 33, any);
    plain.plan_issued = told(chance, 60, |chance| chance.percent(75));
    plain.self_training_only = told(chance, 33, |chance| chance.percent(20));
    plain.plan_type = told(chance, 33, any);
    plain.need_arose_on = told(chance, 33, |chance| near(chance, &plain));
    plain.need_is_somatic = told(chance, 33, |chance| chance.percent(80));
    plain.need_kinds = told(chance, 33, some);
    plain.need_causes = told(chance, 33, some);
    plain.individual_effort_needed = told(chance, 33, |chance| chance.percent(70));
    plain.training_aims = told(chance, 33, some);
    plain.offer_made_on = told(chance, 33, |chance| near(chance, &plain));
    plain.offered_start_on = told(chance, 33, |chance| near(chance, &plain));
    plain.under_elder_act = told(chance, 33, |chance| chance.percent(30));
    plain
}

/// What is known of most people who have a case.
fn anybody(chance: &mut Chance) -> Plain {
    let mut plain = Plain::on(day(chance));
    let years = if chance.percent(8) { chance.days(3, 17) } else { chance.days(18, 95) };
    let born = plain.as_of.saturating_sub(years.years()).saturating_sub(chance.days(0, 364).days());
    plain.born_on = told(chance, 95, |_| born);
    plain.registered_in_denmark = told(chance, 50, |chance| chance.percent(97));
    plain.physical_ability_reduced = told(chance, 60, |chance| chance.percent(90));
    plain.contact_end_reason = told(chance, 60, |chance| mostly(chance, HospitalContactEndReason::TreatmentFinished));
    plain.contact_kinds = told(chance, 60, some);
    plain.referred_on_to = told(chance, 60, any);
    plain.hospital_kind = told(chance, 50, |chance| mostly(chance, HospitalKind::PublicHospital));
    plain.hospital_financing = told(chance, 50, any);
    plain.patient_group = told(chance, 50, |chance| mostly(chance, HospitalPatientGroup::Somatic));
    plain.need_is_somatic = told(chance, 50, |chance| chance.percent(95));
    plain.treated_in_admission = told(chance, 40, |chance| chance.percent(20));
    plain.need_kinds = told(chance, 50, some);
    plain.need_causes = told(chance, 60, some);
    plain.training_aims = told(chance, 50, some);
    plain.individual_effort_needed = told(chance, 50, |chance| chance.percent(80));
    plain.under_elder_act = told(chance, 40, |chance| chance.percent(30));
    plain
}

fn day(chance: &mut Chance) -> Date {
    FIRST_DAY.saturating_add(chance.days(0, DAYS).days())
}

/// A value so many times in a hundred; else not told yet, or now and then known not to be.
fn told<V>(chance: &mut Chance, percent: u32, value: impl FnOnce(&mut Chance) -> V) -> Told<V> {
    match (chance.percent(percent), chance.percent(15)) {
        (true, _) => Told::Value(value(chance)),
        (false, true) => Told::Absent,
        (false, false) => Told::NotYet,
    }
}

/// Any value.
fn any<C: Choice>(chance: &mut Chance) -> C {
    chance.one_of(C::ALL)
}

/// This value, or now and then any.
fn mostly<C: Choice>(chance: &mut Chance, usual: C) -> C {
    if chance.percent(60) { usual } else { any(chance) }
}

/// Some of the values, now and then none.
fn some<C: Choice>(chance: &mut Chance) -> Set<C> {
    let chosen: Vec<C> = C::ALL.iter().copied().filter(|_| chance.percent(30)).collect();
    Set::of(&chosen)
}
