//! Whether the quality standard that is asked with is the citizen's municipality's, and in force.

use jiff::civil::Date;

use crate::contradiction::Contradiction;
use crate::fact::{self, Facts};
use crate::standards::Standard;

/// How a standard stands to a case on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It applies.
    Applies,
    /// It carries no date, and is taken to be in force.
    DateNotKnown,
    /// It is another municipality's than the citizen's.
    OtherMunicipality,
    /// It is not in force on the day.
    NotInForce,
}

impl Standing {
    /// Of a standard, for these facts on a day. Until somebody tells of the citizen's municipality, the standard is taken to be its.
    pub fn of(standard: &Standard, facts: &Facts, as_of: Date) -> Self {
        let home = facts.read(fact::CITIZEN_HOME_MUNICIPALITY).known();
        if home.is_some_and(|home| !is_the_municipality(standard, &home.0)) {
            Self::OtherMunicipality
        } else if !standard.is_in_force(as_of) {
            Self::NotInForce
        } else if standard.valid_from.is_none() {
            Self::DateNotKnown
        } else {
            Self::Applies
        }
    }

    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Applies => "applies",
            Self::DateNotKnown => "date_not_known",
            Self::OtherMunicipality => "other_municipality",
            Self::NotInForce => "not_in_force",
        }
    }

    /// Whether the standard's goals are counted.
    pub fn counts(self) -> bool {
        matches!(self, Self::Applies | Self::DateNotKnown)
    }

    /// What is said where the goals aren't counted.
    pub fn contradiction(self) -> Option<Contradiction> {
        let home = fact::CITIZEN_HOME_MUNICIPALITY.id();
        match self {
            Self::Applies | Self::DateNotKnown => None,
            Self::OtherMunicipality => Some(Contradiction::new(
                vec![home],
                [
                    "Standarden er en anden kommunes end borgerens. Dens mål er ikke regnet med.",
                    "The standard is another municipality's than the citizen's. Its goals are left out.",
                ],
            )),
            Self::NotInForce => Some(Contradiction::new(
                Vec::new(),
                [
                    "Standarden gælder ikke den dag, der spørges om. Dens mål er ikke regnet med.",
                    "The standard is not in force on the day asked about. Its goals are left out.",
                ],
            )),
        }
    }
}

/// A municipality is told by its code, or by its name with or without the word »Kommune«.
fn is_the_municipality(standard: &Standard, told: &str) -> bool {
    let name = |text: &str| text.trim().to_lowercase().trim_end_matches("kommune").trim_end().to_owned();
    told.trim() == standard.municipality || name(told) == name(&standard.municipality_name)
}
