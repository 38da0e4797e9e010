//! What can be wrong with a rehabilitation plan, in words.

use case::citizen_number::NumberFault;
use case::municipality::MunicipalityCode;
use jiff::civil::Date;
use law::Language;

use super::VERSION;
use super::tree::ROOT_NAMESPACE;
use crate::Severity;

/// The parts that nothing can be done without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The envelope's identifier.
    EnvelopeIdentifier,
    /// The letter's identifier.
    LetterIdentifier,
    /// The sender's location number.
    SenderLocation,
    /// The plan itself.
    RehabilitationPlan,
    /// The citizen.
    Patient,
}

impl Part {
    const fn dansk(self) -> &'static str {
        match self {
            Self::EnvelopeIdentifier => "kuvertens nummer (Identifier)",
            Self::LetterIdentifier => "brevets nummer (Identifier)",
            Self::SenderLocation => "afsenderens lokationsnummer (EANIdentifier)",
            Self::RehabilitationPlan => "selve planen (RehabilitationPlan)",
            Self::Patient => "borgeren (Patient)",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::EnvelopeIdentifier => "the envelope's number (Identifier)",
            Self::LetterIdentifier => "the letter's number (Identifier)",
            Self::SenderLocation => "the sender's location number (EANIdentifier)",
            Self::RehabilitationPlan => "the plan itself (RehabilitationPlan)",
            Self::Patient => "the citizen (Patient)",
        }
    }
}

/// What is wrong with the message, or has to be seen to by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The root is not MedCom's `Emessage` in the namespace of the plan.
    NotAPlan {
        /// The root's name.
        name: String,
        /// The root's namespace; empty where it has none.
        namespace: String,
    },
    /// A part that nothing can be done without is not there.
    PartMissing {
        /// Which.
        part: Part,
    },
    /// A part stands there more than once, and the message may mean either.
    Repeated {
        /// Whether it is one of the parts that decide what the message is.
        decisive: bool,
    },
    /// The letter is not of the version that is read.
    WrongVersion {
        /// As sent.
        found: Option<String>,
    },
    /// The type of training is not one of the three.
    UnknownPlanType {
        /// As sent.
        found: String,
    },
    /// The type of training is not there.
    PlanTypeMissing,
    /// A text where a date from 1900 to 2199 should be.
    ImpossibleDate {
        /// As sent.
        found: String,
    },
    /// A text where a time of day should be. The day beside it stands.
    ImpossibleTime {
        /// As sent.
        found: String,
    },
    /// The hospital contact ends before it begins.
    EndsBeforeStart {
        /// The first day.
        start: Date,
        /// The last day.
        end: Date,
    },
    /// No expected end of the hospital contact.
    EndMissing,
    /// The expected end stands there in words alone.
    EndInWords {
        /// The words.
        words: String,
    },
    /// A limit for the start stands there in words.
    DeadlineInWords {
        /// The words.
        words: String,
    },
    /// No number of the citizen.
    NumberMissing,
    /// What stands there is no number.
    NumberImpossible {
        /// What is wrong with it.
        fault: NumberFault,
    },
    /// A replacement number.
    ReplacementNumber,
    /// A CPR number and another number beside it.
    TwoNumbers,
    /// The birth date lies after the day of receipt.
    BornAhead {
        /// By the number.
        born_on: Date,
    },
    /// The receiver is another municipality than the one that got it.
    OtherMunicipality {
        /// The receiver.
        addressed: MunicipalityCode,
    },
    /// Which municipality it is for can't be seen.
    ReceiverUnclear,
    /// The citizen's post district bears another municipality's name.
    LivesElsewhere {
        /// The municipality of that name.
        hinted: MunicipalityCode,
    },
    /// The citizen did not agree to the sending.
    ConsentRefused,
    /// Whether the citizen agreed is said in other words than yes and no.
    ConsentInWords {
        /// The words.
        words: String,
    },
    /// Nothing on consent.
    ConsentMissing,
    /// A part of the message that is not known here. It stands in the original alone.
    UnknownPart {
        /// Its name.
        name: String,
    },
}

impl Problem {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAPlan { .. } => "plan_not_a_plan",
            Self::PartMissing { .. } => "plan_part_missing",
            Self::Repeated { .. } => "plan_part_repeated",
            Self::WrongVersion { .. } => "plan_wrong_version",
            Self::UnknownPlanType { .. } => "plan_type_unknown",
            Self::PlanTypeMissing => "plan_type_missing",
            Self::ImpossibleDate { .. } => "plan_impossible_date",
            Self::ImpossibleTime { .. } => "plan_impossible_time",
            Self::EndsBeforeStart { .. } => "plan_ends_before_start",
            Self::EndMissing => "plan_end_missing",
            Self::EndInWords { .. } => "plan_end_in_words",
            Self::DeadlineInWords { .. } => "plan_deadline_in_words",
            Self::NumberMissing => "plan_number_missing",
            Self::NumberImpossible { .. } => "plan_number_impossible",
            Self::ReplacementNumber => "plan_replacement_number",
            Self::TwoNumbers => "plan_two_numbers",
            Self::BornAhead { .. } => "plan_born_ahead",
            Self::OtherMunicipality { .. } => "plan_other_municipality",
            Self::ReceiverUnclear => "plan_receiver_unclear",
            Self::LivesElsewhere { .. } => "plan_lives_elsewhere",
            Self::ConsentRefused => "plan_consent_refused",
            Self::ConsentInWords { .. } => "plan_consent_in_words",
            Self::ConsentMissing => "plan_consent_missing",
            Self::UnknownPart { .. } => "plan_unknown_part",
        }
    }

    /// What follows from it.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::NotAPlan { .. }
            | Self::PartMissing { .. }
            | Self::Repeated { decisive: true }
            | Self::WrongVersion { .. }
            | Self::UnknownPlanType { .. }
            | Self::PlanTypeMissing => Severity::Refuses,
            Self::Repeated { decisive: false }
            | Self::ImpossibleDate { .. }
            | Self::EndsBeforeStart { .. }
            | Self::EndMissing
            | Self::EndInWords { .. }
            | Self::DeadlineInWords { .. }
            | Self::NumberMissing
            | Self::NumberImpossible { .. }
            | Self::ReplacementNumber
            | Self::TwoNumbers
            | Self::BornAhead { .. }
            | Self::OtherMunicipality { .. }
            | Self::ReceiverUnclear
            | Self::LivesElsewhere { .. }
            | Self::ConsentRefused
            | Self::ConsentInWords { .. } => Severity::NeedsPerson,
            Self::ImpossibleTime { .. } | Self::ConsentMissing | Self::UnknownPart { .. } => Severity::Note,
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
            Self::NotAPlan { name, namespace } => format!(
                "Filen er ikke en genoptræningsplan fra MedCom. Den begynder med »{name}« i navnerummet »{namespace}«, ikke Emessage i {ROOT_NAMESPACE}."
            ),
            Self::PartMissing { part } => format!("Meddelelsen mangler {}.", part.dansk()),
            Self::Repeated { .. } => "Feltet står flere gange, og det kan ikke ses, hvilket der gælder.".into(),
            Self::WrongVersion { found: Some(found) } => {
                format!("Planen er skrevet i version {found}. Her læses {VERSION}.")
            }
            Self::WrongVersion { found: None } => {
                format!("Planen siger ikke, hvilken version den er skrevet i. Her læses {VERSION}.")
            }
            Self::UnknownPlanType { found } => format!("Planens type »{found}« findes ikke. Typen gættes aldrig."),
            Self::PlanTypeMissing => {
                "Planen siger ikke, hvilken type genoptræning der henvises til. Typen gættes aldrig.".into()
            }
            Self::ImpossibleDate { found } => format!("»{found}« er ikke en dato, der findes mellem år 1900 og 2199."),
            Self::ImpossibleTime { found } => format!("»{found}« er ikke et klokkeslæt. Datoen er taget med uden."),
            Self::EndsBeforeStart { start, end } => {
                format!("Sygehuskontakten slutter {}, før den begynder {}.", dansk(*end), dansk(*start))
            }
            Self::EndMissing => {
                "Planen siger ikke, hvornår patienten forventes udskrevet. Fristen på syv dage kan ikke regnes ud."
                    .into()
            }
            Self::EndInWords { words } => {
                format!(
                    "Den forventede udskrivning står kun med ord: »{words}«. Fristen på syv dage kan ikke regnes ud."
                )
            }
            Self::DeadlineInWords { words } => {
                format!("Sygehuset har skrevet, hvornår træningen skal begynde: »{words}«.")
            }
            Self::NumberMissing => "Planen har intet CPR-nummer.".into(),
            Self::NumberImpossible { fault } => {
                format!("Planens CPR-nummer kan ikke være rigtigt: {}.", fault.say(Language::Danish))
            }
            Self::ReplacementNumber => "Planen har et erstatningsnummer i stedet for et CPR-nummer.".into(),
            Self::TwoNumbers => "Planen har både et CPR-nummer og et andet nummer. CPR-nummeret er taget med.".into(),
            Self::BornAhead { born_on } => {
                format!("Efter CPR-nummeret er borgeren født {}, og det er endnu ikke sket.", dansk(*born_on))
            }
            Self::OtherMunicipality { addressed } => {
                format!("Planen er sendt til {} Kommune ({addressed}), ikke til jer.", addressed.name())
            }
            Self::ReceiverUnclear => "Det kan ikke ses, hvilken kommune planen er sendt til.".into(),
            Self::LivesElsewhere { hinted } => {
                format!(
                    "Borgerens adresse ligner en i {} Kommune. Det er bopælskommunen, der skal give genoptræningen.",
                    hinted.name()
                )
            }
            Self::ConsentRefused => "Sygehuset skriver, at patienten ikke har givet samtykke.".into(),
            Self::ConsentInWords { words } => format!("Sygehuset skriver om samtykke: »{words}«."),
            Self::ConsentMissing => "Planen siger ikke, om patienten har givet samtykke.".into(),
            Self::UnknownPart { name } => {
                format!("Feltet {name} kendes ikke her og er ikke taget med. Det står i den oprindelige meddelelse.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotAPlan { name, namespace } => format!(
                "The file is not a rehabilitation plan of MedCom's. It begins with \"{name}\" in the namespace \"{namespace}\", not Emessage in {ROOT_NAMESPACE}."
            ),
            Self::PartMissing { part } => format!("The message lacks {}.", part.english()),
            Self::Repeated { .. } => {
                "The field stands there more than once, and it can't be seen which one counts.".into()
            }
            Self::WrongVersion { found: Some(found) } => {
                format!("The plan is in version {found}. Here {VERSION} is read.")
            }
            Self::WrongVersion { found: None } => {
                format!("The plan doesn't say which version it is in. Here {VERSION} is read.")
            }
            Self::UnknownPlanType { found } => format!("There is no plan type \"{found}\". The type is never guessed."),
            Self::PlanTypeMissing => {
                "The plan doesn't say which type of training it refers to. The type is never guessed.".into()
            }
            Self::ImpossibleDate { found } => format!("\"{found}\" is no date that exists from 1900 to 2199."),
            Self::ImpossibleTime { found } => format!("\"{found}\" is no time of day. The date was taken without it."),
            Self::EndsBeforeStart { start, end } => {
                format!("The hospital contact ends on {end}, before it begins on {start}.")
            }
            Self::EndMissing => {
                "The plan doesn't say when the discharge is expected. The seven days can't be counted.".into()
            }
            Self::EndInWords { words } => {
                format!(
                    "The expected discharge stands there in words alone: \"{words}\". The seven days can't be counted."
                )
            }
            Self::DeadlineInWords { words } => format!("The hospital wrote when training is to begin: \"{words}\"."),
            Self::NumberMissing => "The plan has no CPR number.".into(),
            Self::NumberImpossible { fault } => {
                format!("The plan's CPR number can't be right: {}.", fault.say(Language::English))
            }
            Self::ReplacementNumber => "The plan has a replacement number instead of a CPR number.".into(),
            Self::TwoNumbers => "The plan has a CPR number and another number. The CPR number was taken.".into(),
            Self::BornAhead { born_on } => {
                format!("By the CPR number the citizen was born on {born_on}, which has not come yet.")
            }
            Self::OtherMunicipality { addressed } => {
                format!("The plan was sent to the municipality of {} ({addressed}), not to you.", addressed.name())
            }
            Self::ReceiverUnclear => "It can't be seen which municipality the plan was sent to.".into(),
            Self::LivesElsewhere { hinted } => format!(
                "The citizen's address looks like one in the municipality of {}. The home municipality is to give the training.",
                hinted.name()
            ),
            Self::ConsentRefused => "The hospital writes that the patient has not consented.".into(),
            Self::ConsentInWords { words } => format!("The hospital writes on consent: \"{words}\"."),
            Self::ConsentMissing => "The plan doesn't say whether the patient has consented.".into(),
            Self::UnknownPart { name } => {
                format!("The field {name} is not known here and was not taken. It stands in the original message.")
            }
        }
    }

    /// How to mend it.
    pub const fn mend(&self, language: Language) -> &'static str {
        let (danish, english) = match self {
            Self::NotAPlan { .. } => (
                "Læg filen til side, så et menneske ser på den. Er det en genoptræningsplan, så bed sygehuset om at sende den igen i det rigtige format.",
                "Put the file aside for a person to look at. If it is a rehabilitation plan, ask the hospital to send it again in the right format.",
            ),
            Self::PartMissing { .. } | Self::Repeated { decisive: true } | Self::WrongVersion { .. } => (
                "Bed sygehuset om at rette meddelelsen og sende den igen.",
                "Ask the hospital to mend the message and send it again.",
            ),
            Self::UnknownPlanType { .. } | Self::PlanTypeMissing => (
                "Bed sygehuset om at sende planen igen med typen almen, specialiseret eller rehabilitering.",
                "Ask the hospital to send the plan again with the type almen, specialiseret or rehabilitering.",
            ),
            Self::Repeated { decisive: false } => (
                "Se i den oprindelige meddelelse, og spørg sygehuset, hvis det er uklart.",
                "Look in the original message, and ask the hospital where it is unclear.",
            ),
            Self::ImpossibleDate { .. } | Self::EndsBeforeStart { .. } => (
                "Spørg sygehuset om datoen, og skriv den på sagen.",
                "Ask the hospital for the date, and record it on the case.",
            ),
            Self::EndMissing | Self::EndInWords { .. } => (
                "Find udskrivningsdagen i advis fra sygehuset, eller spørg, og skriv den på sagen.",
                "Find the day of discharge in the hospital's notice, or ask, and record it on the case.",
            ),
            Self::DeadlineInWords { .. } => (
                "Læs teksten, og skriv datoen på sagen: tidligst eller senest, og om der er en sundhedsfaglig begrundelse.",
                "Read the text, and record the date on the case: earliest or latest, and whether a health reason is given.",
            ),
            Self::NumberMissing | Self::NumberImpossible { .. } | Self::ReplacementNumber | Self::BornAhead { .. } => (
                "Kontakt sygehuset, og find borgerens CPR-nummer. Borgeren skal ikke vente på det.",
                "Contact the hospital, and find the citizen's CPR number. The citizen is not to wait for it.",
            ),
            Self::TwoNumbers => {
                ("Se efter, at begge numre er den samme borgers.", "Check that both numbers are of the same citizen.")
            }
            Self::OtherMunicipality { .. } | Self::ReceiverUnclear | Self::LivesElsewhere { .. } => (
                "Slå bopælskommunen op i CPR. Send planen videre med det samme, hvis det er en anden kommune: fristen løber.",
                "Look up the home municipality in the register. If it is another one, send the plan on at once: the clock runs.",
            ),
            Self::ConsentRefused | Self::ConsentInWords { .. } => (
                "Tal med borgeren og sygehuset, før planen bruges.",
                "Talk with the citizen and the hospital before the plan is used.",
            ),
            Self::ImpossibleTime { .. } | Self::ConsentMissing | Self::UnknownPart { .. } => {
                ("Det kræver ikke noget af jer.", "Nothing is needed from you.")
            }
        };
        match language {
            Language::Danish => danish,
            Language::English => english,
        }
    }
}

/// A date as Danes read it: `27-03-2026`.
fn dansk(date: Date) -> String {
    date.strftime("%d-%m-%Y").to_string()
}
