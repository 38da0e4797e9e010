//! What can be wrong with a delivery report, in words. Each makes the whole report refused.

use case::Refusal;
use case::citizen_number::NumberFault;
use jiff::civil::Date;
use law::{Language, say};

/// What an element of a report should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A JSON object.
    Object,
    /// A JSON list.
    List,
    /// A text.
    Text,
    /// True or false.
    TrueOrFalse,
}

/// What is wrong with a report, or keeps it from being read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Another kind of value than it should be.
    WrongShape {
        /// What it should be.
        expected: Shape,
    },
    /// An element that has to be there is not.
    Missing,
    /// An element that is not part of the report.
    NotAllowed,
    /// More of them than there may be.
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// Another value than the only one that may stand there.
    WrongValue {
        /// The only one.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A code that is not on the list for this place.
    UnknownCode {
        /// The list.
        list: &'static str,
        /// What stands there.
        found: String,
    },
    /// What stands there is no CPR number.
    ImpossibleNumber {
        /// What is wrong with it.
        fault: NumberFault,
    },
    /// The code of an organisation is not a number of eleven digits or more.
    ImpossibleOrganisation,
    /// What stands there is no date, or no time, or too little of one.
    ImpossibleTime {
        /// What stands there.
        found: String,
    },
    /// A day that had to have come lies after the one on which the report was received.
    Ahead {
        /// The day.
        day: Date,
        /// When the report was received.
        received: Date,
    },
    /// A discharge lies more than a year ahead.
    FarAhead {
        /// The day.
        day: Date,
    },
    /// What is told would be refused if somebody recorded it in the case.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// The end lies before the beginning.
    EndsBeforeStart,
    /// Another number of citizens than one.
    NotOneCitizen {
        /// How many there are.
        found: usize,
    },
    /// A reference to something that is not in the report, or is of another kind.
    Unresolved {
        /// The reference.
        reference: String,
    },
    /// Two parts with the same identifier.
    SameIdTwice {
        /// The identifier.
        id: String,
    },
    /// A plan without the hospital's type.
    NoPlanType,
    /// A plan whose categories can't all be true: two types, two levels, or a level on other than general training.
    CategoriesContradict,
    /// A course that was cancelled or stopped without a reason.
    EndReasonMissing,
    /// A reason for an end on a course that has not ended.
    EndReasonTooEarly,
    /// An intervention that has to stand within a course does not.
    CourseMissing,
    /// An intervention that may not stand within a course does.
    CourseForbidden,
}

impl Problem {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongShape { .. } => "report_wrong_shape",
            Self::Missing => "report_element_missing",
            Self::NotAllowed => "report_element_not_allowed",
            Self::TooMany { .. } => "report_too_many",
            Self::WrongValue { .. } => "report_wrong_value",
            Self::UnknownCode { .. } => "report_unknown_code",
            Self::ImpossibleNumber { .. } => "report_impossible_number",
            Self::ImpossibleOrganisation => "report_impossible_organisation",
            Self::ImpossibleTime { .. } => "report_impossible_time",
            Self::Ahead { .. } => "report_ahead",
            Self::FarAhead { .. } => "report_far_ahead",
            Self::Refused { .. } => "report_refused",
            Self::EndsBeforeStart => "report_ends_before_start",
            Self::NotOneCitizen { .. } => "report_not_one_citizen",
            Self::Unresolved { .. } => "report_unresolved_reference",
            Self::SameIdTwice { .. } => "report_same_id_twice",
            Self::NoPlanType => "report_no_plan_type",
            Self::CategoriesContradict => "report_categories_contradict",
            Self::EndReasonMissing => "report_end_reason_missing",
            Self::EndReasonTooEarly => "report_end_reason_too_early",
            Self::CourseMissing => "report_course_missing",
            Self::CourseForbidden => "report_course_forbidden",
        }
    }

    /// What is wrong.
    pub fn say(&self, language: Language) -> String {
        match language {
            Language::Danish => self.dansk(),
            Language::English => self.english(),
        }
    }

    fn dansk(&self) -> String {
        match self {
            Self::WrongShape { expected } => format!("Her skal stå {}.", expected.dansk()),
            Self::Missing => "Elementet skal være der, men mangler.".into(),
            Self::NotAllowed => "Elementet må ikke indberettes.".into(),
            Self::TooMany { most } => format!("Der må højst være {most}."),
            Self::WrongValue { expected, found } => format!("Her kan kun stå »{expected}«. Der står »{found}«."),
            Self::UnknownCode { list, found } => format!("Koden »{found}« er ikke i listen {list}."),
            Self::ImpossibleNumber { fault } => {
                format!("CPR-nummeret kan ikke være rigtigt: {}.", fault.say(Language::Danish))
            }
            Self::ImpossibleOrganisation => {
                "Organisationens kode er ikke en SOR-kode. Den har mindst elleve cifre.".into()
            }
            Self::ImpossibleTime { found } => format!("»{found}« er ikke en hel dato eller et tidspunkt, der findes."),
            Self::Ahead { day, received } => format!(
                "{} kan ikke være rigtigt, for rapporten blev modtaget {}.",
                say::date(*day, Language::Danish),
                say::date(*received, Language::Danish)
            ),
            Self::FarAhead { day } => {
                format!("Udskrivningen ligger mere end et år ude i fremtiden, {}.", say::date(*day, Language::Danish))
            }
            Self::Refused { refusal } => refusal.say(Language::Danish),
            Self::EndsBeforeStart => "Slutningen ligger før begyndelsen.".into(),
            Self::NotOneCitizen { found } => format!("En rapport handler om én borger. Her er {found}."),
            Self::Unresolved { reference } => {
                format!("Der henvises til »{reference}«, som ikke er i rapporten eller er noget andet.")
            }
            Self::SameIdTwice { id } => format!("To dele af rapporten har samme id, »{id}«."),
            Self::NoPlanType => "Planen siger ikke, om den er almen, specialiseret eller rehabilitering.".into(),
            Self::CategoriesContradict => {
                "Planens kategorier modsiger hinanden. Kun en almen plan har et niveau, og en plan har én type.".into()
            }
            Self::EndReasonMissing => "Forløbet er aflyst eller stoppet, men grunden mangler.".into(),
            Self::EndReasonTooEarly => {
                "Der er en grund til, at forløbet sluttede, men det er ikke aflyst eller stoppet.".into()
            }
            Self::CourseMissing => "Indsatsen skal høre til et forløb.".into(),
            Self::CourseForbidden => "Indsatsen må ikke høre til et forløb.".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::WrongShape { expected } => format!("There should be {} here.", expected.english()),
            Self::Missing => "The element has to be there, but is missing.".into(),
            Self::NotAllowed => "The element may not be reported.".into(),
            Self::TooMany { most } => format!("There may be {most} at most."),
            Self::WrongValue { expected, found } => format!("Only \"{expected}\" may stand here. It is \"{found}\"."),
            Self::UnknownCode { list, found } => format!("The code \"{found}\" is not on the list {list}."),
            Self::ImpossibleNumber { fault } => {
                format!("The CPR number can't be right: {}.", fault.say(Language::English))
            }
            Self::ImpossibleOrganisation => {
                "The organisation's code is no SOR code. That has eleven digits or more.".into()
            }
            Self::ImpossibleTime { found } => format!("\"{found}\" is no whole date or time that exists."),
            Self::Ahead { day, received } => format!(
                "{} can't be right, since the report was received on {}.",
                say::date(*day, Language::English),
                say::date(*received, Language::English)
            ),
            Self::FarAhead { day } => {
                format!("The discharge lies more than a year ahead, on {}.", say::date(*day, Language::English))
            }
            Self::Refused { refusal } => refusal.say(Language::English),
            Self::EndsBeforeStart => "The end lies before the beginning.".into(),
            Self::NotOneCitizen { found } => format!("A report is about one citizen. Here are {found}."),
            Self::Unresolved { reference } => {
                format!("\"{reference}\" is referred to, but is not in the report or is something else.")
            }
            Self::SameIdTwice { id } => format!("Two parts of the report have the same id, \"{id}\"."),
            Self::NoPlanType => "The plan doesn't say whether it is general, specialised or rehabilitation.".into(),
            Self::CategoriesContradict => {
                "The plan's categories contradict each other. Only a general plan has a level, and a plan has one type."
                    .into()
            }
            Self::EndReasonMissing => "The course was cancelled or stopped, but the reason is missing.".into(),
            Self::EndReasonTooEarly => {
                "There is a reason for the course's end, but it was not cancelled or stopped.".into()
            }
            Self::CourseMissing => "The intervention has to belong to a course.".into(),
            Self::CourseForbidden => "The intervention may not belong to a course.".into(),
        }
    }

    /// How to mend it.
    pub const fn mend(&self, language: Language) -> &'static str {
        let (danish, english) = match self {
            Self::WrongShape { .. } | Self::Missing | Self::TooMany { .. } | Self::WrongValue { .. } => (
                "Ret elementet i det system, som rapporten kommer fra, og hent den igen.",
                "Mend the element in the system that the report comes from, and fetch it again.",
            ),
            Self::NotAllowed => (
                "Fjern elementet i det system, som rapporten kommer fra, og hent den igen.",
                "Remove the element in the system that the report comes from, and fetch it again.",
            ),
            Self::UnknownCode { .. } => (
                "Se efter, at systemet bruger den gældende kodeliste (version 2.2.0 af KL Gateway Rehab).",
                "Check that the system uses the code list in force (version 2.2.0 of KL Gateway Rehab).",
            ),
            Self::ImpossibleNumber { .. } => (
                "Slå borgeren op i CPR, ret nummeret i systemet, og hent rapporten igen. Et erstatningsnummer kan ikke indberettes.",
                "Look the citizen up in the register, mend the number, and fetch the report again. A replacement number can't be reported.",
            ),
            Self::ImpossibleOrganisation => (
                "Slå organisationens kode op i SOR, og ret den.",
                "Look up the organisation's code in SOR, and mend it.",
            ),
            Self::ImpossibleTime { .. } | Self::Ahead { .. } | Self::FarAhead { .. } | Self::EndsBeforeStart => (
                "Ret datoen i systemet, og hent rapporten igen.",
                "Mend the date in the system, and fetch the report again.",
            ),
            Self::Refused { .. } => (
                "Ret det, der er forkert: i det system, som rapporten kommer fra, eller i sagen her. Hent så rapporten igen.",
                "Mend what is wrong: in the system that the report comes from, or in the case here. Then fetch the report again.",
            ),
            Self::NotOneCitizen { .. } => {
                ("Del rapporten op, så hver har én borger.", "Split the report, so that each has one citizen.")
            }
            Self::Unresolved { .. } | Self::SameIdTwice { .. } => (
                "Hent rapporten igen med alt det, som den henviser til, én gang hver.",
                "Fetch the report again with all that it refers to, once each.",
            ),
            Self::NoPlanType | Self::CategoriesContradict => {
                ("Ret planens type efter sygehusets plan.", "Mend the plan's type by the hospital's plan.")
            }
            Self::EndReasonMissing | Self::EndReasonTooEarly => (
                "Skriv grunden, når forløbet er aflyst eller stoppet, og kun da.",
                "State the reason where the course was cancelled or stopped, and only there.",
            ),
            Self::CourseMissing | Self::CourseForbidden => (
                "Ret, hvad indsatsen hører til. Udredning og koordinering står uden for et forløb, træning i et.",
                "Mend what the intervention belongs to. Examination and coordination stand outside a course, training within one.",
            ),
        };
        match language {
            Language::Danish => danish,
            Language::English => english,
        }
    }
}

impl Shape {
    const fn dansk(self) -> &'static str {
        match self {
            Self::Object => "et objekt",
            Self::List => "en liste",
            Self::Text => "en tekst, som ikke er tom",
            Self::TrueOrFalse => "true eller false",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Object => "an object",
            Self::List => "a list",
            Self::Text => "a text that is not empty",
            Self::TrueOrFalse => "true or false",
        }
    }
}
