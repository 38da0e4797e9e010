//! The worklist: what is owed, by due date.

use jiff::civil::Date;

use super::{
    calendar::Axis,
    clock::ClockView,
    duty::{Due, ReasonView, State},
};
use crate::form::Choice;

/// The worklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorklistView {
    /// The day it is seen on.
    pub today: Date,
    /// What to know of the day: `Første hverdag efter påske.`
    pub remark: Option<String>,
    /// How many cases there are of each urgency, before the filter on it.
    pub tally: Vec<TallyView>,
    /// What was asked for.
    pub filter: FilterView,
    /// The days on which every clock is drawn.
    pub axis: Axis,
    /// The cases, most urgent first.
    pub groups: Vec<GroupView>,
    /// Why there is none, when there is none.
    pub empty: Option<Empty>,
    /// Where in a long list this is.
    pub pages: Option<Pages>,
}

/// How many cases there are of one urgency, and the way to those alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyView {
    /// The urgency.
    pub urgency: Urgency,
    /// How many.
    pub count: u64,
    /// The address of those alone; where they are chosen, of all.
    pub href: String,
    /// Whether they are chosen.
    pub is_chosen: bool,
}

/// How soon a case must be acted on. The order is the list's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Past the due date.
    Overdue,
    /// Due today.
    Today,
    /// Due within three days.
    Soon,
    /// Due later, or standing still.
    Later,
}

impl Urgency {
    /// All, most urgent first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::Soon, Self::Later];

    /// The word in the address: `?frist=overskredet`.
    pub fn in_address(self) -> &'static str {
        match self {
            Self::Overdue => "overskredet",
            Self::Today => "i-dag",
            Self::Soon => "snart",
            Self::Later => "senere",
        }
    }

    /// The urgency with this word in the address.
    pub fn from_address(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|urgency| urgency.in_address() == word)
    }

    /// The class of its box over the list.
    pub fn class(self) -> &'static str {
        match self {
            Self::Overdue => "late",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }

    /// The key of its name in the box over the list.
    pub fn tally_key(self) -> &'static str {
        match self {
            Self::Overdue => "tally-overdue",
            Self::Today => "tally-today",
            Self::Soon => "tally-soon",
            Self::Later => "tally-later",
        }
    }

    /// The key of its heading in the list.
    pub fn group_key(self) -> &'static str {
        match self {
            Self::Overdue => "group-overdue",
            Self::Today => "group-today",
            Self::Soon => "group-soon",
            Self::Later => "group-later",
        }
    }
}

/// The filter form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterView {
    /// The words searched for.
    pub words: String,
    /// The choices beside them.
    pub selects: Vec<SelectView>,
}

/// One choice of the filter form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectView {
    /// Its name in the address.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// What there is to choose from.
    pub options: Vec<Choice>,
}

/// The cases of one urgency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// The urgency.
    pub urgency: Urgency,
    /// How many there are in the whole list, which may be more than on this page.
    pub count: u64,
    /// Those on this page.
    pub rows: Vec<RowView>,
}

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The case's page.
    pub href: String,
    /// Who it is.
    pub name: String,
    /// What one needs to tell it from others: `71 år · almen · sag 2026-0412`.
    pub particulars: Vec<String>,
    /// The earliest due date of any duty.
    pub due: Due,
    /// How that duty stands.
    pub state: State,
    /// What must happen next.
    pub next_step: String,
    /// What else to know: further duties, or what has been done.
    pub notes: Vec<String>,
    /// Why.
    pub reason: ReasonView,
    /// The clocks, none where the case has no such limit.
    pub clocks: Vec<ClockView>,
    /// Whether the law has a clock that can't be counted yet.
    pub law_is_uncounted: bool,
}

/// Why the list is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Empty {
    /// The filter fits none.
    ByFilter {
        /// What was searched for, in words: `»Holgersen« blandt dine egne`.
        searched: String,
        /// How many cases there are without it.
        without: u64,
        /// The address of a wider search, where there is one.
        wider: Option<String>,
    },
    /// Nothing is owed.
    NothingOwed {
        /// The next due date, where one is known.
        next_due: Option<Date>,
    },
}

/// Where in a long list this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The number of this page, from 1.
    pub number: u64,
    /// How many there are.
    pub of: u64,
    /// The address of the one before.
    pub before: Option<String>,
    /// The address of the one after.
    pub after: Option<String>,
}
