//! What can be done in a case. A command is an act with who, when and in which role; whether it may be done, `decide` says.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::event::{ContactWay, GoalAttainment, Provider, SecondPlanOutcome, StartLimitReading, TrainingLevel};
use crate::ids::{CaseId, CommandId, EventNumber, UserId};
use crate::role::Role;
use law::Language;

/// An act to be recorded in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Say that the discharge has happened, and on which day.
    ConfirmDischarge {
        /// The day of discharge.
        on: Date,
    },
    /// Read the plan's words on the start.
    ReadStartLimit {
        /// What they say.
        reading: StartLimitReading,
    },
    /// Record that nobody answered.
    RecordContactAttempt {
        /// How it was tried.
        by: ContactWay,
    },
    /// Record the first talk with the citizen.
    RecordFirstContact {
        /// How.
        by: ContactWay,
        /// The citizen was told of the choice in the same talk.
        choice_informed: bool,
    },
    /// Record that the citizen was told of the choice among offers.
    InformOfChoice {
        /// How.
        by: ContactWay,
    },
    /// Record that the citizen was told of the right to a private supplier.
    InformOfPrivateChoice {
        /// How.
        by: ContactWay,
    },
    /// Offer a start.
    OfferStart {
        /// The first day of training.
        start_on: Date,
        /// Where.
        place: Option<String>,
    },
    /// Record that the citizen said no to the start.
    DeclineOffer {
        /// Why.
        reason: String,
    },
    /// Record whom the citizen chose.
    ChooseProvider {
        /// Whom.
        provider: Provider,
    },
    /// Record a training that was held.
    HoldTraining {
        /// What was done.
        note: String,
    },
    /// Assess the level.
    AssessLevel {
        /// The level.
        level: TrainingLevel,
        /// Why.
        reason: String,
    },
    /// Record that the citizen is in hospital again.
    RecordReadmission,
    /// Record that the citizen has left the hospital again.
    RecordDischargeAgain,
    /// Assess whether the course goes on.
    ReviewCourse {
        /// How far the goals are reached.
        attainment: GoalAttainment,
        /// The assessment.
        assessment: String,
    },
    /// Decide what this plan is to an earlier one.
    DecideSecondPlan {
        /// The earlier case.
        earlier: CaseId,
        /// What this plan is to it.
        outcome: SecondPlanOutcome,
        /// Why.
        reason: String,
    },
    /// Say that an event was a mistake.
    MarkInError {
        /// Which.
        number: EventNumber,
        /// Why.
        reason: String,
    },
    /// Refuse the plan.
    RefusePlan {
        /// Why.
        reason: String,
    },
    /// Change the plan's type.
    ChangePlanType,
}

impl Act {
    /// The word by which forms, files and the command line know the act.
    pub fn word(&self) -> &'static str {
        match self {
            Self::ConfirmDischarge { .. } => "confirm_discharge",
            Self::ReadStartLimit { .. } => "read_start_limit",
            Self::RecordContactAttempt { .. } => "record_contact_attempt",
            Self::RecordFirstContact { .. } => "record_first_contact",
            Self::InformOfChoice { .. } => "inform_of_choice",
            Self::InformOfPrivateChoice { .. } => "inform_of_private_choice",
            Self::OfferStart { .. } => "offer_start",
            Self::DeclineOffer { .. } => "decline_offer",
            Self::ChooseProvider { .. } => "choose_provider",
            Self::HoldTraining { .. } => "hold_training",
            Self::AssessLevel { .. } => "assess_level",
            Self::RecordReadmission => "record_readmission",
            Self::RecordDischargeAgain => "record_discharge_again",
            Self::ReviewCourse { .. } => "review_course",
            Self::DecideSecondPlan { .. } => "decide_second_plan",
            Self::MarkInError { .. } => "mark_in_error",
            Self::RefusePlan { .. } => "refuse_plan",
            Self::ChangePlanType => "change_plan_type",
        }
    }
}

/// What an act is called, by its word.
pub fn act_title(word: &str, language: Language) -> Option<&'static str> {
    Some(match word {
        "confirm_discharge" => language.pick("Bekræft udskrivningen", "Confirm the discharge"),
        "read_start_limit" => language.pick("Læs planens ord om start", "Read the plan's words on the start"),
        "record_contact_attempt" => {
            language.pick("Registrér forsøg på kontakt", "Record an attempt to reach the citizen")
        }
        "record_first_contact" => language.pick("Registrér første kontakt", "Record the first contact"),
        "inform_of_choice" => {
            language.pick("Registrér, at der er oplyst om frit valg", "Record that the choice was told of")
        }
        "inform_of_private_choice" => language
            .pick("Registrér, at der er oplyst om privat leverandør", "Record that the private choice was told of"),
        "offer_start" => language.pick("Tilbyd opstart", "Offer a start"),
        "decline_offer" => language.pick("Registrér, at borgeren siger nej", "Record that the citizen declines"),
        "choose_provider" => language.pick("Registrér valg af leverandør", "Record the choice of provider"),
        "hold_training" => language.pick("Registrér træning", "Record a training"),
        "assess_level" => language.pick("Vurdér niveau", "Assess the level"),
        "record_readmission" => language.pick("Registrér ny indlæggelse", "Record a re-admission"),
        "record_discharge_again" => language.pick("Registrér ny udskrivning", "Record the new discharge"),
        "review_course" => language.pick("Vurdér forløbet", "Review the course"),
        "decide_second_plan" => {
            language.pick("Afgør forholdet til den tidligere plan", "Decide what the plan is to the earlier one")
        }
        "mark_in_error" => language.pick("Ret en fejl", "Correct a mistake"),
        "refuse_plan" => language.pick("Afvis planen", "Refuse the plan"),
        "change_plan_type" => language.pick("Skift planens type", "Change the plan's type"),
        _ => return None,
    })
}

/// An act, with who does it, when it happened and when it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The mark by which it is known when it comes again.
    pub id: CommandId,
    /// The case.
    pub case: CaseId,
    /// What is done.
    pub act: Act,
    /// The day it happened.
    pub happened_on: Date,
    /// The time of day, where it is known.
    pub happened_at: Option<Time>,
    /// When it is recorded.
    pub recorded_at: Timestamp,
    /// The Danish civil date of that instant.
    pub today: Date,
    /// Who records it.
    pub by: UserId,
    /// In which role.
    pub role: Role,
}
