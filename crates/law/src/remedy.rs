//! Remedies: where a decision or a grievance can be complained of, where the complaint is sent, and until when.

use jiff::civil::Date;

use crate::Language;
use crate::book::{Body, Dated, Rule};
use crate::fact::FactSet;
use crate::inquiry::Verdictal;
use crate::trace::Verdict;

/// Where a complaint is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FiledWith {
    /// The municipality that decided, or that gives the training.
    Municipality,
    /// The body that hears it.
    Body,
}

impl FiledWith {
    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Body => "body",
        }
    }

    /// In words for people.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::Municipality => language.pick("kommunen", "the municipality"),
            Self::Body => language.pick("klageinstansen selv", "the body itself"),
        }
    }
}

/// Who hears a complaint.
#[derive(Clone, Copy, Debug)]
pub enum Hears {
    /// This body, on the day asked about.
    Body(&'static Dated<Body>),
    /// Nobody above the municipality.
    NobodyAbove,
    /// Which body it was on that day is not known here.
    NotKnown,
}

impl Hears {
    /// The body a rule names on a day.
    pub fn by(rule: Rule, day: Date) -> Self {
        rule.body_on(day).map_or(Self::NotKnown, Self::Body)
    }

    /// Its name; none where it isn't known.
    pub fn name(&self, language: Language) -> Option<&'static str> {
        match self {
            Self::Body(body) => Some(language.pick(body.what.danish, body.what.english)),
            Self::NobodyAbove => Some(language.pick("kommunen", "the municipality")),
            Self::NotKnown => None,
        }
    }
}

/// A route of complaint.
#[derive(Clone, Copy, Debug)]
pub struct Remedy {
    /// What is complained of, by the vocabulary's word.
    pub subject: &'static str,
    /// Who hears it.
    pub hears: Hears,
    /// Where it is sent.
    pub filed_with: FiledWith,
    /// The last day, where it can be told. A complaint that comes later is registered, marked late and forwarded.
    pub until: Option<Date>,
    /// The last day rests on a presumed receipt.
    pub provisional: bool,
    /// The rule.
    pub rule: Rule,
    /// The facts that would tell the last day.
    pub missing: FactSet,
}

impl Remedy {
    /// The rule names bodies, and which it was on that day is not known.
    pub fn lacks_its_body(&self) -> bool {
        matches!(self.hears, Hears::NotKnown) && !self.rule.entry().bodies.is_empty()
    }
}

/// Whether a route of complaint is open.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub enum Route {
    /// This one.
    Open(Remedy),
    /// Not by this rule.
    Closed,
    /// These facts would tell.
    Missing(FactSet),
}

impl Verdictal for Route {
    fn verdict(&self) -> Verdict {
        match self {
            Self::Open(remedy) if remedy.lacks_its_body() => Verdict::Missing,
            Self::Open(_) => Verdict::Yes,
            Self::Closed => Verdict::No,
            Self::Missing(_) => Verdict::Missing,
        }
    }

    fn not_in_force(_: Rule) -> Self {
        Self::Closed
    }
}
