//! What is owed.

use crate::Language;

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DutyAct {
    /// Offer a start of the training.
    OfferStart,
    /// Hold the first training.
    StartTraining,
    /// Reach the citizen for the first time; at a stay, the talk that it begins with.
    FirstContact,
    /// Tell the citizen of the choice among offers.
    InformFreeChoice,
    /// Tell the citizen of the right to a private supplier.
    InformPrivateChoice,
    /// Assess whether the training is basic or advanced.
    AssessLevel,
    /// Assess whether the course goes on.
    ReviewCourse,
}

impl DutyAct {
    /// Every act that can be owed.
    pub const ALL: [Self; 7] = [
        Self::OfferStart,
        Self::StartTraining,
        Self::FirstContact,
        Self::InformFreeChoice,
        Self::InformPrivateChoice,
        Self::AssessLevel,
        Self::ReviewCourse,
    ];

    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::OfferStart => "offer_start",
            Self::StartTraining => "start_training",
            Self::FirstContact => "first_contact",
            Self::InformFreeChoice => "inform_free_choice",
            Self::InformPrivateChoice => "inform_private_choice",
            Self::AssessLevel => "assess_level",
            Self::ReviewCourse => "review_course",
        }
    }

    /// The act of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }

    /// The duty as an imperative, as staff read it.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::OfferStart => language.pick("Tilbyd opstart af genoptræning", "Offer a start of the training"),
            Self::StartTraining => language.pick("Hold første træning", "Hold the first training"),
            Self::FirstContact => language.pick("Kontakt borgeren", "Contact the citizen"),
            Self::InformFreeChoice => language.pick("Oplys om frit valg", "Inform of the free choice"),
            Self::InformPrivateChoice => {
                language.pick("Oplys om retten til privat leverandør", "Inform of the right to a private supplier")
            }
            Self::AssessLevel => language.pick(
                "Vurdér, om genoptræningen er basal eller avanceret",
                "Assess whether the training is basic or advanced",
            ),
            Self::ReviewCourse => {
                language.pick("Vurdér, om forløbet skal fortsætte", "Assess whether the course goes on")
            }
        }
    }

    /// What fulfils it, as one reads it below the duty.
    pub fn fulfilled_when(self, language: Language) -> &'static str {
        match self {
            Self::OfferStart => language.pick(
                "Opfyldt, når en opstart er tilbudt til en dag inden fristen",
                "Fulfilled when a start is offered for a day within the limit",
            ),
            Self::StartTraining => {
                language.pick("Opfyldt, når første træning er holdt", "Fulfilled when the first training has been held")
            }
            Self::FirstContact => {
                language.pick("Opfyldt ved første samtale med borgeren", "Fulfilled by the first talk with the citizen")
            }
            Self::InformFreeChoice | Self::InformPrivateChoice => language.pick(
                "Opfyldt, når oplysningen er givet og registreret",
                "Fulfilled when the information is given and recorded",
            ),
            Self::AssessLevel => language.pick(
                "Opfyldt, når en ergo- eller fysioterapeut har vurderet niveauet",
                "Fulfilled when an occupational therapist or physiotherapist has assessed the level",
            ),
            Self::ReviewCourse => language.pick(
                "Opfyldt, når terapeutens vurdering er skrevet i sagen",
                "Fulfilled when the therapist's assessment is on record",
            ),
        }
    }
}
