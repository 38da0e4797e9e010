//! One question put to the law: the facts, the day, and who listens.

use jiff::civil::Date;

use crate::book::Rule;
use crate::fact::{Choice, Fact, FactSet, FactValue, Facts, Read, Set};
use crate::trace::{Note, Tracer, Verdict};
use crate::{Answer, fact};

/// The facts of a case on the day asked about, with whoever listens to the reasons.
pub struct Inquiry<'a, T> {
    facts: &'a Facts,
    as_of: Date,
    tracer: &'a mut T,
    rests_on: FactSet,
    presumed: FactSet,
}

/// What a rule can answer with: it says how it ended to those who listen.
pub trait Verdictal: Sized {
    /// How it ended.
    fn verdict(&self) -> Verdict;
    /// The answer of a rule that isn't in force.
    fn not_in_force(rule: Rule) -> Self;
}

impl Verdictal for Answer {
    fn verdict(&self) -> Verdict {
        match self {
            Self::Yes => Verdict::Yes,
            Self::No => Verdict::No,
            Self::Missing(_) => Verdict::Missing,
        }
    }

    fn not_in_force(_: Rule) -> Self {
        Self::No
    }
}

impl<V> Verdictal for Read<V> {
    fn verdict(&self) -> Verdict {
        match self {
            Self::Known(_) => Verdict::Yes,
            Self::Absent => Verdict::No,
            Self::Missing(_) => Verdict::Missing,
        }
    }

    fn not_in_force(_: Rule) -> Self {
        Self::Absent
    }
}

impl<'a, T: Tracer> Inquiry<'a, T> {
    /// A question on these facts as of a day.
    pub fn new(facts: &'a Facts, as_of: Date, tracer: &'a mut T) -> Self {
        Self { facts, as_of, tracer, rests_on: FactSet::EMPTY, presumed: FactSet::EMPTY }
    }

    /// The day asked about.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The facts asked about.
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// Asks a rule. Those who listen hear it entered and left; outside its time it answers that it isn't in force.
    #[inline]
    pub fn rule<A: Verdictal>(&mut self, rule: Rule, decide: impl FnOnce(&mut Self) -> A) -> A {
        self.ask(rule, decide).unwrap_or_else(|| A::not_in_force(rule))
    }

    /// Asks a rule; nothing where it isn't in force on the day.
    #[inline]
    pub fn ask<A: Verdictal>(&mut self, rule: Rule, decide: impl FnOnce(&mut Self) -> A) -> Option<A> {
        self.tracer.enter(rule);
        if !rule.is_in_force(self.as_of) {
            self.tracer.leave(Verdict::NotInForce);
            return None;
        }
        let answer = decide(self);
        self.tracer.leave(answer.verdict());
        Some(answer)
    }

    /// Reads a fact.
    #[inline]
    pub fn read<V: FactValue>(&mut self, fact: Fact<V>) -> Read<V> {
        self.tracer.read(fact.id());
        self.rests_on.insert(fact.id());
        self.facts.read(fact)
    }

    /// Tells those who listen that a fact was read past its type: by a list that is walked.
    pub(crate) fn hear(&mut self, fact: fact::FactId) {
        self.tracer.read(fact);
        self.rests_on.insert(fact);
    }

    /// Asks a rule whose time the caller has seen to: a document is held against the rules of its own date.
    pub(crate) fn note_part<A: Verdictal>(&mut self, rule: Rule, decide: impl FnOnce(&mut Self) -> A) -> A {
        self.tracer.enter(rule);
        let answer = decide(self);
        self.tracer.leave(answer.verdict());
        answer
    }

    /// Whether a statement holds.
    #[inline]
    pub fn holds(&mut self, fact: Fact<bool>) -> Answer {
        self.read(fact).holds()
    }

    /// Whether a fact has this value.
    #[inline]
    pub fn is<C: Choice + FactValue>(&mut self, fact: Fact<C>, value: C) -> Answer {
        self.read(fact).is(|known| known == value)
    }

    /// Whether a set has this value among others.
    #[inline]
    pub fn has<C: Choice>(&mut self, fact: Fact<Set<C>>, value: C) -> Answer {
        self.read(fact).is(|known| known.contains(value))
    }

    /// Whether something has happened by the day asked about. What is known to come later hasn't happened yet.
    #[inline]
    pub fn has_happened(&mut self, fact: Fact<Date>) -> Answer {
        let as_of = self.as_of;
        self.read(fact).is(|day| day <= as_of)
    }

    /// Reads a fact that is taken to have this value until somebody says otherwise. An answer that rests on it says so:
    /// only there may a further fact change a decided answer.
    #[inline]
    pub fn presume<V: FactValue>(&mut self, fact: Fact<V>, presumed: V) -> Read<V> {
        match self.read(fact) {
            Read::Missing(_) => {
                self.presumed.insert(fact.id());
                Read::Known(presumed)
            }
            told => told,
        }
    }

    /// Reads a fact that is taken not to be there until somebody says otherwise.
    #[inline]
    pub fn presume_absent<V: FactValue>(&mut self, fact: Fact<V>) -> Read<V> {
        match self.read(fact) {
            Read::Missing(_) => {
                self.presumed.insert(fact.id());
                Read::Absent
            }
            told => told,
        }
    }

    /// The facts that were presumed, since nobody has said otherwise.
    pub fn presumed(&self) -> FactSet {
        self.presumed
    }

    /// Whether anything read so far is expected or presumed, so that the answer may still move.
    pub fn is_provisional(&self) -> bool {
        self.rests_on_expectation() || !self.presumed.is_empty()
    }

    /// Tells those who listen what was computed.
    #[inline]
    pub fn note(&mut self, note: Note) {
        self.tracer.note(note);
    }

    /// Whether anything read so far is expected and not confirmed.
    pub fn rests_on_expectation(&self) -> bool {
        !self.rests_on.without(self.rests_on.without(self.facts.expected())).is_empty()
    }

    /// Age in years on a day: from the date of birth, else as told for the day asked about. A date of birth after the
    /// day gives a negative age, which [`crate::contradiction`] reports.
    pub fn age_on(&mut self, day: Date) -> Read<i16> {
        let born = self.read(fact::CITIZEN_BORN_ON);
        let age = match born {
            Read::Known(born) => Read::Known(years_between(born, day)),
            Read::Absent | Read::Missing(_) => match self.read(fact::CITIZEN_AGE_YEARS) {
                Read::Known(years) => Read::Known(i16::try_from(years).unwrap_or(i16::MAX)),
                // The date of birth is asked for, not the age: it lasts longer.
                Read::Absent | Read::Missing(_) => Read::Missing(FactSet::of(fact::CITIZEN_BORN_ON.id())),
            },
        };
        if let Read::Known(years) = age {
            self.note(Note::Age(years));
        }
        age
    }

    /// Under 18 on the day asked about.
    pub fn is_under_18(&mut self) -> Answer {
        self.age_on(self.as_of).is(|age| age < 18)
    }
}

/// Whole years from a birth to a day. Born on 29 February, one is a year older on 1 March in a common year.
fn years_between(born: Date, day: Date) -> i16 {
    let years = day.year() - born.year();
    if (day.month(), day.day()) < (born.month(), born.day()) { years - 1 } else { years }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::years_between;

    #[test]
    fn one_is_eighteen_on_the_day_and_not_the_day_before() {
        assert_eq!(years_between(date(2008, 4, 7), date(2026, 4, 6)), 17);
        assert_eq!(years_between(date(2008, 4, 7), date(2026, 4, 7)), 18);
        assert_eq!(years_between(date(2008, 2, 29), date(2026, 2, 28)), 17);
        assert_eq!(years_between(date(2008, 2, 29), date(2026, 3, 1)), 18);
    }
}
