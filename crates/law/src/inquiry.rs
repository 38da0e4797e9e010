//! One question put to the law: the facts, the day, and who listens.
//!
//! Every fact is read through the inquiry, so that the explanation's facts are the facts that were used. What lies after
//! the day asked about hasn't happened yet: [`Inquiry::happened_on`] is the way to read the day of something that happens.

use jiff::civil::Date;

use crate::book::Rule;
use crate::fact::{Choice, Fact, FactId, FactSet, FactValue, Facts, Read, Set, Slot, Text};
use crate::trace::{Note, Tracer, Verdict};
use crate::{Answer, fact};

/// The facts of a case on the day asked about, with whoever listens to the reasons.
pub struct Inquiry<'a, T> {
    facts: &'a Facts,
    as_of: Date,
    tracer: &'a mut T,
    rests_on: FactSet,
    presumed: FactSet,
    foresees: bool,
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
        Self { facts, as_of, tracer, rests_on: FactSet::EMPTY, presumed: FactSet::EMPTY, foresees: false }
    }

    /// The day asked about.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    // ---------- rules ----------

    /// Asks a rule. Those who listen hear it entered and left; outside its time it answers that it isn't in force.
    #[inline]
    pub fn rule<A: Verdictal>(&mut self, rule: Rule, decide: impl FnOnce(&mut Self) -> A) -> A {
        self.ask(rule, decide).unwrap_or_else(|| A::not_in_force(rule))
    }

    /// Asks a rule; nothing where it isn't in force on the day asked about.
    #[inline]
    pub fn ask<A: Verdictal>(&mut self, rule: Rule, decide: impl FnOnce(&mut Self) -> A) -> Option<A> {
        self.ask_on(self.as_of, rule, decide)
    }

    /// Asks a rule as it stood on another day: a plan is held against the rules of its own date, a letter against those of
    /// the day it was sent.
    #[inline]
    pub fn ask_on<A: Verdictal>(&mut self, day: Date, rule: Rule, decide: impl FnOnce(&mut Self) -> A) -> Option<A> {
        self.tracer.enter(rule);
        if !rule.is_in_force(day) {
            self.tracer.leave(Verdict::NotInForce);
            return None;
        }
        let answer = decide(self);
        self.tracer.leave(answer.verdict());
        Some(answer)
    }

    /// Says that a rule holds here: a definition, or an example that fits.
    #[inline]
    pub fn state(&mut self, rule: Rule) {
        let _ = self.ask(rule, |_| Answer::Yes);
    }

    /// Tells those who listen what was computed.
    #[inline]
    pub fn note(&mut self, note: Note) {
        self.tracer.note(note);
    }

    // ---------- facts ----------

    /// Reads a fact.
    #[inline]
    pub fn read<V: FactValue>(&mut self, fact: Fact<V>) -> Read<V> {
        self.hear(fact.id());
        self.facts.read(fact)
    }

    /// Looks at a fact to find the rule to ask; that rule reads it again, for its reasons.
    pub(crate) fn peek<V: FactValue>(&self, fact: Fact<V>) -> Option<V> {
        self.facts.read(fact).known()
    }

    /// What is known of a fact, read past its type: by a list that is walked.
    #[inline]
    pub(crate) fn slot(&mut self, fact: FactId) -> &'a Slot {
        self.hear(fact);
        self.facts.slot(fact)
    }

    /// The values of a fact under each label that has one.
    pub(crate) fn labelled<V: FactValue>(
        &mut self,
        fact: Fact<V>,
    ) -> impl Iterator<Item = (&'a str, Read<V>)> + use<'a, T, V> {
        self.hear(fact.id());
        self.facts.labelled(fact)
    }

    #[inline]
    fn hear(&mut self, fact: FactId) {
        self.tracer.read(fact);
        self.rests_on.insert(fact);
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

    /// Whether there is a value, whichever it is.
    pub fn exists<V>(&mut self, fact: Fact<V>) -> Answer {
        match self.slot(fact.id()) {
            Slot::Known(_) => Answer::Yes,
            Slot::Absent => Answer::No,
            Slot::NotYet | Slot::Unknowable => Answer::Missing(FactSet::of(fact.id())),
        }
    }

    /// Whether a set has this value among others.
    #[inline]
    pub fn has<C: Choice>(&mut self, fact: Fact<Set<C>>, value: C) -> Answer {
        self.read(fact).is(|known| known.contains(value))
    }

    /// Whether two names are the same; no where one of them is known not to be there. Reads no copy of the words.
    pub fn are_the_same(&mut self, one: Fact<Text>, other: Fact<Text>) -> Answer {
        match (self.slot(one.id()), self.slot(other.id())) {
            (Slot::Known(one), Slot::Known(other)) => Answer::known(one == other),
            (Slot::Absent, _) | (_, Slot::Absent) => Answer::No,
            (first, second) => {
                let lacking = |slot: &Slot, fact: Fact<Text>| match slot {
                    Slot::Known(_) | Slot::Absent => FactSet::EMPTY,
                    Slot::NotYet | Slot::Unknowable => FactSet::of(fact.id()),
                };
                Answer::Missing(lacking(first, one) | lacking(second, other))
            }
        }
    }

    /// The day something happened. A day after the one asked about lies ahead: as of that day it is known not to have
    /// happened.
    #[inline]
    pub fn happened_on(&mut self, fact: Fact<Date>) -> Read<Date> {
        match self.read(fact) {
            Read::Known(day) if day > self.as_of => Read::Absent,
            read => read,
        }
    }

    // ---------- what is presumed ----------

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

    /// Whether a value has been told; taken not to be there until somebody says otherwise.
    pub fn is_told<V>(&mut self, fact: Fact<V>) -> bool {
        match self.exists(fact) {
            Answer::Yes => true,
            Answer::No => false,
            Answer::Missing(_) => {
                self.presumed.insert(fact.id());
                false
            }
        }
    }

    /// The day something happened that is taken not to have happened until somebody says otherwise.
    #[inline]
    pub fn presume_not_happened(&mut self, fact: Fact<Date>) -> Option<Date> {
        match self.presume_absent(fact) {
            Read::Known(day) if day <= self.as_of => Some(day),
            Read::Known(_) | Read::Absent | Read::Missing(_) => None,
        }
    }

    /// The facts that were presumed, since nobody has said otherwise.
    pub fn presumed(&self) -> FactSet {
        self.presumed
    }

    // ---------- what is expected ----------

    /// Says that the answer rests on a day to come.
    pub fn foresee(&mut self) {
        self.foresees = true;
    }

    /// Whether anything read so far is expected and not confirmed, or lies on a day to come.
    pub fn rests_on_expectation(&self) -> bool {
        self.foresees || self.rests_on.meets(&self.facts.expected())
    }

    // ---------- age ----------

    /// Age in years on a day: from the date of birth, else as told for the day asked about. A date of birth after the
    /// day gives a negative age, which [`crate::contradiction`] reports.
    pub fn age_on(&mut self, day: Date) -> Read<i16> {
        let age = match self.read(fact::CITIZEN_BORN_ON) {
            Read::Known(born) => Read::Known(years_between(born, day)),
            Read::Absent | Read::Missing(_) => match self.read(fact::CITIZEN_AGE_YEARS) {
                Read::Known(years) => {
                    // The date of birth wins once it is known: the two may differ.
                    self.presumed.insert(fact::CITIZEN_BORN_ON.id());
                    Read::Known(i16::try_from(years).unwrap_or(i16::MAX))
                }
                // The date of birth is asked for, not the age: it lasts longer.
                Read::Absent | Read::Missing(_) => Read::Missing(FactSet::of(fact::CITIZEN_BORN_ON.id())),
            },
        };
        if let Read::Known(years) = age {
            self.note(Note::Age(years));
        }
        age
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
