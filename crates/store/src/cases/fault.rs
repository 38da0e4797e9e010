//! Why the cases can't do what was asked, in words for people.

use case::{CaseId, Refusal};
use law::Language;

use crate::error::{AppendError, StoreError};
use crate::key::Malformed;

/// Why the cases can't do what was asked. Nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CasesError {
    /// There is no case of that number.
    #[error("no case {0}")]
    NoCase(CaseId),
    /// The command was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody else recorded something meanwhile, twice.
    #[error("somebody else wrote in case {0}")]
    Conflict(CaseId),
    /// What is kept of a case says too little, or can't be read by this program.
    #[error(transparent)]
    Unreadable(#[from] UnreadableCase),
    /// Others keep writing in the same cases, or opening new ones, faster than an intake can be recorded.
    #[error("others wrote meanwhile, each time it was tried")]
    Crowded,
    /// A content that can't be put into words for the record: the program's own fault.
    #[error("the content of {event} can't be written: {fault}")]
    Unwritable {
        /// The event.
        event: String,
        /// In what way.
        fault: String,
    },
    /// The store refused the batch, whatever stands in the record: another version of the program made the views meanwhile, or it is the
    /// program's own fault.
    #[error(transparent)]
    NotRecorded(AppendError),
    /// A text that can't be a key: a program's fault, or a user's name with blanks.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CasesError {
    /// What is wrong, where, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoCase(case), Language::Danish) => {
                format!("Der er ingen sag {case}. »genvej case list« viser dem, der er.")
            }
            (Self::NoCase(case), Language::English) => {
                format!("There is no case {case}. »genvej case list« shows those there are.")
            }
            (Self::Refused(refusal), language) => refusal.say(language),
            (Self::Conflict(case), Language::Danish) => {
                format!("En anden skrev i sag {case} imens. Intet er gemt. Se sagen igen, og prøv så igen.")
            }
            (Self::Conflict(case), Language::English) => {
                format!(
                    "Somebody else wrote in case {case} meanwhile. Nothing was saved. Look at the case again, then try again."
                )
            }
            (Self::Unreadable(unreadable), language) => unreadable.say(language),
            (Self::Crowded, Language::Danish) => {
                "Andre skrev i de samme sager imens, hver gang det blev forsøgt. Intet er gemt. Prøv igen.".into()
            }
            (Self::Crowded, Language::English) => {
                "Others wrote in the same cases meanwhile, each time it was tried. Nothing was saved. Try again.".into()
            }
            (Self::Unwritable { event, fault }, Language::Danish) => {
                format!("Hændelsen {event} kan ikke skrives: {fault}. Intet er gemt. Meld fejlen.")
            }
            (Self::Unwritable { event, fault }, Language::English) => {
                format!("The event {event} can't be written: {fault}. Nothing was saved. Report the fault.")
            }
            (Self::NotRecorded(fault), language) => fault.say(language),
            (Self::Malformed(fault), _) => fault.to_string(),
            (Self::Store(fault), language) => fault.say(language),
        }
    }
}

/// What the store says keeps its meaning. Whoever can try a conflict again, or knows whose it is, looks at it before.
impl From<AppendError> for CasesError {
    fn from(fault: AppendError) -> Self {
        match fault {
            AppendError::Store(fault) => Self::Store(fault),
            AppendError::OtherViews | AppendError::Conflict { .. } | AppendError::Empty | AppendError::Reserved(_) => {
                Self::NotRecorded(fault)
            }
        }
    }
}

/// A case that is in the record, and in no list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("case {case} can't be read: {why}")]
pub struct UnreadableCase {
    /// The case's stream.
    pub case: String,
    /// Why not.
    pub why: Unreadable,
}

/// Why a case can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The plan that opened it was removed by a recorded decision: nothing is left to show or to do.
    #[error("its plan was removed")]
    PlanRemoved,
    /// Nothing that can be read says whom it is about: that was removed by a recorded decision, for example.
    #[error("nothing says whom it is about")]
    NobodyNamed,
    /// What stands there is nothing that this program writes or reads.
    #[error("{0}")]
    NotUnderstood(String),
}

impl Unreadable {
    /// The word that messages use.
    pub fn word(&self) -> &'static str {
        match self {
            Self::PlanRemoved => "plan_removed",
            Self::NobodyNamed => "nobody_named",
            Self::NotUnderstood(_) => "not_understood",
        }
    }
}

impl UnreadableCase {
    pub(super) fn new(case: impl std::fmt::Display, why: Unreadable) -> Self {
        Self { case: case.to_string(), why }
    }

    /// Something stands in the case that the program can't read.
    pub(super) fn not_understood(case: impl std::fmt::Display, fault: impl std::fmt::Display) -> Self {
        Self::new(case, Unreadable::NotUnderstood(fault.to_string()))
    }

    /// What is wrong, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        let case = &self.case;
        match (&self.why, language) {
            (Unreadable::PlanRemoved, Language::Danish) => {
                format!(
                    "Planen i sag {case} er fjernet fra journalen, så sagen kan ikke vises. »genvej verify« viser, om det er besluttet."
                )
            }
            (Unreadable::PlanRemoved, Language::English) => {
                format!(
                    "The plan of case {case} was removed from the record, so the case can't be shown. »genvej verify« shows whether that was decided."
                )
            }
            (Unreadable::NobodyNamed, Language::Danish) => format!(
                "Der står ikke længere, hvem sag {case} handler om, så sagen kan ikke vises. »genvej verify« viser, om det er besluttet at fjerne det."
            ),
            (Unreadable::NobodyNamed, Language::English) => format!(
                "It no longer says whom case {case} is about, so the case can't be shown. »genvej verify« shows whether its removal was decided."
            ),
            (Unreadable::NotUnderstood(fault), Language::Danish) => {
                format!("Sag {case} kan ikke læses af denne udgave: {fault}. Kør »genvej verify«.")
            }
            (Unreadable::NotUnderstood(fault), Language::English) => {
                format!("Case {case} can't be read by this version: {fault}. Run »genvej verify«.")
            }
        }
    }
}
