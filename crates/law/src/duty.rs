//! Duties: who owes what to whom by when, and how it stands.

mod act;
mod party;
mod state;

use jiff::civil::Date;

use crate::book::Rule;
use crate::calendar::calendar_days_between;
use crate::fact::{self, FactId, FactSet, Read, TrainingEndReason};
use crate::inquiry::{Inquiry, Verdictal};
use crate::sundhedsloven::s140_offer::private_supplier_chosen_on;
use crate::term::{DueDay, Suspension, Term};
use crate::trace::{Tracer, Verdict};
use crate::{Language, say};

pub use act::DutyAct;
pub use party::Party;
pub use state::{DutyKind, DutyState};

/// What has become of a duty's act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Nothing that would fulfil it is on record.
    NotYet,
    /// It was done on a day.
    On {
        /// The day it was done.
        day: Date,
        /// The day that is held against the limit: the start offered, where an offer was made.
        counts: Date,
    },
    /// It fell away on a day.
    Lapsed(Date),
}

impl Done {
    /// Done on a day that is itself held against the limit.
    pub fn on(day: Date) -> Self {
        Self::On { day, counts: day }
    }

    /// By the record of the day on which the act was done.
    pub fn by(day: Read<Date>) -> Self {
        day.known().map_or(Self::NotYet, Self::on)
    }

    /// What is not done when the course ends falls away with it; not where it ended on a ground that doesn't end it
    /// ([`course_ended_on`]).
    #[must_use]
    pub fn or_ended<T: Tracer>(self, inquiry: &mut Inquiry<'_, T>) -> Self {
        match self {
            Self::NotYet => course_ended_on(inquiry).map_or(Self::NotYet, Self::Lapsed),
            done => done,
        }
    }

    /// What is not done when the citizen chooses a private supplier on the ground of the seven days falls away that day: the start is
    /// that supplier's from then on.
    #[must_use]
    pub fn or_private_supplier<T: Tracer>(self, inquiry: &mut Inquiry<'_, T>) -> Self {
        match (self, private_supplier_chosen_on(inquiry)) {
            (Self::NotYet, Some(chosen)) => Self::Lapsed(chosen),
            (Self::On { day, .. }, Some(chosen)) if chosen < day => Self::Lapsed(chosen),
            (done, _) => done,
        }
    }
}

/// The day the course ended. That the standard's time has passed ends none: it is a ground that nobody may end a course on, and what was
/// owed is owed still (CF-DURATION-CAP-VS-NEED).
pub(crate) fn course_ended_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Date> {
    let ended = inquiry.presume_not_happened(fact::TRAINING_ENDED_ON)?;
    let ground = inquiry.presume_absent(fact::TRAINING_END_REASON).known();
    (ground != Some(TrainingEndReason::TimePassed)).then_some(ended)
}

/// A duty, as it stands on the day asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Duty {
    /// The rule that makes it.
    pub rule: Rule,
    /// What is owed.
    pub act: DutyAct,
    /// Who owes it.
    pub actor: Party,
    /// To whom.
    pub to: Party,
    /// Law or own goal.
    pub kind: DutyKind,
    /// The limit, where the duty has one and its beginning is known.
    pub term: Option<Term>,
    /// The last day in time; none while the limit stands still, and where there is no limit or its beginning isn't
    /// known.
    pub due: Option<Date>,
    /// What moved the last day, or holds it still.
    pub moved_by: Vec<Suspension>,
    /// The day from which it is owed.
    pub opens_on: Option<Date>,
    /// It rests on something expected or presumed, and may still move.
    pub provisional: bool,
    /// What has become of it.
    pub done: Done,
    /// How it stands.
    pub state: DutyState,
    /// The fact that fulfils it.
    pub fulfilled_by: FactId,
    /// The facts that would tell its limit or whether it is fulfilled.
    pub missing: FactSet,
    /// The facts that were taken for granted since nobody has said otherwise; one of them may change the duty once it is known.
    pub presumed: FactSet,
}

impl Duty {
    /// A duty with no limit yet, owed from a day, nothing done.
    pub fn new(rule: Rule, act: DutyAct, actor: Party, fulfilled_by: FactId) -> Self {
        Self {
            rule,
            act,
            actor,
            to: Party::Citizen,
            kind: DutyKind::of(rule),
            term: None,
            due: None,
            moved_by: Vec::new(),
            opens_on: None,
            provisional: false,
            done: Done::NotYet,
            state: DutyState::NotYet,
            fulfilled_by,
            missing: FactSet::EMPTY,
            presumed: FactSet::EMPTY,
        }
    }

    /// Says to whom it is owed.
    pub fn to(mut self, to: Party) -> Self {
        self.to = to;
        self
    }

    /// Gives it a limit and the last day that follows from it. It opens where the limit begins.
    pub fn limited(mut self, term: Term, due: &DueDay) -> Self {
        self.opens_on = Some(term.from);
        self.term = Some(term);
        self.due = due.on;
        self.moved_by.clone_from(&due.moved_by);
        self
    }

    /// Gives it a last day that no count leads to: the hospital's own date.
    pub fn due_on(mut self, day: Date) -> Self {
        self.due = Some(day);
        self
    }

    /// Says from when it is owed.
    pub fn opening(mut self, day: Date) -> Self {
        self.opens_on = Some(day);
        self
    }

    /// Says what has become of it.
    pub fn done(mut self, done: Done) -> Self {
        self.done = done;
        self
    }

    /// Says that it may still move.
    pub fn provisionally(mut self, provisional: bool) -> Self {
        self.provisional |= provisional;
        self
    }

    /// Names the facts that would tell more.
    pub fn lacking(mut self, facts: FactSet) -> Self {
        self.missing |= facts;
        self
    }

    /// Owed, as it stands on the day asked about, with what was presumed on the way.
    pub fn owed<T: Tracer>(mut self, inquiry: &Inquiry<'_, T>) -> Owed {
        self.presumed = inquiry.presumed();
        Owed::Yes(Box::new(self.on(inquiry.as_of())))
    }

    /// Judges how it stands on a day.
    pub fn on(mut self, day: Date) -> Self {
        self.state = DutyState::standing(self.done, self.opens_on, self.due, day);
        self
    }

    /// The day it was fulfilled, where it is and the day is known.
    pub fn fulfilled_on(&self) -> Option<Date> {
        match (self.state, self.done) {
            (DutyState::Fulfilled | DutyState::FulfilledLate, Done::On { day, .. }) if !self.day_is_presumed() => {
                Some(day)
            }
            _ => None,
        }
    }

    /// It is done, and nobody has said on which day.
    fn day_is_presumed(&self) -> bool {
        let days = [fact::TRAINING_OFFER_MADE_ON, fact::ASSESSMENT_MADE_ON, fact::TRAINING_EVALUATED_ON];
        days.iter().any(|day| self.presumed.contains(day.id()))
    }

    /// How it stands in words, with the days: `overskredet 4 dage`, `2 dage tilbage`.
    pub fn standing(&self, today: Date, language: Language) -> String {
        let days = |count: i32| match (count, language) {
            (1, Language::Danish) => "1 dag".to_owned(),
            (count, Language::Danish) => format!("{count} dage"),
            (1, Language::English) => "1 day".to_owned(),
            (count, Language::English) => format!("{count} days"),
        };
        match (self.state, self.due) {
            (DutyState::Overdue, Some(due)) => {
                format!("{} {}", language.pick("overskredet", "overdue by"), days(calendar_days_between(due, today)))
            }
            (DutyState::Open | DutyState::NotYet, None) if self.stands_still() => {
                language.pick("står stille", "stands still").into()
            }
            (DutyState::Open | DutyState::NotYet, Some(due)) if due == today => language.pick("i dag", "today").into(),
            (DutyState::Open | DutyState::NotYet, Some(due)) => {
                let left = days(calendar_days_between(today, due));
                language.pick("{} tilbage", "{} left").replace("{}", &left)
            }
            (state, _) => state.say(language).into(),
        }
    }

    /// Whether its limit stands still.
    pub fn stands_still(&self) -> bool {
        self.due.is_none() && self.moved_by.iter().any(|suspension| suspension.through.is_none())
    }

    /// What moved the last day, in one sentence; empty where nothing did.
    pub fn moves(&self, language: Language) -> String {
        self.moved_by
            .iter()
            .map(|suspension| {
                let from = say::date(suspension.from, language);
                let why = suspension.cause.say(language);
                match (suspension.through, language) {
                    (None, Language::Danish) => format!("Fristen står stille fra {from}: {why}."),
                    (None, Language::English) => format!("The limit stands still from {from}: {why}."),
                    (Some(through), Language::Danish) => {
                        format!("Fristen stod stille fra {from} til {}: {why}.", say::date(through, language))
                    }
                    (Some(through), Language::English) => {
                        format!("The limit stood still from {from} to {}: {why}.", say::date(through, language))
                    }
                }
            })
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Whether a duty is owed at all.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Owed {
    /// It is owed, or was.
    Yes(Box<Duty>),
    /// Nobody owes it.
    No,
    /// These facts would tell.
    Missing(FactSet),
}

impl Verdictal for Owed {
    fn verdict(&self) -> Verdict {
        match self {
            Self::Yes(_) => Verdict::Yes,
            Self::No => Verdict::No,
            Self::Missing(_) => Verdict::Missing,
        }
    }

    fn not_in_force(_: Rule) -> Self {
        Self::No
    }
}
