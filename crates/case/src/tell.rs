//! What happened, in words for the case's story: a line of the record, read by staff and by the citizen.

use law::{Language, say};

use crate::event::{
    ContactWay, EnteredInError, Event, GoalAttainment, Provider, SecondPlanDecided, SecondPlanOutcome,
    StartLimitReading, StartOffered, Succeeded, TrainingLevel,
};
use crate::municipality::MunicipalityCode;
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
        let pick = |danish, english| language.pick(danish, english);
        let by = |what: &str, way: ContactWay| format!("{what} ({})", way.say(language));
        match self {
            Self::PlanReceived(_) => pick("Genoptræningsplan modtaget", "Rehabilitation plan received").into(),
            Self::DischargeConfirmed(discharge) => {
                let day = say::date(discharge.on, language);
                format!("{} {day}", pick("Udskrivning bekræftet:", "Discharge confirmed:"))
            }
            Self::StartLimitRead(read) => start_limit(read.reading, language),
            Self::ContactAttempted(contact) => {
                format!(
                    "{}. {}",
                    by(pick("Forsøg på kontakt", "Attempted contact"), contact.by),
                    pick("Intet svar", "No answer")
                )
            }
            Self::FirstContactMade(contact) => {
                let made = by(pick("Første kontakt med borgeren", "First contact with the citizen"), contact.by);
                let told = if contact.choice_informed {
                    pick(". Oplyst om frit valg", ". Told of the choice among offers")
                } else {
                    ""
                };
                made + told
            }
            Self::ChoiceInformed(told) => by(pick("Oplyst om frit valg", "Told of the choice among offers"), told.by),
            Self::PrivateChoiceInformed(told) => {
                by(pick("Oplyst om retten til privat leverandør", "Told of the right to a private supplier"), told.by)
            }
            Self::StartOffered(offered) => offer(offered, language),
            Self::OfferDeclined(declined) => {
                with_words(pick("Borgeren sagde nej til starten", "The citizen declined the start"), &declined.reason)
            }
            Self::OfferWithdrawn(withdrawn) => {
                with_words(pick("Tilbuddet blev trukket tilbage", "The offer was withdrawn"), &withdrawn.reason)
            }
            Self::ProviderChosen(chosen) => {
                format!("{} {}", pick("Leverandør valgt:", "Provider chosen:"), chosen.provider.say(language))
            }
            Self::TrainingHeld(held) => with_words(pick("Træning holdt", "Training held"), &held.note),
            Self::LevelAssessed(assessed) => with_words(assessed.level.say(language), &assessed.reason),
            Self::Readmitted(_) => pick("Indlagt igen", "In hospital again").into(),
            Self::DischargedAgain(_) => pick("Udskrevet igen", "Discharged again").into(),
            Self::CourseReviewed(reviewed) => with_words(reviewed.attainment.say(language), &reviewed.assessment),
            Self::CourseEnded(ended) => with_words(pick("Forløbet sluttede", "The course ended"), &ended.reason),
            Self::SecondPlanDecided(decided) => second_plan(decided, language),
            Self::Succeeded(succeeded) => succession(succeeded, language),
            Self::EnteredInError(error) => correction(error, language),
        }
    }
}

fn with_words(what: &str, words: &str) -> String {
    if words.is_empty() { what.to_owned() } else { format!("{what}: {words}") }
}

fn offer(offered: &StartOffered, language: Language) -> String {
    let place = offered.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    let day = say::date(offered.start_on, language);
    format!("{} {day}{place}", language.pick("Opstart tilbudt til", "Start offered for"))
}

fn start_limit(reading: StartLimitReading, language: Language) -> String {
    let words = language.pick("Planens ord om start er læst", "The plan's words on the start were read");
    match reading {
        StartLimitReading::NoLimit => format!("{words}: {}", language.pick("ingen frist", "no limit")),
        StartLimitReading::Day { on, meaning, reason_given } => {
            let binds = match meaning {
                StartMeaning::NotBefore => language.pick("tidligst", "not before"),
                StartMeaning::NotAfter => language.pick("senest", "not after"),
            };
            let reason = if reason_given {
                language.pick("med en grund i helbredet", "with a health reason")
            } else {
                language.pick("uden en grund i helbredet", "without a health reason")
            };
            format!("{words}: {binds} {}, {reason}", say::date(on, language))
        }
    }
}

fn second_plan(decided: &SecondPlanDecided, language: Language) -> String {
    let earlier = &decided.earlier;
    let what = match (decided.outcome, language) {
        (SecondPlanOutcome::Replaces, Language::Danish) => {
            format!("Planen erstatter planen i sag {earlier}, og træningen fortsætter")
        }
        (SecondPlanOutcome::Replaces, Language::English) => {
            format!("The plan replaces that of case {earlier}, and training goes on")
        }
        (SecondPlanOutcome::Restarts, Language::Danish) => {
            format!("Forløbet begynder forfra med denne plan. Sag {earlier} er slut")
        }
        (SecondPlanOutcome::Restarts, Language::English) => {
            format!("The course starts over with this plan. Case {earlier} has ended")
        }
        (SecondPlanOutcome::Beside, Language::Danish) => {
            format!("Forløbet løber ved siden af forløbet i sag {earlier}")
        }
        (SecondPlanOutcome::Beside, Language::English) => format!("The course runs beside that of case {earlier}"),
    };
    with_words(&what, &decided.reason)
}

fn succession(succeeded: &Succeeded, language: Language) -> String {
    let later = &succeeded.by;
    match (succeeded.outcome, language) {
        (SecondPlanOutcome::Replaces, Language::Danish) => {
            format!("En ny plan har taget pladsen. Træningen fortsætter i sag {later}")
        }
        (SecondPlanOutcome::Replaces, Language::English) => {
            format!("A new plan has taken its place. Training goes on in case {later}")
        }
        (SecondPlanOutcome::Restarts | SecondPlanOutcome::Beside, Language::Danish) => {
            format!("Sagen er slut. Forløbet begynder forfra i sag {later}")
        }
        (SecondPlanOutcome::Restarts | SecondPlanOutcome::Beside, Language::English) => {
            format!("The case has ended. The course starts over in case {later}")
        }
    }
}

fn correction(error: &EnteredInError, language: Language) -> String {
    let number = error.number;
    let what = match language {
        Language::Danish => format!("Rettelse. Hændelse nr. {number} var en fejl"),
        Language::English => format!("Correction. Event no. {number} was a mistake"),
    };
    with_words(&what, &error.reason)
}

/// The municipality as it calls itself.
pub(crate) fn kommune(municipality: MunicipalityCode) -> String {
    match municipality.name() {
        "Bornholm" => "Bornholms Regionskommune".into(),
        name @ ("København" | "Vesthimmerland") => format!("{name}s Kommune"),
        name => format!("{name} Kommune"),
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
            Self::OtherMunicipality { municipality } => kommune(*municipality),
            Self::SupplierOf { municipality, name } => {
                let has_agreement = language.pick("aftale med", "agreement with");
                format!("{name} ({has_agreement} {})", kommune(*municipality))
            }
            Self::Private { name, .. } => {
                format!("{name} ({})", language.pick("privat leverandør", "private supplier"))
            }
        }
    }
}

impl TrainingLevel {
    fn say(self, language: Language) -> &'static str {
        match self {
            Self::Basic => language.pick("Niveau vurderet til basal", "Level assessed as basic"),
            Self::Advanced => language.pick("Niveau vurderet til avanceret", "Level assessed as advanced"),
        }
    }
}

impl GoalAttainment {
    fn say(self, language: Language) -> &'static str {
        match self {
            Self::None => language
                .pick("Forløbet er vurderet, og målene er ikke nået", "Course reviewed, the goals are not reached"),
            Self::Partly => language.pick(
                "Forløbet er vurderet, og målene er delvist nået",
                "Course reviewed, the goals are partly reached",
            ),
            Self::Fully => {
                language.pick("Forløbet er vurderet, og målene er nået", "Course reviewed, the goals are reached")
            }
        }
    }
}

impl SecondPlanOutcome {
    /// What the later plan is to the earlier one, in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Replaces => language.pick("erstatter den tidligere plan", "replaces the earlier plan"),
            Self::Restarts => language.pick("forløbet begynder forfra", "the course starts over"),
            Self::Beside => language.pick("løber ved siden af", "runs beside it"),
        }
    }
}
