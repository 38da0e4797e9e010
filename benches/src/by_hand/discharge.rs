//! The day of discharge, as stated or as the contact with the hospital tells it.

use jiff::civil::Date;
use law::book::{self, Rule};
use law::fact::{HospitalContactEndReason, HospitalReferredOnTo, Set};

use super::{Decision, Lacks, Outcome, Plain, Told};

/// The day, and the decision that it rests on.
pub(super) struct Discharge {
    pub(super) on: Day,
    pub(super) decision: Decision,
}

/// A day that is known, known not to be, or lacks facts.
#[derive(Clone, Copy)]
pub(super) enum Day {
    Known(Date),
    Absent,
    Missing(Lacks),
}

pub(super) fn discharge(plain: &Plain) -> Discharge {
    let by = book::SUL140_ENTITLED;
    match plain.discharged_on {
        Told::Value(day) => {
            let stated = Decision { outcome: Outcome::Yes, by };
            Discharge { on: Day::Known(day), decision: told_otherwise(plain, day).unwrap_or(stated) }
        }
        Told::Absent => Discharge { on: Day::Absent, decision: Decision { outcome: Outcome::No, by } },
        Told::NotYet if is_told_of_the_end(plain) => end_of_contact(plain),
        Told::NotYet => missing(Lacks::discharged_on, by),
    }
}

/// A contact that ended otherwise than in the discharge that is stated.
fn told_otherwise(plain: &Plain, discharged: Date) -> Option<Decision> {
    let ended_before = plain.contact_ended_on.value().is_some_and(|ended| ended < discharged);
    let to_another_bed = plain.referred_on_to == Told::Value(HospitalReferredOnTo::OtherBedUnit);
    let by = match plain.contact_end_reason.value()? {
        HospitalContactEndReason::Died => book::DEF_DISCHARGE_EXAMPLES_OPEN,
        HospitalContactEndReason::Transferred if !ended_before => book::DEF_DISCHARGE_NOT_TRANSFER,
        HospitalContactEndReason::ReferredOn if to_another_bed && !ended_before => book::DEF_DISCHARGE_NOT_TRANSFER,
        _ => return None,
    };
    Some(Decision { outcome: Outcome::Judge(Lacks::contact_end_reason), by })
}

fn missing(facts: Lacks, by: Rule) -> Discharge {
    Discharge { on: Day::Missing(facts), decision: Decision { outcome: Outcome::Missing(facts), by } }
}

fn has_no_contact(plain: &Plain) -> bool {
    plain.contact_kinds.value().is_some_and(Set::is_empty)
}

fn is_told_of_the_end(plain: &Plain) -> bool {
    plain.contact_ended_on.value().is_some() || plain.contact_end_reason != Told::NotYet || has_no_contact(plain)
}

fn end_of_contact(plain: &Plain) -> Discharge {
    let decision = is_discharge(plain);
    match (decision.outcome, plain.contact_ended_on) {
        (Outcome::Yes, Told::Value(day)) => {
            Discharge { on: Day::Known(day), decision: Decision { outcome: Outcome::Yes, by: book::SUL140_ENTITLED } }
        }
        (Outcome::No, _) => Discharge { on: Day::Absent, decision },
        (Outcome::Missing(facts), Told::Value(_)) => missing(facts, decision.by),
        (Outcome::Yes, _) => missing(Lacks::discharged_on, book::SUL140_ENTITLED),
        (Outcome::Missing(_), _) => missing(Lacks::discharged_on, decision.by),
        (Outcome::Judge(_), _) => Discharge { on: Day::Missing(Lacks::discharged_on), decision },
    }
}

fn is_discharge(plain: &Plain) -> Decision {
    let like_no_example =
        Decision { outcome: Outcome::Judge(Lacks::discharged_on), by: book::DEF_DISCHARGE_EXAMPLES_OPEN };
    let transfer = Decision { outcome: Outcome::No, by: book::DEF_DISCHARGE_NOT_TRANSFER };
    let finished = |outcome| Decision { outcome, by: book::DEF_DISCHARGE_END_FINISHED };
    let referred = |outcome| Decision { outcome, by: book::DEF_DISCHARGE_END_REFERRED };
    match plain.contact_end_reason {
        Told::Value(HospitalContactEndReason::TreatmentFinished) => finished(Outcome::Yes),
        Told::Value(HospitalContactEndReason::ReferredOn) => match plain.referred_on_to {
            Told::Value(HospitalReferredOnTo::OutPatientClinic | HospitalReferredOnTo::DayUnit) => {
                referred(Outcome::Yes)
            }
            Told::Value(HospitalReferredOnTo::OtherBedUnit) => transfer,
            Told::Value(HospitalReferredOnTo::RegionalHospital | HospitalReferredOnTo::Other) | Told::Absent => {
                like_no_example
            }
            Told::NotYet => referred(Outcome::Missing(Lacks::referred_on_to)),
        },
        Told::Value(HospitalContactEndReason::Transferred) => transfer,
        Told::Value(
            HospitalContactEndReason::LeftAgainstAdvice
            | HospitalContactEndReason::Died
            | HospitalContactEndReason::Other,
        ) => like_no_example,
        Told::Absent => finished(Outcome::No),
        Told::NotYet if has_no_contact(plain) => finished(Outcome::No),
        Told::NotYet => finished(Outcome::Missing(Lacks::contact_end_reason)),
    }
}
