//! `genvej plan check`: is it a plan, and does it hold what the order of its date demands?

use std::path::Path;

use case::event::PlanChannel;
use case::{Case, EventNumber, Recorded, Role, UserId, receive};
use exchange::ggop::{self, Decision, Reading, Reception};
use exchange::{Finding, Severity};
use jiff::civil::Date;
use law::content::{self, Checked};
use law::sundhedsloven::s084;
use law::trace::Silent;
use law::{Facts, Inquiry, Language, say};
use serde_json::{Value as Json, json};

use super::{is_json, read, text};
use crate::failure::{Ended, Failure};
use crate::session::Session;
use crate::write;

/// Checks a plan: MedCom's XML, or facts as JSON.
pub(crate) fn check(session: &Session, file: &Path, as_of: Date) -> Result<Ended, Failure> {
    let bytes = read(file)?;
    if is_json(&bytes) { check_facts(session, file, bytes, as_of) } else { check_message(session, file, &bytes, as_of) }
}

fn check_facts(session: &Session, file: &Path, bytes: Vec<u8>, as_of: Date) -> Result<Ended, Failure> {
    let name = file.display().to_string();
    let text = text(file, bytes)?;
    let facts = Facts::from_json(&text)
        .map_err(|faults| Failure::all(&faults, |fault, language| format!("{name}: {}", fault.say(language))))?;
    let checked = s084::check(&mut Inquiry::new(&facts, as_of, &mut Silent));
    Ok(tell(session, &name, None, &[], &checked))
}

fn check_message(session: &Session, file: &Path, bytes: &[u8], as_of: Date) -> Result<Ended, Failure> {
    let name = file.display().to_string();
    let reading = ggop::read(bytes, &Reception { at: Some(session.municipality), on: as_of });
    let Some(plan) = reading.plan() else {
        if session.json {
            write::json(&refused(&name, &reading, session.language));
        }
        return Err(Failure::all(reading.findings(), |finding, language| {
            format!("{name}: {}", say_finding(finding, language))
        }));
    };
    // The check asks the law the same way as a case does: through the facts that its plan gives.
    let opened = Recorded {
        number: EventNumber(1),
        event: receive(plan.clone(), PlanChannel::GgopMessage),
        happened_on: as_of,
        happened_at: None,
        recorded_at: session.now,
        by: UserId("check".into()),
        role: Role::System,
    };
    let case = Case::fold(case::CaseId::new(1, 1), vec![opened])
        .map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))?;
    let facts = case::facts(&case, as_of);
    let checked = s084::check(&mut Inquiry::new(&facts, as_of, &mut Silent));
    Ok(tell(session, &name, Some(reading.decision()), reading.findings(), &checked))
}

/// A finding with its place and how to mend it.
pub(crate) fn say_finding(finding: &Finding, language: Language) -> String {
    let place = finding.whereabouts(language);
    let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
    format!("{place}{} {}", finding.say(language), finding.mend(language))
}

fn refused(name: &str, reading: &Reading, language: Language) -> Json {
    json!({
        "file": name, "decision": "reject", "content": [],
        "findings": reading.findings().iter().map(|finding| finding_json(finding, language)).collect::<Vec<_>>(),
    })
}

/// A finding as messages carry it.
pub(crate) fn finding_json(finding: &Finding, language: Language) -> Json {
    json!({
        "code": finding.code(), "severity": finding.severity().name(), "line": finding.place.line,
        "path": finding.place.path, "because": finding.say(language), "mend": finding.mend(language),
    })
}

fn decision_word(decision: Option<Decision>) -> &'static str {
    match decision {
        Some(Decision::Review) => "review",
        Some(Decision::Reject) => "reject",
        Some(Decision::Accept) | None => "accept",
    }
}

fn tell(session: &Session, name: &str, decision: Option<Decision>, findings: &[Finding], checked: &Checked) -> Ended {
    let language = session.language;
    let needs_person = findings.iter().any(|finding| finding.severity() == Severity::NeedsPerson);
    let found = needs_person || !checked.missing.is_empty() || !checked.forbidden.is_empty();
    if session.json {
        let part = |finding: &content::Finding| json!({"part": finding.part, "rule": finding.rule.id(), "because": finding.say(language)});
        write::json(&json!({
            "file": name,
            "decision": decision_word(decision),
            "findings": findings.iter().map(|finding| finding_json(finding, language)).collect::<Vec<_>>(),
            "content": [{
                "document": checked.document, "order": checked.order,
                "missing": checked.missing.iter().map(part).collect::<Vec<_>>(),
                "forbidden": checked.forbidden.iter().map(part).collect::<Vec<_>>(),
                "unknown": checked.unknown.iter().map(part).collect::<Vec<_>>(),
                "held": checked.held.iter().map(|finding| finding.part).collect::<Vec<_>>(),
                "provisional": checked.provisional,
            }],
        }));
    } else {
        in_words(session, name, findings, checked);
    }
    if found { Ended::Found } else { Ended::Done }
}

fn in_words(session: &Session, name: &str, findings: &[Finding], checked: &Checked) {
    let language = session.language;
    let order = checked.order.unwrap_or("–");
    write::line(format!("{name}: {} {order}", session.pick("tjekket efter", "checked against")));
    for finding in findings {
        write::line(format!("  ! {}", say_finding(finding, language)));
    }
    let lines = |mark: &str, findings: &[content::Finding]| {
        for finding in findings {
            write::line(format!("  {mark} {} ({}, {})", finding.say(language), finding.part, finding.rule.id()));
        }
    };
    lines("–", &checked.missing);
    lines("x", &checked.forbidden);
    for finding in &checked.unknown {
        let title = finding.rule.entry().title.pick(language);
        let unknown = session.pick("ikke oplyst her, læs planen", "not told here, read the plan");
        write::line(format!("  ? {title}: {unknown} ({})", finding.part));
    }
    let held: Vec<&str> = checked.held.iter().map(|finding| finding.rule.entry().title.pick(language)).collect();
    if !held.is_empty() {
        write::line(format!("  + {}: {}", session.pick("Er med", "There"), say::list(&held, language)));
    }
}
