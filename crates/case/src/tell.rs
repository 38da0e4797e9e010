//! What happened, in words for the case's story.

use law::{Language, say};

use crate::event::{ContactWay, Event, GoalAttainment, Provider, SecondPlanOutcome, StartLimitReading, TrainingLevel};
use crate::plan::StartMeaning;

impl Event {
    /// The day on which the event itself says that it happened, where it does.
    pub fn own_day(&self) -> Option<jiff::civil::Date> {
        match self {
            Self::DischargeConfirmed(discharge) => Some(discharge.on),
            _ => None,
        }
    }

    /// What happened, in one line.
    pub fn say(&self, language: Language) -> String {
        let da = language == Language::Danish;
        let day = |day| say::date(day, language);
        let pick = |danish: &str, english: &str| language.pick(danish, english).to_owned();
        match self {
            Self::PlanReceived(_) => pick("Genoptræningsplan modtaget", "Rehabilitation plan received"),
            Self::DischargeConfirmed(discharge) if da => format!("Udskrevet {}, bekræftet", day(discharge.on)),
            Self::DischargeConfirmed(discharge) => format!("Discharged on {}, confirmed", day(discharge.on)),
            Self::StartLimitRead(read) => start_limit(read.reading, language),
            Self::ContactAttempted(contact) => {
                format!(
                    "{} ({})",
                    pick("Forsøg på kontakt. Intet svar", "Attempted contact. No answer"),
                    contact.by.say(language)
                )
            }
            Self::FirstContactMade(contact) => {
                let told = if contact.choice_informed {
                    language.pick(" Oplyst om frit valg.", " Told of the choice.")
                } else {
                    ""
                };
                format!(
                    "{} ({}).{told}",
                    pick("Første kontakt med borgeren", "First contact with the citizen"),
                    contact.by.say(language)
                )
            }
            Self::ChoiceInformed(told) => {
                format!(
                    "{} ({})",
                    pick("Oplyst om frit valg", "Told of the choice among offers"),
                    told.by.say(language)
                )
            }
            Self::PrivateChoiceInformed(told) => {
                let words = pick("Oplyst om retten til privat leverandør", "Told of the right to a private supplier");
                format!("{words} ({})", told.by.say(language))
            }
            Self::StartOffered(offered) => {
                let place = offered.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
                format!("{} {}{place}", pick("Opstart tilbudt til", "Start offered for"), day(offered.start_on))
            }
            Self::OfferDeclined(declined) => {
                format!(
                    "{}: {}",
                    pick("Borgeren sagde nej til starten", "The citizen declined the start"),
                    declined.reason
                )
            }
            Self::ProviderChosen(chosen) => format!("{}: {}", pick("Valgt", "Chosen"), chosen.provider.say(language)),
            Self::TrainingHeld(held) => with_words(pick("Træning holdt", "Training held"), &held.note),
            Self::LevelAssessed(assessed) => with_words(assessed.level.say(language), &assessed.reason),
            Self::Readmitted(_) => pick("Indlagt igen", "In hospital again"),
            Self::DischargedAgain(_) => pick("Udskrevet igen", "Discharged again"),
            Self::CourseReviewed(reviewed) => with_words(reviewed.attainment.say(language), &reviewed.assessment),
            Self::CourseEnded(ended) => with_words(pick("Forløbet sluttede", "The course ended"), &ended.reason),
            Self::SecondPlanDecided(decided) => with_words(
                format!(
                    "{} {}: {}",
                    pick("Forhold til sag", "In respect of case"),
                    decided.earlier,
                    decided.outcome.say(language)
                ),
                &decided.reason,
            ),
            Self::Succeeded(succeeded) => {
                format!("{} {}", pick("Afløst af sag", "Succeeded by case"), succeeded.by)
            }
            Self::EnteredInError(error) => with_words(
                format!(
                    "{} {}",
                    pick("Rettelse: fejl i hændelse nr.", "Correction: mistake in event no."),
                    error.number
                ),
                &error.reason,
            ),
        }
    }
}

fn with_words(what: String, words: &str) -> String {
    if words.is_empty() { what } else { format!("{what}: {words}") }
}

fn start_limit(reading: StartLimitReading, language: Language) -> String {
    let words = language.pick("Planens ord om start læst", "The plan's words on the start read");
    match reading {
        StartLimitReading::NoLimit => format!("{words}: {}", language.pick("ingen frist", "no limit")),
        StartLimitReading::Day { on, meaning, reason_given } => {
            let binds = match meaning {
                StartMeaning::NotBefore => language.pick("tidligst", "not before"),
                StartMeaning::NotAfter => language.pick("senest", "not after"),
            };
            let reason = if reason_given {
                language.pick("med grund i helbredet", "with a health reason")
            } else {
                language.pick("uden grund i helbredet", "without a health reason")
            };
            format!("{words}: {binds} {}, {reason}", say::date(on, language))
        }
    }
}

impl ContactWay {
    /// How, in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Telephone => language.pick("telefon", "telephone"),
            Self::InPerson => language.pick("personligt", "in person"),
            Self::Letter => language.pick("Digital Post eller brev", "Digital Post or letter"),
        }
    }
}

impl Provider {
    /// Who, in words.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::OwnUnit => language.pick("kommunens egen træningsenhed", "the municipality's own unit").into(),
            Self::OtherMunicipality { municipality } => format!("{} Kommune", municipality.name()),
            Self::SupplierOf { municipality, name } => format!("{name} ({} Kommune)", municipality.name()),
            Self::Private { name, .. } => {
                format!("{name} ({})", language.pick("privat leverandør", "private supplier"))
            }
        }
    }
}

impl TrainingLevel {
    fn say(self, language: Language) -> String {
        match self {
            Self::Basic => language.pick("Niveau vurderet: basal", "Level assessed: basic"),
            Self::Advanced => language.pick("Niveau vurderet: avanceret", "Level assessed: advanced"),
        }
        .into()
    }
}

impl GoalAttainment {
    fn say(self, language: Language) -> String {
        match self {
            Self::None => {
                language.pick("Forløb vurderet: målene er ikke nået", "Course reviewed: the goals are not reached")
            }
            Self::Partly => language
                .pick("Forløb vurderet: målene er delvist nået", "Course reviewed: the goals are partly reached"),
            Self::Fully => language.pick("Forløb vurderet: målene er nået", "Course reviewed: the goals are reached"),
        }
        .into()
    }
}

impl SecondPlanOutcome {
    /// What the later plan is to the earlier one, in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Replaces => language.pick("erstatter den", "replaces it"),
            Self::Restarts => language.pick("begynder forfra", "starts over"),
            Self::Beside => language.pick("kører ved siden af", "runs beside it"),
        }
    }
}
