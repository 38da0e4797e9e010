//! The check of a document as a page shows it.

use jiff::civil::Date;
use law::{
    Language,
    content::{Checked, Finding},
};

use super::source;
use crate::view::content::{ContentView, PartFinding, PartView};

/// What the check of a document found, what is wrong first.
pub fn content(checked: &Checked, on: Date, language: Language) -> ContentView {
    let of = |findings: &[Finding], found| {
        findings.iter().map(|finding| part(*finding, found, on, language)).collect::<Vec<_>>()
    };
    let parts = [
        of(&checked.missing, PartFinding::Missing),
        of(&checked.forbidden, PartFinding::Forbidden),
        of(&checked.unknown, PartFinding::Unclear),
        of(&checked.held, PartFinding::There),
    ];
    let checked_by = checked.order.map(|order| match language {
        Language::Danish => format!("Holdt op mod {order}."),
        Language::English => format!("Held against {order}."),
    });
    ContentView { parts: parts.concat(), checked_by, acts: Vec::new() }
}

/// One part of a document.
pub fn part(finding: Finding, found: PartFinding, on: Date, language: Language) -> PartView {
    let is_wrong = matches!(found, PartFinding::Missing | PartFinding::Forbidden);
    PartView {
        name: finding.rule.entry().title.pick(language).into(),
        finding: found,
        remedy: is_wrong.then(|| finding.say(language).into()),
        source: is_wrong.then(|| source::citation(finding.rule, on, None, language)),
    }
}
