//! Reading a standard's file, and saying what is wrong with one.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Approval, Goal, Judgement, Limit, Permission, Standard, StartEvent};
use crate::Language;
use crate::book::Rule;
use crate::calendar::{
    AtRest, Budget, CalendarDays, CountingRule, DayOff, DaysOff, FirstDay, Months, Weeks, WorkingDays,
};
use crate::duty::{DutyAct, Party};
use crate::fact::json::nearest;
use crate::fact::{Choice, PlanType, Set};

/// Why a standard's file was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandardFault {
    /// The text can't be read as a standard; the parser's words, which name line and key.
    NotAStandard(String),
    /// A limit lacks a part without which it can't be counted.
    Lacking {
        /// Where: `limit 2, unit`.
        place: String,
        /// What can stand there, by the words of the file.
        allowed: Vec<&'static str>,
    },
    /// A word that isn't one of those allowed, where it stands, and the nearest that is.
    UnknownWord {
        /// Where: `limit 2, act`.
        place: String,
        /// The word.
        word: String,
        /// The nearest word that is allowed.
        nearest: Option<String>,
    },
    /// A day that no calendar has.
    ImpossibleDate(String),
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// The same act is promised twice; which of the two holds is never guessed.
    Twice {
        /// The act.
        act: DutyAct,
    },
}

impl StandardFault {
    /// What is wrong, where, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        match (self, language) {
            (Self::NotAStandard(parser), Language::Danish) => {
                format!("Filen kan ikke læses som kvalitetsstandard: {parser}")
            }
            (Self::NotAStandard(parser), Language::English) => {
                format!("The file can't be read as a quality standard: {parser}")
            }
            (Self::Lacking { place, allowed }, language) => {
                let wanting = language.pick("mangler, og det gættes ikke", "is missing, and is not guessed");
                let choose = language.pick("Skriv én af", "Write one of");
                let words =
                    if allowed.is_empty() { String::new() } else { format!(" {choose}: {}.", allowed.join(", ")) };
                format!("{place}: {wanting}.{words}")
            }
            (Self::UnknownWord { place, word, nearest }, language) => {
                let unknown = match language {
                    Language::Danish => format!("{place}: »{word}« er ikke en mulighed."),
                    Language::English => format!("{place}: »{word}« is not one of the words allowed."),
                };
                let ask = language.pick("Mente du", "Did you mean");
                nearest.as_ref().map_or_else(|| unknown.clone(), |right| format!("{unknown} {ask} »{right}«?"))
            }
            (Self::ImpossibleDate(date), Language::Danish) => format!("»{date}« er ingen dato."),
            (Self::ImpossibleDate(date), Language::English) => format!("»{date}« is no date."),
            (Self::EndsBeforeItBegins, language) => language
                .pick(
                    "valid_to ligger før valid_from. Ret den ene.",
                    "valid_to lies before valid_from. Mend one of them.",
                )
                .into(),
            (Self::Twice { act }, Language::Danish) => {
                format!("»{}« står to gange. Slet den ene, eller læg dem sammen.", act.word())
            }
            (Self::Twice { act }, Language::English) => {
                format!("»{}« stands twice. Delete one, or join them.", act.word())
            }
        }
    }
}

impl fmt::Display for StandardFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for StandardFault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    municipality: String,
    municipality_name: String,
    title: String,
    provision: String,
    valid_from: Day,
    valid_to: Option<toml::value::Datetime>,
    approved: Option<ApprovalText>,
    #[serde(default)]
    limit: Vec<LimitText>,
    #[serde(default)]
    judgement: Vec<JudgementText>,
    #[serde(default)]
    part: Vec<PartText>,
    #[serde(default)]
    goal: Vec<GoalText>,
    #[serde(default)]
    act: Vec<PermissionText>,
    /// Days that don't count as working days for this municipality's promises, beside weekends and public holidays.
    #[serde(default)]
    days_off: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Day {
    Known(toml::value::Datetime),
    NotKnown(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApprovalText {
    by: String,
    on: toml::value::Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitText {
    rule: Option<String>,
    act: Option<String>,
    actor: Option<String>,
    amount: Option<u16>,
    unit: Option<String>,
    from: Option<String>,
    first_day: Option<String>,
    at_rest: Option<String>,
    plan_types: Option<Vec<String>>,
    #[serde(default)]
    follows_plan_date: bool,
    #[serde(default)]
    reading: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JudgementText {
    rule: String,
    act: String,
    actor: String,
    plan_types: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartText {
    rule: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalText {
    rule: String,
    text: String,
    measure: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PermissionText {
    act: String,
    roles: Vec<String>,
}

impl Standard {
    /// Reads a standard.
    ///
    /// # Errors
    /// Text that is no TOML or lacks a part (a limit without its unit, its start or its counting), a word that isn't
    /// allowed, a rule that the book doesn't have, an act that no limit or judgement of this version is counted for, an
    /// impossible date, a period that ends before it begins, an act that is promised twice.
    pub fn read(text: &str) -> Result<Self, StandardFault> {
        let file: File = toml::from_str(text).map_err(|fault| StandardFault::NotAStandard(fault.to_string()))?;
        let (valid_from, valid_to) = file.period()?;
        Ok(Self {
            limits: file.limits()?,
            judgements: file.judgements()?,
            parts: file.part.iter().map(|part| rule("part, rule", &part.rule)).collect::<Result<_, _>>()?,
            goals: file.goals()?,
            acts: file.act.into_iter().map(|act| Permission { act: act.act, roles: act.roles }).collect(),
            valid_from,
            valid_to,
            approved: file
                .approved
                .map(|approval| Ok(Approval { on: day(&approval.on)?, by: approval.by }))
                .transpose()?,
            id: file.id,
            municipality: file.municipality,
            municipality_name: file.municipality_name,
            title: file.title,
            provision: file.provision,
            digest: digest(text),
        })
    }
}

impl File {
    fn period(&self) -> Result<(Option<Date>, Option<Date>), StandardFault> {
        let first = match &self.valid_from {
            Day::Known(date) => Some(day(date)?),
            Day::NotKnown(word) => one_of("valid_from", word, &[("not known", None)])?,
        };
        let last = self.valid_to.as_ref().map(day).transpose()?;
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            return Err(StandardFault::EndsBeforeItBegins);
        }
        Ok((first, last))
    }

    fn limits(&self) -> Result<Vec<Limit>, StandardFault> {
        let days_off = self
            .days_off
            .iter()
            .try_fold(DaysOff::own_promises(), |days, word| Ok(days.with(one_of("days_off", word, &DAYS_OFF)?)))?;
        let limits = self.limit.iter().enumerate().map(|(at, limit)| limit.read(at + 1, days_off));
        let limits: Vec<Limit> = limits.collect::<Result<_, _>>()?;
        each_once(limits.iter().map(|limit| limit.act))?;
        Ok(limits)
    }

    fn judgements(&self) -> Result<Vec<Judgement>, StandardFault> {
        let judgements = self.judgement.iter().enumerate().map(|(at, judgement)| judgement.read(at + 1));
        let judgements: Vec<Judgement> = judgements.collect::<Result<_, _>>()?;
        each_once(judgements.iter().map(|judgement| judgement.act))?;
        Ok(judgements)
    }

    fn goals(&self) -> Result<Vec<Goal>, StandardFault> {
        let goals = self.goal.iter().map(|goal| {
            Ok(Goal { rule: rule("goal, rule", &goal.rule)?, text: goal.text.clone(), measure: goal.measure.clone() })
        });
        goals.collect()
    }
}

fn each_once(acts: impl Iterator<Item = DutyAct>) -> Result<(), StandardFault> {
    let mut seen = Vec::new();
    for act in acts {
        if seen.contains(&act) {
            return Err(StandardFault::Twice { act });
        }
        seen.push(act);
    }
    Ok(())
}

impl LimitText {
    fn read(&self, number: usize, days_off: DaysOff) -> Result<Limit, StandardFault> {
        let place = |key: &str| format!("limit {number}, {key}");
        let word = |key: &str, word: &Option<String>, allowed: Vec<&'static str>| {
            word.clone().ok_or_else(|| StandardFault::Lacking { place: place(key), allowed })
        };
        let acts = LIMITED_ACTS.map(DutyAct::word).to_vec();
        let parties = Party::ALL.map(Party::word).to_vec();
        let amount =
            self.amount.ok_or_else(|| StandardFault::Lacking { place: place("amount"), allowed: Vec::new() })?;
        Ok(Limit {
            rule: rule(&place("rule"), &word("rule", &self.rule, Vec::new())?)?,
            act: act(&place("act"), &word("act", &self.act, acts)?, &LIMITED_ACTS)?,
            actor: party(&place("actor"), &word("actor", &self.actor, parties)?)?,
            budget: one_of(&place("unit"), &word("unit", &self.unit, words_of(&UNITS))?, &UNITS)?(amount),
            from: one_of(&place("from"), &word("from", &self.from, words_of(&START_EVENTS))?, &START_EVENTS)?,
            counting: CountingRule {
                first_day: one_of(
                    &place("first_day"),
                    &word("first_day", &self.first_day, words_of(&FIRST_DAYS))?,
                    &FIRST_DAYS,
                )?,
                at_rest: one_of(&place("at_rest"), &word("at_rest", &self.at_rest, words_of(&AT_REST))?, &AT_REST)?,
                days_off,
            },
            plan_types: plan_types(&place("plan_types"), self.plan_types.as_deref())?,
            follows_plan_date: self.follows_plan_date,
            reading: self.reading,
        })
    }
}

impl JudgementText {
    fn read(&self, number: usize) -> Result<Judgement, StandardFault> {
        let place = |key: &str| format!("judgement {number}, {key}");
        Ok(Judgement {
            rule: rule(&place("rule"), &self.rule)?,
            act: act(&place("act"), &self.act, &JUDGED_ACTS)?,
            actor: party(&place("actor"), &self.actor)?,
            plan_types: plan_types(&place("plan_types"), self.plan_types.as_deref())?,
        })
    }
}

/// Makes a length of so many.
type OfUnit = fn(u16) -> Budget;

const UNITS: [(&str, OfUnit); 4] = [
    ("calendar_days", |amount| CalendarDays(amount).into()),
    ("working_days", |amount| WorkingDays(amount).into()),
    ("weeks", |amount| Weeks(amount).into()),
    ("months", |amount| Months(amount).into()),
];

/// The acts whose limit this version counts. A limit on another act would be a promise that nobody keeps an eye on.
const LIMITED_ACTS: [DutyAct; 3] = [DutyAct::FirstContact, DutyAct::StartTraining, DutyAct::ReviewCourse];

/// The acts that a standard can ask for without a limit.
const JUDGED_ACTS: [DutyAct; 1] = [DutyAct::AssessLevel];

const START_EVENTS: [(&str, StartEvent); 6] = [
    ("plan_received", StartEvent::PlanReceived),
    ("request_received", StartEvent::RequestReceived),
    ("order_received", StartEvent::OrderReceived),
    ("assessed", StartEvent::Assessed),
    ("arrived", StartEvent::Arrived),
    ("course_started", StartEvent::CourseStarted),
];

const FIRST_DAYS: [(&str, FirstDay); 2] = [("counted", FirstDay::Counted), ("not_counted", FirstDay::NotCounted)];

const AT_REST: [(&str, AtRest); 2] =
    [("stays", AtRest::Stays), ("moves_to_next_working_day", AtRest::MovesToNextWorkingDay)];

const DAYS_OFF: [(&str, DayOff); 3] = [
    ("constitution_day", DayOff::ConstitutionDay),
    ("christmas_eve", DayOff::ChristmasEve),
    ("new_years_eve", DayOff::NewYearsEve),
];

fn words_of<V>(allowed: &[(&'static str, V)]) -> Vec<&'static str> {
    allowed.iter().map(|(word, _)| *word).collect()
}

fn one_of<V: Copy>(place: &str, word: &str, allowed: &[(&str, V)]) -> Result<V, StandardFault> {
    let found = allowed.iter().find(|(right, _)| *right == word).map(|(_, value)| *value);
    found.ok_or_else(|| unknown(place, word, allowed.iter().map(|(right, _)| *right)))
}

fn unknown<'a>(place: &str, word: &str, allowed: impl Iterator<Item = &'a str>) -> StandardFault {
    StandardFault::UnknownWord {
        place: place.into(),
        word: word.into(),
        nearest: nearest(word, allowed).map(ToOwned::to_owned),
    }
}

fn rule(place: &str, id: &str) -> Result<Rule, StandardFault> {
    Rule::named(id).ok_or_else(|| unknown(place, id, Rule::all().map(Rule::id)))
}

fn act(place: &str, word: &str, allowed: &[DutyAct]) -> Result<DutyAct, StandardFault> {
    let found = allowed.iter().copied().find(|act| act.word() == word);
    found.ok_or_else(|| unknown(place, word, allowed.iter().copied().map(DutyAct::word)))
}

fn party(place: &str, word: &str) -> Result<Party, StandardFault> {
    Party::of_word(word).ok_or_else(|| unknown(place, word, Party::ALL.into_iter().map(Party::word)))
}

fn plan_types(place: &str, words: Option<&[String]>) -> Result<Option<Set<PlanType>>, StandardFault> {
    let Some(words) = words else { return Ok(None) };
    let types: Result<Vec<PlanType>, _> = words
        .iter()
        .map(|word| {
            PlanType::of_word(word).ok_or_else(|| unknown(place, word, PlanType::ALL.iter().copied().map(Choice::word)))
        })
        .collect();
    Ok(Some(Set::of(&types?)))
}

fn day(date: &toml::value::Datetime) -> Result<Date, StandardFault> {
    let impossible = || StandardFault::ImpossibleDate(date.to_string());
    let day = date.date.ok_or_else(impossible)?;
    let number = |part: u8| i8::try_from(part).map_err(|_| impossible());
    let year = i16::try_from(day.year).map_err(|_| impossible())?;
    Date::new(year, number(day.month)?, number(day.day)?).map_err(|_| impossible())
}

/// FNV-1a over the file's bytes: guards against forgetting, not against forgery.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
