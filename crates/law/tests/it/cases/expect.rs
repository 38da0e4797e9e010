//! Holding what the law answers against what a case says must follow.

use std::collections::BTreeSet;

use law::Language;
use law::assess::{Reasoning, assess};
use law::book::Rule;
use law::sundhedsloven::s140;
use law::trace::Reasons;
use law::{Inquiry, Outcome};
use serde_json::{Value as Json, json};
use toml::{Table, Value};

use super::file::{self, Case};

/// What the law answers to a case.
pub(crate) struct Answer {
    assessment: Json,
}

impl Answer {
    /// Asks the law.
    pub(crate) fn to(case: &Case) -> Self {
        let assessment = assess(&case.facts, case.as_of, case.standard.as_ref());
        let mut assessment = assessment.to_json(&case.facts, Reasoning::Full, Language::Danish);
        assessment["discharge"] = discharge(case);
        Self { assessment }
    }

    /// The rules that were asked and in force.
    pub(crate) fn rules_at_work(&self) -> BTreeSet<Rule> {
        let mut found = BTreeSet::new();
        collect_rules(&self.assessment, &mut found);
        found.into_iter().filter_map(|id| Rule::named(&id)).collect()
    }

    /// Everything in which the answer is otherwise than the case says.
    pub(crate) fn faults(&self, case: &Case) -> Vec<String> {
        case.then.iter().flat_map(|(kind, expected)| self.hold(kind, expected)).collect()
    }

    fn hold(&self, kind: &str, expected: &Value) -> Vec<String> {
        match kind {
            "right" => self.each(kind, expected, "entitlements", &[("right", None)]),
            "route" => self.each(kind, expected, "routes", &[("subject", None)]),
            "law" | "goal" => self.each(kind, expected, "duties", &[("act", None), ("kind", Some(kind))]),
            "bar" => self.each(kind, expected, "bars", &[("act", None)]),
            "content" => self.each(kind, expected, "content", &[("document", None)]),
            "remedy" => self.each(kind, expected, "remedies", &[("subject", None)]),
            "amount" => self.each(kind, expected, "amounts", &[("what", None)]),
            "discharge" => compare(kind, &self.assessment["discharge"], expected),
            "contradictions" => {
                let found: Vec<&Json> =
                    self.list("contradictions").iter().map(|contradiction| &contradiction["facts"]).collect();
                equal(kind, &json!(found), &file::json(expected))
            }
            "unverified" => equal(kind, &self.assessment["unverified"], &file::json(expected)),
            "next_question" => {
                let asked = self.assessment["next_question"]["fact"].as_str().unwrap_or("none");
                equal(kind, &asked.into(), &file::json(expected))
            }
            other => vec![format!("then.{other}: there is no such answer")],
        }
    }

    fn list(&self, name: &str) -> &[Json] {
        self.assessment[name].as_array().expect("the assessment has the list")
    }

    /// Holds each item that is named against the one of the list that has that name, and a rule or a kind where one is named too.
    fn each(&self, kind: &str, expected: &Value, list: &str, keys: &[(&str, Option<&str>)]) -> Vec<String> {
        let Some(expected) = expected.as_table() else { return vec![format!("then.{kind}: of what?")] };
        let mut faults = Vec::new();
        for (name, expected) in expected {
            let place = format!("{kind}.{name}");
            let wanted_rule = expected.get("rule").and_then(Value::as_str);
            let found: Vec<&Json> = self
                .list(list)
                .iter()
                .filter(|item| keys.iter().all(|(key, value)| item[*key] == value.unwrap_or(name)))
                .filter(|item| kind != "bar" || wanted_rule.is_none_or(|rule| item["rule"] == rule))
                .collect();
            match (found.as_slice(), expected.as_str()) {
                ([], Some("none")) => {}
                ([], _) => faults.push(format!("{place}: there is none")),
                ([item], _) => faults.extend(compare(&place, item, expected)),
                (several, _) => faults.push(format!("{place}: there are {}; name the rule", several.len())),
            }
        }
        faults
    }
}

/// The answer on the discharge by itself, in the words of the others.
fn discharge(case: &Case) -> Json {
    let mut reasons = Reasons::new();
    let ruling = s140::is_discharge(&mut Inquiry::new(&case.facts, case.as_of, &mut reasons));
    let on = s140::discharged_on(&mut Inquiry::new(&case.facts, case.as_of, &mut Reasons::new()));
    let answer = match ruling.outcome {
        Outcome::Yes => "yes",
        Outcome::No => "no",
        Outcome::Judge(_) => "judge",
        Outcome::Missing(_) => "unknown",
    };
    let names = |facts: law::fact::FactSet| facts.iter().map(law::fact::FactId::name).collect::<Vec<_>>();
    json!({
        "answer": answer,
        "rules": [ruling.by.id()],
        "on": on.known().map(|day| day.to_string()),
        "missing": names(on.missing()),
        "why": reasons.first().map(|why| why.to_json(&case.facts, case.as_of, Language::Danish)),
    })
}

/// Holds one item against what is expected of it: a word for its answer, or each key that is named.
fn compare(place: &str, item: &Json, expected: &Value) -> Vec<String> {
    match expected {
        Value::String(word) => equal(place, &answer_of(item), &word.as_str().into()),
        Value::Table(keys) => compare_keys(place, item, keys),
        other => vec![format!("{place}: {other:?} is no answer")],
    }
}

/// The one word that an item answers with.
fn answer_of(item: &Json) -> Json {
    match (item.get("answer"), item.get("state"), item.get("allowed")) {
        (Some(answer), ..) => answer.clone(),
        (_, Some(state), _) => state.clone(),
        (.., Some(allowed)) => if allowed == true { "allowed" } else { "barred" }.into(),
        _ => Json::Null,
    }
}

fn compare_keys(place: &str, item: &Json, keys: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, expected) in keys {
        let place = format!("{place}.{key}");
        let expected = file::json(expected);
        match key.as_str() {
            "answer" => faults.extend(equal(&place, &answer_of(item), &expected)),
            "by" => faults.extend(equal(&place, &item["rules"][0], &expected)),
            "hears" => {
                let mut heard = BTreeSet::new();
                collect_rules(&item["why"], &mut heard);
                let wanted = expected.as_array().into_iter().flatten().filter_map(Json::as_str);
                faults
                    .extend(wanted.filter(|id| !heard.contains(*id)).map(|id| format!("{place}: {id} is not at work")));
            }
            "says" if !item["because"].as_str().unwrap_or("").contains(expected.as_str().expect("words")) => {
                faults.push(format!("{place}: {}", item["because"]));
            }
            "says" => {}
            "missing" | "forbidden" | "unknown" | "held" if item.get("document").is_some() => {
                faults.extend(equal(&place, &parts(&item[key]), &expected));
            }
            _ => match item.get(key) {
                Some(found) => faults.extend(equal(&place, found, &expected)),
                None => faults.push(format!("{place}: there is no such key")),
            },
        }
    }
    faults
}

fn parts(findings: &Json) -> Json {
    findings.as_array().into_iter().flatten().map(|finding| finding["part"].clone()).collect()
}

fn equal(place: &str, found: &Json, expected: &Json) -> Vec<String> {
    if found == expected { Vec::new() } else { vec![format!("{place}: expected {expected}, found {found}")] }
}

/// The ids of the rules in a tree of reasons, and of findings, that were in force.
fn collect_rules(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(fields) => {
            let in_force = fields.get("verdict").is_none_or(|verdict| verdict != "not_in_force");
            if let Some(Json::String(rule)) = fields.get("rule").filter(|_| in_force) {
                found.insert(rule.clone());
            }
            fields.values().for_each(|value| collect_rules(value, found));
        }
        Json::Array(items) => items.iter().for_each(|item| collect_rules(item, found)),
        _ => {}
    }
}
