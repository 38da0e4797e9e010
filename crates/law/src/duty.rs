//! Duties: who owes what to whom by when, and how it stands.

use jiff::civil::Date;

use crate::book::{Level, Rule};
use crate::calendar::{OutOfRange, calendar_days_between};
use crate::fact::{FactId, FactSet};
use crate::inquiry::Verdictal;
use crate::term::{DueDay, Suspension, Term};
use crate::trace::Verdict;
use crate::{Language, say};

/// Who owes, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The municipality of residence, as authority.
    Municipality,
    /// The municipality's own training unit, as performer.
    TrainingUnit,
    /// A therapist of the training unit.
    Therapist,
    /// Whoever performs the training on an order.
    Provider,
    /// The hospital.
    Hospital,
    /// The citizen.
    Citizen,
}

impl Party {
    const ALL: [Self; 6] =
        [Self::Municipality, Self::TrainingUnit, Self::Therapist, Self::Provider, Self::Hospital, Self::Citizen];

    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::TrainingUnit => "training_unit",
            Self::Therapist => "therapist",
            Self::Provider => "provider",
            Self::Hospital => "hospital",
            Self::Citizen => "citizen",
        }
    }

    /// The party of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.word() == word)
    }

    /// The party in words for people.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Municipality => language.pick("kommunen", "the municipality"),
            Self::TrainingUnit => language.pick("Træningsenheden", "the training unit"),
            Self::Therapist => language.pick("en terapeut i Træningsenheden", "a therapist of the training unit"),
            Self::Provider => language.pick("leverandøren", "the provider"),
            Self::Hospital => language.pick("sygehuset", "the hospital"),
            Self::Citizen => language.pick("borgeren", "the citizen"),
        }
    }
}

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DutyAct {
    /// Offer a start of the training.
    OfferStart,
    /// Hold the first training.
    StartTraining,
    /// Reach the citizen for the first time.
    FirstContact,
    /// Tell the citizen of the choice among offers.
    InformFreeChoice,
    /// Tell the citizen of the right to a private supplier.
    InformPrivateChoice,
    /// Assess whether the training is basic or advanced.
    AssessLevel,
    /// Assess whether the course goes on.
    ReviewCourse,
}

impl DutyAct {
    /// Every act that can be owed.
    pub const ALL: [Self; 7] = [
        Self::OfferStart,
        Self::StartTraining,
        Self::FirstContact,
        Self::InformFreeChoice,
        Self::InformPrivateChoice,
        Self::AssessLevel,
        Self::ReviewCourse,
    ];

    /// The word that files and messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::OfferStart => "offer_start",
            Self::StartTraining => "start_training",
            Self::FirstContact => "first_contact",
            Self::InformFreeChoice => "inform_free_choice",
            Self::InformPrivateChoice => "inform_private_choice",
            Self::AssessLevel => "assess_level",
            Self::ReviewCourse => "review_course",
        }
    }

    /// The act of this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }

    /// The duty as an imperative, as staff read it.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::OfferStart => language.pick("Tilbyd opstart af genoptræning", "Offer a start of the training"),
            Self::StartTraining => language.pick("Hold første træning", "Hold the first training"),
            Self::FirstContact => language.pick("Kontakt borgeren", "Contact the citizen"),
            Self::InformFreeChoice => language.pick("Oplys om frit valg", "Inform of the free choice"),
            Self::InformPrivateChoice => {
                language.pick("Oplys om retten til privat leverandør", "Inform of the right to a private supplier")
            }
            Self::AssessLevel => language.pick(
                "Vurdér, om genoptræningen er basal eller avanceret",
                "Assess whether the training is basic or advanced",
            ),
            Self::ReviewCourse => {
                language.pick("Vurdér, om forløbet skal fortsætte", "Assess whether the course goes on")
            }
        }
    }

    /// What fulfils it, as one reads it below the duty.
    pub fn fulfilled_when(self, language: Language) -> &'static str {
        match self {
            Self::OfferStart => language.pick(
                "Opfyldt, når en opstart er tilbudt til en dag inden fristen",
                "Fulfilled when a start is offered for a day within the limit",
            ),
            Self::StartTraining => {
                language.pick("Opfyldt, når første træning er holdt", "Fulfilled when the first training has been held")
            }
            Self::FirstContact => {
                language.pick("Opfyldt ved første samtale med borgeren", "Fulfilled by the first talk with the citizen")
            }
            Self::InformFreeChoice => language.pick(
                "Opfyldt, når oplysningen er givet og registreret",
                "Fulfilled when the information is given and recorded",
            ),
            Self::InformPrivateChoice => language.pick(
                "Opfyldt, når oplysningen er givet og registreret",
                "Fulfilled when the information is given and recorded",
            ),
            Self::AssessLevel => language.pick(
                "Opfyldt, når en ergo- eller fysioterapeut har vurderet niveauet",
                "Fulfilled when an occupational therapist or physiotherapist has assessed the level",
            ),
            Self::ReviewCourse => language.pick(
                "Opfyldt, når terapeutens vurdering er skrevet i sagen",
                "Fulfilled when the therapist's assessment is on record",
            ),
        }
    }
}

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

    fn of(rule: Rule) -> Self {
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

/// A duty, as it stands on the day asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        }
    }

    /// Gives it a limit, moved by these suspensions.
    ///
    /// # Errors
    /// Where the count leaves the calendar.
    pub fn limited(mut self, term: Term, suspensions: &[Suspension]) -> Result<Self, OutOfRange> {
        let DueDay { on, moved_by } = term.due(suspensions)?;
        self.opens_on = Some(self.opens_on.map_or(term.from, |opens| opens.max(term.from)));
        self.term = Some(term);
        self.due = on;
        self.moved_by = moved_by;
        Ok(self)
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

    /// Judges how it stands on a day.
    #[must_use]
    pub fn on(mut self, day: Date) -> Self {
        self.state = match self.done {
            Done::Lapsed(lapsed) if lapsed <= day => DutyState::Lapsed,
            Done::On { day: done, counts } if done <= day => match self.due {
                Some(due) if counts > due => DutyState::FulfilledLate,
                _ => DutyState::Fulfilled,
            },
            _ if self.due.is_some_and(|due| due < day) => DutyState::Overdue,
            _ if self.opens_on.is_some_and(|opens| opens <= day) => DutyState::Open,
            _ => DutyState::NotYet,
        };
        self
    }

    /// The day it was fulfilled, where it is.
    pub fn fulfilled_on(&self) -> Option<Date> {
        match (self.state, self.done) {
            (DutyState::Fulfilled | DutyState::FulfilledLate, Done::On { day, .. }) => Some(day),
            _ => None,
        }
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
