//! The views: rows derived from the events, kept in the same transaction, rebuilt at will.
//!
//! They hold dates and never "overdue": which duties are overdue is asked with a day.

use jiff::civil::Date;
use law::duty::{Done, Duty, DutyAct, DutyKind, Party};
use law::fact::PlanType;

use crate::chain::Digest;
use crate::event::{Happened, Json};
use crate::key::{StreamId, UserId};

/// What changes in the views with a batch of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// The case looks like this now, with exactly these duties.
    Case(CaseRow),
    /// The case is in no view any more.
    CaseGone(StreamId),
    /// What was received lies in the inbox like this now.
    Inbox(InboxRow),
    /// It is dealt with, and no longer in the inbox.
    InboxGone(StreamId),
    /// The person is known by exactly these identifiers now.
    Person(PersonRow),
    /// The person is known by none any more.
    PersonGone(StreamId),
}

/// One case as lists and pages show it, with its duties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The case's stream.
    pub case: StreamId,
    /// What people call the case: `2026-0412`.
    pub number: String,
    /// The person's stream.
    pub person: StreamId,
    /// The person's name. Cases are found by its words, and by those of the number.
    pub name: String,
    /// The person's date of birth.
    pub born_on: Option<Date>,
    /// The plan's type.
    pub plan_type: Option<PlanType>,
    /// The provision that the case is about, as a jurist cites it: `SUL § 140, stk. 1`.
    pub provision: String,
    /// The case's state, as the case layer spells it.
    pub state: String,
    /// The unit that has the case.
    pub unit: Option<String>,
    /// The person who has the case.
    pub assigned_to: Option<UserId>,
    /// The day the plan or the request was received.
    pub received_on: Option<Date>,
    /// The day of discharge, expected or confirmed.
    pub discharged_on: Option<Date>,
    /// The law's seven days.
    pub law_clock: Option<Clock>,
    /// The municipality's own goal.
    pub goal_clock: Option<Clock>,
    /// Every duty of the case, in the order in which they are shown.
    pub duties: Vec<DutyRow>,
}

/// A clock of a case: from which day it counts, until when, and what stopped it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The day from which it counts; not counted itself.
    pub from: Date,
    /// The last day in time. None while it stands still.
    pub due_on: Option<Date>,
    /// The day on which what it waits for was done.
    pub stopped_on: Option<Date>,
    /// It rests on something that is only expected, such as a discharge.
    pub provisional: bool,
}

/// Who owes what to whom by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyRow {
    /// The id of the rule that it follows from. A text, since the book that made the row may have rules that this one hasn't: the rows
    /// of the book before are read when the views are rebuilt, to tell which duties moved.
    pub rule: String,
    /// What is owed.
    pub act: DutyAct,
    /// Who owes it.
    pub actor: Party,
    /// To whom.
    pub owed_to: Party,
    /// Law or own goal.
    pub kind: DutyKind,
    /// It rests on something that is only expected, and may still move.
    pub provisional: bool,
    /// The first day on which it is owed; none when that isn't known.
    pub opens_on: Option<Date>,
    /// The last day in time; none when it has no limit, or its clock stands still.
    pub due_on: Option<Date>,
    /// The day on which it was done.
    pub fulfilled_on: Option<Date>,
    /// The day that is held against the last day in time: the start offered, where an offer was made.
    pub counted_on: Option<Date>,
    /// The day on which it fell away without being done.
    pub lapsed_on: Option<Date>,
}

impl DutyRow {
    /// Whether somebody still has to do it: it is neither done nor fallen away.
    pub fn is_outstanding(&self) -> bool {
        self.fulfilled_on.is_none() && self.lapsed_on.is_none()
    }
}

/// The duty without its state: a row holds for every day until something happens.
impl From<&Duty> for DutyRow {
    fn from(duty: &Duty) -> Self {
        let (fulfilled_on, counted_on, lapsed_on) = match duty.done {
            Done::NotYet => (None, None, None),
            Done::On { day, counts } => (Some(day), Some(counts), None),
            Done::Lapsed(day) => (None, None, Some(day)),
        };
        Self {
            rule: duty.rule.id().to_owned(),
            act: duty.act,
            actor: duty.actor,
            owed_to: duty.to,
            kind: duty.kind,
            provisional: duty.provisional,
            opens_on: duty.opens_on,
            due_on: duty.due,
            fulfilled_on,
            counted_on,
            lapsed_on,
        }
    }
}

/// Something received that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxRow {
    /// The intake's own id.
    pub intake: StreamId,
    /// The case that it opened or belongs to, if it could be read.
    pub case: Option<StreamId>,
    /// When it was received.
    pub received: Happened,
    /// Who sent it.
    pub source: String,
    /// What is shown of it: the citizen's name.
    pub title: String,
    /// What it waits for.
    pub state: InboxState,
    /// What the check found, as `exchange` writes it.
    pub findings: Json,
}

/// What a received plan waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InboxState {
    /// A person must choose: another plan is running.
    NeedsChoice,
    /// The hospital must answer: a part is missing.
    NeedsHospital,
    /// It can be opened.
    Ready,
}

impl InboxState {
    /// Every state, in the order in which the inbox shows them.
    pub const ALL: [Self; 3] = [Self::NeedsChoice, Self::NeedsHospital, Self::Ready];

    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::NeedsChoice => "needs_choice",
            Self::NeedsHospital => "needs_hospital",
            Self::Ready => "ready",
        }
    }
}

/// A number or code that stands for a person outside the record.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Identifier {
    /// Who gave it: `cpr`, `replacement_cpr`.
    pub system: String,
    /// The number itself. Not in `Debug`: it must reach no log.
    pub value: String,
}

impl std::fmt::Debug for Identifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identifier").field("system", &self.system).finish_non_exhaustive()
    }
}

/// By what a person is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The person's stream.
    pub person: StreamId,
    /// Every identifier. One that another person had passes to this one.
    pub identifiers: Vec<Identifier>,
}

/// What made the views: with another book or standard they are rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeOf {
    /// Hash of the book of rules, and of the program's own way of deriving.
    pub book: Digest,
    /// Hash of the municipality's standards.
    pub standard: Digest,
}
