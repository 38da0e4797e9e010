//! The three-valued answer: a condition holds, does not hold, or hangs on facts that are not known yet.

use crate::fact::FactSet;

/// What the law can say of a condition, given the facts at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "an answer that nobody reads decides nothing"]
pub enum Answer {
    /// The condition holds, whatever else becomes known.
    Yes,
    /// The condition does not hold, whatever else becomes known.
    No,
    /// Not settled yet. Knowing these facts would settle it.
    Missing(FactSet),
}

impl Answer {
    /// The answer to a condition whose facts are all known.
    #[inline]
    pub const fn known(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// Both must hold. One `No` settles it, whatever is still missing (strong Kleene conjunction), so that nobody is
    /// asked for a fact that can change nothing.
    #[inline]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, rest) | (rest, Self::Yes) => rest,
            (Self::Missing(one), Self::Missing(two)) => Self::Missing(one | two),
        }
    }

    /// One is enough. One `Yes` settles it (strong Kleene disjunction).
    #[inline]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, rest) | (rest, Self::No) => rest,
            (Self::Missing(one), Self::Missing(two)) => Self::Missing(one | two),
        }
    }

    /// Whether the answer is yes, with nothing missing.
    #[inline]
    pub fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// Whether the answer is no, with nothing missing.
    #[inline]
    pub fn is_no(self) -> bool {
        matches!(self, Self::No)
    }

    /// The facts that would settle the answer; empty where it is settled.
    #[inline]
    pub fn missing(self) -> FactSet {
        match self {
            Self::Missing(facts) => facts,
            Self::Yes | Self::No => FactSet::EMPTY,
        }
    }
}

impl std::ops::Not for Answer {
    type Output = Self;

    /// Yes and no change places; what is missing stays missing.
    #[inline]
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            missing @ Self::Missing(_) => missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer;
    use crate::fact::{self, FactSet};

    fn all() -> [Answer; 4] {
        [
            Answer::Yes,
            Answer::No,
            Answer::Missing(FactSet::of(fact::PLAN_ISSUED.id())),
            Answer::Missing(FactSet::of(fact::CITIZEN_BORN_ON.id())),
        ]
    }

    #[test]
    fn one_no_settles_a_conjunction_and_one_yes_a_disjunction_whatever_is_missing() {
        for answer in all() {
            assert_eq!(answer.and(Answer::No), Answer::No);
            assert_eq!(Answer::No.and(answer), Answer::No);
            assert_eq!(answer.or(Answer::Yes), Answer::Yes);
            assert_eq!(Answer::Yes.or(answer), Answer::Yes);
            assert_eq!(answer.and(Answer::Yes), answer);
            assert_eq!(answer.or(Answer::No), answer);
        }
    }

    #[test]
    fn de_morgan_and_the_lattice_laws_hold_for_every_pair_and_triple() {
        for a in all() {
            assert_eq!(!!a, a);
            for b in all() {
                assert_eq!(!(a.and(b)), (!a).or(!b));
                assert_eq!(a.and(b), b.and(a));
                assert_eq!(a.or(b), b.or(a));
                for c in all() {
                    assert_eq!(a.and(b).and(c), a.and(b.and(c)));
                    assert_eq!(a.or(b).or(c), a.or(b.or(c)));
                }
            }
        }
    }

    #[test]
    fn what_is_missing_in_either_is_missing_in_both() {
        let [_, _, one, two] = all();
        let both = one.and(two).missing();
        assert!(both.contains(fact::PLAN_ISSUED.id()) && both.contains(fact::CITIZEN_BORN_ON.id()));
        assert_eq!(one.or(two).missing(), both);
    }
}
