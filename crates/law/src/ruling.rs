//! How an entitlement is decided: a main rule, the conditions that must hold, the exceptions that take it away, and what
//! is left to a person. Each keeps its own id, so that the one that decided can be named.

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
pub struct Grant<'q, 'a, T> {
    inquiry: &'q mut Inquiry<'a, T>,
    main: Rule,
    ruling: Ruling,
    judge: Option<(Rule, FactSet)>,
}

impl<'a, T: Tracer> Inquiry<'a, T> {
    /// Decides a right by its main rule.
    pub fn grant(&mut self, main: Rule, decide: impl for<'q> FnOnce(Grant<'q, 'a, T>) -> Grant<'q, 'a, T>) -> Ruling {
        self.rule(main, |inquiry| {
            let start = Ruling { outcome: Outcome::Yes, by: main };
            decide(Grant { inquiry, main, ruling: start, judge: None }).close()
        })
    }
}

impl<T: Tracer> Grant<'_, '_, T> {
    /// A condition that the main rule itself states.
    pub fn when(mut self, condition: impl FnOnce(&mut Inquiry<'_, T>) -> Answer) -> Self {
        if !self.is_refused() {
            let answer = condition(self.inquiry);
            self.take(self.main, answer);
        }
        self
    }

    /// A condition that a rule of its own states. Outside that rule's time it is not demanded.
    pub fn provided(mut self, rule: Rule, condition: impl FnOnce(&mut Inquiry<'_, T>) -> Answer) -> Self {
        if !self.is_refused()
            && let Some(answer) = self.inquiry.ask(rule, |inquiry| condition(inquiry))
        {
            self.take(rule, answer);
        }
        self
    }

    /// An exception: where it holds, the right is gone. Outside its time it takes nothing away.
    pub fn unless(mut self, rule: Rule, exception: impl FnOnce(&mut Inquiry<'_, T>) -> Answer) -> Self {
        if !self.is_refused()
            && let Some(answer) = self.inquiry.ask(rule, |inquiry| exception(inquiry))
        {
            self.take(rule, !answer);
        }
        self
    }

    /// A condition that a person must judge. The answer is the judgement on record, which these facts hold; none yet leaves it to
    /// a person. Where other facts are missing, they are asked for first.
    pub fn judged(
        mut self,
        rule: Rule,
        judgement: FactSet,
        on_record: impl FnOnce(&mut Inquiry<'_, T>) -> Answer,
    ) -> Self {
        if !self.is_refused()
            && let Some(answer) = self.inquiry.ask(rule, |inquiry| on_record(inquiry))
        {
            match answer {
                Answer::Missing(facts) if facts.without(judgement).is_empty() => {
                    let (_, before) = self.judge.unwrap_or((rule, FactSet::EMPTY));
                    self.judge = Some((rule, before | facts));
                }
                other => self.take(rule, other),
            }
        }
        self
    }

    /// Whether something has taken the right away already.
    fn is_refused(&self) -> bool {
        self.ruling.outcome == Outcome::No
    }

    fn take(&mut self, rule: Rule, answer: Answer) {
        self.ruling = match (answer, self.ruling.outcome) {
            (Answer::Yes, _) => self.ruling,
            (Answer::No, _) => Ruling { outcome: Outcome::No, by: rule },
            (Answer::Missing(more), Outcome::Missing(facts)) => {
                Ruling { outcome: Outcome::Missing(facts | more), by: self.ruling.by }
            }
            (Answer::Missing(facts), _) => Ruling { outcome: Outcome::Missing(facts), by: rule },
        };
    }

    fn close(self) -> Ruling {
        match (self.ruling.outcome, self.judge) {
            (Outcome::Yes, Some((by, facts))) => Ruling { outcome: Outcome::Judge(facts), by },
            _ => self.ruling,
        }
    }
}
