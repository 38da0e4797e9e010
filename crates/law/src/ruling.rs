//! How an entitlement is decided: a main rule, the conditions that must hold, the exceptions that take it away, and what
//! is left to a person. Each keeps its own id, so that the one that decided can be named.
//!
//! A right is never refused by a rule that nobody has seen the source of: what such a rule would refuse is left to a person.

use crate::Answer;
use crate::book::Rule;
use crate::fact::FactSet;
use crate::inquiry::{Inquiry, Verdictal};
use crate::trace::{Tracer, Verdict};

/// What the law says of a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Outcome {
    /// The person has the right.
    Yes,
    /// The person doesn't have it.
    No,
    /// A person must judge; these facts hold the judgement once it is made.
    Judge(FactSet),
    /// These facts would settle it.
    Missing(FactSet),
}

/// An outcome and the rule that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Ruling {
    /// What the law says.
    pub outcome: Outcome,
    /// The rule that decided: the main rule, or the condition or exception that stood in the way.
    pub by: Rule,
}

impl Ruling {
    /// The answer to a condition, as a ruling by the rule that states it.
    pub fn of(answer: Answer, by: Rule) -> Self {
        let outcome = match answer {
            Answer::Yes => Outcome::Yes,
            Answer::No => Outcome::No,
            Answer::Missing(facts) => Outcome::Missing(facts),
        };
        Self { outcome, by }
    }

    /// Left to a person, for what no fact can tell.
    pub fn judged(by: Rule) -> Self {
        Self { outcome: Outcome::Judge(FactSet::EMPTY), by }
    }

    /// A ruling as the answer to a condition of another rule. A judgement that is not made yet is missing.
    pub fn answer(self) -> Answer {
        match self.outcome {
            Outcome::Yes => Answer::Yes,
            Outcome::No => Answer::No,
            Outcome::Judge(facts) | Outcome::Missing(facts) => Answer::Missing(facts),
        }
    }

    /// The facts that would settle it, or hold the judgement.
    pub fn missing(self) -> FactSet {
        self.answer().missing()
    }
}

impl Verdictal for Ruling {
    fn verdict(&self) -> Verdict {
        match self.outcome {
            Outcome::Yes => Verdict::Yes,
            Outcome::No => Verdict::No,
            Outcome::Judge(_) => Verdict::Judge,
            Outcome::Missing(_) => Verdict::Missing,
        }
    }

    fn not_in_force(rule: Rule) -> Self {
        Self { outcome: Outcome::No, by: rule }
    }
}

/// A right being decided. Starts as granted by its main rule; conditions and exceptions may take it away.
///
/// A *No* settles it: what comes after isn't asked. Otherwise what is missing is gathered; a judgement is asked of a
/// person only once every fact is there.
#[must_use]
pub struct Grant<'q, 'a, T> {
    inquiry: &'q mut Inquiry<'a, T>,
    main: Rule,
    ruling: Ruling,
    judge: Option<Ruling>,
}

impl<'a, T: Tracer> Inquiry<'a, T> {
    /// Decides a right by its main rule.
    pub fn grant(
        &mut self,
        main: Rule,
        decide: impl for<'g, 'q> FnOnce(&'g mut Grant<'q, 'a, T>) -> &'g mut Grant<'q, 'a, T>,
    ) -> Ruling {
        self.rule(main, |inquiry| {
            let start = Ruling { outcome: Outcome::Yes, by: main };
            let mut grant = Grant { inquiry, main, ruling: start, judge: None };
            decide(&mut grant);
            grant.close()
        })
    }
}

impl<T: Tracer> Grant<'_, '_, T> {
    /// A condition that the main rule itself states.
    #[inline]
    pub fn when(&mut self, condition: impl FnOnce(&mut Inquiry<'_, T>) -> Answer) -> &mut Self {
        if !self.is_refused() {
            let answer = condition(self.inquiry);
            self.take(self.main, answer);
        }
        self
    }

    /// A condition that a rule of its own states. Outside that rule's time it is not demanded.
    #[inline]
    pub fn provided(&mut self, rule: Rule, condition: impl FnOnce(&mut Inquiry<'_, T>) -> Answer) -> &mut Self {
        if !self.is_refused()
            && let Some(answer) = self.inquiry.ask(rule, |inquiry| condition(inquiry))
        {
            self.take(rule, answer);
        }
        self
    }

    /// An exception: where it holds, the right is gone. Outside its time it takes nothing away.
    #[inline]
    pub fn unless(&mut self, rule: Rule, exception: impl FnOnce(&mut Inquiry<'_, T>) -> Answer) -> &mut Self {
        if !self.is_refused()
            && let Some(answer) = self.inquiry.ask(rule, |inquiry| exception(inquiry))
        {
            self.take(rule, !answer);
        }
        self
    }

    /// A condition that a person must judge. The answer is the judgement on record, which these facts hold; none yet leaves it to
    /// a person. Where other facts are missing, they are asked for first.
    #[inline]
    pub fn judged(
        &mut self,
        rule: Rule,
        judgement: FactSet,
        on_record: impl FnOnce(&mut Inquiry<'_, T>) -> Answer,
    ) -> &mut Self {
        if !self.is_refused()
            && let Some(answer) = self.inquiry.ask(rule, |inquiry| on_record(inquiry))
        {
            match answer {
                Answer::Missing(facts) if facts.is_within(&judgement) => self.leave_to_a_person(rule, facts),
                other => self.take(rule, other),
            }
        }
        self
    }

    /// A condition that is ruled on by itself, and whose ruling stands: the rule that decided there is the one that is named
    /// here, also where the right is given.
    #[inline]
    pub fn rests_on(&mut self, ground: impl FnOnce(&mut Inquiry<'_, T>) -> Ruling) -> &mut Self {
        if self.is_refused() {
            return self;
        }
        let ground = ground(self.inquiry);
        match ground.outcome {
            Outcome::Yes if self.ruling.outcome == Outcome::Yes => self.ruling.by = ground.by,
            Outcome::Yes => {}
            Outcome::No => self.ruling = ground,
            Outcome::Judge(facts) => self.leave_to_a_person(ground.by, facts),
            Outcome::Missing(facts) => self.take(ground.by, Answer::Missing(facts)),
        }
        self
    }

    /// Another right, without which there is none of this: where that one is refused or open, so is this, by the rule that decided
    /// there. Where it is given, this right still has its own main rule.
    #[inline]
    pub fn founded_on(&mut self, right: impl FnOnce(&mut Inquiry<'_, T>) -> Ruling) -> &mut Self {
        let by = self.ruling.by;
        self.rests_on(right);
        if matches!(self.ruling.outcome, Outcome::Yes) {
            self.ruling.by = by;
        }
        self
    }

    /// Whether something has taken the right away already.
    fn is_refused(&self) -> bool {
        matches!(self.ruling.outcome, Outcome::No)
    }

    #[inline]
    fn take(&mut self, rule: Rule, answer: Answer) {
        match answer {
            Answer::Yes => {}
            Answer::No => self.refuse(rule),
            Answer::Missing(facts) => self.lack(rule, facts),
        }
    }

    /// An exclusion that nobody has seen the source of isn't enforced.
    fn refuse(&mut self, rule: Rule) {
        if rule.is_verified_on(self.inquiry.as_of()) {
            self.ruling = Ruling { outcome: Outcome::No, by: rule };
        } else {
            self.leave_to_a_person(rule, FactSet::EMPTY);
        }
    }

    fn lack(&mut self, rule: Rule, facts: FactSet) {
        if facts.is_empty() {
            // No fact would settle it, so a person must.
            self.leave_to_a_person(rule, facts);
        } else if let Outcome::Missing(before) = &mut self.ruling.outcome {
            *before |= facts;
        } else {
            self.ruling = Ruling { outcome: Outcome::Missing(facts), by: rule };
        }
    }

    /// The first judgement that is wanting is the one that is named; the facts of all hold what a person must say.
    fn leave_to_a_person(&mut self, rule: Rule, judgement: FactSet) {
        let before = self.judge.map_or(FactSet::EMPTY, Ruling::missing);
        let by = self.judge.map_or(rule, |judge| judge.by);
        self.judge = Some(Ruling { outcome: Outcome::Judge(before | judgement), by });
    }

    fn close(self) -> Ruling {
        match (self.ruling.outcome, self.judge) {
            (Outcome::Yes, Some(judge)) => judge,
            _ => self.ruling,
        }
    }
}
