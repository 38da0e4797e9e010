//! The answers given so far, as a form carries them: `plan.issued=yes`.

use jiff::civil::Date;
use law::{
    Facts, Language,
    explain::value_words,
    fact::{Decimal, FactId, HOSPITAL_DISCHARGED_ON, Kind, Slot, Value},
};

use crate::{form::Sent, text::Voice, typeset::capital, view::interview::Given};

/// The name under which a form carries each answer.
pub(super) const CARRIED: &str = "har";

/// Answers carried at most: more than the interview ever asks.
const MOST: usize = 60;

/// What nobody knows, and what is known not to be.
const UNKNOWN: &str = "?";
const ABSENT: &str = "-";

pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

/// Whether a citizen can answer a question on a page: all but those that want words.
pub(super) fn askable(fact: FactId) -> bool {
    let entry = fact.entry();
    let has_form = match entry.kind {
        Kind::Bool | Kind::Date | Kind::Enum | Kind::Integer | Kind::Decimal => true,
        Kind::Set => !entry.values.is_empty(),
        Kind::Text | Kind::Instant => false,
    };
    has_form && (entry.citizen_da.is_some() || entry.question_da.is_some())
}

/// Answers in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers(Vec<(FactId, Slot)>);

impl Answers {
    /// Reads what a form carries; whether something in it was no answer of ours, and was left out.
    pub(super) fn read(sent: &Sent) -> (Self, bool) {
        let mut answers = Self::default();
        let mut was_strange = false;
        for carried in sent.all(CARRIED) {
            let read = carried.split_once('=').and_then(|(name, value)| {
                let fact = FactId::named(name).filter(|fact| askable(*fact))?;
                Some((fact, slot(fact, value)?))
            });
            match read.filter(|_| answers.0.len() < MOST) {
                Some((fact, slot)) => answers.put(fact, slot, None),
                None => was_strange = true,
            }
        }
        (answers, was_strange)
    }

    /// Puts an answer at its place, or last. The same question has one answer.
    pub(super) fn put(&mut self, fact: FactId, slot: Slot, place: Option<usize>) {
        self.0.retain(|(given, _)| *given != fact);
        let place = place.unwrap_or(self.0.len()).min(self.0.len());
        self.0.insert(place, (fact, slot));
    }

    /// Takes an answer out, with its place.
    pub(super) fn take(&mut self, fact: FactId) -> (Option<usize>, Option<Slot>) {
        match self.0.iter().position(|(given, _)| *given == fact) {
            Some(place) => (Some(place), Some(self.0.remove(place).1)),
            None => (None, None),
        }
    }

    /// The question answered last.
    pub(super) fn last(&self) -> Option<FactId> {
        self.0.last().map(|(fact, _)| *fact)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answers as facts. A discharge on a day to come is one that is expected.
    pub(super) fn facts(&self, today: Date) -> Facts {
        let mut facts = Facts::new();
        for (fact, slot) in &self.0 {
            facts.put(*fact, slot.clone());
        }
        if let Some(day) = facts.read(HOSPITAL_DISCHARGED_ON).known().filter(|day| *day > today) {
            facts.expect(HOSPITAL_DISCHARGED_ON, day);
        }
        facts
    }

    /// The answers in words, each with the value to be carried.
    pub(super) fn views(&self, voice: Voice) -> Vec<Given> {
        let view = |(fact, slot): &(FactId, Slot)| Given {
            fact: fact.name().to_owned(),
            value: carried(*fact, slot),
            question: fact.entry().citizen_question(voice.language).to_owned(),
            answer: words(*fact, slot, voice),
        };
        self.0.iter().map(view).collect()
    }
}

/// Reads a value as a form carries it; nothing where it is none of the fact's.
pub(super) fn slot(fact: FactId, text: &str) -> Option<Slot> {
    match text {
        UNKNOWN => return Some(Slot::Unknowable),
        ABSENT => return Some(Slot::Absent),
        _ => {}
    }
    let entry = fact.entry();
    let place = |word: &str| entry.values.iter().position(|value| *value == word);
    let value = match entry.kind {
        Kind::Bool => Value::Bool(match text {
            YES => true,
            NO => false,
            _ => return None,
        }),
        Kind::Date => Value::Date(text.parse().ok()?),
        Kind::Enum => Value::Choice(u8::try_from(place(text)?).ok()?),
        Kind::Set => {
            let mut words = text.split(',').filter(|word| !word.is_empty());
            // A choice that stands twice is one choice: the bits are joined, and not added up.
            let join = |bits: u64, word| place(word).filter(|at| *at < 64).map(|at| bits | 1 << at);
            Value::Choices(words.try_fold(0, join)?)
        }
        Kind::Integer => Value::Integer(text.parse().ok().filter(|number| (0..=1_000_000).contains(number))?),
        Kind::Decimal => Value::Decimal(Decimal::parse(text)?),
        Kind::Text | Kind::Instant => return None,
    };
    Some(Slot::Known(value))
}

/// The value as a form carries it.
pub(super) fn carried(fact: FactId, slot: &Slot) -> String {
    let entry = fact.entry();
    let word = |at: usize| entry.values.get(at).copied().unwrap_or_default();
    match slot {
        Slot::NotYet | Slot::Unknowable => UNKNOWN.to_owned(),
        Slot::Absent => ABSENT.to_owned(),
        Slot::Known(value) => match value {
            Value::Bool(true) => YES.to_owned(),
            Value::Bool(false) => NO.to_owned(),
            Value::Date(day) => day.to_string(),
            Value::Integer(number) => number.to_string(),
            Value::Decimal(number) => number.to_string(),
            Value::Choice(at) => word(usize::from(*at)).to_owned(),
            Value::Choices(bits) => {
                let chosen = (0..entry.values.len()).filter(|at| bits & (1 << at) != 0);
                chosen.map(word).collect::<Vec<_>>().join(",")
            }
            Value::Instant(_) | Value::Text(_) | Value::Texts(_) => UNKNOWN.to_owned(),
        },
    }
}

/// The answer in the citizen's words.
pub(super) fn words(fact: FactId, slot: &Slot, voice: Voice) -> String {
    let (entry, language) = (fact.entry(), voice.language);
    match slot {
        Slot::NotYet | Slot::Unknowable => voice.say("question-unknown").to_string(),
        Slot::Absent => voice.say(absence(fact)).to_string(),
        Slot::Known(Value::Bool(is)) => voice.say(if *is { "answer-yes" } else { "answer-no" }).to_string(),
        Slot::Known(Value::Choice(at)) => capital(entry.citizen_value_words(usize::from(*at), language)),
        Slot::Known(Value::Choices(bits)) => {
            let chosen: Vec<&str> = (0..entry.values.len())
                .filter(|at| bits & (1 << at) != 0)
                .map(|at| entry.citizen_value_words(at, language))
                .collect();
            if chosen.is_empty() {
                voice.say("question-none").to_string()
            } else {
                capital(&law::say::list(&chosen, language))
            }
        }
        Slot::Known(Value::Decimal(number)) => with_unit(number.to_string().as_str(), entry.unit, language),
        Slot::Known(value) => value_words(fact, value, language),
    }
}

/// The key of the words for a day that never was.
pub(super) fn absence(fact: FactId) -> &'static str {
    if fact == law::fact::TRAINING_OFFERED_START_ON.id() {
        "question-not-offered"
    } else if fact == HOSPITAL_DISCHARGED_ON.id() {
        "question-not-discharged"
    } else {
        "question-not-happened"
    }
}

fn with_unit(number: &str, unit: Option<&str>, language: Language) -> String {
    let number = match language {
        Language::Danish => number.replace('.', ","),
        Language::English => number.to_owned(),
    };
    format!("{number} {}", unit.unwrap_or_default()).trim_end().to_owned()
}
