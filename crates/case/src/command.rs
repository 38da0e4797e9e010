//! What can be done in a case. A command is an act with who, when and in which role; whether it may be done, `decide` says.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::event::{
    ContactWay, Event, GoalAttainment, Provider, Recorded, SecondPlanOutcome, StartLimitReading, TrainingLevel,
};
use crate::history::Case;
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
    /// Take back what was offered: the municipality can't keep it.
    WithdrawOffer {
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

/// An act without its fields: what may be done or not, before anybody fills in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the act of the same name")]
pub enum ActKind {
    RecordFirstContact,
    RecordContactAttempt,
    OfferStart,
    DeclineOffer,
    WithdrawOffer,
    InformOfChoice,
    InformOfPrivateChoice,
    ChooseProvider,
    HoldTraining,
    AssessLevel,
    ReviewCourse,
    ConfirmDischarge,
    ReadStartLimit,
    RecordReadmission,
    RecordDischargeAgain,
    DecideSecondPlan,
    MarkInError,
    RefusePlan,
    ChangePlanType,
}

impl ActKind {
    /// Every act, in the order in which a course meets them.
    pub const ALL: [Self; 19] = [
        Self::RecordFirstContact,
        Self::RecordContactAttempt,
        Self::OfferStart,
        Self::DeclineOffer,
        Self::WithdrawOffer,
        Self::InformOfChoice,
        Self::InformOfPrivateChoice,
        Self::ChooseProvider,
        Self::HoldTraining,
        Self::AssessLevel,
        Self::ReviewCourse,
        Self::ConfirmDischarge,
        Self::ReadStartLimit,
        Self::RecordReadmission,
        Self::RecordDischargeAgain,
        Self::DecideSecondPlan,
        Self::MarkInError,
        Self::RefusePlan,
        Self::ChangePlanType,
    ];

    /// The word by which forms, files and the command line know the act.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ConfirmDischarge => "confirm_discharge",
            Self::ReadStartLimit => "read_start_limit",
            Self::RecordContactAttempt => "record_contact_attempt",
            Self::RecordFirstContact => "record_first_contact",
            Self::InformOfChoice => "inform_of_choice",
            Self::InformOfPrivateChoice => "inform_of_private_choice",
            Self::OfferStart => "offer_start",
            Self::DeclineOffer => "decline_offer",
            Self::WithdrawOffer => "withdraw_offer",
            Self::ChooseProvider => "choose_provider",
            Self::HoldTraining => "hold_training",
            Self::AssessLevel => "assess_level",
            Self::RecordReadmission => "record_readmission",
            Self::RecordDischargeAgain => "record_discharge_again",
            Self::ReviewCourse => "review_course",
            Self::DecideSecondPlan => "decide_second_plan",
            Self::MarkInError => "mark_in_error",
            Self::RefusePlan => "refuse_plan",
            Self::ChangePlanType => "change_plan_type",
        }
    }

    /// The act of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the act is called.
    pub fn title(self, language: Language) -> &'static str {
        let [danish, english] = match self {
            Self::ConfirmDischarge => ["Bekræft udskrivningen", "Confirm the discharge"],
            Self::ReadStartLimit => ["Læs planens ord om start", "Read the plan's words on the start"],
            Self::RecordContactAttempt => ["Registrér forsøg på kontakt", "Record an attempt to reach the citizen"],
            Self::RecordFirstContact => ["Registrér første kontakt", "Record the first contact"],
            Self::InformOfChoice => ["Registrér, at der er oplyst om frit valg", "Record that the choice was told of"],
            Self::InformOfPrivateChoice => {
                ["Registrér, at der er oplyst om privat leverandør", "Record that the private choice was told of"]
            }
            Self::OfferStart => ["Tilbyd opstart", "Offer a start"],
            Self::DeclineOffer => ["Registrér, at borgeren siger nej", "Record that the citizen declines"],
            Self::WithdrawOffer => ["Træk tilbuddet tilbage", "Withdraw the offer"],
            Self::ChooseProvider => ["Registrér valg af leverandør", "Record the choice of provider"],
            Self::HoldTraining => ["Registrér træning", "Record a training"],
            Self::AssessLevel => ["Vurdér niveau", "Assess the level"],
            Self::RecordReadmission => ["Registrér ny indlæggelse", "Record a re-admission"],
            Self::RecordDischargeAgain => ["Registrér ny udskrivning", "Record the new discharge"],
            Self::ReviewCourse => ["Vurdér forløbet", "Review the course"],
            Self::DecideSecondPlan => {
                ["Vælg, hvad der skal ske med de to planer", "Choose what is to happen to the two plans"]
            }
            Self::MarkInError => ["Ret en fejl", "Correct a mistake"],
            Self::RefusePlan => ["Afvis planen", "Refuse the plan"],
            Self::ChangePlanType => ["Skift planens type", "Change the plan's type"],
        };
        language.pick(danish, english)
    }

    /// Whether the act is somebody's own reading or judgement, so that no other system's message can do it.
    pub fn takes_a_person(self) -> bool {
        matches!(
            self,
            Self::ReadStartLimit | Self::DecideSecondPlan | Self::MarkInError | Self::RefusePlan | Self::ChangePlanType
        )
    }
}

impl Act {
    /// The act without its fields.
    pub fn kind(&self) -> ActKind {
        match self {
            Self::ConfirmDischarge { .. } => ActKind::ConfirmDischarge,
            Self::ReadStartLimit { .. } => ActKind::ReadStartLimit,
            Self::RecordContactAttempt { .. } => ActKind::RecordContactAttempt,
            Self::RecordFirstContact { .. } => ActKind::RecordFirstContact,
            Self::InformOfChoice { .. } => ActKind::InformOfChoice,
            Self::InformOfPrivateChoice { .. } => ActKind::InformOfPrivateChoice,
            Self::OfferStart { .. } => ActKind::OfferStart,
            Self::DeclineOffer { .. } => ActKind::DeclineOffer,
            Self::WithdrawOffer { .. } => ActKind::WithdrawOffer,
            Self::ChooseProvider { .. } => ActKind::ChooseProvider,
            Self::HoldTraining { .. } => ActKind::HoldTraining,
            Self::AssessLevel { .. } => ActKind::AssessLevel,
            Self::RecordReadmission => ActKind::RecordReadmission,
            Self::RecordDischargeAgain => ActKind::RecordDischargeAgain,
            Self::ReviewCourse { .. } => ActKind::ReviewCourse,
            Self::DecideSecondPlan { .. } => ActKind::DecideSecondPlan,
            Self::MarkInError { .. } => ActKind::MarkInError,
            Self::RefusePlan { .. } => ActKind::RefusePlan,
            Self::ChangePlanType => ActKind::ChangePlanType,
        }
    }

    /// The word by which forms, files and the command line know the act.
    pub fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// The other case that the act touches, so that whoever carries it out knows which to fetch as well.
    ///
    /// A decision on a second plan names it; the correction of such a decision is made in both cases at once.
    pub fn other_case(&self, case: &Case) -> Option<CaseId> {
        match self {
            Self::DecideSecondPlan { earlier, .. } => Some(earlier.clone()),
            Self::MarkInError { number, .. } => match case.event(*number).map(|recorded| &recorded.event) {
                Some(Event::SecondPlanDecided(decided)) => Some(decided.earlier.clone()),
                _ => None,
            },
            Self::ConfirmDischarge { .. }
            | Self::ReadStartLimit { .. }
            | Self::RecordContactAttempt { .. }
            | Self::RecordFirstContact { .. }
            | Self::InformOfChoice { .. }
            | Self::InformOfPrivateChoice { .. }
            | Self::OfferStart { .. }
            | Self::DeclineOffer { .. }
            | Self::WithdrawOffer { .. }
            | Self::ChooseProvider { .. }
            | Self::HoldTraining { .. }
            | Self::AssessLevel { .. }
            | Self::RecordReadmission
            | Self::RecordDischargeAgain
            | Self::ReviewCourse { .. }
            | Self::RefusePlan { .. }
            | Self::ChangePlanType => None,
        }
    }
}

/// What an act is called, by its word.
pub fn act_title(word: &str, language: Language) -> Option<&'static str> {
    ActKind::of_word(word).map(|kind| kind.title(language))
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

impl Command {
    /// An event of this command as the record keeps it: under the day that the event itself names, where it names one.
    pub fn record(&self, number: EventNumber, event: Event) -> Recorded {
        let own_day = event.own_day().filter(|day| *day != self.happened_on);
        Recorded {
            number,
            happened_on: own_day.unwrap_or(self.happened_on),
            // The time of day was told of the command's day, not of another.
            happened_at: if own_day.is_some() { None } else { self.happened_at },
            recorded_at: self.recorded_at,
            by: self.by.clone(),
            role: self.role,
            event,
        }
    }
}
