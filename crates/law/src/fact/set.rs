//! A set of facts, small enough to be copied.

use std::fmt;
use std::ops::{BitOr, BitOrAssign};

use super::FactId;

const WORDS: usize = 8;

/// A set of facts: those that are missing, those that were used.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct FactSet([u64; WORDS]);

impl FactSet {
    /// No facts.
    pub const EMPTY: Self = Self([0; WORDS]);

    /// One fact.
    #[inline]
    pub const fn of(fact: FactId) -> Self {
        let mut words = [0; WORDS];
        words[fact.index() / 64] = 1 << (fact.index() % 64);
        Self(words)
    }

    /// Whether the fact is among them.
    #[inline]
    pub const fn contains(&self, fact: FactId) -> bool {
        self.0[fact.index() / 64] & (1 << (fact.index() % 64)) != 0
    }

    /// Adds a fact.
    #[inline]
    pub const fn insert(&mut self, fact: FactId) {
        self.0[fact.index() / 64] |= 1 << (fact.index() % 64);
    }

    /// Takes a fact out.
    pub const fn remove(&mut self, fact: FactId) {
        self.0[fact.index() / 64] &= !(1 << (fact.index() % 64));
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The facts, in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = FactId> {
        FactId::all().filter(move |fact| self.contains(*fact))
    }

    /// Those of these facts that are not among the others.
    #[must_use]
    pub fn without(mut self, others: Self) -> Self {
        for (word, other) in self.0.iter_mut().zip(others.0) {
            *word &= !other;
        }
        self
    }

    /// Whether some fact is in both sets.
    pub fn meets(&self, others: &Self) -> bool {
        self.0.iter().zip(others.0).any(|(word, other)| word & other != 0)
    }

    /// Whether each of these facts is among the others.
    #[inline]
    pub fn is_within(&self, others: &Self) -> bool {
        self.0.iter().zip(others.0).all(|(word, other)| word & !other == 0)
    }
}

impl BitOr for FactSet {
    type Output = Self;

    #[inline]
    fn bitor(mut self, other: Self) -> Self {
        self |= other;
        self
    }
}

impl BitOrAssign for FactSet {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word |= other;
        }
    }
}

impl FromIterator<FactId> for FactSet {
    fn from_iter<I: IntoIterator<Item = FactId>>(facts: I) -> Self {
        let mut set = Self::EMPTY;
        for fact in facts {
            set.insert(fact);
        }
        set
    }
}

impl fmt::Debug for FactSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
