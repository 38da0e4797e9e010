//! Content: what a document must hold, and what it must not. The parts are entries of the book, walked by one function.

use jiff::civil::Date;

use crate::book::{Part, Rule};
use crate::fact::{FactSet, Slot, Value};
use crate::inquiry::Inquiry;
use crate::trace::Tracer;
use crate::{Answer, Language};

/// A part of a document, and the rule that demands or forbids it.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    /// The part's name.
    pub part: &'static str,
    /// The rule.
    pub rule: Rule,
}

impl Finding {
    /// What is wrong and how to mend it.
    pub fn say(&self, language: Language) -> &'static str {
        let entry = self.rule.entry();
        let part_is_forbidden = entry.part.is_some_and(|part| part.forbidden);
        let sentence = if part_is_forbidden { entry.yes } else { entry.missing };
        sentence.unwrap_or(entry.title).pick(language)
    }
}

/// What the check of a document found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The document: `rehabilitation_plan`.
    pub document: &'static str,
    /// The order that says what it must hold; none where that isn't known for its date.
    pub order: Option<&'static str>,
    /// Parts that are demanded and known not to be there.
    pub missing: Vec<Finding>,
    /// Parts that must not be there and are.
    pub forbidden: Vec<Finding>,
    /// Parts that are there as demanded.
    pub held: Vec<Finding>,
    /// Parts of which nobody has said whether they are there.
    pub unknown: Vec<Finding>,
    /// The date of the document isn't known: the order in force on the day asked about was used.
    pub provisional: bool,
}

impl Checked {
    /// Complete as far as is known: nothing missing, nothing forbidden, nothing unknown.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.forbidden.is_empty() && self.unknown.is_empty()
    }
}

/// Walks the parts that an order demands or forbids.
pub fn walk<T: Tracer>(
    inquiry: &mut Inquiry<'_, T>,
    document: &'static str,
    order: Option<&'static str>,
    demanded_on: Date,
) -> Checked {
    let mut checked = Checked {
        document,
        order,
        missing: Vec::new(),
        forbidden: Vec::new(),
        held: Vec::new(),
        unknown: Vec::new(),
        provisional: false,
    };
    let Some(order) = order else { return checked };
    for rule in Rule::all() {
        let Some(part) = rule.entry().part.as_ref() else { continue };
        if part.document != document || !part.orders.contains(&order) || !rule.is_in_force(demanded_on) {
            continue;
        }
        let finding = Finding { part: part.name, rule };
        match (part.forbidden, is_there(inquiry, rule, part)) {
            (false, Answer::Yes) => checked.held.push(finding),
            (false, Answer::No) => checked.missing.push(finding),
            (true, Answer::Yes) => checked.forbidden.push(finding),
            (_, Answer::Missing(_)) if !part.forbidden => checked.unknown.push(finding),
            (true, _) | (_, Answer::Missing(_)) => {}
        }
    }
    drop_what_is_said_already(&mut checked);
    checked
}

/// A part that is missing whole is said once, not again for each of the parts that it consists of.
fn drop_what_is_said_already(checked: &mut Checked) {
    for findings in [&mut checked.missing, &mut checked.unknown] {
        let wholes: Vec<Rule> = findings.iter().map(|finding| finding.rule).collect();
        findings.retain(|finding| !finding.rule.entry().depends_on.iter().any(|whole| wholes.contains(whole)));
    }
}

/// Whether a part is there: all of its facts or any of them hold something. A forbidden part is there where the set
/// names it.
fn is_there<T: Tracer>(inquiry: &mut Inquiry<'_, T>, rule: Rule, part: &Part) -> Answer {
    // The rule may have ceased since the document's date; it is asked as of that date, which the walk has seen to.
    inquiry.note_part(rule, |inquiry| {
        let answers = part.facts.iter().map(|fact| {
            inquiry.hear(*fact);
            let slot = inquiry.facts().slot(*fact);
            match slot {
                Slot::Known(value) => Answer::known(holds_something(value, part, fact.entry().values)),
                Slot::Absent => Answer::No,
                Slot::NotYet | Slot::Unknowable => Answer::Missing(FactSet::of(*fact)),
            }
        });
        if part.all { answers.fold(Answer::Yes, Answer::and) } else { answers.fold(Answer::No, Answer::or) }
    })
}

fn holds_something(value: &Value, part: &Part, values: &[&str]) -> bool {
    match value {
        Value::Text(text) | Value::Instant(text) => !text.0.trim().is_empty(),
        Value::Texts(texts) => !texts.0.is_empty(),
        Value::Choices(bits) if part.forbidden => {
            values.iter().position(|value| *value == part.name).is_some_and(|at| bits & (1 << at) != 0)
        }
        Value::Choices(bits) => *bits != 0,
        Value::Bool(is) => *is,
        Value::Date(_) | Value::Integer(_) | Value::Decimal(_) | Value::Choice(_) => true,
    }
}
