//! Explanations: what the law did, said in the words of the book.
//!
//! The sentences stand in the book beside the rule, with room for what was computed and for what was known. Nothing is
//! said that the deciding code didn't do: the words are filled with what the tracer heard.

use serde_json::{Value as Json, json};

use crate::book::{Level, Rule, Words};
use crate::fact::{Facts, Slot, Value};
use crate::trace::{Note, Verdict, Why};
use crate::{Language, say};
use jiff::civil::Date;

impl Verdict {
    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Missing => "unknown",
            Self::Judge => "judge",
            Self::NotInForce => "not_in_force",
        }
    }

    fn say(self, language: Language) -> &'static str {
        match self {
            Self::Yes => language.pick("ja", "yes"),
            Self::No => language.pick("nej", "no"),
            Self::Missing => language.pick("det mangler oplysninger", "facts are missing"),
            Self::Judge => language.pick("et menneske skal vurdere", "a person must judge"),
            Self::NotInForce => language.pick("gjaldt ikke den dag", "was not in force on that day"),
        }
    }
}

impl Why {
    /// One sentence: what this rule said, and on what it or the rules that it asked computed.
    pub fn sentence(&self, facts: &Facts, language: Language) -> String {
        let below = self.because.iter().flat_map(Self::walk).flat_map(|why| why.notes.iter().copied());
        let notes: Vec<Note> = below.chain(self.notes.iter().copied()).collect();
        sentence(self.rule, self.verdict, &notes, facts, language)
    }

    /// This part and all below it, as messages carry it.
    pub fn to_json(&self, facts: &Facts, as_of: Date, language: Language) -> Json {
        let read: Vec<Json> = self
            .facts
            .iter()
            .map(|fact| match facts.slot(*fact) {
                Slot::NotYet => json!({"fact": fact.name(), "known": false, "value": null}),
                Slot::Unknowable => json!({"fact": fact.name(), "known": false, "value": "unknowable"}),
                Slot::Absent => json!({"fact": fact.name(), "known": true, "value": null}),
                Slot::Known(value) => json!({"fact": fact.name(), "known": true, "value": value.to_json(*fact)}),
            })
            .collect();
        json!({
            "rule": self.rule.id(),
            "provision": self.rule.provision_on(as_of).to_string(),
            "title": self.rule.entry().title.pick(language),
            "verdict": self.verdict.word(),
            "because": self.sentence(facts, language),
            "verified": self.rule.is_verified(),
            "facts": read,
            "rules": self.because.iter().map(|below| below.to_json(facts, as_of, language)).collect::<Vec<_>>(),
        })
    }
}

/// What a rule says where it answered so, with the places in the sentence filled.
///
/// Where the book has no sentence for the answer, or a place can't be filled, the rule's title and the answer stand
/// instead: shorter, never wrong.
pub fn sentence(rule: Rule, verdict: Verdict, notes: &[Note], facts: &Facts, language: Language) -> String {
    let entry = rule.entry();
    let words = match verdict {
        // A document's part: what is said where it is missing belongs to *No*, not to *not known*.
        Verdict::No if entry.part.is_some() => entry.missing,
        Verdict::Missing if entry.part.is_some() => None,
        Verdict::Yes => entry.yes,
        Verdict::No => entry.no,
        Verdict::Missing => entry.missing,
        Verdict::Judge => entry.judge.or(entry.missing),
        Verdict::NotInForce => None,
    };
    words
        .map(|words| if names_a_day_not_known(words, notes) { STANDS_STILL } else { words })
        .and_then(|words| fill(words, notes, facts, language))
        .unwrap_or_else(|| format!("{}: {}.", entry.title.pick(language), verdict.say(language)))
}

/// Said in the place of a sentence that names a limit's last day, while the limit stands still and has none.
const STANDS_STILL: Words = Words {
    danish: "Fristen står stille. Dens sidste dag kan først regnes ud, når den løber igen.",
    english: "The limit stands still. Its last day can be told only when it runs again.",
};

fn names_a_day_not_known(words: Words, notes: &[Note]) -> bool {
    let last = notes.iter().rev().find(|note| matches!(note, Note::Limit(_) | Note::StandsStill));
    last == Some(&Note::StandsStill) && words.danish.contains("{limit}")
}

/// Fills the places of a sentence; nothing where one can't be filled.
pub fn fill(words: Words, notes: &[Note], facts: &Facts, language: Language) -> Option<String> {
    let mut out = String::new();
    let mut rest = words.pick(language);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        out.push_str(before);
        out.push_str(&place(name, notes, facts, language)?);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

fn place(name: &str, notes: &[Note], facts: &Facts, language: Language) -> Option<String> {
    let computed = notes.iter().rev().find_map(|heard| match (*heard, name) {
        (Note::From(day), "from") | (Note::Limit(day), "limit") | (Note::Offered(day), "offered") => {
            Some(say::date(day, language))
        }
        (Note::Days(days), "days") => Some(days.to_string()),
        (Note::Age(years), "age") => Some(years.to_string()),
        (Note::Order(order), "order") => Some(order.into()),
        (Note::Body(body), "body") => Some(language.pick(body.danish, body.english).into()),
        _ => None,
    });
    computed.or_else(|| {
        let fact = crate::fact::FactId::named(name)?;
        match facts.slot(fact) {
            Slot::Known(value) => Some(value_words(fact, value, language)),
            Slot::NotYet | Slot::Absent | Slot::Unknowable => None,
        }
    })
}

/// A value in words for people.
pub fn value_words(fact: crate::fact::FactId, value: &Value, language: Language) -> String {
    let entry = fact.entry();
    match value {
        Value::Date(day) => say::date(*day, language),
        Value::Instant(text) | Value::Text(text) => text.0.as_ref().into(),
        Value::Bool(true) => language.pick("ja", "yes").into(),
        Value::Bool(false) => language.pick("nej", "no").into(),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) if language == Language::Danish => number.to_string().replace('.', ","),
        Value::Decimal(number) => number.to_string(),
        Value::Choice(at) => entry.value_words(usize::from(*at), language).into(),
        Value::Choices(bits) => {
            let chosen: Vec<&str> = (0..entry.values.len())
                .filter(|at| bits & (1 << at) != 0)
                .map(|at| entry.value_words(at, language))
                .collect();
            if chosen.is_empty() { language.pick("ingen", "none").into() } else { say::list(&chosen, language) }
        }
        Value::Texts(texts) if texts.0.is_empty() => language.pick("ingen", "none").into(),
        Value::Texts(texts) => say::list(&texts.0, language),
    }
}

/// Who stands behind a rule, in words: an act, a guidance, the municipality's own standard.
pub fn level_words(level: Level, language: Language) -> &'static str {
    match level {
        Level::Law => language.pick("lovkrav", "required by law"),
        Level::Guidance => language.pick("vejledning", "guidance"),
        Level::Standard => language.pick("kommunens mål", "the municipality's own goal"),
    }
}
