//! `genvej assess`: what the law says of some facts on a day.

use std::path::Path;

use law::assess::{Assessment, Reasoning, assess as put};
use law::standards::Standard;
use law::{Facts, Language, say};

use super::read_text;
use crate::cli::AssessArgs;
use crate::failure::{Ended, Failure};
use crate::session::Session;
use crate::write;

/// Reads the facts, asks, and writes the answer.
pub(crate) fn assess(session: &Session, args: &AssessArgs) -> Result<Ended, Failure> {
    let text = read_text(&args.facts)?;
    let facts = Facts::from_json(&text).map_err(|faults| {
        let file = args.facts.display();
        Failure::all(&faults, |fault, language| format!("{file}: {}", fault.say(language)))
    })?;
    let standard = args.standard.as_deref().map(standard).transpose()?;
    let assessment = put(&facts, args.as_of, standard.as_ref());
    if session.json {
        let reasoning = if args.why { Reasoning::Full } else { Reasoning::Short };
        write::json(&assessment.to_json(&facts, reasoning, session.language));
    } else {
        write::line(in_words(&assessment, &facts, args.why, session.language));
    }
    Ok(Ended::Done)
}

/// A shipped standard by its number, or one in a file.
pub(crate) fn standard(id: &str) -> Result<Standard, Failure> {
    if let Some(shipped) = Standard::named(id) {
        return Ok(shipped);
    }
    if !Path::new(id).exists() {
        let ids: Vec<String> = Standard::shipped().into_iter().map(|standard| standard.id).collect();
        let ids = ids.join(", ");
        return Err(Failure::new(
            format!("Der er ingen kvalitetsstandard »{id}«. Der er: {ids}. En fil kan også bruges."),
            format!("There is no quality standard »{id}«. There are: {ids}. A file can be given as well."),
        ));
    }
    let text = read_text(Path::new(id))?;
    Standard::read(&text).map_err(|fault| Failure::said(|language| format!("{id}: {}", fault.say(language))))
}

/// The answer as one reads it.
fn in_words(assessment: &Assessment, facts: &Facts, why: bool, language: Language) -> String {
    let json = assessment.to_json(facts, if why { Reasoning::Full } else { Reasoning::Short }, language);
    let mut out =
        vec![format!("{} {}", language.pick("Svar pr.", "Answer as of"), say::date(assessment.as_of, language))];
    entitlements(&mut out, &json, language);
    duties(&mut out, assessment, facts, why, language);
    others(&mut out, &json, language);
    if let Some(question) = json["next_question"].as_object() {
        heading(&mut out, language.pick("Næste spørgsmål", "Next question"));
        out.push(format!("  {} ({})", text(&question["question"]), text(&question["fact"])));
        out.push(format!("  {}", text(&question["why"])));
    }
    out.join("\n")
}

fn heading(out: &mut Vec<String>, words: &str) {
    out.push(format!("\n{}", words.to_uppercase()));
}

fn entitlements(out: &mut Vec<String>, json: &serde_json::Value, language: Language) {
    heading(out, language.pick("Rettigheder", "Entitlements"));
    for right in json["entitlements"].as_array().into_iter().flatten() {
        out.push(format!(
            "  {:<22} {:<9} {}",
            text(&right["provision"]),
            answer(&right["answer"], language),
            text(&right["because"])
        ));
        list(out, language.pick("Skal afvejes", "Must be weighed"), &right["must_weigh"]);
        list(out, language.pick("Mangler", "Missing"), &right["missing"]);
        tree(out, &right["why"], 2);
    }
}

fn duties(out: &mut Vec<String>, assessment: &Assessment, facts: &Facts, why: bool, language: Language) {
    heading(out, language.pick("Pligter", "Duties"));
    for duty in &assessment.duties {
        let due = duty.duty.due.map_or_else(|| "–".to_owned(), |due| due.to_string());
        let act = duty.duty.act.say(language);
        let standing = duty.duty.standing(assessment.as_of, language);
        out.push(format!("  {due:<11} {act} · {} · {standing}", duty.duty.kind.say(language)));
        out.push(format!(
            "              {} ({})",
            duty.because(facts, language),
            duty.duty.rule.provision_on(assessment.as_of)
        ));
        if let (true, Some(why)) = (why, &duty.why) {
            tree(out, &why.to_json(facts, assessment.as_of, language), 3);
        }
    }
}

/// Bars, content, complaints, contradictions and what is not verified.
fn others(out: &mut Vec<String>, json: &serde_json::Value, language: Language) {
    section(out, &json["bars"], language.pick("Må ikke", "Bars"), |bar| {
        let allowed =
            if bar["allowed"] == true { language.pick("må", "allowed") } else { language.pick("må ikke", "barred") };
        format!("  {:<10} {:<26} {}", allowed, text(&bar["act"]), text(&bar["because"]))
    });
    for checked in json["content"].as_array().into_iter().flatten() {
        section(out, &checked["missing"], language.pick("Planen mangler", "The plan lacks"), part);
        section(
            out,
            &checked["forbidden"],
            language.pick("Hører ikke hjemme i planen", "Does not belong in the plan"),
            part,
        );
    }
    section(out, &json["remedies"], language.pick("Klage", "Complaint"), |remedy| {
        let until =
            remedy["until"].as_str().map(|day| format!(" {} {day}", language.pick("senest", "by"))).unwrap_or_default();
        let presumed = language.pick(
            " (regnet fra den dag, brevet formodes at være kommet frem)",
            " (counted from the day on which the letter is presumed to have arrived)",
        );
        let presumed = if remedy["provisional"] == true { presumed } else { "" };
        let body = remedy["body"].as_str().unwrap_or(language.pick("ikke kendt her", "not known here"));
        format!(
            "  {}: {body}{until}{presumed}. {}",
            grievance(text(&remedy["subject"]), language),
            text(&remedy["because"])
        )
    });
    section(out, &json["contradictions"], language.pick("Modsigelser", "Contradictions"), |found| {
        format!("  {}", text(&found["because"]))
    });
    list(
        out,
        language.pick("Bygger på noget, ingen har set kilden til", "Leans on what nobody has seen the source of"),
        &json["unverified"],
    );
}

/// What is complained of, in words: the vocabulary's, where it is one of its grievances.
fn grievance(word: &str, language: Language) -> String {
    match word {
        "decision" => language.pick("Afgørelsen", "The decision").into(),
        "transport" => language.pick("Kørsel", "Transport").into(),
        _ => {
            let entry = law::fact::COMPLAINT_SUBJECT.id().entry();
            let at = entry.values.iter().position(|value| *value == word);
            at.map_or_else(|| word.into(), |at| entry.value_words(at, language).into())
        }
    }
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn part(finding: &serde_json::Value) -> String {
    format!("  {} ({}): {}", text(&finding["part"]), text(&finding["rule"]), text(&finding["because"]))
}

fn answer(word: &serde_json::Value, language: Language) -> &'static str {
    match word.as_str() {
        Some("yes") => language.pick("ja", "yes"),
        Some("no") => language.pick("nej", "no"),
        Some("judge") => language.pick("vurderes", "judge"),
        Some("unknown") => language.pick("uvist", "unknown"),
        _ => language.pick("ikke her", "not here"),
    }
}

fn section(
    out: &mut Vec<String>,
    items: &serde_json::Value,
    heading: &str,
    line: impl Fn(&serde_json::Value) -> String,
) {
    let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
    if items.is_empty() {
        return;
    }
    out.push(format!("\n{}", heading.to_uppercase()));
    out.extend(items.iter().map(line));
}

fn list(out: &mut Vec<String>, heading: &str, items: &serde_json::Value) {
    let items: Vec<&str> = items.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
    if !items.is_empty() {
        out.push(format!("      {heading}: {}", items.join("; ")));
    }
}

/// The tree of reasons, indented.
fn tree(out: &mut Vec<String>, why: &serde_json::Value, depth: usize) {
    let Some(rule) = why["rule"].as_str() else { return };
    let indent = "  ".repeat(depth);
    out.push(format!("{indent}· {} [{rule}, {}]", text(&why["because"]), text(&why["provision"])));
    for fact in why["facts"].as_array().into_iter().flatten() {
        let value = if fact["known"] == true { fact["value"].to_string() } else { "?".to_owned() };
        out.push(format!("{indent}    {} = {value}", text(&fact["fact"])));
    }
    for below in why["rules"].as_array().into_iter().flatten() {
        tree(out, below, depth + 1);
    }
}
