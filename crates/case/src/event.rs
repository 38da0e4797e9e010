//! What can happen in a case. Names are in the past tense and carry an edition: a content that changes shape gets a new one, and
//! old ones are read for ever.

mod carried;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, EventNumber, UserId};
use crate::municipality::MunicipalityCode;
use crate::plan::{Plan, StartMeaning};
use crate::role::Role;

pub use carried::Carried;

macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// Something that happened in a case.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* $variant($variant),)+
        }

        impl Event {
            /// Every name, for those who look through a record.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The event's name with its edition.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name,)+
                }
            }

            /// The content as JSON.
            ///
            /// # Errors
            /// Never for events that this program makes: their contents are plain data.
            pub fn content(&self) -> Result<Vec<u8>, serde_json::Error> {
                match self {
                    $(Self::$variant(content) => serde_json::to_vec(content),)+
                }
            }

            /// Reads an event back.
            ///
            /// # Errors
            /// A name that this program doesn't know, or a content of another shape than its edition has.
            pub fn read(name: &str, content: &[u8]) -> Result<Self, EventFault> {
                match name {
                    $($name => serde_json::from_slice(content)
                        .map(Self::$variant)
                        .map_err(|fault| EventFault::Shape { name: $name, fault: fault.to_string() }),)+
                    _ => Err(EventFault::Unknown(name.to_owned())),
                }
            }
        }
    };
}

events! {
    /// The municipality received a hospital's plan; opens the case.
    PlanReceived = "plan_received.v1",
    /// The discharge is known to have happened.
    DischargeConfirmed = "discharge_confirmed.v1",
    /// A person has read the plan's words on when training is to begin.
    StartLimitRead = "start_limit_read.v1",
    /// Somebody tried to reach the citizen, without an answer.
    ContactAttempted = "contact_attempted.v1",
    /// The citizen was reached for the first time.
    FirstContactMade = "first_contact_made.v1",
    /// The citizen was told of the choice among offers.
    ChoiceInformed = "choice_informed.v1",
    /// The citizen was told of the right to a private supplier.
    PrivateChoiceInformed = "private_choice_informed.v1",
    /// A start was offered.
    StartOffered = "start_offered.v1",
    /// The citizen said no to the start that was offered.
    OfferDeclined = "offer_declined.v1",
    /// The municipality took back the starts that it had offered.
    OfferWithdrawn = "offer_withdrawn.v1",
    /// The citizen chose who is to give the training.
    ProviderChosen = "provider_chosen.v1",
    /// A training was held.
    TrainingHeld = "training_held.v1",
    /// A therapist assessed the level.
    LevelAssessed = "level_assessed.v1",
    /// The citizen was admitted to hospital again.
    Readmitted = "readmitted.v1",
    /// The citizen left the hospital after a re-admission.
    DischargedAgain = "discharged_again.v1",
    /// A therapist assessed whether the course goes on.
    CourseReviewed = "course_reviewed.v1",
    /// The course came to its end.
    CourseEnded = "course_ended.v1",
    /// A person decided what this plan is to an earlier one.
    SecondPlanDecided = "second_plan_decided.v1",
    /// A later plan took this case's place.
    Succeeded = "succeeded.v1",
    /// An earlier event of the case was a mistake.
    EnteredInError = "entered_in_error.v1",
}

/// Why a kept event can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventFault {
    /// The program doesn't know the name: the record was written by a newer one.
    #[error("unknown event {0}")]
    Unknown(String),
    /// The content isn't what the edition holds.
    #[error("content of {name}: {fault}")]
    Shape {
        /// The event's name.
        name: &'static str,
        /// The reader's words.
        fault: String,
    },
}

/// The municipality received a hospital's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanReceived {
    /// The plan as received.
    pub plan: Box<Plan>,
    /// How it came.
    pub channel: PlanChannel,
}

/// How a plan came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanChannel {
    /// As MedCom's message.
    GgopMessage,
    /// In a delivery report of another system.
    DeliveryReport,
}

/// The discharge is known to have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DischargeConfirmed {
    /// The day of discharge.
    pub on: Date,
}

/// A person has read the plan's words on the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartLimitRead {
    /// The plan's own words.
    pub words: String,
    /// What they were read as.
    pub reading: StartLimitReading,
}

/// What a plan's words on the start were read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartLimitReading {
    /// They set no limit.
    NoLimit,
    /// They set a day.
    Day {
        /// The day.
        on: Date,
        /// Earliest or latest.
        meaning: StartMeaning,
        /// The plan gives a health reason for it.
        reason_given: bool,
    },
}

/// An attempt without an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactAttempted {
    /// How it was tried.
    pub by: ContactWay,
}

/// How a contact is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactWay {
    /// By telephone.
    Telephone,
    /// Face to face.
    InPerson,
    /// By Digital Post or letter.
    Letter,
}

/// The first talk with the citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstContactMade {
    /// How.
    pub by: ContactWay,
    /// The citizen was told of the choice among offers in the same talk.
    pub choice_informed: bool,
}

/// The citizen was told of the choice among offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceInformed {
    /// How.
    pub by: ContactWay,
}

/// The citizen was told of the right to a private supplier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateChoiceInformed {
    /// How.
    pub by: ContactWay,
}

/// A start was offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartOffered {
    /// The first day of training that was offered.
    pub start_on: Date,
    /// Where.
    pub place: Option<String>,
}

/// The citizen said no to a start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferDeclined {
    /// In the citizen's words.
    pub reason: String,
}

/// The municipality took its offers back: none of those made before stands any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferWithdrawn {
    /// Why it can't be kept.
    pub reason: String,
}

/// The citizen chose a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderChosen {
    /// Whom.
    pub provider: Provider,
}

/// Who gives the training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// The municipality's own training unit.
    OwnUnit,
    /// Another municipality's own institution.
    OtherMunicipality {
        /// Which municipality.
        municipality: MunicipalityCode,
    },
    /// A supplier that another municipality has by agreement for its own citizens.
    SupplierOf {
        /// Which municipality.
        municipality: MunicipalityCode,
        /// The supplier.
        name: String,
    },
    /// A private supplier, on the ground of the seven days.
    Private {
        /// The supplier.
        name: String,
        /// It stands on KL's list on the day of choice.
        has_kl_agreement: bool,
    },
}

/// A training was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingHeld {
    /// A note on what was done; empty where none was made.
    pub note: String,
}

/// A therapist assessed the level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelAssessed {
    /// The level.
    pub level: TrainingLevel,
    /// Why.
    pub reason: String,
}

/// The level of general training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrainingLevel {
    /// Basal.
    Basic,
    /// Avanceret.
    Advanced,
}

/// The citizen was admitted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readmitted {}

/// The citizen left the hospital again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DischargedAgain {}

/// A therapist assessed whether the course goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseReviewed {
    /// How far the goals are reached.
    pub attainment: GoalAttainment,
    /// The assessment.
    pub assessment: String,
}

/// How far a course's goals are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalAttainment {
    /// Not at all.
    None,
    /// In part.
    Partly,
    /// Fully.
    Fully,
}

/// The course came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseEnded {
    /// Why, as far as is told.
    pub reason: String,
}

/// What a new plan is to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondPlanOutcome {
    /// It takes the earlier one's place; the training goes on.
    Replaces,
    /// The earlier one ends, and the course starts over.
    Restarts,
    /// Both run.
    Beside,
}

/// A person decided what this plan is to an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondPlanDecided {
    /// The earlier case.
    pub earlier: CaseId,
    /// What this plan is to it.
    pub outcome: SecondPlanOutcome,
    /// Why.
    pub reason: String,
    /// What of the earlier course goes on counting here, where this plan takes its place and the training goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Carried>,
}

/// A later plan took this case's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succeeded {
    /// The later case.
    pub by: CaseId,
    /// What the later plan is to this one.
    pub outcome: SecondPlanOutcome,
}

/// An earlier event was a mistake. It stays, and counts no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredInError {
    /// Which event.
    pub number: EventNumber,
    /// Why.
    pub reason: String,
}

/// An event as the record keeps it: what, when it happened, when it was recorded, by whom, in which role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number in the case.
    pub number: EventNumber,
    /// What happened.
    pub event: Event,
    /// The day it happened.
    pub happened_on: Date,
    /// The time of day, where it is known.
    pub happened_at: Option<Time>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub by: UserId,
    /// In which role.
    pub role: Role,
}
