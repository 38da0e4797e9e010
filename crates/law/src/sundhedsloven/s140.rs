//! Sundhedsloven § 140: free rehabilitation training after discharge, on the hospital's plan.

use jiff::civil::Date;

use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book::{self, Rule};
use crate::duty::Owed;
use crate::fact::{
    self, FactSet, HospitalContactEndReason, HospitalContactKinds, HospitalFinancing, HospitalFollowUp, HospitalKind,
    HospitalPatientGroup, HospitalReferredOnTo, Read, TrainingProvision,
};
use crate::inquiry::Inquiry;
use crate::ruling::{Outcome, Ruling};
use crate::sundhedsloven::s140_region;
use crate::trace::{Note, Tracer};

/// Is the end of the hospital contact a discharge, in the meaning of the rules on rehabilitation?
///
/// A bed stay isn't needed: an out-patient clinic, an emergency unit and a day unit discharge as well. The contact's end
/// counts, whatever the hospital goes on doing for the patient at home or at check-ups. Only a transfer to another bed is
/// none. The guidance's examples are open: an end that is like none of them is left to a person, never answered *No*.
pub fn is_discharge<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.rule(book::DEF_DISCHARGE_END_FINISHED, |inquiry| {
        let by = book::DEF_DISCHARGE_END_FINISHED;
        let reason = inquiry.read(fact::HOSPITAL_CONTACT_END_REASON);
        let kinds = inquiry.read(fact::HOSPITAL_CONTACT_KINDS).known();
        for kind in kinds.into_iter().flat_map(fact::Set::iter) {
            inquiry.state(unit_that_discharges(kind));
        }
        match reason {
            Read::Known(reason) => how_it_ended(inquiry, reason),
            // Without a contact nobody was discharged, and a contact that hasn't ended has no discharge yet.
            Read::Absent => Ruling { outcome: Outcome::No, by },
            Read::Missing(_) if kinds.is_some_and(fact::Set::is_empty) => {
                inquiry.presume_absent(fact::HOSPITAL_CONTACT_END_REASON).known();
                Ruling { outcome: Outcome::No, by }
            }
            Read::Missing(facts) => Ruling { outcome: Outcome::Missing(facts), by },
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
    match reason {
        HospitalContactEndReason::TreatmentFinished => {
            still_followed(inquiry);
            Ruling { outcome: Outcome::Yes, by: book::DEF_DISCHARGE_END_FINISHED }
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
    let rule = match inquiry.read(fact::HOSPITAL_FOLLOW_UP).known() {
        Some(HospitalFollowUp::OutreachTeam) => book::DEF_DISCHARGE_EX_OUTREACH,
        Some(HospitalFollowUp::OutPatientControl | HospitalFollowUp::OutPatientTreatment) => {
            book::DEF_DISCHARGE_EX_CONTROL
        }
        Some(HospitalFollowUp::None) | None => book::DEF_DISCHARGE_EX_LEAVES,
    };
    inquiry.state(rule);
}

fn where_to<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.rule(book::DEF_DISCHARGE_END_REFERRED, |inquiry| {
        let by = book::DEF_DISCHARGE_END_REFERRED;
        match inquiry.read(fact::HOSPITAL_REFERRED_ON_TO) {
            Read::Known(HospitalReferredOnTo::OutPatientClinic | HospitalReferredOnTo::DayUnit) => {
                inquiry.state(book::DEF_DISCHARGE_EX_REFERRED_CLINIC);
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
    inquiry.state(book::DEF_DISCHARGE_NOT_TRANSFER);
    Ruling { outcome: Outcome::No, by: book::DEF_DISCHARGE_NOT_TRANSFER }
}

fn like_no_example<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.rule(book::DEF_DISCHARGE_EXAMPLES_OPEN, |_| Ruling {
        outcome: Outcome::Judge(FactSet::of(fact::HOSPITAL_DISCHARGED_ON.id())),
        by: book::DEF_DISCHARGE_EXAMPLES_OPEN,
    })
}

/// A discharge, and the rule that tells.
struct Discharge {
    on: Read<Date>,
    ruling: Ruling,
}

/// The day of discharge: as stated, else the end of the hospital contact where that is a discharge.
///
/// *Absent* where the contact is known not to have ended in a discharge. Never the day the plan was received. A day to come is
/// an expectation. A day that is stated against how the contact ended still starts the clock, until a person has asked the hospital.
pub fn discharged_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    discharge(inquiry).on
}

fn discharge<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Discharge {
    let main = book::SUL140_ENTITLED;
    let found = match inquiry.read(fact::HOSPITAL_DISCHARGED_ON) {
        Read::Missing(asked) if is_told_of_the_end(inquiry) => end_of_contact(inquiry, asked),
        Read::Missing(asked) => {
            Discharge { on: Read::Missing(asked), ruling: Ruling { outcome: Outcome::Missing(asked), by: main } }
        }
        Read::Known(day) => {
            let stated = Ruling { outcome: Outcome::Yes, by: main };
            Discharge { on: Read::Known(day), ruling: told_otherwise(inquiry, day).unwrap_or(stated) }
        }
        Read::Absent => Discharge { on: Read::Absent, ruling: Ruling { outcome: Outcome::No, by: main } },
    };
    if found.on.known().is_some_and(|day| day > inquiry.as_of()) {
        inquiry.foresee();
    }
    found
}

/// A discharge is stated, and a contact that ended otherwise: both can't be true, and neither wins over the other.
fn told_otherwise<T: Tracer>(inquiry: &mut Inquiry<'_, T>, discharged: Date) -> Option<Ruling> {
    let reason = inquiry.presume_absent(fact::HOSPITAL_CONTACT_END_REASON).known()?;
    let by = match reason {
        HospitalContactEndReason::Died => book::DEF_DISCHARGE_EXAMPLES_OPEN,
        // Who was moved to another bed first can be discharged from that one later.
        HospitalContactEndReason::Transferred if !ended_before(inquiry, discharged) => book::DEF_DISCHARGE_NOT_TRANSFER,
        HospitalContactEndReason::ReferredOn
            if inquiry.presume_absent(fact::HOSPITAL_REFERRED_ON_TO)
                == Read::Known(HospitalReferredOnTo::OtherBedUnit)
                && !ended_before(inquiry, discharged) =>
        {
            book::DEF_DISCHARGE_NOT_TRANSFER
        }
        _ => return None,
    };
    let judgement = Outcome::Judge(FactSet::of(fact::HOSPITAL_CONTACT_END_REASON.id()));
    Some(inquiry.rule(by, |_| Ruling { outcome: judgement, by }))
}

fn ended_before<T: Tracer>(inquiry: &mut Inquiry<'_, T>, day: Date) -> bool {
    inquiry.presume_absent(fact::HOSPITAL_CONTACT_ENDED_ON).known().is_some_and(|ended| ended < day)
}

/// Whether anything is known of how the hospital contact ended; if not, the day of discharge itself is asked for.
fn is_told_of_the_end<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> bool {
    inquiry.read(fact::HOSPITAL_CONTACT_ENDED_ON).known().is_some()
        || inquiry.exists(fact::HOSPITAL_CONTACT_END_REASON).missing().is_empty()
        || inquiry.read(fact::HOSPITAL_CONTACT_KINDS).known().is_some_and(fact::Set::is_empty)
}

/// Until somebody states the day of discharge, the contact tells it.
fn end_of_contact<T: Tracer>(inquiry: &mut Inquiry<'_, T>, asked: FactSet) -> Discharge {
    let ruling = is_discharge(inquiry);
    let ended = inquiry.read(fact::HOSPITAL_CONTACT_ENDED_ON);
    let on = match (ruling.outcome, ended) {
        (Outcome::Yes, Read::Known(day)) => Read::Known(day),
        (Outcome::No, _) => Read::Absent,
        // How it ended is asked for where its day is known; else the day of discharge itself.
        (Outcome::Missing(facts), Read::Known(_)) => Read::Missing(facts),
        (Outcome::Yes | Outcome::Judge(_) | Outcome::Missing(_), _) => Read::Missing(asked),
    };
    if !matches!(on, Read::Missing(_)) {
        inquiry.presume_absent(fact::HOSPITAL_DISCHARGED_ON).known();
    }
    let ruling = match (on, ruling.outcome) {
        // How it ended is known; it is the day that is wanting.
        (Read::Missing(facts), Outcome::Yes) => Ruling { outcome: Outcome::Missing(facts), by: book::SUL140_ENTITLED },
        (Read::Missing(facts), Outcome::Missing(_)) => Ruling { outcome: Outcome::Missing(facts), by: ruling.by },
        (Read::Known(_), _) => Ruling { outcome: Outcome::Yes, by: book::SUL140_ENTITLED },
        _ => ruling,
    };
    Discharge { on, ruling }
}

/// Has this person a right to free rehabilitation training under § 140, stk. 1?
///
/// A discharge, and a plan that states the need that there was then; age is never asked (SUL140-ANY-AGE). The hospital's plan
/// establishes the need: the municipality doesn't try it again (HJ-TARGET-GROUP). With a plan at hand the person is presumed to
/// be registered in Denmark, the need to be somatic and the hospital to be one that may make plans, until somebody says otherwise.
pub fn entitled<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    inquiry.grant(book::SUL140_ENTITLED, |right| {
        right
            .unless(book::SUL140_NEED_AT_DISCHARGE, need_arose_after_discharge)
            .provided(book::HJ_LAW_140, a_plan_is_there)
            .unless(book::EGEN_PLAN_NOT_REFERRAL, is_for_self_training_only)
            .unless(book::GP_SELF_PAID_NO_COMPETENCE, is_from_a_hospital_the_patient_paid)
            .provided(book::DEF_GENOPTRAENING_SOMATIC, need_is_somatic)
            .when(is_in_person_scope)
            .rests_on(s140_region::is_the_municipalitys_to_grant)
            .rests_on(is_discharged)
            .provided(book::SUL140_ANY_AGE, |_| Answer::Yes)
            .provided(book::SUL140_STAT_AFTER_2026, |_| Answer::Yes)
    })
}

/// A plan was made. Where none was, and the illness was treated in connection with an admission, training without a plan is shut too:
/// then the want of a plan is put to the hospital and refuses nothing by itself (CF-HOSPITAL-CONTACT-GAP).
fn a_plan_is_there<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let plan = inquiry.holds(fact::PLAN_ISSUED);
    let treated = fact::HOSPITAL_TREATS_CAUSE_IN_ADMISSION;
    if plan.is_no() && inquiry.presume(treated, false).holds().is_yes() {
        return Answer::Missing(FactSet::EMPTY);
    }
    plan
}

fn is_discharged<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    // While the hospital is being asked for a plan, nobody is asked for the day.
    if inquiry.holds(fact::PLAN_ISSUED).is_no() {
        return Ruling { outcome: Outcome::Yes, by: book::SUL140_ENTITLED };
    }
    let Discharge { on, ruling } = discharge(inquiry);
    if let Read::Known(day) = on {
        inquiry.note(Note::From(day));
    }
    ruling
}

/// How firmly a duty under § 140 stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Footing {
    /// The right is there, and with it the duty.
    Firm,
    /// A person must judge the right, or facts of it are missing. The duty isn't dropped for that: it stands until somebody has
    /// said that there is no right.
    Provisional(FactSet),
    /// These facts would tell whether anything is owed.
    Missing(FactSet),
    /// Nobody owes anything.
    Gone,
}

impl Footing {
    /// The footing of a duty that hangs on this condition alone.
    pub(crate) fn of(condition: Answer) -> Self {
        match condition {
            Answer::Yes => Self::Firm,
            Answer::No => Self::Gone,
            Answer::Missing(facts) => Self::Missing(facts),
        }
    }

    /// Whether the duty may still fall away, and the facts that would tell; where nothing is owed, that.
    ///
    /// # Errors
    /// What to answer in the duty's place.
    pub(crate) fn stand(self) -> Result<(bool, FactSet), Owed> {
        match self {
            Self::Firm => Ok((false, FactSet::EMPTY)),
            Self::Provisional(facts) => Ok((true, facts)),
            Self::Missing(facts) => Err(Owed::Missing(facts)),
            Self::Gone => Err(Owed::No),
        }
    }
}

/// What a duty under § 140 stands on: the right of stk. 1, a plan, and a condition of its own.
pub(crate) fn footing<T: Tracer>(inquiry: &mut Inquiry<'_, T>, condition: Answer) -> Footing {
    let right = entitled(inquiry);
    match Footing::of(plan_stands(inquiry).and(condition)) {
        _ if right.outcome == Outcome::No => Footing::Gone,
        Footing::Firm if right.outcome != Outcome::Yes => Footing::Provisional(right.missing()),
        footing => footing,
    }
}

/// A plan for the present need is there, it asks for more than the citizen's own training, and it comes from a hospital that
/// may make one.
pub fn plan_stands<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let issued = inquiry.holds(fact::PLAN_ISSUED);
    if !issued.is_yes() {
        return issued;
    }
    let own_training = inquiry.rule(book::EGEN_PLAN_NOT_REFERRAL, is_for_self_training_only);
    let paid = inquiry.rule(book::GP_SELF_PAID_NO_COMPETENCE, is_from_a_hospital_the_patient_paid);
    !own_training.or(paid)
}

fn is_for_self_training_only<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.presume(fact::PLAN_SELF_TRAINING_ONLY, false).holds()
}

/// A private hospital has no say of the need after treatment that the patient paid for. Treatment under the extended free choice
/// of hospital is the public's, also there.
fn is_from_a_hospital_the_patient_paid<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let private = inquiry.presume_absent(fact::HOSPITAL_KIND).is(|kind| kind == HospitalKind::PrivateHospital);
    if private.is_no() {
        return private;
    }
    inquiry.presume_absent(fact::HOSPITAL_FINANCING).is(|paid_by| paid_by == HospitalFinancing::Patient)
}

/// Only a need that is known to have arisen after the discharge is outside the right. A plan says that the need was
/// there; then nobody asks when it arose.
fn need_arose_after_discharge<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    if !inquiry.holds(fact::PLAN_ISSUED).is_no() {
        return Answer::No;
    }
    let arose = inquiry.read(fact::NEED_AROSE_ON).known();
    let discharged = inquiry.read(fact::HOSPITAL_DISCHARGED_ON).known();
    // Without a plan the right fails for want of one; the day the need arose is not asked for.
    Answer::known(arose.zip(discharged).is_some_and(|(arose, discharged)| arose > discharged))
}

/// A psychiatric patient is covered where the need is somatic, and only there.
fn need_is_somatic<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let group = inquiry.presume(fact::HOSPITAL_PATIENT_GROUP, HospitalPatientGroup::Somatic);
    if group.is(|group| group == HospitalPatientGroup::Psychiatric).is_yes() {
        return inquiry.rule(book::DEF_GENOPTRAENING_PSYCHIATRIC, |inquiry| inquiry.holds(fact::NEED_IS_SOMATIC));
    }
    inquiry.presume(fact::NEED_IS_SOMATIC, true).holds()
}

/// Registered in Denmark. Others may have the right by agreement with other countries: a question for a person, that no fact
/// of this version settles.
fn is_in_person_scope<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    match inquiry.presume(fact::CITIZEN_REGISTERED_IN_DENMARK, true) {
        Read::Known(true) => Answer::Yes,
        Read::Known(false) | Read::Absent | Read::Missing(_) => Answer::Missing(FactSet::EMPTY),
    }
}

// ---------- bars: the need is the hospital's to assess ----------

/// May the municipality refuse the plan, or end the training, since it sees no need? A plan for self-training only may be laid
/// aside: it asks nothing of the municipality.
pub fn refuse_for_want_of_need<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::RefuseForWantOfNeed, book::SUL140_NO_OVERRIDE_NEED, plan_stands)
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

/// May a price be put on the training? Never on training under a hospital's plan, whoever gives it.
pub fn charge<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::Charge, book::HJ_FREE_OF_CHARGE, |inquiry| {
        let under_140 = inquiry
            .presume(fact::TRAINING_PROVISION, TrainingProvision::Sul140)
            .is(|provision| provision == TrainingProvision::Sul140);
        under_140.and(plan_stands(inquiry))
    })
}
