//! Why a command was not carried out. `Display` is for logs and names no person; [`Refusal::say`] is for people: what stands in the way
//! and what can be done instead. Nothing has changed where one is given.

mod words;

use jiff::civil::{Date, Time};
use law::bar::BarredAct;
use law::book::Rule;
use law::fact::FactSet;

use crate::ids::{CaseId, EventNumber};
use crate::role::Role;

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A rule stands in the way.
    #[error("barred by rule {rule}")]
    Barred {
        /// The act.
        act: BarredAct,
        /// The rule: of a right that is wanting, the one that withholds it.
        rule: Rule,
        /// What that rule says, in Danish and English.
        because: [String; 2],
        /// The provision as a jurist cites it.
        provision: String,
    },
    /// Whether a rule stands in the way can't be told yet.
    #[error("rule {rule} waits for facts")]
    NotSettled {
        /// The rule.
        rule: Rule,
        /// The facts that would tell.
        missing: FactSet,
    },
    /// The role may not do the act under the standard.
    #[error("{act} is not for {role:?}")]
    NotPermitted {
        /// The act's word.
        act: &'static str,
        /// The role that tried.
        role: Role,
        /// The roles that may.
        allowed: Vec<Role>,
    },
    /// Nothing more is done in a case that is closed.
    #[error("closed since {since}")]
    Closed {
        /// The day it was closed.
        since: Date,
        /// The case that took its place, where one did.
        successor: Option<CaseId>,
    },
    /// It can't have happened on a day to come.
    #[error("happened on {happened}, after {today}")]
    InTheFuture {
        /// The day told.
        happened: Date,
        /// Today.
        today: Date,
    },
    /// It can't have happened at an hour to come.
    #[error("happened at {at}, after {now}")]
    LaterToday {
        /// The time told.
        at: Time,
        /// The time in Denmark.
        now: Time,
    },
    /// It can't have happened before the plan came.
    #[error("happened on {happened}, before receipt {received}")]
    BeforePlan {
        /// The day told.
        happened: Date,
        /// The day the plan was received.
        received: Date,
    },
    /// A start is offered for the day of the offer or a later one.
    #[error("start {start} lies before the offer on {made}")]
    StartBeforeOffer {
        /// The start.
        start: Date,
        /// The day of the offer.
        made: Date,
    },
    /// A start can't be offered for a day on which the citizen was still in hospital.
    #[error("start {start} lies before discharge {discharged}")]
    StartBeforeDischarge {
        /// The start.
        start: Date,
        /// The discharge.
        discharged: Date,
    },
    /// A start can't be offered for a day before the one that the plan sets for health reasons.
    #[error("start {start} lies before the plan's {earliest}")]
    StartBeforePlanDate {
        /// The start.
        start: Date,
        /// The plan's day.
        earliest: Date,
    },
    /// A start lies so long after the plan that its year is a slip of the hand.
    #[error("{day} lies years after receipt {received}")]
    FarOff {
        /// The day told.
        day: Date,
        /// The day the plan was received.
        received: Date,
    },
    /// A day read from the plan lies so long before it that its year is a slip of the hand.
    #[error("{day} lies more than a year before receipt {received}")]
    FarBack {
        /// The day told.
        day: Date,
        /// The day the plan was received.
        received: Date,
    },
    /// An earlier start is offered already, and stands.
    #[error("a start on {start} stands")]
    OfferStands {
        /// The start that stands.
        start: Date,
    },
    /// Training after hospital can't have been held before the citizen left it.
    #[error("training {held} lies before discharge {discharged}")]
    BeforeDischarge {
        /// The training.
        held: Date,
        /// The discharge, confirmed or expected.
        discharged: Date,
    },
    /// The discharge lies before the stay began.
    #[error("discharge {discharged} lies before admission {admitted}")]
    DischargedBeforeAdmitted {
        /// The discharge.
        discharged: Date,
        /// The admission.
        admitted: Date,
    },
    /// The discharge lies after the citizen came back to hospital: it is another discharge.
    #[error("discharge {discharged} lies after re-admission {readmitted}")]
    DischargedAfterReadmission {
        /// The discharge.
        discharged: Date,
        /// The re-admission.
        readmitted: Date,
    },
    /// The citizen hadn't left the hospital yet.
    #[error("re-admission {readmitted} lies before discharge {discharged}")]
    ReadmittedBeforeDischarge {
        /// The re-admission.
        readmitted: Date,
        /// The discharge.
        discharged: Date,
    },
    /// The first contact is on record already.
    #[error("first contact was made on {on}")]
    ContactAlreadyMade {
        /// The day of the first contact.
        on: Date,
    },
    /// No offer stands that could be declined or taken back.
    #[error("no offer stands")]
    NoOffer,
    /// There is nothing to tell of: the right hasn't arisen.
    #[error("the right to a private supplier has not arisen")]
    NoPrivateChoice,
    /// The plan has no words on the start.
    #[error("the plan has no words on the start")]
    NoStartLimit,
    /// The citizen is in hospital already.
    #[error("already in hospital")]
    AlreadyInHospital,
    /// The citizen is not in hospital.
    #[error("not in hospital")]
    NotInHospital,
    /// An act that needs words came without them.
    #[error("a reason is missing")]
    NoReason,
    /// No event of that number.
    #[error("no event {0}")]
    NoSuchEvent(EventNumber),
    /// The event was marked already.
    #[error("event {0} is marked already")]
    AlreadyMarked(EventNumber),
    /// The event can't be marked: the case rests on it.
    #[error("event {0} can't be marked")]
    CannotMark(EventNumber),
    /// The event is a correction, and corrections stand.
    #[error("event {0} is a correction")]
    CorrectionStands(EventNumber),
    /// The event follows from a decision in another case, and is corrected with it.
    #[error("event {number} is corrected in {case}")]
    MarkInOtherCase {
        /// The event.
        number: EventNumber,
        /// Where the decision stands.
        case: CaseId,
    },
    /// Nothing in the case can be marked as a mistake.
    #[error("nothing to mark")]
    NothingToMark,
    /// The other case doesn't exist, is this one, came later, belongs to somebody else or is closed.
    #[error("{0} is no earlier running case of the same person")]
    NoEarlierCase(CaseId),
    /// The person has no other running case.
    #[error("no other running case of the same person")]
    NoOtherCase,
    /// What is done touches another case, which wasn't at hand.
    #[error("{0} is touched and was not at hand")]
    OtherCaseMissing(CaseId),
    /// What the plan is to that case was decided already.
    #[error("decided already for {0}")]
    AlreadyDecided(CaseId),
    /// Nothing stands in the way, and this version can't do it yet.
    #[error("{0} is not in this version")]
    NotInThisVersion(&'static str),
}
