//! Where a duty comes from, and how it stands.

use jiff::civil::Date;

use super::Done;
use crate::Language;
use crate::book::{Level, Rule};

/// Where a duty comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DutyKind {
    /// The law demands it.
    Law,
    /// The municipality has promised it.
    Goal,
}

impl DutyKind {
    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Goal => "goal",
        }
    }

    /// The kind in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Law => language.pick("lovkrav", "required by law"),
            Self::Goal => language.pick("kommunens mål", "the municipality's own goal"),
        }
    }

    /// Where the force of a rule's duty comes from.
    pub fn of(rule: Rule) -> Self {
        match rule.entry().level {
            Level::Law | Level::Guidance => Self::Law,
            Level::Standard => Self::Goal,
        }
    }
}

/// How a duty stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DutyState {
    /// It hasn't begun.
    NotYet,
    /// It has begun, and its limit, if it has one, hasn't passed.
    Open,
    /// Its limit has passed and it isn't fulfilled.
    Overdue,
    /// It was fulfilled in time.
    Fulfilled,
    /// It was fulfilled after its limit.
    FulfilledLate,
    /// It fell away: nobody owes it any longer.
    Lapsed,
}

impl DutyState {
    /// How a duty stands on a day, past or to come, by what has become of it, when it opens and when it is due. A list that keeps
    /// these three can judge it on any day.
    pub fn standing(done: Done, opens_on: Option<Date>, due: Option<Date>, day: Date) -> Self {
        match done {
            Done::Lapsed(lapsed) if lapsed <= day => Self::Lapsed,
            Done::On { day: done, counts } if done <= day => {
                if due.is_some_and(|due| counts > due) {
                    Self::FulfilledLate
                } else {
                    Self::Fulfilled
                }
            }
            Done::NotYet | Done::Lapsed(_) | Done::On { .. } => {
                if due.is_some_and(|due| due < day) {
                    Self::Overdue
                } else if opens_on.is_some_and(|opens| opens <= day) {
                    Self::Open
                } else {
                    Self::NotYet
                }
            }
        }
    }

    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not_yet",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Fulfilled => "fulfilled",
            Self::FulfilledLate => "fulfilled_late",
            Self::Lapsed => "lapsed",
        }
    }

    /// The state in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::NotYet => language.pick("ikke begyndt", "not begun"),
            Self::Open => language.pick("åben", "open"),
            Self::Overdue => language.pick("overskredet", "overdue"),
            Self::Fulfilled => language.pick("opfyldt i tide", "fulfilled in time"),
            Self::FulfilledLate => language.pick("opfyldt for sent", "fulfilled late"),
            Self::Lapsed => language.pick("bortfaldet", "lapsed"),
        }
    }

    /// Whether anybody still owes it.
    pub fn is_owed(self) -> bool {
        matches!(self, Self::NotYet | Self::Open | Self::Overdue)
    }
}
