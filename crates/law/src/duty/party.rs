//! Who owes, and to whom.

use crate::Language;

/// Who owes, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The municipality of residence, as authority.
    Municipality,
    /// The municipality's own training unit, as performer.
    TrainingUnit,
    /// A therapist of the training unit.
    Therapist,
    /// Whoever performs the training on an order.
    Provider,
    /// The region, as authority.
    Region,
    /// The hospital.
    Hospital,
    /// The citizen.
    Citizen,
}

impl Party {
    /// Everybody who can owe or be owed.
    pub const ALL: [Self; 7] = [
        Self::Municipality,
        Self::TrainingUnit,
        Self::Therapist,
        Self::Provider,
        Self::Region,
        Self::Hospital,
        Self::Citizen,
    ];

    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::TrainingUnit => "training_unit",
            Self::Therapist => "therapist",
            Self::Provider => "provider",
            Self::Region => "region",
            Self::Hospital => "hospital",
            Self::Citizen => "citizen",
        }
    }

    /// The party of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.word() == word)
    }

    /// The party in words for people.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Municipality => language.pick("kommunen", "the municipality"),
            Self::TrainingUnit => language.pick("Træningsenheden", "the training unit"),
            Self::Therapist => language.pick("en terapeut i Træningsenheden", "a therapist of the training unit"),
            Self::Provider => language.pick("leverandøren", "the provider"),
            Self::Region => language.pick("regionen", "the region"),
            Self::Hospital => language.pick("sygehuset", "the hospital"),
            Self::Citizen => language.pick("borgeren", "the citizen"),
        }
    }
}
