//! Why a command was not carried out. `Display` is for logs and names no person; [`Refusal::say`] is for people: what stands in the way
//! and what can be done instead. Nothing has changed where one is given.

use jiff::civil::Date;
use law::bar::BarredAct;
use law::book::Rule;
use law::fact::FactSet;
use law::{Language, say};

use crate::command::act_title;
use crate::ids::{CaseId, EventNumber};
use crate::role::Role;

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A rule stands in the way.
    #[error("barred by rule {rule}")]
    Barred {
        /// The act.
        act: BarredAct,
        /// The rule.
        rule: Rule,
        /// What the rule says, in Danish and English.
        because: [String; 2],
        /// The provision as a jurist cites it.
        provision: String,
    },
    /// Whether a rule stands in the way can't be told yet.
    #[error("rule {rule} waits for facts")]
    NotSettled {
        /// The rule.
        rule: Rule,
        /// The facts that would tell.
        missing: FactSet,
    },
    /// The role may not do the act under the standard.
    #[error("{act} is not for {role:?}")]
    NotPermitted {
        /// The act's word.
        act: &'static str,
        /// The role that tried.
        role: Role,
        /// The roles that may.
        allowed: Vec<Role>,
    },
    /// Nothing more is done in a case that is closed.
    #[error("closed since {since}")]
    Closed {
        /// The day it was closed.
        since: Date,
    },
    /// It can't have happened on a day to come.
    #[error("happened on {happened}, after {today}")]
    InTheFuture {
        /// The day told.
        happened: Date,
        /// Today.
        today: Date,
    },
    /// It can't have happened before the plan came.
    #[error("happened on {happened}, before receipt {received}")]
    BeforePlan {
        /// The day told.
        happened: Date,
        /// The day the plan was received.
        received: Date,
    },
    /// A start is offered for the day of the offer or a later one.
    #[error("start {start} lies before the offer on {made}")]
    StartBeforeOffer {
        /// The start.
        start: Date,
        /// The day of the offer.
        made: Date,
    },
    /// The discharge lies before the stay began.
    #[error("discharge {discharged} lies before admission {admitted}")]
    DischargedBeforeAdmitted {
        /// The discharge.
        discharged: Date,
        /// The admission.
        admitted: Date,
    },
    /// The first contact is on record already.
    #[error("first contact was made on {on}")]
    ContactAlreadyMade {
        /// The day of the first contact.
        on: Date,
    },
    /// There is no offer to decline.
    #[error("no offer to decline")]
    NoOffer,
    /// There is nothing to tell of: the right hasn't arisen.
    #[error("the right to a private supplier has not arisen")]
    NoPrivateChoice,
    /// The plan has no words on the start.
    #[error("the plan has no words on the start")]
    NoStartLimit,
    /// The citizen is in hospital already.
    #[error("already in hospital")]
    AlreadyInHospital,
    /// The citizen is not in hospital.
    #[error("not in hospital")]
    NotInHospital,
    /// An act that needs words came without them.
    #[error("a reason is missing")]
    NoReason,
    /// No event of that number.
    #[error("no event {0}")]
    NoSuchEvent(EventNumber),
    /// The event was marked already.
    #[error("event {0} is marked already")]
    AlreadyMarked(EventNumber),
    /// The event can't be marked: the case rests on it.
    #[error("event {0} can't be marked")]
    CannotMark(EventNumber),
    /// The other case doesn't exist, is this one, belongs to somebody else or is closed.
    #[error("{0} is no earlier running case of the same person")]
    NoEarlierCase(CaseId),
    /// What the plan is to that case was decided already.
    #[error("decided already for {0}")]
    AlreadyDecided(CaseId),
    /// Nothing stands in the way, and this version can't do it yet.
    #[error("{0} is not in this version")]
    NotInThisVersion(&'static str),
}

impl Refusal {
    /// What is wrong and what to do about it.
    pub fn say(&self, language: Language) -> String {
        let day = |day: &Date| say::date(*day, language);
        let texts = match self {
            Self::Barred { act, because, provision, .. } => {
                let title = act.say(language);
                let [danish, english] = because;
                return match language {
                    Language::Danish => format!("{title}: Det er ikke tilladt. {danish} ({provision})"),
                    Language::English => format!("{title}: It is not allowed. {english} ({provision})"),
                };
            }
            Self::NotSettled { missing, .. } => return not_settled(*missing, language),
            Self::NotPermitted { act, allowed, .. } => return not_permitted(act, allowed, language),
            Self::Closed { since } => [
                format!("Sagen er lukket siden {}. Arbejd videre i den sag, der kom i stedet.", day(since)),
                format!("The case has been closed since {}. Go on in the case that took its place.", day(since)),
            ],
            Self::InTheFuture { happened, today } => [
                format!("{} ligger efter i dag, {}. Skriv den dag, det skete.", day(happened), day(today)),
                format!("{} lies after today, {}. Give the day on which it happened.", day(happened), day(today)),
            ],
            Self::BeforePlan { happened, received } => [
                format!("{} ligger før planen kom, {}. Skriv en dag fra da af.", day(happened), day(received)),
                format!("{} lies before the plan came, {}. Give a day from then on.", day(happened), day(received)),
            ],
            Self::StartBeforeOffer { start, made } => [
                format!("Starten {} ligger før tilbuddet {}. Vælg den dag eller en senere.", day(start), day(made)),
                format!(
                    "The start {} lies before the offer {}. Choose that day or a later one.",
                    day(start),
                    day(made)
                ),
            ],
            Self::DischargedBeforeAdmitted { discharged, admitted } => [
                format!(
                    "Udskrivningen {} ligger før indlæggelsen {}. Se efter i planen.",
                    day(discharged),
                    day(admitted)
                ),
                format!(
                    "The discharge {} lies before the admission {}. Look in the plan.",
                    day(discharged),
                    day(admitted)
                ),
            ],
            Self::ContactAlreadyMade { on } => [
                format!("Første kontakt er registreret {}. Var det en fejl, så ret den først.", day(on)),
                format!("The first contact is on record for {}. If that was a mistake, correct it first.", day(on)),
            ],
            Self::NoSuchEvent(number) => {
                [format!("Sagen har ingen hændelse nr. {number}."), format!("The case has no event no. {number}.")]
            }
            Self::AlreadyMarked(number) => [
                format!("Hændelse nr. {number} er allerede markeret som fejl."),
                format!("Event no. {number} is marked as a mistake already."),
            ],
            Self::CannotMark(number) => [
                format!("Hændelse nr. {number} kan ikke markeres som fejl, for sagen bygger på den."),
                format!("Event no. {number} can't be marked as a mistake, since the case rests on it."),
            ],
            Self::NoEarlierCase(case) => [
                format!("{case} er ikke en tidligere åben sag for samme borger."),
                format!("{case} is no earlier open case of the same citizen."),
            ],
            Self::AlreadyDecided(case) => [
                format!("Forholdet til sag {case} er allerede afgjort."),
                format!("What the plan is to case {case} is decided already."),
            ],
            Self::NotInThisVersion(act) => {
                let title = act_title(act, language).unwrap_or(act);
                [
                    format!("»{title}« kan ikke gøres i denne udgave."),
                    format!("»{title}« can't be done in this version."),
                ]
            }
            simple => simple.simple_words().map(ToOwned::to_owned),
        };
        let [danish, english] = texts;
        if language == Language::Danish { danish } else { english }
    }

    /// The refusals whose words hold nothing of the case.
    fn simple_words(&self) -> [&'static str; 2] {
        match self {
            Self::NoOffer => [
                "Der er ikke tilbudt nogen start, som borgeren kan sige nej til. Registrér tilbuddet først.",
                "No start has been offered that the citizen could decline. Record the offer first.",
            ],
            Self::NoPrivateChoice => [
                "Retten til en privat leverandør er ikke opstået i sagen, så der er intet at oplyse om.",
                "The right to a private supplier hasn't arisen in the case, so there is nothing to tell of.",
            ],
            Self::NoStartLimit => [
                "Planen har ingen ord om, hvornår træningen skal begynde.",
                "The plan has no words on when training is to begin.",
            ],
            Self::AlreadyInHospital => [
                "Borgeren er allerede registreret som indlagt. Registrér udskrivningen først.",
                "The citizen is on record as being in hospital. Record the discharge first.",
            ],
            Self::NotInHospital => [
                "Borgeren er ikke registreret som indlagt igen.",
                "The citizen is not on record as being in hospital again.",
            ],
            _ => ["Skriv en begrundelse.", "Give a reason."],
        }
    }
}

fn not_settled(missing: FactSet, language: Language) -> String {
    let questions: Vec<&str> = missing.iter().map(|fact| fact.entry().question(language)).collect();
    match language {
        Language::Danish => format!("Det kan ikke afgøres endnu. Der mangler svar på: {}", questions.join(" ")),
        Language::English => format!("It can't be settled yet. Answers are missing to: {}", questions.join(" ")),
    }
}

fn not_permitted(act: &str, allowed: &[Role], language: Language) -> String {
    let title = act_title(act, language).unwrap_or(act);
    let roles: Vec<&str> = allowed.iter().map(|role| role.say(language)).collect();
    match (language, roles.is_empty()) {
        (Language::Danish, true) => format!("»{title}«: Kvalitetsstandarden siger ikke, hvem der må gøre det."),
        (Language::English, true) => format!("»{title}«: The quality standard doesn't say who may do it."),
        (Language::Danish, false) => format!("»{title}«: Det må kun {}. Bed en af dem.", say::list(&roles, language)),
        (Language::English, false) => {
            format!("»{title}«: That is for {} only. Ask one of them.", say::list(&roles, language))
        }
    }
}
