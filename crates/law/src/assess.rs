//! The whole answer for one case on one day: the five questions put to the law, with their reasons.

mod json;

pub use json::Reasoning;

use jiff::civil::Date;

use crate::bar::Bar;
use crate::book::{self, Rule};
use crate::content::Checked;
use crate::contradiction::{self, Contradiction};
use crate::duties::{self, ExplainedDuty};
use crate::fact::{self, ComplaintSubject, FactSet, Facts};
use crate::inquiry::Inquiry;
use crate::interview::{self, Question};
use crate::remedy::{Remedy, Route};
use crate::rights::{NOT_IN_THIS_VERSION, NotYet, Right};
use crate::ruling::{Outcome, Ruling};
use crate::standards::{Standard, review};
use crate::sundhedsloven::{s084, s140, s140_choice, s171};
use crate::trace::{Reasons, Why};
use crate::{klage_erstatningsloven, retssikkerhedsloven, serviceloven};

/// What the law says of a case on a day.
#[derive(Debug)]
pub struct Assessment {
    /// The day asked about.
    pub as_of: Date,
    /// The quality standard's id, where one was asked with.
    pub standard: Option<String>,
    /// What the person has a right to.
    pub entitlements: Vec<Entitlement>,
    /// The rights that this version doesn't answer.
    pub not_in_this_version: Vec<&'static NotYet>,
    /// Who owes what.
    pub duties: Vec<ExplainedDuty>,
    /// What may not be done, and what may.
    pub bars: Vec<ExplainedBar>,
    /// What the documents lack.
    pub content: Vec<Checked>,
    /// Where it can be complained of.
    pub remedies: Vec<ExplainedRemedy>,
    /// What is paid.
    pub amounts: Vec<Amount>,
    /// Facts that can't both be true.
    pub contradictions: Vec<Contradiction>,
    /// Rules that were leant on and that nobody has seen the source of.
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

/// A bar with its reasons.
#[derive(Debug)]
pub struct ExplainedBar {
    /// The bar.
    pub bar: Bar,
    /// Why.
    pub why: Option<Why>,
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
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// What for.
    pub what: &'static str,
    /// How much, in whole kroner.
    pub kroner: u32,
    /// Per what.
    pub per: &'static str,
    /// Who pays.
    pub payer: &'static str,
    /// The rule.
    pub rule: Rule,
}

/// Puts the five questions.
pub fn assess(facts: &Facts, as_of: Date, standard: Option<&Standard>) -> Assessment {
    let entitlements: Vec<Entitlement> = Right::ALL.into_iter().map(|right| entitlement(right, facts, as_of)).collect();
    let duties = duties::explained(facts, standard, as_of);
    let bars = bars(facts, as_of);
    let remedies = remedies(facts, as_of);
    let (content, content_why) = content(facts, as_of);
    let unverified = unverified(
        entitlements
            .iter()
            .map(|right| &right.why)
            .chain(duties.iter().map(|duty| &duty.why))
            .chain(bars.iter().map(|bar| &bar.why))
            .chain(remedies.iter().map(|remedy| &remedy.why))
            .chain([&content_why]),
        as_of,
    );
    Assessment {
        as_of,
        standard: standard.map(|standard| standard.id.clone()),
        amounts: amounts(&entitlements),
        not_in_this_version: NOT_IN_THIS_VERSION
            .iter()
            .filter(|right| right.from.is_none_or(|from| from <= as_of))
            .collect(),
        entitlements,
        duties,
        bars,
        content,
        remedies,
        contradictions: contradiction::contradictions(facts, as_of),
        unverified,
        next_question: interview::next_question(facts, as_of, &Right::ALL),
    }
}

/// One right, with its reasons.
pub fn entitlement(right: Right, facts: &Facts, as_of: Date) -> Entitlement {
    let mut reasons = Reasons::new();
    let mut inquiry = Inquiry::new(facts, as_of, &mut reasons);
    let ruling = right.ask(&mut inquiry);
    let (presumed, provisional) = (inquiry.presumed(), inquiry.rests_on_expectation());
    Entitlement { right, ruling, presumed, provisional, why: reasons.tree().into_iter().next() }
}

type AskBar = fn(&mut Inquiry<'_, Reasons>) -> Bar;

/// The bars of this version. Those on the provider are asked only where the facts name one.
fn bars(facts: &Facts, as_of: Date) -> Vec<ExplainedBar> {
    let mut asked: Vec<AskBar> = vec![
        s140::refuse_for_want_of_need,
        s140::refuse_for_age,
        s140::change_plan_type,
        s140::demand_referral,
        s140_choice::choose_private_supplier,
    ];
    if facts.read(fact::PROVIDER_KIND).known().is_some() {
        asked.push(s140_choice::choose_provider);
    }
    if facts.read(fact::PROVIDER_SELECTION).known().is_some() {
        asked.push(s171::book_ride);
    }
    if facts.read(fact::DECISION_PROVISION).known().is_some() {
        asked.push(serviceloven::s086::decide_under_stk_1);
        asked.push(serviceloven::s086::refuse_maintenance);
    }
    if facts.read(fact::TRAINING_END_REASON).known().is_some() {
        asked.push(review::end_by_time_alone);
    }
    asked.push(s171::refuse_transport);
    let mut reasons = Reasons::new();
    asked
        .into_iter()
        .map(|ask| {
            reasons.clear();
            let bar = ask(&mut Inquiry::new(facts, as_of, &mut reasons));
            ExplainedBar { bar, why: reasons.tree().into_iter().next() }
        })
        .filter(|explained| explained.bar.is_allowed().is_some())
        .collect()
}

/// The plan is checked where anything of its content has been told.
fn content(facts: &Facts, as_of: Date) -> (Vec<Checked>, Option<Why>) {
    let parts = book::facts_of_parts("rehabilitation_plan");
    let told = facts.settled().any(|(fact, _)| parts.contains(fact) && fact != fact::PLAN_TYPE.id());
    if !told || facts.read(fact::PLAN_ISSUED).holds().is_no() {
        return (Vec::new(), None);
    }
    let mut reasons = Reasons::new();
    let checked = s084::check(&mut Inquiry::new(facts, as_of, &mut reasons));
    let why = reasons.tree().into_iter().next();
    (vec![checked], why)
}

/// The routes that the facts open: of a decision under Serviceloven, of one on transport, of a grievance that is named. A case
/// under § 140 with no grievance named is told the routes of its common ones.
fn remedies(facts: &Facts, as_of: Date) -> Vec<ExplainedRemedy> {
    let mut found = Vec::new();
    let mut ask = |ask: &dyn Fn(&mut Inquiry<'_, Reasons>) -> Route| {
        let mut reasons = Reasons::new();
        if let Route::Open(remedy) = ask(&mut Inquiry::new(facts, as_of, &mut reasons)) {
            found.push(ExplainedRemedy { remedy, why: reasons.tree().into_iter().next() });
        }
    };
    ask(&|inquiry| retssikkerhedsloven::s060::complaint_route(inquiry));
    ask(&|inquiry| klage_erstatningsloven::complaint::transport_route(inquiry));
    if facts.read(fact::COMPLAINT_SUBJECT).known().is_some() {
        ask(&|inquiry| klage_erstatningsloven::complaint::complaint_route(inquiry));
    } else if facts.read(fact::PLAN_ISSUED).holds().is_yes() {
        for subject in
            [ComplaintSubject::NeedAssessment, ComplaintSubject::ProfessionalPractice, ComplaintSubject::WaitingTime]
        {
            ask(&|inquiry| klage_erstatningsloven::complaint::route_of(inquiry, subject));
        }
    }
    found
}

/// Training after hospital is free of charge, whoever gives it.
fn amounts(entitlements: &[Entitlement]) -> Vec<Amount> {
    let after_hospital = entitlements.iter().find(|entitlement| entitlement.right == Right::TrainingAfterHospital);
    match after_hospital {
        Some(Entitlement { ruling: Ruling { outcome: Outcome::Yes, .. }, .. }) => vec![Amount {
            what: "rehabilitation_training",
            kroner: 0,
            per: "attendance",
            payer: "municipality",
            rule: book::HJ_FREE_OF_CHARGE,
        }],
        _ => Vec::new(),
    }
}

/// The rules among these reasons whose source nobody has seen, each once, in the order of the book. From 2027 the wording
/// of § 140 has not been seen either.
fn unverified<'w>(reasons: impl Iterator<Item = &'w Option<Why>>, as_of: Date) -> Vec<Rule> {
    let mut rules: Vec<Rule> = reasons
        .flatten()
        .flat_map(Why::walk)
        .map(|why| why.rule)
        .filter(|rule| !rule.is_verified() || rule.body_on(as_of).is_some_and(|body| !body.verified))
        .collect();
    if book::SUL140_STAT_AFTER_2026.is_in_force(as_of) {
        rules.push(book::SUL140_STAT_AFTER_2026);
    }
    rules.sort_unstable();
    rules.dedup();
    rules
}

impl Entitlement {
    /// The word of the answer: `yes`, `no`, `judge` or `unknown`. What hangs only on facts that nobody can find out is left to a
    /// person.
    pub fn word(&self, facts: &Facts) -> &'static str {
        match self.ruling.outcome {
            Outcome::Yes => "yes",
            Outcome::No => "no",
            Outcome::Judge(_) => "judge",
            Outcome::Missing(missing) if missing.without(facts.unknowable()).is_empty() => "judge",
            Outcome::Missing(_) => "unknown",
        }
    }
}
