//! What a case says at its top: what nobody has settled yet and everybody must know.

use jiff::civil::Date;
use law::{Language, say};

use crate::citizen_number::{CitizenNumber, StatedNumber};
use crate::history::Case;
use crate::ids::CaseId;
use crate::municipality::MunicipalityCode;
use crate::plan::{Address, ExpectedEnd, Plan, PlanType};
use crate::tell::kommune;
use crate::words::{Words, fill};

/// Something that everybody who opens the case must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The case is closed.
    Closed {
        /// Since when.
        since: Date,
        /// The case that took its place, where one did.
        successor: Option<CaseId>,
    },
    /// The training takes place in a hospital: no limit runs for the municipality.
    TrainedInHospital,
    /// The plan has words on the start that nobody has read into a day.
    StartLimitUnread {
        /// The plan's own words.
        words: String,
    },
    /// The discharge is only expected.
    DischargeExpected {
        /// The day expected.
        on: Date,
    },
    /// Nobody has said when the discharge is.
    DischargeUnknown {
        /// What the plan says in words.
        words: Option<String>,
    },
    /// The CPR number is missing or can't be right.
    NumberUnreadable,
    /// The citizen has a replacement number: no look-up, no Digital Post, no report.
    ReplacementNumber,
    /// The plan's address points at another municipality.
    OtherMunicipality {
        /// Which.
        hint: MunicipalityCode,
    },
    /// The citizen is in hospital again; the limits stand still.
    InHospital,
}

const CLOSED: Words = ["Sagen er lukket siden {1}.", "The case has been closed since {1}."];
const SUCCEEDED: Words = [
    "Sagen er lukket siden {1}. En ny plan har taget dens plads: sag {2}.",
    "The case has been closed since {1}. A new plan has taken its place: case {2}.",
];
const TRAINED_IN_HOSPITAL: Words = [
    "Sygehuset har valgt specialiseret genoptræning. Den foregår på et sygehus, og kommunen har ingen frist for start.",
    "The hospital has chosen specialised training. It takes place in a hospital, and no limit for the start runs for the municipality.",
];
const START_LIMIT_UNREAD: Words = [
    "Planen siger noget om start, som ingen har læst endnu: »{1}« Indtil det er læst, regnes lovens frist fra udskrivningen.",
    "The plan says something of the start that nobody has read yet: »{1}« Until it is read, the statutory limit runs from the discharge.",
];
const DISCHARGE_EXPECTED: Words = [
    "Udskrivningen er ventet {1} og ikke bekræftet. Lovens frist er foreløbig, indtil nogen bekræfter dagen.",
    "The discharge is expected on {1} and not confirmed. The statutory limit is provisional until somebody confirms the day.",
];
const DISCHARGE_UNKNOWN: Words = [
    "Dagen for udskrivningen mangler. Lovens frist kan ikke regnes, før dagen er kendt. Spørg sygehuset.",
    "The day of discharge is missing. The statutory limit can't be counted until the day is known. Ask the hospital.",
];
const DISCHARGE_IN_WORDS: Words = [
    "Dagen for udskrivningen mangler. Planen siger: »{1}« Lovens frist kan ikke regnes, før dagen er kendt. Spørg sygehuset.",
    "The day of discharge is missing. The plan says: »{1}« The statutory limit can't be counted until the day is known. Ask the hospital.",
];
const NUMBER_UNREADABLE: Words = [
    "CPR-nummeret i planen mangler eller kan ikke passe. Ring til sygehuset, og få det rigtige.",
    "The CPR number in the plan is missing or can't be right. Call the hospital for the right one.",
];
const REPLACEMENT_NUMBER: Words = [
    "Borgeren har et erstatningsnummer. Der kan ikke slås op i CPR, sendes Digital Post eller indberettes, før der er et CPR-nummer.",
    "The citizen has a replacement number. There is no look-up, no Digital Post and no report until there is a CPR number.",
];
const OTHER_MUNICIPALITY: Words = [
    "Borgerens adresse ser ud til at ligge i {1}. Find ud af, hvem der har ansvaret. Fristen løber imens.",
    "The citizen's address seems to lie in {1}. Find out who is responsible. The limit runs meanwhile.",
];
const IN_HOSPITAL: Words =
    ["Borgeren er indlagt igen. Fristerne står stille.", "The citizen is in hospital again. The limits stand still."];

impl Notice {
    /// The notice in words: what it is, and what to do.
    pub fn say(&self, language: Language) -> String {
        let say = |words, places: &[&dyn ToString]| fill(words, places, language);
        match self {
            Self::Closed { since, successor: None } => say(CLOSED, &[&say::date(*since, language)]),
            Self::Closed { since, successor: Some(successor) } => {
                say(SUCCEEDED, &[&say::date(*since, language), successor])
            }
            Self::TrainedInHospital => say(TRAINED_IN_HOSPITAL, &[]),
            Self::StartLimitUnread { words } => say(START_LIMIT_UNREAD, &[words]),
            Self::DischargeExpected { on } => say(DISCHARGE_EXPECTED, &[&say::date(*on, language)]),
            Self::DischargeUnknown { words: None } => say(DISCHARGE_UNKNOWN, &[]),
            Self::DischargeUnknown { words: Some(words) } => say(DISCHARGE_IN_WORDS, &[words]),
            Self::NumberUnreadable => say(NUMBER_UNREADABLE, &[]),
            Self::ReplacementNumber => say(REPLACEMENT_NUMBER, &[]),
            Self::OtherMunicipality { hint } => say(OTHER_MUNICIPALITY, &[&kommune(*hint)]),
            Self::InHospital => say(IN_HOSPITAL, &[]),
        }
    }
}

/// The notices of a case on a day. A closed case says so, and nothing of limits that nobody is held to any longer.
pub fn notices(case: &Case, on: Date) -> Vec<Notice> {
    let (plan, _) = case.plan();
    let limits = match (case.closed_on(on), plan.plan_type) {
        (Some(since), _) => {
            let successor = case.succeeded(on).map(|(succeeded, _)| succeeded.by.clone());
            vec![Notice::Closed { since, successor }]
        }
        (None, PlanType::SpecialisedTraining) => vec![Notice::TrainedInHospital],
        (None, PlanType::GeneralTraining | PlanType::SpecialisedRehabilitation) => of_the_limits(case, plan, on),
    };
    let in_hospital = (case.closed_on(on).is_none() && case.is_in_hospital(on)).then_some(Notice::InHospital);
    limits.into_iter().chain(of_the_person(plan)).chain(in_hospital).collect()
}

/// What the statutory limit waits for.
fn of_the_limits(case: &Case, plan: &Plan, on: Date) -> Vec<Notice> {
    let words = plan.deadline.as_ref().filter(|_| case.has_unread_start_limit(on));
    let unread = words.map(|words| Notice::StartLimitUnread { words: words.as_written().to_owned() });
    let discharge = case.discharge_confirmed(on).is_none().then(|| match &plan.contact.end {
        ExpectedEnd::Dated { when, .. } => Notice::DischargeExpected { on: when.on },
        ExpectedEnd::InWords(words) => Notice::DischargeUnknown { words: Some(words.clone()) },
        ExpectedEnd::NotStated => Notice::DischargeUnknown { words: None },
    });
    unread.into_iter().chain(discharge).collect()
}

/// Whom the plan is about, and whose citizen that is.
fn of_the_person(plan: &Plan) -> Vec<Notice> {
    let number = match &plan.citizen.number {
        StatedNumber::Read(CitizenNumber::Cpr(_)) => None,
        StatedNumber::Read(CitizenNumber::Replacement(_)) => Some(Notice::ReplacementNumber),
        StatedNumber::Unreadable(_) | StatedNumber::NotStated => Some(Notice::NumberUnreadable),
    };
    let hint = plan.citizen.address.as_ref().and_then(Address::municipality_hint);
    let elsewhere = hint
        .filter(|hint| plan.receiver.municipality.is_some_and(|receiver| receiver != *hint))
        .map(|hint| Notice::OtherMunicipality { hint });
    number.into_iter().chain(elsewhere).collect()
}
