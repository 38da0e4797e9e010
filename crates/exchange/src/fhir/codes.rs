//! The gateway's code lists, each as an enum.
//!
//! From KL Gateway Rehab 2.2.0 with KL's terminology 2.2.0 (CareSocialCodes, Fælles Sprog III) and FHIR R4. Codes are facts; a
//! code that is not on its list makes the report refused.

use case::plan::PlanType;

pub(super) const CARE_SOCIAL: &str = "http://fhir.kl.dk/term/CodeSystem/CareSocialCodes";
pub(super) const FSIII: &str = "urn:oid:1.2.208.176.2.21";
pub(super) const SKS_DIAGNOSES: &str = "urn:oid:1.2.208.176.2.4.12";
pub(super) const LOCAL_INTERVENTIONS: &str = "http://gateway.kl.dk/1.0/CodeSystem/LocallyDefinedInterventions";
pub(super) const ACT_CODES: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
pub(super) const CPR: &str = "urn:oid:1.2.208.176.1.2";
pub(super) const SOR: &str = "urn:oid:1.2.208.176.1.1";
pub(super) const KOMBIT_ORGANISATION: &str = "https://kombit.dk/sts/organisation";

/// A list of codes and what each means.
#[derive(Clone, Copy)]
pub(super) struct CodeList<T: 'static> {
    /// Its name, for the one who has to mend a report.
    pub(super) name: &'static str,
    pub(super) codes: &'static [(&'static str, T)],
}

impl<T: Copy> CodeList<T> {
    pub(super) fn meaning(&self, code: &str) -> Option<T> {
        self.codes.iter().find(|(known, _)| *known == code).map(|(_, meaning)| *meaning)
    }
}

/// What a request or a plan of care is: in force, or not any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequestStatus {
    /// Not in force yet.
    Draft,
    /// In force. Not the same as begun.
    Active,
    /// Not acted on for the time being.
    OnHold,
    /// Withdrawn, or replaced.
    Revoked,
    /// Done.
    Completed,
    /// Should never have been recorded.
    EnteredInError,
    /// Not known.
    Unknown,
}

pub(super) const REQUEST_STATUS: CodeList<RequestStatus> = CodeList {
    name: "request-status",
    codes: &[
        ("draft", RequestStatus::Draft),
        ("active", RequestStatus::Active),
        ("on-hold", RequestStatus::OnHold),
        ("revoked", RequestStatus::Revoked),
        ("completed", RequestStatus::Completed),
        ("entered-in-error", RequestStatus::EnteredInError),
        ("unknown", RequestStatus::Unknown),
    ],
};

/// The municipal level of general training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Basal.
    Basic,
    /// Avanceret.
    Advanced,
}

/// What one category of a plan says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// The hospital's type.
    Type(PlanType),
    /// The municipality's level.
    Level(Level),
}

pub(super) const CATEGORIES: CodeList<Category> = CodeList {
    name: "ServiceRequestTypes140",
    codes: &[
        ("ffd81f78-352e-4589-a195-5350dd1df2a4", Category::Type(PlanType::GeneralTraining)),
        ("0c8e2bfc-1350-45d1-90da-c07e2645d073", Category::Type(PlanType::SpecialisedTraining)),
        ("83c89857-8fb8-4163-97b1-eb1a56345c29", Category::Type(PlanType::SpecialisedRehabilitation)),
        ("8b962281-2ab6-4b10-9c91-4bac592d6d49", Category::Level(Level::Basic)),
        ("b679c454-2da2-46dd-9425-0e52d4aa2bf3", Category::Level(Level::Advanced)),
    ],
};

pub(super) const SERVICES: CodeList<()> =
    CodeList { name: "ServiceTypes140", codes: &[("7fc66c15-0cb3-4c89-9e18-f3a01e6a6592", ())] };

/// Why nothing was done with a plan within the seven days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OnHoldReason {
    /// Another municipality is to act.
    OtherMunicipality,
    /// Postponed, by the hospital or at the citizen's wish.
    Postponed,
    /// The citizen chose another provider.
    FreeChoice,
    /// Recorded by mistake.
    Error,
    /// The citizen was offered another provider and said no.
    FreeChoiceDeclined,
}

pub(super) const ON_HOLD_REASONS: CodeList<OnHoldReason> = CodeList {
    name: "ServiceRequestStatusReasons140",
    codes: &[
        ("f64b8f5e-8ced-4a8b-ab73-8994fb524915", OnHoldReason::OtherMunicipality),
        ("a8632e22-bf0c-4f5a-92a7-70977ba104d5", OnHoldReason::Postponed),
        ("3796fa11-305f-47d6-b164-45b05489afb2", OnHoldReason::FreeChoice),
        ("8ac7be88-5d16-4dbd-a61a-ab02673f4b34", OnHoldReason::Error),
        ("46a6bc1f-bfe8-4390-a71f-44ad4a384b9d", OnHoldReason::FreeChoiceDeclined),
    ],
};

/// What a course is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CourseKind {
    /// Training itself.
    Training,
    /// Looking back at how it went.
    FollowUp,
}

pub(super) const COURSE_KINDS: CodeList<CourseKind> = CodeList {
    name: "CarePlanCategories140",
    codes: &[
        ("f15b2663-94d9-4d0c-a5de-d8bd8e1e4ebb", CourseKind::Training),
        ("4863001e-14c7-4be8-a2da-e4f21a4b6ac4", CourseKind::FollowUp),
    ],
};

/// Why a course ended before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndReason {
    /// The citizen sees no further need.
    NoNeedByCitizen,
    /// The professional sees no further need.
    NoNeedByProfessional,
    /// The citizen declined, for a reason that is not said.
    OptedOut,
    /// Declined because of another illness.
    OptedOutForIllness,
    /// Declined because getting there costs too much.
    OptedOutForTransportCost,
    /// Declined because getting there is too hard.
    OptedOutForTransportLogistics,
    /// Declined for other training.
    OptedOutForOtherTraining,
    /// Something happened that ends it.
    Event,
    /// The citizen did not come or answer.
    NoShow,
}

pub(super) const END_REASONS: CodeList<EndReason> = CodeList {
    name: "CancellationTypes",
    codes: &[
        ("4bbf6d6a-a1c6-41c2-b8c1-7352b7378adf", EndReason::NoNeedByCitizen),
        ("a63b6aa6-7d56-4e67-a5b3-d73f6d262af5", EndReason::NoNeedByProfessional),
        ("3a5a72b7-addf-4857-b80c-04e4246e3072", EndReason::OptedOut),
        ("0cd5734d-b663-47c6-a3da-6b14a937d144", EndReason::OptedOutForIllness),
        ("f8436c2e-af1c-44fe-939d-473b518dd01d", EndReason::OptedOutForTransportCost),
        ("8371b769-4bfb-4ac8-b130-d91c54784a56", EndReason::OptedOutForTransportLogistics),
        ("a3f2bd01-078b-486e-81be-797d192ad7bd", EndReason::OptedOutForOtherTraining),
        ("82e99421-31da-4915-96ed-168ccfa1d20c", EndReason::Event),
        ("ef491570-7884-4acd-bcf7-43d6b2c64762", EndReason::NoShow),
    ],
};

/// How far an activity has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActivityStatus {
    /// Not begun.
    NotStarted,
    /// Has a time ahead.
    Scheduled,
    /// Going on.
    InProgress,
    /// Interrupted.
    OnHold,
    /// Done.
    Completed,
    /// Called off before it began.
    Cancelled,
    /// Ended after it began and before it was done.
    Stopped,
    /// Not known.
    Unknown,
    /// Should never have been recorded.
    EnteredInError,
}

pub(super) const ACTIVITY_STATUS: CodeList<ActivityStatus> = CodeList {
    name: "care-plan-activity-status",
    codes: &[
        ("not-started", ActivityStatus::NotStarted),
        ("scheduled", ActivityStatus::Scheduled),
        ("in-progress", ActivityStatus::InProgress),
        ("on-hold", ActivityStatus::OnHold),
        ("completed", ActivityStatus::Completed),
        ("cancelled", ActivityStatus::Cancelled),
        ("stopped", ActivityStatus::Stopped),
        ("unknown", ActivityStatus::Unknown),
        ("entered-in-error", ActivityStatus::EnteredInError),
    ],
};

/// How an intervention is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeliveryType {
    /// To several citizens together.
    Group,
    /// To one citizen.
    Individual,
    /// By a machine.
    Robot,
    /// Over the net.
    Digital,
}

pub(super) const DELIVERY_TYPES: CodeList<DeliveryType> = CodeList {
    name: "DeliveryTypes140",
    codes: &[
        ("2865f123-15a7-4a36-a514-32ea37c400ca", DeliveryType::Group),
        ("8d12d74c-17da-47a7-a4fe-e69dbaec0a8c", DeliveryType::Individual),
        ("34cdd6ab-3da9-49e8-84dc-1cbf683d4fcf", DeliveryType::Robot),
        ("284857a4-5e91-499a-a001-64d7f0b7038a", DeliveryType::Digital),
    ],
};

/// The kinds of intervention after a hospital stay, by Fælles Sprog III.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InterventionKind {
    /// Terapeutfaglig udredning: the therapist's examination.
    Examination,
    /// Fysisk træning.
    PhysicalTraining,
    /// Kognitiv træning.
    CognitiveTraining,
    /// Opfølgning.
    FollowUp,
    /// Funktionstræning.
    FunctionalTraining,
    /// Vejledning og undervisning.
    Guidance,
    /// ADL-træning: training through daily activities.
    DailyLivingTraining,
    /// Psykomotorisk træning.
    PsychomotorTraining,
    /// Koordinering og kommunikation.
    Coordination,
    /// Manuel behandling.
    ManualTreatment,
}

/// Whether an intervention stands within a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CourseRule {
    Required,
    Optional,
    Forbidden,
}

impl InterventionKind {
    pub(super) const fn course_rule(self) -> CourseRule {
        match self {
            Self::Examination | Self::Coordination => CourseRule::Forbidden,
            Self::FollowUp => CourseRule::Optional,
            Self::PhysicalTraining
            | Self::CognitiveTraining
            | Self::FunctionalTraining
            | Self::Guidance
            | Self::DailyLivingTraining
            | Self::PsychomotorTraining
            | Self::ManualTreatment => CourseRule::Required,
        }
    }
}

pub(super) const INTERVENTION_KINDS: CodeList<InterventionKind> = CodeList {
    name: "KLTrainingInterventionsFSIII",
    codes: &[
        ("1130ad70-6553-490d-87f8-5e8941687a0c", InterventionKind::Examination),
        ("2abe20c7-c0b4-41c1-b397-52acf36499ef", InterventionKind::PhysicalTraining),
        ("2c661159-1bb3-4af2-bdf1-f3a9927a99e2", InterventionKind::CognitiveTraining),
        ("571fa7da-a155-4a84-b780-ef19170d48a0", InterventionKind::FollowUp),
        ("58293f63-00d7-4730-8dbc-c784d40f9e23", InterventionKind::FunctionalTraining),
        ("66fb32c9-ecc3-484b-be49-f20094be237c", InterventionKind::Guidance),
        ("7f825e3e-1a5c-4249-bf41-9f7171fb6b8a", InterventionKind::DailyLivingTraining),
        ("8d714c98-f23a-4722-8a2f-85c162fe4840", InterventionKind::PsychomotorTraining),
        ("ba3e17bd-d4aa-4848-acad-25adc8285c19", InterventionKind::Coordination),
        ("f8ac963c-6ec5-4ec5-bd90-a22fea4e2d16", InterventionKind::ManualTreatment),
    ],
};

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EncounterStatus {
    /// Has a time ahead.
    Planned,
    /// The citizen is there.
    Arrived,
    /// The citizen was looked at.
    Triaged,
    /// Going on.
    InProgress,
    /// The citizen is away for a while.
    OnLeave,
    /// Held.
    Finished,
    /// Called off.
    Cancelled,
    /// Should never have been recorded.
    EnteredInError,
    /// Not known.
    Unknown,
}

pub(super) const ENCOUNTER_STATUS: CodeList<EncounterStatus> = CodeList {
    name: "encounter-status",
    codes: &[
        ("planned", EncounterStatus::Planned),
        ("arrived", EncounterStatus::Arrived),
        ("triaged", EncounterStatus::Triaged),
        ("in-progress", EncounterStatus::InProgress),
        ("onleave", EncounterStatus::OnLeave),
        ("finished", EncounterStatus::Finished),
        ("cancelled", EncounterStatus::Cancelled),
        ("entered-in-error", EncounterStatus::EnteredInError),
        ("unknown", EncounterStatus::Unknown),
    ],
};

/// How citizen and provider meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EncounterClass {
    /// The citizen comes to a place of the municipality's.
    AtFacility,
    /// In the citizen's home.
    AtHome,
    /// By telephone: no start of training.
    ByTelephone,
    /// By screen.
    ByScreen,
    /// Another class that the list permits without a municipal use, by its code.
    Other(&'static str),
}

/// The classes of [`ACT_CODES`].
pub(super) const ACT_CLASSES: CodeList<EncounterClass> = CodeList {
    name: "EncounterClassCodes",
    codes: &[
        ("AMB", EncounterClass::AtFacility),
        ("HH", EncounterClass::AtHome),
        ("VR", EncounterClass::Other("VR")),
        ("EMER", EncounterClass::Other("EMER")),
        ("FLD", EncounterClass::Other("FLD")),
        ("IMP", EncounterClass::Other("IMP")),
        ("ACUTE", EncounterClass::Other("ACUTE")),
        ("NONAC", EncounterClass::Other("NONAC")),
        ("OBSENC", EncounterClass::Other("OBSENC")),
        ("PRENC", EncounterClass::Other("PRENC")),
        ("SS", EncounterClass::Other("SS")),
    ],
};

/// The classes of [`CARE_SOCIAL`].
pub(super) const CARE_SOCIAL_CLASSES: CodeList<EncounterClass> = CodeList {
    name: "EncounterClassCodes",
    codes: &[
        ("1b55a4b0-1156-4f58-b2df-b5c6014d9048", EncounterClass::ByTelephone),
        ("124be95d-6924-4609-9d2a-e7c73ae3ab3d", EncounterClass::ByScreen),
    ],
};

/// Whether a condition is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClinicalStatus {
    /// There.
    Active,
    /// There again.
    Recurrence,
    /// Worse again.
    Relapse,
    /// Gone.
    Inactive,
    /// Gone for now.
    Remission,
    /// Over.
    Resolved,
}

pub(super) const CLINICAL_STATUS_SYSTEM: &str = "http://terminology.hl7.org/CodeSystem/condition-clinical";
pub(super) const CLINICAL_STATUS: CodeList<ClinicalStatus> = CodeList {
    name: "condition-clinical",
    codes: &[
        ("active", ClinicalStatus::Active),
        ("recurrence", ClinicalStatus::Recurrence),
        ("relapse", ClinicalStatus::Relapse),
        ("inactive", ClinicalStatus::Inactive),
        ("remission", ClinicalStatus::Remission),
        ("resolved", ClinicalStatus::Resolved),
    ],
};

/// How sure a condition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerificationStatus {
    /// Not looked into.
    Unconfirmed,
    /// For now.
    Provisional,
    /// One of several.
    Differential,
    /// Sure; also where nothing is said.
    Confirmed,
    /// Not there after all.
    Refuted,
    /// Should never have been recorded.
    EnteredInError,
}

pub(super) const VERIFICATION_STATUS_SYSTEM: &str = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
pub(super) const VERIFICATION_STATUS: CodeList<VerificationStatus> = CodeList {
    name: "condition-ver-status",
    codes: &[
        ("unconfirmed", VerificationStatus::Unconfirmed),
        ("provisional", VerificationStatus::Provisional),
        ("differential", VerificationStatus::Differential),
        ("confirmed", VerificationStatus::Confirmed),
        ("refuted", VerificationStatus::Refuted),
        ("entered-in-error", VerificationStatus::EnteredInError),
    ],
};

pub(super) const CONDITION_CATEGORY_SYSTEM: &str = "http://terminology.hl7.org/CodeSystem/condition-category";
pub(super) const CONDITION_CATEGORIES: CodeList<()> =
    CodeList { name: "condition-category", codes: &[("problem-list-item", ())] };

/// A condition that training is to change, by Fælles Sprog III: its name in the classification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FunctionalCondition(&'static str);

impl FunctionalCondition {
    /// The classification's own name, which is Danish in every language.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

pub(super) const CONDITIONS: CodeList<FunctionalCondition> = CodeList {
    name: "Conditions140",
    codes: &[
        ("2bd07f7c-e6bb-424b-ab8f-f7c1de2afe80", FunctionalCondition("Lave mad")),
        ("b53bca74-fd3f-4127-89ae-1a39d7836b93", FunctionalCondition("Lave husligt arbejde")),
        ("bd088375-65fc-4e1d-9a8b-78dc918e6581", FunctionalCondition("Indkøb")),
        ("86e1982c-f459-4658-9071-e4bf3453a687", FunctionalCondition("Forflytte sig")),
        ("dd41df82-3c13-4523-b9c5-e83676425299", FunctionalCondition("Mobilitet og bevægelse")),
        ("243ae4ae-4e36-4192-88cb-399711ac3766", FunctionalCondition("Personlig pleje")),
        ("290baa56-5d8c-40a6-b40c-1de05649f0d1", FunctionalCondition("Spise og drikke")),
        ("6a2c3341-c13e-4638-961d-72ba0fe29a80", FunctionalCondition("Sundhedskompetence")),
        ("064f983b-5ec5-40a3-bc90-c3fcec6b6ef5", FunctionalCondition("Kommunikation")),
        ("1d9759c6-6526-4d07-994a-5dee3fa65177", FunctionalCondition("Energi og handlekraft")),
        ("56860429-eabe-4d48-b8ad-d7f7b28f6df5", FunctionalCondition("Hukommelse")),
        ("b16668ff-9c02-491e-b082-7b699d93f5bc", FunctionalCondition("Kognitive funktioner")),
        ("263a2c2f-7ae2-4264-8808-7e8216b1a118", FunctionalCondition("Sår og cicatriser")),
        ("26b05040-94f3-4c8c-9ede-c7223bddf518", FunctionalCondition("Respiration og cirkulation")),
        ("3c685f14-5d48-4b1c-a451-9da780e2b41c", FunctionalCondition("Sanser og smerter")),
        ("bbc99471-a9f3-41f1-a95b-6842abfb551a", FunctionalCondition("Kontinens")),
        ("c6f49b84-58af-43df-bb3e-0d6a67fa0aba", FunctionalCondition("Bevægeapparat")),
    ],
};
