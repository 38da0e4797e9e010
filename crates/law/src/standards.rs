//! Quality standards: the municipality's own level of service, read from a file.
//!
//! A standard may promise more than the law, never less. Its limits are counted beside the law's; no clock fulfils the
//! other. Every limit names its unit, the event that starts it and how it is counted: a file that leaves one out is
//! refused, never guessed at.

pub mod contact;
pub mod file;
pub mod level;
mod limit;
pub mod review;
pub mod start;

use jiff::civil::Date;

use crate::book::Rule;
use crate::calendar::{Budget, CountingRule};
use crate::duty::{DutyAct, Party};
use crate::fact::{PlanType, Set};

pub use file::StandardFault;

/// A municipality's quality standard.
#[derive(Clone, Debug)]
pub struct Standard {
    /// Its id: `001`.
    pub id: String,
    /// The municipality's code, four digits.
    pub municipality: String,
    /// The municipality's name.
    pub municipality_name: String,
    /// What the standard is called.
    pub title: String,
    /// The training that it covers.
    pub provision: String,
    /// First day in force; none where the standard itself doesn't say.
    pub valid_from: Option<Date>,
    /// Last day in force.
    pub valid_to: Option<Date>,
    /// Who adopted it, and when, where the standard says so.
    pub approved: Option<Approval>,
    /// Its limits.
    pub limits: Vec<Limit>,
    /// The judgements that it asks for, without a limit.
    pub judgements: Vec<Judgement>,
    /// What it asks of the first contact and the first training, beside its limits.
    pub parts: Vec<Rule>,
    /// Its goals, with how each is followed up.
    pub goals: Vec<Goal>,
    /// Which roles may do which act.
    pub acts: Vec<Permission>,
    /// A digest of the file: another digest, another standard.
    pub digest: u64,
}

/// Who adopted a standard, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The body.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// The event that starts a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StartEvent {
    /// The municipality received the hospital's plan.
    PlanReceived,
    /// The municipality received a request.
    RequestReceived,
    /// The provider received the order.
    OrderReceived,
    /// The need was assessed.
    Assessed,
    /// The citizen arrived at a stay.
    Arrived,
    /// The first training was held.
    CourseStarted,
}

/// A limit that the standard promises to keep.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The rule in the book that states it.
    pub rule: Rule,
    /// What is owed.
    pub act: DutyAct,
    /// Who owes it.
    pub actor: Party,
    /// How long.
    pub budget: Budget,
    /// What starts it.
    pub from: StartEvent,
    /// How it is counted.
    pub counting: CountingRule,
    /// The types of plan that it holds for; every type where the standard doesn't say.
    pub plan_types: Option<Set<PlanType>>,
    /// Whether the hospital's own start date takes the place of the limit.
    pub follows_plan_date: bool,
    /// What starts it is our reading, since the standard's text leaves it open.
    pub reading: bool,
}

/// A judgement that the standard asks of a person.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The rule in the book that asks for it.
    pub rule: Rule,
    /// What is owed.
    pub act: DutyAct,
    /// Who owes it.
    pub actor: Party,
    /// The types of plan that it holds for; every type where the standard doesn't say.
    pub plan_types: Option<Set<PlanType>>,
}

/// A goal, with how it is followed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The rule in the book that states it.
    pub rule: Rule,
    /// The goal in plain words.
    pub text: String,
    /// How it is measured; none is a finding.
    pub measure: Option<String>,
}

/// Who may do an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The act, by the word that commands use.
    pub act: String,
    /// The roles that may do it.
    pub roles: Vec<String>,
}

impl Standard {
    /// The standards that ship with the program.
    pub fn shipped() -> Vec<Self> {
        // Shipped files are read by a test; a program that couldn't read its own standards would not have passed it.
        SHIPPED.iter().filter_map(|text| Self::read(text).ok()).collect()
    }

    /// The shipped standard of this id.
    pub fn named(id: &str) -> Option<Self> {
        Self::shipped().into_iter().find(|standard| standard.id == id)
    }

    /// Whether the standard is in force on a day. One that carries no date is taken to be, and can't be published.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|first| first <= day) && self.valid_to.is_none_or(|last| day <= last)
    }

    /// The limit on an act, where the standard has one.
    pub fn limit(&self, act: DutyAct) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.act == act)
    }

    /// Whether the standard states this rule anywhere.
    pub fn states(&self, rule: Rule) -> bool {
        self.limits.iter().any(|limit| limit.rule == rule)
            || self.judgements.iter().any(|judgement| judgement.rule == rule)
            || self.goals.iter().any(|goal| goal.rule == rule)
            || self.parts.contains(&rule)
    }

    /// The judgement that the standard asks for, where it does.
    pub fn judgement(&self, act: DutyAct) -> Option<&Judgement> {
        self.judgements.iter().find(|judgement| judgement.act == act)
    }

    /// The roles that may do an act; none where the standard doesn't name it.
    pub fn roles_for(&self, act: &str) -> Option<&[String]> {
        self.acts.iter().find(|permission| permission.act == act).map(|permission| permission.roles.as_slice())
    }
}

/// The text of every standard that ships with the program.
pub const SHIPPED: [&str; 1] = [include_str!("../../../standards/001-hjoerring-140.toml")];
