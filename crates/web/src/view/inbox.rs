//! The inbox: plans received, each with what the check found.

use jiff::civil::Date;

use super::{
    act::ActView,
    calendar::Axis,
    case::{FactView, Moment},
    clock::ClockView,
    content::PartView,
    duty::ReasonView,
    notice::Notice,
};
use crate::{form::Form, told::discharge::Discharge};

/// The inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxView {
    /// Since when it holds plans, null when it is empty.
    pub since: Option<Date>,
    /// Messages over the page.
    pub notices: Vec<Notice>,
    /// The days on which the clocks are drawn.
    pub axis: Axis,
    /// Second plans, which need a choice.
    pub choices: Vec<SecondPlanView>,
    /// Plans that need an answer from the hospital.
    pub incomplete: Vec<PlanView>,
    /// Plans in order.
    pub ready: Vec<PlanView>,
    /// How many more there are than are shown.
    pub left_out: usize,
}

impl InboxView {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.choices.len() + self.incomplete.len() + self.ready.len() + self.left_out
    }
}

/// A plan for somebody who has one already. There is no preset; each outcome tells what happens before the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondPlanView {
    /// Who.
    pub person: String,
    /// From whom.
    pub sender: String,
    /// When it came.
    pub received: Moment,
    /// The plan that runs.
    pub running: Vec<FactView>,
    /// The new one.
    pub new: Vec<FactView>,
    /// The choice, with a reason; none for those who may not make it.
    pub form: Option<Form>,
    /// Other ways on.
    pub acts: Vec<ActView>,
}

/// A plan received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanView {
    /// Who.
    pub person: String,
    /// Its case, where it has been opened.
    pub href: Option<String>,
    /// From whom.
    pub sender: String,
    /// When it came.
    pub received: Moment,
    /// When the citizen was discharged, or is expected to be.
    pub discharge: Option<Discharge>,
    /// The parts that are missing or may not stand there.
    pub faults: Vec<PartView>,
    /// What was found, in a sentence or two.
    pub finding: String,
    /// The clocks, which run before the plan is opened.
    pub clocks: Vec<ClockView>,
    /// Why, where the finding needs it.
    pub reason: Option<ReasonView>,
    /// Ways on.
    pub acts: Vec<ActView>,
}
