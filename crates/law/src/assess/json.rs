//! The assessment as messages carry it. The words are stable; the sentences are for people and may be bettered.

use serde_json::{Value as Json, json};

use super::{Amount, Assessment, Entitlement, ExplainedBar, ExplainedCheck, ExplainedRemedy, ExplainedRoute};
use crate::Language;
use crate::book::Discretion;
use crate::content::Finding;
use crate::duties::ExplainedDuty;
use crate::explain::sentence;
use crate::fact::{FactSet, Facts};
use crate::ruling::{Outcome, Ruling};
use crate::trace::{Verdict, Why};

/// Whether the trees of reasons go with the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reasoning {
    /// One sentence each.
    Short,
    /// The whole tree.
    Full,
}

impl Assessment {
    /// The assessment as one object.
    pub fn to_json(&self, facts: &Facts, reasoning: Reasoning, language: Language) -> Json {
        let say = Saying { assessment: self, facts, reasoning, language };
        let mut entitlements: Vec<Json> = self.entitlements.iter().map(|right| say.entitlement(right)).collect();
        entitlements.extend(self.not_in_this_version.iter().map(|right| {
            json!({
                "provision": right.provision.to_string(), "subject": right.subject, "answer": "not_in_this_version",
                "rules": [], "because": not_in_this_version(right.say(language), language), "missing": [],
                "presumed": [], "provisional": false,
            })
        }));
        json!({
            "as_of": self.as_of.to_string(),
            "standard": self.standard,
            "standard_standing": self.standing.map(super::Standing::word),
            "entitlements": entitlements,
            "duties": self.duties.iter().map(|duty| say.duty(duty)).collect::<Vec<_>>(),
            "bars": self.bars.iter().map(|bar| say.bar(bar)).collect::<Vec<_>>(),
            "routes": self.routes.iter().map(|route| say.route(route)).collect::<Vec<_>>(),
            "content": self.content.iter().map(|check| say.content(check)).collect::<Vec<_>>(),
            "remedies": self.remedies.iter().map(|remedy| say.remedy(remedy)).collect::<Vec<_>>(),
            "amounts": self.amounts.iter().map(|amount| say.amount(*amount)).collect::<Vec<_>>(),
            "contradictions": self.contradictions.iter().map(|found| json!({
                "facts": found.facts.iter().map(|fact| fact.name()).collect::<Vec<_>>(), "because": found.say(language),
            })).collect::<Vec<_>>(),
            "unverified": self.unverified.iter().map(|rule| rule.id()).collect::<Vec<_>>(),
            "next_question": self.next_question.as_ref().map(|question| json!({
                "fact": question.fact.name(),
                "question": question.fact.entry().question(language),
                "why": question.why(language),
                "ask": question.fact.entry().asked_of.say(language),
            })),
        })
    }
}

fn not_in_this_version(right: &str, language: Language) -> String {
    match language {
        Language::Danish => format!("Genvej kan ikke svare på retten til {right} i denne udgave. Spørg kommunen."),
        Language::English => {
            format!("Genvej can't answer on the right to {right} in this version. Ask the municipality.")
        }
    }
}

fn names(facts: FactSet) -> Vec<&'static str> {
    facts.iter().map(crate::fact::FactId::name).collect()
}

struct Saying<'a> {
    assessment: &'a Assessment,
    facts: &'a Facts,
    reasoning: Reasoning,
    language: Language,
}

impl Saying<'_> {
    fn tree(&self, object: &mut Json, why: Option<&Why>) {
        if self.reasoning == Reasoning::Full
            && let (Json::Object(fields), Some(why)) = (object, why)
        {
            fields.insert("why".into(), why.to_json(self.facts, self.assessment.as_of, self.language));
        }
    }

    fn entitlement(&self, entitlement: &Entitlement) -> Json {
        let Entitlement { right, ruling, why, .. } = entitlement;
        let mut rules = vec![ruling.by.id()];
        if ruling.by != right.rule() {
            rules.push(right.rule().id());
        }
        let missing = self.facts.still_to_ask(ruling.missing());
        let mut object = json!({
            "provision": right.provision_on(self.assessment.as_of).to_string(),
            "subject": right.subject(),
            "right": right.word(),
            "answer": entitlement.word(self.facts),
            "rules": rules,
            "because": entitlement.because(self.facts, self.language),
            "missing": names(missing),
            "presumed": names(entitlement.presumed),
            "provisional": entitlement.provisional,
        });
        if let (Json::Object(fields), Some(discretion)) = (&mut object, entitlement.discretion(self.facts)) {
            fields.insert("must_weigh".into(), discretion.must_weigh(self.language).into());
            fields.insert("decided_by".into(), discretion.decided_by.pick(self.language).into());
            fields.insert("must_record".into(), discretion.must_record(self.language).into());
        }
        self.tree(&mut object, why.as_ref());
        object
    }

    fn duty(&self, explained: &ExplainedDuty) -> Json {
        let duty = &explained.duty;
        let mut object = json!({
            "rule": duty.rule.id(),
            "provision": duty.rule.provision_on(self.assessment.as_of).to_string(),
            "actor": duty.actor.word(),
            "to": duty.to.word(),
            "act": duty.act.word(),
            "due": duty.due.map(|day| day.to_string()),
            "kind": duty.kind.word(),
            "state": duty.state.word(),
            "provisional": duty.provisional,
            "fulfilled_by": duty.fulfilled_by.name(),
            "fulfilled_on": duty.fulfilled_on().map(|day| day.to_string()),
            "opens": duty.opens_on.map(|day| day.to_string()),
            "counted_from": duty.term.map(|term| term.from.to_string()),
            "moved_by": duty.moved_by.iter().map(|moved| json!({
                "cause": moved.cause.word(),
                "from": moved.from.to_string(),
                "through": moved.through.map(|day| day.to_string()),
            })).collect::<Vec<_>>(),
            "missing": names(duty.missing),
            "because": explained.because(self.facts, self.language),
        });
        self.tree(&mut object, explained.why.as_ref());
        object
    }

    fn bar(&self, explained: &ExplainedBar) -> Json {
        let ExplainedBar { bar, why } = explained;
        let mut object = json!({
            "act": bar.act.word(),
            "allowed": bar.is_allowed(),
            "rule": bar.rule.id(),
            "provision": bar.rule.provision_on(self.assessment.as_of).to_string(),
            "because": why.as_ref().map(|why| bar.because(why, self.facts, self.language)),
        });
        self.tree(&mut object, why.as_ref());
        object
    }

    fn route(&self, explained: &ExplainedRoute) -> Json {
        let ExplainedRoute { route, ruling, why } = explained;
        let mut object = json!({
            "subject": route.word(),
            "provision": route.provision_on(self.assessment.as_of).to_string(),
            "answer": explained.word(self.facts),
            "rule": ruling.by.id(),
            "because": because(*ruling, why.as_ref(), self.facts, self.language),
            "missing": names(self.facts.still_to_ask(ruling.missing())),
        });
        self.tree(&mut object, why.as_ref());
        object
    }

    fn content(&self, explained: &ExplainedCheck) -> Json {
        let ExplainedCheck { checked, why } = explained;
        let saying = |finding: &Finding, because: String| json!({"part": finding.part, "rule": finding.rule.id(), "because": because});
        let part = |finding: &Finding| saying(finding, finding.say(self.language).into());
        let mut object = json!({
            "document": checked.document,
            "order": checked.order,
            "missing": checked.missing.iter().map(part).collect::<Vec<_>>(),
            "forbidden": checked.forbidden.iter().map(part).collect::<Vec<_>>(),
            "unknown": checked.unknown.iter().map(|it| saying(it, it.say_unknown(self.language))).collect::<Vec<_>>(),
            "held": checked.held.iter().map(|it| saying(it, it.say_held(self.language))).collect::<Vec<_>>(),
            "provisional": checked.provisional,
        });
        if self.reasoning == Reasoning::Full
            && let Json::Object(fields) = &mut object
        {
            let parts = why.iter().map(|why| why.to_json(self.facts, self.assessment.as_of, self.language));
            fields.insert("why".into(), parts.collect());
        }
        object
    }

    fn remedy(&self, explained: &ExplainedRemedy) -> Json {
        let ExplainedRemedy { remedy, why } = explained;
        let mut object = json!({
            "subject": remedy.subject,
            "body": remedy.hears.name(Language::Danish),
            "filed_with": remedy.filed_with.word(),
            "until": remedy.until.map(|day| day.to_string()),
            "provisional": remedy.provisional,
            "rule": remedy.rule.id(),
            "missing": names(remedy.missing),
            "because": why.as_ref().map(|why| {
                let part = why.find(remedy.rule).unwrap_or(why);
                // A rule that names bodies, and none for that day, says that it isn't known.
                let verdict = if remedy.lacks_its_body() { Verdict::Missing } else { Verdict::Yes };
                sentence(remedy.rule, verdict, &part.notes, self.facts, self.language)
            }),
        });
        self.tree(&mut object, why.as_ref());
        object
    }

    fn amount(&self, amount: Amount) -> Json {
        json!({
            "what": amount.what, "dkk": amount.dkk.to_string(), "per": amount.per, "payer": amount.payer,
            "rule": amount.rule.id(),
            "because": sentence(amount.rule, Verdict::Yes, &[], self.facts, self.language),
        })
    }
}

/// What the rule that decided says, as it answered: an exception stands in the way where it holds, a condition where it doesn't.
fn because(ruling: Ruling, why: Option<&Why>, facts: &Facts, language: Language) -> String {
    let heard = why.and_then(|why| why.find(ruling.by));
    let verdict = match ruling.outcome {
        Outcome::Yes => Verdict::Yes,
        Outcome::No => heard.map_or(Verdict::No, |part| part.verdict),
        Outcome::Judge(_) => Verdict::Judge,
        Outcome::Missing(_) => Verdict::Missing,
    };
    // The deciding part's own notes count before those around it.
    let around = why.into_iter().flat_map(Why::walk).flat_map(|why| why.notes.iter().copied());
    let own = heard.into_iter().flat_map(|part| part.notes.iter().copied());
    let notes: Vec<_> = around.chain(own).collect();
    sentence(ruling.by, verdict, &notes, facts, language)
}

impl Entitlement {
    /// Why, in one sentence: what the rule that decided says.
    pub fn because(&self, facts: &Facts, language: Language) -> String {
        because(self.ruling, self.why.as_ref(), facts, language)
    }

    /// What a person must weigh, where it is left to one: also where it is, since nobody can be asked any more.
    pub fn discretion(&self, facts: &Facts) -> Option<&'static Discretion> {
        let left_to_a_person = self.word(facts) == "judge";
        left_to_a_person.then(|| Discretion::of(self.ruling.by).or_else(|| Discretion::of(self.right.rule()))).flatten()
    }
}
