//! The same decisions as the law makes, written out by hand on a plain struct: what the law is measured against.
//!
//! Nothing is generic, nothing listens, no rule is looked up: fields, `match`, early returns, and the days on which the acts changed as
//! constants. Three-valued all the same, with the facts that are missing as bits, and the rule that decided.
//!
//! It holds for days from 2007, where the acts that it knows begin.

mod after_hospital;
mod discharge;
mod plain;
mod private_supplier;
mod without_plan;

use law::book::Rule;

pub(crate) use plain::{Lacks, Offer, Plain, Readmission, Told};

/// What is decided of one right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Yes,
    No,
    Judge(Lacks),
    Missing(Lacks),
}

/// A decision and the rule that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) outcome: Outcome,
    pub(crate) by: Rule,
}

/// The four rights of the route, in the order of [`Decisions::each`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decisions {
    /// Sundhedsloven § 140, stk. 1.
    pub(crate) after_hospital: Decision,
    /// Sundhedsloven § 140, stk. 4.
    pub(crate) private_supplier: Decision,
    /// Serviceloven § 86, stk. 1.
    pub(crate) without_plan: Decision,
    /// Serviceloven § 86, stk. 2.
    pub(crate) maintenance: Decision,
}

impl Decisions {
    pub(crate) fn each(self) -> [Decision; 4] {
        [self.after_hospital, self.private_supplier, self.without_plan, self.maintenance]
    }
}

/// Decides all four.
pub(crate) fn decide(plain: &Plain) -> Decisions {
    Decisions {
        after_hospital: after_hospital::entitled(plain),
        private_supplier: private_supplier::may_choose(plain),
        without_plan: without_plan::may_have_rehabilitation(plain),
        maintenance: without_plan::may_have_maintenance(plain),
    }
}

/// A condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    Yes,
    No,
    Missing(Lacks),
}

impl Truth {
    fn known(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, rest) | (rest, Self::No) => rest,
            (Self::Missing(one), Self::Missing(two)) => Self::Missing(one | two),
        }
    }
}

/// What has been found so far of a right that nothing has taken away yet.
struct Open {
    missing: Option<(Lacks, Rule)>,
    judge: Option<(Lacks, Rule)>,
}

impl Open {
    const NOTHING: Self = Self { missing: None, judge: None };

    fn lacks(&mut self, facts: Lacks, by: Rule) {
        self.missing = match self.missing {
            Some((before, by)) => Some((before | facts, by)),
            None => Some((facts, by)),
        };
    }

    fn is_for_a_person(&mut self, facts: Lacks, by: Rule) {
        self.judge = match self.judge {
            Some((before, by)) => Some((before | facts, by)),
            None => Some((facts, by)),
        };
    }

    /// Takes over what another decision leaves open. Gives it back where it refuses.
    fn rests_on(&mut self, ground: Decision) -> Option<Decision> {
        match ground.outcome {
            Outcome::Yes => {}
            Outcome::No => return Some(ground),
            Outcome::Judge(facts) => self.is_for_a_person(facts, ground.by),
            Outcome::Missing(facts) => self.lacks(facts, ground.by),
        }
        None
    }

    fn close(self, granted_by: Rule) -> Decision {
        match (self.missing, self.judge) {
            (Some((facts, by)), _) => Decision { outcome: Outcome::Missing(facts), by },
            (None, Some((facts, by))) => Decision { outcome: Outcome::Judge(facts), by },
            (None, None) => Decision { outcome: Outcome::Yes, by: granted_by },
        }
    }
}

fn no(by: Rule) -> Decision {
    Decision { outcome: Outcome::No, by }
}
