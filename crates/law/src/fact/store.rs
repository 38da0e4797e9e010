//! The facts of one case on one day.

use std::collections::BTreeMap;
use std::fmt;

use super::{FACTS, Fact, FactId, FactSet, FactValue, Read, Value};

/// What is known of one fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Slot {
    /// Nobody has said yet.
    #[default]
    NotYet,
    /// It is known that there is none.
    Absent,
    /// Nobody can find out. Counts as not known, and nobody is asked again.
    Unknowable,
    /// The value is known.
    Known(Value),
}

/// What is known of a case, fact by fact.
#[derive(Clone, PartialEq, Eq)]
pub struct Facts {
    slots: Vec<Slot>,
    /// Several of a kind: a label before the name keeps them apart (`first.encounter.starts_at`).
    labelled: BTreeMap<String, Vec<(FactId, Slot)>>,
    /// Facts that are expected and not confirmed: a discharge that the plan foresees.
    expected: FactSet,
}

/// Only what is known of, as it is written.
impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.to_json(), f)
    }
}

impl Default for Facts {
    fn default() -> Self {
        Self::new()
    }
}

impl Facts {
    /// Nothing is known.
    pub fn new() -> Self {
        Self { slots: vec![Slot::NotYet; FACTS.len()], labelled: BTreeMap::new(), expected: FactSet::EMPTY }
    }

    /// Records a value.
    pub fn set<V: FactValue>(&mut self, fact: Fact<V>, value: V) -> &mut Self {
        self.put(fact.id(), Slot::Known(value.into_value()));
        self
    }

    /// Records that the value is expected and not confirmed yet; answers that rest on it are provisional.
    pub fn expect<V: FactValue>(&mut self, fact: Fact<V>, value: V) -> &mut Self {
        self.set(fact, value);
        self.expected.insert(fact.id());
        self
    }

    /// Records that there is none.
    pub fn set_absent<V>(&mut self, fact: Fact<V>) -> &mut Self {
        self.put(fact.id(), Slot::Absent);
        self
    }

    /// Records that nobody can find out.
    pub fn set_unknowable(&mut self, fact: FactId) -> &mut Self {
        self.put(fact, Slot::Unknowable);
        self
    }

    /// Puts what is known of a fact in its place, confirmed.
    pub fn put(&mut self, fact: FactId, slot: Slot) {
        self.slots[fact.index()] = slot;
        self.expected.remove(fact);
    }

    /// Marks a value as expected and not confirmed.
    pub(crate) fn mark_expected(&mut self, fact: FactId) {
        self.expected.insert(fact);
    }

    /// Puts a labelled value beside the others.
    pub fn put_labelled(&mut self, label: &str, fact: FactId, slot: Slot) {
        self.labelled.entry(label.to_owned()).or_default().push((fact, slot));
    }

    /// Forgets a fact.
    pub fn forget(&mut self, fact: FactId) {
        self.put(fact, Slot::NotYet);
    }

    /// What is known of a fact.
    #[inline]
    pub fn slot(&self, fact: FactId) -> &Slot {
        &self.slots[fact.index()]
    }

    /// Reads a fact.
    #[inline]
    pub fn read<V: FactValue>(&self, fact: Fact<V>) -> Read<V> {
        match self.slot(fact.id()) {
            // A value of another type can't be put there by any door; it would read as not known.
            Slot::Known(value) => V::read(value).map_or(Read::Missing(FactSet::of(fact.id())), Read::Known),
            Slot::Absent => Read::Absent,
            Slot::NotYet | Slot::Unknowable => Read::Missing(FactSet::of(fact.id())),
        }
    }

    /// The values of a fact under each label that has one, with the label, in the order of the labels.
    pub fn labelled<V: FactValue>(&self, fact: Fact<V>) -> impl Iterator<Item = (&str, Read<V>)> {
        self.labelled.iter().flat_map(move |(label, facts)| {
            facts.iter().filter(move |(id, _)| *id == fact.id()).map(move |(_, slot)| {
                let read = match slot {
                    Slot::Known(value) => V::read(value).map_or(Read::Missing(FactSet::of(fact.id())), Read::Known),
                    Slot::Absent => Read::Absent,
                    Slot::NotYet | Slot::Unknowable => Read::Missing(FactSet::of(fact.id())),
                };
                (label.as_str(), read)
            })
        })
    }

    /// Every labelled fact, with its label.
    pub fn all_labelled(&self) -> impl Iterator<Item = (&str, FactId, &Slot)> {
        self.labelled.iter().flat_map(|(label, facts)| facts.iter().map(move |(id, slot)| (label.as_str(), *id, slot)))
    }

    /// The facts that are expected and not confirmed.
    pub fn expected(&self) -> FactSet {
        self.expected
    }

    /// The facts of which something is known: a value, its absence, or that nobody can find out.
    pub fn settled(&self) -> impl Iterator<Item = (FactId, &Slot)> {
        FactId::all().map(|fact| (fact, self.slot(fact))).filter(|(_, slot)| **slot != Slot::NotYet)
    }

    /// The facts that nobody can find out.
    pub fn unknowable(&self) -> FactSet {
        self.settled().filter(|(_, slot)| **slot == Slot::Unknowable).map(|(fact, _)| fact).collect()
    }

    /// Those of these facts that somebody can still be asked for: nothing has been said of them yet.
    pub fn still_to_ask(&self, facts: FactSet) -> FactSet {
        facts.iter().filter(|fact| *self.slot(*fact) == Slot::NotYet).collect()
    }
}
