//! A standard's limit, counted: which day starts it, for which plans it holds, and when it ends.

use jiff::civil::Date;

use super::{Limit, StartEvent};
use crate::Answer;
use crate::fact::{self, Fact, FactSet, PlanType, Read, Set};
use crate::inquiry::Inquiry;
use crate::sundhedsloven::s140::{self, Footing};
use crate::sundhedsloven::s140_region::{Responsible, responsible};
use crate::term::{Cause, DueDay, Term, suspensions};
use crate::trace::{Note, Tracer};

/// The fact that dates a start event.
pub(super) fn start_fact(event: StartEvent) -> Fact<Date> {
    match event {
        StartEvent::PlanReceived => fact::PLAN_RECEIVED_ON,
        StartEvent::RequestReceived => fact::REQUEST_RECEIVED_ON,
        StartEvent::OrderReceived => fact::PROVIDER_ORDER_RECEIVED_ON,
        StartEvent::Assessed => fact::ASSESSMENT_MADE_ON,
        StartEvent::Arrived => fact::STAY_ARRIVED_ON,
        StartEvent::CourseStarted => fact::TRAINING_STARTED_ON,
    }
}

impl Limit {
    /// How firmly the limit stands in this case: for a plan that calls for training by the municipality, of a type that the
    /// standard names. A plan for self-training only starts no limit (EGEN-PLAN-NOT-REFERRAL).
    pub(super) fn holds<T: Tracer>(&self, inquiry: &mut Inquiry<'_, T>) -> Footing {
        let of_type = is_of_type(inquiry, self.plan_types);
        match self.from {
            StartEvent::PlanReceived => {
                let is_the_regions = responsible(inquiry) == Responsible::Region;
                s140::footing(inquiry, of_type.and(Answer::known(!is_the_regions)))
            }
            StartEvent::RequestReceived
            | StartEvent::OrderReceived
            | StartEvent::Assessed
            | StartEvent::Arrived
            | StartEvent::CourseStarted => Footing::of(of_type),
        }
    }

    /// The day that starts the count; absent where it hasn't come yet.
    pub(super) fn starts_on<T: Tracer>(&self, inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
        inquiry.happened_on(start_fact(self.from))
    }

    /// The limit as it runs from a day, moved by what stopped it.
    ///
    /// # Errors
    /// The fact that starts it, where the count would leave the calendar: no limit can be told from that day.
    pub(super) fn run<T: Tracer>(
        &self,
        inquiry: &mut Inquiry<'_, T>,
        from: Date,
        causes: &[Cause],
    ) -> Result<(Term, DueDay), FactSet> {
        let term = Term { from, budget: self.budget, counting: self.counting };
        let stopped = suspensions(inquiry, causes);
        let due = term.due(&stopped).map_err(|_| FactSet::of(start_fact(self.from).id()))?;
        inquiry.note(Note::From(from));
        due.explain(inquiry);
        Ok((term, due))
    }
}

/// Whether the plan is of a type that a promise names. A plan that doesn't say its type lacks a part: silence is not general
/// training.
pub(super) fn is_of_type<T: Tracer>(inquiry: &mut Inquiry<'_, T>, types: Option<Set<PlanType>>) -> Answer {
    let Some(types) = types else { return Answer::Yes };
    match inquiry.read(fact::PLAN_TYPE) {
        Read::Known(plan) => Answer::known(types.contains(plan)),
        Read::Absent | Read::Missing(_) => Answer::Missing(FactSet::of(fact::PLAN_TYPE.id())),
    }
}
