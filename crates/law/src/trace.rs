//! Who listens while the law decides. Silent, it costs nothing; listening, it hears each rule entered, each fact read
//! and each answer given, and the tree of reasons is made of what it heard.

use jiff::civil::Date;

use crate::book::Rule;
use crate::fact::{FactId, FactSet};

/// Hears what the law does. The tracer is a type parameter: with [`Silent`] the calls vanish when compiled.
pub trait Tracer {
    /// A rule is being asked.
    fn enter(&mut self, rule: Rule);
    /// A fact was read.
    fn read(&mut self, fact: FactId);
    /// A date or a number was computed that a sentence may speak of.
    fn note(&mut self, note: Note);
    /// The rule entered last has answered.
    fn leave(&mut self, verdict: Verdict);
}

/// Nobody listens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Tracer for Silent {
    #[inline(always)]
    fn enter(&mut self, _: Rule) {}
    #[inline(always)]
    fn read(&mut self, _: FactId) {}
    #[inline(always)]
    fn note(&mut self, _: Note) {}
    #[inline(always)]
    fn leave(&mut self, _: Verdict) {}
}

/// How a rule answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Yes,
    /// It doesn't hold.
    No,
    /// A fact is missing.
    Missing,
    /// A person must judge.
    Judge,
    /// It isn't in force on the day.
    NotInForce,
}

/// Something computed on the way, by the name that a sentence calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The day that starts a count.
    From(Date),
    /// The last day of a limit.
    Limit(Date),
    /// The limit stands still: it has no last day as yet.
    StandsStill,
    /// The length of a limit.
    Days(u16),
    /// Age in years.
    Age(i16),
    /// The start that was offered.
    Offered(Date),
    /// The order in force on the document's date.
    Order(&'static str),
    /// The body that hears the complaint.
    Body(crate::book::Body),
}

/// One thing heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A rule was asked.
    Enter(Rule),
    /// A fact was read.
    Read(FactId),
    /// Something was computed.
    Note(Note),
    /// A rule answered.
    Leave(Verdict),
}

/// Hears everything. Kept and cleared between questions, it allocates nothing after the first.
#[derive(Clone, Debug, Default)]
pub struct Reasons {
    steps: Vec<Step>,
}

impl Reasons {
    /// A listener that has heard nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets what was heard and keeps the room for it.
    pub fn clear(&mut self) {
        self.steps.clear();
    }

    /// What was heard, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The facts that were read.
    pub fn facts(&self) -> FactSet {
        self.steps.iter().filter_map(|step| if let Step::Read(fact) = step { Some(*fact) } else { None }).collect()
    }

    /// The tree of the first rule asked.
    pub fn first(&self) -> Option<Why> {
        self.tree().into_iter().next()
    }

    /// The tree of what was heard: the rules asked at the top, each with those that it asked in turn.
    pub fn tree(&self) -> Vec<Why> {
        let mut done = Vec::new();
        let mut open: Vec<Why> = Vec::new();
        for step in &self.steps {
            match (*step, open.last_mut()) {
                (Step::Enter(rule), _) => open.push(Why::of(rule)),
                (Step::Read(fact), Some(why)) if !why.facts.contains(&fact) => why.facts.push(fact),
                (Step::Note(note), Some(why)) => why.notes.push(note),
                (Step::Leave(verdict), Some(_)) => {
                    let Some(mut why) = open.pop() else { continue };
                    why.verdict = verdict;
                    open.last_mut().map_or(&mut done, |above| &mut above.because).push(why);
                }
                // Read twice, or outside every rule.
                (Step::Read(_) | Step::Note(_) | Step::Leave(_), _) => {}
            }
        }
        done
    }
}

impl Tracer for Reasons {
    fn enter(&mut self, rule: Rule) {
        self.steps.push(Step::Enter(rule));
    }

    fn read(&mut self, fact: FactId) {
        self.steps.push(Step::Read(fact));
    }

    fn note(&mut self, note: Note) {
        self.steps.push(Step::Note(note));
    }

    fn leave(&mut self, verdict: Verdict) {
        self.steps.push(Step::Leave(verdict));
    }
}

/// One rule's part of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The rule.
    pub rule: Rule,
    /// How it answered.
    pub verdict: Verdict,
    /// The facts that it read itself, in the order of reading.
    pub facts: Vec<FactId>,
    /// What it computed.
    pub notes: Vec<Note>,
    /// The rules that it asked.
    pub because: Vec<Why>,
}

impl Why {
    fn of(rule: Rule) -> Self {
        Self { rule, verdict: Verdict::Missing, facts: Vec::new(), notes: Vec::new(), because: Vec::new() }
    }

    /// Whether the rule was in force when it was asked.
    pub fn is_in_force(&self) -> bool {
        self.verdict != Verdict::NotInForce
    }

    /// The part of the tree that a rule has, nearest the top.
    pub fn find(&self, rule: Rule) -> Option<&Self> {
        if self.rule == rule {
            return Some(self);
        }
        self.because.iter().find_map(|below| below.find(rule))
    }

    /// This part and all below it.
    pub fn walk(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        Box::new(std::iter::once(self).chain(self.because.iter().flat_map(Self::walk)))
    }

    /// The facts that were read here and below.
    pub fn all_facts(&self) -> FactSet {
        self.walk().flat_map(|why| why.facts.iter().copied()).collect()
    }
}
