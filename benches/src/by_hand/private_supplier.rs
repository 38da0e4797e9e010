//! Sundhedsloven § 140, stk. 4.

use jiff::ToSpan;
use jiff::civil::Date;
use law::book;
use law::fact::{PlanStartMeaning, PlanType, TrainingEndReason};

use super::after_hospital::entitled;
use super::discharge::{Day, discharge};
use super::{Decision, Lacks, Offer, Open, Outcome, Plain, Told, no};

const FIRST_DAY_OF_THE_RIGHT: Date = Date::constant(2018, 7, 1);

pub(super) fn may_choose(plain: &Plain) -> Decision {
    if plain.as_of < FIRST_DAY_OF_THE_RIGHT {
        return no(book::SUL140_STAT_BEFORE_2018);
    }
    let mut open = Open::NOTHING;
    if let Some(refused) = open.rests_on(entitled(plain)) {
        return refused;
    }
    match plain.plan_type {
        Told::Value(PlanType::SpecialisedTraining) => return no(book::DS_LAW_140_4_NOT_IN_HOSPITAL),
        Told::Value(PlanType::GeneralTraining | PlanType::SpecialisedRehabilitation) => {}
        Told::NotYet | Told::Absent => open.lacks(Lacks::plan_type, book::DS_LAW_140_4_NOT_IN_HOSPITAL),
    }
    if course_has_ended(plain) {
        return no(book::SUL140_COURSE_ENDED);
    }
    if let Some(refused) = open.rests_on(start_is_late(plain)) {
        return refused;
    }
    open.close(book::DS_LAW_140_4_CHOICE)
}

fn course_has_ended(plain: &Plain) -> bool {
    plain.training_ended_on.value().is_some_and(|ended| ended <= plain.as_of)
        && plain.training_end_reason != Told::Value(TrainingEndReason::TimePassed)
}

fn start_is_late(plain: &Plain) -> Decision {
    let by = book::DS_LAW_140_4_CHOICE;
    let from = match discharge(plain).on {
        Day::Known(discharged) => later_start(plain, discharged).unwrap_or(discharged),
        Day::Absent => return no(by),
        Day::Missing(facts) => {
            let no_offer = if the_only_offer(plain) == Told::NotYet { Lacks::offered_start_on } else { Lacks::NONE };
            return Decision { outcome: Outcome::Missing(facts | no_offer), by };
        }
    };
    if from < FIRST_DAY_OF_THE_RIGHT {
        return Decision { outcome: Outcome::Judge(Lacks::NONE), by: book::SUL140_STAT_BEFORE_2018 };
    }
    let last = last_day(plain, from);
    let is_late = |day: Date| last.is_some_and(|last| day > last);
    let held = plain.training_started_on.value().filter(|day| *day <= plain.as_of);
    if held.is_some_and(|held| !is_late(held)) {
        return no(by);
    }
    let start = match offered_start(plain, from) {
        Told::Value(offered) => offered,
        Told::Absent => plain.as_of,
        Told::NotYet => return Decision { outcome: Outcome::Missing(Lacks::offered_start_on), by },
    };
    Decision { outcome: if is_late(start) { Outcome::Yes } else { Outcome::No }, by }
}

/// The last of the seven days; none while a stay in hospital stops them.
fn last_day(plain: &Plain, from: Date) -> Option<Date> {
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

/// The earliest start that was offered by the day asked about, of those that were possible.
fn offered_start(plain: &Plain, earliest: Date) -> Told<Date> {
    let one = match the_only_offer(plain) {
        Told::NotYet => return Told::NotYet,
        told => told.value(),
    };
    let stands = |offer: &Offer| {
        offer.made_on.is_none_or(|made| made <= plain.as_of && made <= offer.start_on) && earliest <= offer.start_on
    };
    let offers = one.into_iter().chain(plain.other_offers.iter().copied());
    offers.filter(stands).map(|offer| offer.start_on).min().map_or(Told::Absent, Told::Value)
}

fn the_only_offer(plain: &Plain) -> Told<Offer> {
    match (plain.offer_made_on, plain.offered_start_on) {
        (Told::Value(made), _) if made > plain.as_of => Told::Absent,
        (Told::Absent, Told::NotYet) | (_, Told::Absent) => Told::Absent,
        (_, Told::NotYet) => Told::NotYet,
        (made, Told::Value(start_on)) => Told::Value(Offer { made_on: made.value(), start_on }),
    }
}
