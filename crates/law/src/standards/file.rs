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
    rule: String,
    act: String,
    actor: String,
    amount: u16,
    unit: String,
    from: String,
    first_day: String,
    at_rest: String,
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
    /// allowed, a rule that the book doesn't have, an impossible date.
    pub fn read(text: &str) -> Result<Self, StandardFault> {
        let file: File = toml::from_str(text).map_err(|fault| StandardFault::NotAStandard(fault.to_string()))?;
        let days_off = file
            .days_off
            .iter()
            .try_fold(DaysOff::own_promises(), |days, word| Ok(days.with(one_of("days_off", word, &DAYS_OFF)?)))?;
        let limits = file.limit.iter().enumerate().map(|(at, limit)| limit.read(at + 1, days_off));
        let judgements = file.judgement.iter().enumerate().map(|(at, judgement)| judgement.read(at + 1));
        let goals = file.goal.iter().map(|goal| {
            Ok(Goal { rule: rule("goal, rule", &goal.rule)?, text: goal.text.clone(), measure: goal.measure.clone() })
        });
        Ok(Self {
            limits: limits.collect::<Result<_, _>>()?,
            judgements: judgements.collect::<Result<_, _>>()?,
            goals: goals.collect::<Result<_, _>>()?,
            acts: file.act.into_iter().map(|act| Permission { act: act.act, roles: act.roles }).collect(),
            valid_from: match &file.valid_from {
                Day::Known(date) => Some(day(date)?),
                Day::NotKnown(word) => one_of("valid_from", word, &[("not known", None)])?,
            },
            valid_to: file.valid_to.as_ref().map(day).transpose()?,
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

impl LimitText {
    fn read(&self, number: usize, days_off: DaysOff) -> Result<Limit, StandardFault> {
        let place = |key: &str| format!("limit {number}, {key}");
        let budget = match self.unit.as_str() {
            "calendar_days" => Budget::CalendarDays(CalendarDays(self.amount)),
            "working_days" => Budget::WorkingDays(WorkingDays(self.amount)),
            "weeks" => Budget::Weeks(Weeks(self.amount)),
            "months" => Budget::Months(Months(self.amount)),
            word => one_of(&place("unit"), word, &UNITS).map(|()| Budget::Weeks(Weeks(0)))?,
        };
        Ok(Limit {
            rule: rule(&place("rule"), &self.rule)?,
            act: act(&place("act"), &self.act)?,
            actor: party(&place("actor"), &self.actor)?,
            budget,
            from: one_of(&place("from"), &self.from, &START_EVENTS)?,
            counting: CountingRule {
                first_day: one_of(
                    &place("first_day"),
                    &self.first_day,
                    &[("counted", FirstDay::Counted), ("not_counted", FirstDay::NotCounted)],
                )?,
                at_rest: one_of(
                    &place("at_rest"),
                    &self.at_rest,
                    &[("stays", AtRest::Stays), ("moves_to_next_working_day", AtRest::MovesToNextWorkingDay)],
                )?,
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
            act: act(&place("act"), &self.act)?,
            actor: party(&place("actor"), &self.actor)?,
            plan_types: plan_types(&place("plan_types"), self.plan_types.as_deref())?,
        })
    }
}

const UNITS: [(&str, ()); 4] = [("calendar_days", ()), ("working_days", ()), ("weeks", ()), ("months", ())];

const START_EVENTS: [(&str, StartEvent); 6] = [
    ("plan_received", StartEvent::PlanReceived),
    ("request_received", StartEvent::RequestReceived),
    ("order_received", StartEvent::OrderReceived),
    ("assessed", StartEvent::Assessed),
    ("arrived", StartEvent::Arrived),
    ("course_started", StartEvent::CourseStarted),
];

const DAYS_OFF: [(&str, DayOff); 3] = [
    ("constitution_day", DayOff::ConstitutionDay),
    ("christmas_eve", DayOff::ChristmasEve),
    ("new_years_eve", DayOff::NewYearsEve),
];

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

fn act(place: &str, word: &str) -> Result<DutyAct, StandardFault> {
    DutyAct::of_word(word).ok_or_else(|| unknown(place, word, DutyAct::ALL.into_iter().map(DutyAct::word)))
}

fn party(place: &str, word: &str) -> Result<Party, StandardFault> {
    Party::of_word(word)
        .ok_or_else(|| unknown(place, word, ["municipality", "training_unit", "therapist", "provider"].into_iter()))
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
