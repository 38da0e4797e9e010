//! The refusals in words: what is wrong, and what to do about it. All of them stand here, Danish first, so that somebody who writes well
//! can read them in one place. `{1}`, `{2}` and so on are filled with days, numbers or titles; a day never begins a sentence, since it is
//! written in small letters.

use jiff::civil::{Date, Time};
use law::fact::FactSet;
use law::{Language, say};

use super::Refusal;
use crate::command::act_title;
use crate::ids::CaseId;
use crate::role::Role;
use crate::words::{Words, fill};

const BARRED: Words = ["{1}: Det er ikke tilladt. {2}", "{1}: It is not allowed. {2}"];
const NOT_SETTLED: Words =
    ["Det kan ikke afgøres endnu. Svar først på dette: {1}", "It can't be settled yet. Answer this first: {1}"];
const NOT_PERMITTED: Words = ["»{1}« må kun gøres af {2}. Bed {3} om det.", "»{1}« is for {2} only. Ask {3} to do it."];
const NOBODY_NAMED: Words = [
    "Kvalitetsstandarden siger ikke, hvem der må gøre dette: »{1}«. Spørg en administrator.",
    "The quality standard doesn't say who may do this: »{1}«. Ask an administrator.",
];
const CLOSED: Words = [
    "Sagen er lukket siden {1}. Det, der skete før da, kan stadig registreres.",
    "The case has been closed since {1}. What happened before then can still be recorded.",
];
const SUCCEEDED: Words = [
    "Sagen er lukket siden {1}. Arbejd videre i sag {2}. Det, der skete før da, kan stadig registreres her.",
    "The case has been closed since {1}. Go on in case {2}. What happened before then can still be recorded here.",
];
const IN_THE_FUTURE: Words = [
    "Det kan ikke være sket {1}, for i dag er det {2}. Skriv den dag, det skete.",
    "It can't have happened on {1}, since today is {2}. Give the day on which it happened.",
];
const LATER_TODAY: Words = [
    "Det kan ikke være sket kl. {1}, for klokken er {2}. Skriv den tid, det skete.",
    "It can't have happened at {1}, since it is {2}. Give the time at which it happened.",
];
const BEFORE_PLAN: Words = [
    "Det kan ikke være sket {1}, for planen kom først {2}. Skriv en dag fra da af.",
    "It can't have happened on {1}, since the plan came on {2}. Give a day from then on.",
];
const START_BEFORE_OFFER: Words = [
    "Starten kan ikke være {1}, for tilbuddet er fra {2}. Vælg den dag eller en senere.",
    "The start can't be on {1}, since the offer is of {2}. Choose that day or a later one.",
];
const START_BEFORE_DISCHARGE: Words = [
    "Starten kan ikke være {1}, for borgeren blev først udskrevet {2}. Vælg den dag eller en senere.",
    "The start can't be on {1}, since the citizen was discharged only on {2}. Choose that day or a later one.",
];
const START_BEFORE_PLAN_DATE: Words = [
    "Starten kan ikke være {1}, for planen siger, at træningen tidligst må begynde {2}. Vælg den dag eller en senere.",
    "The start can't be on {1}, since the plan says that training may begin on {2} at the earliest. Choose that day or a later one.",
];
const FAR_OFF: Words = [
    "Starten kan ikke være {1}, for planen kom {2}, mere end to år før. Se efter, om årstallet er rigtigt.",
    "The start can't be on {1}, since the plan came on {2}, more than two years before. Look whether the year is right.",
];
const FAR_BACK: Words = [
    "Planen kan ikke mene {1}, for den kom {2}, mere end et år efter. Se efter, om årstallet er rigtigt.",
    "The plan can't mean {1}, since it came on {2}, more than a year after. Look whether the year is right.",
];
const OFFER_STANDS: Words = [
    "Borgeren er allerede tilbudt en start {1}. Siger borgeren nej til den, så registrér det først. Kan kommunen ikke holde den, så træk tilbuddet tilbage først.",
    "The citizen is offered a start on {1} already. If the citizen declines it, record that first. If the municipality can't keep it, withdraw the offer first.",
];
const BEFORE_DISCHARGE: Words = [
    "Træningen kan ikke være holdt {1}, for borgeren udskrives først {2}. Er borgeren udskrevet før, så bekræft udskrivningen først.",
    "The training can't have been held on {1}, since the citizen is not discharged until {2}. If the citizen left before, confirm the discharge first.",
];
const DISCHARGED_BEFORE_ADMITTED: Words = [
    "Udskrivningen kan ikke være {1}, for indlæggelsen begyndte {2}. Se efter i planen.",
    "The discharge can't be on {1}, since the stay began on {2}. Look in the plan.",
];
const DISCHARGED_AFTER_READMISSION: Words = [
    "Udskrivningen kan ikke være {1}, for borgeren blev indlagt igen {2}. Er det den nye udskrivning, så vælg »Registrér ny udskrivning«.",
    "The discharge can't be on {1}, since the citizen was admitted again on {2}. If it is the new discharge, choose »Record the new discharge«.",
];
const READMITTED_BEFORE_DISCHARGE: Words = [
    "Borgeren kan ikke være indlagt igen {1}, for udskrivningen var {2}. Ret den af de to dage, der er forkert.",
    "The citizen can't have been admitted again on {1}, since the discharge was on {2}. Correct whichever day is wrong.",
];
const CONTACT_ALREADY_MADE: Words = [
    "Den første kontakt er allerede registreret: {1}. Er den en fejl, så ret den først.",
    "The first contact is on record already: {1}. If that is a mistake, correct it first.",
];
const NO_OFFER: Words = [
    "Der står ikke noget tilbud om en start. Registrér tilbuddet først.",
    "No offer of a start stands. Record the offer first.",
];
const NO_PRIVATE_CHOICE: Words = [
    "Borgeren har ikke fået ret til en privat leverandør, så der er ikke noget at oplyse om.",
    "The citizen hasn't got a right to a private supplier, so there is nothing to tell of.",
];
const NO_START_LIMIT: Words =
    ["Planen har ingen ord om, hvornår træningen skal begynde.", "The plan has no words on when training is to begin."];
const ALREADY_IN_HOSPITAL: Words = [
    "Borgeren er allerede registreret som indlagt. Registrér udskrivningen først.",
    "The citizen is on record as being in hospital. Record the discharge first.",
];
const NOT_IN_HOSPITAL: Words =
    ["Borgeren er ikke registreret som indlagt igen.", "The citizen is not on record as being in hospital again."];
const NO_REASON: Words = ["Skriv en begrundelse.", "Give a reason."];
const NO_SUCH_EVENT: Words = [
    "Sagen har ingen hændelse nr. {1}. Se numrene i sagens historie.",
    "The case has no event no. {1}. Look up the numbers in the case's story.",
];
const ALREADY_MARKED: Words =
    ["Hændelse nr. {1} er allerede markeret som en fejl.", "Event no. {1} is marked as a mistake already."];
const CANNOT_MARK: Words = [
    "Hændelse nr. {1} er selve planen. Den kan ikke markeres som en fejl, for sagen bygger på den. Er planen forkert, så spørg sygehuset.",
    "Event no. {1} is the plan itself. It can't be marked as a mistake, since the case rests on it. If the plan is wrong, ask the hospital.",
];
const CORRECTION_STANDS: Words = [
    "Hændelse nr. {1} er selv en rettelse og kan ikke rettes. Blev noget markeret som en fejl, uden at det var en, så registrér det igen.",
    "Event no. {1} is a correction itself and can't be corrected. If something was marked that was no mistake, record it again.",
];
const MARK_IN_OTHER_CASE: Words = [
    "Hændelse nr. {1} følger af et valg i sag {2}. Ret valget dér, så bliver begge sager rettet.",
    "Event no. {1} follows from a decision in case {2}. Correct the decision there, and both cases are corrected.",
];
const NOTHING_TO_MARK: Words = [
    "Der er ikke registreret noget i sagen, som kan rettes.",
    "Nothing is on record in the case that could be corrected.",
];
const NO_EARLIER_CASE: Words = [
    "Sag {1} er ikke en tidligere, åben sag for samme borger.",
    "Case {1} is no earlier open case of the same citizen.",
];
const NO_OTHER_CASE: Words = [
    "Borgeren har ingen anden åben sag, så der er kun denne plan.",
    "The citizen has no other open case, so this plan is the only one.",
];
const OTHER_CASE_MISSING: Words = [
    "Sag {1} skal rettes på samme tid, men den kunne ikke hentes. Prøv igen.",
    "Case {1} must be corrected at the same time, and could not be fetched. Try again.",
];
const ALREADY_DECIDED: Words = [
    "Det er allerede valgt, hvad der skal ske med denne plan og sag {1}. Er det forkert, så ret valget først.",
    "What is to happen to this plan and case {1} is decided already. If that is wrong, correct the decision first.",
];
const NOT_IN_THIS_VERSION: Words = ["»{1}« kan ikke gøres i denne udgave.", "»{1}« can't be done in this version."];

fn fill_two_days(words: Words, days: [Date; 2], language: Language) -> String {
    let [one, two] = days.map(|day| say::date(day, language));
    fill(words, &[&one, &two], language)
}

impl Refusal {
    /// What is wrong and what to do about it.
    pub fn say(&self, language: Language) -> String {
        let say = |words: Words, places: &[&dyn ToString]| fill(words, places, language);
        let two_days = |words, one, two| fill_two_days(words, [one, two], language);
        match self {
            Self::Barred { act, because: [danish, english], provision, .. } => {
                let because = language.pick(danish, english);
                say(BARRED, &[&act.say(language), &format!("{because} ({provision})")])
            }
            Self::NotSettled { missing, .. } => say(NOT_SETTLED, &[&questions(*missing, language)]),
            Self::NotPermitted { act, allowed, .. } => not_permitted(act, allowed, language),
            Self::Closed { since, successor } => closed(*since, successor.as_ref(), language),
            Self::InTheFuture { happened, today } => two_days(IN_THE_FUTURE, *happened, *today),
            Self::LaterToday { at, now } => say(LATER_TODAY, &[&clock(*at), &clock(*now)]),
            Self::FarBack { day, received } => two_days(FAR_BACK, *day, *received),
            Self::OfferStands { start } => say(OFFER_STANDS, &[&say::date(*start, language)]),
            Self::BeforeDischarge { held, discharged } => two_days(BEFORE_DISCHARGE, *held, *discharged),
            Self::BeforePlan { happened, received } => two_days(BEFORE_PLAN, *happened, *received),
            Self::StartBeforeOffer { start, made } => two_days(START_BEFORE_OFFER, *start, *made),
            Self::StartBeforeDischarge { start, discharged } => two_days(START_BEFORE_DISCHARGE, *start, *discharged),
            Self::StartBeforePlanDate { start, earliest } => two_days(START_BEFORE_PLAN_DATE, *start, *earliest),
            Self::FarOff { day, received } => two_days(FAR_OFF, *day, *received),
            Self::DischargedBeforeAdmitted { discharged, admitted } => {
                two_days(DISCHARGED_BEFORE_ADMITTED, *discharged, *admitted)
            }
            Self::DischargedAfterReadmission { discharged, readmitted } => {
                two_days(DISCHARGED_AFTER_READMISSION, *discharged, *readmitted)
            }
            Self::ReadmittedBeforeDischarge { readmitted, discharged } => {
                two_days(READMITTED_BEFORE_DISCHARGE, *readmitted, *discharged)
            }
            Self::ContactAlreadyMade { on } => say(CONTACT_ALREADY_MADE, &[&say::date(*on, language)]),
            Self::NoOffer => say(NO_OFFER, &[]),
            Self::NoPrivateChoice => say(NO_PRIVATE_CHOICE, &[]),
            Self::NoStartLimit => say(NO_START_LIMIT, &[]),
            Self::AlreadyInHospital => say(ALREADY_IN_HOSPITAL, &[]),
            Self::NotInHospital => say(NOT_IN_HOSPITAL, &[]),
            Self::NoReason => say(NO_REASON, &[]),
            Self::NoSuchEvent(number) => say(NO_SUCH_EVENT, &[number]),
            Self::AlreadyMarked(number) => say(ALREADY_MARKED, &[number]),
            Self::CannotMark(number) => say(CANNOT_MARK, &[number]),
            Self::CorrectionStands(number) => say(CORRECTION_STANDS, &[number]),
            Self::MarkInOtherCase { number, case } => say(MARK_IN_OTHER_CASE, &[number, case]),
            Self::NothingToMark => say(NOTHING_TO_MARK, &[]),
            Self::NoEarlierCase(case) => say(NO_EARLIER_CASE, &[case]),
            Self::NoOtherCase => say(NO_OTHER_CASE, &[]),
            Self::OtherCaseMissing(case) => say(OTHER_CASE_MISSING, &[case]),
            Self::AlreadyDecided(case) => say(ALREADY_DECIDED, &[case]),
            Self::NotInThisVersion(act) => say(NOT_IN_THIS_VERSION, &[&act_title(act, language).unwrap_or(act)]),
        }
    }
}

/// A time of day as a clock shows it in both languages.
fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

fn closed(since: Date, successor: Option<&CaseId>, language: Language) -> String {
    let since = say::date(since, language);
    match successor {
        Some(successor) => fill(SUCCEEDED, &[&since, successor], language),
        None => fill(CLOSED, &[&since], language),
    }
}

fn questions(missing: FactSet, language: Language) -> String {
    let questions: Vec<&str> = missing.iter().map(|fact| fact.entry().question(language)).collect();
    questions.join(" ")
}

fn not_permitted(act: &str, allowed: &[Role], language: Language) -> String {
    let title = act_title(act, language).unwrap_or(act);
    let roles: Vec<&str> = allowed.iter().map(|role| role.somebody(language)).collect();
    let somebody = match roles.as_slice() {
        [] => return fill(NOBODY_NAMED, &[&title], language),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} {} {last}", rest.join(", "), language.pick("eller", "or")),
    };
    fill(NOT_PERMITTED, &[&title, &somebody, &somebody], language)
}
