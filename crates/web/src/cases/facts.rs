//! What is known of a case, in words: who it is, what for, from where; and the plan's own words.

use case::{
    Case,
    citizen_number::StatedNumber,
    person::Person,
    plan::{Address, Descriptions, Diagnosis, DiagnosisRank, Phone, Plan, Relative},
};
use jiff::civil::Date;
use law::{
    Facts,
    fact::{self, Choice as _},
};

use crate::{
    date,
    text::Voice,
    told::discharge::Discharge,
    typeset::capital,
    view::case::{CprView, FactView},
};

/// Whose case it is: the name that the plan gives, else the one told last; where neither is known, so it is said.
pub(crate) fn name(plan: &Plan, person: Option<&Person>, voice: Voice) -> String {
    let told = plan.citizen.name.full();
    let known = if told.is_empty() { person.map(Person::name).unwrap_or_default() } else { told };
    if known.is_empty() { voice.say("case-nameless").to_string() } else { known }
}

/// The name with the age on a day: `Ruddi Test Berggren, 45 år`.
pub(crate) fn name_and_age(name: &str, born: Option<Date>, on: Date, voice: Voice) -> String {
    match born {
        Some(born) => {
            let phrase = voice.say("case-age").with("name", name.to_owned());
            phrase.with("count", date::age(born, on)).to_string()
        }
        None => name.to_owned(),
    }
}

/// What the citizen was treated for, in the hospital's words.
pub(crate) fn treated_for(plan: &Plan) -> Option<String> {
    let primary = |diagnosis: &&Diagnosis| {
        matches!(diagnosis, Diagnosis::Coded { rank: DiagnosisRank::Primary, .. } | Diagnosis::InWords(_))
    };
    let diagnosis = plan.diagnoses.iter().find(primary).or_else(|| plan.diagnoses.first())?;
    match diagnosis {
        Diagnosis::Coded { condition, .. } => condition.text.clone().or_else(|| Some(condition.code.clone())),
        Diagnosis::InWords(words) => Some(words.clone()),
    }
}

/// The plan's type, as the law's vocabulary has it.
pub(crate) fn plan_type(facts: &Facts, voice: Voice) -> Option<&'static str> {
    facts.read(fact::PLAN_TYPE).known().map(|plan| plan.say(voice.language))
}

/// The CPR number in full.
pub(super) fn number(case: &Case) -> CprView {
    match &case.plan().0.citizen.number {
        StatedNumber::NotStated => CprView::None,
        StatedNumber::Read(number) => CprView::Shown(hyphened(&number.whole())),
        StatedNumber::Unreadable(number) => CprView::Shown(number.as_written().to_owned()),
    }
}

/// The CPR number masked, with the way to ask for it where one may.
pub(super) fn masked(case: &Case, may_ask: bool) -> CprView {
    match &case.plan().0.citizen.number {
        StatedNumber::NotStated => CprView::None,
        StatedNumber::Read(_) | StatedNumber::Unreadable(_) => {
            CprView::Masked { ask: may_ask.then(|| format!("{}/cpr", super::href(case.id()))) }
        }
    }
}

fn hyphened(number: &str) -> String {
    match number.split_at_checked(6) {
        Some((day, rest)) if !rest.starts_with('-') => format!("{day}-{rest}"),
        _ => number.to_owned(),
    }
}

/// The day of discharge as a fact.
pub(crate) fn discharge(known: Discharge, voice: Voice) -> String {
    voice.say(known.value_key()).with("date", voice.full(&known.day()).to_string()).to_string()
}

/// Label and value of what is known by a day.
pub(super) fn known(case: &Case, person: &Person, facts: &Facts, on: Date, voice: Voice) -> Vec<FactView> {
    let (plan, received_on) = case.plan();
    let (when, discharge) = match Discharge::of(case, on) {
        Some(known) => (known.label_key(), self::discharge(known, voice)),
        None => ("fact-discharged", voice.say("fact-not-told").to_string()),
    };
    let level = facts.read(fact::ASSESSMENT_TRAINING_LEVEL).known();
    let level = level.map_or_else(|| voice.say("fact-no-level").to_string(), |level| level.say(voice.language).into());
    let plan_type = plan_type(facts, voice).unwrap_or_default();
    let phone = person.phone().map(|phone| voice.say("fact-phone-from-plan").with("number", phone).to_string());
    let sender = [&plan.sender.organisation, &plan.sender.department, &plan.sender.phone];
    let provider = case.provider(on).map(|(provider, _)| provider.say(voice.language));
    [
        ("fact-provision", Some(voice.say("fact-provision-140").to_string())),
        ("fact-type", Some(format!("{} · {level}", capital(plan_type)))),
        ("fact-case", Some(case.id().to_string())),
        ("fact-phone", phone),
        ("fact-address", plan.citizen.address.as_ref().and_then(address)),
        (when, Some(discharge)),
        ("fact-received", Some(voice.full(&received_on).to_string())),
        ("fact-hospital", joined(sender.into_iter().flatten(), ", ")),
        ("fact-provider", provider),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(FactView { label: voice.say(key).to_string(), value: value? }))
    .collect()
}

fn joined<'a>(parts: impl Iterator<Item = &'a String>, with: &str) -> Option<String> {
    let joined = parts.map(String::as_str).collect::<Vec<_>>().join(with);
    (!joined.is_empty()).then_some(joined)
}

fn address(address: &Address) -> Option<String> {
    let town = joined([&address.post_code, &address.district].into_iter().flatten(), " ");
    joined([&address.street, &address.suburb, &town].into_iter().flatten(), ", ")
}

/// The plan's own words, part by part.
pub(super) fn words(plan: &Plan, voice: Voice) -> Vec<FactView> {
    let Descriptions {
        health_summary,
        ability_at_discharge,
        ability_at_discharge_extended,
        need_and_potential,
        practical_information,
        patient_safety,
        information_given,
    } = &plan.descriptions;
    let deadline = plan.deadline.as_ref().map(|words| words.as_written().to_owned());
    let diagnoses = (!plan.diagnoses.is_empty()).then(|| plan.diagnoses.iter().map(diagnosis).collect::<Vec<_>>());
    let relatives = (!plan.citizen.relatives.is_empty())
        .then(|| plan.citizen.relatives.iter().map(relative).collect::<Vec<_>>().join("\n"));
    [
        ("plan-summary", health_summary.clone()),
        ("plan-diagnoses", diagnoses.map(|all| all.join("\n"))),
        ("plan-ability", ability_at_discharge.clone()),
        ("plan-ability-more", ability_at_discharge_extended.clone()),
        ("plan-need", need_and_potential.clone()),
        ("plan-start", deadline),
        ("plan-practical", practical_information.clone()),
        ("plan-safety", patient_safety.clone()),
        ("plan-told", information_given.clone()),
        ("plan-relatives", relatives),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(FactView { label: voice.say(key).to_string(), value: value? }))
    .collect()
}

fn diagnosis(diagnosis: &Diagnosis) -> String {
    match diagnosis {
        Diagnosis::Coded { condition, .. } => match &condition.text {
            Some(text) => format!("{text} ({})", condition.code),
            None => condition.code.clone(),
        },
        Diagnosis::InWords(words) => words.clone(),
    }
}

fn relative(relative: &Relative) -> String {
    let phones = relative.phones.iter().map(|Phone { number, .. }| number);
    joined(std::iter::once(&relative.name.full()).chain(phones), ", ").unwrap_or_default()
}
