//! A case is the fold of its events. It keeps them, marks those that were mistakes, and answers what is known to have happened by a
//! day; it holds no state of its own that could disagree with them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::event::{
    Carried, Event, PlanReceived, Provider, Recorded, SecondPlanDecided, StartLimitReading, StartOffered, Succeeded,
};
use crate::ids::{CaseId, EventNumber};
use crate::plan::Plan;

/// A case: its events, and which of them were mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    id: CaseId,
    received: PlanReceived,
    received_on: Date,
    /// Every event, the opening among them.
    history: Vec<Recorded>,
    in_error: BTreeSet<EventNumber>,
}

/// Why a list of events is no case's history.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HistoryFault {
    /// It doesn't begin with a plan.
    #[error("the history of {0} does not begin with a plan received")]
    NoBeginning(CaseId),
    /// The numbers don't rise. They may leave some out: content that the law had removed.
    #[error("event {found} of {case} stands after {after}")]
    Order {
        /// The case.
        case: CaseId,
        /// The number before it.
        after: u64,
        /// The number that stands there.
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

impl Offer<'_> {
    /// The first day of training that was offered.
    pub fn start_on(&self) -> Date {
        self.offered.start_on
    }
}

/// No start that was offered lies before this one.
fn is_earliest(offer: &Offer<'_>, made: &[Offer<'_>]) -> bool {
    made.iter().all(|other| offer.start_on() <= other.start_on())
}

/// An offer that the citizen said no to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declined<'a> {
    /// The offer.
    pub offer: Offer<'a>,
    /// Why, in the citizen's words.
    pub reason: &'a str,
}

impl Case {
    /// Folds a history. Total on every history that this program has accepted.
    ///
    /// # Errors
    /// A history that doesn't begin with a plan, or whose numbers don't rise: the record is damaged.
    pub fn fold(id: CaseId, history: Vec<Recorded>) -> Result<Self, HistoryFault> {
        let opening = history.first().map(|first| (&first.event, first.happened_on));
        let Some((Event::PlanReceived(received), received_on)) = opening else {
            return Err(HistoryFault::NoBeginning(id));
        };
        let received = received.clone();
        let mut in_error = BTreeSet::new();
        let mut after = 0;
        for recorded in &history {
            let found = recorded.number.0;
            if found <= after {
                return Err(HistoryFault::Order { case: id, after, found });
            }
            // The opening stands, and nothing that comes later can have been a mistake yet.
            if let Event::EnteredInError(correction) = &recorded.event
                && (2..found).contains(&correction.number.0)
            {
                in_error.insert(correction.number);
            }
            after = found;
        }
        Ok(Self { id, received, received_on, history, in_error })
    }

    /// The case's number.
    pub fn id(&self) -> &CaseId {
        &self.id
    }

    /// Every event, mistakes among them, in the order of recording.
    pub fn history(&self) -> &[Recorded] {
        &self.history
    }

    /// The event of this number.
    pub fn event(&self, number: EventNumber) -> Option<&Recorded> {
        self.history.iter().find(|recorded| recorded.number == number)
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

    /// What is known to have happened by a day, in the order of the days, and within a day in the order of recording; mistakes are left
    /// out. From the day on which this plan took an earlier one's place, what happened in that course is there as well.
    pub fn happened_by(&self, day: Date) -> Vec<&Recorded> {
        let mut happened: Vec<&Recorded> = self.known(day).filter(|recorded| recorded.happened_on <= day).collect();
        // A stable sort: what was carried from the earlier case was recorded before what is of this one.
        happened.sort_by_key(|recorded| recorded.happened_on);
        happened
    }

    /// The case as it stood right after something happened: what happened later, also the same day, is left out. The discharge is as it is
    /// known now, for a discharge that turned out to be another day never was on the first; and mistakes that are known now are none.
    pub(crate) fn right_after(&self, latest: &Recorded) -> Self {
        let last = (latest.happened_on, latest.number);
        let by_then = |recorded: &&Recorded| {
            (recorded.happened_on, recorded.number) <= last || matches!(recorded.event, Event::DischargeConfirmed(_))
        };
        Self { history: self.history.iter().filter(by_then).cloned().collect(), ..self.clone() }
    }

    /// What is carried from an earlier course by a day, then every event of the case that is no mistake, in the order of recording.
    fn known(&self, by: Date) -> impl DoubleEndedIterator<Item = &Recorded> {
        let carried = self
            .valid()
            .filter(move |recorded| recorded.happened_on <= by)
            .filter_map(|recorded| match &recorded.event {
                Event::SecondPlanDecided(decided) => Some(&decided.carried),
                _ => None,
            })
            .flatten()
            .map(|Carried(recorded)| recorded);
        carried.chain(self.valid())
    }

    /// Every event of the case that is no mistake, in the order of recording.
    fn valid(&self) -> impl DoubleEndedIterator<Item = &Recorded> {
        self.history.iter().filter(|recorded| !self.in_error.contains(&recorded.number))
    }

    /// The plan that opened the case, and the day the municipality had it.
    pub fn plan(&self) -> (&Plan, Date) {
        (&self.received.plan, self.received_on)
    }

    /// The event that opened the case.
    pub fn opening(&self) -> (&PlanReceived, Date) {
        (&self.received, self.received_on)
    }

    /// The day of discharge, where it is known to have been by a day; nothing where it is only expected.
    ///
    /// The last word counts on every day: a discharge that turned out to be another day never was on the first.
    pub fn discharge_confirmed(&self, by: Date) -> Option<Date> {
        let last = self.known(by).rev().find_map(|recorded| match &recorded.event {
            Event::DischargeConfirmed(discharge) => Some(discharge.on),
            _ => None,
        });
        last.filter(|day| *day <= by)
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
        let needs_reading = self.received.plan.deadline.as_ref().is_some_and(|words| !words.says_there_is_none());
        needs_reading && self.start_limit(by).is_none()
    }

    /// The offers made by a day that the municipality stands by, in order.
    pub fn offers(&self, by: Date) -> Vec<Offer<'_>> {
        let mut standing = Vec::new();
        for recorded in self.happened_by(by) {
            match &recorded.event {
                Event::StartOffered(offered) => standing.push(Offer { made_on: recorded.happened_on, offered }),
                Event::OfferWithdrawn(_) => standing.clear(),
                _ => {}
            }
        }
        standing
    }

    /// The offer of the earliest start: the one that decides whether the municipality could keep the limit.
    pub fn earliest_offer(&self, by: Date) -> Option<Offer<'_>> {
        self.offers(by).into_iter().min_by_key(|offer| (offer.offered.start_on, offer.made_on))
    }

    /// The citizen's no to the earliest start there was then. No to a later one leaves that unanswered, and an earlier one that is offered
    /// afterwards has not been answered by it.
    ///
    /// Of several the no to the earliest start, with the reason given last.
    pub fn declined(&self, by: Date) -> Option<Declined<'_>> {
        let mut made: Vec<Offer<'_>> = Vec::new();
        let mut said_no: Option<Declined<'_>> = None;
        for recorded in self.happened_by(by) {
            match &recorded.event {
                Event::StartOffered(offered) => made.push(Offer { made_on: recorded.happened_on, offered }),
                Event::OfferDeclined(declined) => {
                    let Some(latest) = made.last().copied().filter(|latest| is_earliest(latest, &made)) else {
                        continue;
                    };
                    let before =
                        said_no.map(|before| before.offer).filter(|before| before.start_on() <= latest.start_on());
                    said_no = Some(Declined { offer: before.unwrap_or(latest), reason: &declined.reason });
                }
                Event::OfferWithdrawn(_) => {
                    made.clear();
                    said_no = None;
                }
                _ => {}
            }
        }
        said_no
    }

    /// The day of the first training.
    pub fn first_training(&self, by: Date) -> Option<Date> {
        self.days_of(by, |event| matches!(event, Event::TrainingHeld(_))).into_iter().next()
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

    /// The times in hospital after the first discharge: admitted, and left where the citizen has left. An admission told of during a stay
    /// is part of it. Two stays can meet on one day, that of leaving and coming back.
    pub fn readmissions(&self, by: Date) -> Vec<(Date, Option<Date>)> {
        let mut stays: Vec<(Date, Option<Date>)> = Vec::new();
        for recorded in self.happened_by(by) {
            let day = recorded.happened_on;
            match (&recorded.event, stays.last_mut()) {
                (Event::Readmitted(_), Some((_, None))) => {}
                (Event::Readmitted(_), _) => stays.push((day, None)),
                (Event::DischargedAgain(_), Some((_, left @ None))) => *left = Some(day),
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

    /// What of this course goes on counting in a plan that takes its place on a day: everything that was done, with its day. Of the
    /// trainings the first alone, without its note: nothing asks for the others.
    pub fn course_so_far(&self, by: Date) -> Vec<Carried> {
        let mut trained = false;
        let goes_on = |recorded: &&Recorded| match &recorded.event {
            Event::DischargeConfirmed(_)
            | Event::FirstContactMade(_)
            | Event::ChoiceInformed(_)
            | Event::PrivateChoiceInformed(_)
            | Event::StartOffered(_)
            | Event::OfferDeclined(_)
            | Event::OfferWithdrawn(_)
            | Event::ProviderChosen(_)
            | Event::LevelAssessed(_)
            | Event::Readmitted(_)
            | Event::DischargedAgain(_)
            | Event::CourseReviewed(_) => true,
            Event::TrainingHeld(_) => !std::mem::replace(&mut trained, true),
            Event::PlanReceived(_)
            | Event::StartLimitRead(_)
            | Event::ContactAttempted(_)
            | Event::CourseEnded(_)
            | Event::SecondPlanDecided(_)
            | Event::Succeeded(_)
            | Event::EnteredInError(_) => false,
        };
        self.happened_by(by).into_iter().filter(goes_on).cloned().map(without_note).collect()
    }

    /// What was said last: on the latest day, and within a day recorded last.
    fn last<V>(&self, by: Date, pick: impl Fn(&Recorded) -> Option<V>) -> Option<V> {
        self.happened_by(by).into_iter().rev().find_map(pick)
    }
}

fn without_note(mut recorded: Recorded) -> Carried {
    if let Event::TrainingHeld(held) = &mut recorded.event {
        held.note.clear();
    }
    Carried(recorded)
}
