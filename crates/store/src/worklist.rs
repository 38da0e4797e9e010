//! What is asked of the worklist, and what it answers.

use jiff::civil::Date;
use law::duty::Party;
use law::fact::PlanType;

use crate::key::UserId;
use crate::view::CaseRow;

/// The days against which a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// The day of reading.
    pub today: Date,
    /// The last day that counts as soon; not before `today`.
    pub soon_until: Date,
}

/// How a case's earliest due date lies to the day of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueState {
    /// Before today.
    Overdue,
    /// Today.
    Today,
    /// After today, and no later than the horizon's end.
    Soon,
    /// Later than that, or without a due date because the clock stands still.
    Later,
}

/// Which of the municipality's pages, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page's number; the first is 0.
    pub number: u32,
    /// How many rows a page has.
    pub size: u32,
}

/// Whose cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assigned {
    /// Those of one person.
    To(UserId),
    /// Those of one person, and those that nobody has.
    ToOrNobody(UserId),
    /// Those that nobody has.
    Nobody,
}

/// Which cases of the worklist: those of which every filter given is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorklistFilter {
    /// Words that the name or number begins with, in any order and spelling: `kar test` finds Karen Testrup.
    pub text: Option<String>,
    /// The plan's type.
    pub plan_type: Option<PlanType>,
    /// The provision, or the section that it is a paragraph of: `SUL § 140` finds `SUL § 140, stk. 1`, and not `SUL § 140 a`.
    pub provision: Option<String>,
    /// Who owes something in the case. The earliest due date is then the earliest of what *they* owe.
    pub actor: Option<Party>,
    /// The unit that has the case.
    pub unit: Option<String>,
    /// Who has the case.
    pub assigned: Option<Assigned>,
}

/// A question to the worklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorklistQuery {
    /// The days against which it is read.
    pub horizon: Horizon,
    /// Only cases whose earliest due date lies so. The tally counts all states all the same.
    pub state: Option<DueState>,
    /// Which cases.
    pub filter: WorklistFilter,
    /// Which page of them.
    pub page: Page,
}

/// How many cases there are of each state, with the filter and without regard to the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Before today.
    pub overdue: u64,
    /// Today.
    pub today: u64,
    /// After today, and no later than the horizon's end.
    pub soon: u64,
    /// Later, or without a due date.
    pub later: u64,
}

impl Tally {
    /// All cases.
    pub fn all(&self) -> u64 {
        self.overdue + self.today + self.soon + self.later
    }

    /// The cases of one state.
    pub fn of(&self, state: DueState) -> u64 {
        match state {
            DueState::Overdue => self.overdue,
            DueState::Today => self.today,
            DueState::Soon => self.soon,
            DueState::Later => self.later,
        }
    }
}

/// One line of the worklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorklistLine {
    /// The earliest due date of what is outstanding; none when nothing outstanding has one.
    pub due_on: Option<Date>,
    /// The case, with all its duties.
    pub case: CaseRow,
}

/// A page of the worklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worklist {
    /// The counts.
    pub tally: Tally,
    /// The page's cases, by earliest due date; those without one last.
    pub lines: Vec<WorklistLine>,
}
