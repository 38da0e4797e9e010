//! Content: what a document must hold, and what it must not. The parts are entries of the book, walked by one function.

use jiff::civil::Date;

use crate::book::{Part, Rule};
use crate::fact::{FactSet, Slot, Value};
use crate::inquiry::{Inquiry, Verdictal};
use crate::trace::{Tracer, Verdict};
use crate::{Answer, Language};

/// A part of a document, and the rule that demands or forbids it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        // A rule that demands no part says *yes* where something is wrong.
        let sentence = if entry.part.is_some_and(|part| !part.forbidden) { entry.missing } else { entry.yes };
        sentence.unwrap_or(entry.title).pick(language)
    }
}

impl Finding {
    /// That nobody has said whether the part is there; that it is wanting is not known.
    pub fn say_unknown(&self, language: Language) -> String {
        let title = self.rule.entry().title.pick(language);
        match language {
            Language::Danish => format!("Det er ikke oplyst, om dette er på plads: {title}."),
            Language::English => format!("Nobody has said whether this is in place: {title}."),
        }
    }

    /// That the part is there.
    pub fn say_held(&self, language: Language) -> String {
        let title = self.rule.entry().title.pick(language);
        match language {
            Language::Danish => format!("Det er på plads: {title}."),
            Language::English => format!("This is in place: {title}."),
        }
    }
}

/// What the check of a document found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The document: `rehabilitation_plan`.
    pub document: &'static str,
    /// The order that says what it must hold; none where none does.
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
    /// A document of which nothing has been looked at yet.
    pub fn new(document: &'static str, order: Option<&'static str>) -> Self {
        Self {
            document,
            order,
            missing: Vec::new(),
            forbidden: Vec::new(),
            held: Vec::new(),
            unknown: Vec::new(),
            provisional: false,
        }
    }

    /// Nothing was looked for.
    pub fn is_empty(&self) -> bool {
        self.is_complete() && self.held.is_empty()
    }

    /// Complete as far as is known: nothing missing, nothing forbidden, nothing unknown.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.forbidden.is_empty() && self.unknown.is_empty()
    }
}

impl Verdictal for Checked {
    /// *Yes* where it is complete; *not known* also where nobody has seen what is demanded.
    fn verdict(&self) -> Verdict {
        if !self.missing.is_empty() || !self.forbidden.is_empty() {
            Verdict::No
        } else if self.unknown.is_empty() && !self.held.is_empty() {
            Verdict::Yes
        } else {
            Verdict::Missing
        }
    }

    fn not_in_force(_: Rule) -> Self {
        Self::new("", None)
    }
}

/// Walks the parts that an order demands or forbids, as the rules stood on the document's date.
pub fn walk<T: Tracer>(
    inquiry: &mut Inquiry<'_, T>,
    document: &'static str,
    order: &'static str,
    dated: Date,
) -> Checked {
    let demanded = Rule::all().filter(|rule| {
        let part = rule.entry().part.as_ref();
        part.is_some_and(|part| part.document == document && part.orders.contains(&order))
    });
    look_at(inquiry, Checked::new(document, Some(order)), demanded, dated)
}

/// Looks at the parts of a document that these rules demand or forbid, as they stood on a day.
pub fn look_at<T: Tracer>(
    inquiry: &mut Inquiry<'_, T>,
    mut checked: Checked,
    demanded: impl Iterator<Item = Rule>,
    dated: Date,
) -> Checked {
    for rule in demanded {
        let Some(part) = rule.entry().part.as_ref() else { continue };
        let Some(there) = inquiry.ask_on(dated, rule, |inquiry| is_there(inquiry, part)) else { continue };
        let finding = Finding { part: part.name, rule };
        match (part.forbidden, there) {
            (false, Answer::Yes) => checked.held.push(finding),
            (false, Answer::No) => checked.missing.push(finding),
            (false, Answer::Missing(_)) => checked.unknown.push(finding),
            (true, Answer::Yes) => checked.forbidden.push(finding),
            (true, Answer::No | Answer::Missing(_)) => {}
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
fn is_there<T: Tracer>(inquiry: &mut Inquiry<'_, T>, part: &Part) -> Answer {
    let answers = part.facts.iter().map(|fact| match inquiry.slot(*fact) {
        Slot::Known(value) => Answer::known(holds_something(value, part, fact.entry().values)),
        Slot::Absent => Answer::No,
        Slot::NotYet | Slot::Unknowable => Answer::Missing(FactSet::of(*fact)),
    });
    if part.all { answers.fold(Answer::Yes, Answer::and) } else { answers.fold(Answer::No, Answer::or) }
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
        Value::Choice(at) => {
            part.values.is_empty() || values.get(usize::from(*at)).is_some_and(|is| part.values.contains(is))
        }
        Value::Date(_) | Value::Integer(_) | Value::Decimal(_) => true,
    }
}
