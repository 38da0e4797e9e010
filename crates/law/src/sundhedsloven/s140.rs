//! Sundhedsloven § 140: free rehabilitation training after discharge, on the hospital's plan.

use jiff::civil::Date;

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book::{self, Rule};
use crate::fact::{
    self, FactSet, HospitalContactEndReason, HospitalContactKinds, HospitalPatientGroup, HospitalReferredOnTo, Read,
};
use crate::inquiry::Inquiry;
use crate::ruling::{Outcome, Ruling};
use crate::trace::{Note, Tracer};

/// Is the end of the hospital contact a discharge, in the meaning of the rules on rehabilitation?
///
/// A bed stay isn't needed: an out-patient clinic, an emergency unit and a day unit discharge as well. The contact's end
/// counts, whatever the hospital goes on doing for the patient at home or at check-ups. Only a transfer to another bed is
/// none. The guidance's examples are open: an end that is like none of them is left to a person, never answered *No*.
pub fn is_discharge<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.rule(book::DEF_DISCHARGE_END_FINISHED, |inquiry| {
        let main = book::DEF_DISCHARGE_END_FINISHED;
        let contact = inquiry.read(fact::HOSPITAL_CONTACT_KINDS);
        if let Read::Known(kinds) = contact {
            if kinds.is_empty() {
                return Ruling { outcome: Outcome::No, by: main };
            }
            for kind in kinds.iter() {
                let _ = inquiry.rule(unit_that_discharges(kind), |_| Answer::Yes);
            }
        }
        match inquiry.read(fact::HOSPITAL_CONTACT_END_REASON) {
            Read::Known(reason) => how_it_ended(inquiry, reason),
            Read::Absent => Ruling { outcome: Outcome::No, by: main },
            Read::Missing(facts) => Ruling { outcome: Outcome::Missing(facts), by: main },
        }
    })
}

/// The rule that lets a kind of hospital contact end in a discharge (DEF-DISCHARGE-WARD, -OUTPATIENT, -EMERGENCY,
/// -DAY-UNIT; check-ups by HJ-TARGET-CONTACT-KINDS).
pub fn unit_that_discharges(kind: HospitalContactKinds) -> Rule {
    match kind {
        HospitalContactKinds::Admission => book::DEF_DISCHARGE_WARD,
        HospitalContactKinds::OutPatient => book::DEF_DISCHARGE_OUTPATIENT,
        HospitalContactKinds::Emergency => book::DEF_DISCHARGE_EMERGENCY,
        HospitalContactKinds::DayUnit => book::DEF_DISCHARGE_DAY_UNIT,
        HospitalContactKinds::CheckUp => book::HJ_TARGET_CONTACT_KINDS,
    }
}

fn how_it_ended<T: Tracer>(inquiry: &mut Inquiry<'_, T>, reason: HospitalContactEndReason) -> Ruling {
    let yes = |by| Ruling { outcome: Outcome::Yes, by };
    match reason {
        HospitalContactEndReason::TreatmentFinished => {
            still_followed(inquiry);
            yes(book::DEF_DISCHARGE_END_FINISHED)
        }
        HospitalContactEndReason::ReferredOn => where_to(inquiry),
        HospitalContactEndReason::Transferred => transfer(inquiry),
        HospitalContactEndReason::LeftAgainstAdvice
        | HospitalContactEndReason::Died
        | HospitalContactEndReason::Other => like_no_example(inquiry),
    }
}

/// Check-ups and outreach teams after the discharge don't move its date.
fn still_followed<T: Tracer>(inquiry: &mut Inquiry<'_, T>) {
    let followed = inquiry.read(fact::HOSPITAL_FOLLOW_UP).known();
    let rule = match followed {
        Some(fact::HospitalFollowUp::OutreachTeam) => book::DEF_DISCHARGE_EX_OUTREACH,
        Some(fact::HospitalFollowUp::OutPatientControl | fact::HospitalFollowUp::OutPatientTreatment) => {
            book::DEF_DISCHARGE_EX_CONTROL
        }
        Some(fact::HospitalFollowUp::None) | None => book::DEF_DISCHARGE_EX_LEAVES,
    };
    let _ = inquiry.rule(rule, |_| Answer::Yes);
}

fn where_to<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.rule(book::DEF_DISCHARGE_END_REFERRED, |inquiry| {
        let by = book::DEF_DISCHARGE_END_REFERRED;
        match inquiry.read(fact::HOSPITAL_REFERRED_ON_TO) {
            Read::Known(HospitalReferredOnTo::OutPatientClinic | HospitalReferredOnTo::DayUnit) => {
                let _ = inquiry.rule(book::DEF_DISCHARGE_EX_REFERRED_CLINIC, |_| Answer::Yes);
                Ruling { outcome: Outcome::Yes, by }
            }
            Read::Known(HospitalReferredOnTo::OtherBedUnit) => transfer(inquiry),
            // Another hospital may mean a bed there or a visit: nobody but a person can say.
            Read::Known(HospitalReferredOnTo::RegionalHospital | HospitalReferredOnTo::Other) | Read::Absent => {
                like_no_example(inquiry)
            }
            Read::Missing(facts) => Ruling { outcome: Outcome::Missing(facts), by },
        }
    })
}

fn transfer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let _ = inquiry.rule(book::DEF_DISCHARGE_NOT_TRANSFER, |_| Answer::Yes);
    Ruling { outcome: Outcome::No, by: book::DEF_DISCHARGE_NOT_TRANSFER }
}

fn like_no_example<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.rule(book::DEF_DISCHARGE_EXAMPLES_OPEN, |_| Ruling {
        outcome: Outcome::Judge(FactSet::of(fact::HOSPITAL_DISCHARGED_ON.id())),
        by: book::DEF_DISCHARGE_EXAMPLES_OPEN,
    })
}

/// The day of discharge: as stated, else the end of the hospital contact where that is a discharge.
///
/// *Absent* where the contact is known not to have ended in a discharge. Never the day the plan was received.
pub fn discharged_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let stated = inquiry.read(fact::HOSPITAL_DISCHARGED_ON);
    let Read::Missing(asked) = stated else { return stated };
    let told_of_the_end = inquiry.read(fact::HOSPITAL_CONTACT_ENDED_ON).known().is_some()
        || inquiry.read(fact::HOSPITAL_CONTACT_KINDS).known().is_some_and(fact::Set::is_empty);
    if !told_of_the_end {
        return Read::Missing(asked);
    }
    match is_discharge(inquiry).outcome {
        Outcome::Yes => inquiry.read(fact::HOSPITAL_CONTACT_ENDED_ON),
        Outcome::No => Read::Absent,
        Outcome::Judge(_) => Read::Missing(asked),
        Outcome::Missing(facts) => Read::Missing(facts),
    }
}

/// Has this person a right to free rehabilitation training under § 140, stk. 1?
///
/// Three things must hold: a discharge, a medically founded need at the discharge, and a plan that states it; age is
/// never asked (SUL140-ANY-AGE). The hospital's plan establishes the need: the municipality doesn't try it again
/// (HJ-TARGET-GROUP). With a plan at hand the person is presumed to be registered in Denmark and the need to be somatic,
/// until somebody says otherwise.
pub fn entitled<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SUL140_ENTITLED, |right| {
        right
            .unless(book::SUL140_NEED_AT_DISCHARGE, need_arose_after_discharge)
            .provided(book::DEF_GENOPTRAENING_SOMATIC, need_is_somatic)
            .provided(book::HJ_LAW_140, |inquiry| plan_stands(inquiry))
            .provided(book::HJ_TARGET_GROUP, need_is_founded)
            .when(is_in_person_scope)
            .when(is_discharged)
            .provided(book::SUL140_ANY_AGE, |_| Answer::Yes)
    })
}

fn is_discharged<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let discharged = discharged_on(inquiry);
    if let Read::Known(day) = discharged {
        inquiry.note(Note::From(day));
    }
    discharged.is_there()
}

/// A plan for the present need is there, and it asks for more than the citizen's own training.
pub fn plan_stands<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let issued = inquiry.holds(fact::PLAN_ISSUED);
    if !issued.is_yes() {
        return issued;
    }
    !inquiry.rule(book::EGEN_PLAN_NOT_REFERRAL, |inquiry| inquiry.presume(fact::PLAN_SELF_TRAINING_ONLY, false).holds())
}

/// Only a need that is known to have arisen after the discharge is outside the right. A plan says that the need was
/// there; then nobody asks when it arose.
fn need_arose_after_discharge<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    if inquiry.holds(fact::PLAN_ISSUED).is_yes() {
        return Answer::No;
    }
    let arose = inquiry.read(fact::NEED_AROSE_ON);
    match (arose, inquiry.read(fact::HOSPITAL_DISCHARGED_ON)) {
        (Read::Known(arose), Read::Known(discharged)) => Answer::known(arose > discharged),
        // Without a plan the right fails for want of one; the day the need arose is not asked for.
        _ => Answer::No,
    }
}

fn need_is_founded<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    if inquiry.holds(fact::PLAN_ISSUED).is_yes() {
        return Answer::Yes;
    }
    inquiry.holds(fact::NEED_MEDICALLY_FOUNDED)
}

/// A psychiatric patient is covered where the need is somatic, and only there.
fn need_is_somatic<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let psychiatric = inquiry.presume(fact::HOSPITAL_PATIENT_GROUP, HospitalPatientGroup::Somatic);
    if psychiatric.is(|group| group == HospitalPatientGroup::Psychiatric).is_yes() {
        return inquiry.rule(book::DEF_GENOPTRAENING_PSYCHIATRIC, |inquiry| inquiry.holds(fact::NEED_IS_SOMATIC));
    }
    inquiry.presume(fact::NEED_IS_SOMATIC, true).holds()
}

/// Registered in Denmark. Others may have the right by agreement with other countries: a question for a person.
fn is_in_person_scope<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    match inquiry.presume(fact::CITIZEN_REGISTERED_IN_DENMARK, true) {
        Read::Known(true) => Answer::Yes,
        Read::Known(false) | Read::Absent | Read::Missing(_) => {
            Answer::Missing(FactSet::of(fact::CITIZEN_INSURED_COUNTRY.id()))
        }
    }
}

/// Must the municipality offer training now? From the receipt of a plan that gives the right (SUL140-OFFER).
pub fn must_offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.rule(book::SUL140_OFFER, |inquiry| {
        let received = inquiry.has_happened(fact::PLAN_RECEIVED_ON);
        let right = entitled(inquiry).answer();
        received.and(right)
    })
}

// ---------- bars: the need is the hospital's to assess ----------

/// May the municipality refuse the plan, or end the training, since it sees no need?
pub fn refuse_for_want_of_need<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::RefuseForWantOfNeed, book::SUL140_NO_OVERRIDE_NEED, |inquiry| {
        inquiry.rule(book::HJ_NEED_HOSPITAL_ASSESSES, |inquiry| inquiry.holds(fact::PLAN_ISSUED))
    })
}

/// May the municipality make ordinary training of specialised, or the other way round?
pub fn change_plan_type<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::ChangePlanType, book::SUL140_NO_OVERRIDE_SPECIALISED, |inquiry| {
        inquiry.holds(fact::PLAN_ISSUED)
    })
}

/// May the municipality ask for a referral or an application before it acts on the plan?
pub fn demand_referral<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::DemandReferral, book::PLAN_IS_REFERRAL, plan_stands)
}

/// May age be held against a person who asks for training under § 140?
pub fn refuse_for_age<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::RefuseForAge, book::SUL140_ANY_AGE, |inquiry| inquiry.holds(fact::PLAN_ISSUED))
}
