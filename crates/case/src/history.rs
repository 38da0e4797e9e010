//! A case is the fold of its events. It keeps them, marks those that were mistakes, and answers what is known to have happened by a
//! day; it holds no state of its own that could disagree with them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::event::{
    Event, PlanReceived, Provider, Recorded, SecondPlanDecided, StartLimitReading, StartOffered, Succeeded,
};
use crate::ids::{CaseId, EventNumber};
use crate::plan::Plan;

/// A case: its events, and which of them were mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    id: CaseId,
    history: Vec<Recorded>,
    in_error: BTreeSet<EventNumber>,
}

/// Why a list of events is no case's history.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HistoryFault {
    /// It doesn't begin with a plan.
    #[error("the history of {0} does not begin with a plan received")]
    NoBeginning(CaseId),
    /// The numbers don't run from 1.
    #[error("event {found} of {case} stands where {expected} should")]
    Gap {
        /// The case.
        case: CaseId,
        /// The number that should stand there.
        expected: u64,
        /// The number that does.
        found: u64,
    },
}

/// A start that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The day the offer was made.
    pub made_on: Date,
    /// What was offered.
    pub offered: &'a StartOffered,
}

impl Case {
    /// Folds a history. Total on every history that this program has accepted.
    ///
    /// # Errors
    /// A history that doesn't begin with a plan, or has a gap in its numbers: the record is damaged.
    pub fn fold(id: CaseId, history: Vec<Recorded>) -> Result<Self, HistoryFault> {
        if !matches!(history.first().map(|first| &first.event), Some(Event::PlanReceived(_))) {
            return Err(HistoryFault::NoBeginning(id));
        }
        let mut in_error = BTreeSet::new();
        for (expected, recorded) in (1..).zip(&history) {
            if recorded.number.0 != expected {
                return Err(HistoryFault::Gap { case: id, expected, found: recorded.number.0 });
            }
            if let Event::EnteredInError(correction) = &recorded.event {
                in_error.insert(correction.number);
            }
        }
        Ok(Self { id, history, in_error })
    }

    /// The case's number.
    pub fn id(&self) -> &CaseId {
        &self.id
    }

    /// Every event, mistakes among them, in the order of recording.
    pub fn history(&self) -> &[Recorded] {
        &self.history
    }

    /// Whether an event was a mistake.
    pub fn is_in_error(&self, number: EventNumber) -> bool {
        self.in_error.contains(&number)
    }

    /// The case as it was known at an instant: what was recorded later is left out, corrections too.
    ///
    /// Nothing where the case wasn't open yet.
    pub fn as_known_at(&self, instant: Timestamp) -> Option<Self> {
        let known: Vec<Recorded> =
            self.history.iter().take_while(|recorded| recorded.recorded_at <= instant).cloned().collect();
        Self::fold(self.id.clone(), known).ok()
    }

    /// What is known to have happened by a day, in the order in which it happened; mistakes are left out.
    pub fn happened_by(&self, day: Date) -> Vec<&Recorded> {
        let mut happened: Vec<&Recorded> = self.valid().filter(|recorded| recorded.happened_on <= day).collect();
        happened.sort_by_key(|recorded| (recorded.happened_on, recorded.number));
        happened
    }

    /// Every event that is no mistake.
    fn valid(&self) -> impl Iterator<Item = &Recorded> {
        self.history.iter().filter(|recorded| !self.in_error.contains(&recorded.number))
    }

    /// The plan that opened the case, and the day the municipality had it.
    pub fn plan(&self) -> (&Plan, Date) {
        let (received, on) = self.opening();
        (&received.plan, on)
    }

    /// The event that opened the case.
    pub fn opening(&self) -> (&PlanReceived, Date) {
        match self.history.first().map(|first| (&first.event, first.happened_on)) {
            Some((Event::PlanReceived(received), on)) => (received, on),
            // `fold` has seen to it.
            _ => unreachable!("a case begins with its plan"),
        }
    }

    /// The last that was said of the discharge, by a day; nothing where it is only expected.
    pub fn discharge_confirmed(&self, by: Date) -> Option<Date> {
        self.last(by, |recorded| match &recorded.event {
            Event::DischargeConfirmed(discharge) => Some(discharge.on),
            _ => None,
        })
    }

    /// How the plan's words on the start were last read; nothing where nobody has read them.
    pub fn start_limit(&self, by: Date) -> Option<StartLimitReading> {
        self.last(by, |recorded| match &recorded.event {
            Event::StartLimitRead(read) => Some(read.reading),
            _ => None,
        })
    }

    /// The plan has words on the start that nobody has read into a day yet.
    pub fn has_unread_start_limit(&self, by: Date) -> bool {
        let needs_reading = self.plan().0.deadline.as_ref().is_some_and(|words| !words.says_there_is_none());
        needs_reading && self.start_limit(by).is_none()
    }

    /// The offers made by a day, in order.
    pub fn offers(&self, by: Date) -> Vec<Offer<'_>> {
        self.happened_by(by)
            .into_iter()
            .filter_map(|recorded| match &recorded.event {
                Event::StartOffered(offered) => Some(Offer { made_on: recorded.happened_on, offered }),
                _ => None,
            })
            .collect()
    }

    /// The offer of the earliest start: the one that decides whether the municipality could keep the limit.
    pub fn earliest_offer(&self, by: Date) -> Option<Offer<'_>> {
        self.offers(by).into_iter().min_by_key(|offer| (offer.offered.start_on, offer.made_on))
    }

    /// The provider last chosen, and the day of the choice.
    pub fn provider(&self, by: Date) -> Option<(Provider, Date)> {
        self.last(by, |recorded| match &recorded.event {
            Event::ProviderChosen(chosen) => Some((chosen.provider.clone(), recorded.happened_on)),
            _ => None,
        })
    }

    /// The days of an event's kind, in order.
    pub fn days_of(&self, by: Date, is: impl Fn(&Event) -> bool) -> Vec<Date> {
        self.happened_by(by)
            .into_iter()
            .filter(|recorded| is(&recorded.event))
            .map(|recorded| recorded.happened_on)
            .collect()
    }

    /// The times in hospital after the first discharge: admitted, and left where the citizen has left.
    pub fn readmissions(&self, by: Date) -> Vec<(Date, Option<Date>)> {
        let mut stays: Vec<(Date, Option<Date>)> = Vec::new();
        for recorded in self.happened_by(by) {
            match (&recorded.event, stays.last_mut()) {
                (Event::Readmitted(_), _) => stays.push((recorded.happened_on, None)),
                (Event::DischargedAgain(_), Some((_, left @ None))) => *left = Some(recorded.happened_on),
                _ => {}
            }
        }
        stays
    }

    /// The citizen is in hospital again.
    pub fn is_in_hospital(&self, by: Date) -> bool {
        self.readmissions(by).last().is_some_and(|(_, left)| left.is_none())
    }

    /// What a person decided of this plan and each earlier one.
    pub fn second_plan_decisions(&self, by: Date) -> Vec<&SecondPlanDecided> {
        self.happened_by(by)
            .into_iter()
            .filter_map(|recorded| match &recorded.event {
                Event::SecondPlanDecided(decided) => Some(decided),
                _ => None,
            })
            .collect()
    }

    /// The later plan that took this case's place, and the day.
    pub fn succeeded(&self, by: Date) -> Option<(&Succeeded, Date)> {
        self.happened_by(by).into_iter().find_map(|recorded| match &recorded.event {
            Event::Succeeded(succeeded) => Some((succeeded, recorded.happened_on)),
            _ => None,
        })
    }

    /// The day from which nothing more is owed: a later plan took its place, or the course ended.
    pub fn closed_on(&self, by: Date) -> Option<Date> {
        let ended = self.days_of(by, |event| matches!(event, Event::CourseEnded(_))).into_iter().next();
        let succeeded = self.succeeded(by).map(|(_, on)| on);
        ended.into_iter().chain(succeeded).min()
    }

    /// What was said last, in the order of recording: a later word on the same thing takes the earlier one's place, also where it is
    /// of an earlier day.
    fn last<V>(&self, by: Date, pick: impl Fn(&Recorded) -> Option<V>) -> Option<V> {
        let said: Vec<&Recorded> = self.valid().filter(|recorded| recorded.happened_on <= by).collect();
        said.into_iter().rev().find_map(pick)
    }
}
