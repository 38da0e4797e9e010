//! What a delivery report says, typed.

use std::fmt;

use case::citizen_number::Cpr;
use case::plan::PlanType;
use jiff::Timestamp;
use jiff::civil::Date;

use super::codes::{
    ActivityStatus, ClinicalStatus, CourseKind, DeliveryType, EncounterClass, EncounterStatus, EndReason,
    FunctionalCondition, InterventionKind, Level, OnHoldReason, RequestStatus, VerificationStatus,
};
use super::time::ReportedTime;

/// The identifier of a part of a report, the same in every report of the sender's about the same thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartId(pub(super) String);

impl PartId {
    /// The identifier as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A delivery report (indberetningsrapport): what is new about one citizen since the report before, and what that refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The report's own identifier.
    pub id: Option<String>,
    /// When it was made.
    pub made_at: Timestamp,
    /// Whom it is about.
    pub citizen: Citizen,
    /// Hospitals and providers.
    pub organisations: Vec<Organisation>,
    /// The plans that came from hospitals.
    pub occasions: Vec<ReferralOccasion>,
    /// The hospital's diagnoses.
    pub diagnoses: Vec<ReportedDiagnosis>,
    /// What training is to change.
    pub conditions: Vec<Condition>,
    /// The courses.
    pub care_plans: Vec<CarePlan>,
    /// What is given.
    pub interventions: Vec<Intervention>,
    /// The meetings, held and planned.
    pub encounters: Vec<Encounter>,
}

/// The citizen of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citizen {
    /// The part's identifier.
    pub id: PartId,
    /// The CPR number. The gateway takes no replacement number.
    pub cpr: Cpr,
    /// Whether the citizen is dead.
    pub is_dead: bool,
    /// False where the record was made by mistake.
    pub has_active_record: Option<bool>,
    /// The SOR code of the municipality, or of the department that keeps the record.
    pub record_keeper: String,
}

/// A hospital or a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The part's identifier.
    pub id: PartId,
    /// Its code.
    pub code: OrganisationCode,
}

/// The code of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OrganisationCode {
    /// In the register of health organisations.
    Sor(String),
    /// In the municipalities' shared organisation system.
    Kombit(String),
}

/// What caused the training (anledning): the plan that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralOccasion {
    /// The part's identifier.
    pub id: PartId,
    /// Where it stands.
    pub status: RequestStatus,
    /// Why nothing was done within the seven days.
    pub on_hold_reason: Option<OnHoldReason>,
    /// The plan that this one takes the place of.
    pub replaces: Option<PartId>,
    /// The hospital's type.
    pub plan_type: PlanType,
    /// The municipality's level, of general training alone.
    pub level: Option<Level>,
    /// The day of discharge.
    pub discharged_on: Date,
    /// When the plan was received in the municipality; when it was sent, where nobody knows better.
    pub received: ReportedTime,
    /// The day that the citizen is offered a first contact on. It counts as the start though that contact is cancelled later.
    pub first_contact_offered: Option<ReportedTime>,
    /// The hospital.
    pub requester: PartId,
    /// The diagnoses that it rests on.
    pub diagnoses: Vec<PartId>,
}

/// A diagnosis of the hospital's (fokustilstand).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedDiagnosis {
    /// The part's identifier.
    pub id: PartId,
    /// The SKS code.
    pub code: Option<String>,
    /// What it is called, or the diagnosis in words.
    pub text: Option<String>,
    /// Whether it is there.
    pub clinical_status: ClinicalStatus,
    /// How sure it is; nothing said means confirmed.
    pub verification: VerificationStatus,
}

/// A condition that training is to change (tilstand).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The part's identifier.
    pub id: PartId,
    /// Which.
    pub condition: FunctionalCondition,
    /// Whether it is there.
    pub clinical_status: Option<ClinicalStatus>,
    /// How sure it is; nothing said means confirmed.
    pub verification: VerificationStatus,
    /// Whether the training still looks at it.
    pub is_in_focus: bool,
    /// The day it was first recorded, which is not the day it began.
    pub recorded: ReportedTime,
}

/// From when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The beginning: for courses and interventions, when they were granted.
    pub start: ReportedTime,
    /// The end, planned or actual.
    pub end: Option<ReportedTime>,
}

/// A course (indsatsforløb): interventions that are given together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarePlan {
    /// The part's identifier.
    pub id: PartId,
    /// Where it stands. Active is ready to act on, not begun.
    pub status: RequestStatus,
    /// What it is for.
    pub kind: CourseKind,
    /// The plan that caused it.
    pub occasion: Option<PartId>,
    /// From the grant on.
    pub period: Period,
    /// How far it has come.
    pub progress: CourseProgress,
    /// Who gives it.
    pub performer: PartId,
}

/// How far a course has come. A course that ended before it was done has its reason, and no other has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourseProgress {
    /// Called off before it began.
    Cancelled(EndReason),
    /// Ended after it began and before it was done.
    Stopped(EndReason),
    /// Any other status.
    At(ActivityStatus),
}

/// One kind of help (indsats).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intervention {
    /// The part's identifier.
    pub id: PartId,
    /// Where it stands.
    pub status: RequestStatus,
    /// The plan that caused it.
    pub occasion: Option<PartId>,
    /// The course that it is part of.
    pub care_plan: Option<PartId>,
    /// Which, by the national classification.
    pub kind: Option<InterventionKind>,
    /// Which, by the municipality's own list.
    pub local: Option<LocalIntervention>,
    /// How it is given: one way at least.
    pub delivery: Vec<DeliveryType>,
    /// From the grant on.
    pub period: Period,
    /// How far it has come.
    pub activity: ActivityStatus,
    /// The conditions that it is to change.
    pub conditions: Vec<PartId>,
    /// Who gives it.
    pub performer: Option<PartId>,
}

/// An intervention of the municipality's own list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalIntervention {
    /// The code.
    pub code: String,
    /// What the municipality calls it.
    pub name: String,
}

/// A meeting with the citizen (borgerkontakt).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encounter {
    /// The part's identifier.
    pub id: PartId,
    /// How far it has come.
    pub status: EncounterStatus,
    /// How they meet.
    pub class: EncounterClass,
    /// The course or the intervention that it is part of.
    pub care_plan: Option<PartId>,
    /// When it begins.
    pub start: ReportedTime,
    /// When it ends. Planned times are enough.
    pub end: ReportedTime,
}
