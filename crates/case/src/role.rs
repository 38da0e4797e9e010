//! Roles: in what capacity somebody acts. Who may do which act stands in the standard; the event carries the role used.

use law::Language;
use serde::{Deserialize, Serialize};

/// In what capacity somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Visitator: assesses and grants.
    CaseOfficer,
    /// Ergo- eller fysioterapeut in the training unit.
    Therapist,
    /// Answers for a provider's work.
    ProviderManager,
    /// Answers for the waiting time.
    Manager,
    /// Keeps users, roles and standards.
    Administrator,
    /// A message from another system, taken in by the program.
    System,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] =
        [Self::CaseOfficer, Self::Therapist, Self::ProviderManager, Self::Manager, Self::Administrator, Self::System];

    /// The roles that a person can sign in with.
    pub const OF_PEOPLE: [Self; 5] =
        [Self::CaseOfficer, Self::Therapist, Self::ProviderManager, Self::Manager, Self::Administrator];

    /// Whether a person can act in it.
    pub fn is_a_persons(self) -> bool {
        self != Self::System
    }

    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::CaseOfficer => "case_officer",
            Self::Therapist => "therapist",
            Self::ProviderManager => "provider_manager",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
            Self::System => "system",
        }
    }

    /// The role of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// The role in words for people.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::CaseOfficer => language.pick("visitator", "case officer"),
            Self::Therapist => language.pick("terapeut", "therapist"),
            Self::ProviderManager => language.pick("leder hos leverandøren", "provider's manager"),
            Self::Manager => language.pick("leder", "manager"),
            Self::Administrator => language.pick("administrator", "administrator"),
            Self::System => language.pick("modtaget automatisk", "received automatically"),
        }
    }

    /// One who has the role, as one is asked for: `en visitator`.
    pub(crate) fn somebody(self, language: Language) -> &'static str {
        match self {
            Self::CaseOfficer => language.pick("en visitator", "a case officer"),
            Self::Therapist => language.pick("en terapeut", "a therapist"),
            Self::ProviderManager => language.pick("en leder hos leverandøren", "a provider's manager"),
            Self::Manager => language.pick("en leder", "a manager"),
            Self::Administrator => language.pick("en administrator", "an administrator"),
            Self::System => language.pick("et andet system", "another system"),
        }
    }
}
