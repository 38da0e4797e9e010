//! In what the kept lists, and the marks of what was taken in, differ from what the record makes of them. They stand in no chain: the record
//! vouches for them.

use law::Language;

/// What is derived from the record and kept beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// The cases with their duties.
    Cases,
    /// The cases in which something is outstanding.
    Worklist,
    /// The words by which cases are found.
    Words,
    /// What was received and waits.
    Inbox,
    /// By which number a person is known.
    Persons,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 5] = [Self::Cases, Self::Worklist, Self::Words, Self::Inbox, Self::Persons];

    fn name(self, language: Language) -> &'static str {
        match self {
            Self::Cases => language.pick("Sagslisten", "The list of cases"),
            Self::Worklist => language.pick("Arbejdslisten", "The worklist"),
            Self::Words => language.pick("Søgningen", "The search"),
            Self::Inbox => language.pick("Indbakken", "The inbox"),
            Self::Persons => language.pick("Opslaget af personer", "The look-up of persons"),
        }
    }
}

/// Something kept that isn't what the record makes of it. `of` is a case's number, or a person's stream: no name and no CPR number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// What follows from the record doesn't stand there.
    Missing {
        /// Where.
        list: List,
        /// Whose row.
        of: String,
    },
    /// What stands there doesn't follow from the record.
    TooMuch {
        /// Where.
        list: List,
        /// Whose row.
        of: String,
    },
    /// Something else stands there than what follows from the record.
    Changed {
        /// Where.
        list: List,
        /// Whose row.
        of: String,
    },
    /// The mark by which a letter is known when it comes again is gone.
    MarkGone {
        /// The case that the letter opened.
        case: String,
    },
}

impl ListFault {
    /// What is wrong and where, in a sentence.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::Missing { list, of }, Language::Danish) => {
                format!("{}: {of} mangler og skal efter journalen stå der.", list.name(language))
            }
            (Self::Missing { list, of }, Language::English) => {
                format!("{}: {of} is missing, and by the record it stands there.", list.name(language))
            }
            (Self::TooMuch { list, of }, Language::Danish) => {
                format!("{}: {of} står der og skal efter journalen ikke stå der.", list.name(language))
            }
            (Self::TooMuch { list, of }, Language::English) => {
                format!("{}: {of} stands there, and by the record it doesn't.", list.name(language))
            }
            (Self::Changed { list, of }, Language::Danish) => {
                format!("{}: {of} står der med noget andet end det, der følger af journalen.", list.name(language))
            }
            (Self::Changed { list, of }, Language::English) => {
                format!(
                    "{}: {of} stands there with something else than what follows from the record.",
                    list.name(language)
                )
            }
            (Self::MarkGone { case }, Language::Danish) => format!(
                "Mærket for brevet i sag {case} mangler: kommer det samme brev igen, bliver det taget ind som en ny sag."
            ),
            (Self::MarkGone { case }, Language::English) => format!(
                "The mark of the letter in case {case} is missing: should the same letter come again, it is taken in as a new case."
            ),
        }
    }
}
