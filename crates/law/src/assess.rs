//! The whole answer for one case on one day: the five questions put to the law, with their reasons.

mod json;
mod questions;
mod standing;

pub use json::Reasoning;
pub use standing::Standing;

use jiff::civil::Date;

use crate::bar::Bar;
use crate::book::Rule;
use crate::content::Checked;
use crate::contradiction::{self, Contradiction};
use crate::duties::{self, ExplainedDuty};
use crate::fact::{Decimal, FactSet, Facts};
use crate::inquiry::Inquiry;
use crate::interview::{self, Question};
use crate::remedy::{Hears, Remedy};
use crate::rights::{NOT_IN_THIS_VERSION, NotYet, Right};
use crate::routing::{self, Route};
use crate::ruling::{Outcome, Ruling};
use crate::standards::Standard;
use crate::trace::{Reasons, Why};

/// What the law says of a case on a day.
#[derive(Debug)]
pub struct Assessment {
    /// The day asked about.
    pub as_of: Date,
    /// The quality standard's id, where one was asked with.
    pub standard: Option<String>,
    /// How that standard stands to the case: its goals are counted only where it is the municipality's and in force.
    pub standing: Option<Standing>,
    /// What the person has a right to.
    pub entitlements: Vec<Entitlement>,
    /// The rights that this version doesn't answer.
    pub not_in_this_version: Vec<&'static NotYet>,
    /// Which provisions the need must be examined under.
    pub routes: Vec<ExplainedRoute>,
    /// Who owes what.
    pub duties: Vec<ExplainedDuty>,
    /// What may not be done, and what may.
    pub bars: Vec<ExplainedBar>,
    /// What the documents lack.
    pub content: Vec<ExplainedCheck>,
    /// Where it can be complained of.
    pub remedies: Vec<ExplainedRemedy>,
    /// What is paid.
    pub amounts: Vec<Amount>,
    /// Facts that can't both be true.
    pub contradictions: Vec<Contradiction>,
    /// Rules that were leant on and that nobody has seen the source of, as they stood on the day.
    pub unverified: Vec<Rule>,
    /// What to ask next.
    pub next_question: Option<Question>,
}

/// A right, decided, with its reasons.
#[derive(Debug)]
pub struct Entitlement {
    /// The right.
    pub right: Right,
    /// What the law says.
    pub ruling: Ruling,
    /// Why.
    pub why: Option<Why>,
    /// Facts taken for granted since nobody has said otherwise.
    pub presumed: FactSet,
    /// It rests on something expected and not confirmed.
    pub provisional: bool,
}

/// A provision that the need may have to be examined under, with its reasons.
#[derive(Debug)]
pub struct ExplainedRoute {
    /// The provision.
    pub route: Route,
    /// Whether it must.
    pub ruling: Ruling,
    /// Why.
    pub why: Option<Why>,
}

/// A bar with its reasons.
#[derive(Debug)]
pub struct ExplainedBar {
    /// The bar.
    pub bar: Bar,
    /// Why.
    pub why: Option<Why>,
}

/// A document that was looked at, with what was looked for.
#[derive(Debug)]
pub struct ExplainedCheck {
    /// What was found.
    pub checked: Checked,
    /// The parts, one by one.
    pub why: Vec<Why>,
}

/// A route of complaint with its reasons.
#[derive(Debug)]
pub struct ExplainedRemedy {
    /// The route.
    pub remedy: Remedy,
    /// Why.
    pub why: Option<Why>,
}

/// What is paid, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// What for.
    pub what: &'static str,
    /// How much, in kroner.
    pub dkk: Decimal,
    /// Per what.
    pub per: &'static str,
    /// Who pays.
    pub payer: &'static str,
    /// The rule.
    pub rule: Rule,
}

/// Puts the five questions.
pub fn assess(facts: &Facts, as_of: Date, standard: Option<&Standard>) -> Assessment {
    let asked_with = standard;
    let standing = asked_with.map(|standard| Standing::of(standard, facts, as_of));
    let standard = asked_with.filter(|_| standing.is_some_and(Standing::counts));
    let mut contradictions = contradiction::contradictions(facts, as_of);
    contradictions.extend(standing.and_then(Standing::contradiction));
    let mut assessment = Assessment {
        as_of,
        standard: asked_with.map(|standard| standard.id.clone()),
        standing,
        entitlements: Right::ALL.into_iter().map(|right| entitlement(right, facts, as_of)).collect(),
        not_in_this_version: NOT_IN_THIS_VERSION.iter().filter(|right| right.is_in_force(as_of)).collect(),
        routes: Route::ALL.into_iter().map(|way| route(way, facts, as_of)).collect(),
        duties: duties::explained(facts, standard, as_of),
        bars: questions::bars(facts, as_of, standard),
        content: questions::content(facts, as_of, standard),
        remedies: questions::remedies(facts, as_of),
        amounts: Vec::new(),
        contradictions,
        unverified: Vec::new(),
        next_question: interview::next_question(facts, as_of, &Right::ALL),
    };
    assessment.amounts = questions::amounts(&assessment, facts);
    assessment.unverified = assessment.leans_on_unseen();
    assessment
}

/// One right, with its reasons.
pub fn entitlement(right: Right, facts: &Facts, as_of: Date) -> Entitlement {
    let mut reasons = Reasons::new();
    let mut inquiry = Inquiry::new(facts, as_of, &mut reasons);
    let ruling = right.ask(&mut inquiry);
    let (presumed, provisional) = (inquiry.presumed(), inquiry.rests_on_expectation());
    Entitlement { right, ruling, presumed, provisional, why: reasons.first() }
}

/// One provision that the need may have to be examined under, with its reasons.
pub fn route(route: Route, facts: &Facts, as_of: Date) -> ExplainedRoute {
    let mut reasons = Reasons::new();
    let ruling = routing::examine(&mut Inquiry::new(facts, as_of, &mut reasons), route);
    ExplainedRoute { route, ruling, why: reasons.first() }
}

impl Assessment {
    /// The parts of the reasons that answers rest on.
    fn rests_on(&self) -> impl Iterator<Item = &Why> {
        let rights = self.entitlements.iter().filter_map(|right| resting(right.ruling, right.why.as_ref()));
        let routes = self.routes.iter().filter_map(|route| resting(route.ruling, route.why.as_ref()));
        let duties = self.duties.iter().filter_map(|duty| duty.why.as_ref());
        let bars = self.bars.iter().filter_map(|bar| bar.why.as_ref());
        let content = self.content.iter().flat_map(|check| check.why.iter());
        let remedies = self.remedies.iter().filter_map(|remedy| remedy.why.as_ref());
        rights.chain(routes).chain(duties).chain(bars).chain(content).chain(remedies)
    }

    /// The rules that an answer leans on and whose source nobody has seen as they stood on the day, and those that name a body of
    /// which that is so; each once, in the order of the book. A rule that wasn't in force carries nothing.
    fn leans_on_unseen(&self) -> Vec<Rule> {
        let heard = self.rests_on().flat_map(Why::walk).filter(|why| why.is_in_force()).map(|why| why.rule);
        let unseen = heard.filter(|rule| !rule.is_verified_on(self.as_of));
        let bodies = self.remedies.iter().filter_map(|explained| match explained.remedy.hears {
            Hears::Body(body) if !body.verified => Some(explained.remedy.rule),
            Hears::Body(_) | Hears::NobodyAbove | Hears::NotKnown => None,
        });
        let mut rules: Vec<Rule> = unseen.chain(bodies).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    }
}

/// The part of the reasons that a ruling rests on: all of them where it gives the right, the rule that stands in the way where it
/// doesn't, the one that leaves it to a person; none while a fact is missing.
fn resting(ruling: Ruling, why: Option<&Why>) -> Option<&Why> {
    match ruling.outcome {
        Outcome::Yes => why,
        Outcome::No | Outcome::Judge(_) => why.and_then(|why| why.find(ruling.by)),
        Outcome::Missing(_) => None,
    }
}

/// The word of a ruling: `yes`, `no`, `judge` or `unknown`. What hangs only on facts that nobody can be asked for any more is left
/// to a person.
fn word(ruling: Ruling, facts: &Facts) -> &'static str {
    match ruling.outcome {
        Outcome::Yes => "yes",
        Outcome::No => "no",
        Outcome::Judge(_) => "judge",
        Outcome::Missing(missing) if facts.still_to_ask(missing).is_empty() => "judge",
        Outcome::Missing(_) => "unknown",
    }
}

impl Entitlement {
    /// The word of the answer: `yes`, `no`, `judge` or `unknown`.
    pub fn word(&self, facts: &Facts) -> &'static str {
        word(self.ruling, facts)
    }
}

impl ExplainedRoute {
    /// The word of the answer: `yes`, `no`, `judge` or `unknown`.
    pub fn word(&self, facts: &Facts) -> &'static str {
        word(self.ruling, facts)
    }
}
