//! Sundhedsloven § 140, stk. 4.

use jiff::ToSpan;
use jiff::civil::Date;
use law::book;
use law::fact::{PlanStartMeaning, PlanType};

use super::after_hospital::{is_for_self_training_only, is_paid_by_the_patient};
use super::discharge::{Day, discharge};
use super::{Decision, Lacks, Open, Plain, Told, Truth, no};

const FIRST_DAY_OF_THE_RIGHT: Date = Date::constant(2018, 7, 1);

pub(super) fn may_choose(plain: &Plain) -> Decision {
    if plain.as_of < FIRST_DAY_OF_THE_RIGHT {
        return no(book::SUL140_STAT_BEFORE_2018);
    }
    let mut open = Open::NOTHING;
    match plain.plan_issued {
        Told::Value(true) if is_for_self_training_only(plain) || is_paid_by_the_patient(plain) => {
            return no(book::HJ_LAW_140);
        }
        Told::Value(true) => {}
        Told::NotYet => open.lacks(Lacks::plan_issued, book::HJ_LAW_140),
        Told::Value(false) | Told::Absent => return no(book::HJ_LAW_140),
    }
    match plain.plan_type {
        Told::Value(PlanType::SpecialisedTraining) => return no(book::DS_LAW_140_4_NOT_IN_HOSPITAL),
        Told::Value(PlanType::GeneralTraining | PlanType::SpecialisedRehabilitation) => {}
        Told::NotYet | Told::Absent => open.lacks(Lacks::plan_type, book::DS_LAW_140_4_NOT_IN_HOSPITAL),
    }
    match start_is_late(plain) {
        Truth::Yes => {}
        Truth::No => return no(book::DS_LAW_140_4_CHOICE),
        Truth::Missing(facts) => open.lacks(facts, book::DS_LAW_140_4_CHOICE),
    }
    open.close(book::DS_LAW_140_4_CHOICE)
}

fn start_is_late(plain: &Plain) -> Truth {
    let (last, no_last) = match discharge(plain).on {
        Day::Known(discharged) => (last_day(plain, discharged), Lacks::NONE),
        Day::Absent => return Truth::No,
        Day::Missing(facts) => (None, facts),
    };
    let has_limit = no_last == Lacks::NONE;
    match offered_start(plain) {
        Told::Value(offered) if has_limit => Truth::known(last.is_some_and(|last| offered > last)),
        Told::Absent if has_limit => Truth::known(last.is_some_and(|last| plain.as_of > last)),
        Told::Value(_) | Told::Absent => Truth::Missing(no_last),
        Told::NotYet => Truth::Missing(Lacks::offered_start_on | no_last),
    }
}

/// The last of the seven days; none while a stay in hospital stops them.
fn last_day(plain: &Plain, discharged: Date) -> Option<Date> {
    let from = later_start(plain, discharged).unwrap_or(discharged);
    let mut last = from.saturating_add(7.days());
    let mut given_back_through = from;
    for stay in plain.readmissions.iter().filter(|stay| stay.from <= plain.as_of) {
        let through = stay.through.filter(|day| *day <= plain.as_of);
        if stay.from > last || through.is_some_and(|through| through <= given_back_through) {
            continue;
        }
        let through = through?;
        let before = stay.from.yesterday().unwrap_or(stay.from).max(given_back_through);
        last = last.saturating_add(through.duration_since(before));
        given_back_through = through;
    }
    Some(last)
}

fn later_start(plain: &Plain, discharged: Date) -> Option<Date> {
    let start = plain.plan_start_on.value().filter(|start| *start > discharged)?;
    let is_earliest = matches!(plain.plan_start_meaning, Told::NotYet | Told::Value(PlanStartMeaning::NotBefore));
    (is_earliest && plain.plan_start_reason_given == Told::Value(true)).then_some(start)
}

fn offered_start(plain: &Plain) -> Told<Date> {
    match (plain.offer_made_on, plain.offered_start_on) {
        (Told::Value(made), _) if made > plain.as_of => Told::Absent,
        (Told::Absent, Told::NotYet) => Told::Absent,
        (_, offered) => offered,
    }
}
