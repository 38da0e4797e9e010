//! The facts as a plain struct, and the same facts as the law's.

use std::ops::BitOr;

use jiff::civil::Date;
use law::Facts;
use law::fact::{
    self, Fact, FactId, FactSet, FactValue, HospitalContactEndReason, HospitalContactKinds, HospitalFinancing,
    HospitalKind, HospitalPatientGroup, HospitalReferredOnTo, NeedCauses, NeedKinds, PlanStartMeaning, PlanType, Set,
    Slot, TrainingAims, TrainingEndReason, Value,
};

/// What is known of one fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Told<V> {
    /// Nobody has said yet.
    #[default]
    NotYet,
    /// It is known that there is none.
    Absent,
    /// The value.
    Value(V),
}

impl<V> Told<V> {
    pub(super) fn value(self) -> Option<V> {
        match self {
            Self::Value(value) => Some(value),
            Self::NotYet | Self::Absent => None,
        }
    }
}

/// Makes the struct, the bits of what is missing, and the way over to the law's facts, field by field.
macro_rules! plain {
    ($($field:ident: $value:ty = $fact:ident),+ $(,)?) => {
        /// What is known of a person and of their plan on a day.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) struct Plain {
            /// The day asked about.
            pub(crate) as_of: Date,
            /// New stays in hospital, in order of time.
            pub(crate) readmissions: Vec<Readmission>,
            /// Offers beside the one in the fields.
            pub(crate) other_offers: Vec<Offer>,
            $(pub(crate) $field: Told<$value>,)+
        }

        impl Plain {
            /// Nothing is known yet.
            pub(crate) fn on(as_of: Date) -> Self {
                Self { as_of, readmissions: Vec::new(), other_offers: Vec::new(), $($field: Told::NotYet,)+ }
            }

            /// The same as the law's facts.
            pub(crate) fn facts(&self) -> Facts {
                let mut facts = Facts::new();
                $(put(&mut facts, fact::$fact, &self.$field);)+
                for (label, stay) in self.readmissions.iter().enumerate() {
                    stay.put(&mut facts, &format!("readmission_{label}"));
                }
                for (label, offer) in self.other_offers.iter().enumerate() {
                    offer.put(&mut facts, &format!("offer_{label}"));
                }
                facts
            }
        }

        #[expect(non_camel_case_types, reason = "each is the field of that name")]
        #[derive(Clone, Copy)]
        enum Field { $($field,)+ }

        impl Lacks {
            /// The fact of each bit.
            const FACTS: &'static [FactId] = &[$(fact::$fact.id(),)+];
            $(
                #[allow(non_upper_case_globals, dead_code, reason = "each is the field of that name")]
                pub(super) const $field: Self = Self(1 << Field::$field as u64);
            )+
        }
    };
}

plain! {
    born_on: Date = CITIZEN_BORN_ON,
    age_years: i64 = CITIZEN_AGE_YEARS,
    registered_in_denmark: bool = CITIZEN_REGISTERED_IN_DENMARK,
    physical_ability_reduced: bool = CITIZEN_PHYSICAL_ABILITY_REDUCED,
    mental_ability_reduced: bool = CITIZEN_MENTAL_ABILITY_REDUCED,
    special_social_problems: bool = CITIZEN_HAS_SPECIAL_SOCIAL_PROBLEMS,
    discharged_on: Date = HOSPITAL_DISCHARGED_ON,
    contact_ended_on: Date = HOSPITAL_CONTACT_ENDED_ON,
    contact_end_reason: HospitalContactEndReason = HOSPITAL_CONTACT_END_REASON,
    contact_kinds: Set<HospitalContactKinds> = HOSPITAL_CONTACT_KINDS,
    referred_on_to: HospitalReferredOnTo = HOSPITAL_REFERRED_ON_TO,
    treated_in_admission: bool = HOSPITAL_TREATS_CAUSE_IN_ADMISSION,
    hospital_kind: HospitalKind = HOSPITAL_KIND,
    hospital_financing: HospitalFinancing = HOSPITAL_FINANCING,
    patient_group: HospitalPatientGroup = HOSPITAL_PATIENT_GROUP,
    plan_issued: bool = PLAN_ISSUED,
    self_training_only: bool = PLAN_SELF_TRAINING_ONLY,
    plan_type: PlanType = PLAN_TYPE,
    plan_start_on: Date = PLAN_START_ON,
    plan_start_meaning: PlanStartMeaning = PLAN_START_MEANING,
    plan_start_reason_given: bool = PLAN_START_REASON_GIVEN,
    need_arose_on: Date = NEED_AROSE_ON,
    need_is_somatic: bool = NEED_IS_SOMATIC,
    need_kinds: Set<NeedKinds> = NEED_KINDS,
    need_causes: Set<NeedCauses> = NEED_CAUSES,
    individual_effort_needed: bool = NEED_INDIVIDUAL_EFFORT_NEEDED,
    training_aims: Set<TrainingAims> = TRAINING_AIMS,
    offer_made_on: Date = TRAINING_OFFER_MADE_ON,
    offered_start_on: Date = TRAINING_OFFERED_START_ON,
    training_started_on: Date = TRAINING_STARTED_ON,
    training_ended_on: Date = TRAINING_ENDED_ON,
    training_end_reason: TrainingEndReason = TRAINING_END_REASON,
    requested_on: Date = REQUEST_RECEIVED_ON,
    decided_on: Date = DECISION_MADE_ON,
    same_as_elderly: bool = NEED_IS_SAME_AS_ELDERLY,
    under_elder_act: bool = DECISION_UNDER_ELDER_ACT,
}

/// Another stay in hospital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Readmission {
    pub(crate) from: Date,
    /// The day of the new discharge; none while it lasts.
    pub(crate) through: Option<Date>,
}

impl Readmission {
    fn put(self, facts: &mut Facts, label: &str) {
        let known = |day| Slot::Known(Value::Date(day));
        facts.put_labelled(label, fact::HOSPITAL_ADMITTED_ON.id(), known(self.from));
        if let Some(through) = self.through {
            facts.put_labelled(label, fact::HOSPITAL_DISCHARGED_ON.id(), known(through));
        }
    }
}

/// An offer of a start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    pub(crate) made_on: Option<Date>,
    pub(crate) start_on: Date,
}

impl Offer {
    fn put(self, facts: &mut Facts, label: &str) {
        let known = |day| Slot::Known(Value::Date(day));
        facts.put_labelled(label, fact::TRAINING_OFFERED_START_ON.id(), known(self.start_on));
        if let Some(made) = self.made_on {
            facts.put_labelled(label, fact::TRAINING_OFFER_MADE_ON.id(), known(made));
        }
    }
}

fn put<V: FactValue + Clone>(facts: &mut Facts, fact: Fact<V>, told: &Told<V>) {
    match told {
        Told::NotYet => {}
        Told::Absent => {
            facts.set_absent(fact);
        }
        Told::Value(value) => {
            facts.set(fact, value.clone());
        }
    }
}

/// The facts that are missing, a bit for each field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lacks(u64);

impl Lacks {
    pub(super) const NONE: Self = Self(0);

    /// The same facts as the law names them.
    pub(crate) fn facts(self) -> FactSet {
        let lacks = |(bit, fact): (usize, &FactId)| (self.0 & (1 << bit) != 0).then_some(*fact);
        Self::FACTS.iter().enumerate().filter_map(lacks).collect()
    }
}

impl BitOr for Lacks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
